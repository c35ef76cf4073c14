import { closing } from '#api/finance/closing.ts';
import { faultKey } from '#domain/finance/closing/check.ts';
import {
  type CloseCheck,
  CloseChecks,
  closeCheckActions,
  closeCheckId,
  explained,
  withoutCarried,
} from '#domain/finance/closing/close-check.ts';
import {
  begunClose,
  isUnderWay,
  MonthCloses,
  monthCloseActions,
  monthCloseId,
  refusalOfReopening,
  refusalOfStart,
  type StoredMonthClose,
} from '#domain/finance/closing/month-close.ts';
import { refusalOfWaiver } from '#domain/finance/closing/waiver.ts';
import { closeCheckView, monthCloseView } from '#domain/finance/closing/wire.ts';
import { PeriodSequences } from '#domain/finance/ledger/period-sequence.ts';
import type { Month } from '#kernel/date.ts';
import { refused, throwIf } from '#kernel/errors.ts';
import { create, update } from '#kernel/record.ts';
import { on, upserts } from '#runtime/action.ts';
import type { Records } from '#runtime/records.ts';
import { command, serveModule } from '../../platform/service.ts';
import { periodsOf, readPeriods, sequencesOf } from '../ledger/period-store.ts';
import { putCloseSettings } from './close-settings.ts';
import { waitingClose } from './close-store.ts';
import { hasPosted } from './earlier-waivers.ts';

const { actions } = closing;
const inPath = ({ closeId }: { readonly closeId: string }) => closeId;

/** The first month before one in which anybody may still post. @throws DomainError `period.not_open` (422) where the month is of no fiscal year. */
async function earliestOpen(records: Records, fiscalYears: readonly string[], period: Month): Promise<Month | undefined> {
  const periods = await readPeriods(records, periodsOf(fiscalYears));
  if (!periods.some((each) => each.period === period))
    throw refused('period.not_open', 'There is no accounting period for this date. Open its fiscal year first.', 'body.period');
  return periods.find((each) => each.period < period && each.state === 'open' && each.entries > 0)?.period;
}

export const startMonthClose = command(
  actions.startMonthClose,
  upserts(MonthCloses, ({ body }) => monthCloseId(body.period, body.rehearsal)),
  async ({ body, records, company, today, caller, now }, before) => {
    if (before && isUnderWay(before)) return before;
    const earliest = await earliestOpen(records, company.fiscalYears, body.period);
    const asked = { ...body, today, before, earliest };
    throwIf(refusalOfStart(asked));
    const after = begunClose(asked, { by: caller.email, at: now.toISOString() });
    return [
      before
        ? update(MonthCloses, before, after as StoredMonthClose)
        : create(MonthCloses, monthCloseId(body.period, body.rehearsal), after),
    ];
  },
  monthCloseView,
);

export const explainCloseCheck = command(
  actions.explainCloseCheck,
  on(CloseChecks, ({ closeId, check }) => closeCheckId(closeId, check)),
  async ({ path, body, records, today, caller }, before) => {
    throwIf(closeCheckActions.explainCloseCheck(before));
    const close = await waitingClose(records, path.closeId);
    const after = explained(before, body, { by: caller.email, on: today });
    const left = { ...close, failed: close.failed - (after.state === 'passed' ? 1 : 0) };
    return [update(CloseChecks, before, after), ...(after.state === 'passed' ? [update(MonthCloses, close, left)] : [])];
  },
  (check: CloseCheck) => closeCheckView(check),
);

export const waiveCloseCheck = command(
  actions.waiveCloseCheck,
  on(CloseChecks, ({ closeId, check }) => closeCheckId(closeId, check)),
  async ({ path, body: { reason, until }, records, today, caller }, before) => {
    throwIf(closeCheckActions.waiveCloseCheck(before));
    const close = await waitingClose(records, path.closeId);
    throwIf(refusalOfWaiver({ today, until, hasPosted: await hasPosted(records, close.period, caller.email) }));
    const since = before.carried ? { since: before.carried.since } : {};
    const waiver = { by: caller.email, on: today, reason, until, of: faultKey(before), ...since };
    const counted = { ...close, failed: close.failed - 1, waived: close.waived + 1 };
    return [update(CloseChecks, before, { ...withoutCarried(before), state: 'waived', waiver }), update(MonthCloses, close, counted)];
  },
  (check: CloseCheck) => closeCheckView(check),
);

export const cancelMonthClose = command(
  actions.cancelMonthClose,
  on(MonthCloses, inPath),
  ({ now }, before) => {
    throwIf(monthCloseActions.cancelMonthClose(before));
    return [update(MonthCloses, before, { ...before, state: 'cancelled', endedAt: now.toISOString() })];
  },
  monthCloseView,
);

export const reopenMonth = command(
  actions.reopenMonth,
  on(MonthCloses, inPath),
  async ({ body: { reason, until }, records, company, today, caller }, before) => {
    throwIf(monthCloseActions.reopenMonth(before));
    const { period } = before;
    const months = periodsOf(company.fiscalYears);
    const later = (
      await records.getMany(
        MonthCloses,
        months.filter((month) => month > period).map((month) => monthCloseId(month, false)),
      )
    ).find((close) => close?.state === 'closed' || close?.state === 'closing');
    throwIf(refusalOfReopening(today, until, later?.period));
    const sequences = (await records.getMany(PeriodSequences, sequencesOf(period))).filter((sequence) => sequence !== undefined);
    if (sequences.some(({ state }) => state === 'locked'))
      throw refused('period.locked', `The period ${period} is locked and cannot be reopened.`, 'path.closeId', { period, why: 'final' });
    return [
      update(MonthCloses, before, { ...before, state: 'reopened', reopened: { by: caller.email, on: today, reason, until } }),
      ...sequences.map((sequence) => {
        const { monthClose: _, ...open } = sequence;
        return update(PeriodSequences, sequence, open as typeof sequence);
      }),
    ];
  },
  monthCloseView,
);

export const handler = serveModule(closing, {
  startMonthClose,
  putCloseSettings,
  explainCloseCheck,
  waiveCloseCheck,
  cancelMonthClose,
  reopenMonth,
});
