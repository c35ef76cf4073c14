import { type BudgetLine, Budgets, budgetId, budgetIn, calendarBudgets, type YearBudget } from '#domain/finance/analysis/budget.ts';
import type { FiscalYear } from '#kernel/fiscal-year.ts';
import type { Records } from '#runtime/records.ts';
import type { Moved } from './result-reader.ts';

/** The budget of a fiscal year, as saved or carried over from those of calendar years. */
export async function readYearBudget(records: Records, year: FiscalYear): Promise<YearBudget> {
  const names = [year.year, ...calendarBudgets(year).filter((each) => each !== year.year)];
  const [saved, ...earlier] = await records.getMany(Budgets, names.map(budgetId));
  return budgetIn(
    year,
    saved,
    earlier.filter((budget) => budget !== undefined),
  );
}

/** What moved on the accounts that a line of a budget begins with, income positive. */
export const movedOf =
  ({ whole, analytic }: Moved) =>
  ({ account, dimension, value }: Pick<BudgetLine, 'account' | 'dimension' | 'value'>): bigint => {
    const begins = dimension === undefined ? account : `${dimension}:${value}:${account}`;
    const rows = dimension === undefined ? whole : analytic;
    return [...rows].reduce((sum, [key, amount]) => sum + (key.startsWith(begins) ? amount : 0n), 0n);
  };
