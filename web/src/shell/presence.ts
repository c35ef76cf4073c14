import { $api } from '../api/client.ts';

/** Tells the company that this person has come: an invited member is one from now on. Nothing on the page waits for it. */
export function usePresence(): void {
  $api.useQuery('get', '/me', {}, { staleTime: Number.POSITIVE_INFINITY, refetchOnWindowFocus: false });
}
