import { api, type Schemas } from '../../api/client.ts';
import type { useT } from '../../i18n/i18n.ts';
import type { BulkAction } from '../../list/spec.ts';
import { refusalText } from '../../ui/problem-text.ts';
import { BulkPreview } from './bulk-preview.tsx';

type Order = Schemas['OrderRow'];
type T = ReturnType<typeof useT>;

const paramsOf = ({ id }: Order, key: string, dryRun: boolean) => ({
  path: { orderId: id },
  query: dryRun ? { dryRun } : {},
  header: { 'Idempotency-Key': key },
});

const ship = (order: Order, key: string, dryRun: boolean) =>
  api.POST('/orders/{orderId}/shipments', { params: paramsOf(order, key, dryRun), body: {} });
const invoice = (order: Order, key: string, dryRun: boolean) =>
  api.POST('/orders/{orderId}/invoices', { params: paramsOf(order, key, dryRun), body: {} });
const cancel = (order: Order, key: string, dryRun: boolean, reason: string) =>
  api.POST('/orders/{orderId}/cancellation', { params: paramsOf(order, key, dryRun), body: { reason } });

/** Each order ships with all that it has open. */
export const shipAll = (t: T): BulkAction<Order> => ({
  id: 'ship',
  label: t('orders.ship.bulk'),
  blocked: ({ actions }) => refusalText(actions.shipOrder),
  preview: (orders) => (
    <BulkPreview id="ship" orders={orders} text={t('orders.ship.bulkText')} attempt={(order, key) => ship(order, key, true)} />
  ),
  run: (order, key) => ship(order, key, false),
});

/** One invoice for each order. */
export const invoiceAll = (t: T): BulkAction<Order> => ({
  id: 'invoice',
  label: t('orders.invoice.bulk'),
  blocked: ({ actions }) => refusalText(actions.invoiceOrder),
  preview: (orders) => (
    <BulkPreview id="invoice" orders={orders} text={t('orders.invoice.bulkText')} attempt={(order, key) => invoice(order, key, true)} />
  ),
  run: (order, key) => invoice(order, key, false),
});

/** One reason for all. */
export const cancelAll = (t: T): BulkAction<Order> => ({
  id: 'cancel',
  label: t('orders.cancel.bulk'),
  danger: true,
  asksReason: true,
  blocked: ({ actions }) => refusalText(actions.cancelOrder),
  preview: (orders) => (
    <BulkPreview
      id="cancel"
      orders={orders}
      text={t('orders.cancel.bulkText')}
      attempt={(order, key) => cancel(order, key, true, t('orders.cancel.bulk'))}
    />
  ),
  run: (order, key, reason) => cancel(order, key, false, reason),
});
