import { creditTotals, withCredited } from '#domain/finance/receivables/credit.ts';
import { Invoices, type StoredInvoice } from '#domain/finance/receivables/invoice.ts';
import type { Row } from '#domain/sales/imports/rows.ts';
import { type CustomerSale, CustomerSales, salesUntil } from '#domain/sales/imports/shop-document.ts';
import { Orders, type StoredOrder } from '#domain/sales/orders/order.ts';
import { returnable } from '#domain/sales/returns/authorisation.ts';
import { type Return, Returns } from '#domain/sales/returns/return.ts';
import { type Arrived, type Valued, valueArrival, withReceived } from '#domain/sales/returns/return-receipt.ts';
import type { IsoDate } from '#kernel/date.ts';
import type { Minor } from '#kernel/money.ts';
import { isPositive, lessThan, minus, plus, type Quantity, sum } from '#kernel/quantity.ts';
import { type Change, create, update } from '#kernel/record.ts';
import type { Records } from '#runtime/records.ts';

/** Different sales that one return may take back: three records each in its transaction. */
const MAX_SALES = 15;

/** A part of a return's row, and the order line that it takes back. */
interface LineMatch extends Arrived {
  /** Place of the row in its document. */
  readonly row: number;
}

/** A sale of which something comes back. */
export interface MatchedSale {
  readonly order: StoredOrder;
  readonly invoice: StoredInvoice;
  readonly matches: LineMatch[];
}

/** Finds for each row of a return the newest earlier sales of the same customer, item and price that still have something to return. */
export class SaleMatcher {
  /** Rows of which no sale, or not enough, was found. */
  readonly unreferenced: number[] = [];
  readonly #records: Records;
  /** What the customer bought, newest first: as far as it has been looked at, and the rest. */
  readonly #seen: CustomerSale[] = [];
  readonly #unseen: AsyncGenerator<CustomerSale>;
  readonly #sales = new Map<string, MatchedSale>();

  /** Item codes that come back: nothing else is kept of a long history. */
  readonly #codes: ReadonlySet<string>;

  constructor(records: Records, customerId: string, until: IsoDate, rows: readonly Pick<Row, 'code'>[]) {
    this.#records = records;
    this.#codes = new Set(rows.map(({ code }) => code));
    this.#unseen = records.before(CustomerSales, salesUntil(customerId, until));
  }

  /** The sales of which something comes back. */
  get sales(): MatchedSale[] {
    return [...this.#sales.values()].filter(({ matches }) => matches.length > 0);
  }

  async match(row: number, { code, price, quantity }: Row): Promise<void> {
    let left = quantity;
    for await (const sale of this.#newestFirst()) {
      const fitting = sale.lines.filter(([, item, at]) => item === code && at === price).reverse();
      for (const [line] of fitting) left = await this.#matchLine(sale, { row, line }, left);
      if (!isPositive(left)) return;
    }
    this.unreferenced.push(row);
  }

  async *#newestFirst(): AsyncGenerator<CustomerSale> {
    yield* this.#seen;
    for (let next = await this.#unseen.next(); !next.done; next = await this.#unseen.next()) {
      const lines = next.value.lines.filter(([, code]) => this.#codes.has(code));
      if (lines.length === 0) continue;
      const sale = { orderId: next.value.orderId, lines };
      this.#seen.push(sale);
      yield sale;
    }
  }

  /** What is left of the quantity after a line has given what it can. */
  async #matchLine(at: CustomerSale, { row, line: no }: Pick<LineMatch, 'row' | 'line'>, left: Quantity): Promise<Quantity> {
    const sale = isPositive(left) ? await this.#sale(at) : undefined;
    const line = sale?.order.lines[no - 1];
    if (!sale || !line) return left;
    const open = minus(returnable(line), sum(sale.matches.filter((match) => match.line === no).map((match) => match.quantity)));
    if (!isPositive(open)) return left;
    const quantity = lessThan(open, left) ? open : left;
    sale.matches.push({ row, line: no, quantity, disposition: 'restock' });
    return minus(left, quantity);
  }

  /** An order that was rolled back, or has no invoice yet, has nothing to take back. */
  async #sale({ orderId }: CustomerSale): Promise<MatchedSale | undefined> {
    const cached = this.#sales.get(orderId);
    if (cached ?? this.sales.length >= MAX_SALES) return cached;
    const order = await this.#records.get(Orders, orderId);
    const invoiceId = order?.invoiceIds[0];
    const invoice = invoiceId ? await this.#records.get(Invoices, invoiceId) : undefined;
    if (!order || !invoice) return undefined;
    const sale = { order, invoice, matches: [] };
    this.#sales.set(orderId, sale);
    return sale;
  }
}

/** A sale's part in a return, with what each row brings back of it. */
export interface ValuedSale extends MatchedSale {
  readonly valued: Valued<StoredInvoice, StoredOrder>;
}
export const valueSales = (matcher: SaleMatcher): ValuedSale[] =>
  matcher.sales.map((sale) => ({ ...sale, valued: valueArrival(sale.order, sale.matches, [sale.invoice]) }));

/** Quantity and cost that come back of a row by the sales that it is tied to. */
export function matchedPart(sales: readonly ValuedSale[], row: number): { quantity: Quantity; cost: Minor } {
  const parts = sales.flatMap(({ matches, valued }) => matches.flatMap((match, i) => (match.row === row ? [valued.lines[i]] : [])));
  return parts.reduce((all, part) => ({ quantity: plus(all.quantity, part?.quantity ?? '0'), cost: all.cost + (part?.cost ?? 0) }), {
    quantity: '0',
    cost: 0,
  });
}

/** The one invoice that the whole return corrects; or, in words, those that parts of it do. */
export function referenceOf(sales: readonly MatchedSale[], unreferenced: readonly number[]): { corrects?: string; notes?: string } {
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
export function returnChanges({ order, invoice, matches, valued }: ValuedSale, returned: Returned): Change[] {
  const { returnId, receiptId, date, reason, creditNoteId, refundId } = returned;
  const quantities = new Map<number, Quantity>();
  for (const { line, quantity } of matches) quantities.set(line, plus(quantities.get(line) ?? '0', quantity));
  const ret: Return = {
    state: refundId ? 'closed' : 'received',
    orderId: order.id,
    customerId: order.customerId,
    customerName: order.customerName,
    warehouse: order.warehouse,
    date,
    reason,
    lines: [...quantities].map(([line, quantity]) => ({ line, authorised: quantity, received: quantity })),
    receipts: [{ id: receiptId, date, lines: valued.lines, creditNoteIds: [creditNoteId] }],
    refundIds: refundId ? [refundId] : [],
    keepsCredit: true,
  };
  const credited = valued.credits.get(invoice) ?? [];
  const marked = withCredited(invoice, credited, creditTotals(invoice, credited));
  return [
    create(Returns, returnId, ret),
    update(Orders, order, withReceived({ ...valued.order, returnIds: [...order.returnIds, returnId] }, valued.lines)),
    update(Invoices, invoice, { ...marked, creditNoteIds: [...(invoice.creditNoteIds ?? []), creditNoteId] }),
  ];
}
