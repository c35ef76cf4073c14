import type { Draft } from '#domain/finance/receivables/draft.ts';
import { Orders, type StoredOrder } from '#domain/sales/orders/order.ts';
import { refusalOfOrderAdvance } from '#domain/sales/orders/order-advances.ts';
import { refused, throwIf } from '#kernel/errors.ts';
import type { Records } from '#runtime/records.ts';

/**
 * The order that a draft charges money in advance for; nothing is read where it names none.
 * @throws DomainError `order.not_found` (404), `advance.order_none`, `advance.order_customer`, `advance.order_done` (422).
 */
export async function orderOfDraft(
  records: Records,
  { orderId, customerId, lines }: Pick<Draft, 'orderId' | 'customerId' | 'lines'>,
  field = 'body.orderId',
): Promise<StoredOrder | undefined> {
  if (orderId === undefined) return undefined;
  if (lines.some(({ kind }) => kind !== 'advance'))
    throw refused('advance.order_none', 'Only an invoice that charges nothing but money in advance is recorded for an order.', field);
  const order = await records.getOrThrow(Orders, orderId, field);
  throwIf(refusalOfOrderAdvance(order, customerId, field));
  return order;
}
