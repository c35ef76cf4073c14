import { creditable, creditTotals, withCredited } from '#domain/finance/receivables/credit.ts';
import { Invoices, type StoredInvoice } from '#domain/finance/receivables/invoice.ts';
import type { Row } from '#domain/sales/imports/rows.ts';
import type { DaySale } from '#domain/sales/imports/shop-document.ts';
import { returnable, returnedTo } from '#domain/sales/imports/tie.ts';
import { Orders, type StoredOrder } from '#domain/sales/orders/order.ts';
import type { IsoDate } from '#kernel/date.ts';
import { lineNet, type Minor } from '#kernel/money.ts';
import { isPositive, lessThan, minus, plus, type Quantity } from '#kernel/quantity.ts';
import { type Change, update } from '#kernel/record.ts';
import type { Records } from '#runtime/records.ts';
import { salesBefore } from './sale-days.ts';

/** Different sales that one return may take back: two records each in its transaction. */
const MAX_SALES = 20;

/** A part of a return's row, and the order line that it takes back. */
export interface Tie {
  /** Place of the row in its document. */
  readonly row: number;
  readonly orderId: string;
  readonly line: number;
  readonly quantity: Quantity;
  /** Cost that comes back with it. */
  readonly cost: Minor;
}

interface Sale {
  readonly invoiceId: string;
  /** As it was read, and as it becomes. */
  readonly before: StoredOrder;
  order: StoredOrder;
}

/** Finds for each row of a return the newest earlier sales of the same customer, item and price that still have something to return. */
export class Ties {
  readonly all: Tie[] = [];
  /** Rows of which no sale, or not enough, was found. */
  readonly unreferenced: number[] = [];
  readonly #records: Records;
  /** What the customer bought, newest first: as far as it has been looked at, and the rest. */
  readonly #seen: DaySale[] = [];
  readonly #unseen: AsyncGenerator<DaySale>;
  readonly #sales = new Map<string, Sale>();
  readonly #invoices = new Map<string, StoredInvoice>();

  constructor(records: Records, customerId: string, until: IsoDate) {
    this.#records = records;
    this.#unseen = salesBefore(records, customerId, until);
  }

  async *#newestFirst(): AsyncGenerator<DaySale> {
    yield* this.#seen;
    for (let next = await this.#unseen.next(); !next.done; next = await this.#unseen.next()) {
      this.#seen.push(next.value);
      yield next.value;
    }
  }

  async tie(row: number, { code, price, quantity }: Row): Promise<void> {
    let left = quantity;
    for await (const { orderId, invoiceId, lines } of this.#newestFirst()) {
      const fitting = lines.filter(([, item, at]) => item === code && at === price).reverse();
      for (const [no] of fitting) left = await this.#takeBack({ orderId, invoiceId, no, row }, left);
      if (!isPositive(left)) return;
    }
    this.unreferenced.push(row);
  }

  /** What is left of the quantity after a line has given what it can. */
  async #takeBack(at: { orderId: string; invoiceId: string; no: number; row: number }, left: Quantity): Promise<Quantity> {
    const sale = isPositive(left) ? await this.#sale(at.orderId, at.invoiceId) : undefined;
    const open = sale && returnable(sale.order, at.no);
    if (!sale || open === undefined || !isPositive(open)) return left;
    const quantity = lessThan(open, left) ? open : left;
    const { order, cost } = returnedTo(sale.order, at.no, quantity);
    sale.order = order;
    this.all.push({ row: at.row, orderId: at.orderId, line: at.no, quantity, cost });
    return minus(left, quantity);
  }

  async #sale(orderId: string, invoiceId: string): Promise<Sale | undefined> {
    const known = this.#sales.get(orderId);
    if (known) return known;
    const touched = [...this.#sales.values()].filter((sale) => sale.order !== sale.before).length;
    if (touched >= MAX_SALES) return undefined;
    const [before, invoice] = await Promise.all([this.#records.get(Orders, orderId), this.#records.get(Invoices, invoiceId)]);
    if (!before || !invoice) return undefined;
    const sale = { invoiceId, before, order: before };
    this.#sales.set(orderId, sale);
    this.#invoices.set(invoiceId, invoice);
    return sale;
  }

  #touched = (): Sale[] => [...this.#sales.values()].filter((sale) => sale.order !== sale.before);

  /** The one invoice that the whole return corrects; or, in words, those that parts of it do. */
  reference(): { corrects?: string; notes?: string } {
    const touched = this.#touched();
    const [only] = touched;
    if (only && touched.length === 1 && this.unreferenced.length === 0) return { corrects: only.invoiceId };
    const numbers = touched.map((sale) => this.#invoices.get(sale.invoiceId)?.number).sort();
    return numbers.length === 0 ? {} : { notes: `Rectifica ${numbers.join(', ')}` };
  }

  /** The orders and invoices with what has been taken back of them. The credit itself stays open on its note. */
  changes(creditNoteId: string, request: string): Change[] {
    return this.#touched().flatMap(({ invoiceId, before, order }) => {
      const invoice = this.#invoices.get(invoiceId) as StoredInvoice;
      return [update(Orders, before, order), update(Invoices, invoice, this.#credited(invoice, before, creditNoteId, request))];
    });
  }

  #credited(invoice: StoredInvoice, order: StoredOrder, id: string, request: string): StoredInvoice {
    const left = [...creditable(invoice)];
    const credited = this.all.flatMap((tie) => {
      const at = invoice.lines.findIndex((line) => line.orderLine === tie.line);
      const line = invoice.lines[at];
      if (tie.orderId !== order.id || !line) return [];
      const net = Math.min(lineNet(tie.quantity, line.price), left[at] ?? 0);
      left[at] = (left[at] ?? 0) - net;
      return [{ line: at + 1, net, quantity: tie.quantity }];
    });
    const merged = credited
      .filter((c, i) => credited.findIndex((other) => other.line === c.line) === i)
      .map((c) => sumOf(credited, c.line));
    const after = withCredited(invoice, merged, creditTotals(invoice, merged));
    return { ...after, creditNotes: [...(invoice.creditNotes ?? []), { id, request }] };
  }
}

const sumOf = (credited: readonly { line: number; net: Minor; quantity: Quantity }[], line: number) => {
  const mine = credited.filter((c) => c.line === line);
  return {
    line,
    net: mine.reduce((total, c) => total + c.net, 0),
    quantity: mine.map((c) => c.quantity).reduce((a, b) => plus(a, b)),
  };
};
