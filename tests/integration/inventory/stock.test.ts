import { describe, expect, it } from 'vitest';
import { newTenant } from '../../support/call.ts';
import { newSeller } from '../../support/seller.ts';
import { eur, SETTINGS, type Shop, shopOf } from '../../support/shop.ts';
import { soundnessOf } from '../../support/soundness.ts';

const DAY = '2026-03-10';

/** A company set up through the API, with two kinds of goods and a service. */
async function newShop() {
  const shop = shopOf(newTenant());
  await shop.done('createCompany', { body: SETTINGS });
  const make = async (code: string, more: object = {}) =>
    (await shop.done('createItem', { body: { code, name: `Item ${code}`, price: '10', ...more } })).id as string;
  return { shop, a: await make('A'), b: await make('B'), service: await make('S', { kind: 'service' }) };
}
const receive = (shop: Shop, lines: readonly object[], more: object = {}) =>
  shop.done('receiveGoods', { body: { date: DAY, lines, ...more } });
const refusedReceipt = (shop: Shop, lines: readonly object[], more: object = {}) =>
  shop.refused('receiveGoods', { body: { date: DAY, lines, ...more } });

describe('a goods receipt', () => {
  it('raises stock and its value, and posts what it cost', async () => {
    const { shop, a, b } = await newShop();
    const receipt = await receive(
      shop,
      [
        { itemId: a, quantity: '3', unitCost: '3.335' },
        { itemId: b, quantity: '0.5', unitCost: '8' },
        { itemId: a, quantity: '1', unitCost: '2' },
      ],
      { reference: 'Albarán 8841' },
    );
    // 10.005 → 10.01, 4.00, 2.00
    expect(receipt).toMatchObject({ total: eur('16.01'), lines: [{ cost: eur('10.01') }, { cost: eur('4.00') }, { cost: eur('2.00') }] });
    expect(receipt.entry.lines).toMatchObject([
      { account: '300', debit: eur('16.01') },
      { account: '4009', credit: eur('16.01') },
    ]);
    const stock = await shop.done('getStock', { path: [a] });
    expect(stock).toMatchObject({ onHand: '4', available: '4', value: eur('12.01'), warehouses: [{ averageCost: '3.0025' }] });
    expect((await receive(shop, [{ itemId: b, quantity: '1', unitCost: '1' }], { origin: 'opening' })).entry.lines[1].account).toBe('5550');
    expect(await receive(shop, [{ itemId: b, quantity: '1', unitCost: '0' }])).not.toHaveProperty('entry');
    expect(await shop.done('getGoodsReceipt', { path: [receipt.id] })).toMatchObject(receipt);
    expect((await shop.listed('listGoodsReceipts', { q: '8841' })).map((r) => r.id)).toEqual([receipt.id]);
    expect(await shop.listed('listGoodsReceipts', { from: '2026-03-11' })).toEqual([]);
    expect(await soundnessOf(shop.tenant)).toEqual([]);
  });

  it('is refused for what is not there, is a service, or is more than one transaction holds', async () => {
    const { shop, a, service } = await newShop();
    const line = { itemId: a, quantity: '1', unitCost: '1' };
    const unknown = 'itm_01JDG8ZK5T7QWERTY2MNPQRSTV';
    expect(await refusedReceipt(shop, [line, { ...line, itemId: unknown }])).toEqual({
      status: 400,
      code: 'item.not_found',
      field: 'body.lines.1.itemId',
    });
    expect(await refusedReceipt(shop, [{ ...line, itemId: service }])).toEqual({
      status: 422,
      code: 'item.not_stocked',
      field: 'body.lines.0.itemId',
    });
    expect(await refusedReceipt(shop, [line], { warehouse: 'getafe' })).toEqual({
      status: 404,
      code: 'warehouse.not_found',
      field: 'body.warehouse',
    });
    expect(await refusedReceipt(shop, [line], { date: '2031-01-01' })).toEqual({
      status: 422,
      code: 'period.not_open',
      field: 'body.date',
    });
    expect(await refusedReceipt(shop, [{ ...line, unitCost: '0' }], { date: '2031-01-01' })).toMatchObject({ code: 'period.not_open' });
    const many = Array.from({ length: 96 }, (_, i) => ({ ...line, itemId: `itm_${String(i).padStart(26, '0')}` }));
    expect(await refusedReceipt(shop, many)).toEqual({ status: 400, code: 'goods_receipt.too_many_items', field: 'body.lines' });
    expect(await shop.refused('getGoodsReceipt', { path: ['grn_01JDG8ZK5T7QWERTY2MNPQRSTV'] })).toEqual({
      status: 404,
      code: 'goods-receipt.not_found',
      field: 'path.receiptId',
    });
    expect(await soundnessOf(shop.tenant)).toEqual([]);
  });

  it('is taken back once, at its own cost, while its goods are free', async () => {
    const { shop, a } = await newShop();
    const first = await receive(shop, [{ itemId: a, quantity: '4', unitCost: '1' }]);
    const second = await receive(shop, [{ itemId: a, quantity: '4', unitCost: '3' }], { date: '2026-03-12' });
    const back = (id: string, body: object = { date: '2026-03-15' }) => shop.refused('reverseGoodsReceipt', { path: [id], body });
    expect(await back(second.id, { date: '2026-03-11' })).toEqual({ status: 422, code: 'reversal.too_early', field: 'body.date' });
    const reversal = await shop.done('reverseGoodsReceipt', { path: [second.id], body: { date: '2026-03-15' } });
    expect(reversal).toMatchObject({ reverses: second.id, total: eur('-12.00'), entry: { lines: [{ credit: eur('12.00') }, {}] } });
    expect(await shop.done('getGoodsReceipt', { path: [second.id] })).toMatchObject({ reversedBy: reversal.id });
    expect(await shop.done('getStock', { path: [a] })).toMatchObject({ onHand: '4', value: eur('4.00') });
    expect(await back(second.id)).toEqual({ status: 422, code: 'goods_receipt.reversed', field: 'path.receiptId' });
    expect(await back(reversal.id)).toEqual({ status: 422, code: 'goods_receipt.reversed', field: 'path.receiptId' });
    await shop.done('adjustStock', { body: { itemId: a, quantity: '-1', reason: 'damage', date: DAY } });
    expect(await back(first.id)).toEqual({ status: 422, code: 'goods_receipt.used', field: 'path.receiptId' });
    expect(await soundnessOf(shop.tenant)).toEqual([]);
  });

  it('of the same item many times at once loses none', async () => {
    const { shop, a } = await newShop();
    await Promise.all(Array.from({ length: 12 }, () => receive(shop, [{ itemId: a, quantity: '2', unitCost: '1.5' }])));
    expect(await shop.done('getStock', { path: [a] })).toMatchObject({ onHand: '24', value: eur('36.00') });
    expect(await soundnessOf(shop.tenant)).toEqual([]);
  });
});

describe('a stock adjustment', () => {
  it('takes a loss out at moving average and brings a find in, each with its entry', async () => {
    const { shop, a } = await newShop();
    await receive(shop, [{ itemId: a, quantity: '3', unitCost: '3.335' }]);
    const adjust = (quantity: string, more: object = {}) =>
      shop.done('adjustStock', { body: { itemId: a, quantity, reason: 'count', date: DAY, ...more } });
    // 10.01 / 3 = 3.3367
    const loss = await adjust('-1', { note: 'Rota en el traslado' });
    expect(loss).toMatchObject({ value: eur('-3.34'), entry: { lines: [{ account: '300', credit: eur('3.34') }, { account: '6109' }] } });
    expect(await adjust('2')).toMatchObject({ value: eur('6.67') });
    expect(await adjust('1', { unitCost: '9' })).toMatchObject({ value: eur('9.00') });
    expect((await shop.listed('listAdjustments', { q: 'traslado' })).map((x) => x.id)).toEqual([loss.id]);
    expect(await shop.listed('listAdjustments', { itemId: a })).toHaveLength(3);
    expect(await soundnessOf(shop.tenant)).toEqual([]);
  });

  it('is refused beyond what is there, for services, and with a cost for what is lost', async () => {
    const { shop, a, service } = await newShop();
    await receive(shop, [{ itemId: a, quantity: '3', unitCost: '1' }]);
    const adjust = (body: object) =>
      shop.refused('adjustStock', { body: { itemId: a, quantity: '-1', reason: 'theft', date: DAY, ...body } });
    expect(await adjust({ quantity: '-4' })).toEqual({ status: 422, code: 'stock.not_on_hand', field: 'body.quantity' });
    expect(await adjust({ counted: '2' })).toEqual({ status: 400, code: 'adjustment.quantity', field: 'body.quantity' });
    expect(await adjust({ quantity: undefined })).toEqual({ status: 400, code: 'adjustment.quantity', field: 'body.quantity' });
    expect(await adjust({ quantity: undefined, counted: '3' })).toEqual({ status: 422, code: 'adjustment.agrees', field: 'body.counted' });
    expect(await adjust({ unitCost: '1' })).toEqual({ status: 400, code: 'adjustment.cost', field: 'body.unitCost' });
    expect(await adjust({ itemId: service })).toEqual({ status: 422, code: 'item.not_stocked', field: 'body.itemId' });
    expect(await adjust({ itemId: 'itm_01JDG8ZK5T7QWERTY2MNPQRSTV' })).toMatchObject({ status: 404, field: 'body.itemId' });
    expect(await adjust({ quantity: '0' })).toMatchObject({ status: 400, code: 'input.invalid', field: 'body.quantity' });
    expect(await adjust({ date: '2031-01-01' })).toMatchObject({ code: 'period.not_open' });
  });
});

describe('a count', () => {
  it('is what is there, whatever was promised: the difference is worked out, and the orders left short are found', async () => {
    const s = await newSeller([['A', 7, 2800]]);
    const [itemId = ''] = s.items;
    await s.done('createWarehouse', { body: { code: 'main', name: 'Almacén principal' } });
    const order = await s.place([{ itemId, quantity: '5' }]);
    const count = { body: { itemId, counted: '4', reason: 'theft' } };
    // 3 of 7 at 4.00 each.
    const adjusted = await s.done('adjustStock', count);
    expect(adjusted).toMatchObject({ quantity: '-3', onHand: '4', reserved: '5', value: eur('-12.00') });
    expect(await s.done('getStock', { path: [itemId] })).toMatchObject({ onHand: '4', reserved: '5', available: '-1' });
    expect((await s.listed('listOrders', { itemId, status: 'placed' })).map(({ id }) => id)).toEqual([order.id]);
    expect(await s.listed('listOrders', { itemId: 'itm_01JDG8ZK5T7QWERTY2MNPQRSTV' })).toEqual([]);
    expect(await s.refused('shipOrder', { path: [order.id], body: {} })).toMatchObject({ status: 422, code: 'stock.not_on_hand' });
    expect(await s.refused('adjustStock', count)).toEqual({ status: 422, code: 'adjustment.agrees', field: 'body.counted' });
    expect(await s.faults()).toEqual([]);
  });
});

describe('warehouses', () => {
  it('hold their own stock, valued by warehouse and together', async () => {
    const { shop, a, b } = await newShop();
    await shop.done('createWarehouse', { body: { code: 'getafe', name: 'Almacén de Getafe' } });
    expect(await shop.refused('createWarehouse', { body: { code: 'getafe', name: 'Otro' } })).toMatchObject({
      status: 409,
      code: 'warehouse.exists',
    });
    expect((await shop.done('listWarehouses')).items.map((w: { code: string }) => w.code)).toEqual(['getafe', 'main']);
    await receive(shop, [{ itemId: a, quantity: '2', unitCost: '5' }]);
    await receive(
      shop,
      [
        { itemId: a, quantity: '1', unitCost: '7' },
        { itemId: b, quantity: '1', unitCost: '1' },
      ],
      { warehouse: 'getafe' },
    );
    expect(await shop.done('getStock', { path: [a] })).toMatchObject({ onHand: '3', value: eur('17.00') });
    expect(await shop.done('getStockValuation')).toEqual({
      items: 3,
      value: eur('18.00'),
      warehouses: [
        { warehouse: 'getafe', items: 2, value: eur('8.00') },
        { warehouse: 'main', items: 1, value: eur('10.00') },
      ],
    });
    expect((await shop.listed('listStock', { warehouse: 'getafe', q: 'item b' })).map((s) => s.code)).toEqual(['B']);
    expect(await shop.refused('getStock', { path: ['itm_01JDG8ZK5T7QWERTY2MNPQRSTV'] })).toMatchObject({ status: 404 });
  });
});
