import * as z from 'zod/mini';
import { type Month, monthsBetween } from '#kernel/date.ts';
import { refused } from '#kernel/errors.ts';
import { AnyMoney, type Minor, type Sum, sumOf } from '#kernel/money.ts';
import { recordType, type Stored } from '#kernel/record.ts';
import { list } from '#kernel/stored.ts';
import { DimensionCode } from './dimension.ts';

const MONTHS = 12;
/** A group of accounts of income or expenses (`62`), or one (`629`); whole, or under a value of a dimension. */
const BudgetLineInput = z.strictObject({
  account: z.string().check(z.regex(/^[67]\d{0,8}$/, 'must be an account of group 6 or 7, or the beginning of one')),
  dimension: z.optional(DimensionCode),
  value: z.optional(z.string().check(z.minLength(1), z.maxLength(30))),
  /** January to December: income and expenses both positive. */
  months: z.array(AnyMoney).check(z.length(MONTHS)),
});
export const BudgetInput = z.strictObject({ lines: z.array(BudgetLineInput).check(z.maxLength(400)) });

const BudgetLine = z.object({
  account: z.string(),
  dimension: z.exactOptional(z.string()),
  value: z.exactOptional(z.string()),
  months: list(z.int()),
});
export type BudgetLine = Readonly<z.output<typeof BudgetLine>>;

/** What a company means to earn and to spend in a year. */
export const Budget = z.object({ year: z.string(), lines: list(BudgetLine) });
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

/**
 * A budget as it is told. No line lies within another, so that nothing is counted twice.
 * @throws DomainError `budget.overlap`, `budget.dimension` (422).
 */
export function budgetBy(year: string, { lines }: z.output<typeof BudgetInput>): Budget {
  const kept: BudgetLine[] = [];
  for (const [i, { account, dimension, value, months }] of lines.entries()) {
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
  return { year, lines: kept };
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

/**
 * A budget beside what the books have, in some months of its year.
 * @param movedOf what moved on the accounts that begin with a text, under a value where one is told; income positive.
 */
export const budgetFigures = (
  { lines }: Pick<Budget, 'lines'>,
  [from, to]: readonly [Month, Month],
  movedOf: (line: Place) => bigint,
): BudgetFigure[] =>
  lines.map(({ account, dimension, value, months }) => {
    const asked = new Set(monthsBetween(from, to).map((month) => Number(month.slice(5)) - 1));
    const budgeted = total(months.filter((_, i) => asked.has(i)));
    const moved = movedOf({ account, ...(dimension && value ? { dimension, value } : {}) });
    const actual = account.startsWith('6') ? -moved : moved;
    return {
      ...{ account, dimension, value },
      ...{ budgeted: sumOf(budgeted), actual: sumOf(actual), difference: sumOf(actual - budgeted), year: sumOf(total(months)) },
    };
  });
