import { invalid } from '#kernel/errors.ts';
import { type Minor, percentOf, shareOf } from '#kernel/money.ts';
import type { IncomeTaxRow } from './income-tax-es.ts';

/** Family situation of form 145: 1 single parent with children, 2 spouse without income above 1,500 EUR, 3 any other (RIRPF art. 81). */
export const FAMILY_SITUATIONS = ['1', '2', '3'] as const;
export type FamilySituation = (typeof FAMILY_SITUATIONS)[number];
/** Degrees of disability that count, with help of a third person or reduced mobility beside. */
export interface Disability {
  readonly degree: '33' | '65';
  readonly help?: boolean;
}
export interface Descendant {
  readonly birthYear: number;
  /** Whether the minimum is this worker's alone: the other parent has no right to it. */
  readonly whole: boolean;
  readonly disability?: Disability;
  /** Year of adoption: three years count as under 3, whatever the age (LIRPF art. 58). */
  readonly adoptedYear?: number;
}
export interface Ascendant {
  readonly birthYear: number;
  /** Among how many descendants the minimum is divided. */
  readonly sharedBy: number;
  readonly disability?: Disability;
}

/** What a worker told on form 145. */
export interface FamilyData {
  readonly situation: FamilySituation;
  readonly birthYear: number;
  readonly disability?: Disability;
  readonly mobility?: boolean;
  readonly descendants: readonly Descendant[];
  readonly ascendants: readonly Ascendant[];
  /** Compensatory pension to a spouse, and alimony to children, by a judge: a year. */
  readonly compensatoryPension?: Minor;
  readonly alimony?: Minor;
  /** Pays a home that was bought before 2011 with deduction. */
  readonly homePurchase?: boolean;
}

/** Pay of a year in cents, as it is foreseen, and what rates depend on. */
export interface WithholdingFacts {
  readonly year: number;
  /** Money and kind that bear tax. */
  readonly gross: Minor;
  /** Irregular income's reduction (LIRPF art. 18). */
  readonly irregular?: Minor;
  /** The worker's Social Security of the year. */
  readonly socialSecurity: Minor;
  readonly family: FamilyData;
  /** A contract of less than a year: at least 2 %. A special dependent relationship: at least 15 %. */
  readonly contract: 'general' | 'short' | 'special';
  /** Lives in Ceuta, Melilla or La Palma, with right to the deduction. */
  readonly reducedTerritory?: boolean;
}
/** `truncate`: to two decimals, what is beyond is dropped. */
export type RateRounding = 'truncate' | 'half-up';

/** How a rate came about: every step in cents, the rate in hundredths of a percent. */
export interface WithholdingSteps {
  readonly net: Minor;
  readonly expenses: Minor;
  readonly reduction: Minor;
  readonly base: Minor;
  readonly minimum: Minor;
  readonly quota: Minor;
  readonly exemptBelow: Minor;
  /** Whether the 43 % limit cut the quota. */
  readonly limited: boolean;
  readonly rate: number;
  readonly row: string;
}

/** Tax by the scale: exact, to the cent once. */
export function scaleOf(row: IncomeTaxRow, base: Minor): Minor {
  const hundredths = row.scale.reduce((sum, { over, percent }, i) => {
    const top = Math.min(base, row.scale[i + 1]?.over ?? base);
    return top > over ? sum + BigInt(top - over) * BigInt(percent) : sum;
  }, 0n);
  return shareOf(1, hundredths, 100n);
}

const disabilityOf = (row: IncomeTaxRow, of: Disability | undefined): Minor =>
  of === undefined
    ? 0
    : (of.degree === '65' ? row.disability.from65 : row.disability.from33) + (of.help || of.degree === '65' ? row.disability.help : 0);

const half = (whole: boolean, amount: Minor): Minor => (whole ? amount : shareOf(amount, 1n, 2n));

function descendantsOf(row: IncomeTaxRow, { descendants }: FamilyData, year: number): Minor {
  const young = (child: Descendant) =>
    year - child.birthYear < 3 || (child.adoptedYear !== undefined && year - child.adoptedYear < 3) ? row.under3 : 0;
  return descendants
    .toSorted((a, b) => a.birthYear - b.birthYear)
    .reduce(
      (sum, child, i) =>
        sum +
        half(child.whole, (row.descendants[Math.min(i, 3)] as Minor) + young(child)) +
        half(child.whole, disabilityOf(row, child.disability)),
      0,
    );
}

/** The minimum for person and family (LIRPF arts. 57–60): children in the order of their age. */
export function personalMinimum(row: IncomeTaxRow, family: FamilyData, year: number): Minor {
  const age = year - family.birthYear;
  const { base, over65, over75 } = row.personal;
  const ascendants = family.ascendants.reduce((sum, each) => {
    const amount = row.ascendants.base + (year - each.birthYear > 75 ? row.ascendants.over75 : 0) + disabilityOf(row, each.disability);
    return sum + shareOf(amount, 1n, BigInt(each.sharedBy));
  }, 0);
  return (
    base +
    (age > 65 ? over65 : 0) +
    (age > 75 ? over75 : 0) +
    disabilityOf(row, family.disability) +
    descendantsOf(row, family, year) +
    ascendants
  );
}

function expensesOf(row: IncomeTaxRow, { disability, mobility }: FamilyData, net: Minor): Minor {
  const { general, mobility: moving, disabled, disabled65 } = row.expenses;
  const own = disability === undefined ? 0 : disability.degree === '65' || disability.help ? disabled65 : disabled;
  return Math.min(Math.max(net, 0), general + (mobility ? moving : 0) + own);
}

/** Reduction for work income (LIRPF art. 20), of net income before other expenses. */
export function workReduction(row: IncomeTaxRow, net: Minor): Minor {
  const step = row.reductions.find(({ upto }) => net <= upto);
  return step ? Math.max(0, step.value - percentOf(net - step.above, step.minus)) : 0;
}

function exemptAmount(row: IncomeTaxRow, { situation, descendants }: FamilyData): Minor {
  if (situation === '1' && descendants.length === 0)
    throw invalid('payroll.family_situation', 'Family situation 1 needs a descendant: choose 3, or name the children.', 'family.situation');
  return row.exempt[Number(situation) - 1]?.[Math.min(descendants.length, 2)] as Minor;
}

/** What the scale comes to: with alimony, the scale of each part and a larger minimum (RIRPF art. 85.2). */
function quotaOf(row: IncomeTaxRow, base: Minor, minimum: Minor, alimony: Minor): Minor {
  if (alimony <= 0 || alimony >= base) return Math.max(0, scaleOf(row, base) - scaleOf(row, minimum));
  const parts = scaleOf(row, base - alimony) + scaleOf(row, alimony);
  return Math.max(0, parts - scaleOf(row, minimum + row.alimony));
}

/** What the quota is at most: 43 % of what is above the exempt amount, up to 35,200 a year (RIRPF art. 85.3); undefined above. */
export const quotaLimit = (row: IncomeTaxRow, gross: Minor, exemptBelow: Minor): Minor | undefined =>
  gross <= row.limit.upto ? percentOf(gross - exemptBelow, row.limit.percent) : undefined;

const rateOf = (quota: Minor, gross: Minor, rounding: RateRounding): number =>
  rounding === 'truncate' ? Number((BigInt(quota) * 10_000n) / BigInt(gross)) : shareOf(10_000, BigInt(quota), BigInt(gross));

/** Home purchase, least and most of a rate, and the reduced territory: steps 10 to 12. */
function boundedRate(row: IncomeTaxRow, facts: WithholdingFacts, rate: number): number {
  const { reducedTerritory, family, gross } = facts;
  const home = family.homePurchase && gross < row.homePurchase.below ? Math.max(0, rate - row.homePurchase.points) : rate;
  const least = leastRate(row, facts);
  if (!reducedTerritory) return Math.min(Math.max(home, least), row.most);
  return Math.max(Math.trunc((Math.min(home, row.most) * 40) / 100), least);
}

/** What a year's tax is before the rate: the steps 1 to 8 of RIRPF arts. 82–85. */
export function annualQuota(row: IncomeTaxRow, facts: WithholdingFacts): Omit<WithholdingSteps, 'rate' | 'row'> {
  const { gross, family, year } = facts;
  const net = gross - (facts.irregular ?? 0) - facts.socialSecurity;
  const expenses = expensesOf(row, family, net);
  const reduction =
    workReduction(row, net) + (family.descendants.length > 2 ? row.moreThanTwoDescendants : 0) + (family.compensatoryPension ?? 0);
  const base = Math.max(0, net - expenses - reduction);
  const minimum = personalMinimum(row, family, year);
  const exemptBelow = exemptAmount(row, family);
  const told = { net, expenses, reduction, base, minimum, exemptBelow };
  if (gross <= exemptBelow) return { ...told, quota: 0, limited: false };
  const full = quotaOf(row, base, minimum, family.alimony ?? 0);
  const most = quotaLimit(row, gross, exemptBelow) ?? Number.POSITIVE_INFINITY;
  return { ...told, quota: Math.min(full, most), limited: full > most };
}

/** The rate that a year's pay bears (RIRPF arts. 82–86). */
export function withholdingRate(row: IncomeTaxRow, facts: WithholdingFacts, rounding: RateRounding = 'truncate'): WithholdingSteps {
  const steps = annualQuota(row, facts);
  const rate = facts.gross > 0 ? boundedRate(row, facts, rateOf(steps.quota, facts.gross, rounding)) : 0;
  return { ...steps, rate, row: row.id };
}

/**
 * The rate from a change on (RIRPF art. 87): the new year's tax less what was withheld, over what is still to be paid. Never negative,
 * never above the highest; months before keep theirs.
 * @param toCome what is still paid this year, in cents.
 */
export function regularisedRate(
  row: IncomeTaxRow,
  facts: WithholdingFacts,
  done: { readonly withheld: Minor; readonly toCome: Minor },
  rounding: RateRounding = 'truncate',
): WithholdingSteps {
  const steps = annualQuota(row, facts);
  if (done.toCome <= 0) return { ...steps, rate: 0, row: row.id };
  const rest = Math.max(0, reducedQuota(row, facts, steps.quota) - done.withheld);
  const most = facts.reducedTerritory ? Math.trunc((row.most * 40) / 100) : row.most;
  const rate = Math.min(Math.max(rateOf(rest, done.toCome, rounding), leastRate(row, facts)), most);
  return { ...steps, rate, row: row.id };
}

/** The year's tax less what a home bought before 2011 takes off, and reduced where somebody lives in Ceuta, Melilla or La Palma. */
function reducedQuota(row: IncomeTaxRow, { family, gross, reducedTerritory }: WithholdingFacts, quota: Minor): Minor {
  const home = family.homePurchase && gross < row.homePurchase.below ? shareOf(gross, BigInt(row.homePurchase.points), 10_000n) : 0;
  const left = Math.max(0, quota - home);
  return reducedTerritory ? percentOf(left, '40') : left;
}

function leastRate(row: IncomeTaxRow, { contract, reducedTerritory }: WithholdingFacts): number {
  const least = { general: 0, short: row.shortContract.general, special: row.special }[contract];
  if (!reducedTerritory) return least;
  return contract === 'short' ? row.shortContract.reduced : Math.trunc((least * 40) / 100);
}
