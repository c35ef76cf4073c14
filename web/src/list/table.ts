import { useMediaQuery } from '@mantine/hooks';
import {
  columnVisibilityFeature,
  createSortedRowModel,
  type ReactTable,
  type RowSelectionState,
  rowSelectionFeature,
  rowSortingFeature,
  type Row as TableRow,
  tableFeatures,
  useTable,
} from '@tanstack/react-table';
import { useMemo, useState } from 'react';
import { type Sorting, sortText } from './address.ts';
import type { Column, ListSpec } from './spec.ts';
import { sortsHere } from './use-rows.ts';

const features = tableFeatures({ rowSortingFeature, rowSelectionFeature, columnVisibilityFeature, sortedRowModel: createSortedRowModel() });
type Features = typeof features;
export type ListTable<Row extends object> = ReactTable<Features, Row, unknown>;
export type ListRow<Row extends object> = TableRow<Features, Row>;

const byNumber = (a: unknown, b: unknown) => Number(a) - Number(b);
/** As the lists of the API stand, whatever the language of the browser: ñ is a letter. */
const collator = new Intl.Collator('es', { numeric: true, sensitivity: 'base' });
const byText = (a: unknown, b: unknown) => collator.compare(String(a), String(b));

const definition = <Row extends object>({ id, header, value, numeric }: Column<Row>) => ({
  id,
  header,
  accessorFn: value,
  sortFn: (a: ListRow<Row>, b: ListRow<Row>, column: string) => (numeric ? byNumber : byText)(a.getValue(column), b.getValue(column)),
});

/** Rows in the order in which the list shows them. */
export function inOrder<Row>(spec: Pick<ListSpec<Row>, 'columns'>, rows: readonly Row[], sorting: Sorting | undefined): readonly Row[] {
  const column = spec.columns.find(({ id }) => id === sorting?.id);
  if (!sorting || !column || column.indexed) return rows;
  const compare = column.numeric ? byNumber : byText;
  return rows.toSorted((a, b) => compare(column.value(a), column.value(b)) * (sorting.desc ? -1 : 1));
}

/** Sorting, selection and visible columns of a list. Sorting by the API's own order leaves its rows as they come. */
export function useListTable<Row extends object>(
  spec: ListSpec<Row>,
  rows: readonly Row[],
  sorting: Sorting | undefined,
  onSort: (text: string | undefined) => void,
) {
  const narrow = useMediaQuery('(max-width: 600px)') ?? false;
  const medium = useMediaQuery('(max-width: 1100px)') ?? false;
  const [rowSelection, setRowSelection] = useState<RowSelectionState>({});
  const here = sortsHere(spec, sorting);
  const columns = useMemo(() => spec.columns.map((column) => definition(column)), [spec.columns]);
  const columnVisibility = useMemo(
    () =>
      Object.fromEntries(
        spec.columns.map(({ id, hide }) => [id, !((hide === 'narrow' && narrow) || (hide === 'medium' && (medium || narrow)))]),
      ),
    [spec.columns, narrow, medium],
  );
  const state = useMemo(
    () => ({ sorting: here && sorting ? [{ ...sorting }] : [], rowSelection, columnVisibility }),
    [here, sorting, rowSelection, columnVisibility],
  );
  const table = useTable<Features, Row>({
    features,
    columns,
    data: rows as Row[],
    getRowId: spec.rowId,
    state,
    enableRowRangeSelection: true,
    onRowSelectionChange: setRowSelection,
    onSortingChange: () => undefined,
  });
  const toggleSort = (id: string) => {
    const desc = sorting?.id === id ? !sorting.desc : Boolean(spec.columns.find((column) => column.id === id)?.numeric);
    onSort(sortText({ id, desc }));
  };
  return { table, toggleSort, clearSelection: () => setRowSelection({}) };
}
