import { hourIn } from '#domain/automation/rules/schedule.ts';
import { CLOSE_SETTINGS_ID, CloseSettingsOf, scheduledClose } from '#domain/finance/closing/close-settings.ts';
import { begunClose, MonthCloses, monthCloseId, REOPENED, type StoredMonthClose } from '#domain/finance/closing/month-close.ts';
import { relocked } from '#domain/finance/ledger/lanes.ts';
import { inState, PeriodSequences, RELOCK } from '#domain/finance/ledger/period-sequence.ts';
import { COMPANY_ID, Companies } from '#domain/platform/company/company.ts';
import { dateIn, type IsoDate } from '#kernel/date.ts';
import { createNext, update } from '#kernel/record.ts';
import { untilCommitted } from '#runtime/conflicts.ts';
import { openRows } from '#runtime/open-work.ts';
import { WORKER } from '#runtime/record-item.ts';
import type { Records } from '#runtime/records.ts';
import { noteFailure } from '#runtime/rounds.ts';
import { periodsOf, readPeriods, sequencesOf } from '../ledger/period-store.ts';
import { counts, lookAt } from './close-store.ts';

export const RINGS_CLOSES = 'ring-month-closes';

/**
 * What the clock does for a company's closes: what was reopened until yesterday is locked again, and the next one begins.
 * @returns how many could not be locked.
 */
export async function ringCloses(records: Records): Promise<number> {
  const settings = await records.get(CloseSettingsOf, CLOSE_SETTINGS_ID);
  await relockLanes(records);
  const reopened: string[] = [];
  for await (const rows of openRows(records.tenant, MonthCloses, REOPENED)) reopened.push(...rows.map(({ id }) => id));
  if (reopened.length === 0 && settings?.workday === undefined) return 0;
  const company = await records.getOrThrow(Companies, COMPANY_ID);
  const today = dateIn(company.timeZone, records.stamp.at);
  let failed = 0;
  for (const id of reopened)
    await lockAgain(records, id, today).catch((error: unknown) => {
      failed += noteFailure(RINGS_CLOSES, { tenant: records.tenant, record: id }, error);
    });
  if (settings?.workday === undefined) return failed;
  const periods = await readPeriods(records, periodsOf(company.fiscalYears));
  const open = periods.filter(({ state, entries }) => state === 'open' && entries > 0).map(({ period }) => period);
  const period = scheduledClose(settings, hourIn(company.timeZone, records.stamp.at), open);
  if (period !== undefined) await beginScheduled(records, period, today);
  return failed;
}

/** What of a month was opened again until a day is as it was, once that is over. */
async function relockLanes(records: Records): Promise<void> {
  const months: string[] = [];
  for await (const rows of openRows(records.tenant, PeriodSequences, RELOCK)) months.push(...rows.map(({ id }) => id));
  if (months.length === 0) return;
  const { timeZone } = await records.getOrThrow(Companies, COMPANY_ID);
  const today = dateIn(timeZone, records.stamp.at);
  for (const id of months)
    await untilCommitted(async () => {
      const first = await records.get(PeriodSequences, id);
      const lanes = first?.lanes && relocked(first.lanes, WORKER, today);
      if (!first || lanes === undefined || lanes === first.lanes) return;
      const sequences = (await records.getMany(PeriodSequences, sequencesOf(first.period))).filter((sequence) => sequence !== undefined);
      await records.commit(
        sequences.map((sequence) => update(PeriodSequences, sequence, { ...sequence, lanes }, { lanes: sequence.lanes ?? null })),
      );
    });
}

/** Begins a month's close once: who has stopped it, or waits for it, is left in peace. */
const beginScheduled = (records: Records, period: string, today: IsoDate): Promise<void> =>
  untilCommitted(async () => {
    const id = monthCloseId(period, false);
    if (await records.get(MonthCloses, id)) return;
    const asked = { period, rehearsal: false, today, before: undefined, earliest: undefined };
    await records.commit([createNext(MonthCloses, id, begunClose(asked, { by: WORKER, at: records.stamp.at.toISOString() }))]);
  });

/**
 * Locks a month again whose days of being open are over, whatever its checks say of it now: that is kept, and shown. One
 * transaction with its sequences: what is posted at that moment comes before or is refused.
 */
const lockAgain = (records: Records, closeId: string, today: IsoDate): Promise<void> =>
  untilCommitted(async () => {
    const close = await records.get(MonthCloses, closeId);
    if (close?.state !== 'reopened' || (close.reopened?.until ?? today) >= today) return;
    const now = records.stamp.at;
    const { checks, changes } = await lookAt(records, close, now);
    const sequences = (await records.getMany(PeriodSequences, sequencesOf(close.period))).filter((sequence) => sequence !== undefined);
    const asked = { period: close.period, rehearsal: close.rehearsal, today, before: close, earliest: undefined };
    const begun = begunClose(asked, { by: WORKER, at: now.toISOString() });
    const locked = { ...begun, ...counts([...checks.values()]), state: 'closing' as const, closedOn: today, lockedAt: now.toISOString() };
    await records.commit([
      update(MonthCloses, close, locked as StoredMonthClose),
      ...changes,
      ...sequences.map((sequence) =>
        update(PeriodSequences, sequence, {
          ...inState(sequence, sequence.state === 'locked' ? 'locked' : 'closed', now),
          monthClose: closeId,
        }),
      ),
    ]);
  });
