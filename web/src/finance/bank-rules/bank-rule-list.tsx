import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { Schemas } from '../../api/client.ts';
import { load } from '../../list/api-list.ts';
import { count, state, text } from '../../list/columns.tsx';
import { NewRecord } from '../../list/new-record.tsx';
import { RecordList } from '../../list/record-list.tsx';
import { type ListContext, type ListPlan, useList } from '../../list/use-list.ts';
import { accountsIn } from './rule-text.ts';

function plan({ t }: ListContext): ListPlan<Schemas['BankRuleRow']> {
  const add = (
    <>
      <Button component={Link} to={'/banking/rules/offers' as never} variant="default">
        {t('bankRules.offered.title')}
      </Button>
      <NewRecord needs="createBankRule" to="/banking/rules/new">
        {t('bankRules.new')}
      </NewRecord>
    </>
  );
  return {
    id: 'bank-rules',
    title: t('menu.bankRules'),
    load: load('/banking/rules'),
    order: 'asc',
    href: '/banking/rules',
    columns: [
      count('order', ({ order }) => order, { header: t('bankRules.fields.order'), indexed: true }),
      text('name', ({ name }) => name, { header: t('bankRules.fields.name') }),
      text('takes', ({ conditions: { texts, partyName, partyIban, code } }) => texts?.join(' / ') ?? partyName ?? partyIban ?? code ?? '', {
        header: t('bankRules.takes'),
        hide: 'medium',
      }),
      text('accounts', ({ action }) => accountsIn(action), { header: t('bankRules.posts'), hide: 'narrow' }),
      state('bank-rule', ({ state: of }) => of),
      text('tested', ({ tested }) => (tested ? t('bankRules.testedShort', tested) : t('bankRules.untested')), {
        header: t('bankRules.tested'),
        hide: 'narrow',
      }),
    ],
    searchLabel: t('bankRules.search'),
    actions: add,
    empty: t('bankRules.empty', { returnObjects: true }),
  };
}

/** What lines of the bank are by themselves, in the order in which rules take them. */
export const Screen = () => <RecordList spec={useList(plan)} />;
