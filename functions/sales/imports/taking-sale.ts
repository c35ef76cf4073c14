import { type Entry, type EntryDraft, entryDraft } from '#domain/finance/ledger/entry.ts';
import { Gates, gateIdFor, post } from '#domain/finance/ledger/gate.ts';
import { goodsReceiptLines } from '#domain/finance/ledger/goods-postings.ts';
import { type Invoice, Invoices, invoiceSeries, numberIn } from '#domain/finance/receivables/invoice.ts';
import { invoiceIdOf, issueInvoice } from '#domain/finance/receivables/issue.ts';
import { settle } from '#domain/finance/receivables/open-item.ts';
import { costLines } from '#domain/finance/receivables/postings.ts';
import { Receipts } from '#domain/finance/receivables/receipt.ts';
import { receiptDraft, receivedFrom } from '#domain/finance/receivables/receiving.ts';
import { type GoodsReceiptLine, GoodsReceipts } from '#domain/inventory/stock/goods-receipt.ts';
import { reserve } from '#domain/inventory/stock/stock.ts';
import { MAX_DOCUMENT_ROWS } from '#domain/sales/imports/import.ts';
import type { Made } from '#domain/sales/imports/shop-document.ts';
import { newOrder } from '#domain/sales/orders/new-order.ts';
import { type Order, Orders } from '#domain/sales/orders/order.ts';
import { quantitiesByItem } from '#domain/sales/orders/progress.ts';
import type { Minor } from '#kernel/money.ts';
import { type Change, create, createNext } from '#kernel/record.ts';
import type { Records } from '#runtime/records.ts';
import { nextNumber } from '#runtime/sequence.ts';
import { billableOf, invoiceLine } from '../orders/billing.ts';
import { type Demand, readDemand } from '../orders/order-store.ts';
import { shipmentOf, withShipment } from '../orders/shipment-parts.ts';
import { issues } from '../orders/stock-changes.ts';
import { exposure, paidOff } from './paying.ts';
import { saleDayChanges } from './sale-days.ts';
import { openingReceipt, shortLines, supplied, totalOf } from './supplying.ts';
import type { Refusal, Taking } from './taking.ts';
import { takeLongSale } from './taking-long.ts';

/** Beside the stock: order, invoice, receipts of goods and money, gate, credit, the document and its place in two indexes. */
const STOCK_PER_TRANSACTION = 90;

/** Takes a sale: what is short comes in, the order ships in full and is invoiced, a walk-in pays. One transaction, unless it is too long for one. */
export async function takeSale(records: Records, taking: Taking): Promise<Made | Refusal> {
  const { document } = taking;
  if (document.rows.length > MAX_DOCUMENT_ROWS)
    return {
      code: 'too-long',
      message: `The document has ${document.rows.length} rows; at most ${MAX_DOCUMENT_ROWS} become one order. Split it.`,
      params: { rows: document.rows.length, limit: MAX_DOCUMENT_ROWS },
    };
  const order = orderOf(taking);
  if (order.totals.gross === 0)
    return { code: 'zero-price', message: 'All of the document together comes to zero.', params: { why: 'document' } };
  const demand = quantitiesByItem(order.lines.map((line) => ({ line, quantity: line.quantity })));
  if (demand.size > STOCK_PER_TRANSACTION) return takeLongSale(records, taking, order, demand);
  return takeAtOnce(records, taking, order, await readDemand(records, order, demand));
}

/** The order that the document's rows are, line by line, none merged. */
export function orderOf({ document: { head, number, rows }, profile, company, customer, masters }: Taking): Order {
  const items = rows.map((row) => masters.item(row.code));
  const lines = rows.map((row, i) => ({
    itemId: items[i]?.id ?? '',
    quantity: row.quantity,
    price: row.price,
    taxCode: profile.taxCode,
    ...(row.description ? { description: row.description } : {}),
  }));
  const asked = { customerId: customer.id, lines, warehouse: profile.warehouse, quote: false, pricesIncludeTax: false, reference: number };
  const terms = { fiscalYears: company.fiscalYears, policies: { shortage: 'refuse', invoiceOn: 'shipment' } } as const;
  return newOrder(asked, terms, customer, items, head.date, profile.name);
}

async function takeAtOnce(records: Records, taking: Taking, order: Order, demands: readonly Demand[]): Promise<Made> {
  const { customer, idOf, profile } = taking;
  const short = shortLines(order, demands, profile);
  const served = demands.map((d) => ({ ...d, now: reserve(supplied(d.now, short), d.quantity, 'backorder', d.field) }));
  const { changes: stock, costs } = issues(served);
  const shipping = {
    id: idOf('shp'),
    date: order.date,
    picked: order.lines.map((line) => ({ line, quantity: line.quantity })),
    invoice: true,
  };
  const count = await nextNumber(records, Invoices, (n) => invoiceIdOf(order.date, n));
  const invoiceId = invoiceIdOf(order.date, count);
  const billed = invoiceOf(taking, order, { count, shipmentId: shipping.id, cost: [...costs.values()].reduce((a, b) => a + b, 0) });
  const posted = await postSale(records, taking, order, { invoiceId, ...billed, short });
  const shipped = withShipment(order, shipmentOf(order, shipping, costs), { invoiceId, changes: [] });
  const after: Order = customer.walkIn ? { ...shipped, state: 'closed', closedOn: order.date } : shipped;
  const { totals } = order;
  const made: Made = {
    orderId: idOf('ord'),
    invoiceId,
    ...(short.length > 0 ? { receiptIds: [idOf('grn')], received: totalOf(short) } : {}),
    net: totals.net,
    tax: totals.tax,
    gross: totals.gross,
    cash: customer.walkIn ? totals.gross : 0,
  };
  const index = await saleDayChanges(records, customer.id, order, { orderId: idOf('ord'), invoiceId });
  await records.commit([createNext(Orders, idOf('ord'), after), ...stock, ...posted, ...index, taking.save(made)]);
  return made;
}

function invoiceOf(
  { customer, idOf }: Taking,
  order: Order,
  { count, shipmentId, cost }: { readonly count: number; readonly shipmentId: string; readonly cost: Minor },
) {
  const lines = order.lines.map((line) => invoiceLine(line, line.quantity, line.net));
  const bill = billableOf({ order, orderId: idOf('ord'), date: order.date, customer, lines, totals: order.totals });
  return issueInvoice({ ...bill, number: numberIn(invoiceSeries(order.date), count) }, order.paymentDays, costLines(cost), { shipmentId });
}

interface Posting {
  readonly invoiceId: string;
  readonly invoice: Omit<Invoice, 'entry'>;
  readonly draft: EntryDraft;
  readonly short: readonly GoodsReceiptLine[];
}

/** Every entry of the sale through one gate: goods in, invoice with the goods' cost, money in. */
async function postSale(records: Records, { customer, idOf }: Taking, order: Order, posting: Posting): Promise<Change[]> {
  const { invoiceId, invoice, draft, short } = posting;
  const paid = { date: order.date, method: 'cash', amount: order.totals.gross, reference: order.reference } as const;
  const received = totalOf(short);
  const goods = received > 0 ? [entryDraft(order.date, 'Entrada de existencias', goodsReceiptLines('opening', received))] : [];
  const money = customer.walkIn ? [receiptDraft(customer, paid)] : [];
  const gate = await records.get(Gates, gateIdFor(order.date, invoiceId));
  const { entries, change } = post(gate, [...goods, draft, ...money]);
  const issued: Invoice = { ...invoice, entry: entries[goods.length] as Entry };
  const receipt = { ...openingReceipt(order, short), ...(goods.length > 0 ? { entry: entries[0] as Entry } : {}) };
  const supply = short.length > 0 ? [create(GoodsReceipts, idOf('grn'), receipt)] : [];
  if (!customer.walkIn)
    return [createNext(Invoices, invoiceId, issued), ...supply, change, ...(await exposure(records, customer, invoice.open))];
  const settled = settle(issued, idOf('rcp'), order.date, issued.open, 'body');
  const cash = paidOff(receivedFrom(customer, paid, entries.at(-1) as Entry), invoiceId);
  return [createNext(Invoices, invoiceId, settled), create(Receipts, idOf('rcp'), cash), ...supply, change];
}
