import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { $api, api, type Schemas } from '../api/client.ts';
import type { Actions, Answer } from '../api/contract.ts';

export type Activity = Schemas['Activity'];
export type Note = Activity['notes'][number];
export type Attachment = Activity['files'][number];
export type MentionablePerson = Activity['followers'][number];

/** How often it is asked whether a file has been checked, which takes a second or two. */
const EVERY = 1000;
const asking = (record: string) => ({ params: { query: { record } } }) as const;

/** All about a record, in one request. */
export const useActivity = (record: string) =>
  $api.useQuery('get', '/activity', asking(record), {
    refetchInterval: ({ state: { data } }) => (data?.files.some(({ state }) => state === 'waiting') ? EVERY : false),
  });

/** Changes what is shown of a record as its answers come: indexes follow records within a moment. */
export function useShown(record: string): (change: (shown: Activity) => Partial<Activity>) => void {
  const queries = useQueryClient();
  return (change) =>
    queries.setQueryData<Activity>(['get', '/activity', asking(record)], (shown) => shown && { ...shown, ...change(shown) });
}

const UNREAD = { params: { query: { unread: true, limit: 100 } } } as const;
/** Two minutes: who waits for an answer looks at the page itself. */
const LOOK_EVERY = 120_000;

/** What the person has not read yet. */
export const useUnread = () =>
  $api.useQuery('get', '/notifications', UNREAD, { refetchInterval: LOOK_EVERY, refetchOnWindowFocus: true, staleTime: 30_000 });

type Inbox = Answer<Actions['listNotifications']>;

/** Marks as read, and lets what counts and lists them know. */
export function useRead(): (ids: readonly string[]) => Promise<void> {
  const queries = useQueryClient();
  return async (ids) => {
    await api.POST('/notifications/read', { params: { header: { 'Idempotency-Key': crypto.randomUUID() } }, body: { ids: [...ids] } });
    queries.setQueryData<Inbox>(
      ['get', '/notifications', UNREAD],
      (inbox) =>
        inbox && { ...inbox, unread: Math.max(0, inbox.unread - ids.length), items: inbox.items.filter(({ id }) => !ids.includes(id)) },
    );
    await queries.invalidateQueries({ queryKey: ['get', '/notifications', 'list'] });
  };
}

/** Who looks at a record has read what was written about it. */
export function useReadHere(record: string): void {
  const { data } = useUnread();
  const read = useRead();
  const ids = (data?.items ?? []).flatMap(({ id, recordId }) => (recordId === record ? [id] : [])).join();
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each set of them.
  useEffect(() => {
    // What could not be marked stays unread, and is tried with the next look.
    if (ids) read(ids.split(',')).catch(console.warn);
  }, [ids]);
}
