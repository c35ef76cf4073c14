import type { Customer } from '#domain/crm/customers/customer.ts';
import type { Entry, EntryLine } from '#domain/finance/ledger/entry.ts';
import { Gates, gateIdFor } from '#domain/finance/ledger/gate.ts';
import { type InvoiceLine, Invoices, partyOf } from '#domain/finance/receivables/invoice.ts';
import { type Billable, invoiceIdOf, postInvoice } from '#domain/finance/receivables/issue.ts';
import type { Totals } from '#domain/finance/tax/totals.ts';
import type { Order, Shipment } from '#domain/sales/orders/order.ts';
import { billableValue, lastDay, shippedLines } from '#domain/sales/orders/shipment-value.ts';
import type { IsoDate } from '#kernel/date.ts';
import type { Minor } from '#kernel/money.ts';
import type { Change, Stored } from '#kernel/record.ts';
import type { Records } from '#runtime/records.ts';
import { nextNumber } from '#runtime/sequence.ts';

export interface Bill {
  readonly invoiceId: string;
  readonly gross: Minor;
  readonly entries: readonly Entry[];
  readonly changes: readonly Change[];
}

export interface ToBill {
  readonly order: Order;
  readonly orderId: string;
  readonly date: IsoDate;
  readonly customer: Stored<Customer>;
  readonly lines: readonly InvoiceLine[];
  readonly totals: Totals;
  /** Cost of goods that leave in the same action. */
  readonly costs: readonly EntryLine[];
  readonly shipmentId?: string;
  /** Day the goods left, where the invoice comes later. */
  readonly operationDate?: IsoDate | undefined;
}

/** The changes that issue an invoice: the numbered document with its entry, and the gate that let it through. */
export async function bill(
  records: Records,
  { order, orderId, date, customer, lines, totals, costs, shipmentId, operationDate }: ToBill,
): Promise<Bill> {
  const billable = billableOf({ order, orderId, date, customer, lines, totals });
  const count = await nextNumber(records, Invoices, (n) => invoiceIdOf(date, n));
  const gate = await records.get(Gates, gateIdFor(date, invoiceIdOf(date, count)));
  const more = { ...(shipmentId ? { shipmentId } : {}), ...(operationDate && operationDate !== date ? { operationDate } : {}) };
  const posted = postInvoice(billable, { count, gate, adjusts: false, paymentDays: order.paymentDays, costs, more });
  return { ...posted, gross: totals.gross };
}

/** What an order's invoice is made from. */
export const billableOf = ({
  order,
  orderId,
  date,
  customer,
  lines,
  totals,
}: Pick<ToBill, 'order' | 'orderId' | 'date' | 'customer' | 'lines' | 'totals'>): Billable => ({
  date,
  customerId: customer.id,
  customer: partyOf(customer),
  orderId,
  lines,
  totals,
  pricesIncludeTax: order.pricesIncludeTax,
  ...(order.notes ? { notes: order.notes } : {}),
});

/** Bills the whole order as it is placed, where the company invoices on order and there is anything to pay. */
export async function billOrder(
  records: Records,
  { id, order, customer }: { readonly id: string; readonly order: Order; readonly customer: Stored<Customer> },
): Promise<Bill | undefined> {
  if (order.invoiceOn !== 'order' || order.totals.gross === 0) return undefined;
  const lines = order.lines.map((l) => invoiceLine(l, l.quantity, l.net));
  return bill(records, { order, orderId: id, date: order.date, customer, lines, totals: order.totals, costs: [] });
}

/** Bills shipments that left before, in one invoice. */
export function billShipments(records: Records, of: Pick<ToBill, 'customer' | 'date'> & ShipmentsToBill): Promise<Bill> {
  const { order, customer, date, open } = of;
  const { lines, totals } = billableValue(order, shippedLines(order, open));
  const shown = lines.map((l) => invoiceLine(l.line, l.quantity, l.net));
  return bill(records, { order, orderId: order.id, date, operationDate: lastDay(open), customer, totals, lines: shown, costs: [] });
}

interface ShipmentsToBill {
  readonly order: Stored<Order>;
  readonly open: readonly Shipment[];
}

/** An order line as an invoice shows it. */
export const invoiceLine = (line: Order['lines'][number], quantity: string, net: number): InvoiceLine => ({
  code: line.code,
  name: line.name,
  kind: line.kind,
  quantity,
  price: line.price,
  ...(line.discount ? { discount: line.discount } : {}),
  taxCode: line.taxCode,
  percent: line.percent,
  net,
  orderLine: line.no,
});
