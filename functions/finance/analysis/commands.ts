import { analysis } from '#api/finance/analysis.ts';
import { Budgets, budgetBy, budgetId, budgetYear } from '#domain/finance/analysis/budget.ts';
import { Dimensions, dimensionBy, dimensionId } from '#domain/finance/analysis/dimension.ts';
import { dimensionView, savedBudgetView } from '#domain/finance/analysis/wire.ts';
import { create, update } from '#kernel/record.ts';
import { upserts } from '#runtime/action.ts';
import { command, serveModule } from '../../platform/service.ts';

export const putDimension = command(
  analysis.actions.putDimension,
  upserts(Dimensions, ({ path }) => dimensionId(path.dimension)),
  ({ path: { dimension: code }, body }, before) => {
    const dimension = dimensionBy(code, body, before);
    return [before ? update(Dimensions, before, dimension as typeof before) : create(Dimensions, dimensionId(code), dimension)];
  },
  dimensionView,
);

export const putBudget = command(
  analysis.actions.putBudget,
  upserts(Budgets, ({ path }) => budgetId(path.year)),
  ({ path: { year }, body, company }, before) => {
    const budget = budgetBy(budgetYear(company, year), body);
    return [before ? update(Budgets, before, budget as typeof before) : create(Budgets, budgetId(year), budget)];
  },
  savedBudgetView,
);

export const handler = serveModule(analysis, { putDimension, putBudget });
