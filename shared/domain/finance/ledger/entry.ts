import { assert } from '#kernel/assert.ts';
import type { IsoDate } from '#kernel/date.ts';
import type { Minor } from '#kernel/money.ts';
import { cut } from '#kernel/text.ts';

/** One line of a journal entry. */
export interface EntryLine {
  readonly account: string;
  /** Minor units of the base currency: debit positive, credit negative. */
  readonly amount: Minor;
  /** Sub-ledger dimension: the customer or supplier. */
  readonly party?: string;
  /** Dimension of tax lines: the tax code. */
  readonly tax?: string;
  readonly text?: string;
  /** Analytical dimensions of the company's own (cost centre, project). */
  readonly dimensions?: Readonly<Record<string, string>>;
}

/** An entry before a period gate has let it through. */
export interface EntryDraft {
  readonly date: IsoDate;
  readonly text: string;
  readonly lines: readonly EntryLine[];
}

/** A posted entry: immutable, balanced, numbered without gaps in its gate lane. It lives inside its source document. */
export interface Entry extends EntryDraft {
  readonly period: string;
  readonly lane: number;
  /** 1, 2, 3… in the lane: lets the fold prove that it missed nothing and counted nothing twice. */
  readonly seq: number;
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
export const reversed = (lines: readonly EntryLine[]): EntryLine[] => lines.map((line) => ({ ...line, amount: -line.amount }));

/** The id of a document's entry: `je_` and the document's id. */
export const entryIdOf = (documentId: string): string => `je_${documentId}`;
/** The document that carries an entry. */
export const documentIdOf = (entryId: string): string => entryId.slice(3);
