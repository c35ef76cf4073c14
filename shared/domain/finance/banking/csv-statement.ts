import { type IsoDate, isIsoDate } from '#kernel/date.ts';
import type { Minor } from '#kernel/money.ts';
import { defined } from '#kernel/optional.ts';
import { normalise } from '#kernel/text.ts';
import type { CsvMapping } from './csv-columns.ts';
import { type CsvRow, csvRows } from './csv-rows.ts';
import type { BankStatement, BankStatementLine } from './statement.ts';
import { amountText, minorOfText } from './statement-amount.ts';
import { refuseStatement } from './statement-fault.ts';
import { creditorReferenceIn, givenIban, givenText, ibanIn, statementText } from './statement-text.ts';

type Column = string | number;

/** The cells of a row by what the mapping says of its columns. */
type Cells = (column: Column | undefined) => string;

const folded = (name: string): string => normalise(name).replaceAll(/\s+/g, ' ').trim();

/** Places of the columns, by the header. */
function placesOf({ header, columns }: CsvMapping, row: CsvRow | undefined): (column: Column) => number {
  const names = new Map((header && row ? row.cells : []).map((name, place) => [folded(name), place] as const).toReversed());
  for (const column of Object.values(columns).flat())
    if (typeof column === 'string' && !names.has(folded(column)))
      refuseStatement('column', row?.at ?? 1, `the header has no column "${column}".`, { column });
  return (column) => (typeof column === 'number' ? column - 1 : (names.get(folded(column)) ?? -1));
}

/** A day in the form of the mapping; an instant behind it is left out. */
function dayIn(text: string, { dateFormat }: CsvMapping): IsoDate | undefined {
  const day = text.trim().split(/[ T]/)[0] ?? '';
  if (day.length !== dateFormat.length) return undefined;
  const part = (letters: string) => day.slice(dateFormat.indexOf(letters), dateFormat.indexOf(letters) + letters.length);
  const separators = [...dateFormat].every((letter, place) => /[YMD]/.test(letter) || day[place] === letter);
  const year = dateFormat.includes('YYYY') ? part('YYYY') : `20${part('YY')}`;
  const date = `${year}-${part('MM')}-${part('DD')}`;
  return separators && isIsoDate(date) ? date : undefined;
}

/** An amount with its currency and signs is far shorter. */
const MAX_CELL = 60;
/** Digits in groups of three with their mark, and decimals behind the other: "1.234,50". */
const NUMBERS: Readonly<Record<CsvMapping['decimal'], RegExp>> = {
  ',': /^(\d{1,3}(?:[.' ]\d{3})+|\d+)(?:,(\d*))?$/,
  '.': /^(\d{1,3}(?:[,' ]\d{3})+|\d+)(?:\.(\d*))?$/,
};

/** A number as people write it: with its sign before or behind it or in brackets, and maybe its currency. Undefined where it is none. */
function amountIn(text: string, { decimal, currency }: CsvMapping): Minor | undefined {
  if (text.length > MAX_CELL) return undefined;
  const plain = text
    .normalize('NFKC')
    .replaceAll(/[\u2212\u2013]/g, '-')
    .replace(new RegExp(`€|\\$|£|${currency}`, 'i'), '')
    .replaceAll(/\s+/g, ' ')
    .trim();
  const [, brackets, before, digits = '', behind] = /^(\()?\s*([+-])?\s*([\d., ']+?)\s*([+-])?\s*\)?$/.exec(plain) ?? [];
  // ",50" has no digit before its mark.
  const [, whole = '', part = ''] = NUMBERS[decimal].exec(digits.startsWith(decimal) ? `0${digits}` : digits) ?? [];
  if (whole === '' || (before && behind)) return undefined;
  const negative = brackets !== undefined || before === '-' || behind === '-';
  return minorOfText(`${negative ? '-' : ''}${whole.replaceAll(/\D/g, '')}.${part}`, currency);
}

function amountAt(row: CsvRow, text: string, mapping: CsvMapping, column: string): Minor {
  return (
    amountIn(text, mapping) ??
    refuseStatement('amount', row.at, `"${text.trim()}" is no amount in ${mapping.currency} with a decimal "${mapping.decimal}".`, {
      text: text.trim(),
      column,
      currency: mapping.currency,
    })
  );
}

/** What moved: the signed amount, or what came in less what went out. */
function movedIn(row: CsvRow, cells: Cells, mapping: CsvMapping): Minor {
  const { amount, debit, credit } = mapping.columns;
  if (amount !== undefined) return amountAt(row, cells(amount), mapping, 'amount');
  const [out, into] = [debit, credit].map((column) => (cells(column).trim() === '' ? 0 : amountAt(row, cells(column), mapping, 'debit')));
  if (out && into) refuseStatement('amount', row.at, 'the row has a debit and a credit.', { text: `${cells(debit)} ${cells(credit)}` });
  // Some banks give debits a sign, some do not: they went out.
  return out ? -Math.abs(out) : (into ?? 0);
}

interface Moved {
  readonly line: Omit<BankStatementLine, 'no'>;
  readonly balance: Minor | undefined;
}

function movedOf(row: CsvRow, cells: Cells, mapping: CsvMapping): Moved {
  const { columns, account, currency } = mapping;
  const day = (column: Column, what: string): IsoDate =>
    dayIn(cells(column), mapping) ??
    refuseStatement('date', row.at, `"${cells(column).trim()}" is no day in the form ${mapping.dateFormat}.`, {
      text: cells(column).trim(),
      column: what,
    });
  const told = cells(columns.currency).trim();
  if (columns.currency !== undefined && told !== '' && told.toUpperCase() !== currency)
    refuseStatement('currency', row.at, `the movement is in ${told}, the account in ${currency}.`, { text: told });
  const text = statementText(columns.text.map(cells));
  const ownIban = 'iban' in account ? account.iban : undefined;
  const line = {
    at: row.at,
    date: day(columns.date, 'date'),
    amount: movedIn(row, cells, mapping),
    text,
    ...defined({
      valueDate:
        columns.valueDate !== undefined && cells(columns.valueDate).trim() !== '' ? day(columns.valueDate, 'valueDate') : undefined,
      partyName: givenText(cells(columns.partyName)),
      partyIban: givenIban(cells(columns.partyIban)) ?? ibanIn(text, ownIban),
      reference: givenText(cells(columns.reference)) ?? creditorReferenceIn(text),
      bankReference: givenText(cells(columns.bankReference)),
      code: givenText(cells(columns.code)),
    }),
  };
  const balance = columns.balance === undefined ? undefined : amountAt(row, cells(columns.balance), mapping, 'balance');
  return { line, balance };
}

/** Whether each balance is the one before it and the movement. @returns place of the first that is not; −1 */
const firstBreak = (rows: readonly Moved[]): number =>
  rows.findIndex(({ line, balance }, place) => place > 0 && (rows[place - 1]?.balance ?? 0) + line.amount !== balance);

/**
 * The rows from the oldest on, their balances proved: each is the one before it and the movement. Banks that give the newest first are
 * read backwards.
 */
function proved(rows: readonly Moved[], currency: string): readonly Moved[] {
  const down = rows.toReversed();
  if (rows[0]?.balance === undefined) return (rows[0]?.line.date ?? '') > (rows.at(-1)?.line.date ?? '') ? down : rows;
  const broken = firstBreak(rows);
  if (broken === -1) return rows;
  const brokenDown = firstBreak(down);
  if (brokenDown === -1) return down;
  // Whichever way goes further is how the file was meant.
  const [meant, place] = broken >= brokenDown ? [rows, broken] : [down, brokenDown];
  const [before, row] = [meant[place - 1]?.balance ?? 0, meant[place] as Moved];
  const reached = amountText(before + row.line.amount, currency);
  const told = amountText(row.balance ?? 0, currency);
  return refuseStatement('balance', row.line.at, `the balance before it and the movement come to ${reached}, the row says ${told}.`, {
    ...{ opening: amountText(before, currency), moved: amountText(row.line.amount, currency), reached, closing: told, currency, lines: 1 },
    difference: amountText((row.balance ?? 0) - before - row.line.amount, currency),
  });
}

/** Rows that are movements: what has neither a day nor an amount is blank, or a note of the bank. */
function isMovement(cells: Cells, { columns: { date, amount, debit, credit } }: CsvMapping): boolean {
  return [date, amount, debit, credit].some((column) => column !== undefined && cells(column).trim() !== '');
}

/** Reads a CSV by the mapping that is saved for its bank. @throws DomainError `statement.…` (400) */
export function readCsvStatement(text: string, mapping: CsvMapping): readonly BankStatement[] {
  // Excel begins a CSV with a line that tells the delimiter: it is one of those that are skipped, told or not.
  const rows = csvRows(text, mapping.delimiter).slice(Math.max(mapping.skip, /^sep=.?[\r\n]/i.test(text) ? 1 : 0));
  const [header] = rows;
  const place = placesOf(mapping, header);
  const movements = rows.slice(mapping.header ? 1 : 0).flatMap((row) => {
    const cells: Cells = (column) => (column === undefined ? '' : (row.cells[place(column)] ?? ''));
    return isMovement(cells, mapping) ? [movedOf(row, cells, mapping)] : [];
  });
  if (movements.length === 0) return refuseStatement('no_statement', header?.at ?? 1, 'the file has no movement.');
  const ordered = proved(movements, mapping.currency);
  const lines = ordered.map(({ line }, index): BankStatementLine => ({ ...line, no: index + 1 }));
  const days = lines.map(({ date }) => date).toSorted();
  const [first, last] = [ordered[0], ordered.at(-1)];
  return [
    {
      ...{ format: 'csv', account: mapping.account, currency: mapping.currency, from: days[0] ?? '', to: days.at(-1) ?? '', lines },
      ...defined({
        opening: first?.balance === undefined ? undefined : first.balance - first.line.amount,
        closing: last?.balance,
      }),
    },
  ];
}
