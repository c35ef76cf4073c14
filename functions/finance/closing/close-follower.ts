import { type ChangedFact, checksAfter } from '#domain/finance/closing/check.ts';
import { isUnderWay, MEND, MonthCloses, type StoredMonthClose } from '#domain/finance/closing/month-close.ts';
import { openRows } from '#runtime/open-work.ts';
import type { Records } from '#runtime/records.ts';
import { fail, firstName, lastRun, nextName, startOnce, succeed } from '#runtime/task-tokens.ts';
import { timerAt } from '#runtime/timers.ts';
import { readWait, type Wait } from '#runtime/waits.ts';
import { counts, lookAt, withChecks } from './close-store.ts';

export const MONTH_END_CLOSE = 'month-end-close';

/** Longest that an execution waits for who mends what failed, below the year that it may last; the nightly round starts the next. */
const MEND_WITHIN_DAYS = 300;

/** Starts a close's execution: the first or, after one of that name, the next. False when it had been started. */
export const startClose = (records: Records, close: StoredMonthClose, now: Date, after?: string): Promise<boolean> =>
  startOnce(MONTH_END_CLOSE, after === undefined ? firstName(records.tenant, close.id) : nextName(after), {
    tenant: records.tenant,
    closeId: close.id,
    mend: timerAt(undefined, now, MEND_WITHIN_DAYS),
  });

/** Answers the execution that waits, where the close has come to what it waits for; whether it did. */
export async function answerClose({ state, failed }: StoredMonthClose, { token, tenant, about }: Wait): Promise<boolean> {
  if (state === 'cancelled') return fail(token, 'CloseCancelled', '');
  const isReady = state === 'checking' || (state === 'waiting' && failed === 0);
  return isReady && succeed(token, { tenant, closeId: about });
}

/** Starts or answers the execution of a close, as it stands. */
export async function followClose(records: Records, closeId: string, now: Date): Promise<void> {
  const close = await records.get(MonthCloses, closeId);
  if (!close) return;
  const wait = await readWait(records.tenant, closeId);
  if (wait && (await answerClose(close, wait))) return;
  if (!isUnderWay(close)) return;
  // One that was reopened, cancelled or rehearsed begins again: behind the execution that came to its end.
  const last = close.runs > 1 ? await lastRun(MONTH_END_CLOSE, firstName(records.tenant, closeId)) : undefined;
  if (!last?.running && (last === undefined || close.state !== 'waiting')) await startClose(records, close, now, last?.name);
}

/**
 * Looks again at the checks of the closes that wait, which depend on what has changed. A company of which none waits costs one read
 * of the index.
 */
export async function lookAgain(records: Records, facts: readonly ChangedFact[], now: Date): Promise<void> {
  for await (const rows of openRows(records.tenant, MonthCloses, MEND))
    for (const { id } of rows) {
      const close = await records.get(MonthCloses, id);
      if (close?.state !== 'waiting') continue;
      const ids = checksAfter(close.period, facts);
      if (ids.length === 0) continue;
      const { checks, changes } = await lookAt(records, close, now, ids);
      const writes = [...withChecks(close, { ...close, ...counts([...checks.values()]) }), ...changes];
      if (writes.length > 0) await records.commit(writes);
    }
}
