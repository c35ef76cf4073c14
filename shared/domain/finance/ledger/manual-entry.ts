import * as z from 'zod/mini';
import { addMonths, BusinessDate, type IsoDate, monthOf } from '#kernel/date.ts';
import { invalid, type Refusal, refusal, refused, throwIf } from '#kernel/errors.ts';
import { LineDimensionsInput } from '#kernel/line-dimensions.ts';
import { AnyMoney, minorText, PositiveAmount } from '#kernel/money.ts';
import { dated, recordType, type Stored } from '#kernel/record.ts';
import { writtenText as text } from '#kernel/written-text.ts';
import { WITHHELD_ACCUMULATOR } from '../tax/withheld-sums.ts';
import { BANK_TIE } from './bank-tie.ts';
import { amountOf, Entry, type EntryDraft, type EntryLine, entryDraft, entryIdOf, reversed } from './entry.ts';
import { AccountCode } from './own-account.ts';

export const ManualLine = z.strictObject({
  account: AccountCode,
  debit: z.optional(AnyMoney),
  credit: z.optional(AnyMoney),
  /** On an account in a foreign currency: how much of that, on the side of the amount. */
  foreign: z.optional(PositiveAmount),
  party: z.optional(text(60)),
  text: z.optional(text(140)),
  dimensions: z.optional(LineDimensionsInput),
});

export const ManualEntryInput = z.strictObject({
  date: z.optional(BusinessDate),
  text: text(140),
  /** The day of a later month on which it is taken back by itself: an accrual (480, 485, 4009). */
  reverseOn: z.optional(BusinessDate),
  lines: z.array(ManualLine).check(z.minLength(2), z.maxLength(200)),
});

/** An entry that a person made. Reversed at most once; a reversal is not reversed again. */
export const ManualEntry = z.object({
  date: z.string(),
  text: z.string(),
  entry: Entry,
  reverses: z.exactOptional(z.string()),
  reversedBy: z.exactOptional(z.string()),
  reason: z.exactOptional(z.string()),
  /** The recurring entry that posted it. */
  recurring: z.exactOptional(z.string()),
  ...BANK_TIE,
});
export type ManualEntry = Readonly<z.output<typeof ManualEntry>>;

export const ManualEntries = recordType<ManualEntry, 'reversed' | 'reversal'>({
  kind: 'manual-entry',
  prefix: 'man',
  letter: 'AS',
  data: ManualEntry,
  history: 'all',
  list: dated({ date: (m) => m.date, words: (m) => [m.text] }),
  state: (m) => (m.reversedBy ? 'reversed' : m.reverses ? 'reversal' : undefined),
  tones: { reversed: 'plain', reversal: 'calm' },
  summary: (m, id) => ({ title: m.text, subtitle: [entryIdOf(id)], date: m.date, amount: amountOf(m.entry) }),
  posts: { undo: 'Reverse the entry.', links: ({ reverses, reversedBy, reason }) => ({ reverses, reversedBy, reason }) },
  accumulates: WITHHELD_ACCUMULATOR,
  screen: '/journal',
  shownAs: 'je_:id',
  icon: 'book',
  read: 'books.read',
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
  { account, debit, credit, foreign, party, text, dimensions }: z.output<typeof ManualLine>,
  field: string,
  no: number,
): EntryLine {
  if ((debit === undefined) === (credit === undefined))
    throw invalid('entry.side', `Line ${no}: give either a debit or a credit, and not both.`, field, { line: no, why: 'both' });
  const amount = debit ?? credit ?? 0;
  if (amount <= 0)
    throw invalid(
      'entry.side',
      `Line ${no}: the amount must be greater than zero; use the other side instead of a negative amount.`,
      `${field}.${debit === undefined ? 'credit' : 'debit'}`,
      { line: no, why: 'sign' },
    );
  return {
    account,
    amount: debit === undefined ? -amount : amount,
    ...(foreign ? { foreign: { currency: foreign.currency, amount: debit === undefined ? -foreign.minor : foreign.minor } } : {}),
    ...(party ? { party } : {}),
    ...(text ? { text } : {}),
    ...(dimensions ? { dimensions } : {}),
  };
}

/** An entry is reversed at most once, and a reversal never. */
export function refusalOfReversed({
  reverses,
  reversedBy,
}: {
  readonly reverses?: string | undefined;
  readonly reversedBy?: string | undefined;
}): Refusal | undefined {
  if (reverses) return refusal('entry.is_reversal', 'A reversal cannot be reversed. Post the entry again.', 'path.entryId');
  if (!reversedBy) return undefined;
  const reversal = entryIdOf(reversedBy);
  return refusal('entry.reversed', `The entry was reversed by ${reversal}.`, 'path.entryId', { reversal });
}

/**
 * The draft that takes an accrual back in a later month. @throws DomainError `accrual.same_month` (400).
 */
export function accrualReversal(date: IsoDate, text: string, lines: readonly EntryLine[], reverseOn: IsoDate): EntryDraft {
  if (monthOf(reverseOn) <= monthOf(date))
    throw invalid(
      'accrual.same_month',
      `An accrual of ${date} is taken back in a later month: use ${addMonths(monthOf(date), 1)}-01 or a later day.`,
      'body.reverseOn',
      { date, earliest: `${addMonths(monthOf(date), 1)}-01` },
    );
  return entryDraft(reverseOn, `Anulación: ${text}`, reversed(lines));
}

type Reversible = Pick<ManualEntry, 'date' | 'text' | 'entry' | 'reverses' | 'reversedBy'>;

/**
 * The draft that takes an entry back, on the day asked for, else today (an entry of a later date: on its own day).
 * @throws DomainError `entry.is_reversal`, `entry.reversed`, `reversal.too_early` (422).
 */
export function manualReversal(original: Reversible, requested: IsoDate | undefined, today: IsoDate): EntryDraft {
  throwIf(refusalOfReversed(original));
  const date = requested ?? (today < original.date ? original.date : today);
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
