import { creditTotals, withCredited } from '#domain/finance/receivables/credit.ts';
import { Invoices, type StoredInvoice } from '#domain/finance/receivables/invoice.ts';
import type { Row } from '#domain/sales/imports/rows.ts';
import type { DaySale } from '#domain/sales/imports/shop-document.ts';
import { Orders, type StoredOrder } from '#domain/sales/orders/order.ts';
import { returnable } from '#domain/sales/returns/announcing.ts';
import { type Arrived, type Valued, valueArrival, withReceived } from '#domain/sales/returns/receiving.ts';
import { type Return, Returns } from '#domain/sales/returns/return.ts';
import type { IsoDate } from '#kernel/date.ts';
import type { Minor } from '#kernel/money.ts';
import { isPositive, lessThan, minus, plus, type Quantity, sum } from '#kernel/quantity.ts';
import { type Change, create, update } from '#kernel/record.ts';
import type { Records } from '#runtime/records.ts';
import { salesBefore } from './sale-days.ts';

/** Different sales that one return may take back: three records each in its transaction. */
const MAX_SALES = 15;

/** A part of a return's row, and the order line that it takes back. */
interface Tie extends Arrived {
  /** Place of the row in its document. */
  readonly row: number;
}

/** A sale of which something comes back. */
export interface TiedSale {
  readonly order: StoredOrder;
  readonly invoice: StoredInvoice;
  readonly ties: Tie[];
}

/** Finds for each row of a return the newest earlier sales of the same customer, item and price that still have something to return. */
export class Ties {
  /** Rows of which no sale, or not enough, was found. */
  readonly unreferenced: number[] = [];
  readonly #records: Records;
  /** What the customer bought, newest first: as far as it has been looked at, and the rest. */
  readonly #seen: DaySale[] = [];
  readonly #unseen: AsyncGenerator<DaySale>;
  readonly #sales = new Map<string, TiedSale>();

  constructor(records: Records, customerId: string, until: IsoDate) {
    this.#records = records;
    this.#unseen = salesBefore(records, customerId, until);
  }

  /** The sales of which something comes back. */
  get sales(): TiedSale[] {
    return [...this.#sales.values()].filter(({ ties }) => ties.length > 0);
  }

  async tie(row: number, { code, price, quantity }: Row): Promise<void> {
    let left = quantity;
    for await (const sale of this.#newestFirst()) {
      const fitting = sale.lines.filter(([, item, at]) => item === code && at === price).reverse();
      for (const [line] of fitting) left = await this.#takeBack(sale, { row, line }, left);
      if (!isPositive(left)) return;
    }
    this.unreferenced.push(row);
  }

  async *#newestFirst(): AsyncGenerator<DaySale> {
    yield* this.#seen;
    for (let next = await this.#unseen.next(); !next.done; next = await this.#unseen.next()) {
      this.#seen.push(next.value);
      yield next.value;
    }
  }

  /** What is left of the quantity after a line has given what it can. */
  async #takeBack(at: DaySale, { row, line: no }: Pick<Tie, 'row' | 'line'>, left: Quantity): Promise<Quantity> {
    const sale = isPositive(left) ? await this.#sale(at) : undefined;
    const line = sale?.order.lines[no - 1];
    if (!sale || !line) return left;
    const open = minus(returnable(line), sum(sale.ties.filter((tie) => tie.line === no).map((tie) => tie.quantity)));
    if (!isPositive(open)) return left;
    const quantity = lessThan(open, left) ? open : left;
    sale.ties.push({ row, line: no, quantity, disposition: 'restock' });
    return minus(left, quantity);
  }

  async #sale({ orderId, invoiceId }: DaySale): Promise<TiedSale | undefined> {
    const known = this.#sales.get(orderId);
    if (known ?? this.sales.length >= MAX_SALES) return known;
    const [order, invoice] = await Promise.all([this.#records.get(Orders, orderId), this.#records.get(Invoices, invoiceId)]);
    if (!order || !invoice) return undefined;
    const sale = { order, invoice, ties: [] };
    this.#sales.set(orderId, sale);
    return sale;
  }
}

/** A sale's part in a return, with what each row brings back of it. */
export interface ValuedSale extends TiedSale {
  readonly valued: Valued<StoredInvoice, StoredOrder>;
}
export const valueSales = (ties: Ties): ValuedSale[] =>
  ties.sales.map((sale) => ({ ...sale, valued: valueArrival(sale.order, sale.ties, [sale.invoice]) }));

/** Quantity and cost that come back of a row by the sales that it is tied to. */
export function tiedPart(sales: readonly ValuedSale[], row: number): { quantity: Quantity; cost: Minor } {
  const parts = sales.flatMap(({ ties, valued }) => ties.flatMap((tie, i) => (tie.row === row ? [valued.lines[i]] : [])));
  return parts.reduce((all, part) => ({ quantity: plus(all.quantity, part?.quantity ?? '0'), cost: all.cost + (part?.cost ?? 0) }), {
    quantity: '0',
    cost: 0,
  });
}

/** The one invoice that the whole return corrects; or, in words, those that parts of it do. */
export function referenceOf(sales: readonly TiedSale[], unreferenced: readonly number[]): { corrects?: string; notes?: string } {
  const [only] = sales;
  if (!only) return {};
  if (sales.length === 1 && unreferenced.length === 0) return { corrects: only.invoice.id };
  return {
    notes: `Rectifica ${sales
      .map(({ invoice }) => invoice.number)
      .sort()
      .join(', ')}`,
  };
}

export interface Returned {
  readonly returnId: string;
  readonly receiptId: string;
  readonly date: IsoDate;
  readonly reason: string;
  readonly creditNoteId: string;
  /** Where the money was paid back at once. */
  readonly refundId: string | undefined;
}

/** The return of a sale, and its order and invoice with what has come back of them. The credit itself stays open on its note. */
export function returnChanges({ order, invoice, ties, valued }: ValuedSale, returned: Returned): Change[] {
  const { returnId, receiptId, date, reason, creditNoteId, refundId } = returned;
  const quantities = new Map<number, Quantity>();
  for (const { line, quantity } of ties) quantities.set(line, plus(quantities.get(line) ?? '0', quantity));
  const ret: Return = {
    state: refundId ? 'closed' : 'received',
    orderId: order.id,
    customerId: order.customerId,
    customerName: order.customerName,
    warehouse: order.warehouse,
    date,
    reason,
    lines: [...quantities].map(([line, quantity]) => ({ line, announced: quantity, received: quantity })),
    receipts: [{ id: receiptId, date, lines: valued.lines, creditNoteIds: [creditNoteId] }],
    refunds: refundId ? [{ request: receiptId, ids: [refundId] }] : [],
    keepsCredit: true,
  };
  const credited = valued.credits.get(invoice) ?? [];
  const marked = withCredited(invoice, credited, creditTotals(invoice, credited));
  return [
    create(Returns, returnId, ret),
    update(Orders, order, withReceived({ ...valued.order, returnIds: [...order.returnIds, returnId] }, valued.lines)),
    update(Invoices, invoice, { ...marked, creditNotes: [...(invoice.creditNotes ?? []), { id: creditNoteId, request: receiptId }] }),
  ];
}
