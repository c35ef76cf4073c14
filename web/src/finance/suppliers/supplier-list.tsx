import type { Schemas } from '../../api/client.ts';
import { load } from '../../list/api-list.ts';
import { count, text } from '../../list/columns.tsx';
import { RecordList } from '../../list/record-list.tsx';
import { type ListContext, type ListPlan, useList } from '../../list/use-list.ts';

const plan = ({ t }: ListContext): ListPlan<Schemas['SupplierRow']> => ({
  id: 'suppliers',
  title: t('menu.suppliers'),
  load: load('/payables/suppliers'),
  order: 'asc',
  href: '/payables/suppliers',
  columns: [
    text('name', ({ name }) => name, { header: t('payables.suppliers.name'), indexed: true }),
    text('taxId', ({ taxId }) => taxId, { header: t('payables.taxId'), hide: 'narrow' }),
    text('account', ({ account = '' }) => account, { header: t('payables.account'), hide: 'medium' }),
    text('expense', ({ expenseAccount }) => expenseAccount, { header: t('payables.suppliers.expenseAccount'), hide: 'medium' }),
    count('days', ({ paymentDays }) => paymentDays, { header: t('payables.suppliers.paymentDays'), hide: 'medium' }),
  ],
  searchLabel: t('payables.suppliers.search'),
  filters: [],
  create: { needs: 'createSupplier', to: '/payables/suppliers/new', label: t('payables.suppliers.new'), whenEmpty: true },
  empty: t('payables.suppliers.empty', { returnObjects: true }),
});

/** Everybody that is paid. */
export const Screen = () => <RecordList spec={useList(plan)} />;
