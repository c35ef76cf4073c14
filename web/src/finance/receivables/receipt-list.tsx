import type { Schemas } from '../../api/client.ts';
import { load } from '../../list/api-list.ts';
import { date, money, number, party, state, text } from '../../list/columns.tsx';
import { customer, dates, flag } from '../../list/filter-kinds.ts';
import { RecordList } from '../../list/record-list.tsx';
import { type ListContext, type ListPlan, useList } from '../../list/use-list.ts';
import { inBoth } from '../currencies/in-both.tsx';

const plan = ({ t }: ListContext): ListPlan<Schemas['ReceiptRow']> => ({
  id: 'receipts',
  title: t('menu.receipts'),
  load: load('/receipts'),
  href: '/receipts',
  columns: [
    number(),
    date({ hide: 'narrow' }),
    party(),
    text('method', ({ method }) => t(`billing.methods.${method}`), { hide: 'medium' }),
    text('reference', ({ reference }) => reference, { hide: 'medium' }),
    state('receipt', (receipt) => receipt.state, { hide: 'narrow' }),
    money('amount', ({ amount }) => amount, { cell: ({ amount, foreign }, words) => inBoth(amount, foreign?.amount, words) }),
    money('open', ({ open }) => open, { header: t('billing.allocations.unapplied'), hide: 'narrow' }),
  ],
  searchLabel: t('billing.receipts.search'),
  filters: [customer(), dates(), flag('open', t('billing.onlyOpen'))],
  views: [{ name: t('billing.onlyOpen'), search: { open: 'true' } }],
  create: { needs: 'recordReceipt', to: '/receipts/new', label: t('billing.receipts.new') },
  empty: { title: t('billing.receipts.empty.title'), text: t('billing.receipts.empty.text') },
});

/** All money received; what no invoice has taken yet one click away. */
export const Screen = () => <RecordList spec={useList(plan)} />;
