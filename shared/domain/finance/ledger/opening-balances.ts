import * as z from 'zod/mini';
import { type FieldFault, invalid, type Params } from '#kernel/errors.ts';
import { FISCAL_YEAR } from '#kernel/fiscal-year.ts';
import { type Minor, minorText } from '#kernel/money.ts';
import { normalise } from '#kernel/text.ts';
import { ACCOUNT, CONTROL_ACCOUNTS } from './accounts.ts';
import { centsOf, type DecimalSign } from './amount-cells.ts';
import type { EntryLine } from './entry.ts';
import { itemSums, MAX_ITEMS_CSV } from './item-rows.ts';

/** The most that a file may hold: an entry is one item of the table. */
export const MAX_OPENING_LINES = 2000;
const MAX_CSV = 300_000;
/** Faults that one answer names. */
const MOST_FAULTS = 200;

export const OpeningInput = z.strictObject({
  year: z.string().check(z.regex(FISCAL_YEAR, 'must be a fiscal year such as 2026, or 2026-06 where it ends with June')),
  /** The text of the file: `account;debit;credit`, and a `name` for accounts that are still to be added. */
  csv: z.string().check(z.minLength(1), z.maxLength(MAX_CSV)),
  /**
   * The text of a file of the documents that were open: `account;tax id;name;number;date;due;amount`. They come to the balances of
   * 430, 400 and 410 in the other file, each to the cent. A negative amount is a credit.
   */
  items: z.optional(z.string().check(z.minLength(1), z.maxLength(MAX_ITEMS_CSV))),
  /** Customers and suppliers that are missing are created by the names of their rows. */
  createMissing: z._default(z.boolean(), false),
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

/** What the chart says of a code: it is there and open, in a foreign currency, it is closed, or there is none. */
export type Standing = 'open' | 'abroad' | 'inactive' | 'unknown';

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

type Why = 'columns' | 'code' | 'result' | 'unknown' | 'inactive' | 'abroad' | 'control' | 'amount' | 'both';
const MESSAGES: Readonly<Record<Why, string>> = {
  columns: 'the row has another number of columns than the first line',
  code: 'this is no account code of 3 to 9 digits of groups 1 to 7',
  result: 'income and expenses open with nothing: their balance is in 129 or 120',
  unknown: 'the chart has no such account: add it first',
  inactive: 'the account is closed to new entries',
  abroad:
    'the account is in a foreign currency: put its balance on the account that is named, and move it by an entry that says both amounts',
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
 * @param itemsOf the account whose documents come along, where a code that the chart lacks (or keeps by documents) means one.
 */
export function openingOf(
  rows: readonly OpeningCells[],
  sign: DecimalSign,
  standing: (code: string) => Standing,
  itemsOf: (code: string) => string | undefined = () => undefined,
): Opening {
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
    const { account, fault } = meantBy(row, standing, itemsOf);
    const faulty = fault ?? amountFault(row, debits, credits);
    if (faulty) faults.push(faulty);
    debit += debits ?? 0;
    credit += credits ?? 0;
    sums.set(account, (sums.get(account) ?? 0) + (debits ?? 0) - (credits ?? 0));
  }
  const lines = [...sums].filter(([, amount]) => amount !== 0).sort(([a], [b]) => (a < b ? -1 : 1));
  return { lines: lines.map(([account, amount]) => ({ account, amount })), faults, debit, credit };
}

/** The account that a row means, and what is wrong with it. */
function meantBy(row: OpeningCells, standing: (code: string) => Standing, itemsOf: (code: string) => string | undefined) {
  const codes = codesMeant(row.account);
  const [code = '', found] = [codes[0], codes.find((each) => standing(each) !== 'unknown')];
  const kept = found === undefined || CONTROL_ACCOUNTS.has(found) ? itemsOf(found ?? code) : undefined;
  return { account: kept ?? found ?? code, fault: kept ? undefined : accountFault(row, code, found, standing) };
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
  if (standing(found) === 'abroad') return fault('abroad', { account: found, instead: ACCOUNT.bankAbroad });
  return CONTROL_ACCOUNTS.has(found) ? fault('control', { account: found, instead: insteadOf(found) }) : undefined;
}

function amountFault({ line, ...cells }: OpeningCells, debit: Minor | undefined, credit: Minor | undefined): FieldFault | undefined {
  if (debit === undefined) return openingFault('amount', line, 'debit', { text: cells.debit.slice(0, 40) });
  if (credit === undefined) return openingFault('amount', line, 'credit', { text: cells.credit.slice(0, 40) });
  return debit > 0 && credit > 0 ? openingFault('both', line, 'credit') : undefined;
}

/** @throws DomainError `opening.faulty`, `opening.empty`, `opening.unbalanced` (400) with what the file comes to. */
export function requireSound({ lines, faults, debit, credit }: Opening): void {
  const [debits, credits] = [minorText(debit), minorText(credit)];
  if (faults.length > 0) {
    const message = `${faults.length} rows cannot be taken (debits ${debits}, credits ${credits}): nothing was posted.`;
    const told = faults.slice(0, MOST_FAULTS);
    throw invalid('opening.faulty', message, 'body.csv', { count: faults.length, debit: debits, credit: credits }, told);
  }
  if (lines.length < 2) throw invalid('opening.empty', 'The file has no balances: at least two accounts are needed.', 'body.csv');
  const difference = minorText(Math.abs(debit - credit));
  if (debit !== credit)
    throw invalid(
      'opening.unbalanced',
      `Debits of ${debits} and credits of ${credits} differ by ${difference} EUR. Correct the file.`,
      'body.csv',
      { debit: debits, credit: credits, difference },
    );
}

/**
 * Requires that the documents of each account come to its balance.
 * @throws DomainError `opening.items_differ` (400) with both figures of the first that does not.
 */
export function requireAgreement({ lines }: Pick<Opening, 'lines'>, rows: Parameters<typeof itemSums>[0]): void {
  for (const [account, sum] of itemSums(rows)) {
    const balance = lines.find((line) => line.account === account)?.amount ?? 0;
    const [items, told] = [minorText(sum), minorText(balance)];
    if (sum !== balance)
      throw invalid(
        'opening.items_differ',
        `The open documents of ${account} come to ${items}, and its balance is ${told} (debit positive): correct the one or the other.`,
        'body.items',
        { account, items, balance: told, difference: minorText(Math.abs(sum - balance)) },
      );
  }
}
