import { type Refusal, refusal, throwIf } from '#kernel/errors.ts';
import type { Minor } from '#kernel/money.ts';
import type { Order } from './order-data.ts';
import { isInvoiced, refusalOfBusy } from './progress.ts';

/** Why no money in advance can be recorded for an order: only what has still to be invoiced can take it off. */
export function refusalOfOrderAdvance(order: Order, customerId: string, field: string): Refusal | undefined {
  if (order.customerId !== customerId)
    return refusal('advance.order_customer', 'The order is of another customer: choose one of this customer, or none.', field);
  if ((order.state !== 'quote' && order.state !== 'placed' && order.state !== 'placing') || isInvoiced(order))
    return refusal('advance.order_done', 'Nothing of the order is still to be invoiced: choose another one, or none.', field);
  return undefined;
}

/** The order with money that was charged in advance for it. @throws DomainError `order.busy` (409), `advance.order_customer`, `advance.order_done` (422). */
export function withAdvance<O extends Order>(order: O, customerId: string, invoiceId: string, field: string): O {
  throwIf(refusalOfBusy(order) ?? refusalOfOrderAdvance(order, customerId, field));
  return { ...order, advanceIds: [...(order.advanceIds ?? []), invoiceId] };
}

/** The order, which asks for so much less since that was paid in advance. */
export const withDeducted = <O extends Order>(order: O, gross: Minor): O =>
  gross === 0 ? order : { ...order, withdrawn: (order.withdrawn ?? 0) + gross };
