import { CHECKS_PAST_GATES } from '#domain/finance/closing/check.ts';
import { MOST_PACKS } from '#domain/finance/closing/close-pack.ts';
import { type CloseState, MonthCloses, type StoredMonthClose } from '#domain/finance/closing/month-close.ts';
import { inState, PeriodSequences } from '#domain/finance/ledger/period-sequence.ts';
import { update } from '#kernel/record.ts';
import type { Records } from '#runtime/records.ts';
import { companyAndDay } from '../../platform/service.ts';
import { sequencesOf } from '../ledger/period-store.ts';
import { counts, lookAt, withChecks } from './close-store.ts';
import { makePack } from './pack-store.ts';

/** What the state machine does next. */
interface Next {
  readonly next: 'wait' | 'lock' | 'finish' | 'check' | 'end';
}

const NEXT: Readonly<Record<CloseState, Next['next']>> = {
  checking: 'check',
  waiting: 'wait',
  closing: 'finish',
  closed: 'end',
  rehearsed: 'end',
  cancelled: 'end',
  reopened: 'end',
};

/** Looks at all checks: the month is then locked, or waits for who mends what failed; a rehearsal has come to its end. */
export async function checkMonth(records: Records, closeId: string, now: Date): Promise<Next> {
  const close = await records.getOrThrow(MonthCloses, closeId);
  if (close.state !== 'checking' && close.state !== 'waiting') return { next: NEXT[close.state] };
  const { checks, changes, seen } = await lookAt(records, close, now);
  const after = { ...close, ...counts([...checks.values()]), seen };
  const isReady = after.failed === 0;
  if (close.rehearsal) {
    await records.commit([update(MonthCloses, close, { ...after, state: 'rehearsed', endedAt: now.toISOString() }), ...changes]);
    return { next: 'end' };
  }
  // Ready, it keeps its state until the lock: whether it may close, the gates say.
  const decided: StoredMonthClose = isReady ? after : { ...after, state: 'waiting' };
  const writes = [...withChecks(close, decided), ...changes];
  if (writes.length > 0) await records.commit(writes);
  return { next: isReady ? 'lock' : 'wait' };
}

/**
 * Closes the month where nothing was posted in it since the checks: in one transaction with its sequences as they were seen, so that
 * a posting under way either comes before, and all is looked at again, or meets the lock. What is not posted (a draft, a line of the
 * bank) passes no gate: its checks are looked at once more behind the sequences; what comes later still is of the next month's checks.
 * @throws DomainError `balances.behind` (503); a conflict where something was posted at that moment: the step comes again.
 */
export async function lockMonth(records: Records, closeId: string, now: Date): Promise<Next> {
  const close = await records.getOrThrow(MonthCloses, closeId);
  if (close.state !== 'checking' && close.state !== 'waiting') return { next: NEXT[close.state] };
  const sequences = (await records.getMany(PeriodSequences, sequencesOf(close.period))).filter((sequence) => sequence !== undefined);
  if (close.failed > 0 || sequences.some(({ id, rev }) => close.seen?.[id] !== rev)) return { next: 'check' };
  const { changes } = await lookAt(records, close, now, CHECKS_PAST_GATES);
  if (changes.length > 0) return { next: 'check' };
  const { today } = await companyAndDay(records, now);
  await records.commit([
    update(MonthCloses, close, { ...close, state: 'closing', closedOn: today, lockedAt: now.toISOString() }),
    ...sequences.map((sequence) =>
      update(PeriodSequences, sequence, {
        ...inState(sequence, sequence.state === 'locked' ? 'locked' : 'closed', now),
        monthClose: closeId,
      }),
    ),
  ]);
  return { next: 'finish' };
}

/** Keeps what the month was closed with, and tells that it is closed. */
export async function finishClose(records: Records, closeId: string, now: Date): Promise<Next> {
  const close = await records.getOrThrow(MonthCloses, closeId);
  if (close.state !== 'closing') return { next: NEXT[close.state] };
  const pack = await makePack(records, close, now);
  const packs = [...(close.packs ?? []).filter(({ run }) => run !== pack.run), pack].slice(-MOST_PACKS);
  await records.commit([update(MonthCloses, close, { ...close, state: 'closed', endedAt: now.toISOString(), packs })]);
  return { next: 'end' };
}
