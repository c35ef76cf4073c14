import * as z from 'zod/mini';
import { Money, MoneySum } from '#kernel/money.ts';
import { stamped, stampFields } from '#kernel/stamps.ts';
import type { StoredBudget } from './budget.ts';
import type { Dimension, StoredDimension } from './dimension.ts';
import type { ValueResult } from './result.ts';

export const DimensionView = z.object({
  id: z.string(),
  code: z.string(),
  name: z.string(),
  values: z.array(z.object({ code: z.string(), name: z.string(), active: z.boolean() })),
  ...stampFields,
});
export const dimensionView = (dimension: StoredDimension) => ({ ...stamped(dimension), values: [...dimension.values] });

export const DimensionResultView = z.object({
  dimension: z.string(),
  name: z.string(),
  from: z.string(),
  to: z.string(),
  /** Of all values and of what no value is told of: the result of the books. */
  result: MoneySum,
  values: z.array(
    z.object({
      /** Absent: what no value is told of. */
      value: z.optional(z.string()),
      name: z.optional(z.string()),
      income: MoneySum,
      expenses: MoneySum,
      result: MoneySum,
      /** Income positive. */
      accounts: z.array(z.object({ account: z.string(), amount: MoneySum })),
    }),
  ),
});
export const resultView = ({ value, accounts, ...figures }: ValueResult, { values }: Pick<Dimension, 'values'>) => ({
  value,
  name: values.find(({ code }) => code === value)?.name,
  ...figures,
  accounts: [...accounts],
});

export const BudgetView = z.object({
  year: z.string(),
  /** First and last month of the year: the months of each row. */
  fiscalYear: z.object({ from: z.string(), to: z.string() }),
  from: z.string(),
  to: z.string(),
  rows: z.array(
    z.object({
      account: z.string(),
      name: z.string(),
      dimension: z.optional(z.string()),
      value: z.optional(z.string()),
      budgeted: MoneySum,
      actual: MoneySum,
      difference: MoneySum,
      year: MoneySum,
      months: z.array(Money),
    }),
  ),
  /** Income less expenses. */
  budgeted: MoneySum,
  actual: MoneySum,
  /** Present where nothing has been saved for the year: of which calendar years its amounts are carried over, and which accounts are not. */
  carried: z.optional(z.object({ years: z.array(z.string()), leftOut: z.array(z.string()) })),
});
export const SavedBudgetView = z.object({ id: z.string(), year: z.string(), lines: z.int(), ...stampFields });
export const savedBudgetView = (budget: StoredBudget) => ({ ...stamped(budget), lines: budget.lines.length });
