import { useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback } from 'react';
import type { Search } from '../app/root-route.tsx';

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

/** Whether the address asks for something new to be begun (`?new=true`: the palette, the key `n`), and how that is begun and ended. */
export function useBegun(): readonly [boolean, (begun: boolean) => void] {
  const search = useSearch({ strict: false }) as Search;
  const navigate = useNavigate();
  const begin = useCallback(
    (begun: boolean) => {
      const change = (now: Search) => cleared({ ...now, new: begun ? 'true' : undefined });
      void navigate({ to: '.', search: change, replace: true, resetScroll: false } as never);
    },
    [navigate],
  );
  return [search.new === 'true', begin];
}

/** What of the address the API is asked for: neither the sorting nor what is begun. */
export function queryOf({ sort: _sort, new: _new, ...query }: Search): Search {
  return query;
}
