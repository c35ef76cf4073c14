import * as z from 'zod/mini';
import { DOCUMENT_NAMES } from '#domain/finance/events.ts';
import { dated, recordType, type Stored, UNDER_WAY } from '#kernel/record.ts';
import { list } from '#kernel/stored.ts';
import { Order } from './order-data.ts';
import { awaitedOf, type OrderStatus, statusOf, TRANSITIONS } from './progress.ts';

export type { Order, OrderLine, OrderState, PendingOperation, Shipment } from './order-data.ts';
export { OWN_CHANNEL } from './order-data.ts';

export type StoredOrder = Stored<Order>;

const isUnderWay = ({ pendingOperation }: Order): boolean => pendingOperation !== undefined;

export const Orders = recordType<Order, OrderStatus>({
  kind: 'order',
  prefix: 'ord',
  letter: 'P',
  data: Order,
  short: {
    ...DOCUMENT_NAMES,
    backordered: 'bo',
    channel: 'ch',
    cost: 'C',
    customerName: 'J',
    invoiceId: 'H',
    invoiceIds: 'F',
    invoiceOn: 'io',
    itemId: 'i',
    no: 'n',
    paymentDays: 'pd',
    quoted: 'qd',
    returnIds: 'ri',
    returned: 'R',
    returnedCost: 'rc',
    returnedNet: 'rn',
    shipments: 'sm',
    shipped: 's',
    shortage: 'sh',
    state: 'st',
    warehouse: 'wh',
  },
  history: 'all',
  list: dated({ date: (o) => o.date, party: (o) => o.customerId, words: (o) => [o.customerName, o.reference] }),
  open: (o, id) => {
    const queue = isUnderWay(o) ? UNDER_WAY : awaitedOf(o);
    return queue && { queue, sort: `${o.date}#${id}` };
  },
  lifecycle: { of: (o) => o.state, next: TRANSITIONS },
  state: (o) => statusOf(o),
  tones: {
    quote: 'plain',
    placing: 'calm',
    placed: 'warn',
    'partly-shipped': 'warn',
    shipped: 'calm',
    invoiced: 'calm',
    paid: 'good',
    closed: 'good',
    cancelled: 'plain',
  },
  related: (o) => [...o.invoiceIds, ...(o.advanceIds ?? []), ...o.returnIds],
  summary: (o) => ({ subtitle: [o.customerName, o.reference], date: o.date, amount: o.totals.gross }),
  screen: '/orders',
  icon: 'cart',
  parts: [{ kind: 'shipment', prefix: 'shp', letter: 'E', icon: 'truck' }],
  read: 'orders.read',
});

/** What one batch of a long order has reserved or, while the order is being cancelled, released: gone once the operation ends. */
export const Hold = z.object({
  orderId: z.string(),
  quantities: list(z.readonly(z.tuple([z.string(), z.string()]))),
  /** What of it the order waits for. */
  backordered: z.exactOptional(list(z.readonly(z.tuple([z.string(), z.string()])))),
  released: z.exactOptional(z.literal(true)),
});
export type Hold = Readonly<z.output<typeof Hold>>;
export const Holds = recordType<Hold>({
  kind: 'hold',
  prefix: 'hld',
  data: Hold,
  history: 'all',
  screen: { none: 'It is a part of its order.' },
  read: 'orders.read',
});
export const holdId = (orderId: string, batch: number, released = false): string =>
  `hld_${orderId.slice(4)}.${batch}${released ? 'r' : ''}`;
