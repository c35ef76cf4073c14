import type * as z from 'zod/mini';
import { CONTROL_ACCOUNTS } from '#domain/finance/ledger/accounts.ts';
import { ManualEntryInput, manualLines } from '#domain/finance/ledger/manual-entry.ts';
import { DomainError } from '#kernel/errors.ts';
import type { Currency, Minor } from '#kernel/money.ts';
import type { Schemas } from '../../api/client.ts';
import { centsOf, euros, typedCents } from '../../api/money.ts';
import { dimensionsIn, dimensionText } from '../../lines/dimension-text.ts';
import { type DraftKind, given, type Line, newLine, open } from '../../lines/draft.ts';

/** A line as it is typed; what a copied line bore besides goes with it. */
export interface EntryLine extends Line {
  readonly account: string;
  readonly debit: string;
  readonly credit: string;
  /** On an account in a foreign currency: how much of that. */
  readonly foreign: string;
  readonly text: string;
  /** `centre=MAD,project=P1` */
  readonly dimensions: string;
  readonly rest?: { readonly party?: string };
}

export interface EntryDraft {
  readonly date: string;
  readonly text: string;
  /** An accrual is taken back on this day; empty: it stays. */
  readonly reverseOn: string;
  readonly lines: readonly EntryLine[];
}

type Read = z.output<typeof ManualEntryInput>;

const side = (name: 'debit' | 'credit', amount: string) => (amount ? { [name]: { amount, currency: 'EUR' as const } } : {});

/** The currency of an account, where that is not the euro. */
export const currencyOf = (account: string, accounts: readonly Schemas['Account'][]): string | undefined =>
  accounts.find(({ code }) => code === account)?.currency;

function inCurrencyOf(account: string, amount: string, accounts: readonly Schemas['Account'][]) {
  const currency = currencyOf(account, accounts);
  return currency && amount ? { foreign: { amount, currency: currency as Currency } } : {};
}

/** An entry by hand into these accounts. */
export const manualEntry = (accounts: readonly Schemas['Account'][]): DraftKind<EntryDraft, Schemas['PostEntry']> => ({
  blank: { account: '', debit: '', credit: '', foreign: '', text: '', dimensions: '' },
  schema: ManualEntryInput,
  main: 'debit',
  body: ({ date, text, reverseOn }, lines) => ({
    date,
    text: text.trim(),
    ...given({ reverseOn }),
    lines: lines.map(({ account, debit, credit, foreign, text: note, dimensions, rest }) => ({
      account,
      ...side('debit', debit),
      ...side('credit', credit),
      ...inCurrencyOf(account, foreign, accounts),
      ...given({ text: note }),
      ...dimensionsIn(dimensions),
      ...rest,
    })),
  }),
  rule: (_, read) => {
    if (read === undefined) return {};
    const { lines } = read as Read;
    const closed = new Set(accounts.filter(({ active }) => !active).map(({ code }) => code));
    const refused = lines.flatMap(({ account }, at): [string, string][] => {
      const why = CONTROL_ACCOUNTS.has(account) ? 'control' : closed.has(account) ? 'inactive' : undefined;
      return why ? [[`lines.${at}.account`, why]] : [];
    });
    return { ...balanceFaults(lines), ...Object.fromEntries(refused) };
  },
});

function balanceFaults(lines: Read['lines']): Record<string, string> {
  try {
    manualLines(lines);
    return {};
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    if (error.code === 'entry.unbalanced') return { lines: 'unbalanced' };
    const field = error.field ?? '';
    return { [field]: field.split('.').length > 3 ? 'positive' : 'side' };
  }
}

export const emptyEntry = (date: string): EntryDraft => {
  const kind = manualEntry([]);
  return { date, text: '', reverseOn: '', lines: [newLine(kind), newLine(kind)] };
};

/** An entry to be posted again, with today's date. */
export function entryAgain({ text, lines }: Schemas['EntryRow'], date: string): EntryDraft {
  const kind = manualEntry([]);
  const copied = lines.map(({ account, debit, credit, foreign, text: note = '', party, dimensions }) =>
    newLine(kind, {
      account,
      debit: centsOf(debit) === 0 ? '' : debit.amount,
      credit: centsOf(credit) === 0 ? '' : credit.amount,
      foreign: foreign?.amount.replace('-', '') ?? '',
      text: note,
      dimensions: dimensionText(dimensions),
      ...(party ? { rest: { party } } : {}),
    }),
  );
  return { date, text, reverseOn: '', lines: open(kind, copied) };
}

/** What both sides come to, in cents, and by how much debits are greater than credits. */
export function sumsOf(lines: readonly EntryLine[]): { readonly debit: Minor; readonly credit: Minor; readonly difference: Minor } {
  const debit = lines.reduce((sum, line) => sum + typedCents(line.debit), 0);
  const credit = lines.reduce((sum, line) => sum + typedCents(line.credit), 0);
  return { debit, credit, difference: debit - credit };
}

/** What a line must say instead so that all balance: the missing amount on the side that lacks it. */
export function filling(lines: readonly EntryLine[], key: string): Pick<EntryLine, 'debit' | 'credit'> {
  const { difference } = sumsOf(lines.filter((line) => line.key !== key));
  const amount = difference === 0 ? '' : euros(Math.abs(difference)).amount;
  return { debit: difference < 0 ? amount : '', credit: difference > 0 ? amount : '' };
}
