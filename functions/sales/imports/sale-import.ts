import { goodsReceiptLines } from '#domain/finance/ledger/goods-postings.ts';
import { costLines } from '#domain/finance/receivables/postings.ts';
import { type GoodsReceiptLine, GoodsReceipts } from '#domain/inventory/stock/goods-receipt.ts';
import { added, issueFree } from '#domain/inventory/stock/stock.ts';
import { MAX_DOCUMENT_ROWS } from '#domain/sales/imports/import.ts';
import type { CreatedRecords } from '#domain/sales/imports/shop-document.ts';
import { newOrder } from '#domain/sales/orders/new-order.ts';
import { type Order, Orders } from '#domain/sales/orders/order.ts';
import { quantitiesByItem } from '#domain/sales/orders/progress.ts';
import { defined } from '#kernel/optional.ts';
import { type Change, create, createNext } from '#kernel/record.ts';
import type { Records } from '#runtime/records.ts';
import { adjustExposure, issueInvoice, openPosting, type PostingSession } from '../../finance/service.ts';
import { orderInvoice } from '../orders/order-invoice.ts';
import { readStockRequirements, type StockRequirement } from '../orders/order-store.ts';
import { shipmentOf, withShipment } from '../orders/shipment-parts.ts';
import { issueStock } from '../orders/stock-changes.ts';
import { type DocumentImport, type DocumentRefusal, importDay } from './import-context.ts';
import { importLongSale } from './long-sale-import.ts';
import { openingReceipt, shortLines, totalOf, withOpeningStock } from './opening-stock.ts';
import { saleEntered } from './sales-index.ts';

/** Beside the stock: order, invoice, receipts of goods and money, the period, the exposure, the document and its place in an index. */
const STOCK_PER_TRANSACTION = 90;

/** Takes a sale: what is short comes in, the order ships in full and is invoiced, a walk-in pays. One transaction, unless it is too long for one. */
export async function importSale(records: Records, context: DocumentImport): Promise<CreatedRecords | DocumentRefusal> {
  const { document } = context;
  if (document.rows.length > MAX_DOCUMENT_ROWS)
    return {
      code: 'too-long',
      message: `The document has ${document.rows.length} rows; at most ${MAX_DOCUMENT_ROWS} become one order. Split it.`,
      params: { rows: document.rows.length, limit: MAX_DOCUMENT_ROWS },
    };
  const order = orderOf(context);
  if (order.totals.gross === 0)
    return { code: 'zero-price', message: 'All of the document together comes to zero.', params: { why: 'document' } };
  const demand = quantitiesByItem(order.lines.map((line) => ({ line, quantity: line.quantity })));
  if (demand.size > STOCK_PER_TRANSACTION) return importLongSale(records, context, order, demand);
  return importAtOnce(records, context, order, await readStockRequirements(records, { ...order, id: context.idOf('ord') }, demand));
}

/** The order that the document's rows are, line by line, none merged. */
export function orderOf({ document: { head, number, rows }, profile, company, customer, masters }: DocumentImport): Order {
  const items = rows.map((row) => masters.item(row.code));
  const lines = rows.map((row, i) => ({
    itemId: items[i]?.id ?? '',
    quantity: row.quantity,
    price: row.price,
    taxCode: profile.taxCode,
    ...(row.description ? { description: row.description } : {}),
  }));
  const order = { customerId: customer.id, lines, warehouse: profile.warehouse, quote: false, pricesIncludeTax: false, reference: number };
  const terms = { fiscalYears: company.fiscalYears, policies: { shortage: 'refuse', invoiceOn: 'shipment' } } as const;
  return newOrder(order, terms, customer, items, head.date, profile.name);
}

async function importAtOnce(
  records: Records,
  context: DocumentImport,
  order: Order,
  demands: readonly StockRequirement[],
): Promise<CreatedRecords> {
  const { customer, company, idOf, profile } = context;
  const { totals, date } = order;
  const short = shortLines(order, demands, profile);
  // The sale is over: it takes nothing of what is promised, and what comes in for it goes to no other.
  const served = demands.map((d) => ({ ...d, now: withOpeningStock(d.now, short, added) }));
  const { changes: stock, costs } = issueStock(served, issueFree);
  const picked = order.lines.map((line) => ({ line, quantity: line.quantity }));
  const shipping = { id: idOf('shp'), date, picked, invoice: true };
  const posting = await openPosting(records, { date, today: importDay(records, context), document: idOf('ord') });
  const supply = supplyChanges(posting, context, order, short);
  const invoiced = await issueInvoice(posting, {
    ...orderInvoice({ id: idOf('ord'), order, customer, company }),
    shipmentId: shipping.id,
    costs: costLines([...costs.values()].reduce((a, b) => a + b, 0)),
    paid: customer.walkIn ? { receiptId: idOf('rcp'), method: 'cash', reference: order.reference } : undefined,
  });
  const { invoiceId } = invoiced;
  const shipped = withShipment(order, shipmentOf(order, shipping, costs), { invoiceId, changes: [] });
  const after: Order = customer.walkIn ? { ...shipped, state: 'closed', closedOn: date } : shipped;
  const created: CreatedRecords = {
    orderId: idOf('ord'),
    invoiceId,
    ...defined({ recipientMissing: invoiced.invoice.recipientMissing }),
    ...(short.length > 0 ? { receiptIds: [idOf('grn')], received: totalOf(short) } : {}),
    net: totals.net,
    tax: totals.tax,
    gross: totals.gross,
    cash: customer.walkIn ? totals.gross : 0,
  };
  // The goods left the shop long ago: what the customer has at risk changes whatever their limit.
  const exposed = customer.walkIn ? [] : await adjustExposure(records, customer, totals.gross, { ignoringLimit: true });
  const posted = [...supply, ...invoiced.changes, ...posting.changes(), ...exposed];
  await records.commit([createNext(Orders, idOf('ord'), after), ...stock, ...posted, saleEntered(context, order), context.save(created)]);
  return created;
}

/** What was short comes in first, by an entry of its own. */
function supplyChanges(posting: PostingSession, { idOf }: DocumentImport, order: Order, short: readonly GoodsReceiptLine[]): Change[] {
  if (short.length === 0) return [];
  const total = totalOf(short);
  const entry = total > 0 ? posting.add('Entrada de existencias', goodsReceiptLines('opening', total)) : undefined;
  return [create(GoodsReceipts, idOf('grn'), { ...openingReceipt(order, short), ...defined({ entry }) })];
}
