import * as z from 'zod/mini';
import { EntryView, InvoiceId, TotalsView } from '#domain/finance/events.ts';
import { BusinessDate } from '#kernel/date.ts';
import { idWith } from '#kernel/id.ts';
import { type Minor, Money } from '#kernel/money.ts';
import { isPositive, PositiveQuantity } from '#kernel/quantity.ts';
import { numberOf } from '#kernel/record.ts';
import { stamped, stampFields } from '#kernel/stamps.ts';
import { returnable } from '../returns/authorisation.ts';
import { Orders, type Shipment, type StoredOrder } from './order.ts';
import { MAX_LINES, OrderLineInput } from './pricing.ts';
import { ORDER_STATUSES, openQuantity, statusOf } from './progress.ts';

export const OrderPath = z.strictObject({ orderId: idWith('ord') });
const note = z.string().check(z.trim(), z.minLength(1), z.maxLength(500));

export const PlaceOrder = z.strictObject({
  customerId: idWith('cus'),
  lines: z.array(OrderLineInput).check(z.minLength(1), z.maxLength(MAX_LINES)),
  /** Absent: today. */
  date: z.optional(BusinessDate),
  warehouse: z._default(z.string().check(z.regex(/^[a-z0-9-]{1,20}$/, 'must be a warehouse code such as main')), 'main'),
  /** An offer only: nothing is reserved until it is placed. */
  quote: z._default(z.boolean(), false),
  pricesIncludeTax: z._default(z.boolean(), false),
  reference: z.optional(z.string().check(z.trim(), z.minLength(1), z.maxLength(80))),
  notes: z.optional(note),
});

/** Invoices of money in advance that an invoice takes off. Absent: those that were recorded for its order; empty: none. */
const AdvanceIds = z.optional(z.array(InvoiceId).check(z.maxLength(20)));

export const ShipOrder = z.strictObject({
  date: z.optional(BusinessDate),
  /** Absent: everything that is open. */
  lines: z.optional(
    z
      .array(z.strictObject({ line: z.int().check(z.minimum(1)), quantity: PositiveQuantity }))
      .check(z.minLength(1), z.maxLength(MAX_LINES)),
  ),
  tracking: z.optional(z.string().check(z.trim(), z.minLength(1), z.maxLength(80))),
  /** False: the invoice comes later, over several shipments together. */
  invoice: z._default(z.boolean(), true),
  advances: AdvanceIds,
});

export const CancelOrder = z.strictObject({ reason: note, date: z.optional(BusinessDate) });
export const CancelRest = z.strictObject({ reason: note, date: z.optional(BusinessDate) });
export const PlaceQuote = z.strictObject({ date: z.optional(BusinessDate) });
export const InvoiceOrder = z.strictObject({ date: z.optional(BusinessDate), advances: AdvanceIds });

export const OrderLineView = z.object({
  no: z.int(),
  itemId: z.string(),
  code: z.string(),
  name: z.string(),
  kind: z.enum(['stocked', 'service']),
  quantity: z.string(),
  /** Absent: pieces. */
  unit: z.optional(z.string()),
  price: z.string(),
  discount: z.optional(z.string()),
  taxCode: z.string(),
  percent: z.string(),
  net: Money,
  shipped: z.string(),
  /** Of what is open, what is not there: the order waits for it. Absent: all of it is there. */
  backordered: z.optional(z.string()),
  /** Not shipped, and never to be. */
  givenUp: z.optional(z.string()),
  returned: z.string(),
  /** What may still be authorised as coming back. */
  returnable: z.string(),
  open: z.string(),
  dimensions: z.optional(z.record(z.string(), z.string())),
});

export const ShipmentView = z.object({
  id: z.string(),
  orderId: z.string(),
  date: z.string(),
  lines: z.array(z.object({ line: z.int(), quantity: z.string(), cost: Money })),
  cost: Money,
  tracking: z.optional(z.string()),
  invoiceId: z.optional(z.string()),
});

export const OrderView = z.object({
  id: z.string(),
  number: z.string(),
  status: z.enum(ORDER_STATUSES),
  customerId: z.string(),
  customerName: z.string(),
  date: z.string(),
  warehouse: z.string(),
  paymentDays: z.int(),
  pricesIncludeTax: z.boolean(),
  shortage: z.enum(['refuse', 'backorder']),
  invoiceOn: z.enum(['shipment', 'order']),
  reference: z.optional(z.string()),
  notes: z.optional(z.string()),
  channel: z.string(),
  lines: z.array(OrderLineView),
  totals: TotalsView,
  shipments: z.array(ShipmentView),
  invoiceIds: z.array(z.string()),
  /** Invoices of money that was paid in advance for it, which its own take off. */
  advanceIds: z.array(z.string()),
  returnIds: z.array(z.string()),
  cancelled: z.optional(z.object({ date: z.string(), reason: z.string() })),
  /** Part has shipped, and the rest is given up. */
  short: z.optional(z.object({ date: z.string(), reason: z.string(), gross: Money, creditNoteId: z.optional(z.string()) })),
  closedOn: z.optional(z.string()),
  ...stampFields,
});

/** What stands against the invoice that is to come: `invoice.recipient_unidentified` with `customer`, `limit` and `total`. */
export const OrderWarnings = z.optional(
  z.array(z.object({ code: z.string(), message: z.string(), params: z.record(z.string(), z.union([z.string(), z.number()])) })),
);

/** With the entries of the invoice that it is placed with, where the company invoices on order. */
export const PlacedOrderView = z.object({ ...OrderView.shape, entries: z.array(EntryView), warnings: OrderWarnings });

/** Where an order's execution is: the state that it waits in, since when, and when its timer rings. */
export const ExecutionView = z.object({
  name: z.string(),
  state: z.enum(['AwaitShipment', 'AwaitPayment']),
  since: z.string(),
  until: z.string(),
  status: z.enum(['waiting', 'ended']),
});

export const shipmentView = (orderId: string, shipment: Shipment) => ({
  ...shipment,
  orderId,
  lines: shipment.lines.map(([line, quantity, cost]) => ({ line, quantity, cost })),
  cost: shipment.lines.reduce((sum, [, , cost]) => sum + cost, 0),
});

/** @param openAmount what the order's invoices still ask for, where it was looked up. */
export const orderView = (order: StoredOrder, openAmount?: Minor) => ({
  ...stamped(order),
  number: numberOf(Orders, order.id),
  status: statusOf(order, openAmount),
  lines: order.lines.map((line) => ({
    ...line,
    returnable: returnable(line),
    open: isPositive(openQuantity(line)) ? openQuantity(line) : '0',
  })),
  shipments: order.shipments.map((s) => shipmentView(order.id, s)),
  invoiceIds: [...order.invoiceIds],
  advanceIds: [...(order.advanceIds ?? [])],
  returnIds: [...order.returnIds],
  totals: { ...order.totals, taxes: [...order.totals.taxes] },
});
