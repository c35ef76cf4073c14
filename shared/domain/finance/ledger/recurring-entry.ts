import * as z from 'zod/mini';
import { addDays, addMonths, BusinessDate, type IsoDate, monthOf } from '#kernel/date.ts';
import { type ActionRules, invalid, refusal, refused } from '#kernel/errors.ts';
import { named, recordType, type Stored } from '#kernel/record.ts';
import { list } from '#kernel/stored.ts';
import { EntryLine, entryIdOf } from './entry.ts';
import type { StoredManualEntry } from './manual-entry.ts';

const MONTHS = { month: 1, quarter: 3, year: 12 } as const;
export const FREQUENCIES = ['month', 'quarter', 'year'] as const;
export type Frequency = (typeof FREQUENCIES)[number];

export const RecurringEntryInput = z.strictObject({
  /** The manual entry that is posted again. */
  entryId: z.string().check(z.regex(/^je_man_[0-9A-Za-z.-]{1,60}$/, 'must be the id of a manual entry')),
  every: z.enum(FREQUENCIES),
  /** The day on which it is posted next. */
  next: BusinessDate,
  /** The last day on which it may be; absent: it goes on until somebody ends it. */
  until: z.optional(BusinessDate),
});

/** An entry that is posted again by itself. */
export const RecurringEntry = z.object({
  text: z.string(),
  lines: list(EntryLine),
  every: z.enum(FREQUENCIES),
  /** Day of the month that it keeps to: the 31st is the last of shorter months. */
  day: z.int(),
  /** Absent once it has ended. */
  next: z.exactOptional(z.string()),
  until: z.exactOptional(z.string()),
  /** The entry that it was made of. */
  template: z.string(),
  posted: z.int(),
  /** The entry that it posted last. */
  last: z.exactOptional(z.string()),
  /** Why it could not be posted on its day: it is tried again each day. */
  stuck: z.exactOptional(z.string()),
});
export type RecurringEntry = Readonly<z.output<typeof RecurringEntry>>;
export type StoredRecurringEntry = Stored<RecurringEntry>;

/** What is to be posted waits here, first due first. */
export const RECUR = 'recur';
export const RECURRING_STATES = ['active', 'stuck', 'ended'] as const;
export const recurringState = ({ next, stuck }: RecurringEntry): (typeof RECURRING_STATES)[number] =>
  next === undefined ? 'ended' : stuck ? 'stuck' : 'active';

export const RecurringEntries = recordType<RecurringEntry, (typeof RECURRING_STATES)[number]>({
  kind: 'recurring-entry',
  prefix: 'rcr',
  letter: 'PE',
  data: RecurringEntry,
  history: 'ends',
  list: named({ by: (r) => r.text, words: (r) => [r.text] }),
  open: (r, id) => (r.next ? { queue: RECUR, sort: `${r.next}#${id}` } : undefined),
  state: recurringState,
  tones: { active: 'good', stuck: 'bad', ended: 'plain' },
  summary: (r) => ({
    title: r.text,
    ...(r.next ? { date: r.next } : {}),
    amount: r.lines.reduce((sum, { amount }) => sum + Math.max(amount, 0), 0),
  }),
  screen: { none: 'They are shown together.' },
  icon: 'book',
  read: 'books.read',
});

/** The same day some months later: of a month without it, the last. */
export function dayAfter(date: IsoDate, every: Frequency, day: number): IsoDate {
  const month = addMonths(monthOf(date), MONTHS[every]);
  const last = addDays(`${addMonths(month, 1)}-01`, -1);
  const wanted = `${month}-${String(day).padStart(2, '0')}`;
  return wanted > last ? last : wanted;
}

/** @throws DomainError `recurring.past`, `recurring.until` (400), `recurring.reversed` (422). */
export function newRecurringEntry(
  template: StoredManualEntry,
  { every, next, until }: z.output<typeof RecurringEntryInput>,
  today: IsoDate,
): RecurringEntry {
  if (template.reversedBy || template.reverses)
    throw refused('recurring.reversed', 'The entry was reversed, or is a reversal: choose another one.', 'body.entryId');
  if (next < today)
    throw invalid('recurring.past', `It is posted next from today on: use ${today} or a later day.`, 'body.next', { earliest: today });
  if (until !== undefined && until < next)
    throw invalid('recurring.until', `It would end before it is posted: use ${next} or a later day.`, 'body.until', { earliest: next });
  const { text, entry, id } = template;
  return { text, lines: entry.lines, every, day: Number(next.slice(8)), next, ...(until ? { until } : {}), template: id, posted: 0 };
}

/** With what was posted on its day, and when it is next. */
export function recurred({ stuck: _stuck, ...entry }: RecurringEntry, on: IsoDate, last: string): RecurringEntry {
  const next = dayAfter(on, entry.every, entry.day);
  const { next: _next, ...rest } = { ...entry, posted: entry.posted + 1, last };
  return entry.until !== undefined && next > entry.until ? rest : { ...rest, next };
}

/** Why one is ended or not. */
export const recurringActions = {
  endRecurringEntry: ({ next }) =>
    next === undefined ? refusal('recurring.ended', 'It has ended already.', 'path.recurringEntryId') : undefined,
} as const satisfies ActionRules<StoredRecurringEntry>;

export const templateOf = ({ template }: Pick<RecurringEntry, 'template'>): string => entryIdOf(template);
