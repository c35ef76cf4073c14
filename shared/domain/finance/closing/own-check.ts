import * as z from 'zod/mini';
import { AnyMoney } from '#kernel/money.ts';
import { normalise } from '#kernel/text.ts';
import { writtenText as text } from '#kernel/written-text.ts';
import { exactly, type TrialRow } from '../ledger/trial-balance.ts';
import type { CheckItem } from './check.ts';

/** What of some accounts is looked at: what they have at the end of the month, or what moved in it. */
export const OWN_MEASURES = ['balance', 'movement'] as const;
export const OWN_CONDITIONS = ['equal', 'at-least', 'at-most'] as const;

/** What a company wants to be so at the end of each month, beside what the product looks at. */
export const OwnCheckInput = z
  .strictObject({
    name: text(80),
    /** An account, or the beginning of several. */
    accounts: z.string().check(z.regex(/^[1-7]\d{0,8}$/, 'must be an account, or the beginning of one')),
    measure: z.enum(OWN_MEASURES),
    /** Of entries alone whose text has these words: all entries of the month are read for it. */
    words: z.optional(text(60)),
    condition: z.enum(OWN_CONDITIONS),
    /** Debit positive. */
    amount: AnyMoney,
  })
  .check(
    z.refine(({ measure, words }) => words === undefined || measure === 'movement', {
      error: 'words are looked for in what moved, not in a balance',
      path: ['words'],
    }),
  );
export type OwnCheck = Readonly<z.output<typeof OwnCheckInput>>;

/** One that entries are read for. */
export type WordedCheck = OwnCheck & { readonly words: string };
export const withWords = (checks: readonly OwnCheck[]): WordedCheck[] =>
  checks.filter((check): check is WordedCheck => check.words !== undefined);

/** As many a company has. */
export const MOST_OWN_CHECKS = 20;
/** Entries that words are looked for in, in a month: of more they are refused, since each close would read all of them again. */
export const OWN_BUDGET = 20_000;

/** Whether an entry's text has the words, whatever their accents and capitals. */
export const hasWords = (entry: string, words: string): boolean => normalise(entry).includes(normalise(words));

const holds = ({ condition, amount }: OwnCheck, found: bigint): boolean =>
  condition === 'equal' ? found === BigInt(amount) : condition === 'at-least' ? found >= BigInt(amount) : found <= BigInt(amount);

const summed = ({ accounts, measure }: OwnCheck, rows: readonly TrialRow[]): bigint =>
  rows.reduce((sum, { account, debit, credit, closing }) => {
    if (!account.startsWith(accounts)) return sum;
    return sum + (measure === 'balance' ? exactly(closing) : exactly(debit) - exactly(credit));
  }, 0n);

/**
 * Those of a company's checks that do not hold, with what was found instead.
 * @param byWords what moved by entries with the words of each; absent: the month has more entries than may be read, so that these are
 * not looked at and do not hold.
 */
export const ownFaults = (
  checks: readonly OwnCheck[],
  rows: readonly TrialRow[],
  { entries, byWords }: { readonly entries: number; readonly byWords: ReadonlyMap<OwnCheck, bigint> | undefined },
): CheckItem[] =>
  checks.flatMap((check) => {
    if (check.words !== undefined && !byWords) return [{ text: `${check.name} · ${entries} > ${OWN_BUDGET}` }];
    const found = check.words === undefined ? summed(check, rows) : (byWords?.get(check) ?? 0n);
    return holds(check, found) ? [] : [{ text: check.name, amount: Number(found) }];
  });
