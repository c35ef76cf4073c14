import { describe, expect, test } from 'vitest';
import {
  bodyOf,
  type Draft,
  type DraftItem,
  draftAgain,
  emptyDraft,
  faultsOf,
  placeOf,
  plainDecimal,
  pricedDraft,
  withLine,
  withoutLine,
} from '../../../web/src/sales/orders/placing/draft.ts';

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
function cups(): Draft {
  const blank = { ...emptyDraft('2026-11-25'), customer };
  return withLine(blank, blank.lines[0]?.key ?? '', { item, quantity: '3', price: '9,50', discount: '10', taxCode: 'IVA-G' });
}

describe('the draft of an order', () => {
  test.each([
    ['1.234,5', '1234.5'],
    ['1 234,50', '1234.50'],
    ['12.5', '12.5'],
    [',5', '0.5'],
    ['2,', '2'],
    ['dos', 'dos'],
  ])('reads %s as %s', (typed, plain) => expect(plainDecimal(typed)).toBe(plain));

  test('a line that says something is followed by an empty one, which the request leaves out', () => {
    const draft = cups();
    expect(draft.lines).toHaveLength(2);
    expect(bodyOf(draft, true)).toEqual({
      customerId: customer.id,
      lines: [{ itemId: item.id, quantity: '3', price: '9.50', discount: '10', taxCode: 'IVA-G' }],
      date: '2026-11-25',
      warehouse: 'main',
      quote: true,
    });
  });

  test('comes to what the rulebook says: 3 × 9.50 − 10 % = 25.65, VAT 5.39, together 31.04', () => {
    const draft = cups();
    const { totals, nets } = pricedDraft(draft);
    expect([totals.net, totals.tax, totals.gross]).toEqual([2565, 539, 3104]);
    expect(nets.get(draft.lines[0]?.key ?? '')).toBe(2565);
  });

  test('names the fields at fault in the order of the page', () => {
    expect(faultsOf(emptyDraft('2026-11-25'))).toEqual(['customer', 'lines']);
    const draft = cups();
    const key = draft.lines[0]?.key ?? '';
    expect(faultsOf(draft)).toEqual([]);
    expect(faultsOf(withLine(draft, key, { quantity: '0', discount: '101' }))).toEqual([`${key}-quantity`, `${key}-discount`]);
    expect(placeOf('body.lines.0.itemId', draft)).toBe(`${key}-item`);
    expect(placeOf('body.customerId', draft)).toBe('customer');
  });

  test('without its only line there is an empty one left', () => {
    const draft = cups();
    const [line, ...rest] = withoutLine(draft, draft.lines[0]?.key ?? '').lines;
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
    const items = new Map([
      [item.id, item],
      ['itm_gone', { ...item, active: false }],
    ]);
    const again = draftAgain(order as never, items, '2026-11-25', (text) => text.replace('.', ','));
    expect(again.lines.map(({ quantity, price }) => [quantity, price])).toEqual([
      ['2', '8,25'],
      ['', ''],
    ]);
    expect([again.warehouse, again.pricesIncludeTax, again.customer?.id]).toEqual(['getafe', true, customer.id]);
  });
});
