import { budgetFigures } from '#domain/finance/analysis/budget.ts';
import type { CheckFinding, CheckItem } from '#domain/finance/closing/check.ts';
import { type AccountVariance, budgetVariances, hasResult, variances } from '#domain/finance/closing/variance.ts';
import { exactly, type TrialRow } from '#domain/finance/ledger/trial-balance.ts';
import { fiscalYearAt } from '#kernel/fiscal-year.ts';
import { movedOf, readYearBudget } from '../analysis/budget-reader.ts';
import { readMoved } from '../analysis/result-reader.ts';
import { readAccountPage } from '../ledger/account-ledger.ts';
import { accountItem, type CheckWorld } from './check-world.ts';
import { readCloseSettings } from './close-settings.ts';

/** Accounts of which the entries are looked at. */
const MOST_DRAFTED = 10;
/** Lines of an account that are looked at, the first of the month: of more a person sees the ledger. */
const MOST_LOOKED_AT = 200;
const MOST_MOVING = 3;

type Varied = AccountVariance & Pick<CheckItem, 'under'>;

/** The entries that moved a group of accounts most, of the subaccount that moved most. */
async function movingLines({ records, company, first, last }: CheckWorld, month: readonly TrialRow[], { account: group, under }: Varied) {
  const size = ({ debit, credit }: TrialRow) => exactly(debit) + exactly(credit);
  const [most] = month.filter(({ account }) => account.startsWith(group)).sort((a, b) => (size(a) > size(b) ? -1 : 1));
  if (!most) return [];
  const asked = { account: most.account, from: first, to: last, limit: MOST_LOOKED_AT, consistent: true };
  const { lines } = await readAccountPage(records, company.fiscalYears, asked);
  return lines
    .filter(({ line }) => !under || line.dimensions?.[under.dimension] === under.value)
    .map(({ item: { document }, line }) => ({
      ...{ id: document.id, text: document.entry.text.slice(0, 120), date: document.entry.date, amount: line.amount },
    }))
    .sort((a, b) => Math.abs(b.amount) - Math.abs(a.amount))
    .slice(0, MOST_MOVING);
}

/** What somebody says why of, each with the entries of the month that moved it most. */
async function askedWhy(world: CheckWorld, varied: readonly Varied[]): Promise<CheckFinding> {
  const { month } = await world.books();
  const items: CheckItem[] = [];
  for (const each of varied) {
    const { account, amount, before, under } = each;
    const moved = items.length < MOST_DRAFTED ? await movingLines(world, month, each) : [];
    items.push({ ...accountItem(account, amount - before), ...(under ? { under } : {}), ...(moved.length > 0 ? { moved } : {}) });
  }
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
