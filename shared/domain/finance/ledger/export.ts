import type { IsoDate } from '#kernel/date.ts';
import { type Minor, minorText } from '#kernel/money.ts';
import type { Account } from './chart-pgc.ts';
import type { Entry } from './entry.ts';
import type { TrialRow } from './trial-balance.ts';

export const EXPORT_KINDS = ['journal-csv', 'journal-hledger', 'trial-balance-csv'] as const;
export type ExportKind = (typeof EXPORT_KINDS)[number];
export const CONTENT_TYPES: Readonly<Record<ExportKind, string>> = {
  'journal-csv': 'text/csv; charset=utf-8',
  'journal-hledger': 'text/plain; charset=utf-8',
  'trial-balance-csv': 'text/csv; charset=utf-8',
};

export interface ExportedEntry {
  readonly id: string;
  readonly entry: Entry;
}

/**
 * A CSV cell (RFC 4180). Text that a spreadsheet would take for a formula gets an apostrophe before it (OWASP, CSV
 * injection); our own amounts are numbers and stay as they are.
 */
export function cell(value: string): string {
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

export const JOURNAL_HEADER = 'date,entry,document,text,account,debit,credit,party,tax';
const amount = (minor: Minor) => (minor === 0 ? '' : minorText(minor));

/** One CSV row per line of the entry. */
export const journalRows = ({ id, entry }: ExportedEntry): string =>
  entry.lines
    .map((l) => [entry.date, `je_${id}`, id, cell(entry.text), l.account, amount(Math.max(l.amount, 0)), amount(Math.max(-l.amount, 0)), cell(l.party ?? ''), cell(l.tax ?? '')].join(','))
    .join('\n');

export const TRIAL_HEADER = 'account,name,opening,debit,credit,closing';
export const trialCsvRow = (row: TrialRow, name: string): string =>
  [row.account, cell(name), minorText(row.opening), minorText(row.debit), minorText(row.credit), minorText(row.closing)].join(',');

const HLEDGER_TYPES = { asset: 'A', liability: 'L', equity: 'E', income: 'R', expense: 'X' } as const;
/** hledger reads a double space as the end of an account name, and `;` as a comment. */
const plainText = (text: string): string => text.replace(/[;|\r\n\t]/g, ' ').replace(/ {2,}/g, ' ').trim();

export const hledgerAccount = (code: string, name: string): string => plainText(`${code} ${name}`.replaceAll(':', ' '));

/** Directives that let `hledger check --strict` know every commodity and account. */
export const hledgerHead = (accounts: readonly Account[], company: string, on: IsoDate): string =>
  [
    `; ${plainText(company)}: journal exported on ${on}`,
    'commodity 1000.00 EUR',
    ...accounts.map((a) => `account ${hledgerAccount(a.code, a.name)}  ; type:${HLEDGER_TYPES[a.type]}`),
    '',
  ].join('\n');

/** One transaction; the document's id is its code. */
export function hledgerEntry({ id, entry }: ExportedEntry, nameOf: (code: string) => string): string {
  const postings = entry.lines.map((l) => `    ${hledgerAccount(l.account, nameOf(l.account))}  ${minorText(l.amount)} EUR${l.party ? `  ; party:${plainText(l.party).replaceAll(',', ' ')}` : ''}`);
  return `${entry.date} (${id}) ${plainText(entry.text)}\n${postings.join('\n')}\n`;
}
