import type { IsoDate } from '#kernel/date.ts';
import type { Change, Stored } from '#kernel/record.ts';
import type { Customer } from '#domain/crm/customers/customer.ts';
import { Gates, gateIdFor } from '#domain/finance/ledger/gate.ts';
import type { Entry, EntryLine } from '#domain/finance/ledger/entry.ts';
import { type InvoiceLine, Invoices, billId, invoiceSeries, numberIn, partyOf } from '#domain/finance/receivables/invoice.ts';
import { type Billable, postInvoice } from '#domain/finance/receivables/issue.ts';
import type { Order } from '#domain/sales/orders/order.ts';
import type { Totals } from '#domain/finance/tax/totals.ts';
import type { Records } from '#runtime/records.ts';
import { nextNumber } from '#runtime/sequence.ts';

export interface Bill {
  readonly invoiceId: string;
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
}

/** The changes that issue an invoice: the numbered document with its entry, and the gate that let it through. */
export async function bill(records: Records, to: ToBill): Promise<Bill> {
  const series = invoiceSeries(to.date);
  const count = await nextNumber(records, Invoices, (n) => billId(series, n));
  const invoiceId = billId(series, count);
  const billable: Billable = {
    number: numberIn(series, count), date: to.date, customerId: to.customer.id, customer: partyOf(to.customer),
    orderId: to.orderId, lines: to.lines, totals: to.totals, pricesIncludeTax: to.order.pricesIncludeTax,
    ...(to.order.notes ? { notes: to.order.notes } : {}),
  };
  const gate = await records.get(Gates, gateIdFor(to.date, invoiceId));
  const { entries, changes } = postInvoice(invoiceId, billable, to.order.paymentDays, gate, false, to.costs, to.shipmentId ? { shipmentId: to.shipmentId } : {});
  return { invoiceId, entries, changes };
}

/** Bills the whole order, as it was placed. */
export const billOrder = (records: Records, of: { id: string; order: Order; customer: Stored<Customer> }, date = of.order.date) =>
  bill(records, { order: of.order, orderId: of.id, date, customer: of.customer, lines: of.order.lines.map((l) => invoiceLine(l, l.quantity, l.net)), totals: of.order.totals, costs: [] });

/** An order line as an invoice shows it. */
export const invoiceLine = (line: Order['lines'][number], quantity: string, net: number): InvoiceLine => ({
  code: line.code, name: line.name, kind: line.kind, quantity, price: line.price,
  ...(line.discount ? { discount: line.discount } : {}),
  taxCode: line.taxCode, percent: line.percent, net, orderLine: line.no,
});
