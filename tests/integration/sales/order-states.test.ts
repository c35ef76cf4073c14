import { describe, expect, it } from 'vitest';
import { DAY, newSeller, type Seller } from '../../support/seller.ts';

const GOODS = [['A', 10, 1000]] as const;
/** For an order of two for each action. */
const PLENTY = [['A', 20, 2000]] as const;

/** An order in each state, and what each action answers there. */
const STATES: readonly (readonly [state: string, make: (s: Seller) => Promise<string>])[] = [
  ['quote', async (s) => (await s.place([{ itemId: s.items[0], quantity: '2' }], { quote: true })).id],
  ['placed', async (s) => (await s.place([{ itemId: s.items[0], quantity: '2' }])).id],
  [
    'partly-shipped',
    async (s) => {
      const { id } = await s.place([{ itemId: s.items[0], quantity: '2' }]);
      await s.ship(id, { lines: [{ line: 1, quantity: '1' }] });
      return id;
    },
  ],
  [
    'shipped',
    async (s) => {
      const { id } = await s.place([{ itemId: s.items[0], quantity: '2' }]);
      await s.ship(id, { invoice: false });
      return id;
    },
  ],
  [
    'invoiced',
    async (s) => {
      const { id } = await s.place([{ itemId: s.items[0], quantity: '2' }]);
      await s.ship(id);
      return id;
    },
  ],
  [
    'cancelled',
    async (s) => {
      const { id } = await s.place([{ itemId: s.items[0], quantity: '2' }]);
      await s.cancel(id);
      return id;
    },
  ],
];
const ACTIONS = [
  ['placeQuote', {}],
  ['shipOrder', { date: DAY }],
  ['invoiceOrder', { date: DAY }],
  ['cancelOrder', { reason: 'Ya no lo quiere', date: DAY }],
  ['cancelRest', { reason: 'Descatalogado', date: DAY }],
  ['restoreRest', undefined],
] as const;
const STATE = '422 order.state path.orderId';
const NOTHING_OPEN = '422 invoice.nothing_open path.orderId';
const ALL_SHIPPED = '422 shipment.nothing_open path.orderId';
const NOT_SHORT = '422 order.not_short path.orderId';
const ANSWERS: Readonly<Record<string, readonly string[]>> = {
  quote: ['200', STATE, STATE, '200', STATE, STATE],
  placed: [STATE, '201', NOTHING_OPEN, '200', '422 order.unshipped path.orderId', NOT_SHORT],
  'partly-shipped': [STATE, '201', NOTHING_OPEN, '422 order.shipped path.orderId', '200', NOT_SHORT],
  shipped: [STATE, ALL_SHIPPED, '201', '422 order.shipped path.orderId', ALL_SHIPPED, NOT_SHORT],
  invoiced: [STATE, ALL_SHIPPED, NOTHING_OPEN, '422 order.shipped path.orderId', ALL_SHIPPED, NOT_SHORT],
  cancelled: [STATE, STATE, STATE, STATE, STATE, STATE],
};

describe('an order', () => {
  it.each(STATES)('that is %s takes the actions of its state, and refuses all others without a trace', async (state, make) => {
    const s = await newSeller(PLENTY);
    for (const [i, [action, body]] of ACTIONS.entries()) {
      const id = await make(s);
      const { status: shown, actions } = await s.order(id);
      expect(shown).toBe(state);
      const look = async () => {
        const { execution, ...order } = await s.order(id); // Its execution gets there in its own time.
        return [order, await s.stock()];
      };
      const before = await look();
      const { status, body: answer } = await s.ask(action, { path: [id], ...(body ? { body } : {}) });
      expect([status, answer.code, answer.field].filter(Boolean).join(' '), `${action}, ${state}`).toBe(ANSWERS[state]?.[i]);
      // The page says beforehand what the action will answer, in the same words.
      const { code, message } = actions[action] ?? {};
      expect([code, message], `${action}, ${state}`).toEqual([answer.code, status < 300 ? undefined : answer.detail]);
      if (status >= 400) expect(await look()).toEqual(before);
    }
    expect(await s.faults()).toEqual([]);
  });

  it('that nobody knows is not there for any action', async () => {
    const s = await newSeller(GOODS);
    const path = ['ord_01JDG8ZK5T7QWERTY2MNPQRSTV'];
    for (const [action, body] of ACTIONS)
      expect(await s.refused(action, { path, ...(body ? { body } : {}) })).toMatchObject({ status: 404, code: 'order.not_found' });
    expect(await s.refused('getOrder', { path })).toEqual({ status: 404, code: 'order.not_found', field: 'path.orderId' });
  });

  it('is refused with the line and the field at fault', async () => {
    const s = await newSeller(GOODS);
    const [a = ''] = s.items;
    const place = (lines: readonly object[], more: object = {}) => s.refused('placeOrder', { body: s.orderBody(lines, more) });
    expect(await place([{ itemId: a, quantity: '11' }])).toEqual({ status: 422, code: 'stock.short', field: 'body.lines.0.quantity' });
    expect(
      await place([
        { itemId: a, quantity: '6' },
        { itemId: a, quantity: '5' },
      ]),
    ).toMatchObject({ status: 422, code: 'stock.short' });
    const unknown = 'itm_01JDG8ZK5T7QWERTY2MNPQRSTV';
    expect(
      await place([
        { itemId: a, quantity: '1' },
        { itemId: unknown, quantity: '1' },
      ]),
    ).toEqual({ status: 400, code: 'item.not_found', field: 'body.lines.1.itemId' });
    expect(await place([{ itemId: a, quantity: '1' }], { customerId: 'cus_01JDG8ZK5T7QWERTY2MNPQRSTV' })).toEqual({
      status: 404,
      code: 'customer.not_found',
      field: 'body.customerId',
    });
    expect(await place([{ itemId: a, quantity: '1' }], { date: '2027-01-01' })).toEqual({
      status: 422,
      code: 'period.not_open',
      field: 'body.date',
    });
    await s.done('patchItem', { path: [a], body: { active: false } });
    expect(await place([{ itemId: a, quantity: '1' }])).toEqual({ status: 422, code: 'item.inactive', field: 'body.lines.0.itemId' });
    expect(await s.stock()).toEqual([['10', '0', 1000]]);
  });

  it('ships no line that it does not have, none twice, and no more than is left', async () => {
    const s = await newSeller(GOODS);
    const { id } = await s.place([{ itemId: s.items[0], quantity: '3' }]);
    await s.ship(id, { lines: [{ line: 1, quantity: '2' }] });
    const ship = (...lines: object[]) => s.refused('shipOrder', { path: [id], body: { date: DAY, lines } });
    expect(await ship({ line: 2, quantity: '1' })).toEqual({ status: 400, code: 'shipment.line', field: 'body.lines.0.line' });
    expect(await ship({ line: 1, quantity: '0.5' }, { line: 1, quantity: '0.5' })).toEqual({
      status: 400,
      code: 'shipment.line',
      field: 'body.lines.1.line',
    });
    expect(await ship({ line: 1, quantity: '1.001' })).toEqual({ status: 422, code: 'shipment.too_much', field: 'body.lines.0.quantity' });
    await s.ship(id);
    expect(await s.stock()).toEqual([['7', '0', 700]]);
    expect(await s.faults()).toEqual([]);
  });

  it('back-orders what is short where the company wants so, and ships it once it has come in', async () => {
    const s = await newSeller(GOODS, { policies: { shortage: 'backorder' } });
    await s.done('createWarehouse', { body: { code: 'main', name: 'Principal' } });
    const { id } = await s.place([{ itemId: s.items[0], quantity: '12' }]);
    expect(await s.stock()).toEqual([['10', '12', 1000]]);
    expect((await s.listed('listStock', { short: 'true' })).map((x) => x.available)).toEqual(['-2']);
    expect(await s.refused('shipOrder', { path: [id], body: { date: DAY } })).toEqual({
      status: 422,
      code: 'stock.not_on_hand',
      field: 'body.lines.0.quantity',
    });
    await s.ship(id, { lines: [{ line: 1, quantity: '10' }] });
    await s.done('receiveGoods', { body: { date: DAY, lines: [{ itemId: s.items[0], quantity: '5', unitCost: '3' }] } });
    // 2 of 5 at 3.00
    expect((await s.ship(id)).cost.amount).toBe('6.00');
    expect(await s.stock()).toEqual([['3', '0', 900]]);
    expect(await s.faults()).toEqual([]);
  });

  it('of just as many items as one transaction holds is placed, and leaves nothing reserved when it is cancelled', async () => {
    for (const count of [90, 91, 95, 96, 97]) {
      const goods = Array.from({ length: count }, (_, i) => [`N${i}`, 2, 200] as const);
      const s = await newSeller(goods, { policies: { invoiceOn: 'order' }, creditLimit: 1_000_000 });
      const { id } = await s.place(s.items.map((itemId) => ({ itemId, quantity: '2' })));
      expect(
        (await s.stock()).every(([, reserved]) => reserved === '2'),
        `${count} items`,
      ).toBe(true);
      await s.cancel(id);
      expect((await s.stock()).filter(([, reserved]) => reserved !== '0').length, `${count} items`).toBe(0);
      expect(await s.faults(), `${count} items`).toEqual([]);
    }
  });
});
