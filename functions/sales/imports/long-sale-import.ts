import { ignoringLimit } from '#domain/crm/customers/customer.ts';
import { goodsReceiptLines } from '#domain/finance/ledger/goods-postings.ts';
import { Invoices, type StoredInvoice } from '#domain/finance/receivables/invoice.ts';
import { receivePayment } from '#domain/finance/receivables/payment.ts';
import { GoodsReceipts } from '#domain/inventory/stock/goods-receipt.ts';
import { Stocks } from '#domain/inventory/stock/stock.ts';
import { type CreatedRecords, CustomerSales, ShopDocuments, type StoredShopDocument } from '#domain/sales/imports/shop-document.ts';
import { type Order, Orders, type StoredOrder } from '#domain/sales/orders/order.ts';
import { isShipped, pickLines } from '#domain/sales/orders/progress.ts';
import { assertDefined } from '#kernel/assert.ts';
import type { IsoDate } from '#kernel/date.ts';
import { defined } from '#kernel/optional.ts';
import type { Quantity } from '#kernel/quantity.ts';
import { type Change, createNext, update } from '#kernel/record.ts';
import { batchesOf } from '#runtime/batched.ts';
import { untilCommitted } from '#runtime/conflicts.ts';
import type { Records } from '#runtime/records.ts';
import { openPosting } from '../../finance/service.ts';
import { place } from '../orders/order-placement.ts';
import { begunShipping, resumeShipping, ship, wasRolledBack } from '../orders/order-shipment.ts';
import { readStockRequirements } from '../orders/order-store.ts';
import { type DocumentImport, importDay } from './import-context.ts';
import { openingReceipt, shortLines, totalOf, withOpeningStock } from './opening-stock.ts';
import { saleEntered, salePlaceOf } from './sales-index.ts';

/**
 * Takes a sale that is longer than a transaction: what is short comes in part by part, then the order is placed, shipped
 * and invoiced as any long order is. Each step looks at what is there already, so that after a crash the next call goes
 * on where the last one ended.
 */
export async function importLongSale(
  records: Records,
  context: DocumentImport,
  order: Order,
  demand: ReadonlyMap<string, Quantity>,
): Promise<CreatedRecords> {
  const { idOf, customer, company } = context;
  await requireOpen(records, order, idOf('ord'), importDay(records, context));
  const begun =
    context.existing?.state === 'importing' ? context.existing : ((await records.save([context.begin()])) as StoredShopDocument);
  const before = await records.get(Orders, idOf('ord'));
  if (!before) for (const batch of batchesOf([...demand])) await untilCommitted(() => supplyBatch(records, context, order, new Map(batch)));
  const unlimited = ignoringLimit(customer);
  // It is found by returns from its first transaction on; an attempt that was rolled back has left its entry.
  const entered = await records.get(CustomerSales, salePlaceOf(context));
  const placing = { id: idOf('ord'), order, before, customer: unlimited, company, also: entered ? [] : [saleEntered(context, order)] };
  const placed = before && before.state !== 'placing' ? before : await place(records, placing);
  const shipped = await shipAll(records, context, placed);
  return untilCommitted(() => finish(records, context, begun.id, shipped.id));
}

/** Refuses before the first part what the period would refuse in the last. */
async function requireOpen(records: Records, order: Order, documentId: string, today: IsoDate): Promise<void> {
  (await openPosting(records, { date: order.date, today, document: documentId })).requireOpen();
}

/** Receives what is short of a batch of the order. Once it is there nothing is short any more: so it comes in once. */
async function supplyBatch(
  records: Records,
  { profile, idOf }: DocumentImport,
  order: Order,
  batch: ReadonlyMap<string, Quantity>,
): Promise<void> {
  const demands = await readStockRequirements(records, { ...order, id: idOf('ord') }, batch);
  const short = shortLines(order, demands, profile);
  if (short.length === 0) return;
  const id = await freeReceiptId(records, idOf);
  const receipt = openingReceipt(order, short);
  const stock: Change[] = demands.flatMap((d) => {
    const after = withOpeningStock(d.now, short);
    if (after === d.now) return [];
    return [d.stock ? update(Stocks, d.stock, after as typeof d.stock) : createNext(Stocks, d.id, after)];
  });
  if (receipt.total === 0) return void (await records.commit([createNext(GoodsReceipts, id, receipt), ...stock]));
  const posting = await openPosting(records, { date: order.date, document: id });
  const entry = posting.add('Entrada de existencias', goodsReceiptLines('opening', receipt.total));
  await records.commit([createNext(GoodsReceipts, id, { ...receipt, entry }), ...stock, ...posting.changes()]);
}

/** The next of the document's receipts: 1, 2, 3… */
async function freeReceiptId(records: Records, idOf: DocumentImport['idOf']): Promise<string> {
  for (let part = 1; ; part += 1) if (!(await records.get(GoodsReceipts, idOf('grn', `${part}`)))) return idOf('grn', `${part}`);
}

async function receiptsOf(records: Records, idOf: DocumentImport['idOf']): Promise<{ receiptIds: string[]; received: number }> {
  const receiptIds: string[] = [];
  let received = 0;
  for (let part = 1; ; part += 1) {
    const receipt = await records.get(GoodsReceipts, idOf('grn', `${part}`));
    if (!receipt) return { receiptIds, received };
    receiptIds.push(receipt.id);
    received += totalOf(receipt.lines);
  }
}

async function shipAll(records: Records, { idOf, company }: DocumentImport, order: StoredOrder): Promise<StoredOrder> {
  const begun = begunShipping(order);
  if (begun) return resumeShipping(records, order, begun);
  if (isShipped(order)) return order;
  // An attempt that was rolled back has used its ids.
  let attempt = 1;
  while (await wasRolledBack(records, idOf('shp', `${attempt}`))) attempt += 1;
  const picked = pickLines(order, undefined);
  return ship(records, order, { id: idOf('shp', `${attempt}`), date: order.date, picked, invoice: true, company });
}

/** The last transaction: the document is taken; a walk-in pays, and the order is closed. */
async function finish(records: Records, context: DocumentImport, documentId: string, orderId: string): Promise<CreatedRecords> {
  const { idOf, customer } = context;
  const [order, document] = await Promise.all([records.getOrThrow(Orders, orderId), records.getOrThrow(ShopDocuments, documentId)]);
  const invoiceId = assertDefined(order.invoiceIds[0], 'the invoice of the order');
  const [supply, invoice] = await Promise.all([receiptsOf(records, idOf), records.getOrThrow(Invoices, invoiceId)]);
  const { net, tax, gross } = order.totals;
  const created: CreatedRecords = {
    orderId,
    invoiceId,
    ...defined({ recipientMissing: invoice.recipientMissing }),
    ...(supply.receiptIds.length > 0 ? supply : {}),
    net,
    tax,
    gross,
    cash: customer.walkIn ? gross : 0,
  };
  if (document.created) return document.created;
  const paid = customer.walkIn ? await payment(records, context, order, invoice) : [];
  const imported = { ...document, importId: context.importId, state: 'imported' as const, created };
  await records.commit([update(ShopDocuments, document, imported), ...paid]);
  return created;
}

async function payment(
  records: Records,
  { idOf, customer }: DocumentImport,
  order: StoredOrder,
  invoice: StoredInvoice,
): Promise<Change[]> {
  const id = idOf('rcp');
  const { open: amount } = invoice;
  const posting = await openPosting(records, { date: order.date, document: id });
  const request = { id, customer, method: 'cash', amount, reference: order.reference } as const;
  return [
    ...receivePayment(posting, request, [{ id: invoice.id, amount }], [invoice]).changes,
    update(Orders, order, { ...order, state: 'closed', closedOn: order.date }),
    ...posting.changes(),
  ];
}
