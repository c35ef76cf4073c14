import { post, step } from '../../actions/step-dialog.tsx';
import type { Schemas } from '../../api/client.ts';
import type { useT } from '../../i18n/i18n.ts';

type Order = Schemas['Order'];
type T = ReturnType<typeof useT>;

/** The customer has accepted: stock is reserved and credit is checked, as for any order. */
export const placeQuote = ({ id, number, date }: Order, t: T) =>
  step(post('/orders/{orderId}/placement', { orderId: id }), {
    title: t('orders.place.title', { number }),
    confirm: t('orders.place.action'),
    fields: { date: { min: date } },
    says: ({ invoiceOn }) => t(invoiceOn === 'order' ? 'orders.place.invoices' : 'orders.place.reserves'),
    entries: ({ entries }) => entries,
    done: () => t('orders.place.done', { number }),
  });

/** Before it ships: stock and credit are free again. */
export const cancelOrder = ({ id, number, invoiceIds }: Order, t: T) =>
  step(post('/orders/{orderId}/cancellation', { orderId: id }), {
    title: t('orders.cancel.title', { number }),
    confirm: t('orders.cancel.action'),
    danger: true,
    fields: { reason: { maxLength: 500 } },
    says: t(invoiceIds.length > 0 ? 'orders.cancel.credits' : 'orders.cancel.frees'),
    done: () => t('orders.cancel.done', { number }),
  });

/** Part has shipped and the rest never will: its stock and credit are free again. */
export const cancelRest = ({ id, number, invoiceOn, shipments, date }: Order, t: T) =>
  step(post('/orders/{orderId}/rest-cancellation', { orderId: id }), {
    title: t('orders.rest.title', { number }),
    confirm: t('orders.rest.action'),
    danger: true,
    fields: {
      reason: { maxLength: 500 },
      date: {
        after:
          shipments
            .map((each) => each.date)
            .sort()
            .at(-1) ?? date,
      },
    },
    says: t(invoiceOn === 'order' ? 'orders.rest.credits' : 'orders.rest.frees'),
    done: () => t('orders.rest.done', { number }),
  });

/** What was given up is asked for again, while it can be had. */
export const restoreRest = ({ id, number }: Order, t: T) =>
  step(post('/orders/{orderId}/rest-restoration', { orderId: id }), {
    title: t('orders.rest.restoreTitle', { number }),
    confirm: t('orders.rest.restore'),
    says: t('orders.rest.reserves'),
    done: () => t('orders.rest.restored', { number }),
  });
