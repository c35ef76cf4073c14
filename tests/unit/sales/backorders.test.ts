import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { settleStock } from '../../../functions/sales/orders/backorder-store.ts';
import { handler as followStock } from '../../../functions/sales/orders/follow-stock.event.ts';
import { handler as settleAtNight } from '../../../functions/sales/orders/settle-stock.event.ts';
import { backordered, committed, Stocks, stockId } from '../../../shared/domain/inventory/stock/stock.ts';
import { waitedStockView } from '../../../shared/domain/inventory/stock/wire.ts';
import { isTold } from '../../../shared/domain/kinds.ts';
import { Orders } from '../../../shared/domain/sales/orders/order.ts';
import { update } from '../../../shared/kernel/record.ts';
import { enlistTenant } from '../../../shared/runtime/tenants.ts';
import { batchOf } from '../../support/changes.ts';
import { useMemoryTable } from '../../support/memory-table.ts';
import { DAY, newSeller } from '../../support/seller.ts';
import { shopWith } from '../../support/waiting-shop.ts';

const table = useMemoryTable({ openWork: true });
beforeAll(() => void vi.useFakeTimers({ toFake: ['Date'] }));
afterAll(() => void vi.useRealTimers());
beforeEach(() => table.clear());

describe('goods that are reserved', () => {
  it('belong to the order that reserved them: one that waits cannot ship them', async () => {
    const s = await shopWith(10);
    const [first, second] = [await s.order('8'), await s.order('5')];
    expect(await s.waiting()).toEqual([[second, '3']]);
    expect([await s.told(first), await s.told(second)]).toEqual([
      ['0', 'ship'],
      ['3', 'goods'],
    ]);
    const refused = await s.tryShip(second, '3');
    expect(refused.status).toBe(422);
    expect(refused.body).toMatchObject({
      code: 'stock.backordered',
      field: 'body.lines.0.quantity',
      params: { item: 'TAZA', warehouse: 'main', free: '2', requested: '3' },
    });
    expect((await s.tryShip(second, '2')).status).toBe(201);
    expect((await s.tryShip(first, '8')).status).toBe(201);
    expect(await s.now()).toMatchObject({ onHand: '0', reserved: '3', value: 0 });
    expect((await s.tryShip(second, '3')).body.code).toBe('stock.not_on_hand');
    expect(waitedStockView(await s.now())).toMatchObject({
      committed: '0',
      backordered: '3',
      available: '-3',
      waiting: [{ orderId: second, quantity: '3' }],
    });
    expect((await s.done('getOrder', { path: [second] })).lines[0]).toMatchObject({ open: '3', backordered: '3' });
  });

  it('go, when more arrive, to those who have waited longest, and a new order waits behind them', async () => {
    const s = await shopWith(0);
    const [first, second] = [await s.order('3'), await s.order('4')];
    await s.receive('5');
    const third = await s.order('1');
    expect(await s.waiting()).toEqual([
      [first, '0'],
      [second, '2'],
      [third, '1'],
    ]);
    expect(waitedStockView(await s.now()).waiting).toEqual([
      { orderId: second, quantity: '2' },
      { orderId: third, quantity: '1' },
    ]);
    // At once, whether or not the orders have been told; what they were told stays until then.
    expect(await s.told(first)).toEqual(['3', 'goods']);
    expect((await s.tryShip(third, '1')).body.code).toBe('stock.backordered');
    expect((await s.tryShip(first, '3')).status).toBe(201);
    await s.settle();
    expect(await s.waiting()).toEqual([
      [second, '2'],
      [third, '1'],
    ]);
    expect([await s.told(second), await s.told(third)]).toEqual([
      ['2', 'goods'],
      ['1', 'goods'],
    ]);
    await s.receive('9');
    await s.settle();
    expect([await s.told(second), await s.told(third), (await s.now()).backorders]).toEqual([['0', 'ship'], ['0', 'ship'], undefined]);
  });

  it('go, when an order is cancelled, to who waits', async () => {
    const s = await shopWith(5);
    const [first, second] = [await s.order('5'), await s.order('4')];
    await s.cancel(first);
    expect((await s.tryShip(second, '4')).status).toBe(201);
    await s.settle();
    expect(await s.now()).toMatchObject({ onHand: '1', reserved: '0' });
    expect((await s.now()).backorders).toBeUndefined();
  });

  it('are missed, when a count finds fewer, by who came last, and come back to them first', async () => {
    const s = await shopWith(9);
    const [first, second, third] = [await s.order('4'), await s.order('5'), await s.order('2')];
    await s.count('6');
    expect([committed(await s.now()), backordered(await s.now())]).toEqual(['9', '2']);
    await s.settle();
    expect(await s.waiting()).toEqual([
      [second, '3'],
      [third, '2'],
    ]);
    expect([await s.told(first), await s.told(second)]).toEqual([
      ['0', 'ship'],
      ['3', 'goods'],
    ]);
    await s.receive('4');
    expect(await s.waiting()).toEqual([
      [second, '0'],
      [third, '1'],
    ]);
  });

  it('are settled by who ships, where a count has found fewer and nobody has looked yet', async () => {
    const s = await shopWith(9);
    const [first, second] = [await s.order('4'), await s.order('5')];
    await s.count('6');
    expect((await s.tryShip(second, '3')).body).toMatchObject({ code: 'stock.backordered', params: { free: '2' } });
    expect((await s.tryShip(second, '2')).status).toBe(201);
    expect((await s.tryShip(first, '4')).status).toBe(201);
    expect(await s.waiting()).toEqual([[second, '3']]);
  });

  it('are settled of records of before, which do not say who waits', async () => {
    const s = await shopWith(3);
    const [first, second] = [await s.order('3'), await s.order('2')];
    const [stock, order] = [await s.records.getOrThrow(Stocks, stockId(s.itemId, 'main')), await s.records.getOrThrow(Orders, second)];
    const { backorders, ...before } = stock;
    const lines = order.lines.map(({ backordered: _, ...line }) => line);
    await s.records.commit([update(Stocks, stock, before as typeof stock), update(Orders, order, { ...order, lines })]);
    await s.settle();
    expect([await s.waiting(), await s.told(first), await s.told(second)]).toEqual([[[second, '2']], ['0', 'ship'], ['2', 'goods']]);
  });

  it('stay with their order while its lines of one item wait in part', async () => {
    const s = await shopWith(3);
    const { id } = await s.place([
      { itemId: s.itemId, quantity: '2' },
      { itemId: s.itemId, quantity: '2' },
    ]);
    const lines = async () => (await s.records.getOrThrow(Orders, id)).lines.map((line) => line.backordered);
    expect(await lines()).toEqual([undefined, '1']);
    // Two of the second line leave, the last piece goes too: what waits is of the first.
    expect((await s.ask('shipOrder', { path: [id], body: { date: DAY, lines: [{ line: 2, quantity: '2' }] } })).status).toBe(201);
    expect(await lines()).toEqual(['1', undefined]);
  });
});

describe('whoever is quicker', () => {
  it('is taken into account by who ships: a count that comes between leaves the last placed short', async () => {
    const s = await shopWith(9);
    const [first, second] = [await s.order('4'), await s.order('5')];
    table.before('TransactWriteItems', () => s.count('6'));
    expect((await s.tryShip(second, '5')).body).toMatchObject({ code: 'stock.backordered', params: { free: '2', requested: '5' } });
    expect((await s.tryShip(first, '4')).status).toBe(201);
  });

  it('is taken into account by who tells: an order that ships meanwhile is told what it still waits for', async () => {
    const s = await shopWith(3);
    const [first, second] = [await s.order('2'), await s.order('4')];
    await s.receive('1');
    table.before('TransactWriteItems', () => s.tryShip(second, '2'));
    await s.settle();
    const order = await s.records.getOrThrow(Orders, second);
    expect([order.lines[0]?.shipped, order.lines[0]?.backordered]).toEqual(['2', '2']);
    expect([await s.waiting(), await s.told(first)]).toEqual([[[second, '2']], ['0', 'ship']]);
  });

  it('of two who place the last pieces, has them, and the other waits', async () => {
    const s = await shopWith(5);
    let quicker = '';
    table.before('TransactWriteItems', async () => {
      quicker = await s.order('4');
    });
    const slower = await s.order('3');
    expect([await s.told(quicker), await s.told(slower), await s.waiting()]).toEqual([['0', 'ship'], ['2', 'goods'], [[slower, '2']]]);
  });
});

it('goods that a customer sends back, and that go on the shelf, go to who waits', async () => {
  const s = await shopWith(3);
  const [first, second] = [await s.order('3'), await s.order('2')];
  await s.tryShip(first, '3');
  const lines = [{ line: 1, quantity: '1' }];
  const { id } = await s.done('authoriseReturn', { path: [first], body: { reason: 'No le gusta', date: DAY, lines } });
  expect((await s.tryShip(second, '1')).body.code).toBe('stock.not_on_hand');
  await s.done('receiveReturn', { path: [id], body: { date: DAY } });
  expect(await s.waiting()).toEqual([[second, '1']]);
  expect((await s.tryShip(second, '1')).status).toBe(201);
});

describe('what an event should have told', () => {
  it('is told at night, by what the stock itself says', async () => {
    const s = await shopWith(4);
    await enlistTenant(s.tenant);
    const [first, second] = [await s.order('4'), await s.order('2')];
    await s.receive('1');
    await s.count('4');
    expect((await settleAtNight(undefined)).failed).toBe(0);
    expect([await s.told(first), await s.told(second), await s.waiting()]).toEqual([['0', 'ship'], ['2', 'goods'], [[second, '2']]]);
    await s.receive('2');
    // Nothing is short any more, and yet there is something to tell.
    expect(await s.told(second)).toEqual(['2', 'goods']);
    expect((await settleAtNight(undefined)).failed).toBe(0);
    expect([await s.told(second), (await s.now()).backorders]).toEqual([['0', 'ship'], undefined]);
    const { rev } = await s.records.getOrThrow(Stocks, stockId(s.itemId, 'main'));
    await settleAtNight(undefined);
    expect((await s.records.getOrThrow(Stocks, stockId(s.itemId, 'main'))).rev).toBe(rev);
  });

  it('comes by the queue of the worker, for stock that is short or has somebody to tell, and for no other', async () => {
    const s = await shopWith(2);
    const open = async () => {
      const stock = await s.records.getOrThrow(Stocks, stockId(s.itemId, 'main'));
      return isTold(Stocks.kind, Stocks.open?.(stock, stock.id) !== undefined);
    };
    const first = await s.order('2');
    expect(await open()).toBe(false);
    const second = await s.order('1');
    expect(await open()).toBe(true);
    await s.cancel(first);
    expect(await open()).toBe(true);
    const change = { tenant: s.tenant, kind: 'stock', id: stockId(s.itemId, 'main'), rev: 5, after: { reserved: '1' } };
    expect(await followStock(batchOf([change]))).toEqual({ batchItemFailures: [] });
    expect([await s.told(second), await open(), isTold('order', false)]).toEqual([['0', 'ship'], false, true]);
  });
});

describe('orders that are longer than a transaction', () => {
  const CODES = Array.from({ length: 120 }, (_, i) => `T${i + 1}`);

  async function longShop() {
    const s = await newSeller(
      CODES.map((code) => [code, 1, 1000] as const),
      { policies: { shortage: 'backorder' } },
    );
    const lines = s.items.map((itemId) => ({ itemId, quantity: '1' }));
    const order = async (): Promise<string> => {
      vi.setSystemTime(Date.now() + 1000);
      return (await s.place(lines)).id;
    };
    const waits = async (id: string) => (await s.records.getOrThrow(Orders, id)).lines.filter((line) => line.backordered === '1').length;
    const settle = async () => {
      for (const itemId of s.items) await settleStock(s.records, stockId(itemId, 'main'));
    };
    return { ...s, order, waits, settle };
  }

  it('wait behind each other, and the second gets all that the first lets go', async () => {
    const s = await longShop();
    const [first, second] = [await s.order(), await s.order()];
    expect([await s.waits(first), await s.waits(second)]).toEqual([0, 120]);
    expect((await s.ask('shipOrder', { path: [second], body: { date: DAY } })).body.code).toBe('stock.backordered');
    await s.cancel(first);
    expect(await s.waits(second)).toBe(120);
    await s.settle();
    expect(await s.waits(second)).toBe(0);
    expect((await s.ask('shipOrder', { path: [second], body: { date: DAY } })).status).toBe(201);
    expect(new Set((await s.stock()).map(String))).toEqual(new Set(['0,0,0']));
  });

  it('are told once they are placed what has arrived meanwhile', async () => {
    const s = await longShop();
    const first = await s.order();
    const id = stockId(s.items[0] ?? '', 'main');
    await s.done('createWarehouse', { body: { code: 'main', name: 'Principal' } });
    // The first batch of the second has reserved when goods of it arrive; a worker looks at once, and leaves it alone.
    let placing = '';
    const arrive = async () => {
      const stock = await s.records.getOrThrow(Stocks, id);
      if (!stock.backorders) return table.before('TransactWriteItems', arrive);
      placing = stock.backorders[0]?.[0] ?? '';
      await s.done('receiveGoods', { body: { date: DAY, lines: [{ itemId: s.items[0], quantity: '1', unitCost: '10' }] } });
      await settleStock(s.records, id);
      expect((await s.records.getOrThrow(Orders, placing)).state).toBe('placing');
    };
    table.before('TransactWriteItems', arrive);
    const second = await s.order();
    expect([placing, await s.waits(second)]).toEqual([second, 120]);
    await s.settle();
    expect([await s.waits(first), await s.waits(second)]).toEqual([0, 119]);
  });
});
