import { Select } from '@mantine/core';
import { ACCOUNT } from '#domain/finance/ledger/accounts.ts';
import { $api, type Schemas } from '../../api/client.ts';
import { useLanguage, useT } from '../../i18n/i18n.ts';

/** Bank accounts that money of a currency may come to or leave: those in euros, and those in that currency. */
const banksFor = (accounts: readonly Schemas['Account'][], currency: string) =>
  accounts.filter(
    ({ code, active, own, currency: kept }) =>
      active &&
      (code === ACCOUNT.bank || (own && (code.startsWith(ACCOUNT.bank) || code.startsWith(ACCOUNT.bankAbroad)))) &&
      (kept === undefined || kept === currency),
  );

interface Props {
  readonly method: string;
  readonly currency: string;
  readonly value: string;
  readonly onChange: (account: string) => void;
}

/** The bank account that money comes to or leaves: nothing is asked where there is one, or where the money is cash. */
export function BankField({ method, currency, value, onChange }: Props) {
  const t = useT();
  const english = useLanguage() === 'en';
  const { data } = $api.useQuery('get', '/accounts', {}, { staleTime: Number.POSITIVE_INFINITY });
  const banks = banksFor(data?.items ?? [], currency);
  if (method !== 'bank' || banks.length < 2) return null;
  return (
    <Select
      label={t('currencies.bank')}
      data={banks.map(({ code, name, nameEn }) => ({ value: code, label: `${code} ${english ? nameEn : name}` }))}
      value={banks.some(({ code }) => code === value) ? value : ACCOUNT.bank}
      allowDeselect={false}
      onChange={(account) => onChange(account ?? ACCOUNT.bank)}
    />
  );
}

/** The same as the request has it: left out where it is the usual one. */
export const bankTyped = (method: string, account: string) => (method === 'bank' && account && account !== ACCOUNT.bank ? { account } : {});
