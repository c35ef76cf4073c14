import type { Schemas } from '../../api/client.ts';
import type { useT } from '../../i18n/i18n.ts';

type Order = Schemas['Order'];
type T = ReturnType<typeof useT>;

/** Why an order cannot be shipped now; `undefined` where it can. */
export function whyNotShip({ status, lines }: Order, t: T): string | undefined {
  if (status === 'quote') return t('orders.why.quote');
  if (status === 'cancelled') return t('orders.why.cancelled');
  if (status === 'placing') return t('orders.why.placing');
  return lines.some(({ open }) => Number(open) > 0) ? undefined : t('orders.why.allShipped');
}

/** Why an order cannot be cancelled now: what has shipped is returned, not cancelled. */
export function whyNotCancel({ status, shipments }: Order, t: T): string | undefined {
  if (status === 'cancelled') return t('orders.why.cancelled');
  if (status === 'placing') return t('orders.why.placing');
  return shipments.length > 0 ? t('orders.why.shipped') : undefined;
}
