import type { ReactNode } from 'react';
import { valuesText } from '../lines/dimension-text.ts';
import { LinesTable } from './lines-table.tsx';
import { type DocumentTotals, TotalRows } from './totals.tsx';

/** A column: its name, what stands in it of a row, and its class: `amount` of figures. `false`: it is not shown. */
type RowColumn<R> = readonly [name: string, cell: (row: R) => ReactNode, className?: 'nowrap' | 'amount'] | false;

interface Named {
  readonly code?: string | undefined;
  readonly name?: string | undefined;
  readonly dimensions?: Readonly<Record<string, string>> | undefined;
}

/** What a line is about. */
export const Concept = ({ code, name, dimensions }: Named) => (
  <>
    {code && <b>{code} </b>}
    {name}
    {dimensions && <small className="dimmed"> {valuesText(dimensions)}</small>}
  </>
);

interface Props<R> {
  readonly rows: readonly R[];
  /** The first says what a row is about. */
  readonly columns: readonly RowColumn<R>[];
  /** What the rows come to, in the last column. */
  readonly totals?: DocumentTotals;
}

/** The lines of a record, told by their columns. */
export function RowsTable<R>({ rows, columns, totals }: Props<R>) {
  const shown = columns.filter((column) => column !== false);
  return (
    <LinesTable heads={shown.map(([name, , className]) => [name, className === 'amount' ? className : undefined])}>
      <tbody>
        {rows.map((row, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the lines of a record never change places.
          <tr key={at}>
            {shown.map(([name, cell, className], column) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a table's columns never change places, and two may be named alike.
              <td key={`${name}${column}`} className={className}>
                {cell(row)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
      {totals && <TotalRows totals={totals} span={shown.length - 1} />}
    </LinesTable>
  );
}
