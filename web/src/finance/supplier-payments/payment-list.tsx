import type { Schemas } from '../../api/client.ts';
import { load } from '../../list/api-list.ts';
import { date, money, number, state, text } from '../../list/columns.tsx';
import { dates, flag } from '../../list/filter-kinds.ts';
import { RecordList } from '../../list/record-list.tsx';
import { type ListContext, type ListPlan, useList } from '../../list/use-list.ts';
import { supplierFilter } from '../suppliers/supplier-picker.tsx';

const plan = ({ t }: ListContext): ListPlan<Schemas['SupplierPaymentRow']> => ({
  id: 'supplier-payments',
  title: t('menu.supplierPayments'),
  load: load('/payables/payments'),
  href: '/payables/payments',
  columns: [
    number(),
    date({ hide: 'narrow' }),
    text('supplier', (payment) => payment.supplierName, { header: t('payables.supplier') }),
    text('method', ({ method }) => t(`billing.methods.${method}`), { hide: 'medium' }),
    text('reference', ({ reference }) => reference, { hide: 'medium' }),
    state('supplier-payment', (payment) => payment.state, { hide: 'narrow' }),
    money('amount', ({ amount }) => amount),
    money('open', ({ open }) => open, { header: t('payables.unapplied'), hide: 'narrow' }),
  ],
  searchLabel: t('payables.payments.search'),
  filters: [supplierFilter(), dates(), flag('open', t('billing.onlyOpen'))],
  views: [{ name: t('billing.onlyOpen'), search: { open: 'true' } }],
  create: { needs: 'recordSupplierPayment', to: '/payables/payments/new', label: t('payables.payments.new') },
  empty: { title: t('payables.payments.empty.title'), text: t('payables.payments.empty.text') },
});

/** All money that has gone to suppliers. */
export const Screen = () => <RecordList spec={useList(plan)} />;
