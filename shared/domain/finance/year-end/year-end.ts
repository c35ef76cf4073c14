import * as z from 'zod/mini';
import type { IsoDate } from '#kernel/date.ts';
import { type ActionRules, refusal } from '#kernel/errors.ts';
import { dayAfterYear, type FiscalYear } from '#kernel/fiscal-year.ts';
import { dated, recordType, type Stored } from '#kernel/record.ts';
import { list } from '#kernel/stored.ts';
import { amountOf, bookDay, Entry, entryIdOf } from '../ledger/entry.ts';

/** A fiscal year that was closed at least once. */
export const YearEnd = z.object({
  year: z.string(),
  state: z.enum(['closed', 'reopened']),
  /** How often it was closed. */
  runs: z.int(),
  /** What the year came to when it was closed last: a profit is positive. Minor units. */
  result: z.int(),
  on: z.string(),
  by: z.string(),
  /** The entries that close it and open the next, while it is closed. */
  entries: list(z.string()),
  /** The year after it that is closed too: reopened before this one. */
  next: z.exactOptional(z.string()),
  /** Why it was reopened last. */
  reason: z.exactOptional(z.string()),
});
export type YearEnd = Readonly<z.output<typeof YearEnd>>;

export const YearEnds = recordType<YearEnd, YearEnd['state']>({
  kind: 'year-end',
  prefix: 'yre',
  data: YearEnd,
  history: 'all',
  state: (y) => y.state,
  tones: { closed: 'good', reopened: 'warn' },
  lifecycle: { of: (y) => y.state, next: { closed: ['reopened'], reopened: ['closed'] } },
  screen: { none: 'Fiscal years are shown together.' },
  icon: 'book',
  read: 'books.read',
});
export type StoredYearEnd = Stored<YearEnd>;
export const yearEndId = (year: string): string => `yre_${year}`;

/** Regularisation takes income and expenses to 129, closing takes every balance to zero, opening brings it back on the next day. */
export const STEPS = ['regularisation', 'closing', 'opening'] as const;

/** An entry of a year end, or the one that takes it back. */
export const YearEndEntry = z.object({
  year: z.string(),
  step: z.enum(STEPS),
  entry: Entry,
  reverses: z.exactOptional(z.string()),
  reversedBy: z.exactOptional(z.string()),
  reason: z.exactOptional(z.string()),
});
export type YearEndEntry = Readonly<z.output<typeof YearEndEntry>>;

export const YearEndEntries = recordType<YearEndEntry, 'reversed' | 'reversal'>({
  kind: 'year-end-entry',
  prefix: 'yen',
  letter: 'CE',
  data: YearEndEntry,
  history: 'all',
  // In the period after the year's twelve, where the journal looks for nothing else.
  list: dated({ date: (e) => bookDay(e.entry), words: (e) => [e.entry.text] }),
  state: (e) => (e.reversedBy ? 'reversed' : e.reverses ? 'reversal' : undefined),
  tones: { reversed: 'plain', reversal: 'calm' },
  summary: (e, id) => ({ title: e.entry.text, subtitle: [entryIdOf(id)], date: e.entry.date, amount: amountOf(e.entry) }),
  posts: {
    undo: 'Reopen the fiscal year: POST /year-ends/{year}/reopening.',
    links: ({ reverses, reversedBy, reason }) => ({ reverses, reversedBy, reason }),
  },
  screen: '/journal',
  shownAs: 'je_:id',
  icon: 'book',
  read: 'books.read',
});
export type StoredYearEndEntry = Stored<YearEndEntry>;

/** What a year's closing depends on. */
export interface YearToClose {
  readonly fiscalYear: FiscalYear;
  readonly today: IsoDate;
  readonly yearEnd: YearEnd | undefined;
  /** The fiscal year before it, where the company has one, and whether that is closed. */
  readonly before: { readonly year: string; readonly closed: boolean } | undefined;
  /** Whether a later one is open, in which the balances go on. */
  readonly opensNext: boolean;
}

/** Why a year is closed or reopened now or not: commands throw these, and its page shows them. */
export const yearEndActions = {
  closeYear: ({ fiscalYear, today, yearEnd, before, opensNext }) => {
    const { year } = fiscalYear;
    const next = dayAfterYear(fiscalYear);
    if (yearEnd?.state === 'closed') return refusal('year_end.closed', `The fiscal year ${year} is closed already.`, 'path.year', { year });
    if (today < next)
      return refusal('year_end.not_over', `The fiscal year ${year} is not over: it is closed from ${next} on.`, 'path.year', {
        year,
        earliest: next,
      });
    if (before && !before.closed)
      return refusal(
        'year_end.out_of_order',
        `The fiscal year ${before.year} is not closed yet: close the earlier ones first.`,
        'path.year',
        { year, earliest: before.year },
      );
    // Years between may be missing: books may begin with one that was imported.
    if (!opensNext)
      return refusal(
        'year_end.next_not_open',
        `The fiscal year that begins on ${next} is not open: open it first, since the balances go on in it.`,
        'path.year',
        { year, next },
      );
    return undefined;
  },
  reopenYear: ({ fiscalYear: { year }, yearEnd }) => {
    if (yearEnd?.state !== 'closed') return refusal('year_end.not_closed', `The fiscal year ${year} is not closed.`, 'path.year', { year });
    if (yearEnd.next)
      return refusal('year_end.later_closed', `The fiscal year ${yearEnd.next} is closed after it: reopen that one first.`, 'path.year', {
        year,
        next: yearEnd.next,
      });
    return undefined;
  },
} as const satisfies ActionRules<YearToClose>;
