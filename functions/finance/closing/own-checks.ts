import { type CheckFinding, findingOf } from '#domain/finance/closing/check.ts';
import { hasWords, OWN_BUDGET, type OwnCheck, ownFaults, type WordedCheck, withWords } from '#domain/finance/closing/own-check.ts';
import { exactly } from '#domain/finance/ledger/trial-balance.ts';
import type { Month } from '#kernel/date.ts';
import type { Records } from '#runtime/records.ts';
import { readPeriods } from '../ledger/period-store.ts';
import type { CheckWorld } from './check-world.ts';
import { readCloseSettings } from './close-settings.ts';
import { postedDocuments } from './month-lines.ts';

/** What moved by entries with the words of each check: one walk of the month for all of them. */
async function movedByWords(records: Records, period: Month, checks: readonly WordedCheck[]): Promise<Map<OwnCheck, bigint>> {
  const sums = new Map<OwnCheck, bigint>(checks.map((check) => [check, 0n]));
  for await (const { entry } of postedDocuments(records, period))
    for (const check of checks.filter(({ words }) => hasWords(entry.text, words)))
      for (const { account, amount } of entry.lines)
        if (account.startsWith(check.accounts)) sums.set(check, (sums.get(check) ?? 0n) + exactly(amount));
  return sums;
}

/** What the company itself wants to be so; not asked where it has said nothing of that. */
export async function ownCheck(world: CheckWorld): Promise<CheckFinding | undefined> {
  const { records, period } = world;
  const { own = [] } = await readCloseSettings(records);
  if (own.length === 0) return undefined;
  const [{ month }, [read]] = await Promise.all([world.books(), readPeriods(records, [period])]);
  const entries = read?.entries ?? 0;
  const asked = withWords(own);
  const byWords = entries > OWN_BUDGET ? undefined : asked.length > 0 ? await movedByWords(records, period, asked) : new Map();
  return findingOf(ownFaults(own, month, { entries, byWords }));
}
