import type { ReactNode } from 'react';
import { type Formats, type MoneyText, useFormats } from '../i18n/format.ts';
import { useT } from '../i18n/i18n.ts';
import { StateBadge } from '../ui/state-badge.tsx';
import type { Column } from './spec.ts';

/** What a column is written with: texts, and the ways of numbers and dates of the language. */
export interface Words {
  readonly t: ReturnType<typeof useT>;
  readonly formats: Formats;
}
export const useWords = (): Words => ({ t: useT(), formats: useFormats() });

/** A column that is yet to be put into words. */
export type ColumnOf<Row> = (words: Words) => Column<Row>;

/** Columns that many lists have, with a heading of their own in `lists.columns`. */
type Usual = keyof ConsoleTexts['lists']['columns'];

interface Options<Row> {
  readonly header?: string;
  readonly hide?: 'medium' | 'narrow';
  readonly indexed?: boolean;
  /** Shown instead of the plain value; what is sorted and exported stays the value. */
  readonly cell?: (row: Row, formats: Formats) => ReactNode;
}

/** `money('gross', (row) => row.totals.gross)`; a column that is not usual names its heading. */
interface Make<Value> {
  <Row>(id: Usual, get: (row: Row) => Value | undefined, options?: Options<Row>): ColumnOf<Row>;
  <Row>(id: string, get: (row: Row) => Value | undefined, options: Options<Row> & { readonly header: string }): ColumnOf<Row>;
}

/** A kind of value: how it is shown, and by what it is sorted and exported. */
const kind =
  <Value,>(show: (value: Value, formats: Formats) => ReactNode, plain: (value: Value) => string | number, numeric = false): Make<Value> =>
  <Row,>(id: string, get: (row: Row) => Value | undefined, { header, cell, ...options }: Options<Row> = {}): ColumnOf<Row> =>
  ({ t, formats }) => ({
    id,
    header: header ?? t(`lists.columns.${id}` as 'lists.columns.number'),
    cell: (row) => {
      const value = get(row);
      return cell ? cell(row, formats) : value === undefined ? null : show(value, formats);
    },
    value: (row) => {
      const value = get(row);
      return value === undefined ? '' : plain(value);
    },
    ...(numeric ? { numeric } : {}),
    ...options,
  });

const same = <Value,>(value: Value): Value => value;
const day = (value: string, { date }: Formats) => <span className="nowrap">{date(value)}</span>;

export const text = kind<string>(same, same);
export const money = kind<MoneyText>(
  (value, formats) => formats.money(value),
  ({ amount }) => amount,
  true,
);
/** Decimal text: how much of something. */
export const quantity = kind<string>((value, { decimal }) => decimal(value), same, true);
/** A unit price or cost, with all the decimals that it has. */
export const price = kind<string>((value, formats) => formats.price(value), same, true);
/** How many there are. */
export const count = kind<number>((value, { whole }) => whole(value), same, true);
/** A business date other than the record's own. */
export const dayOf = kind<string>(day, same);
export const moment = kind<string>((value, formats) => <span className="nowrap">{formats.moment(value)}</span>, same);

/** The number that people know the record by. */
export const number = <Row extends { readonly number: string }>(options?: Options<Row>): ColumnOf<Row> =>
  text('number', (row: Row) => row.number, options);

/** The record's date, which the API sorts by. */
export const date = <Row extends { readonly date: string }>(options?: Options<Row>): ColumnOf<Row> =>
  dayOf('date', (row: Row) => row.date, { indexed: true, ...options });

/** With whom it is done. */
export const party = <Row extends { readonly customerName: string }>(options?: Options<Row>): ColumnOf<Row> =>
  text('customer', (row: Row) => row.customerName, options);

/** Where the record stands, as a badge. @param of names its states in the texts: `states.order`. */
export const state =
  <Row,>(of: string, get: (row: Row) => string, options: Options<Row> = {}): ColumnOf<Row> =>
  (words) =>
    text('state', (row: Row) => words.t(`states.${of}.${get(row)}` as 'states.order.placed'), {
      cell: (row) => <StateBadge kind={of} state={get(row)} />,
      ...options,
    })(words);
