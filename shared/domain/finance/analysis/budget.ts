import * as z from 'zod/mini';
import { addMonths, type Month, monthsBetween } from '#kernel/date.ts';
import { invalid, refused } from '#kernel/errors.ts';
import { type FiscalCalendar, type FiscalRange, type FiscalYear, fiscalMonths, fiscalYearsOf, namedYear } from '#kernel/fiscal-year.ts';
import { AnyMoney, type Minor, type Sum, sumOf } from '#kernel/money.ts';
import { recordType, type Stored } from '#kernel/record.ts';
import { list } from '#kernel/stored.ts';
import { MOST_MONTHS, requireFiscalYear } from '../ledger/fiscal-years.ts';
import { DimensionCode } from './dimension.ts';

/** A group of accounts of income or expenses (`62`), or one (`629`); whole, or under a value of a dimension. */
const BudgetLineInput = z.strictObject({
  account: z.string().check(z.regex(/^[67]\d{0,8}$/, 'must be an account of group 6 or 7, or the beginning of one')),
  dimension: z.optional(DimensionCode),
  value: z.optional(z.string().check(z.minLength(1), z.maxLength(30))),
  /** Those of the fiscal year, in their order: income and expenses both positive. */
  months: z.array(AnyMoney).check(z.minLength(1), z.maxLength(MOST_MONTHS)),
});
export const BudgetInput = z.strictObject({ lines: z.array(BudgetLineInput).check(z.maxLength(400)) });

const BudgetLine = z.object({
  account: z.string(),
  dimension: z.exactOptional(z.string()),
  value: z.exactOptional(z.string()),
  months: list(z.int()),
});
export type BudgetLine = Readonly<z.output<typeof BudgetLine>>;

/** What a company means to earn and to spend in a fiscal year. */
export const Budget = z.object({
  year: z.string(),
  /** The month that its amounts begin with; absent: the January of its year. */
  from: z.exactOptional(z.string()),
  lines: list(BudgetLine),
});
export type Budget = Readonly<z.output<typeof Budget>>;
export type StoredBudget = Stored<Budget>;

export const budgetId = (year: string): string => `bud_${year}`;

export const Budgets = recordType<Budget>({
  kind: 'budget',
  prefix: 'bud',
  data: Budget,
  history: 'ends',
  screen: { none: 'The budget of each year is shown beside what was spent.' },
  read: 'books.read',
});

type Place = Pick<BudgetLine, 'account' | 'dimension' | 'value'>;
/** Whether something that is spent could be counted in both: not under two values of one dimension. */
const overlaps = (a: Place, b: Place): boolean =>
  (a.account.startsWith(b.account) || b.account.startsWith(a.account)) &&
  (a.dimension === undefined || a.dimension !== b.dimension || a.value === b.value);

const monthsApart = (a: Month, b: Month): number =>
  (Number(b.slice(0, 4)) - Number(a.slice(0, 4))) * 12 + Number(b.slice(5)) - Number(a.slice(5));

/**
 * The fiscal year that a budget is of: one of the company's or, since one plans before the books are opened, one of twelve months that
 * comes before or after them without a gap. @throws DomainError `fiscal_year.not_found` (404).
 */
export function budgetYear(company: FiscalCalendar, name: string): FiscalYear {
  const years = fiscalYearsOf(company);
  const [first, last] = [years[0], years.at(-1)];
  const to = name.length === 4 ? `${name}-12` : name;
  const range = { from: addMonths(to, -11), to };
  const beside =
    !first || !last
      ? name.length === 4
      : range.from > last.to
        ? monthsApart(addMonths(last.to, 1), range.from) % 12 === 0
        : range.to < first.from && monthsApart(addMonths(range.to, 1), first.from) % 12 === 0;
  return beside && !years.some(({ year }) => year === name) ? namedYear(range) : requireFiscalYear(company, name);
}

const isCalendar = ({ from, to }: FiscalRange): boolean => from === `${to.slice(0, 4)}-01` && to.endsWith('-12');

/**
 * A budget as it is told. No line lies within another, so that nothing is counted twice.
 * @throws DomainError `budget.length` (400), `budget.overlap`, `budget.dimension` (422).
 */
export function budgetBy(year: FiscalYear, { lines }: z.output<typeof BudgetInput>): Budget {
  const kept: BudgetLine[] = [];
  const length = fiscalMonths(year).length;
  for (const [i, { account, dimension, value, months }] of lines.entries()) {
    if (months.length !== length)
      throw invalid(
        'budget.length',
        `Line ${i + 1}: the fiscal year ${year.year} has ${length} months, and the line ${months.length}.`,
        `body.lines.${i}.months`,
        { line: i + 1, year: year.year, months: months.length, wanted: length },
      );
    if ((dimension === undefined) !== (value === undefined))
      throw refused('budget.dimension', `Line ${i + 1}: give a dimension with its value, or neither.`, `body.lines.${i}.value`, {
        line: i + 1,
      });
    const line = { account, ...(dimension && value ? { dimension, value } : {}), months };
    const other = kept.find((one) => overlaps(one, line));
    if (other)
      throw refused(
        'budget.overlap',
        `Line ${i + 1}: ${account} and ${other.account} overlap: what is spent would be counted twice.`,
        `body.lines.${i}.account`,
        { line: i + 1, account, other: other.account },
      );
    kept.push(line);
  }
  return { year: year.year, ...(isCalendar(year) ? {} : { from: year.from }), lines: kept };
}

export interface BudgetFigure {
  readonly account: string;
  readonly dimension?: string | undefined;
  readonly value?: string | undefined;
  /** Of these months, income and expenses both positive. */
  readonly budgeted: Sum;
  readonly actual: Sum;
  /** Actual less budgeted. */
  readonly difference: Sum;
  /** The whole year. */
  readonly year: Sum;
}

const total = (months: readonly Minor[]): bigint => months.reduce((sum, month) => sum + BigInt(month), 0n);

/** A budget in the months of a fiscal year. */
export interface YearBudget {
  /** With an amount for each month of the fiscal year. */
  readonly lines: readonly BudgetLine[];
  /** It has not been saved for this fiscal year: its amounts are those that budgets of calendar years have for these months. */
  readonly carried?: {
    readonly years: string[] /** Accounts that lie within another, of which nothing is carried. */;
    readonly leftOut: string[];
  };
}

/** The budgets of calendar years that have months of a fiscal year which is none. */
export const calendarBudgets = (year: FiscalRange): string[] =>
  isCalendar(year) ? [] : [...new Set(fiscalMonths(year).map((month) => month.slice(0, 4)))];

/**
 * The budget of a fiscal year, by its months: as it was saved, whatever months the year had then. Where none was saved and a company
 * that went by calendar years goes by others now, what those planned for the same months is carried over.
 */
export function budgetIn(year: FiscalRange, saved: Budget | undefined, calendar: readonly Budget[]): YearBudget {
  const months = fiscalMonths(year);
  const inMonths = (line: BudgetLine, from: Month): BudgetLine => ({
    ...line,
    months: months.map((month) => line.months[monthsApart(from, month)] ?? 0),
  });
  const firstOf = (budget: Budget): Month => budget.from ?? `${budget.year}-01`;
  if (saved || calendar.length === 0) return { lines: saved?.lines.map((line) => inMonths(line, firstOf(saved))) ?? [] };
  const kept: BudgetLine[] = [];
  const leftOut: string[] = [];
  for (const line of calendar.flatMap((budget) => budget.lines.map((each) => inMonths(each, firstOf(budget))))) {
    const at = kept.findIndex((other) => samePlace(other, line));
    const same = kept[at];
    if (same) kept[at] = { ...same, months: same.months.map((amount, i) => amount + (line.months[i] ?? 0)) };
    else if (kept.some((other) => overlaps(other, line))) leftOut.push(line.account);
    else kept.push(line);
  }
  return { lines: kept, carried: { years: calendar.map(({ year: name }) => name), leftOut } };
}
const samePlace = (a: Place, b: Place): boolean => a.account === b.account && a.dimension === b.dimension && a.value === b.value;

/**
 * A budget beside what the books have, in some months of its year.
 * @param movedOf what moved on the accounts that begin with a text, under a value where one is told; income positive.
 */
export const budgetFigures = (
  lines: readonly BudgetLine[],
  year: FiscalRange,
  [from, to]: readonly [Month, Month],
  movedOf: (line: Place) => bigint,
): BudgetFigure[] =>
  lines.map(({ account, dimension, value, months }) => {
    const asked = new Set(monthsBetween(from, to));
    const budgeted = total(fiscalMonths(year).map((month, i) => (asked.has(month) ? (months[i] ?? 0) : 0)));
    const moved = movedOf({ account, ...(dimension && value ? { dimension, value } : {}) });
    const actual = account.startsWith('6') ? -moved : moved;
    return {
      ...{ account, dimension, value },
      ...{ budgeted: sumOf(budgeted), actual: sumOf(actual), difference: sumOf(actual - budgeted), year: sumOf(total(months)) },
    };
  });
