import * as z from 'zod/mini';
import type { FieldFault, Params } from '#kernel/errors.ts';
import { FISCAL_YEAR } from '#kernel/fiscal-year.ts';
import { MAX_MINOR, type Minor } from '#kernel/money.ts';
import { normalise } from '#kernel/text.ts';
import { ACCOUNT, CONTROL_ACCOUNTS } from './accounts.ts';
import type { EntryLine } from './entry.ts';

/** The most that a file may hold: an entry is one item of the table. */
export const MAX_OPENING_LINES = 2000;
const MAX_CSV = 300_000;

export const OpeningInput = z.strictObject({
  year: z.string().check(z.regex(FISCAL_YEAR, 'must be a fiscal year such as 2026, or 2026-06 where it ends with June')),
  /** The text of the file: `account;debit;credit`, and a `name` for accounts that are still to be added. */
  csv: z.string().check(z.minLength(1), z.maxLength(MAX_CSV)),
});

/** Columns by their names in files of other programs, folded. */
const COLUMNS = {
  account: ['cuenta', 'subcuenta', 'codigo', 'account', 'code'],
  name: ['nombre', 'titulo', 'descripcion', 'concepto', 'name', 'title', 'description'],
  debit: ['debe', 'saldo deudor', 'deudor', 'debit'],
  credit: ['haber', 'saldo acreedor', 'acreedor', 'credit'],
} as const;
type Column = keyof typeof COLUMNS;
const NEEDED = ['account', 'debit', 'credit'] as const satisfies readonly Column[];
export type OpeningColumns = Readonly<Record<Column, number>>;

/** Where each column stands; the first that has one of its names. Those that are needed and missing, otherwise. */
export function openingColumns(header: readonly string[]): OpeningColumns | { readonly missing: readonly string[] } {
  const names = header.map((name) => normalise(name.trim()));
  const at = (column: Column) => names.findIndex((name) => (COLUMNS[column] as readonly string[]).includes(name));
  const columns = { account: at('account'), name: at('name'), debit: at('debit'), credit: at('credit') };
  const missing = NEEDED.filter((column) => columns[column] < 0);
  return missing.length > 0 ? { missing: missing.map((column) => COLUMNS[column][0]) } : columns;
}

/** A row of the file as it was read. */
export interface OpeningCells {
  /** Line of the file, the header being line 1. */
  readonly line: number;
  /** Whether it has as many columns as the first line: an amount with an unquoted comma would make one more. */
  readonly whole: boolean;
  readonly account: string;
  readonly name: string;
  readonly debit: string;
  readonly credit: string;
}

export type DecimalSign = ',' | '.';

/** Digits with at most two decimals, and groups of three. */
const shapeOf = (sign: DecimalSign): RegExp =>
  sign === ',' ? /^\d{1,3}(?:\.?\d{3})*(?:,\d{1,2})?$|^\d+(?:,\d{1,2})?$/ : /^\d{1,3}(?:,?\d{3})*(?:\.\d{1,2})?$|^\d+(?:\.\d{1,2})?$/;
const bare = (text: string): string => text.replace(/[\s\u00a0\u202f€]|EUR/g, '');

/**
 * The sign before decimals in all of a file: what an amount with cents or with both signs shows; where none does, that of the
 * language that separates columns as the file does. One file has one.
 */
export function decimalSign(amounts: readonly string[], delimiter: string): DecimalSign {
  for (const text of amounts.map(bare)) {
    const last = Math.max(text.lastIndexOf(','), text.lastIndexOf('.'));
    if (last < 0) continue;
    const sign = text.charAt(last) as DecimalSign;
    const both = text.includes(',') && text.includes('.');
    if (both || text.length - last - 1 <= 2) return sign;
  }
  return delimiter === ',' ? '.' : ',';
}

/** Cents of an amount; 0 of an empty cell, undefined of what is none. */
function centsOf(cell: string, sign: DecimalSign): Minor | undefined {
  const text = bare(cell);
  if (text === '' || text === '-') return 0;
  if (!shapeOf(sign).test(text)) return undefined;
  const [whole = '0', cents = ''] = text.replaceAll(sign === ',' ? '.' : ',', '').split(sign);
  const minor = Number(`${whole}${cents.padEnd(2, '0')}`);
  return minor <= MAX_MINOR ? minor : undefined;
}

/** What the chart says of a code: it is there and open, it is closed, or there is none. */
export type Standing = 'open' | 'inactive' | 'unknown';

/** What a file comes to. */
export interface Opening {
  readonly lines: readonly EntryLine[];
  readonly faults: readonly FieldFault[];
  readonly debit: Minor;
  readonly credit: Minor;
}

const CODE = /^[1-7]\d{2,8}$/;

/** Codes that a row may mean, the likeliest first: as it is, and as other programs pad those of the plan: `57200000` is 572. */
export function codesMeant(cell: string): string[] {
  const code = cell.replace(/[\s.]/g, '');
  if (!CODE.test(code)) return [];
  const trimmed = Array.from({ length: code.length - 3 }, (_, i) => code.slice(0, code.length - 1 - i)).filter((short) =>
    /^0+$/.test(code.slice(short.length)),
  );
  return [code, ...trimmed];
}

/** Where the balance of an account goes that documents keep: what stock is worth waits in 5550 until it is counted in. */
const insteadOf = (account: string): string => (account === ACCOUNT.stock ? ACCOUNT.openingStock : `${account}09`);

type Why = 'columns' | 'code' | 'result' | 'unknown' | 'inactive' | 'control' | 'amount' | 'both';
const MESSAGES: Readonly<Record<Why, string>> = {
  columns: 'the row has another number of columns than the first line',
  code: 'this is no account code of 3 to 9 digits of groups 1 to 7',
  result: 'income and expenses open with nothing: their balance is in 129 or 120',
  unknown: 'the chart has no such account: add it first',
  inactive: 'the account is closed to new entries',
  control: 'the account is kept by its documents: use the other that is named',
  amount: 'this is no amount with at most two decimals, zero or more',
  both: 'the row has a debit and a credit: keep one',
};

/** What is wrong with a row, by line and field. */
const openingFault = (why: Why, line: number, field: string, params: Params = {}): FieldFault => ({
  field: `lines.${line}.${field}`,
  code: 'opening.row',
  message: `Line ${line}: ${MESSAGES[why]}.`,
  params: { why, line, ...params },
});

/**
 * The lines of an opening entry from the rows of a file: amounts by account, those of zero left out; or every fault of every row.
 * @param standing of a code: the first of {@link codesMeant} that is in the chart is meant.
 */
export function openingOf(rows: readonly OpeningCells[], sign: DecimalSign, standing: (code: string) => Standing): Opening {
  const sums = new Map<string, Minor>();
  const faults: FieldFault[] = [];
  let [debit, credit] = [0, 0];
  for (const row of rows) {
    if (!row.whole) {
      faults.push(openingFault('columns', row.line, 'account', { account: row.account.slice(0, 40) }));
      continue;
    }
    const [debits, credits] = [centsOf(row.debit, sign), centsOf(row.credit, sign)];
    if (debits === 0 && credits === 0) continue;
    const [code = '', found] = [codesMeant(row.account)[0], codesMeant(row.account).find((each) => standing(each) !== 'unknown')];
    const account = found ?? code;
    const faulty = accountFault(row, code, found, standing) ?? amountFault(row, debits, credits);
    if (faulty) faults.push(faulty);
    debit += debits ?? 0;
    credit += credits ?? 0;
    sums.set(account, (sums.get(account) ?? 0) + (debits ?? 0) - (credits ?? 0));
  }
  const lines = [...sums].filter(([, amount]) => amount !== 0).sort(([a], [b]) => (a < b ? -1 : 1));
  return { lines: lines.map(([account, amount]) => ({ account, amount })), faults, debit, credit };
}

function accountFault(
  { line, account: cell, name }: OpeningCells,
  code: string,
  found: string | undefined,
  standing: (code: string) => Standing,
): FieldFault | undefined {
  const fault = (why: Why, params: Params = {}) => openingFault(why, line, 'account', { account: code || cell.slice(0, 40), ...params });
  if (code === '') return fault('code');
  if (/^[67]/.test(code)) return fault('result');
  if (found === undefined) return fault('unknown', { name: name.slice(0, 120) });
  if (standing(found) === 'inactive') return fault('inactive');
  return CONTROL_ACCOUNTS.has(found) ? fault('control', { account: found, instead: insteadOf(found) }) : undefined;
}

function amountFault({ line, ...cells }: OpeningCells, debit: Minor | undefined, credit: Minor | undefined): FieldFault | undefined {
  if (debit === undefined) return openingFault('amount', line, 'debit', { text: cells.debit.slice(0, 40) });
  if (credit === undefined) return openingFault('amount', line, 'credit', { text: cells.credit.slice(0, 40) });
  return debit > 0 && credit > 0 ? openingFault('both', line, 'credit') : undefined;
}
