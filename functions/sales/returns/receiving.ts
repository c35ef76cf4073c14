import { Credits, Customers, creditId, expose } from '#domain/crm/customers/customer.ts';
import { Invoices } from '#domain/finance/receivables/invoice.ts';
import { notBefore } from '#domain/finance/receivables/open-item.ts';
import { Orders, type StoredOrder } from '#domain/sales/orders/order.ts';
import { type Arrived, arrivedLines, received, valueArrival } from '#domain/sales/returns/receiving.ts';
import { type ReturnReceipt, Returns, type StoredReturn } from '#domain/sales/returns/return.ts';
import type { IsoDate } from '#kernel/date.ts';
import { refused } from '#kernel/errors.ts';
import { update } from '#kernel/record.ts';
import type { Records } from '#runtime/records.ts';
import { type Arrival, creditArrival } from './crediting.ts';
import { restocked } from './restocking.ts';

export interface Receiving {
  readonly id: string;
  /** Id of the goods receipt, where the goods had never been invoiced. */
  readonly goodsReceiptId: string;
  readonly date: IsoDate;
  readonly asked: readonly Arrived[] | undefined;
  readonly closes: boolean;
  readonly adjusts: boolean;
}

/** Different items that one arrival may bring: beside them stand the return, the order, notes, invoices, gates and credit. */
const MAX_ITEMS = 60;

/**
 * Takes returned goods in: stock at original cost, credit notes with their entries, order and return, in one transaction.
 * @throws DomainError `return.…`, `period.…` (422), `return.too_long` (422) for more than 60 different items at once.
 */
export async function receiveGoods(records: Records, ret: StoredReturn, receiving: Receiving): Promise<StoredReturn> {
  notBefore(receiving.date, ret.date, 'return');
  const order = await records.need(Orders, ret.orderId);
  const arrived = arrivedLines(ret, receiving.asked);
  requireShort(order, arrived);
  const invoices = (await records.getMany(Invoices, order.invoiceIds)).filter((invoice) => invoice !== undefined);
  const { lines, credits, order: unbilled, withdrawn } = valueArrival(order, arrived, invoices);
  const arrival: Arrival = { ...receiving, ret, order, lines };
  const goods = await restocked(records, arrival);
  const credited = await creditArrival(records, arrival, credits);
  const receipt: ReturnReceipt = { id: receiving.id, date: receiving.date, lines, ...credited.made };
  const after = received(ret, unbilled, receipt, receiving.closes);
  const customer = await records.need(Customers, ret.customerId);
  const credit = customer.creditLimit === undefined ? undefined : await records.get(Credits, creditId(customer.id));
  const relieved = expose(customer, credit, -(credited.gross + withdrawn));
  const changes = [update(Returns, ret, after.ret), update(Orders, order, after.order), ...goods, ...credited.changes, ...relieved];
  return (await records.commit<typeof ret>(changes))[0];
}

function requireShort(order: StoredOrder, arrived: readonly Arrived[]): void {
  const items = new Set(arrived.map(({ line }) => order.lines[line - 1]?.itemId));
  if (items.size > MAX_ITEMS)
    throw refused(
      'return.too_long',
      `One receipt takes at most ${MAX_ITEMS} different items; receive ${items.size} in several.`,
      'body.lines',
      { items: items.size, limit: MAX_ITEMS, why: 'items' },
    );
}
