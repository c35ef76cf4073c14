import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { Schemas } from '../../api/client.ts';
import { useT } from '../../i18n/i18n.ts';
import type { RecordAction } from '../../record/record-actions.tsx';

type Order = Schemas['Order'];
export type OrderDialogName = 'place' | 'ship' | 'invoice' | 'return' | 'cancel' | 'cancelRest' | 'restoreRest';

/** What can be done with an order: the expected step first, and which of them is being done. */
export function useOrderActions(order: Order | undefined) {
  const t = useT();
  const navigate = useNavigate();
  const [activeDialog, setActiveDialog] = useState<OrderDialogName>();
  const go = (to: string) => void navigate({ to: to as never });
  const steps = order ? (order.status === 'quote' ? quoteSteps(order, t) : orderSteps(order, t)) : [];
  const actions: RecordAction[] = steps.map((step) => ({ ...step, start: () => setActiveDialog(step.id) }));
  const unpaid = order?.documents.find(({ kind, state }) => kind === 'invoice' && state !== 'paid');
  if (unpaid)
    actions.splice(2, 0, {
      id: 'pay',
      label: t('orders.pay'),
      needs: 'recordReceipt',
      key: 'p',
      primary: order?.status === 'invoiced',
      start: () => void navigate({ to: `/invoices/${unpaid.id}` as never, search: { pay: '' } as never }),
    });
  // Advances are in euros and of what is still to be invoiced.
  if (order && BILLABLE.includes(order.status))
    actions.splice(-1, 0, {
      id: 'advance',
      label: t('advances.ofOrder'),
      needs: 'createDraft',
      start: () => go(`/invoice-drafts/new?customerId=${order.customerId}&orderId=${order.id}`),
    });
  if (order) {
    actions.splice(-1, 0, { id: 'again', label: t('orders.again'), needs: 'placeOrder', start: () => go(`/orders/new?copy=${order.id}`) });
    actions.splice(-1, 0, { id: 'print', label: t('orders.print'), needs: 'getOrder', start: () => window.print() });
  }
  return { actions, activeDialog, close: () => setActiveDialog(undefined) };
}

const BILLABLE: readonly Order['status'][] = ['quote', 'placed', 'partly-shipped', 'shipped'];

type T = ReturnType<typeof useT>;
type Step = Omit<RecordAction, 'start' | 'id'> & { readonly id: OrderDialogName };

const cancelStep = (order: Order, t: T): Step => ({
  id: 'cancel',
  label: t(order.status === 'quote' ? 'orders.cancel.quote' : 'orders.cancel.action'),
  needs: 'cancelOrder',
  danger: true,
});

const quoteSteps = (order: Order, t: T): Step[] => [
  { id: 'place', label: t('orders.place.action'), needs: 'placeQuote', primary: true, key: 'r' },
  cancelStep(order, t),
];

const orderSteps = (order: Order, t: T): Step[] => [
  {
    id: 'ship',
    label: t('orders.ship.action'),
    needs: 'shipOrder',
    primary: true,
    key: 's',
  },
  {
    id: 'invoice',
    label: t('orders.invoice.action'),
    needs: 'invoiceOrder',
    primary: order.status === 'shipped',
    key: 'f',
  },
  { id: 'return', label: t('orders.return.action'), needs: 'authoriseReturn' },
  ...(order.short ? [{ id: 'restoreRest', label: t('orders.rest.restore'), needs: 'restoreRest' } as const] : []),
  order.status === 'partly-shipped'
    ? { id: 'cancelRest', label: t('orders.rest.action'), needs: 'cancelRest', danger: true }
    : cancelStep(order, t),
];
