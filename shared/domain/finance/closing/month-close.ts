import * as z from 'zod/mini';
import { addDays, addMonths, type IsoDate, type Month, monthOf } from '#kernel/date.ts';
import { type ActionRules, type Refusal, refusal } from '#kernel/errors.ts';
import { dated, recordType, type Stored, UNDER_WAY } from '#kernel/record.ts';
import { list } from '#kernel/stored.ts';
import { ClosePack } from './close-pack.ts';

export const CLOSE_STATES = ['checking', 'waiting', 'closing', 'closed', 'rehearsed', 'cancelled', 'reopened'] as const;
export type CloseState = (typeof CLOSE_STATES)[number];

/** The close of a month: what it waits for, and what it came to. A rehearsal is one of its own, and closes nothing. */
export const MonthClose = z.object({
  period: z.string(),
  rehearsal: z.boolean(),
  state: z.enum(CLOSE_STATES),
  /** How often it was begun. */
  runs: z.int(),
  startedBy: z.string(),
  startedOn: z.string(),
  /** ISO instants: when the last run began, and when it came to its end. */
  startedAt: z.string(),
  endedAt: z.exactOptional(z.string()),
  /** Checks that have failed, and that were waived, when they were looked at last. */
  failed: z.int(),
  waived: z.int(),
  /** Revisions of the month's sequences before the checks were made: what was posted since is not in them. */
  seen: z.exactOptional(z.record(z.string(), z.int())),
  closedOn: z.exactOptional(z.string()),
  /** ISO instant at which nobody could post in it any more. */
  lockedAt: z.exactOptional(z.string()),
  /** What each run closed it with, the oldest first. */
  packs: z.exactOptional(list(ClosePack)),
  reopened: z.exactOptional(z.object({ by: z.string(), on: z.string(), reason: z.string(), until: z.string() })),
});
export type MonthClose = Readonly<z.output<typeof MonthClose>>;
export type StoredMonthClose = Stored<MonthClose>;

/** What waits for somebody to mend what the checks found; what was reopened, by the day until which it is. */
export const MEND = 'mend';
export const REOPENED = 'reopened';
const QUEUES: Readonly<Partial<Record<CloseState, string>>> = {
  checking: UNDER_WAY,
  closing: UNDER_WAY,
  waiting: MEND,
  reopened: REOPENED,
};

export const MonthCloses = recordType<MonthClose, CloseState>({
  kind: 'month-close',
  prefix: 'mcl',
  data: MonthClose,
  history: 'all',
  list: dated({ date: (c) => lastDayOfMonth(c.period), words: (c) => [c.period] }),
  open: (c, id) => {
    const queue = QUEUES[c.state];
    return queue ? { queue, sort: `${c.reopened?.until ?? c.period}#${id}` } : undefined;
  },
  lifecycle: {
    of: (c) => c.state,
    next: {
      checking: ['waiting', 'closing', 'rehearsed', 'cancelled'],
      waiting: ['checking', 'closing', 'cancelled'],
      closing: ['closed'],
      closed: ['reopened'],
      reopened: ['checking', 'closing'],
      rehearsed: ['checking'],
      cancelled: ['checking'],
    },
  },
  state: (c) => c.state,
  tones: {
    checking: 'calm',
    waiting: 'warn',
    closing: 'calm',
    closed: 'good',
    rehearsed: 'plain',
    cancelled: 'plain',
    reopened: 'warn',
  },
  summary: (c) => ({ title: c.period, date: lastDayOfMonth(c.period) }),
  screen: '/month-closes',
  icon: 'book',
  read: 'books.read',
});

/** `mcl_202603`; of a rehearsal `mcl_202603R`. */
export const monthCloseId = (period: Month, rehearsal: boolean): string => `mcl_${period.replace('-', '')}${rehearsal ? 'R' : ''}`;
export const lastDayOfMonth = (period: Month): IsoDate => addDays(`${addMonths(period, 1)}-01`, -1);

/** Whether an execution has something to do for it. */
export const isUnderWay = ({ state }: Pick<MonthClose, 'state'>): boolean => ['checking', 'waiting', 'closing'].includes(state);

/** How long a month that was closed may be open again. */
export const REOPENED_FOR_DAYS = 31;

/** What the start of a close depends on. */
export interface CloseToStart {
  readonly period: Month;
  readonly rehearsal: boolean;
  readonly today: IsoDate;
  readonly before: MonthClose | undefined;
  /** The first month before it in which anybody may still post. */
  readonly earliest: Month | undefined;
}

/** Why a month's close is not begun. A rehearsal looks at any month that has begun. */
export function refusalOfStart({ period, rehearsal, today, before, earliest }: CloseToStart): Refusal | undefined {
  if (rehearsal)
    return period > monthOf(today)
      ? refusal('month_close.not_over', `The month ${period} has not begun.`, 'body.period', { period })
      : undefined;
  if (before?.state === 'closed') return refusal('month_close.closed', `The month ${period} is closed already.`, 'body.period', { period });
  if (period >= monthOf(today))
    return refusal('month_close.not_over', `The month ${period} is not over: rehearse its close instead.`, 'body.period', { period });
  return earliest === undefined
    ? undefined
    : refusal('month_close.out_of_order', `Anybody may still post in ${earliest}: close the earlier months first.`, 'body.period', {
        period,
        earliest,
      });
}

/** A close that begins, or begins again. */
export const begunClose = (
  { period, rehearsal, before, today }: CloseToStart,
  { by, at }: { readonly by: string; readonly at: string },
): MonthClose => ({
  ...{ period, rehearsal, state: 'checking', runs: (before?.runs ?? 0) + 1 },
  ...{ startedBy: by, startedOn: today, startedAt: at, failed: 0, waived: 0 },
  ...(before?.packs ? { packs: before.packs } : {}),
});

const refusalOfState = ({ state, period }: MonthClose, ...allowed: CloseState[]): Refusal | undefined =>
  allowed.includes(state)
    ? undefined
    : refusal(
        'month_close.state',
        `The close of ${period} is ${state}: that can be done with one that is ${allowed.join(' or ')}.`,
        'path.closeId',
        {
          period,
          state,
        },
      );

/** Why a close takes an action now or not. */
export const monthCloseActions = {
  cancelMonthClose: (close) => refusalOfState(close, 'checking', 'waiting'),
  reopenMonth: (close) => refusalOfState(close, 'closed'),
} as const satisfies ActionRules<MonthClose>;

/** @throws nothing: why a month is not reopened until a day: no month is for ever. */
export function refusalOfReopening(today: IsoDate, until: IsoDate, later: Month | undefined): Refusal | undefined {
  const latest = addDays(today, REOPENED_FOR_DAYS);
  if (until < today || until > latest)
    return refusal('month_close.reopened_days', `A month is reopened from today to ${latest} at the latest.`, 'body.until', { latest });
  return later === undefined
    ? undefined
    : refusal('month_close.later_closed', `The month ${later} is closed: reopen that first.`, 'path.closeId', { period: later });
}
