import { useCallback, useMemo } from 'react';
import { $api, type Schemas } from '../../api/client.ts';
import { useLanguage } from '../../i18n/i18n.ts';

export type Account = Schemas['Account'];

const NONE: readonly Account[] = [];

/** How an account is called in the person's language. */
export function useAccountName(): (account: Account) => string {
  const english = useLanguage() === 'en';
  return useCallback(({ name, nameEn }: Account) => (english ? nameEn : name), [english]);
}

/** The chart, read once and kept, and how its accounts are called in the person's language. */
export function useChart() {
  const nameOf = useAccountName();
  const { data } = $api.useQuery('get', '/accounts', {}, { staleTime: Number.POSITIVE_INFINITY });
  const accounts = data?.items ?? NONE;
  return useMemo(() => ({ accounts, nameOf }), [accounts, nameOf]);
}
