import type * as z from 'zod/mini';
import { CONTROL_ACCOUNTS } from '#domain/finance/ledger/accounts.ts';
import { ManualEntryInput, type ManualLine, manualLines } from '#domain/finance/ledger/manual-entry.ts';
import { DomainError } from '#kernel/errors.ts';
import { BASE_CURRENCY, type Minor, minorText } from '#kernel/money.ts';
import type { components } from '../../api/schema.d.ts';
import { cents } from './amounts.ts';

type Account = components['schemas']['Account'];

/** A line as it is typed; what a copied line bore besides goes with it. */
export interface DraftLine {
  readonly account: string;
  readonly debit: string;
  readonly credit: string;
  readonly text: string;
  readonly rest?: { readonly party?: string; readonly dimensions?: Record<string, string> };
}

export interface DraftEntry {
  readonly date: string;
  readonly text: string;
  /** The last one is blank: the next is typed there. */
  readonly lines: readonly DraftLine[];
}

export const BLANK: DraftLine = { account: '', debit: '', credit: '', text: '' };
export const isBlank = ({ account, debit, credit, text }: DraftLine): boolean => !(account || debit.trim() || credit.trim() || text.trim());
export const emptyDraft = (date: string): DraftEntry => ({ date, text: '', lines: [BLANK, BLANK] });

const PLAIN = /^(?<whole>\d+)(?:[.,](?<part>\d{1,2}))?$/;
const GROUPED = /^(?<whole>\d{1,3}(?<sep>[.,])\d{3}(?:\k<sep>\d{3})*)(?:(?!\k<sep>)[.,](?<part>\d{1,2}))?$/;

/** `1.234,50`, `1,234.50`, `1234.5` → `1234.50`; `undefined` where it is no amount. A part of three digits is thousands. */
export function amountOf(typed: string): string | undefined {
  const text = typed.replace(/[\s€]/g, '');
  const { whole, part = '' } = (PLAIN.exec(text) ?? GROUPED.exec(text))?.groups ?? {};
  return whole && `${whole.replace(/[.,]/g, '')}.${part.padEnd(2, '0')}`;
}

const minorOf = (typed: string): Minor => cents({ amount: amountOf(typed) ?? '0' });
const balanceOf = ({ debit, credit }: DraftLine): Minor => minorOf(debit) - minorOf(credit);

/** What both sides come to, in cents. */
export const sumsOf = (lines: readonly DraftLine[]): { readonly debit: Minor; readonly credit: Minor } => ({
  debit: lines.reduce((sum, { debit }) => sum + minorOf(debit), 0),
  credit: lines.reduce((sum, { credit }) => sum + minorOf(credit), 0),
});

/** By how much debits are greater than credits, in cents. */
export const differenceOf = (lines: readonly DraftLine[]): Minor => lines.reduce((sum, line) => sum + balanceOf(line), 0);

/** The lines with the missing amount in the one asked for, on the side that lacks it. `write` puts it as people write it. */
export function filled(lines: readonly DraftLine[], index: number, write: (decimal: string) => string): readonly DraftLine[] {
  const line = lines[index];
  if (!line) return lines;
  const missing = balanceOf(line) - differenceOf(lines);
  const amount = missing === 0 ? '' : write(minorText(Math.abs(missing)));
  return lines.with(index, { ...line, debit: missing > 0 ? amount : '', credit: missing < 0 ? amount : '' });
}

/** What the API is sent: the lines that say something, and where each stands in the form. */
export function bodyOf({ date, text, lines }: DraftEntry) {
  const said = lines.map((line, place) => ({ line, place })).filter(({ line }) => !isBlank(line));
  const money = (typed: string) => ({ amount: amountOf(typed) ?? typed, currency: BASE_CURRENCY as 'EUR' });
  const body = {
    date,
    text: text.trim(),
    lines: said.map(({ line: { account, debit, credit, text: note, rest } }) => ({
      account,
      ...(debit.trim() ? { debit: money(debit) } : {}),
      ...(credit.trim() ? { credit: money(credit) } : {}),
      ...(note.trim() ? { text: note.trim() } : {}),
      ...rest,
    })),
  } satisfies z.input<typeof ManualEntryInput>;
  return { body, places: said.map(({ place }) => place) };
}

/** What is wrong, at the field where it stands in the form: `text`, `lines.2.account`. */
export interface Fault {
  readonly field: string;
  readonly why: 'text' | 'date' | 'account' | 'amount' | 'side' | 'positive' | 'control' | 'inactive' | 'lines' | 'unbalanced';
}

/** `body.lines.0.debit.amount` of what was sent → `lines.2.debit` of the form. */
export function fieldInForm(path: readonly (string | number)[], places: readonly number[]): string {
  const [first, index, name] = path;
  if (first !== 'lines' || index === undefined) return String(first);
  return ['lines', places[Number(index)] ?? index, ...(name === undefined ? [] : [name])].join('.');
}

const WHYS: Readonly<Record<string, Fault['why']>> = {
  account: 'account',
  debit: 'amount',
  credit: 'amount',
  date: 'date',
  lines: 'lines',
};

/** All that the rulebook refuses in the draft. */
export function faultsOf(draft: DraftEntry, accounts: readonly Account[]): Fault[] {
  const { body, places } = bodyOf(draft);
  const read = ManualEntryInput.safeParse(body);
  if (!read.success)
    return read.error.issues.map(({ path }) => {
      const names = path.map((part) => (typeof part === 'number' ? part : String(part)));
      return { field: fieldInForm(names, places), why: WHYS[String(names[0] === 'lines' ? (names[2] ?? 'lines') : names[0])] ?? 'text' };
    });
  const byCode = new Map(accounts.map((account) => [account.code, account]));
  const refused = read.data.lines.flatMap(({ account }, i): Fault[] => {
    const field = `lines.${places[i]}.account`;
    if (CONTROL_ACCOUNTS.has(account)) return [{ field, why: 'control' }];
    return byCode.get(account)?.active === false ? [{ field, why: 'inactive' }] : [];
  });
  return [...refused, ...balanceFaults(read.data.lines, places)];
}

function balanceFaults(lines: readonly z.output<typeof ManualLine>[], places: readonly number[]): Fault[] {
  try {
    manualLines(lines);
    return [];
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    if (error.code === 'entry.unbalanced') return [{ field: 'lines', why: 'unbalanced' }];
    const path = (error.field ?? '').split('.').slice(1);
    return path.length === 2
      ? [{ field: `${fieldInForm(path, places)}.debit`, why: 'side' }]
      : [{ field: fieldInForm(path, places), why: 'positive' }];
  }
}

/** An entry to be posted again, with today's date. */
export const draftOf = (
  { text, lines }: components['schemas']['EntryDetail'],
  date: string,
  write: (decimal: string) => string,
): DraftEntry => ({
  date,
  text,
  lines: [
    ...lines.map(({ account, debit, credit, text: note = '', party, dimensions }) => ({
      account,
      debit: cents(debit) === 0 ? '' : write(debit.amount),
      credit: cents(credit) === 0 ? '' : write(credit.amount),
      text: note,
      ...(party || dimensions ? { rest: { ...(party ? { party } : {}), ...(dimensions ? { dimensions } : {}) } } : {}),
    })),
    BLANK,
  ],
});
