import { useNavigate, useSearch } from '@tanstack/react-router';

/** Filters, words and sorting of a list are in the address, as text. */
export type Search = Readonly<Record<string, string | undefined>>;

export interface Sorting {
  readonly id: string;
  readonly desc: boolean;
}

/** `-total` → by total, greatest first. */
export const sortingOf = (text: string | undefined): Sorting | undefined =>
  text ? { id: text.replace(/^-/, ''), desc: text.startsWith('-') } : undefined;

export const sortText = ({ id, desc }: Sorting): string => (desc ? `-${id}` : id);

/** Words, filters and sorting, as they stand in the address: sent to a colleague, it shows the same list. */
export function useAddress() {
  const search = useSearch({ strict: false }) as Search;
  const navigate = useNavigate();
  const change = (to: Search, replace = false) =>
    void navigate({ to: '.', search: (now: Search) => cleared({ ...now, ...to }), replace, resetScroll: false } as never);
  const set = (to: Search) => void navigate({ to: '.', search: cleared(to), resetScroll: false } as never);
  return { search, change, set };
}

const cleared = (search: Search): Search =>
  Object.fromEntries(Object.entries(search).filter(([, value]) => value !== undefined && value !== ''));

/** What of the address the API is asked for: everything but the sorting. */
export function queryOf({ sort: _sort, ...query }: Search): Search {
  return query;
}
