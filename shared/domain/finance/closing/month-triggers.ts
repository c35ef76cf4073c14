import { trigger } from '#kernel/trigger.ts';
import { lastDayOfMonth, MonthCloses, type StoredMonthClose } from './month-close.ts';

/** Of closes; a rehearsal is nobody's news. */
const MONTH = {
  type: MonthCloses,
  fields: {
    month: { type: 'text', of: (close: StoredMonthClose) => close.period },
    date: { type: 'date', of: (close: StoredMonthClose) => lastDayOfMonth(close.period) },
    failed: { type: 'number', of: (close: StoredMonthClose) => String(close.failed) },
    waived: { type: 'number', of: (close: StoredMonthClose) => String(close.waived) },
    /** SHA-256 of the pack. */
    hash: { type: 'text', of: (close: StoredMonthClose) => close.packs?.at(-1)?.sha256 },
  },
} as const;

/** What happens to the close of a month: somebody has to mend something, or it is closed. */
export const monthTriggers = [
  trigger({
    ...MONTH,
    name: 'month.waiting',
    at: (close) => (!close.rehearsal && close.state === 'waiting' ? close.startedAt : undefined),
  }),
  trigger({ ...MONTH, name: 'month.closed', at: (close) => (!close.rehearsal && close.state === 'closed' ? close.endedAt : undefined) }),
];
