import { CHECK_IDS, type CheckId } from '#domain/finance/closing/check.ts';
import {
  type CloseCheck,
  CloseChecks,
  checkOf,
  closeCheckId,
  hasMoved,
  type StoredCloseCheck,
} from '#domain/finance/closing/close-check.ts';
import { type MonthClose, MonthCloses, type StoredMonthClose } from '#domain/finance/closing/month-close.ts';
import { PeriodSequences } from '#domain/finance/ledger/period-sequence.ts';
import { refused } from '#kernel/errors.ts';
import { type Change, create, update } from '#kernel/record.ts';
import type { Records } from '#runtime/records.ts';
import { companyAndDay } from '../../platform/service.ts';
import { sequencesOf } from '../ledger/period-store.ts';
import { CheckWorld } from './check-world.ts';
import { checkFindings } from './checks.ts';
import { withEarlierWaivers } from './earlier-waivers.ts';

/** The checks of a close, by their ids. */
export async function readChecks(records: Records, closeId: string): Promise<Map<CheckId, StoredCloseCheck>> {
  const found = await records.getMany(
    CloseChecks,
    CHECK_IDS.map((check) => closeCheckId(closeId, check)),
  );
  return new Map(found.flatMap((check) => (check ? [[check.check, check] as const] : [])));
}

const stateCount = (checks: readonly CloseCheck[], state: CloseCheck['state']): number =>
  checks.filter((check) => check.state === state).length;

/** How many checks have failed and are waived. */
export const counts = (checks: readonly CloseCheck[]): Pick<MonthClose, 'failed' | 'waived'> => ({
  failed: stateCount(checks, 'failed'),
  waived: stateCount(checks, 'waived'),
});

/** The revisions of a month's sequences: whatever is posted in it changes one of them. */
export async function revisionsOf(records: Records, period: string): Promise<Record<string, number>> {
  const sequences = await records.getMany(PeriodSequences, sequencesOf(period));
  return Object.fromEntries(sequences.flatMap((sequence) => (sequence ? [[sequence.id, sequence.rev]] : [])));
}

/** What became of a close's checks: what has moved is to be written. */
export interface Looked {
  readonly checks: ReadonlyMap<CheckId, CloseCheck>;
  readonly changes: readonly Change[];
  readonly seen: Readonly<Record<string, number>>;
}

/**
 * Looks at checks of a close again. The sequences are read before: what is posted meanwhile is seen as news by the lock.
 * @throws DomainError `balances.behind` (503).
 */
export async function lookAt(records: Records, close: StoredMonthClose, now: Date, ids: readonly CheckId[] = CHECK_IDS): Promise<Looked> {
  const seen = await revisionsOf(records, close.period);
  const [{ company, today }, before] = await Promise.all([companyAndDay(records, now), readChecks(records, close.id)]);
  const found = await checkFindings(new CheckWorld({ records, company, today }, close.period), ids);
  const after = new Map<CheckId, CloseCheck>(before);
  const changes: Change[] = [];
  const looked = [...found].map(([check, finding]) => {
    const of = { closeId: close.id, period: close.period, check };
    return checkOf(of, finding, { before: before.get(check), at: now.toISOString(), today });
  });
  for (const next of await withEarlierWaivers(records, close, looked, { before, today })) {
    const standing = before.get(next.check);
    if (!hasMoved(standing, next)) continue;
    after.set(next.check, next);
    const id = closeCheckId(close.id, next.check);
    changes.push(standing ? update(CloseChecks, standing, next as typeof standing) : create(CloseChecks, id, next));
  }
  return { checks: after, changes, seen };
}

/** The close with what its checks came to; no change where it says so already. */
export function withChecks(close: StoredMonthClose, after: MonthClose): Change[] {
  const isSame =
    JSON.stringify([close.state, close.failed, close.waived, close.seen]) ===
    JSON.stringify([after.state, after.failed, after.waived, after.seen]);
  return isSame ? [] : [update(MonthCloses, close, after as StoredMonthClose)];
}

/** A close that waits for who mends it. @throws DomainError `month_close.state` (422) of one that waits for nobody. */
export async function waitingClose(records: Records, closeId: string): Promise<StoredMonthClose> {
  const close = await records.getOrThrow(MonthCloses, closeId, 'path.closeId');
  if (close.state !== 'waiting')
    throw refused(
      'month_close.state',
      `The close of ${close.period} is ${close.state}: that can be done with one that is waiting.`,
      'path.closeId',
      { period: close.period, state: close.state },
    );
  return close;
}
