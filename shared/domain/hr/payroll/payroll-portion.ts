import * as z from 'zod/mini';
import type { Month } from '#kernel/date.ts';
import type { LineDimensions } from '#kernel/line-dimensions.ts';
import type { Minor } from '#kernel/money.ts';
import { dated, recordType, type Stored, type TaxFact } from '#kernel/record.ts';
import { list } from '#kernel/stored.ts';
import { Entry, type EntryLine, WITHHELD_ACCUMULATOR, WITHHELD_OF_WAGES } from '../../finance/events.ts';
import { CONTRIBUTIONS } from './contribution.ts';
import { payrollAmounts } from './payroll-entry.ts';
import type { Payslip } from './payslip.ts';

/** People of a portion: their entry, and what it changes, fit into one transaction. */
export const PORTION_PEOPLE = 40;

/** `unchanged`: a correction had nothing to correct. */
export const PERSON_STATES = ['waiting', 'calculated', 'refused', 'excluded', 'unchanged'] as const;
const AMOUNTS = [
  ...([
    'gross',
    'taxed',
    'worker',
    'company',
    'withheld',
    'net',
    'cost',
    'delegated',
    'inKind',
    'advance',
    'garnished',
    'payable',
  ] as const),
] as const;
export type PayAmount = (typeof AMOUNTS)[number];

const amounts = Object.fromEntries(AMOUNTS.map((name) => [name, z.int()])) as Record<PayAmount, z.ZodMiniNumberFormat>;
/** What a slip comes to, cents. */
export const PayAmounts = z.object(amounts);
export type PayAmounts = Readonly<Record<PayAmount, Minor>>;
export const NO_PAY: PayAmounts = Object.fromEntries(AMOUNTS.map((name) => [name, 0])) as Record<PayAmount, Minor>;
export const payAmountsOf = (slip: Payslip): PayAmounts => Object.fromEntries(AMOUNTS.map((name) => [name, slip[name]])) as PayAmounts;
export const sumOfPay = (all: readonly PayAmounts[]): PayAmounts =>
  Object.fromEntries(AMOUNTS.map((name) => [name, all.reduce((sum, each) => sum + each[name], 0)])) as PayAmounts;

/** Somebody of a run, and what their slip comes to. */
export const RunPerson = z.object({
  employeeId: z.string(),
  name: z.string(),
  state: z.enum(PERSON_STATES),
  department: z.exactOptional(z.string()),
  /** The account of the TGSS that they contribute by. */
  contributionAccount: z.exactOptional(z.string()),
  /** Whether there is a bank account to pay to: which one, the slip says, sealed. */
  hasIban: z.exactOptional(z.boolean()),
  /** Where the slip stands: `2026-11`. */
  place: z.exactOptional(z.string()),
  amounts: z.exactOptional(PayAmounts),
  /** What of their pay in kind bears no tax; absent: nothing of it. */
  untaxedInKind: z.exactOptional(z.int()),
  /** The revision of the month's inputs that they were worked out by; absent where there were none. */
  inputRev: z.exactOptional(z.int()),
  /** Of the month before. */
  before: z.exactOptional(z.object({ gross: z.int(), net: z.int(), cost: z.int() })),
  /** Why it is not what it was then. */
  causes: z.exactOptional(list(z.string())),
  refusal: z.exactOptional(
    z.object({ code: z.string(), message: z.string(), params: z.exactOptional(z.record(z.string(), z.union([z.string(), z.number()]))) }),
  ),
});
export type RunPerson = Readonly<z.output<typeof RunPerson>>;

/** What the TGSS is paid of one contribution of one month, at one rate, by one account. */
export const ContributionSum = z.object({
  account: z.exactOptional(z.string()),
  month: z.string(),
  kind: z.enum(CONTRIBUTIONS),
  workerPercent: z.string(),
  companyPercent: z.string(),
  base: z.int(),
  worker: z.int(),
  company: z.int(),
});
export type ContributionSum = Readonly<z.output<typeof ContributionSum>>;

/** Some people of a run, who are worked out and posted together: no entry of a large run tells what one person earns. */
export const PayrollPortion = z.object({
  runId: z.string(),
  no: z.int(),
  date: z.string(),
  people: list(RunPerson),
  contributions: list(ContributionSum),
  entry: z.exactOptional(Entry),
});
export type PayrollPortion = Readonly<z.output<typeof PayrollPortion>>;
export type StoredPortion = Stored<PayrollPortion>;

type Paid = RunPerson & { readonly amounts: PayAmounts };
export const paidPeople = ({ people }: Pick<PayrollPortion, 'people'>): readonly Paid[] =>
  people.filter((person): person is Paid => person.state === 'calculated' && person.amounts !== undefined);

/** What somebody is paid by a run, with its number there. */
export interface PayTransfer {
  readonly no: number;
  readonly person: Paid;
  readonly amount: Minor;
  /** Whether the bank's file has it: not of those who told no account. */
  readonly isInFile: boolean;
}

/** Who is paid how much: numbered as the file for the bank has them, and behind those whom that does not pay. */
export function payTransfers(portions: readonly Pick<PayrollPortion, 'people'>[]): readonly PayTransfer[] {
  const people = portions.flatMap(paidPeople).filter(({ amounts: { payable } }) => payable > 0);
  const inFile = people.filter(({ hasIban }) => hasIban);
  return [...inFile, ...people.filter(({ hasIban }) => !hasIban)].map((person, i) => ({
    ...{ no: i + 1, person, amount: person.amounts.payable, isInFile: i < inFile.length },
  }));
}

/** Tax of pay in kind is of the same rate as that of money: its part of what is withheld. */
function taxesOf({ amounts: { taxed, withheld, inKind: whole }, untaxedInKind: free = 0 }: Paid): TaxFact[] {
  const inKind = whole - free;
  const kind = taxed === 0 ? 0 : Math.round((withheld * inKind) / taxed);
  const fact = (code: string, base: Minor, tax: Minor): TaxFact => ({ side: 'withheld', code, percent: '0', base, tax });
  return [
    fact(WITHHELD_OF_WAGES.money, taxed - inKind, withheld - kind),
    ...(inKind === 0 ? [] : [fact(WITHHELD_OF_WAGES.kind, inKind, kind)]),
  ].filter(({ base, tax }) => base !== 0 || tax !== 0);
}

/** Taxes of one code as one. */
function together(all: readonly TaxFact[]): TaxFact[] {
  const sums = new Map<string, TaxFact>();
  for (const fact of all) {
    const { base = 0, tax = 0 } = sums.get(fact.code) ?? {};
    sums.set(fact.code, { ...fact, base: base + fact.base, tax: tax + fact.tax });
  }
  return [...sums.values()];
}

export const PayrollPortions = recordType<PayrollPortion>({
  kind: 'payroll-portion',
  prefix: 'pyp',
  letter: 'NL',
  data: PayrollPortion,
  short: { employeeId: 'e', amounts: 'a', department: 'd', state: 's', place: 'p', before: 'b', causes: 'c', inputRev: 'i' },
  history: 'ends',
  list: dated({ date: ({ date }) => date }),
  summary: ({ runId, date }) => ({ subtitle: [runId], date }),
  posts: {
    undo: 'Correct the month by a correction run.',
    taxes: (portion) => (portion.entry ? together(paidPeople(portion).flatMap(taxesOf)) : []),
    recipients: (portion) =>
      portion.entry
        ? // By their ids: who they are, and their tax ids, the forms take from where that is sealed under their own keys.
          paidPeople(portion).map((person) => ({ party: { name: person.employeeId }, taxes: taxesOf(person) }))
        : [],
  },
  accumulates: WITHHELD_ACCUMULATOR,
  screen: { none: 'It is shown on the pay run that it is a part of.' },
  icon: 'cash',
  read: 'payroll.read',
});
export const portionId = (runId: string, no: number): string => `pyp_${runId.slice(4)}.${no}`;

/** People in portions as even as can be, each small enough. */
export function portionsOf<P>(people: readonly P[]): readonly (readonly P[])[] {
  const count = Math.ceil(people.length / PORTION_PEOPLE);
  return Array.from({ length: count }, (_, i) =>
    people.slice(Math.floor((i * people.length) / count), Math.floor(((i + 1) * people.length) / count)),
  );
}

const EXPENSES: ReadonlySet<string> = new Set(['640', '642']);
/** Nobody's pay is a line of its own: fewer people of a department are told together with the rest. */
const FEWEST_OF_A_LINE = 2;

/** People by the values that their departments have in the books: those of which there are too few have none. */
function byDepartment(people: readonly Paid[], dimensionsOf: DimensionsOf): (readonly [LineDimensions | undefined, readonly Paid[]])[] {
  const groups = [...Map.groupBy(people, ({ department }) => JSON.stringify(dimensionsOf(department) ?? null))].map(
    ([, of]) => [dimensionsOf(of[0]?.department), of] as const,
  );
  const told = groups.filter(([dimensions, of]) => dimensions !== undefined && of.length >= FEWEST_OF_A_LINE);
  const rest = people.filter((person) => !told.some(([, of]) => of.includes(person)));
  // One alone who is left would be told by what the others leave: the smallest department goes with them.
  if (rest.length > 0 && rest.length < FEWEST_OF_A_LINE && told.length > 0) {
    const smallest = told.toSorted(([, a], [, b]) => a.length - b.length)[0];
    return [...told.filter((each) => each !== smallest), [undefined, [...rest, ...(smallest?.[1] ?? [])]]];
  }
  return rest.length > 0 ? [...told, [undefined, rest]] : told;
}

type DimensionsOf = (department: string | undefined) => LineDimensions | undefined;

/** The lines of a portion's entry: wages and contributions of the company by department, where the books know it. */
export function portionLines(portion: PayrollPortion, dimensionsOf: DimensionsOf = () => undefined): readonly EntryLine[] {
  const people = paidPeople(portion);
  const linesOf = (of: readonly Paid[]) => payrollAmounts(of.map(({ amounts: posted }) => posted));
  const expenses = byDepartment(people, dimensionsOf).flatMap(([dimensions, of]) =>
    linesOf(of)
      .filter(({ account }) => EXPENSES.has(account))
      .map((line) => ({ ...line, ...(dimensions ? { dimensions: { ...dimensions } } : {}) })),
  );
  const inOrder = expenses.toSorted((a, b) => (a.account < b.account ? -1 : a.account > b.account ? 1 : 0));
  return [...inOrder, ...linesOf(people).filter(({ account }) => !EXPENSES.has(account))];
}

/** Contributions of slips by account, month, kind and rate. */
type Contributing = Pick<Payslip, 'month' | 'contributions' | 'arrears'> & { readonly contributionAccount?: string };
export function contributionSums(slips: readonly Contributing[]): ContributionSum[] {
  const sums = new Map<string, ContributionSum>();
  const add = (month: Month, { kind, rate, base, worker, company }: Payslip['contributions'][number], account?: string) => {
    const key = [account, month, kind, rate.worker, rate.company].join('|');
    const of = { ...(account ? { account } : {}), month, kind, workerPercent: rate.worker, companyPercent: rate.company };
    const had = sums.get(key) ?? { ...of, base: 0, worker: 0, company: 0 };
    sums.set(key, { ...had, base: had.base + base, worker: had.worker + worker, company: had.company + company });
  };
  for (const { month, contributions, arrears = [], contributionAccount } of slips)
    for (const each of [{ month, contributions }, ...arrears])
      for (const one of each.contributions) add(each.month, one, contributionAccount);
  return [...sums.values()];
}
