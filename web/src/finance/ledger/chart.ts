import { useMemo } from 'react';
import { $api, type Schemas } from '../../api/client.ts';
import { useLanguage } from '../../i18n/i18n.ts';

export type Account = Schemas['Account'];

const NONE: readonly Account[] = [];

/** The chart, read once and kept, and how its accounts are called in the person's language. */
export function useChart() {
  const english = useLanguage() === 'en';
  const { data } = $api.useQuery('get', '/accounts', {}, { staleTime: Number.POSITIVE_INFINITY });
  const accounts = data?.items ?? NONE;
  return useMemo(() => ({ accounts, nameOf: ({ name, nameEn }: Account) => (english ? nameEn : name) }), [accounts, english]);
}
