import * as z from 'zod/mini';
import { assert } from '#kernel/assert.ts';
import { type IsoDate, type Month, monthOf } from '#kernel/date.ts';
import type { Minor } from '#kernel/money.ts';
import { list } from '#kernel/stored.ts';
import { cut } from '#kernel/text.ts';

/** One line of a journal entry. */
export const EntryLine = z.object({
  account: z.string(),
  /** Minor units of the base currency: debit positive, credit negative. */
  amount: z.int(),
  /** The same in the currency of its document, where that is another: minor units of that, of the same sign. */
  foreign: z.exactOptional(z.object({ currency: z.string(), amount: z.int() })),
  /** Sub-ledger dimension: the customer or supplier. */
  party: z.exactOptional(z.string()),
  /** Dimension of tax lines: the tax code. */
  tax: z.exactOptional(z.string()),
  text: z.exactOptional(z.string()),
  /** Analytical dimensions of the company's own (cost centre, project). */
  dimensions: z.exactOptional(z.record(z.string(), z.string())),
});
export type EntryLine = Readonly<z.output<typeof EntryLine>>;

/** An entry before its period has numbered it. */
export const EntryDraft = z.object({
  date: z.string(),
  text: z.string(),
  lines: list(EntryLine),
});
export type EntryDraft = Readonly<z.output<typeof EntryDraft>>;

/** A posted entry: immutable, balanced, numbered without gaps in its shard. It lives inside its source document. */
export const Entry = z.extend(EntryDraft, {
  period: z.string(),
  shard: z.int(),
  /** 1, 2, 3… in the shard: lets the projection prove that it missed nothing and counted nothing twice. */
  seq: z.int(),
});
export type Entry = Readonly<z.output<typeof Entry>>;

/** Shards of a period in which its documents are posted. */
export const SHARDS = 4;
/**
 * The shard beside them for what closes a fiscal year with the period and opens the next: the books as of the last day are
 * read without it, those of every later day with it.
 */
export const CLOSING_SHARD = 4;
export const isClosing = ({ shard }: Pick<Entry, 'shard'>): boolean => shard === CLOSING_SHARD;

/** The days of the books after the last of a month: what closes a fiscal year, and what opens the next. */
export const closingDay = (month: Month): IsoDate => `${month}-32`;
export const openingDay = (month: Month): IsoDate => `${month}-33`;

/**
 * The day by which the books order and count an entry: its own, but for what closes a fiscal year, which comes after the
 * last day of its last month: `2026-12-32` what closes it, `2026-12-33` what opens the next.
 */
export const bookDay = (entry: Pick<Entry, 'date' | 'period' | 'shard'>): IsoDate =>
  !isClosing(entry) ? entry.date : monthOf(entry.date) === entry.period ? closingDay(entry.period) : openingDay(entry.period);

/** What a line of an entry is made of before those of one place are added up. */
export type LinePart = Pick<EntryLine, 'account' | 'amount' | 'dimensions'>;

/** Lines from their parts: what is on one account and told of the same values is one line; without those that come to nothing. */
export function linesByPlace(parts: readonly LinePart[]): EntryLine[] {
  const sums = new Map<string, LinePart>();
  for (const { account, amount, dimensions } of parts) {
    const place = JSON.stringify([account, ...Object.entries(dimensions ?? {}).sort(([a], [b]) => (a < b ? -1 : 1))]);
    const before = sums.get(place)?.amount ?? 0;
    sums.set(place, { account, amount: before + amount, ...(dimensions ? { dimensions } : {}) });
  }
  return [...sums.values()].filter(({ amount }) => amount !== 0);
}

/** Drops zero lines and asserts double entry: at least two lines whose debits equal their credits. */
export function entryDraft(date: IsoDate, text: string, lines: readonly EntryLine[]): EntryDraft {
  const kept = lines.filter((line) => line.amount !== 0);
  assertBalanced(kept);
  return { date, text: cut(text, 140), lines: kept };
}

/** @throws Error when debits and credits differ by a cent, or there are fewer than two lines. */
export function assertBalanced(lines: readonly EntryLine[]): void {
  assert(lines.length >= 2, 'an entry has at least two lines');
  assert(
    lines.every((line) => Number.isSafeInteger(line.amount)),
    'entry amounts are whole minor units',
  );
  assert(lines.reduce((sum, line) => sum + line.amount, 0) === 0, 'debits equal credits');
}

/** The same lines with debits and credits exchanged: the reversal. */
export const reversed = (lines: readonly EntryLine[]): EntryLine[] =>
  lines.map(({ foreign, ...line }) => ({
    ...line,
    amount: -line.amount,
    ...(foreign ? { foreign: { ...foreign, amount: -foreign.amount } } : {}),
  }));

/** A line in the currency of its document too, where that is another. @param of so much of it, of the sign of the amount. */
export const lineIn = (line: EntryLine, of: { readonly currency: string; readonly amount: Minor } | undefined): EntryLine =>
  of ? { ...line, foreign: { currency: of.currency, amount: of.amount } } : line;

/** What an entry is about, as one figure: its debits. Minor units. */
export const amountOf = ({ lines }: Pick<Entry, 'lines'>): Minor => lines.reduce((sum, { amount }) => sum + Math.max(amount, 0), 0);

/** The id of a document's entry: `je_` and the document's id. */
export const entryIdOf = (documentId: string): string => `je_${documentId}`;
/** The document that carries an entry. */
export const documentIdOf = (entryId: string): string => entryId.slice(3);
