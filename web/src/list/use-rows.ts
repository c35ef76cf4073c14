import { useInfiniteQuery } from '@tanstack/react-query';
import { useCallback, useEffect, useMemo } from 'react';
import { usePerson } from '../session/session.ts';
import { queryOf, type Sorting, sortingOf } from './address.ts';
import type { ListSpec, Page } from './spec.ts';

const FIRST = 50;
const REST = 100;
/** The most rows that are read to sort by a column that the API does not sort by, or to be exported. */
export const MOST_ROWS = 20_000;

export interface Rows<Row> {
  readonly rows: readonly Row[];
  /** Ids of damaged records that are left out. */
  readonly unreadable: readonly string[];
  readonly loading: boolean;
  readonly loadingMore: boolean;
  /** Every row there is has been read. */
  readonly complete: boolean;
  readonly error: unknown;
  readonly more: () => void;
  /** Reads to the end, telling how far it is. @throws Problem. */
  readonly readAll: (note?: (count: number) => void) => Promise<readonly Row[]>;
  readonly retry: () => void;
}

/** Whether this sorting needs all rows: the API sorts by its index alone. */
export const sortsHere = <Row>(spec: ListSpec<Row>, sorting: Sorting | undefined): boolean =>
  sorting !== undefined && !spec.columns.find(({ id }) => id === sorting.id)?.indexed;

/** The rows of a list, page after page, kept while the person looks at a record and comes back. */
export function useRows<Row>(spec: ListSpec<Row>, search: Readonly<Record<string, string | undefined>>): Rows<Row> {
  const { company } = usePerson();
  const sorting = sortingOf(search.sort);
  const here = sortsHere(spec, sorting);
  const order = sorting && !here ? (sorting.desc ? 'desc' : 'asc') : (spec.order ?? 'desc');
  const query = queryOf(search);
  const found = useInfiniteQuery({
    queryKey: ['list', spec.id, company, query, order],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam, signal }): Promise<Page<Row>> =>
      spec.load({ query: query, order, cursor: pageParam, limit: pageParam ? REST : FIRST, signal }),
    getNextPageParam: (last) => last.nextCursor,
    placeholderData: (before) => before,
  });
  const rows = useMemo(() => found.data?.pages.flatMap(({ items }) => items) ?? [], [found.data]);
  const { hasNextPage, isFetchingNextPage, fetchNextPage, isFetching } = found;
  const more = useCallback(() => {
    if (hasNextPage && !isFetching) void fetchNextPage();
  }, [hasNextPage, isFetching, fetchNextPage]);
  // A page of which nothing passed the filter is no end: go on looking.
  const short = rows.length === 0 && hasNextPage;
  useEffect(() => {
    if ((here && rows.length < MOST_ROWS) || short) more();
  }, [here, short, rows.length, more]);
  const readAll = async (note?: (count: number) => void) => {
    let { data, hasNextPage: left } = found;
    while (left && (data?.pages.length ?? 0) * REST < MOST_ROWS) {
      const next = await fetchNextPage();
      if (next.error) throw next.error;
      ({ data, hasNextPage: left } = next);
      note?.(data?.pages.reduce((sum, { items }) => sum + items.length, 0) ?? 0);
    }
    return data?.pages.flatMap(({ items }) => items) ?? [];
  };
  return {
    rows,
    unreadable: found.data?.pages.flatMap(({ unreadable = [] }) => unreadable) ?? [],
    loading: found.isPending || short,
    loadingMore: isFetchingNextPage || found.isPlaceholderData,
    complete: !hasNextPage && !found.isPending,
    error: found.error,
    more,
    readAll,
    retry: () => void found.refetch(),
  };
}
