import type { IsoDate } from '#kernel/date.ts';
import { BASE_CURRENCY, exponentOf, type Minor, minorText } from '#kernel/money.ts';
import { withoutFormulas } from '#kernel/text.ts';
import type { Account } from './chart-pgc.ts';
import { type Entry, type EntryLine, entryIdOf } from './entry.ts';
import type { TrialRow } from './trial-balance.ts';

export const EXPORT_KINDS = ['journal-csv', 'journal-hledger', 'trial-balance-csv', 'books-proof'] as const;
export type ExportKind = (typeof EXPORT_KINDS)[number];
export const CONTENT_TYPES: Readonly<Record<ExportKind, string>> = {
  'journal-csv': 'text/csv; charset=utf-8',
  'journal-hledger': 'text/plain; charset=utf-8',
  'trial-balance-csv': 'text/csv; charset=utf-8',
  'books-proof': 'text/tab-separated-values; charset=utf-8',
};
export const EXTENSIONS: Readonly<Record<ExportKind, string>> = {
  'journal-csv': 'csv',
  'journal-hledger': 'journal',
  'trial-balance-csv': 'csv',
  'books-proof': 'tsv',
};

/** The name of an account, by its code. */
export type NameOf = (code: string) => string;

export interface ExportedEntry {
  readonly id: string;
  readonly entry: Entry;
}

/** A CSV cell (RFC 4180) that is no formula; our own amounts are numbers and stay as they are. */
export function cell(value: string): string {
  const safe = withoutFormulas(value);
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

export const JOURNAL_HEADER = 'date,entry,document,text,account,account_name,debit,credit,party,tax,line_text,dimensions';
const side = (minor: Minor): string => (minor > 0 ? minorText(minor) : '');
const pairs = (dimensions: EntryLine['dimensions']): string =>
  Object.entries(dimensions ?? {})
    .map(([name, value]) => `${name}=${value}`)
    .join('; ');

/** One CSV row per line of the entry. */
export const journalRows = ({ id, entry }: ExportedEntry, nameOf: NameOf): string =>
  entry.lines
    .map((l) =>
      [
        entry.date,
        entryIdOf(id),
        id,
        cell(entry.text),
        l.account,
        cell(nameOf(l.account)),
        side(l.amount),
        side(-l.amount),
        cell(l.party ?? ''),
        cell(l.tax ?? ''),
        cell(l.text ?? ''),
        cell(pairs(l.dimensions)),
      ].join(','),
    )
    .join('\n');

export const TRIAL_HEADER = 'account,name,opening,debit,credit,closing';
export const trialCsvRow = (row: TrialRow, name: string): string =>
  [row.account, cell(name), minorText(row.opening), minorText(row.debit), minorText(row.credit), minorText(row.closing)].join(',');

const HLEDGER_TYPES = { asset: 'A', liability: 'L', equity: 'E', income: 'R', expense: 'X' } as const;

/** One line for hledger: two spaces (of any kind) would end an account name, `;` begins a comment, `|` divides payee from note. */
const plainText = (text: string): string =>
  text
    .toWellFormed()
    .replace(/[;|\s\p{Cc}]+/gu, ' ')
    .trim();

/** A tag's value: it ends at a comma; a date in brackets, or another tag, would move the posting. */
const tagValue = (text: string): string => plainText(text.replace(/[,:[\]]/g, ' '));

/** One flat name per account: `:` would make it a subaccount. */
export const hledgerAccount = (code: string, name: string): string => plainText(`${code} ${name.replaceAll(':', ' ')}`);

/** How amounts of a currency are written: `1000.00 EUR`, `1000. JPY`. */
const commodity = (code: string): string => `commodity 1000.${'0'.repeat(exponentOf(code))} ${code}`;

/** Directives that let `hledger check --strict` know every commodity and account. @param currencies beside the euro. */
export const hledgerHead = (accounts: readonly Account[], company: string, on: IsoDate, currencies: Iterable<string> = []): string =>
  [
    `; ${plainText(company)}, journal exported on ${on}`,
    ...[BASE_CURRENCY, ...[...currencies].sort()].map(commodity),
    ...accounts.map((a) => `account ${hledgerAccount(a.code, a.name)}  ; type:${HLEDGER_TYPES[a.type]}`),
    '',
  ].join('\n');

/** What of a line moved: in the currency of its document at what it cost in euros, where that is another. */
function amountText({ amount, foreign }: EntryLine): string {
  if (!foreign) return `${minorText(amount)} ${BASE_CURRENCY}`;
  const cost = `${minorText(Math.abs(amount))} ${BASE_CURRENCY}`;
  return `${minorText(foreign.amount, foreign.currency)} ${foreign.currency} @@ ${cost}`;
}

/** The foreign currencies that lines of an entry are in. */
export const currenciesOf = ({ lines }: Pick<Entry, 'lines'>): string[] => lines.flatMap(({ foreign }) => foreign?.currency ?? []);

/**
 * One transaction; the document's id is its code, and the customer of a line its tag. Its costs balance in euros: `hledger balance -B`
 * is the trial balance, and without it what is open in each currency.
 */
export function hledgerEntry({ id, entry }: ExportedEntry, nameOf: NameOf): string {
  const postings = entry.lines.map((l) => {
    const party = tagValue(l.party ?? '');
    return `    ${hledgerAccount(l.account, nameOf(l.account))}  ${amountText(l)}${party ? `  ; party:${party}` : ''}`;
  });
  return `${entry.date} (${id}) ${plainText(entry.text)}\n${postings.join('\n')}\n`;
}
