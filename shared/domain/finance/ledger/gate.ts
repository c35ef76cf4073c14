import { assert } from '#kernel/assert.ts';
import { type IsoDate, monthOf } from '#kernel/date.ts';
import { refused } from '#kernel/errors.ts';
import { type Change, recordType, type Stored, update } from '#kernel/record.ts';
import { assertBalanced, type Entry, type EntryDraft } from './entry.ts';

/** `open`: anybody may post; `closed`: accountants may still; `locked`: nobody, for ever. */
export const PERIOD_STATES = ['open', 'closed', 'locked'] as const;
export type PeriodState = (typeof PERIOD_STATES)[number];

/**
 * The gate of an accounting period. Each posting takes one lane's gate into its transaction: so the period's lock is
 * checked in the very write that posts, and each entry gets the next number of its lane. Several lanes, because one
 * shared item would make all postings of a company queue behind each other.
 */
export interface Gate {
  readonly period: string;
  readonly lane: number;
  readonly state: PeriodState;
  /** Entries posted through this lane so far. */
  readonly seq: number;
}

export const LANES = 4;
export const Gates = recordType<Gate>({ kind: 'gate', prefix: 'gat', history: 'ends' });
export const gateId = (period: string, lane: number): string => `gat_${period}.${lane}`;

/** The lane of a document: the same document always asks at the same gate. */
export function gateIdFor(date: IsoDate, documentId: string): string {
  let hash = 0;
  for (const char of documentId) hash = (hash * 31 + char.charCodeAt(0)) >>> 0;
  return gateId(monthOf(date), hash % LANES);
}

/**
 * Lets entries of one document through the gate of their period, and gives each its number.
 * @param adjusts whether the caller may post into a closed (not locked) period.
 * @throws DomainError `period.not_open`, `period.closed`, `period.locked` (422) naming `field`.
 */
export function post(
  gate: Stored<Gate> | undefined,
  drafts: readonly EntryDraft[],
  adjusts = false,
  field = 'body.date',
): { entries: Entry[]; change: Change } {
  if (!gate) throw refused('period.not_open', 'There is no accounting period for this date. Open its fiscal year first.', field);
  if (gate.state === 'locked')
    throw refused('period.locked', `The period ${gate.period} is locked for good; use a later date.`, field, { period: gate.period });
  if (gate.state === 'closed' && !adjusts)
    throw refused('period.closed', `The period ${gate.period} is closed; an accountant can reopen it, or use a later date.`, field, {
      period: gate.period,
    });
  const entries = drafts.map((draft, i) => {
    assertBalanced(draft.lines);
    assert(monthOf(draft.date) === gate.period, 'the entry belongs to the period of its gate');
    return { ...draft, period: gate.period, lane: gate.lane, seq: gate.seq + i + 1 };
  });
  return { entries, change: update(Gates, gate, { ...gate, seq: gate.seq + entries.length }) };
}
