import type { Schemas } from '../../api/client.ts';
import { load } from '../../list/api-list.ts';
import { date, money, number, state, text } from '../../list/columns.tsx';
import { dates } from '../../list/filter-kinds.ts';
import { RecordList } from '../../list/record-list.tsx';
import { type ListContext, type ListPlan, useList } from '../../list/use-list.ts';
import { inBoth } from '../currencies/in-both.tsx';
import { documentName } from '../receivables/documents.tsx';
import { supplierFilter } from '../suppliers/supplier-picker.tsx';

const plan = ({ t }: ListContext): ListPlan<Schemas['SupplierRefundRow']> => ({
  id: 'supplier-refunds',
  title: t('menu.supplierRefunds'),
  load: load('/payables/refunds'),
  href: '/payables/refunds',
  columns: [
    number(),
    date({ hide: 'narrow' }),
    text('supplier', ({ supplierName }) => supplierName, { header: t('payables.supplier') }),
    text('from', ({ from }) => from.map((id) => documentName(id, t)).join(', '), { header: t('supplierRefunds.from'), hide: 'medium' }),
    state('supplier-refund', (refund) => refund.state, { hide: 'narrow' }),
    money('amount', ({ amount }) => amount, { cell: ({ amount, foreign }, words) => inBoth(amount, foreign?.amount, words) }),
  ],
  searchLabel: t('supplierRefunds.search'),
  filters: [supplierFilter(), dates()],
  empty: t('supplierRefunds.empty', { returnObjects: true }),
});

/** All money that suppliers have paid back. */
export const Screen = () => <RecordList spec={useList(plan)} />;
