import * as z from 'zod/mini';
import { BusinessDate, type IsoDate, monthOf } from '#kernel/date.ts';
import { invalid, refused } from '#kernel/errors.ts';
import { AnyMoney, minorText } from '#kernel/money.ts';
import { recordType, type Stored } from '#kernel/record.ts';
import { type Entry, type EntryDraft, type EntryLine, entryDraft, entryIdOf, reversed } from './entry.ts';
import { AccountCode } from './own-account.ts';

const text = (max: number) => z.string().check(z.trim(), z.minLength(1), z.maxLength(max));

export const ManualLine = z.strictObject({
  account: AccountCode,
  debit: z.optional(AnyMoney),
  credit: z.optional(AnyMoney),
  party: z.optional(text(60)),
  text: z.optional(text(140)),
  dimensions: z.optional(
    z
      .record(z.string().check(z.regex(/^[A-Za-z][A-Za-z0-9_-]{0,29}$/, 'must be a plain name')), text(60))
      .check(z.refine((all) => Object.keys(all).length <= 10, 'at most 10 dimensions a line')),
  ),
});

export const ManualEntryInput = z.strictObject({
  date: z.optional(BusinessDate),
  text: text(140),
  lines: z.array(ManualLine).check(z.minLength(2), z.maxLength(200)),
});

/** An entry that a person made. Reversed at most once; a reversal is not reversed again. */
export interface ManualEntry {
  readonly date: IsoDate;
  readonly text: string;
  readonly entry: Entry;
  readonly reverses?: string;
  readonly reversedBy?: string;
  readonly reason?: string;
}

export const ManualEntries = recordType<ManualEntry>({
  kind: 'manual-entry',
  prefix: 'man',
  history: 'all',
  list: (m, id) => ({ bucket: monthOf(m.date), sort: `${m.date}#${id}`, label: m.text }),
});
export type StoredManualEntry = Stored<ManualEntry>;

/**
 * Lines with signed amounts. @throws DomainError `entry.side` (a line needs exactly one positive side) and
 * `entry.unbalanced` (says by how much), both 400.
 */
export function manualLines(lines: readonly z.output<typeof ManualLine>[]): EntryLine[] {
  const signed = lines.map((line, i) => signedLine(line, `body.lines.${i}`, i + 1));
  const difference = signed.reduce((sum, line) => sum + line.amount, 0);
  const greater = difference > 0 ? 'debits' : 'credits';
  const by = minorText(Math.abs(difference));
  if (difference !== 0)
    throw invalid(
      'entry.unbalanced',
      `The entry does not balance: ${greater} are greater by ${by} EUR. Correct the amounts.`,
      'body.lines',
      { why: greater, difference: by },
    );
  return signed;
}

function signedLine(
  { account, debit, credit, party, text, dimensions }: z.output<typeof ManualLine>,
  field: string,
  no: number,
): EntryLine {
  if ((debit === undefined) === (credit === undefined))
    throw invalid('entry.side', `Line ${no}: give either a debit or a credit, and not both.`, field, { line: no, why: 'both' });
  const amount = debit ?? credit ?? 0;
  if (amount <= 0)
    throw invalid(
      'entry.side',
      `Line ${no}: the amount must be greater than zero; the other side takes its opposite.`,
      `${field}.${debit === undefined ? 'credit' : 'debit'}`,
      { line: no, why: 'sign' },
    );
  return {
    account,
    amount: debit === undefined ? -amount : amount,
    ...(party ? { party } : {}),
    ...(text ? { text } : {}),
    ...(dimensions ? { dimensions } : {}),
  };
}

/**
 * The draft that takes an entry back, on the day asked for, else today (an entry of a later date: on its own day).
 * @throws DomainError `entry.is_reversal`, `entry.reversed`, `reversal.too_early` (422).
 */
export function reversalDraft(original: StoredManualEntry, asked: IsoDate | undefined, today: IsoDate): EntryDraft {
  if (original.reverses) throw refused('entry.is_reversal', 'A reversal is not reversed; post the entry again.', 'path.entryId');
  if (original.reversedBy)
    throw refused('entry.reversed', `The entry was reversed by ${entryIdOf(original.reversedBy)}.`, 'path.entryId', {
      reversal: entryIdOf(original.reversedBy),
    });
  const date = asked ?? (today < original.date ? original.date : today);
  if (date < original.date)
    throw refused(
      'reversal.too_early',
      `The entry is of ${original.date}: its reversal cannot be earlier. Use that day or a later one.`,
      'body.date',
      {
        earliest: original.date,
        date,
      },
    );
  return entryDraft(date, `Anulación: ${original.text}`, reversed(original.entry.lines));
}
