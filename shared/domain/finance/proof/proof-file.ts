import type { Month } from '#kernel/date.ts';
import { type EntrySequence, sequenceName } from './sequence.ts';

/**
 * The lines of a file that `verify-books` reads: a word for what it is, and its fields, with tabs between them. JSON has no tab and no
 * line end of its own.
 */
const line = (...fields: readonly string[]): string => fields.join('\t');

export const headLine = (company: string, months: readonly Month[]): string =>
  line('books', JSON.stringify({ format: 'trastienda-books', version: 1, company, months: [...months] }));
/** Before the entries of a sequence: how many were counted in it. */
export const sequenceLine = (sequence: EntrySequence, count: number): string => line('sequence', sequenceName(sequence), String(count));
/** @param leaf as the entry came into the books. @param chain up to it. Both in hexadecimal. @param text of the entry as it stands. */
export const entryLine = (leaf: string, chain: string, text: string): string => line('entry', leaf, chain, text);
/** What the books keep of an account in a month, minor units; `2026-12z` of what closed a fiscal year with it. */
export const balanceLine = (
  account: string,
  month: string,
  { debit, credit }: { readonly debit: string; readonly credit: string },
): string => line('balance', account, month, debit, credit);
export const endLine = (entries: number): string => line('end', String(entries));

/** `2026-05` of a field `d05` of a year's row; `2026-06z` of `c06z`. */
export const monthOfField = (year: string, field: string): string => `${year}-${field.slice(1)}`;
