import * as z from 'zod/mini';
import { BudgetInput } from '#domain/finance/analysis/budget.ts';
import { DimensionCode, DimensionInput } from '#domain/finance/analysis/dimension.ts';
import { BudgetView, DimensionResultView, DimensionView, SavedBudgetView } from '#domain/finance/analysis/wire.ts';
import { defineModule } from '#kernel/action.ts';
import { MonthText } from '#kernel/date.ts';
import { FISCAL_YEAR } from '#kernel/fiscal-year.ts';
import { eur } from '../allocations.ts';

const DimensionPath = z.strictObject({ dimension: DimensionCode });
const YearPath = z.strictObject({
  year: z.string().check(z.regex(FISCAL_YEAR, 'must be a fiscal year such as 2026, or 2026-06 where it ends with June')),
});
const months = z.strictObject({ from: z.optional(MonthText), to: z.optional(MonthText) });

export const analysis = defineModule('finance/analysis', 'Dimensions and budgets', {
  listDimensions: {
    route: 'GET /dimensions',
    summary: 'List the dimensions of the company with their values',
    description: 'What lines of entries, orders, invoices and bills may be told of: cost centres, projects.',
    permission: 'books.read',
    output: z.object({ items: z.array(DimensionView) }),
  },
  putDimension: {
    route: 'PUT /dimensions/{dimension}',
    summary: 'Define a dimension and its values',
    description: 'A value that was there stays, since entries may name it; one that is used no more is made inactive.',
    permission: 'books.accounts',
    path: DimensionPath,
    body: DimensionInput,
    output: DimensionView,
    errors: ['dimension.twice', 'dimension.lacking'],
    example: { body: { name: 'Centro de coste', values: [{ code: 'MAD', name: 'Madrid' }] } },
  },
  getDimensionResult: {
    route: 'GET /dimensions/{dimension}/result',
    summary: 'Get income, expenses and result by the values of a dimension, in some months',
    description:
      'Without months: the fiscal year so far. What no value is told of stands in a row of its own, so that all rows are the result of the books.',
    permission: 'books.read',
    path: DimensionPath,
    query: months,
    output: DimensionResultView,
    errors: ['dimension.not_found', 'range.backwards', 'balances.behind'],
  },
  getBudget: {
    route: 'GET /budgets/{year}',
    summary: 'Get the budget of a fiscal year beside what the books have, in some months',
    description:
      'Without months: up to the present one. Income and expenses are both positive. Of a fiscal year that is no calendar year and has no budget yet, what budgets of calendar years have for its months is carried over.',
    permission: 'books.read',
    path: YearPath,
    query: months,
    output: BudgetView,
    errors: ['fiscal_year.not_found', 'budget.months', 'range.backwards', 'balances.behind'],
  },
  putBudget: {
    route: 'PUT /budgets/{year}',
    summary: 'Set the budget of a fiscal year',
    description:
      'A line is of an account of group 6 or 7 or the beginning of one, whole or under a value of a dimension, with an amount for each month of the fiscal year. A year that has still to be opened has twelve. No line lies within another.',
    permission: 'books.accounts',
    path: YearPath,
    body: BudgetInput,
    output: SavedBudgetView,
    errors: ['fiscal_year.not_found', 'budget.length', 'budget.overlap', 'budget.dimension'],
    example: { body: { lines: [{ account: '629', months: Array.from({ length: 12 }, () => eur('250.00')) }] } },
  },
});
