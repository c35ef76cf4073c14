import { describe, expect, test } from 'vitest';
import { heldNumber } from '../../../web/src/form/number.ts';
import { bodyOf, cellOf, draftFaults, withLine, withoutLine } from '../../../web/src/lines/draft.ts';
import type { DraftItem } from '../../../web/src/lines/item-field.tsx';
import { emptyOrder, type OrderDraft, orderAgain, orders, pricedOrder } from '../../../web/src/sales/orders/order-draft.ts';

const item: DraftItem = {
  id: 'itm_01JDG8ZK5T7QWERTY2MNPQRSTV',
  code: 'LH-1',
  name: 'Taza',
  unit: 'pc',
  price: '9.50',
  taxCode: 'IVA-G',
  kind: 'stocked',
  active: true,
};
const customer = { id: 'cus_01JDG8ZK5T7QWERTY2MNPQRSTV', name: 'Hotel' };

/** Three cups at 9,50 less 10 %, for a customer. */
function cups(): OrderDraft {
  const blank = { ...emptyOrder('2026-11-25'), customer };
  return withLine(orders, blank, blank.lines[0]?.key ?? '', { item, quantity: '3', price: '9.50', discount: '10', taxCode: 'IVA-G' });
}

describe('the draft of an order', () => {
  test('a thousand is a thousand in either language; what could be either is at fault, and no price', () => {
    const priced = (typed: string, language: 'es' | 'en') => {
      const draft = cups();
      return withLine(orders, draft, draft.lines[0]?.key ?? '', { price: heldNumber(typed, language) });
    };
    expect(bodyOf(orders, priced('1.234,50', 'es')).lines[0]?.price).toBe('1234.50');
    expect(bodyOf(orders, priced('1,234.50', 'en')).lines[0]?.price).toBe('1234.50');
    const unclear = priced('1.234', 'es');
    expect(draftFaults(orders, unclear)).toEqual({ [`${unclear.lines[0]?.key}.price`]: 'price' });
    expect(pricedOrder(unclear).totals.gross).toBe(0);
  });

  test('a line that says something is followed by an empty one, which the request leaves out', () => {
    const draft = cups();
    expect(draft.lines).toHaveLength(2);
    expect(bodyOf(orders, draft)).toEqual({
      customerId: customer.id,
      lines: [{ itemId: item.id, quantity: '3', price: '9.50', discount: '10', taxCode: 'IVA-G' }],
      date: '2026-11-25',
      warehouse: 'main',
    });
  });

  test('comes to what the rulebook says: 3 × 9.50 − 10 % = 25.65, VAT 5.39, together 31.04', () => {
    const draft = cups();
    const { totals, nets } = pricedOrder(draft);
    expect([totals.net, totals.tax, totals.gross]).toEqual([2565, 539, 3104]);
    expect(nets.get(draft.lines[0]?.key ?? '')).toBe(2565);
  });

  test('names the fields at fault, as the page has them', () => {
    expect(draftFaults(orders, emptyOrder('2026-11-25'))).toEqual({ customerId: 'customerId', lines: 'lines' });
    const draft = cups();
    const key = draft.lines[0]?.key ?? '';
    expect(draftFaults(orders, draft)).toEqual({});
    expect(draftFaults(orders, withLine(orders, draft, key, { quantity: '0', discount: '101' }))).toEqual({
      [`${key}.quantity`]: 'quantity',
      [`${key}.discount`]: 'discount',
    });
    expect(cellOf(orders, draft, 'body.lines.0.itemId')).toBe(`${key}.itemId`);
    expect(cellOf(orders, draft, 'body.customerId')).toBe('customerId');
  });

  test('without its only line there is an empty one left', () => {
    const draft = cups();
    const [line, ...rest] = withoutLine(orders, draft, draft.lines[0]?.key ?? '').lines;
    expect(rest).toEqual([]);
    expect(line?.item).toBeUndefined();
  });

  test('ordering again takes the agreed prices, and leaves out what is no longer sold', () => {
    const line = { no: 1, itemId: item.id, code: 'LH-1', name: 'Taza', quantity: '2', price: '8.25', taxCode: 'IVA-G' };
    const order = {
      customerId: customer.id,
      customerName: 'Hotel',
      warehouse: 'getafe',
      pricesIncludeTax: true,
      lines: [line, { ...line, itemId: 'itm_gone' }],
    };
    const items = [item, { ...item, id: 'itm_gone', active: false }];
    const again = orderAgain(order as never, items, '2026-11-25');
    expect(again.lines.map(({ quantity, price }) => [quantity, price])).toEqual([
      ['2', '8.25'],
      ['', ''],
    ]);
    expect([again.warehouse, again.pricesIncludeTax, again.customer?.id]).toEqual(['getafe', true, customer.id]);
  });
});
