import { $api } from '../api/client.ts';
import { usePerson } from '../session/session.ts';

/** What the person's company is called; until that is read, or before it is set up, its id. */
export function useCompanyName(): string {
  const { company } = usePerson();
  const { data } = $api.useQuery('get', '/company', {}, { staleTime: 5 * 60_000 });
  return data?.name ?? company;
}
