import type { StoredCustomer } from '#domain/crm/customers/customer.ts';
import type { InvoiceLine } from '#domain/finance/receivables/invoice.ts';
import type { InvoiceRequest, InvoiceResult } from '#domain/finance/receivables/invoice-issue.ts';
import type { InvoiceIssuer } from '#domain/finance/receivables/simplified.ts';
import { type Order, OWN_CHANNEL } from '#domain/sales/orders/order.ts';
import type { billableValue } from '#domain/sales/orders/shipment-value.ts';
import type { IsoDate } from '#kernel/date.ts';
import type { Minor } from '#kernel/money.ts';
import { defined } from '#kernel/optional.ts';
import type { Records } from '#runtime/records.ts';
import { together } from '#runtime/together.ts';
import { issueFinalInvoice, openPosting, readAdvances } from '../../finance/service.ts';

/** An order line as an invoice shows it. */
const invoiceLine = (line: Order['lines'][number], quantity: string, net: number): InvoiceLine => ({
  code: line.code,
  name: line.name,
  kind: line.kind,
  quantity,
  price: line.price,
  ...defined({ unit: line.unit, discount: line.discount, dimensions: line.dimensions }),
  taxCode: line.taxCode,
  percent: line.percent,
  net,
  orderLine: line.no,
});

/** All of an order, to be invoiced in one. */
const wholeValue = (order: Order): ReturnType<typeof billableValue> => ({
  lines: order.lines.map((line) => ({ line, quantity: line.quantity, net: line.net })),
  totals: order.totals,
});

/** Who bills an order, and to whom. */
export interface Billing {
  readonly id: string;
  readonly order: Order;
  readonly customer: StoredCustomer;
  readonly company: InvoiceIssuer;
}

/** What an order's invoice is made from: all of the order, or as much of it as `value` says. */
export const orderInvoice = ({ id, order, customer, company }: Billing, value = wholeValue(order)): InvoiceRequest => ({
  customer,
  orderId: id,
  lines: value.lines.map(({ line, quantity, net }) => invoiceLine(line, quantity, net)),
  totals: value.totals,
  pricesIncludeTax: order.pricesIncludeTax,
  notes: order.notes,
  paymentDays: order.paymentDays,
  issuer: company,
  past: order.channel !== OWN_CHANNEL,
  field: 'path.orderId',
});

/** Invoices the whole order as it is placed, where the company invoices on order and there is anything to pay. */
export async function invoiceOnOrder(
  records: Records,
  of: Billing & { readonly today?: IsoDate },
): Promise<(Pick<InvoiceResult, 'invoiceId' | 'changes'> & { readonly deducted: Minor }) | undefined> {
  const { id, order, today } = of;
  if (order.invoiceOn !== 'order' || order.totals.gross === 0) return undefined;
  const [posting, advances] = await together([
    openPosting(records, { date: order.date, today, document: id }),
    readAdvances(records, order.advanceIds, undefined),
  ]);
  const request = { ...orderInvoice(of), field: order.quoted ? 'path.orderId' : 'body.customerId' };
  const { invoiceId, changes, deducted } = await issueFinalInvoice(posting, request, advances);
  return { invoiceId, changes: [...changes, ...posting.changes()], deducted };
}
