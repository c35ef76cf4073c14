import { keepPreviousData } from '@tanstack/react-query';
import { useState } from 'react';
import { $api } from '../api/client.ts';
import type { MentionablePerson } from './activity.ts';
import { calledAt, withName } from './mention-text.ts';

const MOST = 6;

/** People whom a note about the record can call, while a name is being written. */
export function useMention(record: string) {
  const [at, setAt] = useState<{ readonly q: string; readonly caret: number }>();
  const { data } = $api.useQuery(
    'get',
    '/people',
    { params: { query: { record, ...(at?.q ? { q: at.q } : {}) } } },
    { enabled: at !== undefined, placeholderData: keepPreviousData, staleTime: 60_000 },
  );
  return {
    people: at ? (data?.items ?? []).slice(0, MOST) : [],
    look: (text: string, caret: number) => {
      const q = calledAt(text, caret);
      setAt(q === undefined ? undefined : { q, caret });
    },
    completed: (text: string, { name }: MentionablePerson): string => {
      setAt(undefined);
      return withName(text, at?.caret ?? text.length, name);
    },
    close: () => setAt(undefined),
  };
}
