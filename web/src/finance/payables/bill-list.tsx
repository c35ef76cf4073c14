import { BILL_STATES } from '#domain/finance/payables/supplier-bill.ts';
import type { Schemas } from '../../api/client.ts';
import { load } from '../../list/api-list.ts';
import { dayOf, money, number, state, text } from '../../list/columns.tsx';
import { choice, dates, states } from '../../list/filter-kinds.ts';
import { RecordList } from '../../list/record-list.tsx';
import { type ListContext, type ListPlan, useList } from '../../list/use-list.ts';
import { AGES, loadByAge } from '../receivables/ages.ts';
import { supplierFilter } from '../suppliers/supplier-picker.tsx';

const plan = ({ t }: ListContext): ListPlan<Schemas['SupplierBillRow']> => ({
  id: 'supplier-bills',
  title: t('menu.supplierBills'),
  load: loadByAge(load('/payables/bills'), 'open,waiting'),
  href: '/payables/bills',
  columns: [
    number(),
    dayOf('receivedOn', (bill) => bill.receivedOn, { header: t('payables.receivedOn'), indexed: true, hide: 'narrow' }),
    text('supplier', (bill) => bill.supplierName, { header: t('payables.supplier') }),
    text('reference', (bill) => bill.reference, { header: t('payables.reference'), hide: 'medium' }),
    state('supplier-bill', (bill) => bill.state, { hide: 'narrow' }),
    dayOf('due', ({ dueDate }) => dueDate, { header: t('billing.dueDate'), hide: 'medium' }),
    money('gross', ({ totals }) => totals.gross, { hide: 'narrow' }),
    money('open', ({ open }) => open),
  ],
  searchLabel: t('payables.bills.search'),
  filters: [
    states('supplier-bill', BILL_STATES),
    choice('age', t('billing.ageing.filter'), AGES, (age) => t(`billing.ageing.ages.${age}`)),
    supplierFilter(),
    dates(),
  ],
  views: (['open', 'overdue', 'waiting', 'paid'] as const).map((name) => ({
    name: t(`payables.bills.views.${name}`),
    search: { state: name === 'open' ? 'open,waiting' : name },
  })),
  create: { needs: 'recordSupplierBill', to: '/payables/bills/new', label: t('payables.bills.new') },
  empty: { title: t('payables.bills.empty.title'), text: t('payables.bills.empty.text') },
});

/** All that suppliers ask for; what is overdue, and what waits for a second person, one click away. */
export const Screen = () => <RecordList spec={useList(plan)} />;
