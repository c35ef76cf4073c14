import { Checkbox } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef } from 'react';
import { useT } from '../i18n/i18n.ts';
import { IconArrowDown, IconArrowUp } from '../ui/icons.ts';
import type { Sorting } from './address.ts';
import styles from './list.module.css';
import { moveFocus, openRow } from './row-keys.ts';
import { scrollPositionOf, useScrollPosition } from './scroll-position.ts';
import type { ListSpec } from './spec.ts';
import type { ListRow, ListTable } from './table.ts';
import type { Rows } from './use-rows.ts';

const ROW_HEIGHT = 41;
/** Rows from the end at which the next page is fetched. */
const AHEAD = 25;

interface Props<Row extends object> {
  readonly spec: ListSpec<Row>;
  readonly table: ListTable<Row>;
  readonly rows: Rows<Row>;
  readonly sorting: Sorting | undefined;
  readonly onSort: (id: string) => void;
  readonly selectable: boolean;
}

/** A real table of which only the rows in sight are drawn: 10,000 scroll like 10. */
export function RowTable<Row extends object>({ spec, table, rows, sorting, onSort, selectable }: Props<Row>) {
  const t = useT();
  const scroller = useRef<HTMLDivElement>(null);
  const model = table.getRowModel().rows;
  const label = t('lists.rowsOf', { what: spec.title });
  const place = scrollPositionOf(spec.id);
  useScrollPosition(spec.id, scroller);
  const virtual = useVirtualizer({
    count: model.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: 12,
    initialOffset: place,
    getItemKey: (index) => model[index]?.id ?? index,
  });
  const shown = virtual.getVirtualItems();
  const last = shown.at(-1)?.index ?? 0;
  useEffect(() => {
    if (last >= model.length - AHEAD) rows.more();
  }, [last, model.length, rows.more]);
  const above = shown[0]?.start ?? 0;
  const below = virtual.getTotalSize() - (shown.at(-1)?.end ?? 0);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard (WCAG 2.1.1).
    <section ref={scroller} className={styles.scroller} tabIndex={0} aria-label={label} onKeyDown={moveFocus}>
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: each row has a link, which the keys open. */}
      <table
        className={styles.table}
        aria-rowcount={rows.complete ? model.length + 1 : -1}
        aria-busy={rows.loading || rows.loadingMore}
        onClick={openRow}
      >
        <Head spec={spec} table={table} sorting={sorting} onSort={onSort} selectable={selectable} />
        <tbody>
          {above > 0 && <tr aria-hidden style={{ height: above }} />}
          {shown.map(({ index }) => {
            const row = model[index];
            return row && <Line key={row.id} spec={spec} row={row} index={index} selectable={selectable} />;
          })}
          {below > 0 && <tr aria-hidden style={{ height: below }} />}
        </tbody>
      </table>
    </section>
  );
}

function Head<Row extends object>({ spec, table, sorting, onSort, selectable }: Omit<Props<Row>, 'rows'>) {
  const t = useT();
  const columns = spec.columns.filter(({ id }) => table.getColumn(id)?.getIsVisible());
  return (
    <thead>
      <tr>
        {selectable && (
          <th scope="col" className={styles.check}>
            <Checkbox
              aria-label={t('lists.selectAll')}
              checked={table.getIsAllRowsSelected()}
              indeterminate={table.getIsSomeRowsSelected()}
              onChange={(event) => table.toggleAllRowsSelected(event.currentTarget.checked)}
            />
          </th>
        )}
        {columns.map(({ id, header, numeric }) => {
          const sorted = sorting?.id === id ? (sorting.desc ? 'descending' : 'ascending') : undefined;
          const Arrow = sorted === 'descending' ? IconArrowDown : IconArrowUp;
          return (
            <th key={id} scope="col" aria-sort={sorted ?? 'none'} className={numeric ? 'amount' : undefined}>
              <button type="button" onClick={() => onSort(id)}>
                {header}
                {sorted && <Arrow size={13} aria-hidden />}
              </button>
            </th>
          );
        })}
      </tr>
    </thead>
  );
}

interface LineProps<Row extends object> {
  readonly spec: ListSpec<Row>;
  readonly row: ListRow<Row>;
  readonly index: number;
  readonly selectable: boolean;
}

function Line<Row extends object>({ spec, row, index, selectable }: LineProps<Row>) {
  const t = useT();
  const columns = new Map(spec.columns.map((column) => [column.id, column]));
  const to = spec.href(row.original);
  return (
    <tr
      aria-rowindex={index + 2}
      aria-selected={selectable ? row.getIsSelected() : undefined}
      data-selected={row.getIsSelected() || undefined}
    >
      {selectable && (
        <td className={styles.check} data-check>
          <Checkbox
            aria-label={t('lists.select', { what: String(spec.columns[0]?.value(row.original) ?? '') })}
            checked={row.getIsSelected()}
            onChange={row.getToggleSelectedHandler()}
          />
        </td>
      )}
      {row.getVisibleCells().map(({ column }, place) => {
        const { cell, numeric } = columns.get(column.id) ?? {};
        return (
          <td key={column.id} className={numeric ? 'amount' : undefined}>
            {place === 0 && to ? (
              <Link to={to as never} className={styles.open} data-row>
                {cell?.(row.original)}
              </Link>
            ) : (
              cell?.(row.original)
            )}
          </td>
        );
      })}
    </tr>
  );
}
