import { budgetFigures } from '#domain/finance/analysis/budget.ts';
import { type CheckFinding, type CheckItem, PASSED } from '#domain/finance/closing/check.ts';
import { type AccountVariance, budgetVariances, hasResult, variances } from '#domain/finance/closing/variance.ts';
import { fiscalYearAt } from '#kernel/fiscal-year.ts';
import { movedOf, readYearBudget } from '../analysis/budget-reader.ts';
import { readMoved } from '../analysis/result-reader.ts';
import { accountItem, type CheckWorld } from './check-world.ts';
import { readCloseSettings } from './close-settings.ts';
import { movingLinesOf } from './month-lines.ts';

/** What somebody says why of, each with the entries of the month that moved it most. */
async function askedWhy(world: CheckWorld, varied: readonly (AccountVariance & Pick<CheckItem, 'under'>)[]): Promise<CheckFinding> {
  if (varied.length === 0) return PASSED;
  const all = await world.movingLines();
  const items = varied.map(({ account, amount, before, under }): CheckItem => {
    const moved = movingLinesOf(all, account, under);
    return { ...accountItem(account, amount - before), ...(under ? { under } : {}), ...(moved.length > 0 ? { moved: [...moved] } : {}) };
  });
  // All of them: what somebody has said why is taken off before they are cut.
  return { count: items.length, items };
}

/** Income and expenses that differ much from the month before: somebody says why. */
export async function varianceCheck(world: CheckWorld): Promise<CheckFinding> {
  const [{ month, before }, { variance }] = await Promise.all([world.books(), readCloseSettings(world.records)]);
  return askedWhy(world, variances(month, before, variance));
}

/** The same beside that month of the year before; not asked where the books have nothing of it. */
export async function yearVarianceCheck(world: CheckWorld): Promise<CheckFinding | undefined> {
  const [{ month, lastYear }, settings] = await Promise.all([world.books(), readCloseSettings(world.records)]);
  if (!hasResult(lastYear)) return undefined;
  return askedWhy(world, variances(month, lastYear, settings.lastYear ?? settings.variance));
}

/** The same beside the month's budget, line by line; not asked of a year without. What no line plans is compared with nothing. */
export async function budgetVarianceCheck(world: CheckWorld): Promise<CheckFinding | undefined> {
  const { records, company, period, first } = world;
  const year = fiscalYearAt(company, first);
  const [{ lines }, settings] = await Promise.all([readYearBudget(records, year), readCloseSettings(records)]);
  if (lines.length === 0) return undefined;
  // Balances have all that was posted before once these are read.
  await world.books();
  const { value: moved } = await readMoved(records, company.fiscalYears, [period, period]);
  const figures = budgetFigures(lines, year, [period, period], movedOf(moved));
  return askedWhy(world, budgetVariances(figures, settings.budget ?? settings.variance));
}
