import { addMonths, type Month, monthsBetween, yearOf } from '#kernel/date.ts';
import { refused } from '#kernel/errors.ts';
import { type Minor, minorText, shareOf } from '#kernel/money.ts';
import { ARREARS_RATE, type Arrears, grossOf, joinedAmounts, type MonthAmounts } from './arrears.ts';
import { type Contribution, contributionsOf, contributionTotals } from './contribution.ts';
import { GARNISHMENT_ROW, garnishedOf } from './garnishment-es.ts';
import { incomeTaxIn } from './income-tax-es.ts';
import { type Earning, payOfMonth } from './month-pay.ts';
import type { PayFacts } from './pay-facts.ts';
import { socialSecurityIn } from './social-security-es.ts';
import { regularisedRate, type WithholdingFacts, type WithholdingSteps, withholdingRate } from './withholding-rate.ts';

/** What a base of contribution is made of: pay of the month, its part of the year's extra pays, and days of absence. */
export interface BasePart {
  readonly group: string;
  readonly days: number;
  readonly pay: Minor;
  readonly extraPays: Minor;
  readonly absences: Minor;
}

/** A month of one person's pay, in cents. `gross = net + withheld + worker`; `cost = gross + company`. */
export interface Payslip {
  readonly month: Month;
  readonly earnings: readonly Earning[];
  readonly contributions: readonly Contribution[];
  /** What each base of the month is made of, before its limits; absent of a correction. */
  readonly bases?: readonly BasePart[];
  /** What is paid now of months before, with what it contributes in each; absent where there is nothing. */
  readonly arrears?: readonly Arrears[];
  readonly rate: { readonly value: number; readonly facts: string; readonly steps?: WithholdingSteps };
  readonly gross: Minor;
  /** What of it bears tax. */
  readonly taxed: Minor;
  readonly worker: Minor;
  readonly company: Minor;
  readonly withheld: Minor;
  readonly net: Minor;
  readonly cost: Minor;
  /** Sick pay that the administration bears: deducted from what is paid to the TGSS. */
  readonly delegated: Minor;
  readonly inKind: Minor;
  readonly advance: Minor;
  readonly garnished: Minor;
  readonly garnishedBy?: string;
  /** What is transferred. */
  readonly payable: Minor;
}

/** All that a slip is computed of. */
export interface SlipFacts extends PayFacts {
  /** What is paid now of months before. */
  readonly arrears?: readonly Arrears[];
  /** The month itself is paid already: nothing but differences. */
  readonly correction?: true;
}

const sumOf = (earnings: readonly Earning[], takes: (earning: Earning) => boolean): Minor =>
  earnings.reduce((sum, each) => (takes(each) ? sum + each.amount : sum), 0);
const FORESEEN: ReadonlySet<string> = new Set(['salary', 'extra-pay', 'sick-pay']);
const bearsTax = ({ kind, taxed = kind !== 'allowance' }: Earning): boolean => taxed;

/** What of a slip, or of any month that it pays, is in kind and bears no tax. */
export const untaxedInKind = ({ earnings, arrears = [] }: Pick<Payslip, 'earnings' | 'arrears'>): Minor =>
  sumOf([earnings, ...arrears.map((late) => late.earnings)].flat(), (each) => each.kind === 'in-kind' && !bearsTax(each));

/** A month as it is foreseen: nobody ill, nothing beside. */
function foreseen(facts: PayFacts, month: Month): { readonly gross: Minor; readonly worker: Minor } {
  const { earnings, contributions } = payOfMonth({ ...facts, month, sick: [], unpaid: [], variable: [] });
  const row = socialSecurityIn(month);
  return {
    gross: sumOf(earnings, bearsTax),
    worker: contributions.reduce((sum, each) => sum + contributionTotals(contributionsOf(row, each)).worker, 0),
  };
}

/** What the months from one on are foreseen to pay until the year or the contract ends. */
function toCome(facts: PayFacts, from: Month): { readonly gross: Minor; readonly worker: Minor } {
  const last = `${facts.month.slice(0, 4)}-12`;
  return (from > last ? [] : monthsBetween(from, last))
    .map((month) => foreseen(facts, month))
    .reduce((sum, each) => ({ gross: sum.gross + each.gross, worker: sum.worker + each.worker }), { gross: 0, worker: 0 });
}

/** What nobody foresaw, as far as it bears tax: the rate follows it. */
const unforeseen = (earnings: readonly Earning[]): Minor => sumOf(earnings, (each) => bearsTax(each) && !FORESEEN.has(each.kind));

/** Arrears of the year of the slip: those of earlier years bear a rate of their own, and are no part of the year's pay. */
const ofYear = ({ month, arrears = [] }: Pick<SlipFacts, 'month' | 'arrears'>): MonthAmounts =>
  joinedAmounts(arrears.filter((each) => yearOf(each.month) === yearOf(month)));

/** What a rate depends on, as text: the year's planned pay and the family's data. The same facts keep the rate. */
const factsOfRate = (facts: PayFacts, planned: Minor): string =>
  `${planned}|${facts.contract}|${JSON.stringify(facts.family)}${facts.reducedTerritory ? '|reduced' : ''}`;

/**
 * The rate of the month: worked out at the first slip of the year, regularised where planned pay or family changed since (RIRPF art. 87),
 * else the one of the slip before.
 */
function rateOf(facts: SlipFacts): Payslip['rate'] {
  const { month, year, family, contract, policies } = facts;
  const first = `${month.slice(0, 4)}-01`;
  const late = ofYear(facts);
  const beside = unforeseen([...facts.variable, ...late.earnings]);
  const planned = factsOfRate(facts, toCome(facts, first).gross + year.variable + beside);
  if (year.rate?.facts === planned) return year.rate;
  const left = toCome(facts, facts.correction ? addMonths(month, 1) : month);
  const paidNow = left.gross + unforeseen(facts.variable) + sumOf(late.earnings, bearsTax);
  const tax: WithholdingFacts = {
    ...{ year: Number(month.slice(0, 4)), family, contract },
    gross: year.gross + paidNow,
    socialSecurity: year.socialSecurity + left.worker + contributionTotals(late.contributions).worker,
    ...(facts.reducedTerritory ? { reducedTerritory: true } : {}),
  };
  const row = incomeTaxIn(month);
  const steps = year.rate
    ? regularisedRate(row, tax, { withheld: year.withheld, toCome: paidNow }, policies.rateRounding)
    : withholdingRate(row, tax, policies.rateRounding);
  return { value: steps.rate, facts: planned, steps };
}

/** The minimum wage that a garnishment leaves: doubled in the month of an extra pay (policy of the pack). */
function leftOf(facts: PayFacts, earnings: readonly Earning[]): Minor {
  const wage = socialSecurityIn(facts.month).minimumWage.month;
  return earnings.some(({ kind }) => kind === 'extra-pay') ? 2 * wage : wage;
}

/** What a month earns and contributes by its own facts. @throws DomainError `payroll.no_row` (422) for a month without a row. */
export function monthAmounts(facts: PayFacts): MonthAmounts {
  const { earnings, contributions } = amountsWithBases(facts);
  return { earnings, contributions };
}
const NOTHING: MonthAmounts = { earnings: [], contributions: [] };

function amountsWithBases(facts: PayFacts): MonthAmounts & { readonly bases: readonly BasePart[] } {
  const { earnings, contributions } = payOfMonth(facts);
  return {
    earnings,
    contributions: contributions.flatMap((each) => contributionsOf(socialSecurityIn(facts.month), each)),
    bases: contributions.map(({ group, days, pay, extraPays, absences = 0 }) => ({ group, days, pay, extraPays, absences })),
  };
}

/** What of a slip is arrears of earlier years and bears tax, and the tax of it. */
function ofEarlierYears({ month, arrears = [] }: Pick<SlipFacts, 'month' | 'arrears'>): {
  readonly taxed: Minor;
  readonly withheld: Minor;
} {
  const taxed = sumOf(joinedAmounts(arrears.filter((each) => yearOf(each.month) < yearOf(month))).earnings, bearsTax);
  return { taxed, withheld: shareOf(taxed, BigInt(ARREARS_RATE), 10_000n) };
}

/**
 * A month's slip by the rows of the packs. @throws DomainError `payroll.no_row` (422) for a month without a row,
 * `payroll.negative_net` (422) where deductions pass what is paid.
 */
export function payslipOf(facts: SlipFacts): Payslip {
  const { month, advance, arrears = [] } = facts;
  const { earnings, contributions, bases } = facts.correction ? { ...NOTHING, bases: [] } : amountsWithBases(facts);
  const all = joinedAmounts([{ earnings, contributions }, ...arrears]);
  const { worker, company } = contributionTotals(all.contributions);
  const gross = grossOf(all);
  const taxed = sumOf(all.earnings, bearsTax);
  const rate = rateOf(facts);
  const earlier = ofEarlierYears(facts);
  const withheld = shareOf(taxed - earlier.taxed, BigInt(rate.value), 10_000n) + earlier.withheld;
  const net = gross - worker - withheld;
  const inKind = sumOf(all.earnings, ({ kind }) => kind === 'in-kind');
  const { garnishment } = facts;
  const garnished = garnishment ? garnishedOf(Math.max(0, net - inKind), leftOf(facts, earnings), garnishment).amount : 0;
  const payable = net - inKind - advance - garnished;
  if (payable < 0)
    throw refused(
      'payroll.negative_net',
      `Deductions pass what is paid by ${minorText(-payable)}: lower the advance, or spread it over months.`,
      'advance',
      { over: minorText(-payable), advance: minorText(advance) },
    );
  return {
    ...{ month, earnings, contributions, rate, gross, taxed, worker, company, withheld, net, inKind, advance, garnished, payable },
    ...(arrears.length > 0 ? { arrears } : {}),
    ...(bases.length > 0 ? { bases } : {}),
    ...(garnished > 0 ? { garnishedBy: GARNISHMENT_ROW } : {}),
    cost: gross + company,
    delegated: sumOf(all.earnings, ({ payer }) => payer === 'delegated'),
  };
}

/** What the year has paid with a slip more. */
export function soFarWith(year: PayFacts['year'], slip: SlipOfYear): PayFacts['year'] {
  const late = ofYear(slip);
  const own = [...slip.earnings, ...late.earnings];
  return {
    gross: year.gross + sumOf(own, bearsTax),
    withheld: year.withheld + slip.withheld - ofEarlierYears(slip).withheld,
    socialSecurity: year.socialSecurity + contributionTotals([...slip.contributions, ...late.contributions]).worker,
    variable: year.variable + unforeseen(own),
    rate: { value: slip.rate.value, facts: slip.rate.facts },
  };
}
/** What of a slip the rest of its year depends on. */
export type SlipOfYear = Pick<Payslip, 'month' | 'earnings' | 'contributions' | 'arrears' | 'withheld' | 'rate'> &
  Partial<Pick<Payslip, 'garnished'>>;
