import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Totals } from '#domain/finance/events.ts';
import type { Item } from '#domain/sales/catalogue/item.ts';
import { newOrder } from '#domain/sales/orders/new-order.ts';
import type { Order } from '#domain/sales/orders/order.ts';
import { isInvoiced, isShipped, openQuantity, shipped } from '#domain/sales/orders/progress.ts';
import { billableValue } from '#domain/sales/orders/shipment-value.ts';
import { PlaceOrder } from '#domain/sales/orders/wire.ts';
import { lessThan } from '#kernel/quantity.ts';
import type { Stored } from '#kernel/record.ts';

const TOKEN = '01JDG8ZK5T7QWERTY2MNPQRSTV';
const item: Stored<Item> = {
  id: `itm_${TOKEN}`,
  rev: 1,
  history: [],
  code: 'A',
  name: 'Taza',
  unit: 'pc',
  price: '1',
  taxCode: 'IVA-G',
  kind: 'stocked',
  active: true,
};
const terms = { fiscalYears: ['2026'], policies: { shortage: 'refuse', invoiceOn: 'shipment' } } as const;
const text = (n: number) => (n / 1000).toFixed(3);

const line = fc.record({
  quantity: fc.integer({ min: 1, max: 40_000 }).map(text),
  price: fc.oneof(fc.integer({ min: 0, max: 999_999 }).map(text), fc.constant('0')),
  discount: fc.option(
    fc.integer({ min: 0, max: 10_000 }).map((n) => (n / 100).toFixed(2)),
    { nil: undefined },
  ),
  taxCode: fc.constantFrom('IVA-G', 'IVA-R', 'IVA-S', 'EXENTO'),
});
const cuts = fc.array(fc.array(fc.integer({ min: 1, max: 20_000 }), { minLength: 1, maxLength: 6 }), { minLength: 1, maxLength: 8 });

interface Invoiced {
  readonly nets: readonly (readonly [no: number, net: number])[];
  readonly totals: Totals;
}

/** Ships an order by cuts of each line, then all that is left, and invoices each shipment by itself. */
function shipInParts(order: Order, parts: readonly (readonly number[])[]): { order: Order; invoices: Invoiced[] } {
  const invoices: Invoiced[] = [];
  let at = order;
  for (const part of [...parts, undefined]) {
    const picked = at.lines.flatMap((l, i) => {
      const open = openQuantity(l);
      const cut = part?.[i % part.length];
      const quantity = cut === undefined || lessThan(open, text(cut)) ? open : text(cut);
      return quantity === '0' ? [] : [{ line: l, quantity }];
    });
    if (picked.length === 0) continue;
    const { lines, totals } = billableValue(at, picked);
    invoices.push({ nets: lines.map((l) => [l.line.no, l.net] as const), totals });
    const id = `shp_${invoices.length}`;
    const billed = totals.gross === 0 ? { free: true as const } : { invoiceId: `inv_${invoices.length}` };
    at = shipped(at, { id, date: '2026-03-01', lines: picked.map((p) => [p.line.no, p.quantity, 0] as const), ...billed });
  }
  return { order: at, invoices };
}

const orderOf = (lines: readonly object[], pricesIncludeTax: boolean): Order => {
  const input = PlaceOrder.parse({ customerId: `cus_${TOKEN}`, lines: lines.map((l) => ({ itemId: item.id, ...l })), pricesIncludeTax });
  return newOrder(
    input,
    terms,
    { id: input.customerId, name: 'Cliente', paymentDays: 30 },
    lines.map(() => item),
    '2026-03-01',
    'api',
  );
};
const sum = (all: readonly number[]) => all.reduce((a, b) => a + b, 0);

describe('however an order is shipped in parts', () => {
  it('its invoices bill each line’s net to the cent, and its tax within half a cent for each invoice and rate', () => {
    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 6 }), cuts, (lines, parts) => {
        const { order, invoices } = shipInParts(orderOf(lines, false), parts);
        expect(isShipped(order) && isInvoiced(order)).toBe(true);
        for (const l of order.lines)
          expect(sum(invoices.flatMap((i) => i.nets.filter(([no]) => no === l.no).map(([, net]) => net)))).toBe(l.net);
        expect(sum(invoices.map((i) => i.totals.net))).toBe(order.totals.net);
        const rates = sum(invoices.map((i) => i.totals.taxes.length)) + order.totals.taxes.length;
        expect(Math.abs(sum(invoices.map((i) => i.totals.tax)) - order.totals.tax) * 2).toBeLessThanOrEqual(rates);
      }),
      { numRuns: 200 },
    );
  });

  it('with tax in its prices, its invoices ask for exactly its price', () => {
    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 6 }), cuts, (lines, parts) => {
        const { order, invoices } = shipInParts(orderOf(lines, true), parts);
        expect(sum(invoices.map((i) => i.totals.gross))).toBe(order.totals.gross);
        expect(order.totals.gross).toBe(sum(order.lines.map((l) => l.amount)));
        for (const { totals, nets } of invoices) {
          expect(totals.net + totals.tax + totals.rounding).toBe(totals.gross);
          expect(sum(nets.map(([, net]) => net))).toBe(totals.net);
          expect(Math.abs(totals.rounding)).toBeLessThanOrEqual(totals.taxes.length);
        }
      }),
      { numRuns: 200 },
    );
  });

  it('no part of a line ever bills less than nothing', () => {
    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 4 }), cuts, fc.boolean(), (lines, parts, withTax) => {
        const { invoices } = shipInParts(orderOf(lines, withTax), parts);
        expect(invoices.flatMap((i) => i.nets.map(([, net]) => net)).filter((net) => net < 0)).toEqual([]);
      }),
    );
  });

  it('three thirds of 1.00 are billed as 0.33, 0.34 and 0.33', () => {
    const order = orderOf([{ quantity: '3', price: '0.333333' }], false);
    const { invoices } = shipInParts(order, [[1000], [1000]]);
    expect(order.totals.net).toBe(100);
    expect(invoices.map((i) => i.totals.net)).toEqual([33, 34, 33]);
    // Tax of each at 21 %: 0.0693, 0.0714, 0.0693; of the whole order 0.21.
    expect(invoices.map((i) => i.totals.tax)).toEqual([7, 7, 7]);
  });
});
