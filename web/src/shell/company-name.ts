import { $api } from '../api/client.ts';
import { usePerson } from '../session/session.ts';

/** How often a company changes its name: seldom. */
export const SELDOM_MS = 5 * 60_000;

/** What the company is called; its short name in the user pool until that is known. */
export function useCompanyName(): string {
  const { company } = usePerson();
  const { data } = $api.useQuery('get', '/company', {}, { staleTime: SELDOM_MS });
  return data?.name ?? company;
}
