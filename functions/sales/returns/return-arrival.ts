import { Customers } from '#domain/crm/customers/customer.ts';
import { notBefore } from '#domain/finance/open-items/open-item.ts';
import { Invoices } from '#domain/finance/receivables/invoice.ts';
import type { StoredCompany } from '#domain/platform/company/company.ts';
import { Orders, type StoredOrder } from '#domain/sales/orders/order.ts';
import { type ReturnReceipt, Returns, type StoredReturn } from '#domain/sales/returns/return.ts';
import { type Arrived, arrivedLines, received, valueArrival } from '#domain/sales/returns/return-receipt.ts';
import type { IsoDate } from '#kernel/date.ts';
import { refused } from '#kernel/errors.ts';
import { update } from '#kernel/record.ts';
import type { Caller } from '#runtime/caller.ts';
import type { Records } from '#runtime/records.ts';
import { together } from '#runtime/together.ts';
import { adjustExposure, expectCreditNote, openPosting } from '../../finance/service.ts';
import { readStocks, restocked } from './restock.ts';
import { creditArrival } from './return-credit.ts';

export interface Receiving {
  readonly id: string;
  /** Id of the goods receipt, where the goods had never been invoiced. */
  readonly goodsReceiptId: string;
  readonly date: IsoDate;
  /** The business date of who receives. */
  readonly today?: IsoDate;
  readonly requested: readonly Arrived[] | undefined;
  readonly closes: boolean;
  /** Who posts, where it is a person. */
  readonly caller?: Caller;
  /** Who issues the credit notes. Absent: it is read. */
  readonly company?: StoredCompany;
}

/** Different items that one arrival may bring: beside them stand the return, the order, notes, invoices, the period and the exposure. */
const MAX_ITEMS = 60;

/**
 * Takes returned goods in: stock at original cost, credit notes with their entries, order and return, in one transaction.
 * @throws DomainError `return.…`, `period.…` (422), `return.too_long` (422) for more than 60 different items at once.
 */
export async function receiveReturnedGoods(records: Records, ret: StoredReturn, receiving: Receiving): Promise<StoredReturn> {
  notBefore(receiving.date, ret.date, 'return');
  const { id, goodsReceiptId, date, today, caller, company } = receiving;
  const [order, customer, posting] = await together([
    records.getOrThrow(Orders, ret.orderId),
    records.getOrThrow(Customers, ret.customerId),
    openPosting(records, { date, today, document: id, caller, company }),
  ]);
  const arrived = arrivedLines(ret, receiving.requested);
  requireShort(order, arrived);
  const [invoices, stocks] = await together([
    records.getMany(Invoices, order.invoiceIds),
    readStocks(records, order, arrived),
    order.invoiceIds.length > 0 ? expectCreditNote(posting) : undefined,
  ]);
  const billed = invoices.filter((invoice) => invoice !== undefined);
  const { lines, credits, order: unbilled, withdrawn } = valueArrival(order, arrived, billed);
  const goods = restocked(order, lines, stocks);
  const credited = await creditArrival(records, posting, { goodsReceiptId, ret, order, lines }, credits);
  const receipt: ReturnReceipt = { id, date, lines, ...credited.made };
  const after = received(ret, unbilled, receipt, receiving.closes);
  const relieved = await adjustExposure(records, customer, -(credited.gross + withdrawn));
  return records.save([update(Returns, ret, after.ret), update(Orders, order, after.order), ...goods, ...credited.changes, ...relieved]);
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
