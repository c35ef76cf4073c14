import type { Schemas } from '../../api/client.ts';
import type { Formats } from '../../i18n/format.ts';
import type { useT } from '../../i18n/i18n.ts';
import type { Column, Filter } from '../../list/spec.ts';

type T = ReturnType<typeof useT>;

/** Columns that all documents of billing have. */
export const numberColumn = <Row extends { readonly number: string }>(t: T): Column<Row> => ({
  id: 'number',
  header: t('billing.number'),
  cell: ({ number }) => number,
  value: ({ number }) => number,
});

export const dateColumn = <Row extends { readonly date: string }>(t: T, { date }: Formats, hide?: 'medium' | 'narrow'): Column<Row> => ({
  id: 'date',
  header: t('billing.date'),
  cell: (row) => <span className="nowrap">{date(row.date)}</span>,
  value: (row) => row.date,
  indexed: true,
  ...(hide ? { hide } : {}),
});

export const customerColumn = <Row extends { readonly customerName: string }>(t: T): Column<Row> => ({
  id: 'customer',
  header: t('billing.customer'),
  cell: ({ customerName }) => customerName,
  value: ({ customerName }) => customerName,
});

export const amountColumn = <Row,>(
  id: string,
  header: string,
  amountOf: (row: Row) => Schemas['Money'],
  { money }: Formats,
  hide?: 'medium' | 'narrow',
): Column<Row> => ({
  id,
  header,
  cell: (row) => money(amountOf(row)),
  value: (row) => amountOf(row).amount,
  numeric: true,
  ...(hide ? { hide } : {}),
});

/** Filters that all lists of billing have. */
export const sharedFilters = (t: T): readonly Filter[] => [
  { kind: 'customer', id: 'customerId', label: t('billing.customer') },
  { kind: 'dates', id: 'dates', label: t('lists.dates') },
];
