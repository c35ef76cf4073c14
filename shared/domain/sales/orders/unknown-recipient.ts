import { type InvoiceIssuer, refusalOfRecipient, type TaxRecipient } from '#domain/finance/events.ts';
import type { Order } from './order-data.ts';

/** States in which nothing of an order may be invoiced any more. */
const ENDED: readonly Order['state'][] = ['closed', 'cancelled'];

/**
 * What is told of an order that its invoice will be refused for, unless its customer gets a tax id by then: so that somebody asks
 * for it while the customer is there. An order that ships in parts may yet stay below the limit with each of its invoices.
 * @returns none, or `warnings` with `invoice.recipient_unidentified`, as the refusal will say it.
 */
export function recipientWarnings(
  order: Pick<Order, 'state' | 'date' | 'lines' | 'totals' | 'invoiceIds' | 'withdrawn'>,
  customer: (TaxRecipient & { readonly name: string; readonly walkIn?: boolean | undefined }) | undefined,
  issuer: InvoiceIssuer,
) {
  if (!customer || ENDED.includes(order.state) || order.invoiceIds.length > 0) return {};
  const gross = order.totals.gross - (order.withdrawn ?? 0);
  const why = refusalOfRecipient({ customer, lines: order.lines, totals: { gross }, issuer }, order.date, 'customerId');
  if (!why) return {};
  const { code, message, params = {} } = why;
  return { warnings: [{ code, message, params: { ...params } }] };
}
