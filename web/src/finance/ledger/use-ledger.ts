import { useInfiniteQuery } from '@tanstack/react-query';
import { useCallback, useMemo } from 'react';
import { api, dataOf, type Schemas } from '../../api/client.ts';
import { usePerson } from '../../session/session.ts';
import type { Range } from './ranges.ts';

export type Ledger = Schemas['AccountLedger'];

export interface LedgerRead {
  readonly first: Ledger | undefined;
  readonly lines: Ledger['items'];
  readonly complete: boolean;
  readonly busy: boolean;
  readonly error: unknown;
  readonly more: () => void;
  readonly readAll: () => Promise<Ledger['items']>;
}

/** The lines page after page; opening and closing are the same on each. */
export function useLedger(code: string, { from, to }: Range): LedgerRead {
  const { company } = usePerson();
  const found = useInfiniteQuery({
    queryKey: ['ledger', company, code, from, to],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam, signal }) =>
      api
        .GET('/accounts/{code}/ledger', {
          params: { path: { code }, query: { from, to, limit: 100, ...(pageParam ? { cursor: pageParam } : {}) } },
          signal,
        })
        .then(dataOf),
    getNextPageParam: (last) => last.nextCursor,
    refetchInterval: ({ state }) => (state.data?.pages[0]?.complete === false ? 1500 : false),
  });
  const { data, hasNextPage, isFetching, fetchNextPage } = found;
  const lines = useMemo(() => data?.pages.flatMap(({ items }) => items) ?? [], [data]);
  const more = useCallback(() => {
    if (hasNextPage && !isFetching) void fetchNextPage();
  }, [hasNextPage, isFetching, fetchNextPage]);
  const readAll = async () => {
    let { data: read, hasNextPage: left } = found;
    while (left) {
      const next = await fetchNextPage();
      if (next.error) throw next.error;
      ({ data: read, hasNextPage: left } = next);
    }
    return read?.pages.flatMap(({ items }) => items) ?? [];
  };
  return { first: data?.pages[0], lines, complete: !hasNextPage, busy: isFetching, error: found.error, more, readAll };
}
