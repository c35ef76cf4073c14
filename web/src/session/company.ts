import { $api } from '../api/client.ts';
import { usePerson } from './session.ts';

/** How often a company changes its name or its areas: seldom. */
const SELDOM_MS = 5 * 60_000;

/** The company's settings, as every screen's frame needs them: one question for all that ask at once. */
export const useCompany = () => $api.useQuery('get', '/company', {}, { staleTime: SELDOM_MS });

/** What the company is called; its short name in the user pool until that is known. */
export function useCompanyName(): string {
  const { company } = usePerson();
  return useCompany().data?.name ?? company;
}
