import { expose, type StoredCustomer } from '#domain/crm/customers/customer.ts';
import type { CompanyData } from '#domain/platform/company/company.ts';
import { type Order, Orders, type StoredOrder } from '#domain/sales/orders/order.ts';
import { quantitiesByItem } from '#domain/sales/orders/progress.ts';
import { type Change, create, type Stored, update } from '#kernel/record.ts';
import type { Records } from '#runtime/records.ts';
import { billOrder } from './billing.ts';
import { readCredit, readDemand } from './order-store.ts';
import { placeLong, SHORT_ORDER } from './placing-long.ts';
import { reservations } from './stock-changes.ts';

export interface Placing {
  readonly id: string;
  /** The order as it shall stand: `placed`, or `quote`. */
  readonly order: Order;
  /** The record, when it exists already: a quote, or a long order half-way. */
  readonly before: StoredOrder | undefined;
  readonly customer: StoredCustomer;
  readonly company: Stored<CompanyData>;
}

/** Places the order (or keeps the quote): reservation, credit and, where invoiced on order, the invoice, in one transaction. */
export async function place(records: Records, placing: Placing): Promise<StoredOrder> {
  const { id, order, before, customer } = placing;
  const save = (next: Order): Change => (before ? update(Orders, before, next) : create(Orders, id, next));
  if (order.state === 'quote') return (await records.commit<Order>([save(order)]))[0];
  const demand = quantitiesByItem(order.lines.map((line) => ({ line, quantity: line.quantity })));
  if (demand.size > SHORT_ORDER) return placeLong(records, placing, demand);
  const stock = reservations(await readDemand(records, order, demand), order.shortage);
  const exposed = expose(customer, await readCredit(records, customer), order.totals.gross);
  const bill = await billOrder(records, placing);
  const after = bill ? { ...order, invoiceIds: [bill.invoiceId] } : order;
  const changes = [save(after), ...stock, ...exposed, ...(bill?.changes ?? [])];
  return (await records.commit<Order>(changes))[0];
}
