import * as z from 'zod/mini';
import { type IsoDate, BusinessDate, monthOf } from '#kernel/date.ts';
import { invalid } from '#kernel/errors.ts';
import { Money, minorText } from '#kernel/money.ts';
import { type Stored, recordType } from '#kernel/record.ts';
import type { Entry, EntryLine } from './entry.ts';
import { AccountCode } from './own-account.ts';

const text = (max: number) => z.string().check(z.trim(), z.minLength(1), z.maxLength(max));

export const ManualLine = z.strictObject({
  account: AccountCode,
  debit: z.optional(Money),
  credit: z.optional(Money),
  party: z.optional(text(60)),
  text: z.optional(text(140)),
  dimensions: z.optional(z.record(z.string().check(z.regex(/^[A-Za-z][A-Za-z0-9_-]{0,29}$/, 'must be a plain name')), text(60))),
});

export const ManualEntryInput = z.strictObject({
  date: z.optional(BusinessDate),
  text: text(140),
  lines: z.array(ManualLine).check(z.minLength(2), z.maxLength(200)),
});

/** Different accounts in one entry: their balances must fit into one transaction of the fold. */
const MAX_ACCOUNTS = 48;

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
  kind: 'manual-entry', prefix: 'man', history: 'all',
  list: (m, id) => ({ bucket: monthOf(m.date), sort: `${m.date}#${id}`, label: m.text.toLowerCase() }),
});
export type StoredManualEntry = Stored<ManualEntry>;

/**
 * Lines with signed amounts. @throws DomainError `entry.side` (a line needs exactly one positive side) and
 * `entry.unbalanced` (says by how much), both 400.
 */
export function manualLines(lines: readonly z.output<typeof ManualLine>[]): EntryLine[] {
  const signed = lines.map(({ debit, credit, account, ...rest }, i) => {
    const amount = debit ?? credit ?? 0;
    if ((debit === undefined) === (credit === undefined) || amount <= 0)
      throw invalid('entry.side', `Line ${i + 1}: give either a debit or a credit, greater than zero.`, `body.lines.${i}`);
    return { account, amount: debit === undefined ? -amount : amount, ...rest } as EntryLine;
  });
  if (new Set(signed.map((line) => line.account)).size > MAX_ACCOUNTS) throw invalid('entry.too_many_accounts', `One entry takes at most ${MAX_ACCOUNTS} different accounts.`, 'body.lines');
  const difference = signed.reduce((sum, line) => sum + line.amount, 0);
  if (difference !== 0)
    throw invalid('entry.unbalanced', `The entry does not balance: ${difference > 0 ? 'debits' : 'credits'} are greater by ${minorText(Math.abs(difference))} EUR.`, 'body.lines');
  return signed;
}
