import type { Schemas } from '../../api/client.ts';
import { load } from '../../list/api-list.ts';
import { count, money, state, text } from '../../list/columns.tsx';
import { NewRecord } from '../../list/new-record.tsx';
import { RecordList } from '../../list/record-list.tsx';
import { type ListContext, type ListPlan, useList } from '../../list/use-list.ts';
import { ibanText } from './bank-text.ts';

function plan({ t }: ListContext): ListPlan<Schemas['BankAccountRow']> {
  const add = (
    <NewRecord needs="createBankAccount" to="/banking/accounts/new">
      {t('banking.accounts.new')}
    </NewRecord>
  );
  return {
    id: 'bank-accounts',
    title: t('menu.bankAccounts'),
    load: load('/banking/accounts'),
    order: 'asc',
    href: '/banking/accounts',
    columns: [
      text('name', ({ name }) => name, { header: t('banking.accounts.name'), indexed: true }),
      text('iban', ({ iban }) => ibanText(iban), { header: 'IBAN' }),
      text('account', ({ account }) => account, { header: t('banking.accounts.account'), hide: 'narrow' }),
      state('bank-account', ({ closed }) => (closed ? 'closed' : 'active'), { hide: 'medium' }),
      count('openLines', ({ openLines }) => openLines, { header: t('banking.accounts.openLines') }),
      money('openAmount', ({ openAmount }) => openAmount, { header: t('banking.accounts.openAmount'), hide: 'narrow' }),
    ],
    searchLabel: t('banking.accounts.search'),
    actions: add,
    empty: t('banking.accounts.empty', { returnObjects: true }),
  };
}

/** The company's accounts at banks, with what waits to be matched. */
export const Screen = () => <RecordList spec={useList(plan)} />;
