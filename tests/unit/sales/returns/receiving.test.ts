import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { creditTotals, withCredited } from '../../../../shared/domain/finance/receivables/credit.ts';
import type { Invoice } from '../../../../shared/domain/finance/receivables/invoice.ts';
import { totalsOf } from '../../../../shared/domain/finance/tax/totals.ts';
import type { Order, OrderLine, Shipment } from '../../../../shared/domain/sales/orders/order.ts';
import { shipped } from '../../../../shared/domain/sales/orders/progress.ts';
import { billableValue, shippedLines, unbilledShipments, withInvoice } from '../../../../shared/domain/sales/orders/shipment-value.ts';
import { announce } from '../../../../shared/domain/sales/returns/announcing.ts';
import { type Arrived, arrivedLines, received, valueArrival } from '../../../../shared/domain/sales/returns/receiving.ts';
import type { Return } from '../../../../shared/domain/sales/returns/return.ts';
import { lineNet, type Minor } from '../../../../shared/kernel/money.ts';

type Sold = { readonly quantity: number; readonly price: string; readonly percent?: string };

function orderOf(sold: readonly Sold[], pricesIncludeTax = false): Order {
  const priced = sold.map(({ quantity, price, percent = '21' }) => ({
    taxCode: `T${percent}`,
    percent,
    amount: lineNet(String(quantity), price),
  }));
  const { nets, ...totals } = totalsOf(priced, pricesIncludeTax);
  const lines = sold.map(({ quantity, price }, i): OrderLine => {
    const back = { shipped: '0', cost: 0, returned: '0', returnedNet: 0, returnedCost: 0 };
    const { taxCode, percent, amount } = priced[i] as (typeof priced)[number];
    const item = { no: i + 1, itemId: `itm_${i}`, code: `A${i}`, name: `Item ${i}`, kind: 'stocked' as const };
    return { ...item, ...back, quantity: String(quantity), price, taxCode, percent, amount, net: nets[i] ?? 0 };
  });
  return {
    state: 'placed',
    quoted: false,
    customerId: 'cus_X',
    customerName: 'Cliente',
    date: '2026-03-01',
    warehouse: 'main',
    paymentDays: 30,
    pricesIncludeTax,
    shortage: 'refuse',
    invoiceOn: 'shipment',
    channel: 'api',
    lines,
    totals,
    shipments: [],
    invoiceIds: [],
    returnIds: [],
  };
}

/** An order with its invoices, and what its returns have given back. */
class Sale {
  order: Order;
  invoices: (Invoice & { readonly id: string })[] = [];
  ret: Return | undefined;
  withdrawn: Minor = 0;
  gross: Minor = 0;

  constructor(order: Order) {
    this.order = order;
  }

  ship(lines: Shipment['lines'], invoice = true): this {
    this.order = shipped(this.order, { id: `shp_${this.order.shipments.length}`, date: '2026-03-02', lines });
    return invoice ? this.bill() : this;
  }

  bill(): this {
    const open = unbilledShipments(this.order);
    const { lines, totals } = billableValue(this.order, shippedLines(this.order, open));
    const id = `inv_${this.invoices.length}`;
    const shown = lines.map(({ line: { code, name, kind, price, taxCode, percent, no }, quantity, net }) => ({
      ...{ code, name, kind, price, taxCode, percent, quantity, net },
      orderLine: no,
    }));
    const { pricesIncludeTax } = this.order;
    this.invoices.push({ id, lines: shown, totals, pricesIncludeTax, open: totals.gross } as unknown as Invoice & { id: string });
    this.order = withInvoice(this.order, open, id, 'bil');
    return this;
  }

  announce(lines?: readonly { line: number; quantity: string }[]): this {
    const asked = { id: 'ret_X', orderId: 'ord_X', date: '2026-03-05', reason: 'x', lines };
    const { ret, order } = announce(this.order, asked);
    this.ret = ret;
    this.order = order;
    return this;
  }

  receive(asked?: readonly Arrived[], closes = false) {
    const ret = this.ret as Return;
    const valued = valueArrival(this.order, arrivedLines(ret, asked), this.invoices);
    for (const [invoice, credited] of valued.credits) {
      const totals = creditTotals(invoice, credited);
      this.gross += totals.gross;
      this.invoices = this.invoices.map((other) => (other === invoice ? withCredited(invoice, credited, totals) : other));
    }
    this.withdrawn += valued.withdrawn;
    const receipt = { id: 'rrc_X', date: '2026-03-06', lines: valued.lines, creditNoteIds: [] };
    const after = received(ret, valued.order, receipt, closes);
    this.ret = after.ret;
    this.order = after.order;
    return valued;
  }
}

const one = (line: number, quantity: string, disposition: Arrived['disposition'] = 'restock'): Arrived => ({ line, quantity, disposition });

describe('goods that come back', () => {
  it('take what they cost from what the line had cost: thirds of 10.00 are 3.33, 3.34 and 3.33', () => {
    const sale = new Sale(orderOf([{ quantity: 3, price: '3.3333' }])).ship([[1, '3', 1000]]).announce();
    const parts = [1, 2, 3].map(() => sale.receive([one(1, '1')]).lines[0]);
    expect(parts.map((part) => [part?.net, part?.cost])).toEqual([
      [333, 333],
      [334, 334],
      [333, 333],
    ]);
    expect(sale.ret?.state).toBe('received');
  });

  it('of one line in two dispositions are credited as one quantity', () => {
    const sale = new Sale(orderOf([{ quantity: 3, price: '3.3333' }])).ship([[1, '3', 1000]]).announce();
    const { lines, credits } = sale.receive([one(1, '1'), one(1, '1', 'scrap')]);
    // 10.00 × 2/3 = 6.67, of which the first third takes 3.33
    expect([...credits.values()]).toEqual([[{ line: 1, quantity: '2', net: 667 }]]);
    expect(lines.map((line) => line.net)).toEqual([333, 334]);
  });

  it('are taken off what is still to be billed first, and that shipment then asks for less, or for nothing', () => {
    const sale = new Sale(orderOf([{ quantity: 5, price: '10' }]))
      .ship([[1, '2', 200]])
      .ship([[1, '3', 300]], false)
      .announce();
    expect(sale.receive([one(1, '2')])).toMatchObject({ withdrawn: 2420, lines: [{ net: 0, cost: 200 }] });
    expect(shippedLines(sale.order, unbilledShipments(sale.order)).map((l) => l.quantity)).toEqual(['1']);
    expect(sale.receive([one(1, '2')])).toMatchObject({ withdrawn: 1210, lines: [{ net: 1000, cost: 200 }] });
    expect(unbilledShipments(sale.order)).toEqual([]);
    expect(sale.order).toMatchObject({ withdrawn: 3630, lines: [{ returnedNet: 4000, returnedCost: 400 }] });
  });

  it('that had been credited without coming back are not credited again', () => {
    const sale = new Sale(orderOf([{ quantity: 3, price: '10' }])).ship([[1, '3', 300]]).announce();
    const invoice = sale.invoices[0] as Sale['invoices'][number];
    const credited = [{ line: 1, quantity: '2', net: 2000 }];
    sale.invoices = [withCredited(invoice, credited, creditTotals(invoice, credited))];
    expect(sale.receive().lines).toMatchObject([{ quantity: '3', net: 1000, cost: 300 }]);
  });

  it('are no longer expected once nothing more will come', () => {
    const sale = new Sale(orderOf([{ quantity: 3, price: '10' }])).ship([[1, '3', 300]]).announce([{ line: 1, quantity: '3' }]);
    expect(sale.order.lines[0]?.announced).toBe('3');
    sale.receive([one(1, '2')], true);
    expect(sale.ret).toMatchObject({ state: 'received', lines: [{ announced: '3', received: '2' }] });
    expect(sale.order.lines[0]).toMatchObject({ returned: '2' });
    expect(sale.order.lines[0]).not.toHaveProperty('announced');
    expect(() => sale.receive()).toThrow(expect.objectContaining({ code: 'return.state' }));
    expect(sale.announce().ret?.lines).toEqual([{ line: 1, announced: '1', received: '0' }]);
  });
});

describe('a return is not announced', () => {
  const sale = () => new Sale(orderOf([{ quantity: 3, price: '10' }])).ship([[1, '2', 200]]);
  it('of what has not been shipped', () => {
    expect(() => sale().announce([{ line: 1, quantity: '2.001' }])).toThrow(expect.objectContaining({ code: 'return.too_much' }));
  });

  it('before its own goods left, though others had', () => {
    const later = shipped(sale().order, { id: 'shp_L', date: '2026-03-20', lines: [[1, '1', 100]] });
    const on = (date: string, quantity: string) =>
      announce(later, { id: 'ret_X', orderId: 'ord_X', date, reason: 'x', lines: [{ line: 1, quantity }] });
    expect(on('2026-03-19', '2').ret.lines).toMatchObject([{ announced: '2' }]);
    expect(() => on('2026-03-19', '3')).toThrow(expect.objectContaining({ code: 'return.too_early', field: 'body.date' }));
    expect(() => on('2026-03-01', '1')).toThrow(expect.objectContaining({ code: 'return.too_early' }));
    expect(on('2026-03-20', '3').ret.lines).toMatchObject([{ announced: '3' }]);
  });
});

interface Plan extends Sold {
  readonly cost: Minor;
  /** Percentage of the line that the first shipment takes. */
  readonly first: number;
}

/** Two shipments of all lines, each billed or not. */
function sent(plan: readonly Plan[], bills: readonly boolean[], withTax: boolean): Sale {
  const sale = new Sale(orderOf(plan, withTax));
  const first = plan.map((line) => Math.floor((line.quantity * line.first) / 100));
  for (const [i, bill] of bills.entries()) {
    const quantities = plan.map((line, k) => (i === 0 ? (first[k] ?? 0) : line.quantity - (first[k] ?? 0)));
    const lines = plan.flatMap(({ cost }, k) => (quantities[k] ? [[k + 1, String(quantities[k]), cost + i] as const] : []));
    if (lines.length > 0) sale.ship(lines, bill);
  }
  return sale;
}

/** Takes a share of what is still expected of a line in, if that is a piece at least. */
function receiveShare(sale: Sale, no: number, share: number, disposition: Arrived['disposition']): void {
  const line = sale.ret?.lines[no - 1];
  if (!line || sale.ret?.state !== 'announced') return;
  const quantity = Math.floor(((Number(line.announced) - Number(line.received)) * share) / 100);
  if (quantity > 0) sale.receive([one(no, String(quantity), disposition)]);
}

function expectNotTooMuch({ order, invoices }: Sale): void {
  for (const line of order.lines) expect(line.returnedCost).toBeLessThanOrEqual(line.cost);
  for (const { lines, credited } of invoices)
    for (const [k, line] of lines.entries()) expect(credited?.[k] ?? 0).toBeLessThanOrEqual(line.net);
}

const totalOf = (amounts: readonly Minor[]): Minor => amounts.reduce((sum, amount) => sum + amount, 0);

describe('however a sale is shipped, billed and cut into returns', () => {
  const line = fc.record({
    quantity: fc.integer({ min: 1, max: 12 }),
    price: fc.integer({ min: 0, max: 99_999 }).map((p) => (p / 1000).toFixed(3)),
    percent: fc.constantFrom('0', '4', '10', '21'),
    cost: fc.nat(9999),
    first: fc.nat(100),
  });
  const cut = fc.record({
    line: fc.nat(),
    share: fc.integer({ min: 1, max: 100 }),
    disposition: fc.constantFrom('restock' as const, 'scrap' as const),
  });

  it('nets, taxes and costs given back add up to those of the sale to the cent, and are never above them', () => {
    const sales = fc.tuple(fc.array(line, { minLength: 1, maxLength: 5 }), fc.tuple(fc.boolean(), fc.boolean()), fc.boolean());
    fc.assert(
      fc.property(sales, fc.array(cut, { maxLength: 12 }), ([plan, bills, withTax], cuts) => {
        const sale = sent(plan, bills, withTax);
        const unbilled = billableValue(sale.order, shippedLines(sale.order, unbilledShipments(sale.order)));
        sale.announce();
        for (const { line: at, share, disposition } of cuts) {
          receiveShare(sale, (at % plan.length) + 1, share, disposition);
          expectNotTooMuch(sale);
        }
        if (sale.ret?.state === 'announced') sale.receive();
        expect(sale.gross).toBe(totalOf(sale.invoices.map((invoice) => invoice.totals.gross)));
        expect(sale.withdrawn).toBe(unbilled.totals.gross);
        const asked = [...sale.invoices.flatMap((i) => i.lines), ...unbilled.lines.map((l) => ({ orderLine: l.line.no, net: l.net }))];
        for (const { no, quantity, cost, ...back } of sale.order.lines) {
          const net = totalOf(asked.filter((l) => l.orderLine === no).map((l) => l.net));
          expect([back.returned, back.returnedCost, back.returnedNet]).toEqual([quantity, cost, net]);
        }
      }),
      { numRuns: 500 },
    );
  });
});
