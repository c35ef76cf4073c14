import type { Schemas } from '../../api/client.ts';
import { load } from '../../list/api-list.ts';
import { count, dayOf, money, number, state, text } from '../../list/columns.tsx';
import { NewRecord } from '../../list/new-record.tsx';
import { RecordList } from '../../list/record-list.tsx';
import { type ListContext, type ListPlan, useList } from '../../list/use-list.ts';

function plan({ t }: ListContext): ListPlan<Schemas['BankStatementRow']> {
  const add = (
    <NewRecord needs="createBankFile" to="/banking/statements/new">
      {t('banking.statements.new')}
    </NewRecord>
  );
  return {
    id: 'bank-statements',
    title: t('menu.bankStatements'),
    load: load('/banking/statements'),
    href: '/banking/statements',
    columns: [
      number(),
      text('account', ({ accountName }) => accountName, { header: t('banking.statements.account') }),
      state('bank-statement', (statement) => statement.state, { hide: 'narrow' }),
      dayOf('from', ({ from }) => from, { header: t('banking.statements.from'), hide: 'medium' }),
      dayOf('to', ({ to }) => to, { header: t('banking.statements.to'), indexed: true }),
      count('lines', ({ lines }) => lines, { header: t('banking.statements.lines'), hide: 'narrow' }),
      money('opening', ({ opening }) => opening, { header: t('banking.statements.opening'), hide: 'medium' }),
      money('closing', ({ closing }) => closing, { header: t('banking.statements.closing') }),
      money('gap', ({ gap }) => gap?.amount, { header: t('banking.statements.gap'), hide: 'medium' }),
    ],
    searchLabel: t('banking.statements.search'),
    actions: add,
    empty: t('banking.statements.empty', { returnObjects: true }),
  };
}

/** What banks have sent, with what lies between. */
export const Screen = () => <RecordList spec={useList(plan)} />;
