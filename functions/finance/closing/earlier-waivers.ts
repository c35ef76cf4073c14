import type { CheckId } from '#domain/finance/closing/check.ts';
import { afterWaived, type CloseCheck, CloseChecks, closeCheckId } from '#domain/finance/closing/close-check.ts';
import { type MonthClose, monthCloseId } from '#domain/finance/closing/month-close.ts';
import { addMonths, type IsoDate, type Month } from '#kernel/date.ts';
import type { Records } from '#runtime/records.ts';
import { walkJournal } from '../ledger/journal-store.ts';

const PACE = 200;

/** Whether somebody has posted something of a month, or approved what was: reads its entries until one is theirs. */
export async function hasPosted(records: Records, period: Month, by: string): Promise<boolean> {
  for await (const { items } of walkJournal(records, { months: [period], order: 'desc', pace: PACE, unreadable: new Set() }))
    if (items.some(({ document }) => document.history.some((step) => step.by === by))) return true;
  return false;
}

/**
 * Checks that fail, with what the month before was closed with: a waiver whose day has not come yet holds of the same fault, unless
 * who gave it has posted in this month; any other is proposed. Entries are read only where one would hold that nobody has looked at.
 */
export async function withEarlierWaivers(
  records: Records,
  { period }: Pick<MonthClose, 'period'>,
  checks: readonly CloseCheck[],
  { before, today }: { readonly before: ReadonlyMap<CheckId, CloseCheck>; readonly today: IsoDate },
): Promise<CloseCheck[]> {
  const failed = checks.filter(({ state }) => state === 'failed').map(({ check }) => check);
  if (failed.length === 0) return [...checks];
  const last = addMonths(period, -1);
  const ids = failed.map((check) => closeCheckId(monthCloseId(last, false), check));
  const found = await records.getMany(CloseChecks, ids);
  const earlier = new Map(found.flatMap((check) => (check?.state === 'waived' && check.waiver ? [[check.check, check.waiver]] : [])));
  const after: CloseCheck[] = [];
  for (const check of checks) {
    const waiver = earlier.get(check.check);
    if (check.state !== 'failed' || !waiver) {
      after.push(check);
      continue;
    }
    const since = { ...waiver, since: waiver.since ?? last };
    const held = afterWaived(check, since, { today, mayHold: before.get(check.check)?.carried === undefined });
    const isOwn = held.state === 'waived' && (await hasPosted(records, period, waiver.by));
    after.push(isOwn ? afterWaived(check, since, { today, mayHold: false }) : held);
  }
  return after;
}
