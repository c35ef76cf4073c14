import { ORDER_STATUSES } from '#domain/sales/orders/progress.ts';
import type { Schemas } from '../../api/client.ts';
import { load } from '../../list/api-list.ts';
import { count, date, money, number, party, state, text } from '../../list/columns.tsx';
import { customer, dates, item, states } from '../../list/filter-kinds.ts';
import { RecordList } from '../../list/record-list.tsx';
import { type ListContext, type ListPlan, useList } from '../../list/use-list.ts';
import { cancelAll, invoiceAll, shipAll } from './order-bulk.tsx';

const plan = ({ t, can }: ListContext): ListPlan<Schemas['OrderRow']> => ({
  id: 'orders',
  title: t('menu.orders'),
  load: load('/orders'),
  href: '/orders',
  columns: [
    number(),
    date({ hide: 'narrow' }),
    party(),
    state('order', ({ status }) => status),
    text('reference', ({ reference }) => reference, { hide: 'medium' }),
    count('lines', ({ lines }) => lines.length, { hide: 'medium' }),
    money('gross', ({ totals }) => totals.gross, { hide: 'narrow' }),
  ],
  searchLabel: t('orders.search'),
  filters: [states('order', ORDER_STATUSES, 'status'), customer(), item(), dates()],
  views: [
    { name: t('orders.views.toShip'), search: { awaits: 'ship' } },
    { name: t('orders.views.backordered'), search: { awaits: 'goods' } },
    { name: t('orders.views.toInvoice'), search: { status: 'shipped' } },
    { name: t('orders.views.toCollect'), search: { status: 'invoiced' } },
    { name: t('orders.views.quotes'), search: { status: 'quote' } },
  ],
  bulk: [
    ...(can('shipOrder') ? [shipAll(t)] : []),
    ...(can('invoiceOrder') ? [invoiceAll(t)] : []),
    ...(can('cancelOrder') ? [cancelAll(t)] : []),
  ],
  create: { needs: 'placeOrder', to: '/orders/new', label: t('orders.new.title') },
  empty: { title: t('orders.empty.title'), text: t('orders.empty.text') },
});

/** All orders, with those to ship one click away. */
export const Screen = () => <RecordList spec={useList(plan)} />;
