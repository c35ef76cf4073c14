import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { creditTotals, withCredited } from '../../../../shared/domain/finance/receivables/credit.ts';
import type { Invoice } from '../../../../shared/domain/finance/receivables/invoice.ts';
import { totalsOf } from '../../../../shared/domain/finance/tax/totals.ts';
import type { Order, OrderLine, Shipment } from '../../../../shared/domain/sales/orders/order.ts';
import { shipped } from '../../../../shared/domain/sales/orders/progress.ts';
import { billableValue, shippedLines, unbilledShipments, withInvoice } from '../../../../shared/domain/sales/orders/shipment-value.ts';
import { authorise } from '../../../../shared/domain/sales/returns/authorisation.ts';
import type { Return } from '../../../../shared/domain/sales/returns/return.ts';
import { type Arrived, arrivedLines, ended, received, valueArrival } from '../../../../shared/domain/sales/returns/return-receipt.ts';
import { lineNet, type Minor } from '../../../../shared/kernel/money.ts';
import { thrownBy } from '../../../support/thrown.ts';

type Sold = { readonly quantity: number; readonly price: string; readonly percent?: string };

/** Codes by the rate that they have today. */
const CODES: Readonly<Record<string, string>> = { '21': 'IVA-G', '10': 'IVA-R', '4': 'IVA-S', '0': 'EXENTO' };

function orderOf(sold: readonly Sold[], pricesIncludeTax = false): Order {
  const priced = sold.map(({ quantity, price, percent = '21' }) => ({
    taxCode: CODES[percent] ?? '',
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

  ship(lines: Shipment['lines'], invoice = true, date = '2026-03-02'): this {
    this.order = shipped(this.order, { id: `shp_${this.order.shipments.length}`, date, lines });
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
    this.order = withInvoice(this.order, open, id);
    return this;
  }

  authorise(lines?: readonly { line: number; quantity: string }[]): this {
    const request = { id: 'ret_X', orderId: 'ord_X', date: '2026-03-05', reason: 'x', lines };
    const { ret, order } = authorise(this.order, request);
    this.ret = ret;
    this.order = order;
    return this;
  }

  receive(requested?: readonly Arrived[], closes = false) {
    const ret = this.ret as Return;
    const valued = valueArrival(this.order, arrivedLines(ret, requested), this.invoices);
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
    const sale = new Sale(orderOf([{ quantity: 3, price: '3.3333' }])).ship([[1, '3', 1000]]).authorise();
    const parts = [1, 2, 3].map(() => sale.receive([one(1, '1')]).lines[0]);
    expect(parts.map((part) => [part?.net, part?.cost])).toEqual([
      [333, 333],
      [334, 334],
      [333, 333],
    ]);
    expect(sale.ret?.state).toBe('received');
  });

  it('of one line in two dispositions are credited as one quantity', () => {
    const sale = new Sale(orderOf([{ quantity: 3, price: '3.3333' }])).ship([[1, '3', 1000]]).authorise();
    const { lines, credits } = sale.receive([one(1, '1'), one(1, '1', 'scrap')]);
    // 10.00 × 2/3 = 6.67, of which the first third takes 3.33
    expect([...credits.values()]).toEqual([[{ line: 1, quantity: '2', net: 667 }]]);
    expect(lines.map((line) => line.net)).toEqual([333, 334]);
  });

  it('are taken off what is still to be billed first, and that shipment then asks for less, or for nothing', () => {
    const sale = new Sale(orderOf([{ quantity: 5, price: '10' }]))
      .ship([[1, '2', 200]])
      .ship([[1, '3', 300]], false)
      .authorise();
    expect(sale.receive([one(1, '2')])).toMatchObject({ withdrawn: 2420, lines: [{ net: 0, cost: 200 }] });
    expect(shippedLines(sale.order, unbilledShipments(sale.order)).map((l) => l.quantity)).toEqual(['1']);
    expect(sale.receive([one(1, '2')])).toMatchObject({ withdrawn: 1210, lines: [{ net: 1000, cost: 200 }] });
    expect(unbilledShipments(sale.order)).toEqual([]);
    expect(sale.order).toMatchObject({ withdrawn: 3630, lines: [{ returnedNet: 4000, returnedCost: 400 }] });
  });

  it('that had been credited without coming back are not credited again', () => {
    const sale = new Sale(orderOf([{ quantity: 3, price: '10' }])).ship([[1, '3', 300]]).authorise();
    const invoice = sale.invoices[0] as Sale['invoices'][number];
    const credited = [{ line: 1, quantity: '2', net: 2000 }];
    sale.invoices = [withCredited(invoice, credited, creditTotals(invoice, credited))];
    expect(sale.receive().lines).toMatchObject([{ quantity: '3', net: 1000, cost: 300 }]);
  });

  it('are no longer expected once nothing more will come', () => {
    const sale = new Sale(orderOf([{ quantity: 3, price: '10' }])).ship([[1, '3', 300]]).authorise([{ line: 1, quantity: '3' }]);
    expect(sale.order.lines[0]?.authorised).toBe('3');
    sale.receive([one(1, '2')], true);
    expect(sale.ret).toMatchObject({ state: 'received', lines: [{ authorised: '3', received: '2' }] });
    expect(sale.order.lines[0]).toMatchObject({ returned: '2' });
    expect(sale.order.lines[0]).not.toHaveProperty('authorised');
    expect(() => sale.receive()).toThrow(expect.objectContaining({ code: 'return.state' }));
    expect(sale.authorise().ret?.lines).toEqual([{ line: 1, authorised: '1', received: '0' }]);
  });
});

describe('a return that a person ends', () => {
  const why = { date: '2026-03-09', reason: 'No llega' };
  const authorised = () => new Sale(orderOf([{ quantity: 3, price: '10' }])).ship([[1, '3', 300]]).authorise([{ line: 1, quantity: '3' }]);

  it('is cancelled where nothing has come, and its order expects nothing more', () => {
    const sale = authorised();
    const after = ended(sale.ret as Return, sale.order, why);
    expect(after.ret).toMatchObject({ state: 'cancelled', cancelled: why, lines: [{ authorised: '3' }] });
    expect(after.ret).not.toHaveProperty('short');
    expect(after.order.lines[0]).not.toHaveProperty('authorised');
    expect(thrownBy(() => ended(after.ret, after.order, why))[0]).toBe('return.state');
  });

  it('is received with what has come, and says that it fell short', () => {
    const sale = authorised();
    sale.receive([one(1, '1')]);
    const after = ended(sale.ret as Return, sale.order, why);
    expect(after.ret).toMatchObject({ state: 'received', short: why, lines: [{ authorised: '3', received: '1' }] });
    expect(after.ret).not.toHaveProperty('cancelled');
    expect(after.order.lines[0]).toMatchObject({ returned: '1' });
    expect(after.order.lines[0]).not.toHaveProperty('authorised');
  });
});

describe('goods that arrive', () => {
  const arriving = (requested: readonly Arrived[] | undefined) => {
    const sale = new Sale(
      orderOf([
        { quantity: 3, price: '10' },
        { quantity: 2, price: '5' },
      ]),
    ).ship([
      [1, '3', 300],
      [2, '2', 100],
    ]);
    return arrivedLines(sale.authorise([{ line: 1, quantity: '3' }]).ret as Return, requested);
  };

  it('are those that are told, or all that are expected', () => {
    expect(arriving(undefined)).toEqual([one(1, '3')]);
    expect(arriving([one(1, '1'), one(1, '2', 'scrap')])).toEqual([one(1, '1'), one(1, '2', 'scrap')]);
  });

  it('are refused of a line that is not in the return, and beyond what is expected, together', () => {
    expect(thrownBy(() => arriving([one(2, '1')]))).toEqual(['return.line', { line: 2 }]);
    expect(thrownBy(() => arriving([one(1, '2'), one(1, '1.5')]))).toEqual([
      'return.too_much',
      { line: 1, left: '3', requested: '3.5', why: 'arrived' },
    ]);
  });
});

describe('a return is not authorised', () => {
  it('of a line that is not there, or twice, or that has come back', () => {
    const two = new Sale(
      orderOf([
        { quantity: 3, price: '10' },
        { quantity: 2, price: '5' },
      ]),
    ).ship([[1, '3', 300]]);
    const asking = (...lines: { line: number; quantity: string }[]) =>
      thrownBy(() => authorise(two.order, { id: 'ret_X', orderId: 'ord_X', date: '2026-03-05', reason: 'x', lines }));
    expect(asking({ line: 3, quantity: '1' })).toEqual(['return.line', { line: 3, lines: 2, why: 'order' }]);
    expect(asking({ line: 1, quantity: '1' }, { line: 1, quantity: '1' })).toEqual(['return.line', { line: 1, why: 'twice' }]);
    expect(asking({ line: 2, quantity: '1' })).toEqual(['return.too_much', { line: 2, item: 'A1', left: '0', requested: '1' }]);
    // Of two lines the one that has left comes back, and nothing of the other.
    expect(two.authorise().ret).toMatchObject({ lines: [{ line: 1, authorised: '3', received: '0' }], receipts: [], refundIds: [] });
    expect(two.order.returnIds).toEqual(['ret_X']);
    expect(thrownBy(() => two.authorise())[0]).toBe('return.nothing_left');
    for (const state of ['quote', 'cancelled'] as const)
      expect(
        thrownBy(() => authorise({ ...two.order, state }, { id: 'r', orderId: 'o', date: '2026-03-05', reason: 'x', lines: undefined })),
      ).toEqual(['order.state', { state, why: 'return' }]);
  });

  const sale = () => new Sale(orderOf([{ quantity: 3, price: '10' }])).ship([[1, '2', 200]]);
  it('of what has not been shipped', () => {
    expect(() => sale().authorise([{ line: 1, quantity: '2.001' }])).toThrow(expect.objectContaining({ code: 'return.too_much' }));
  });

  it('before its own goods left, though others had', () => {
    const later = shipped(sale().order, { id: 'shp_L', date: '2026-03-20', lines: [[1, '1', 100]] });
    const on = (date: string, quantity: string) =>
      authorise(later, { id: 'ret_X', orderId: 'ord_X', date, reason: 'x', lines: [{ line: 1, quantity }] });
    expect(on('2026-03-19', '2').ret.lines).toMatchObject([{ authorised: '2' }]);
    expect(() => on('2026-03-19', '3')).toThrow(expect.objectContaining({ code: 'return.too_early', field: 'body.date' }));
    expect(() => on('2026-03-01', '1')).toThrow(expect.objectContaining({ code: 'return.too_early' }));
    expect(on('2026-03-20', '3').ret.lines).toMatchObject([{ authorised: '3' }]);
  });
});

interface Plan extends Sold {
  readonly cost: Minor;
  /** Percentage of the line that the first shipment takes. */
  readonly first: number;
}

/** Between these the rates rose, 18 to 21 % and 8 to 10 % (RDL 20/2012). */
const DAYS = ['2012-08-31', '2012-09-01'] as const;

/** Two shipments of all lines, on either day, each billed or not: or both together, where none was. */
function sent(plan: readonly Plan[], bills: readonly boolean[], withTax: boolean, together: boolean): Sale {
  const sale = new Sale(orderOf(plan, withTax));
  const first = plan.map((line) => Math.floor((line.quantity * line.first) / 100));
  for (const [i, bill] of bills.entries()) {
    const quantities = plan.map((line, k) => (i === 0 ? (first[k] ?? 0) : line.quantity - (first[k] ?? 0)));
    const lines = plan.flatMap(({ cost }, k) => (quantities[k] ? [[k + 1, String(quantities[k]), cost + i] as const] : []));
    if (lines.length > 0) sale.ship(lines, bill, DAYS[i]);
  }
  return together && unbilledShipments(sale.order).length > 0 ? sale.bill() : sale;
}

/** Takes a share of what is still expected of a line in, if that is a piece at least. */
function receiveShare(sale: Sale, no: number, share: number, disposition: Arrived['disposition']): void {
  const line = sale.ret?.lines[no - 1];
  if (!line || sale.ret?.state !== 'authorised') return;
  const quantity = Math.floor(((Number(line.authorised) - Number(line.received)) * share) / 100);
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
    const sales = fc.tuple(
      fc.array(line, { minLength: 1, maxLength: 5 }),
      fc.tuple(fc.boolean(), fc.boolean()),
      fc.boolean(),
      fc.boolean(),
    );
    fc.assert(
      fc.property(sales, fc.array(cut, { maxLength: 12 }), ([plan, bills, withTax, together], cuts) => {
        const sale = sent(plan, bills, withTax, together);
        const unbilled = billableValue(sale.order, shippedLines(sale.order, unbilledShipments(sale.order)));
        sale.authorise();
        for (const { line: at, share, disposition } of cuts) {
          receiveShare(sale, (at % plan.length) + 1, share, disposition);
          expectNotTooMuch(sale);
        }
        if (sale.ret?.state === 'authorised') sale.receive();
        expect(sale.gross).toBe(totalOf(sale.invoices.map((invoice) => invoice.totals.gross)));
        expect(sale.withdrawn).toBe(unbilled.totals.gross);
        const parts = [...sale.invoices.flatMap((i) => i.lines), ...unbilled.lines.map((l) => ({ orderLine: l.line.no, net: l.net }))];
        for (const { no, quantity, cost, ...back } of sale.order.lines) {
          const net = totalOf(parts.filter((l) => l.orderLine === no).map((l) => l.net));
          expect([back.returned, back.returnedCost, back.returnedNet]).toEqual([quantity, cost, net]);
        }
      }),
      { numRuns: 500 },
    );
  });
});
