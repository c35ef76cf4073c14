import { withoutLimit } from '#domain/crm/customers/customer.ts';
import { type Entry, entryDraft } from '#domain/finance/ledger/entry.ts';
import { Gates, gateIdFor, post } from '#domain/finance/ledger/gate.ts';
import { goodsReceiptLines } from '#domain/finance/ledger/goods-postings.ts';
import { Invoices, type StoredInvoice } from '#domain/finance/receivables/invoice.ts';
import { settle } from '#domain/finance/receivables/open-item.ts';
import { Receipts } from '#domain/finance/receivables/receipt.ts';
import { receiptDraft, receivedFrom } from '#domain/finance/receivables/receiving.ts';
import { GoodsIssues, goodsIssueId } from '#domain/inventory/stock/goods-issue.ts';
import { GoodsReceipts } from '#domain/inventory/stock/goods-receipt.ts';
import { Stocks } from '#domain/inventory/stock/stock.ts';
import { type Made, ShopDocuments, type StoredShopDocument } from '#domain/sales/imports/shop-document.ts';
import { type Order, Orders, type StoredOrder } from '#domain/sales/orders/order.ts';
import { isShipped, pickLines } from '#domain/sales/orders/progress.ts';
import { present } from '#kernel/assert.ts';
import type { Quantity } from '#kernel/quantity.ts';
import { type Change, create, createNext, update } from '#kernel/record.ts';
import { untilCommitted } from '#runtime/conflicts.ts';
import type { Records } from '#runtime/records.ts';
import { readDemand } from '../orders/order-store.ts';
import { place } from '../orders/placing.ts';
import { partsOf } from '../orders/placing-long.ts';
import { ship } from '../orders/shipping.ts';
import { begunShipping, resumeShipping } from '../orders/shipping-long.ts';
import { paidOff } from './paying.ts';
import { saleDayChanges } from './sale-days.ts';
import { openingReceipt, shortLines, supplied, totalOf } from './supplying.ts';
import type { Taking } from './taking.ts';

/**
 * Takes a sale that is longer than a transaction: what is short comes in part by part, then the order is placed, shipped
 * and invoiced as any long order is. Each step looks at what is there already, so that after a crash the next call goes
 * on where the last one ended.
 */
export async function takeLongSale(records: Records, taking: Taking, order: Order, demand: ReadonlyMap<string, Quantity>): Promise<Made> {
  const { idOf, customer, company } = taking;
  await requireOpen(records, order, idOf('ord'));
  const begun = taking.known?.state === 'taking' ? taking.known : ((await records.commit([taking.begin()]))[0] as StoredShopDocument);
  const before = await records.get(Orders, idOf('ord'));
  if (!before) for (const part of partsOf(demand)) await untilCommitted(() => supplyPart(records, taking, order, part));
  const unlimited = withoutLimit(customer);
  const placing = { id: idOf('ord'), order, before, customer: unlimited, company };
  const placed = before && before.state !== 'placing' ? before : await place(records, placing);
  const shipped = await shipAll(records, taking, placed);
  return untilCommitted(() => finish(records, taking, begun.id, shipped.id));
}

/** Refuses before the first part what the period would refuse in the last. */
async function requireOpen(records: Records, order: Order, documentId: string): Promise<void> {
  post(await records.get(Gates, gateIdFor(order.date, documentId)), []);
}

/** Receives what is short of a part of the order. Once it is there nothing is short any more: so it comes in once. */
async function supplyPart(records: Records, { profile, idOf }: Taking, order: Order, part: ReadonlyMap<string, Quantity>): Promise<void> {
  const demands = await readDemand(records, order, part);
  const short = shortLines(order, demands, profile);
  if (short.length === 0) return;
  const id = await freeReceiptId(records, idOf);
  const receipt = openingReceipt(order, short);
  const stock: Change[] = demands.flatMap((d) => {
    const after = supplied(d.now, short);
    if (after === d.now) return [];
    return [d.stock ? update(Stocks, d.stock, after as typeof d.stock) : createNext(Stocks, d.id, after)];
  });
  if (receipt.total === 0) return void (await records.commit([createNext(GoodsReceipts, id, receipt), ...stock]));
  const draft = entryDraft(order.date, 'Entrada de existencias', goodsReceiptLines('opening', receipt.total));
  const { entries, change } = post(await records.get(Gates, gateIdFor(order.date, id)), [draft]);
  await records.commit([createNext(GoodsReceipts, id, { ...receipt, entry: entries[0] as Entry }), ...stock, change]);
}

/** The next of the document's receipts: 1, 2, 3… */
async function freeReceiptId(records: Records, idOf: Taking['idOf']): Promise<string> {
  for (let part = 1; ; part += 1) if (!(await records.get(GoodsReceipts, idOf('grn', `${part}`)))) return idOf('grn', `${part}`);
}

async function receiptsOf(records: Records, idOf: Taking['idOf']): Promise<{ receiptIds: string[]; received: number }> {
  const receiptIds: string[] = [];
  let received = 0;
  for (let part = 1; ; part += 1) {
    const receipt = await records.get(GoodsReceipts, idOf('grn', `${part}`));
    if (!receipt) return { receiptIds, received };
    receiptIds.push(receipt.id);
    received += totalOf(receipt.lines);
  }
}

async function shipAll(records: Records, { idOf }: Taking, order: StoredOrder): Promise<StoredOrder> {
  const begun = begunShipping(order);
  if (begun) return resumeShipping(records, order, begun);
  if (isShipped(order)) return order;
  // An attempt that was taken back has used its name.
  let attempt = 1;
  while (await records.get(GoodsIssues, `${goodsIssueId(idOf('shp', `${attempt}`), 1)}r`)) attempt += 1;
  return ship(records, order, { id: idOf('shp', `${attempt}`), date: order.date, picked: pickLines(order, undefined), invoice: true });
}

/** The last transaction: the document is taken; a walk-in pays, and the order is closed. */
async function finish(records: Records, taking: Taking, documentId: string, orderId: string): Promise<Made> {
  const { idOf, customer } = taking;
  const [order, document] = await Promise.all([records.need(Orders, orderId), records.need(ShopDocuments, documentId)]);
  const invoiceId = present(order.invoiceIds[0], 'the invoice of the order');
  const supply = await receiptsOf(records, idOf);
  const { net, tax, gross } = order.totals;
  const made: Made = {
    orderId,
    invoiceId,
    ...(supply.receiptIds.length > 0 ? supply : {}),
    net,
    tax,
    gross,
    cash: customer.walkIn ? gross : 0,
  };
  if (document.made) return document.made;
  const paid = customer.walkIn ? await payment(records, taking, order, await records.need(Invoices, invoiceId)) : [];
  const taken = { ...document, importId: taking.importId, state: 'taken' as const, made };
  const index = await saleDayChanges(records, customer.id, order, { orderId, invoiceId });
  await records.commit([update(ShopDocuments, document, taken), ...index, ...paid]);
  return made;
}

async function payment(records: Records, { idOf, customer }: Taking, order: StoredOrder, invoice: StoredInvoice): Promise<Change[]> {
  const paid = { date: order.date, method: 'cash', amount: invoice.open, reference: order.reference } as const;
  const { entries, change } = post(await records.get(Gates, gateIdFor(order.date, idOf('rcp'))), [receiptDraft(customer, paid)]);
  return [
    create(Receipts, idOf('rcp'), paidOff(receivedFrom(customer, paid, entries[0] as Entry), invoice.id)),
    update(Invoices, invoice, settle(invoice, idOf('rcp'), order.date, invoice.open, 'body')),
    update(Orders, order, { ...order, state: 'closed', closedOn: order.date }),
    change,
  ];
}
