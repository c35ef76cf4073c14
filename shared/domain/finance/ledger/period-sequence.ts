import * as z from 'zod/mini';
import { assert } from '#kernel/assert.ts';
import { type IsoDate, type Month, monthOf, monthsBetween, yearOf } from '#kernel/date.ts';
import { type ActionRules, type Refusal, refusal, refused } from '#kernel/errors.ts';
import { type Change, recordType, type Stored, update } from '#kernel/record.ts';
import { list } from '#kernel/stored.ts';
import { assertBalanced, CLOSING_SHARD, type Entry, type EntryDraft, isClosing, SHARDS } from './entry.ts';
import { firstUntil, Lanes, requireLanes } from './lanes.ts';

/** `open`: anybody may post; `closed`: accountants may still; `locked`: nobody, for ever. */
export const PERIOD_STATES = ['open', 'closed', 'locked'] as const;
export type PeriodState = (typeof PERIOD_STATES)[number];

/**
 * The lock of an accounting period and the counter of its entries, in several shards: one shared item would make all
 * postings of a company wait for each other. Each posting takes one shard into its transaction, so the lock is checked
 * in the very write that posts, and each entry gets the next number of its shard.
 */
export const PeriodSequence = z.object({
  period: z.string(),
  shard: z.int(),
  state: z.enum(PERIOD_STATES),
  /** Entries posted by this shard so far. */
  seq: z.int(),
  /** When it was closed for the first time: ISO, UTC. */
  closedAt: z.exactOptional(z.string()),
  /** The year end that closed its year: nobody posts in it until that is reopened. */
  yearEnd: z.exactOptional(z.string()),
  /** The close of the month: nobody posts in it until that is reopened. */
  monthClose: z.exactOptional(z.string()),
  /** Last numbers of the series of documents that this shard counts, by series. */
  counts: z.exactOptional(z.record(z.string(), z.int())),
  /** The last bills that it counted, the newest at the end: indexes follow a moment later, and this is read at once. */
  latest: z.exactOptional(list(z.string())),
  /** What of it is closed by itself, and what was opened again. */
  lanes: z.exactOptional(Lanes),
  /** The return of VAT that was filed for it: nothing with VAT is posted in it any more. */
  filed: z.exactOptional(z.string()),
});
export type PeriodSequence = Readonly<z.output<typeof PeriodSequence>>;

/** Months of which a lane is open again until a day. */
export const RELOCK = 'relock';

export const PeriodSequences = recordType<PeriodSequence, PeriodState>({
  kind: 'period',
  prefix: 'per',
  data: PeriodSequence,
  history: 'ends',
  // A year's stand together: who reads balances looks at all of them.
  partitioned: true,
  // What has to be as it was again, once: by the first of its shards.
  open: (s, id) => {
    const until = s.shard === 0 ? firstUntil(s.lanes) : undefined;
    return until ? { queue: RELOCK, sort: `${until}#${id}` } : undefined;
  },
  state: (s) => s.state,
  tones: { open: 'good', closed: 'warn', locked: 'plain' },
  screen: { none: 'Periods are shown together.' },
  read: 'books.chart',
});
/** Why a period takes an action now or not: commands throw these, and its row shows them. */
export const periodActions = {
  setPeriod: ({ state, period }) =>
    state === 'locked'
      ? refusal('period.locked', `The period ${period} is locked and cannot be reopened.`, 'path.period', { period, why: 'final' })
      : undefined,
} as const satisfies ActionRules<Pick<PeriodSequence, 'state' | 'period'>>;

/** What was closed with its checks is opened by reopening that alone; it may be locked for good. */
export const refusalOfPeriodState = ({ period, monthClose }: PeriodSequence, wanted: PeriodState): Refusal | undefined =>
  monthClose && wanted !== 'locked'
    ? refusal('period.month_closed', `The month ${period} is closed with its checks: reopen its close.`, 'body.state', {
        period,
        why: 'reopen',
      })
    : undefined;

/** A sequence in a state, with when it was closed for the first time: from then on what was known can be asked for. */
export const inState = <S extends PeriodSequence>(sequence: S, state: PeriodState, now: Date): S =>
  state === 'open' ? { ...sequence, state } : { ...sequence, state, closedAt: sequence.closedAt ?? now.toISOString() };

/** Whether nobody may post in a period, whoever it is. */
export const isShut = ({ state, yearEnd, monthClose }: Pick<PeriodSequence, 'state' | 'yearEnd' | 'monthClose'>): boolean =>
  state === 'locked' || yearEnd !== undefined || monthClose !== undefined;

/**
 * Why a period is not locked, which is for good: not before it is over, nor while an earlier one can still be posted in.
 * @param earliest the first period that is not locked.
 */
export function refusalOfLock(period: Month, today: IsoDate, earliest: Month | undefined): Refusal | undefined {
  if (period >= monthOf(today))
    return refusal('period.not_over', `The period ${period} is not over: nobody could post in it any more, for good.`, 'path.period', {
      period,
    });
  if (earliest === undefined || earliest >= period) return undefined;
  return refusal('period.out_of_order', `The period ${earliest} is not locked yet: lock the earlier ones first.`, 'path.period', {
    period,
    earliest,
  });
}

/** The one sequence of what closes a fiscal year with a month: few entries, one after the other. */
export const closingSequence = (month: Month): { id: string; data: PeriodSequence } => ({
  id: sequenceId(month, CLOSING_SHARD),
  data: { period: month, shard: CLOSING_SHARD, state: 'open', seq: 0 },
});

/** What the ids of a calendar year's sequences begin with. */
export const sequenceShelf = (year: string): string => `per_${year}`;
/** `per_2026/03.1` */
export const sequenceId = (period: Month, shard: number): string => `${sequenceShelf(yearOf(period))}/${period.slice(5)}.${shard}`;

/** The shard of a document: always the same for the same document. */
export function sequenceIdFor(date: IsoDate, documentId: string): string {
  let hash = 0;
  for (const char of documentId) hash = (hash * 31 + char.charCodeAt(0)) >>> 0;
  return sequenceId(monthOf(date), hash % SHARDS);
}

/** The sequences of a calendar year: 12 monthly periods of {@link SHARDS} shards each, all open. */
export const sequencesOfYear = (year: string) => sequencesOfMonths(monthsBetween(`${year}-01`, `${year}-12`));
export const sequencesOfMonths = (months: readonly Month[]): { id: string; data: PeriodSequence }[] =>
  months.flatMap((period) =>
    Array.from({ length: SHARDS }, (_, shard) => ({
      id: sequenceId(period, shard),
      data: { period, shard, state: 'open' as const, seq: 0 },
    })),
  );

/** More bills than one after the other are entered within the moment that an index takes; with so many a sequence is under a kilobyte. */
const MOST_LATEST = 16;

/** What a sequence keeps beside the number of its entries. */
export interface Counted {
  readonly counts?: Readonly<Record<string, number>>;
  readonly latest?: readonly string[];
  /** It settles the VAT of the period: that is of it whenever its return is filed, also once the month is closed. */
  readonly settlesTax?: boolean;
}

/**
 * Gives entries of one period the next numbers of its sequence.
 * @param counted last numbers of series that are counted along with them, and documents that are to be found at once.
 * @throws DomainError `period.not_open`, `period.closed`, `period.month_closed`, `period.locked`, `period.year_closed`, `period.lane_shut`,
 * `period.lane_closed` (422) naming `field`.
 */
export function numberEntries(
  sequence: Stored<PeriodSequence> | undefined,
  drafts: readonly EntryDraft[],
  canPostToClosed = false,
  field = 'body.date',
  { counts = {}, latest = [], settlesTax = false }: Counted = {},
): { entries: Entry[]; change: Change } {
  if (!sequence) throw refused('period.not_open', 'There is no accounting period for this date. Open its fiscal year first.', field);
  const { period, state, shard, seq, yearEnd, monthClose } = sequence;
  const year = yearEnd?.slice(yearEnd.indexOf('_') + 1) ?? '';
  if (yearEnd)
    throw refused('period.year_closed', `The fiscal year ${year} is closed. Use a later date, or reopen the year.`, field, { year });
  if (state === 'locked') throw refused('period.locked', `The period ${period} is locked. Use a later date.`, field, { period });
  if (monthClose && !settlesTax)
    throw refused('period.month_closed', `The month ${period} is closed: use a day of an open month, or have it reopened.`, field, {
      period,
    });
  if (state === 'closed' && !canPostToClosed)
    throw refused('period.closed', `The period ${period} is closed; an accountant can reopen it, or use a later date.`, field, { period });
  const entries = drafts.map((draft, i) => {
    assertBalanced(draft.lines);
    requireLanes(sequence.lanes, { period, lines: draft.lines, canPostToClosed, field });
    assert(monthOf(draft.date) === period || isClosing({ shard }), 'the entry belongs to the period of its sequence');
    return { ...draft, period, shard, seq: seq + i + 1 };
  });
  const counted = {
    ...(Object.keys(counts).length > 0 ? { counts: { ...sequence.counts, ...counts } } : {}),
    ...(latest.length > 0 ? { latest: [...(sequence.latest ?? []), ...latest].slice(-MOST_LATEST) } : {}),
  };
  return { entries, change: update(PeriodSequences, sequence, { ...sequence, seq: seq + entries.length, ...counted }) };
}
