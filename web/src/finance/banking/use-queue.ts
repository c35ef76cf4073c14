import { useInfiniteQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { $api, api, dataOf, type Schemas } from '../../api/client.ts';

export type WaitingLine = Schemas['BankLineRow'];

/** Lines of a page: more than a person matches before the next ones come. */
const AT_ONCE = 50;

/** Which lines of the queue are looked at; all of them where nothing is told. */
export interface QueueFilter {
  readonly q?: string;
  readonly from?: string;
  readonly to?: string;
  /** Decimal text, whichever way the money went. */
  readonly amount?: string;
}

/** What was done with a line, and so how it is taken back. */
export interface Done {
  readonly line: WaitingLine;
  readonly how: 'match' | 'ignored';
}

const placeOf = ({ date, no }: WaitingLine): string => `${date} ${String(no).padStart(6, '0')}`;

/** The queue with what is in it besides, each in its place. */
const withOthers = (items: readonly WaitingLine[], others: readonly WaitingLine[]): WaitingLine[] =>
  [...items, ...others.filter(({ id }) => !items.some((item) => item.id === id))].sort((a, b) => (placeOf(a) < placeOf(b) ? -1 : 1));

/** A line that somebody came for, however far behind it stands. */
export function useAskedFor(lineId: string | undefined) {
  const { data, error } = $api.useQuery(
    'get',
    '/banking/lines/{lineId}',
    { params: { path: { lineId: lineId ?? '' } } },
    { enabled: lineId !== undefined },
  );
  return { line: data, error };
}

/**
 * The queue of an account, a page after the other: what was done just now is left out of it, what was taken back is in it, however
 * late its index follows.
 * @param askedId a line that is in it wherever it stands, where it waits still.
 */
export function useQueue(bankAccountId: string, filter: QueueFilter, askedId: string | undefined) {
  const query = { bankAccountId, state: 'open' as const, limit: AT_ONCE, ...filter };
  const { data, error, hasNextPage, isFetchingNextPage, fetchNextPage } = useInfiniteQuery({
    queryKey: ['get', '/banking/lines', 'queue', query],
    initialPageParam: undefined as string | undefined,
    queryFn: async ({ pageParam: cursor }) =>
      dataOf(await api.GET('/banking/lines', { params: { query: cursor === undefined ? query : { ...query, cursor } } })),
    getNextPageParam: (last) => last.nextCursor,
  });
  const asked = useAskedFor(askedId);
  const [gone, setGone] = useState<readonly Done[]>([]);
  const [back, setBack] = useState<readonly WaitingLine[]>([]);
  const isWhole = Object.keys(filter).length === 0;
  const askedFor = isWhole && asked.line?.state === 'open' && asked.line.bankAccountId === bankAccountId ? [asked.line] : [];
  const lines = withOthers(data?.pages.flatMap(({ items }) => items) ?? [], [...back, ...askedFor]).filter(
    ({ id }) => !gone.some((each) => each.line.id === id),
  );
  const leave = (done: Done) => {
    setGone((before) => [...before, done]);
    setBack((before) => before.filter(({ id }) => id !== done.line.id));
  };
  const comeBack = (done: Done) => {
    setGone((before) => before.filter((each) => each !== done));
    setBack((before) => [...before, done.line]);
  };
  const more = () => {
    if (hasNextPage && !isFetchingNextPage) void fetchNextPage();
  };
  return {
    ...{
      lines,
      last: gone.at(-1),
      leave,
      comeBack,
      more,
      hasMore: hasNextPage,
      pages: data?.pages.length ?? 0,
      error: error ?? asked.error,
    },
    isRead: data !== undefined && (askedId === undefined || asked.line !== undefined || asked.error !== null),
    askedFor: asked.line,
  };
}

/** Reads on before the end is reached: nobody waits for the next page. */
export function useReadOn(
  { lines, more, hasMore, pages }: Pick<ReturnType<typeof useQueue>, 'lines' | 'more' | 'hasMore' | 'pages'>,
  at: number,
): void {
  const isNearEnd = hasMore && lines.length - at <= AHEAD;
  // A page may bring no line: of a long queue none is of the amount.
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each place and page.
  useEffect(() => {
    if (isNearEnd) more();
  }, [isNearEnd, lines.length, pages]);
}
const AHEAD = 10;
