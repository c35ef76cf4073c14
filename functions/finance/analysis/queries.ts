import { analysis } from '#api/finance/analysis.ts';
import { budgetFigures, budgetYear } from '#domain/finance/analysis/budget.ts';
import { Dimensions, dimensionId } from '#domain/finance/analysis/dimension.ts';
import { resultsBy } from '#domain/finance/analysis/result.ts';
import { dimensionView, resultView } from '#domain/finance/analysis/wire.ts';
import { subgroupOf } from '#domain/finance/ledger/subgroups-pgc.ts';
import { monthOf } from '#kernel/date.ts';
import { invalid } from '#kernel/errors.ts';
import { sumOf } from '#kernel/money.ts';
import { plainQuery } from '#runtime/action.ts';
import { everyRecord } from '#runtime/lists.ts';
import { required } from '#runtime/reads.ts';
import { query, serveModule } from '../../platform/service.ts';
import { readChart } from '../ledger/account-store.ts';
import { movedOf, readYearBudget } from './budget-reader.ts';
import { monthsOf, readMoved } from './result-reader.ts';

const { actions } = analysis;

export const listDimensions = plainQuery(actions.listDimensions, async ({ records }) => ({
  items: (await Array.fromAsync(everyRecord(records, Dimensions))).map(dimensionView),
}));

export const getDimensionResult = query(
  actions.getDimensionResult,
  ({ path }) => ({ dimension: required(Dimensions, dimensionId(path.dimension), 'path.dimension') }),
  async ({ dimension, records, company, query: input, today }) => {
    const [from, to] = monthsOf(input, company, today);
    const { value: moved } = await readMoved(records, company.fiscalYears, [from, to], dimension.code);
    const results = resultsBy(moved.whole, moved.analytic);
    const result = results.reduce((sum, each) => sum + BigInt(each.result), 0n);
    return {
      ...{ dimension: dimension.code, name: dimension.name, from, to, result: sumOf(result) },
      values: results.map((each) => resultView(each, dimension)),
    };
  },
);

export const getBudget = query(actions.getBudget, async ({ path, query: input, records, company, today }) => {
  const year = budgetYear(company, path.year);
  const present = monthOf(today);
  const last = year.from <= present && present <= year.to ? present : year.to;
  const [from, to] = monthsOf({ from: input.from ?? year.from, to: input.to ?? last }, company, today);
  if (from < year.from || to > year.to)
    throw invalid('budget.months', `The months of a budget of ${year.year} are those of that year.`, 'query.from', { year: year.year });
  const [{ lines, carried }, { value: moved }, chart] = await Promise.all([
    readYearBudget(records, year),
    readMoved(records, company.fiscalYears, [from, to]),
    readChart(records),
  ]);
  const names = new Map(chart.map(({ code, name }) => [code, name]));
  const figures = budgetFigures(lines, year, [from, to], movedOf(moved));
  const rows = figures.map((figure, i) => ({
    ...figure,
    name: names.get(figure.account) ?? (figure.account.length === 2 ? (subgroupOf(figure.account)?.name ?? '') : ''),
    months: [...(lines[i]?.months ?? [])],
  }));
  const sum = (of: 'budgeted' | 'actual') =>
    sumOf(rows.reduce((total, row) => total + (row.account.startsWith('6') ? -BigInt(row[of]) : BigInt(row[of])), 0n));
  const fiscalYear = { from: year.from, to: year.to };
  return { year: year.year, fiscalYear, from, to, rows, budgeted: sum('budgeted'), actual: sum('actual'), carried };
});

export const handler = serveModule(analysis, { listDimensions, getDimensionResult, getBudget });
