import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { Schemas } from '../../api/client.ts';
import { useT } from '../../i18n/i18n.ts';
import type { RecordAction } from '../../record/record-actions.tsx';
import type { OrderPapers } from './order-papers.ts';
import { whyNotCancel, whyNotInvoice, whyNotPay, whyNotReturn, whyNotShip } from './order-rules.ts';

type Order = Schemas['Order'];
export type Doing = 'place' | 'ship' | 'invoice' | 'return' | 'cancel';

/** What can be done with an order: the expected step first, and which of them is being done. */
export function useOrderActions(order: Order | undefined, papers: OrderPapers) {
  const t = useT();
  const navigate = useNavigate();
  const [doing, setDoing] = useState<Doing>();
  const go = (to: string) => void navigate({ to: to as never });
  const steps = order ? (order.status === 'quote' ? quoteSteps(order, t) : orderSteps(order, papers, t)) : [];
  const actions: RecordAction[] = steps.map((step) => ({ ...step, start: () => setDoing(step.id) }));
  if (order && order.status !== 'quote') {
    const open = papers.invoices.find(({ open: left }) => Number(left.amount) > 0);
    const pay = { id: 'pay', label: t('orders.pay'), needs: 'recordReceipt' as const, key: 'p' };
    actions.splice(2, 0, {
      ...pay,
      blocked: whyNotPay(order, t) ?? (open ? undefined : t('orders.why.paid')),
      primary: order.status === 'invoiced',
      start: () => open && void navigate({ to: `/invoices/${open.id}` as never, search: { pay: '' } as never }),
    });
  }
  if (order) {
    actions.splice(-1, 0, { id: 'again', label: t('orders.again'), needs: 'placeOrder', start: () => go(`/orders/new?copy=${order.id}`) });
    actions.splice(-1, 0, { id: 'print', label: t('orders.print'), needs: 'getOrder', start: () => window.print() });
  }
  return { actions, doing, stop: () => setDoing(undefined) };
}

type T = ReturnType<typeof useT>;
type Step = Omit<RecordAction, 'start' | 'id'> & { readonly id: Doing };

const cancelStep = (order: Order, t: T): Step => ({
  id: 'cancel',
  label: t(order.status === 'quote' ? 'orders.cancel.quote' : 'orders.cancel.action'),
  needs: 'cancelOrder',
  blocked: whyNotCancel(order, t),
  danger: true,
});

const quoteSteps = (order: Order, t: T): Step[] => [
  { id: 'place', label: t('orders.place.action'), needs: 'placeQuote', primary: true, key: 'r' },
  cancelStep(order, t),
];

const orderSteps = (order: Order, { returns }: OrderPapers, t: T): Step[] => [
  { id: 'ship', label: t('orders.ship.action'), needs: 'shipOrder', blocked: whyNotShip(order, t), primary: true, key: 's' },
  {
    id: 'invoice',
    label: t('orders.invoice.action'),
    needs: 'invoiceOrder',
    blocked: whyNotInvoice(order, t),
    primary: order.status === 'shipped',
    key: 'f',
  },
  { id: 'return', label: t('orders.return.action'), needs: 'announceReturn', blocked: whyNotReturn(order, returns, t) },
  cancelStep(order, t),
];
