import type { IsoDate } from '#kernel/date.ts';
import { isIsoDate } from '#kernel/date.ts';
import type { FieldFault, Params } from '#kernel/errors.ts';
import type { Minor } from '#kernel/money.ts';
import { bareTaxId } from '#kernel/tax-id-es.ts';
import { normalise } from '#kernel/text.ts';
import { ACCOUNT } from './accounts.ts';
import { centsOf, type DecimalSign } from './amount-cells.ts';

/** Rows that one opening may bring along: some 120 transactions. */
export const MAX_ITEM_ROWS = 5000;
export const MAX_ITEMS_CSV = 650_000;

/** Accounts whose open items a company may bring along. */
export const ITEM_ACCOUNTS = [ACCOUNT.receivable, ACCOUNT.payable, ACCOUNT.servicesPayable] as const;
export type ItemAccount = (typeof ITEM_ACCOUNTS)[number];

/** The account whose documents a code of another program means: 430, 4300 or 43000012 of one customer; undefined of any other. */
export function itemAccountOf(cell: string): ItemAccount | undefined {
  const code = cell.replace(/[\s.]/g, '');
  return ITEM_ACCOUNTS.find((account) => code === account || (/^\d{4,12}$/.test(code) && code.startsWith(`${account}0`)));
}

/** Columns by their names in files of other programs, folded. */
const COLUMNS = {
  account: ['cuenta', 'subcuenta', 'codigo', 'account', 'code'],
  taxId: ['nif', 'cif', 'dni', 'nif/cif', 'cif/nif', 'tax id', 'tax_id', 'taxid', 'vat'],
  name: ['nombre', 'razon social', 'titulo', 'cliente', 'proveedor', 'tercero', 'name', 'party'],
  number: ['factura', 'numero', 'n factura', 'num factura', 'numero factura', 'documento', 'number', 'invoice', 'document'],
  date: ['fecha', 'fecha factura', 'date', 'invoice date'],
  due: ['vencimiento', 'fecha vencimiento', 'vto', 'due', 'due date'],
  amount: ['importe', 'pendiente', 'saldo', 'importe pendiente', 'amount', 'open'],
} as const;
type Column = keyof typeof COLUMNS;
const NEEDED = ['account', 'taxId', 'number', 'date', 'amount'] as const satisfies readonly Column[];
export type ItemColumns = Readonly<Record<Column, number>>;

/** Where each column stands. Those that are needed and missing, otherwise. */
export function itemColumns(header: readonly string[]): ItemColumns | { readonly missing: readonly string[] } {
  const names = header.map((name) => normalise(name.trim()).replace(/[.º]/g, ''));
  const at = (column: Column) => names.findIndex((name) => (COLUMNS[column] as readonly string[]).includes(name));
  const columns = Object.fromEntries((Object.keys(COLUMNS) as Column[]).map((column) => [column, at(column)])) as ItemColumns;
  const missing = NEEDED.filter((column) => columns[column] < 0);
  return missing.length > 0 ? { missing: missing.map((column) => COLUMNS[column][0]) } : columns;
}

/** A row of the file as it was read. */
export interface ItemCells extends Readonly<Record<Column, string>> {
  /** Line of the file, the header being line 1. */
  readonly line: number;
  readonly whole: boolean;
}

/** A document that was open when the books began. */
export interface ItemRow {
  readonly line: number;
  readonly account: ItemAccount;
  /** Bare. */
  readonly taxId: string;
  readonly name: string;
  readonly number: string;
  readonly date: IsoDate;
  /** Absent: as the customer or supplier pays. */
  readonly due?: IsoDate;
  /** What is open, minor units; negative: a credit that is still to be used. */
  readonly amount: Minor;
}

type Why = keyof typeof MESSAGES;
const MESSAGES = {
  account: 'the account is none of 430, 400 and 410, or their subaccounts',
  amount: 'this is no amount other than zero with at most two decimals',
  columns: 'the row has another number of columns than the first line',
  date: 'this is no date such as 31/12/2025 or 2025-12-31 before the books begin',
  due: 'this is no date such as 31/01/2026 on or after that of the document',
  name: 'the customer or supplier has no name: it is needed to create them',
  number: 'the document has no number of up to 40 characters with a letter or digit',
  own: 'this is the tax id of your own company',
  party_account: 'the supplier is kept on another account',
  party_twice: 'several customers have this tax id',
  party_unknown: 'nobody has this tax id: add them first, or have those that are missing created',
  series: 'the number is of a series that this program gives',
  taken: 'a document has this number already',
  tax_id: 'the tax id is missing, or not a Spanish one: add whoever it is by hand first',
  twice: 'an earlier row has the same number',
} as const;

/** What is wrong with a row, by line and field. */
export const itemFault = (why: Why, line: number, field: Column, params: Params = {}): FieldFault => ({
  field: `items.${line}.${field}`,
  code: 'opening.item',
  message: `Line ${line}: ${MESSAGES[why]}.`,
  params: { why, line, ...params },
});

/** A date as `2025-12-31`, `31/12/2025`, `31-12-25`; undefined of anything else. */
function dateOf(cell: string): IsoDate | undefined {
  const text = cell.trim().slice(0, 10);
  const [, day = '', month = '', year = ''] = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{2}|\d{4})$/.exec(text) ?? [];
  const date = year ? `${year.length === 2 ? `20${year}` : year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}` : text;
  return isIsoDate(date) ? date : undefined;
}

/** What an invoice's id is made of, up to 30 characters: `2025/0123` is `2025-0123`. */
export const slugOf = (number: string): string =>
  normalise(number)
    .toUpperCase()
    .replace(/[^A-Z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 30);
/** Numbers that this program gives, from the first year of its books on. */
const OWN_SERIES = /^(?:F[SG]?|R)(?:[DT][A-Z])?(\d{4})-\d{6,9}$/;
const isOfOwnSeries = (number: string, opensOn: IsoDate): boolean => (OWN_SERIES.exec(number)?.[1] ?? '') >= opensOn.slice(0, 4);

/** A signed amount: `-12,50`. */
function amountOf(cell: string, sign: DecimalSign): Minor | undefined {
  const text = cell.trim();
  const cents = centsOf(text.replace(/^-/, ''), sign);
  return cents === undefined || cents === 0 ? undefined : text.startsWith('-') ? -cents : cents;
}

function rowOf(cells: ItemCells, sign: DecimalSign, opensOn: IsoDate): ItemRow | FieldFault[] {
  const { line, whole, ...cell } = cells;
  if (!whole) return [itemFault('columns', line, 'account', { text: cell.account.slice(0, 40) })];
  const faults: FieldFault[] = [];
  const checked = <T>(value: T | undefined, why: Why, field: Column): T => {
    if (value === undefined) faults.push(itemFault(why, line, field, { text: cell[field].slice(0, 40) }));
    return value as T;
  };
  const account = checked(itemAccountOf(cell.account), 'account', 'account');
  const taxId = checked(bareTaxId(cell.taxId) || undefined, 'tax_id', 'taxId');
  const number = checked(slugOf(cell.number) && cell.number.length <= 40 ? cell.number : undefined, 'number', 'number');
  if (number && account === ACCOUNT.receivable && isOfOwnSeries(number, opensOn))
    faults.push(itemFault('series', line, 'number', { text: number }));
  const told = dateOf(cell.date);
  const date = checked(told && told < opensOn ? told : undefined, 'date', 'date');
  const due = cell.due === '' ? undefined : dateOf(cell.due);
  if (cell.due !== '' && (due === undefined || (date && due < date)))
    faults.push(itemFault('due', line, 'due', { text: cell.due.slice(0, 40) }));
  const amount = checked(amountOf(cell.amount, sign), 'amount', 'amount');
  if (faults.length > 0) return faults;
  return { line, account, taxId, name: cell.name.slice(0, 120), number, date, ...(due ? { due } : {}), amount };
}

/** The documents of a file, or every fault of every row. @param opensOn the first day of the books. */
export function itemRows(
  cells: readonly ItemCells[],
  sign: DecimalSign,
  opensOn: IsoDate,
): { readonly rows: readonly ItemRow[]; readonly faults: readonly FieldFault[] } {
  const [rows, faults] = [[] as ItemRow[], [] as FieldFault[]];
  for (const each of cells) {
    const row = rowOf(each, sign, opensOn);
    if ('amount' in row) rows.push(row);
    else faults.push(...row);
  }
  return { rows, faults };
}

/** What the documents of each account come to, debit positive: as the account's balance has it. */
export const itemSums = (rows: readonly Pick<ItemRow, 'account' | 'amount'>[]): ReadonlyMap<ItemAccount, Minor> =>
  new Map(
    ITEM_ACCOUNTS.map((account) => {
      const sum = rows.reduce((total, row) => total + (row.account === account ? row.amount : 0), 0);
      return [account, account === ACCOUNT.receivable ? sum : -sum];
    }),
  );
