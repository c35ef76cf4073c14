import type { Totals } from '#domain/finance/events.ts';
import type { IsoDate } from '#kernel/date.ts';
import { monthOf } from '#kernel/date.ts';
import { shortNumber } from '#kernel/id.ts';
import type { Minor } from '#kernel/money.ts';
import type { Quantity } from '#kernel/quantity.ts';
import { recordType, type Stored } from '#kernel/record.ts';
import { awaitedOf } from './progress.ts';

/**
 * - `quote`: an offer; nothing is reserved.
 * - `placing`: a long order whose reservations are under way; becomes `placed` or is undone.
 * - `placed`: stock reserved, credit taken. How far shipping, invoicing and payment are stands in the quantities.
 * - `closed`: shipped, invoiced and paid. `cancelled`: ended before (all of) it shipped.
 */
export type OrderState = 'quote' | 'placing' | 'placed' | 'closed' | 'cancelled';

export interface OrderLine {
  /** 1, 2, 3… in the order that the customer gave them. */
  readonly no: number;
  readonly itemId: string;
  readonly code: string;
  readonly name: string;
  readonly kind: 'stocked' | 'service';
  readonly quantity: Quantity;
  readonly price: string;
  readonly discount?: string;
  readonly taxCode: string;
  /** Percentage on the order's date. */
  readonly percent: string;
  /** Quantity × price less discount, rounded: net of tax, or with it where the order's prices include tax. */
  readonly amount: Minor;
  readonly net: Minor;
  readonly shipped: Quantity;
  /** Cost of the shipped quantity, minor units: what a return restores. */
  readonly cost: Minor;
  readonly returned: Quantity;
  /** Expected back, and not yet here. */
  readonly announced?: Quantity;
  /** Parts of `net` and `cost` that returns have given back. */
  readonly returnedNet: Minor;
  readonly returnedCost: Minor;
}

export interface Shipment {
  readonly id: string;
  readonly date: IsoDate;
  /** Line number, quantity, cost. */
  readonly lines: readonly (readonly [no: number, quantity: Quantity, cost: Minor])[];
  readonly tracking?: string;
  /** The invoice that bills it. */
  readonly invoiceId?: string;
  /** There is nothing to bill: goods given away, or all that came back before it was billed. */
  readonly free?: true;
  /** Came back before it was billed, and is not billed any more: line number, quantity. */
  readonly back?: readonly (readonly [no: number, quantity: Quantity])[];
}

/**
 * A step of a long order (more stock records than one transaction holds) that has begun and not ended. Its parts commit
 * one by one, each in balance with the books; the step is then finished, or taken back part by part.
 */
export type LongStep =
  | { readonly kind: 'release' }
  | {
      readonly kind: 'ship';
      readonly shipmentId: string;
      readonly date: IsoDate;
      readonly picked: readonly (readonly [no: number, quantity: Quantity])[];
      readonly invoice: boolean;
      readonly tracking?: string;
      /** It was refused on the way, and is being taken back. */
      readonly back?: true;
    };

export interface Order {
  readonly state: OrderState;
  /** Whether it began as a quote. */
  readonly quoted: boolean;
  readonly customerId: string;
  readonly customerName: string;
  readonly date: IsoDate;
  readonly warehouse: string;
  readonly paymentDays: number;
  readonly pricesIncludeTax: boolean;
  readonly shortage: 'refuse' | 'backorder';
  readonly invoiceOn: 'shipment' | 'order';
  /** The customer's own number for it. */
  readonly reference?: string;
  readonly notes?: string;
  /** Where it came from: the API, or a shop file's profile. */
  readonly channel: string;
  readonly lines: readonly OrderLine[];
  readonly totals: Totals;
  readonly shipments: readonly Shipment[];
  readonly invoiceIds: readonly string[];
  /** Invoices over earlier shipments, by the request that asked for them. */
  readonly billings?: readonly { readonly id: string; readonly invoiceId: string }[];
  /** The request that placed a quote. */
  readonly placement?: string;
  readonly returnIds: readonly string[];
  /** Gross of shipped goods that came back before they were billed: it is not asked for any more. */
  readonly withdrawn?: Minor;
  readonly cancelled?: { readonly date: IsoDate; readonly reason: string };
  readonly closedOn?: IsoDate;
  readonly step?: LongStep;
}

export type StoredOrder = Stored<Order>;

export const Orders = recordType<Order>({
  kind: 'order',
  prefix: 'ord',
  history: 'all',
  list: (o, id) => ({
    bucket: monthOf(o.date),
    sort: `${o.date}#${id}`,
    label: [shortNumber('P', id), o.customerName, o.reference].filter(Boolean).join(' '),
    party: o.customerId,
  }),
  open: (o, id) => {
    const queue = awaitedOf(o);
    return queue && { queue, sort: `${o.date}#${id}` };
  },
});

/**
 * A long order's promise of one chunk of its items: made with the reservation, gone when it is released. Part 0 promises
 * nothing: while it is there, the placing may go on; who takes the placing back removes it first.
 */
export const Holds = recordType<{ readonly orderId: string; readonly quantities: readonly (readonly [stockId: string, Quantity])[] }>({
  kind: 'hold',
  prefix: 'hld',
  history: 'all',
});
export const holdId = (orderId: string, part: number): string => `hld_${orderId.slice(4)}.${part}`;
