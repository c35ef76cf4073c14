import { lessThan, minus } from '#kernel/quantity.ts';
import type { Schemas } from '../../api/client.ts';
import type { useT } from '../../i18n/i18n.ts';

type Order = Schemas['Order'];
type T = ReturnType<typeof useT>;

/** Why nothing can go on with an order in its present state; `undefined` where it is placed. */
function whyNotPlaced({ status }: Order, t: T): string | undefined {
  if (status === 'quote') return t('orders.why.quote');
  if (status === 'cancelled') return t('orders.why.cancelled');
  return status === 'placing' ? t('orders.why.placing') : undefined;
}

/** Why an order cannot be shipped now; `undefined` where it can. */
export function whyNotShip(order: Order, t: T): string | undefined {
  const open = order.lines.some((line) => Number(line.open) > 0);
  return whyNotPlaced(order, t) ?? (open ? undefined : t('orders.why.allShipped'));
}

/** Why an order cannot be cancelled now: what has shipped is returned, not cancelled. */
export function whyNotCancel({ status, shipments }: Order, t: T): string | undefined {
  if (status === 'cancelled') return t('orders.why.cancelled');
  if (status === 'placing') return t('orders.why.placing');
  return shipments.length > 0 ? t('orders.why.shipped') : undefined;
}

/** Why there is nothing to invoice now. */
export function whyNotInvoice(order: Order, t: T): string | undefined {
  const { invoiceOn, invoiceIds, shipments } = order;
  const all = invoiceOn === 'order' ? invoiceIds.length > 0 : shipments.every(({ invoiceId }) => invoiceId !== undefined);
  const why = shipments.length === 0 && invoiceOn === 'shipment' ? t('orders.why.nothingShipped') : t('orders.why.allInvoiced');
  return whyNotPlaced(order, t) ?? (all ? why : undefined);
}

/** Why nobody can pay this order now. */
export function whyNotPay(order: Order, t: T): string | undefined {
  if (order.invoiceIds.length === 0) return whyNotPlaced(order, t) ?? t('orders.why.notInvoiced');
  return order.status === 'paid' || order.status === 'closed' ? t('orders.why.paid') : undefined;
}

/** What of a line may still come back: shipped, less what has come back or is expected already. */
export function returnable(line: Schemas['OrderLine'], returns: readonly Schemas['Return'][]): string {
  const expected = returns
    .filter(({ state }) => state === 'announced')
    .flatMap((each) => each.lines.filter(({ line: no, announced, received }) => no === line.no && lessThan(received, announced)));
  return expected.reduce((left, { announced, received }) => minus(left, minus(announced, received)), minus(line.shipped, line.returned));
}

/** Why nothing can come back now. */
export function whyNotReturn(order: Order, returns: readonly Schemas['Return'][], t: T): string | undefined {
  if (order.shipments.length === 0) return t('orders.why.nothingShipped');
  return order.lines.some((line) => Number(returnable(line, returns)) > 0) ? undefined : t('orders.why.allReturned');
}
