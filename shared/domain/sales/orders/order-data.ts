import * as z from 'zod/mini';
import { Totals } from '#domain/finance/events.ts';
import { list } from '#kernel/stored.ts';

/**
 * - `quote`: an offer; nothing is reserved.
 * - `placing`: a long order whose reservations are under way; becomes `placed` or is undone.
 * - `placed`: stock reserved, credit taken. How far shipping, invoicing and payment are stands in the quantities.
 * - `closed`: shipped, invoiced and paid. `cancelled`: ended before (all of) it shipped.
 */
export type OrderState = 'quote' | 'placing' | 'placed' | 'closed' | 'cancelled';

export const OrderLine = z.object({
  /** 1, 2, 3… in the order that the customer gave them. */
  no: z.int(),
  itemId: z.string(),
  code: z.string(),
  name: z.string(),
  kind: z.enum(['stocked', 'service']),
  quantity: z.string(),
  /** Of the quantity, as its item has it; absent: pieces. */
  unit: z.exactOptional(z.string()),
  price: z.string(),
  discount: z.exactOptional(z.string()),
  taxCode: z.string(),
  /** Percentage on the order's date: that of the day of the supply is its invoice's. */
  percent: z.string(),
  /** Quantity × price less discount, rounded: net of tax, or with it where the order's prices include tax. */
  amount: z.int(),
  net: z.int(),
  shipped: z.string(),
  /** Cost of the shipped quantity, minor units: what a return restores. */
  cost: z.int(),
  returned: z.string(),
  /** Of what is still to be shipped, what is not there: stock says who waits for what, and this follows it within a moment. */
  backordered: z.exactOptional(z.string()),
  /** Ordered and not shipped, and never to be: the order was ended short of it. */
  givenUp: z.exactOptional(z.string()),
  /** Expected back, and not yet here. */
  authorised: z.exactOptional(z.string()),
  /** Parts of `net` and `cost` that returns have given back. */
  returnedNet: z.int(),
  returnedCost: z.int(),
  /** What its sale and its cost are told of in the books. */
  dimensions: z.exactOptional(z.record(z.string(), z.string())),
});
export type OrderLine = Readonly<z.output<typeof OrderLine>>;

export const Shipment = z.object({
  id: z.string(),
  date: z.string(),
  /** Line number, quantity, cost. */
  lines: list(z.readonly(z.tuple([z.int(), z.string(), z.int()]))),
  tracking: z.exactOptional(z.string()),
  /** The invoice that bills it. */
  invoiceId: z.exactOptional(z.string()),
  /** There is nothing to bill: goods given away, or all that came back before it was billed. */
  free: z.exactOptional(z.literal(true)),
  /** Came back before it was billed, and is not billed any more: line number, quantity. */
  back: z.exactOptional(list(z.readonly(z.tuple([z.int(), z.string()])))),
});
export type Shipment = Readonly<z.output<typeof Shipment>>;

/**
 * An operation of a long order (more stock records than one transaction holds) that has begun and not ended. Its batches
 * commit one by one, each in balance with the books; it is then finished, or rolled back batch by batch.
 */
export const PendingOperation = z.union([
  z.object({
    kind: z.literal('place'),
    rollingBack: z.exactOptional(z.literal(true)),
  }),
  z.object({
    kind: z.literal('release'),
  }),
  z.object({
    kind: z.literal('ship'),
    shipmentId: z.string(),
    date: z.string(),
    picked: list(z.readonly(z.tuple([z.int(), z.string()]))),
    invoice: z.boolean(),
    /** The advances that were chosen to be taken off. */
    advances: z.exactOptional(list(z.string())),
    tracking: z.exactOptional(z.string()),
    rollingBack: z.exactOptional(z.literal(true)),
  }),
]);
export type PendingOperation = Readonly<z.output<typeof PendingOperation>>;

/** Where orders come from that are placed here; of others, imports tell what has happened already. */
export const OWN_CHANNEL = 'api';

export const Order = z.object({
  state: z.enum(['quote', 'placing', 'placed', 'closed', 'cancelled']),
  /** Whether it began as a quote. */
  quoted: z.boolean(),
  customerId: z.string(),
  customerName: z.string(),
  date: z.string(),
  warehouse: z.string(),
  paymentDays: z.int(),
  pricesIncludeTax: z.boolean(),
  shortage: z.enum(['refuse', 'backorder']),
  invoiceOn: z.enum(['shipment', 'order']),
  /** The customer's own number for it. */
  reference: z.exactOptional(z.string()),
  notes: z.exactOptional(z.string()),
  /** Where it came from: the API, or a shop file's profile. */
  channel: z.string(),
  lines: list(OrderLine),
  totals: Totals,
  shipments: list(Shipment),
  invoiceIds: list(z.string()),
  /** Invoices of money that was paid in advance for it: its own take them off. */
  advanceIds: z.exactOptional(list(z.string())),
  /** The request that placed a quote. */
  placement: z.exactOptional(z.string()),
  returnIds: list(z.string()),
  /** Gross that is not asked for any more: of shipped goods that came back before they were billed, of what is given up, and of what was paid in advance. */
  withdrawn: z.exactOptional(z.int()),
  cancelled: z.exactOptional(
    z.object({
      date: z.string(),
      reason: z.string(),
    }),
  ),
  /** Part has shipped, and the rest is given up: by a person, or by the company's rule. */
  short: z.exactOptional(
    z.object({
      date: z.string(),
      reason: z.string(),
      /** Gross that the order asks for no more, minor units. */
      gross: z.int(),
      /** What gives back the rest of an order that was invoiced as a whole: then it is final. */
      creditNoteId: z.exactOptional(z.string()),
    }),
  ),
  closedOn: z.exactOptional(z.string()),
  pendingOperation: z.exactOptional(PendingOperation),
});
export type Order = Readonly<z.output<typeof Order>>;
