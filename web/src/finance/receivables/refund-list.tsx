import { useState } from 'react';
import type { Schemas } from '../../api/client.ts';
import { load } from '../../list/api-list.ts';
import { date, money, number, party, text } from '../../list/columns.tsx';
import { customer, dates } from '../../list/filter-kinds.ts';
import { NewRecord } from '../../list/new-record.tsx';
import { RecordList } from '../../list/record-list.tsx';
import { type ListContext, type ListPlan, useList } from '../../list/use-list.ts';
import { inBoth } from '../currencies/in-both.tsx';
import { documentName } from './documents.tsx';
import { NewRefundDialog } from './new-refund.tsx';

const plan = ({ t }: ListContext, onAdd: () => void): ListPlan<Schemas['RefundRow']> => ({
  id: 'refunds',
  title: t('menu.refunds'),
  load: load('/refunds'),
  href: '/refunds',
  columns: [
    number(),
    date({ hide: 'narrow' }),
    party(),
    text('from', ({ from }) => documentName(from, t), { header: t('billing.refunds.from'), hide: 'narrow' }),
    text('method', ({ method }) => t(`billing.methods.${method}`), { hide: 'medium' }),
    money('amount', ({ amount }) => amount, { cell: ({ amount, foreign }, words) => inBoth(amount, foreign?.amount, words) }),
  ],
  searchLabel: t('billing.refunds.search'),
  filters: [customer(), dates()],
  actions: (
    <NewRecord needs="recordRefund" onClick={onAdd}>
      {t('billing.refunds.new')}
    </NewRecord>
  ),
  empty: { title: t('billing.refunds.empty.title'), text: t('billing.refunds.empty.text') },
});

/** All money paid back to customers. */
export function Screen() {
  const [adding, setAdding] = useState(false);
  const spec = useList<Schemas['RefundRow']>((context) => plan(context, () => setAdding(true)));
  return (
    <>
      <RecordList spec={spec} />
      {adding && <NewRefundDialog onClose={() => setAdding(false)} />}
    </>
  );
}
