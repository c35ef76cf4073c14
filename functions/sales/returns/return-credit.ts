import { ACCOUNT } from '#domain/finance/ledger/accounts.ts';
import type { EntryLine } from '#domain/finance/ledger/entry.ts';
import { type CreditedLine, creditTotals, withAdvancesBack, withCredited } from '#domain/finance/receivables/credit.ts';
import type { CreditResult } from '#domain/finance/receivables/credit-note-issue.ts';
import { Invoices, type StoredInvoice } from '#domain/finance/receivables/invoice.ts';
import { costLinesBy } from '#domain/finance/receivables/postings.ts';
import { type GoodsReceiptLine, GoodsReceipts } from '#domain/inventory/stock/goods-receipt.ts';
import type { OrderLine, StoredOrder } from '#domain/sales/orders/order.ts';
import type { ReceivedLine, ReturnReceipt, StoredReturn } from '#domain/sales/returns/return.ts';
import { decimal, divide, format } from '#kernel/decimal.ts';
import { refused } from '#kernel/errors.ts';
import type { Minor } from '#kernel/money.ts';
import { defined } from '#kernel/optional.ts';
import { type Change, create, update } from '#kernel/record.ts';
import type { Records } from '#runtime/records.ts';
import { issueCreditForInvoice, type PostingSession, restoreAdvances } from '../../finance/service.ts';

export interface Arrival {
  readonly goodsReceiptId: string;
  readonly ret: StoredReturn;
  readonly order: StoredOrder;
  readonly lines: readonly ReceivedLine[];
}

export interface Credited {
  readonly made: Pick<ReturnReceipt, 'creditNoteIds' | 'goodsReceiptId'>;
  readonly gross: Minor;
  readonly changes: readonly Change[];
}

/** Cost that comes back: what is restocked to 300, what is scrapped to 6109, all of it off 610, by what the lines are told of. */
function returnedCost({ order, lines }: Pick<Arrival, 'order' | 'lines'>): EntryLine[] {
  const partsOf = (disposition: string) =>
    lines
      .filter((line) => line.disposition === disposition)
      .map(({ line, cost }) => ({ cost: -cost, ...defined({ dimensions: order.lines[line - 1]?.dimensions }) }));
  const scrapped = costLinesBy(partsOf('scrap')).map((line) =>
    line.account === ACCOUNT.stock ? { ...line, account: ACCOUNT.stockAdjustments } : line,
  );
  return [...costLinesBy(partsOf('restock')), ...scrapped];
}

/**
 * The corrective invoices of an arrival: one for each invoice that had billed the goods, numbered one after the other;
 * the first carries the cost. Goods that were never billed come back by a goods receipt with the cost's entry.
 */
export async function creditArrival(
  records: Records,
  posting: PostingSession,
  arrival: Arrival,
  credits: ReadonlyMap<StoredInvoice, readonly CreditedLine[]>,
): Promise<Credited> {
  const billed = [...credits].filter(([, lines]) => lines.some((line) => line.net > 0));
  const worthless = [...credits].filter(([, lines]) => lines.every((line) => line.net === 0)).map(mark);
  if (billed.length === 0) return receiveUnbilled(posting, arrival, worthless);
  if (billed.length > MAX_NOTES) throw tooManyInvoices(billed.length);
  const { id: returnId, reason } = arrival.ret;
  const notes: CreditResult[] = [];
  for (const [i, [invoice, goods]] of billed.entries()) {
    const credited = withAdvancesBack(invoice, goods);
    const costs = i === 0 ? returnedCost(arrival) : [];
    notes.push(await issueCreditForInvoice(posting, { invoice, credited, reason, returnId, costs }));
  }
  const restored = await restoreAdvances(
    records,
    notes.map(({ note }) => note),
  );
  return {
    made: { creditNoteIds: notes.map(({ creditNoteId }) => creditNoteId) },
    gross: notes.reduce((sum, { note }) => sum + note.totals.gross, 0),
    changes: [
      ...worthless,
      ...notes.flatMap(({ invoiceChange, changes }) => [invoiceChange, ...changes]),
      ...restored,
      ...posting.changes(),
    ],
  };
}

/** Goods that are worth nothing are told on their invoice too: so the last piece takes what is left of its line. */
const mark = ([invoice, credited]: readonly [StoredInvoice, readonly CreditedLine[]]): Change =>
  update(Invoices, invoice, withCredited(invoice, credited, creditTotals(invoice, credited)));

/** Invoices that one arrival may credit: each takes two items of the transaction. */
const MAX_NOTES = 12;

const tooManyInvoices = (count: number) =>
  refused(
    'return.too_long',
    `These goods were billed by ${count} invoices; receive what came of at most ${MAX_NOTES} of them at a time.`,
    'body.lines',
    { invoices: count, limit: MAX_NOTES, why: 'invoices' },
  );

function receiveUnbilled(posting: PostingSession, arrival: Arrival, worthless: readonly Change[]): Credited {
  const { goodsReceiptId: id, ret, order, lines } = arrival;
  const cost = returnedCost(arrival);
  posting.requireOpen();
  if (cost.length === 0) return { made: { creditNoteIds: [] }, gross: 0, changes: worthless };
  const goods = lines.filter((line) => line.cost > 0).map((line) => goodsLine(order.lines[line.line - 1] as OrderLine, line));
  const receipt = {
    date: posting.date,
    warehouse: order.warehouse,
    origin: 'return' as const,
    reference: ret.id,
    lines: goods,
    total: goods.reduce((sum, line) => sum + line.cost, 0),
    entry: posting.add(`Devolución de género ${ret.customerName}`, cost),
  };
  const changes = [create(GoodsReceipts, id, receipt), ...posting.changes(), ...worthless];
  return { made: { creditNoteIds: [], goodsReceiptId: id }, gross: 0, changes };
}

const goodsLine = ({ itemId, code, name }: OrderLine, { quantity, cost }: ReceivedLine): GoodsReceiptLine => ({
  itemId,
  code,
  name,
  quantity,
  unitCost: format(divide({ units: BigInt(cost), scale: 2 }, decimal(quantity), 6)),
  cost,
});
