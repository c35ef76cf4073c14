import { useMemo } from 'react';
import { type Formats, useFormats } from '../i18n/format.ts';
import { useT } from '../i18n/i18n.ts';
import { useCan } from '../session/session.ts';
import type { ColumnOf } from './columns.tsx';
import type { FilterOf } from './filter-kinds.ts';
import type { ListSpec } from './spec.ts';

export interface ListContext {
  readonly t: ReturnType<typeof useT>;
  readonly formats: Formats;
  readonly can: ReturnType<typeof useCan>;
}

/** A list as its module tells it: columns and filters by kind; what it can do without is left out. */
export interface ListPlan<Row> extends Omit<ListSpec<Row>, 'columns' | 'filters' | 'href' | 'rowId'> {
  readonly columns: readonly ColumnOf<Row>[];
  readonly filters?: readonly FilterOf[];
  /** Where the records are shown: `/orders` stands for `/orders/{id}`. */
  readonly href: string | ((row: Row) => string | undefined);
  /** What tells rows apart, where they have no `id`. */
  readonly rowId?: (row: Row) => string;
}

const idOf = (row: unknown): string => (row as { readonly id: string }).id;

/** Puts a plan into words, for {@link RecordList}. @param on what the plan takes from outside: it is made anew where that changes. */
export function useList<Row>(plan: (context: ListContext) => ListPlan<Row>, on: readonly unknown[] = []): ListSpec<Row> {
  const t = useT();
  const formats = useFormats();
  const can = useCan();
  // biome-ignore lint/correctness/useExhaustiveDependencies: what else the plan takes is told in `on`.
  return useMemo(() => {
    const { columns, filters, href, rowId = idOf, ...rest } = plan({ t, formats, can });
    const words = { t, formats };
    return {
      ...rest,
      columns: columns.map((column) => column(words)),
      ...(filters ? { filters: filters.map((filter) => filter(words)) } : {}),
      href: typeof href === 'string' ? (row: Row) => `${href}/${rowId(row)}` : href,
      rowId,
    };
  }, [t, formats, can, ...on]);
}
