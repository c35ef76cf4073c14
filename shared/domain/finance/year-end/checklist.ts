import * as z from 'zod/mini';
import { type IsoDate, monthsBetween } from '#kernel/date.ts';
import type { FiscalYear } from '#kernel/fiscal-year.ts';
import { Money } from '#kernel/money.ts';
import { ACCOUNT } from '../ledger/accounts.ts';
import { exactly, type TrialRow } from '../ledger/trial-balance.ts';
import { daysOfTaxPeriod, monthsOfTaxPeriod, quarterOf } from '../tax/tax-period.ts';

/** What is looked at before a year is closed, in the order in which it is done. */
export const YEAR_TASKS = ['drafts', 'stock', 'unbilled', 'deferrals', 'depreciation', 'revaluation', 'tax-returns'] as const;
/** `nothing`: the year has no such thing. */
export const TASK_STATES = ['done', 'open', 'nothing'] as const;

export const YearTask = z.object({
  task: z.enum(YEAR_TASKS),
  state: z.enum(TASK_STATES),
  /** Of drafts and claims that wait, of assets, of balances in a currency. */
  count: z.optional(z.int()),
  /** There may be more of them. */
  more: z.optional(z.boolean()),
  amount: z.optional(Money),
  /** Returns that have no receipt. */
  returns: z.optional(z.array(z.object({ form: z.enum(['303', '111', '115']), period: z.string() }))),
});
export type YearTask = z.output<typeof YearTask>;

/** What the books and lists say of a year. */
export interface YearFacts {
  /** Of the year, and of its last month alone. */
  readonly rows: readonly TrialRow[];
  readonly lastMonth: readonly TrialRow[];
  readonly drafts: { readonly count: number; readonly more: boolean };
  /** Assets that stand in the books, and what is still to be depreciated of them by the last day. */
  readonly assets: { readonly count: number; readonly due: number };
  readonly revaluation: { readonly inForce: boolean; readonly balances: number };
  readonly returns: { readonly due: number; readonly lacking: NonNullable<YearTask['returns']> };
}

const of = (rows: readonly TrialRow[], prefixes: readonly string[]): readonly TrialRow[] =>
  rows.filter(({ account }) => prefixes.some((prefix) => account.startsWith(prefix)));
const hasMoved = (rows: readonly TrialRow[], ...prefixes: readonly string[]): boolean =>
  of(rows, prefixes).some(({ debit, credit }) => debit !== 0 || credit !== 0);
const closingOf = (rows: readonly TrialRow[], ...prefixes: readonly string[]): number =>
  Number(of(rows, prefixes).reduce((sum, { closing }) => sum + exactly(closing), 0n));

/** Group 3, what is bought to be sold or used up (60), and the variation of what is there (61, 71). */
const [STOCK, PURCHASES, VARIATIONS] = ['3', '60', ['61', '71']] as const;
/** 480 and 485: expenses and income of the next year; 567 and 568: interest of it (PGC, part five). */
const DEFERRALS = ['480', '485', '567', '568'];
/** What is paid for a time that the end of a year may cut: services, staff, interest, income of other kinds. */
const OVER_TIME = ['62', '64', '66', '75'];
/** 4009 and 4109: what came and was not billed. */
const UNBILLED = [ACCOUNT.goodsReceivedNotInvoiced, '4109'];

/**
 * Whether the stock at the end was counted (Código de Comercio art. 28.1). Books without a perpetual inventory post its variation with
 * the last month alone; in those that have one, sales move 610 all year, and what a count finds stands on 6109. A count that finds
 * nothing leaves no trace.
 */
function stockState({ rows, lastMonth }: YearFacts): YearTask['state'] {
  if (closingOf(rows, STOCK) === 0 && !hasMoved(rows, STOCK, PURCHASES)) return 'nothing';
  const moved = (of: readonly TrialRow[]) => VARIATIONS.flatMap((prefix) => of.filter(({ account }) => account.startsWith(prefix)));
  const sides = (of: readonly TrialRow[]) => moved(of).reduce((sum, { debit, credit }) => sum + exactly(debit) + exactly(credit), 0n);
  const isOfLastMonthAlone = sides(lastMonth) > 0n && sides(lastMonth) === sides(rows);
  return hasMoved(lastMonth, ACCOUNT.stockAdjustments) || isOfLastMonthAlone ? 'done' : 'open';
}

/** What came without its bill is a debt of the year: a credit is that, a debit a bill without its goods. */
function unbilled({ rows }: YearFacts): Omit<YearTask, 'task'> {
  const owed = -closingOf(rows, ...UNBILLED);
  return owed === 0 ? { state: 'nothing' } : { state: owed > 0 ? 'done' : 'open', amount: owed };
}

const deferralsState = ({ rows, lastMonth }: YearFacts): YearTask['state'] =>
  hasMoved(lastMonth, ...DEFERRALS) ? 'done' : hasMoved(rows, ...OVER_TIME) ? 'open' : 'nothing';

/** Whether each thing that a year end needs is done (PGC, standards 2.ª, 10.ª, 11.ª; accruals: framework, 3.º): all that can be seen in the books. */
export function yearTasks(facts: YearFacts): YearTask[] {
  const { drafts, assets, revaluation, returns } = facts;
  const told: Record<(typeof YEAR_TASKS)[number], Omit<YearTask, 'task'>> = {
    drafts: drafts.count === 0 ? { state: 'nothing' } : { state: 'open', ...drafts },
    stock: { state: stockState(facts) },
    unbilled: unbilled(facts),
    deferrals: { state: deferralsState(facts) },
    depreciation:
      assets.due > 0
        ? { state: 'open', amount: assets.due, count: assets.count }
        : { state: assets.count === 0 ? 'nothing' : 'done', count: assets.count },
    revaluation: {
      state: revaluation.inForce ? 'done' : revaluation.balances === 0 ? 'nothing' : 'open',
      count: revaluation.balances,
    },
    'tax-returns':
      returns.due === 0
        ? { state: 'nothing' }
        : { state: returns.lacking.length === 0 ? 'done' : 'open', count: returns.due, returns: returns.lacking },
  };
  return YEAR_TASKS.map((task) => ({ task, ...told[task] }));
}

/** The quarters that end in a fiscal year. */
export const quartersOfYear = ({ from, to }: Pick<FiscalYear, 'from' | 'to'>): string[] =>
  [...new Set(monthsBetween(from, to).map(quarterOf))].filter((quarter) => (monthsOfTaxPeriod(quarter).at(-1) ?? '') <= to);

/** Whether a balance in a foreign currency is money that will move: what was paid in advance stays at its own rate (PGC, standard 11.ª). */
export const isMonetary = (account: string): boolean => !account.startsWith('407') && !account.startsWith(ACCOUNT.advances);

/** What a quarter had that asks for returns. */
export interface QuarterFacts {
  readonly period: string;
  /** What was withheld in it in all, and of rents; minor units. */
  readonly withheld: number;
  readonly rent: number;
}

/**
 * The returns of quarters: 303 of each, 111 and 115 of those in which something was withheld. Who files by the month has filed a quarter with its months.
 * @param isFiled by form and period, quarters and months. @param from the first day of which the form of VAT is known; @param vat whether the company files it.
 */
export function quarterlyReturns(
  quarters: readonly QuarterFacts[],
  { from, vat, isFiled }: { readonly from: IsoDate; readonly vat: boolean; readonly isFiled: (form: string, period: string) => boolean },
): YearFacts['returns'] {
  const due = quarters
    .filter(({ period }) => daysOfTaxPeriod(period).from >= from)
    .flatMap(({ period, withheld, rent }) => [
      ...(vat ? [{ form: '303' as const, period }] : []),
      ...(withheld > rent ? [{ form: '111' as const, period }] : []),
      ...(rent > 0 ? [{ form: '115' as const, period }] : []),
    ]);
  const lacking = due.filter(
    ({ form, period }) => !isFiled(form, period) && !monthsOfTaxPeriod(period).every((month) => isFiled(form, month)),
  );
  return { due: due.length, lacking };
}
