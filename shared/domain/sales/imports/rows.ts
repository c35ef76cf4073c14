import { type IsoDate, isIsoDate } from '#kernel/date.ts';
import { decimal, format } from '#kernel/decimal.ts';
import type { Params } from '#kernel/errors.ts';
import type { Quantity } from '#kernel/quantity.ts';
import { cut, normalise } from '#kernel/text.ts';
import { ItemCode } from '../catalogue/item.ts';
import { FIELDS, type Field, type ImportProfile } from './profiles.ts';

/** Why a row was not taken. */
export const REASONS = ['zero-price', 'negative-price', 'negative-quantity', 'positive-quantity', 'malformed', 'mixed'] as const;
export type Reason = (typeof REASONS)[number];

/** A row that can be taken. Quantity is positive, also of a return. */
export interface Row {
  /** Line of the file that it begins on; the header is line 1. */
  readonly line: number;
  readonly code: string;
  readonly description: string;
  readonly quantity: Quantity;
  readonly price: string;
}

/** A row that is not taken, and what is wrong with it: in words, and what the words name. */
export interface RowProblem {
  readonly line: number;
  readonly reason: Reason;
  readonly detail: string;
  readonly params?: Params;
}

/** What a row tells of its document. */
export interface Head {
  readonly date: IsoDate;
  /** The shop's key of the customer; empty: the walk-in. */
  readonly customer: string;
  readonly country: string;
}

/** Where each field stands in a row. */
export type Columns = Readonly<Record<Field, number>>;

/** Names of columns that are not there, or of which there is more than one. */
export interface ColumnsFault {
  readonly missing: string[];
  readonly twice?: string[];
}

/** The places of the profile's columns in the file's first line, whatever case and accents; or what is wrong with it. */
export function columnsOf(profile: ImportProfile, header: readonly string[]): { readonly columns: Columns } | ColumnsFault {
  const names = header.map((name) => normalise(name.trim()));
  const wanted = FIELDS.flatMap((field) => (profile.columns[field] === undefined ? [] : [[field, profile.columns[field]] as const]));
  const counted = wanted.map(([, name]) => [name, names.filter((other) => other === normalise(name)).length] as const);
  const missing = counted.flatMap(([name, count]) => (count === 0 ? [name] : []));
  const twice = counted.flatMap(([name, count]) => (count > 1 ? [name] : []));
  if (missing.length + twice.length > 0) return { missing, ...(twice.length > 0 ? { twice } : {}) };
  const places = wanted.map(([field, name]) => [field, names.indexOf(normalise(name))] as const);
  return { columns: { ...NOWHERE, ...Object.fromEntries(places) } };
}

const NOWHERE = Object.fromEntries(FIELDS.map((field) => [field, -1])) as Columns;

/** The separator that a first line `sep=;` states, as spreadsheets write it; undefined of any other line. @param cells as the profile separates them. */
export function statedSeparator({ delimiter }: Pick<ImportProfile, 'delimiter'>, cells: readonly string[]): string | undefined {
  const [first = '', ...rest] = cells;
  if (!/^sep=/i.test(first)) return undefined;
  return first.slice(4) || (rest.length > 0 ? delimiter : '');
}

/** A row as read: the number of its document, and either what to take of it or why not. */
export type ReadRow = { readonly document: string } & ({ readonly row: Row; readonly head: Head } | { readonly problem: RowProblem });

export const isReturn = (profile: ImportProfile, document: string): boolean => document.startsWith(profile.returnPrefix);

/** Reads one row of the file by the profile's rules. */
export function readRow(profile: ImportProfile, columns: Columns, width: number, fields: readonly string[], line: number): ReadRow {
  const cell = (field: Field): string => fields[columns[field]]?.normalize('NFC').trim() ?? '';
  const document = cut(cell('document'), 40);
  const not = (reason: Reason, detail: string, params?: Params): ReadRow => ({
    document,
    problem: { line, reason, detail, ...(params ? { params } : {}) },
  });
  if (fields.length !== width)
    return not('malformed', `The row has ${fields.length} columns; the first line has ${width}.`, {
      columns: fields.length,
      width,
      why: 'columns',
    });
  const name = (field: Field) => profile.columns[field] ?? field;
  const fault = faultOf(profile, cell);
  if (fault) return not('malformed', ...cellFault(name(fault[0]), cell(fault[0]), fault[1], fault[2]));
  const price = numberText(profile, cell('price')) ?? '0';
  const quantity = numberText(profile, cell('quantity')) ?? '0';
  const sign = signFault(isReturn(profile, document), price, quantity);
  if (sign) return not(...sign);
  const head = {
    date: dateText(profile, cell('date')) ?? '',
    customer: customerKey(profile, cell('customer')),
    country: columns.country < 0 ? '' : cell('country'),
  };
  const code = cell('code').toUpperCase();
  const row: Row = { line, code, description: printable(cell('description')), quantity: quantity.replace('-', ''), price };
  return { document, row, head };
}

/** What a cell must hold, and the words for it. */
type CellFault = readonly [field: Field, wanted: string, words: string];

/** What is no number, no date or no name in a row; undefined where all can be read. */
function faultOf(profile: ImportProfile, cell: (field: Field) => string): CellFault | undefined {
  if (!/^[\x21-\x7e]{1,40}$/.test(cell('document'))) return ['document', 'document', 'a document number'];
  if (!ItemCode.safeParse(cell('code').toUpperCase()).success) return ['code', 'code', 'an item code of 1 to 40 characters without #'];
  const quantity = numberText(profile, cell('quantity'));
  if (quantity === undefined || !/^-?\d{1,6}(\.\d{1,3})?$/.test(quantity) || decimal(quantity).units === 0n)
    return ['quantity', 'quantity', 'a quantity other than zero, of at most 999999'];
  if (profile.wholeQuantities && decimal(quantity).scale > 0) return ['quantity', 'whole', 'a whole number'];
  const price = numberText(profile, cell('price'));
  if (price === undefined || !/^-?\d{1,7}(\.\d{1,6})?$/.test(price)) return ['price', 'price', 'a price'];
  if (dateText(profile, cell('date')) === undefined) return ['date', profile.dates, `a date of the form ${profile.dates}`];
  if (!/^[\x21-\x7e]{0,60}$/.test(customerKey(profile, cell('customer')))) return ['customer', 'customer', "a customer's key"];
  return undefined;
}

function cellFault(column: string, cell: string, wanted: string, words: string): [detail: string, params: Params] {
  const value = cut(cell, 40);
  const detail = `${column} ${value === '' ? 'is empty' : `is "${value}"`}: not ${words}.`;
  return [detail, value === '' ? { column, wanted, why: 'empty' } : { column, value, wanted, why: 'cell' }];
}

/** The price is looked at first: a row of price zero is no sale and no return, whatever its quantity. */
function signFault(returned: boolean, price: string, quantity: string): [Reason, string, Params?] | undefined {
  const value = decimal(price).units;
  if (value === 0n) return ['zero-price', 'The price is zero.'];
  if (value < 0n) return ['negative-price', `The price is ${price}.`, { price }];
  const negative = quantity.startsWith('-');
  if (!returned && negative) return ['negative-quantity', `The quantity is ${quantity} in a document that is no return.`, { quantity }];
  if (returned && !negative) return ['positive-quantity', `The quantity is ${quantity} in a return.`, { quantity }];
  return undefined;
}

/** A plain decimal text (`-12.5`) of the number as the profile writes it; undefined where it is none. */
function numberText({ decimals }: ImportProfile, text: string): string | undefined {
  const grouped = decimals === ',' && /^-?(\d{1,3}(\.\d{3})+|\d+)(,\d+)?$/.test(text);
  const plain = grouped ? text.replaceAll('.', '').replace(',', '.') : decimals === ',' ? '' : text;
  return /^-?\d{1,12}(\.\d{1,12})?$/.test(plain) ? format(decimal(plain)) : undefined;
}

const DATES: Readonly<
  Record<ImportProfile['dates'], { readonly pattern: RegExp; readonly order: readonly [year: number, month: number, day: number] }>
> = {
  'Y-M-D': { pattern: /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ]\d{1,2}:\d{2}(?::\d{2})?)?$/, order: [1, 2, 3] },
  'D/M/Y': { pattern: /^(\d{1,2})\/(\d{1,2})\/(\d{4})(?: \d{1,2}:\d{2}(?::\d{2})?)?$/, order: [3, 2, 1] },
  'M/D/Y': { pattern: /^(\d{1,2})\/(\d{1,2})\/(\d{4})(?: \d{1,2}:\d{2}(?::\d{2})?)?$/, order: [3, 1, 2] },
};

function dateText({ dates }: ImportProfile, text: string): IsoDate | undefined {
  const { pattern, order } = DATES[dates];
  const match = pattern.exec(text);
  const [year = '', month = '', day = ''] = order.map((i) => match?.[i] ?? '');
  const iso = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return match && isIsoDate(iso) ? iso : undefined;
}

function customerKey({ customerSuffix }: ImportProfile, text: string): string {
  return customerSuffix && text.endsWith(customerSuffix) ? text.slice(0, -customerSuffix.length) : text;
}

const printable = (text: string): string => cut(text.replace(/[\p{Cc}\s]+/gu, ' ').trim(), 160);
