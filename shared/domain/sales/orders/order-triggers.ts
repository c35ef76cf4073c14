import { trigger } from '#kernel/trigger.ts';
import { Orders, type StoredOrder } from './order.ts';
import { statusOf } from './progress.ts';

const fields = {
  amount: { type: 'money', of: (order: StoredOrder) => order.totals.gross },
  net: { type: 'money', of: (order: StoredOrder) => order.totals.net },
  customer: { type: 'text', of: (order: StoredOrder) => order.customerName },
  customerId: { type: 'text', of: (order: StoredOrder) => order.customerId },
  channel: { type: 'text', of: (order: StoredOrder) => order.channel },
  warehouse: { type: 'text', of: (order: StoredOrder) => order.warehouse },
  reference: { type: 'text', of: (order: StoredOrder) => order.reference },
  lines: { type: 'number', of: (order: StoredOrder) => order.lines.length },
  date: { type: 'date', of: (order: StoredOrder) => order.date },
} as const;

const isPlaced = ({ state }: StoredOrder): boolean => state === 'placed' || state === 'closed';

/** When the order was placed: a quote later than it was made. */
function placedAt({ quoted, history }: StoredOrder): string | undefined {
  return (quoted ? history.find(({ action }) => action === 'placeQuote') : history[0])?.at;
}

const isAllShipped = (order: StoredOrder): boolean =>
  order.shipments.length > 0 && ['shipped', 'invoiced', 'paid', 'closed'].includes(statusOf(order));
/** When the last of it left: what comes later is no shipping. */
const shippedAt = ({ history }: StoredOrder): string | undefined =>
  (history.findLast(({ action }) => action === 'shipOrder') ?? history.at(-1))?.at;

/** What happens to orders. */
export const orderTriggers = [
  trigger({
    name: 'order.placed',
    type: Orders,
    at: (order) => (isPlaced(order) ? placedAt(order) : undefined),
    fields,
    amount: (order) => order.totals.gross,
  }),
  trigger({
    name: 'order.shipped',
    type: Orders,
    at: (order) => (isAllShipped(order) ? shippedAt(order) : undefined),
    fields,
    amount: (order) => order.totals.gross,
  }),
];
