import { beforeAll, describe, expect, it } from 'vitest';
import { type OrderLine, Orders } from '../../shared/domain/sales/orders/order.ts';
import { create } from '../../shared/kernel/record.ts';
import { idFrom } from '../../shared/runtime/fingerprint.ts';
import { newTenant } from '../support/call.ts';
import { recordsOf } from '../support/company.ts';
import { eur, SETTINGS, type Shop, shopOf } from '../support/shop.ts';

/** A company with a dozen of everything, dated over three months, two a day. */
async function stocked(): Promise<{ shop: Shop; customerId: string }> {
  const shop = shopOf(newTenant());
  const { walkInCustomerId } = await shop.done('createCompany', { body: SETTINGS });
  const each = async (work: (i: number, date: string) => Promise<unknown>) => {
    for (let i = 0; i < 12; i += 1) await work(i, `2026-0${(i % 3) + 1}-${String(10 + (i >> 2)).padStart(2, '0')}`);
  };
  await each((i) => shop.done('createCustomer', { body: { name: `Cliente ${i % 4}`, externalRef: `shop:${i}` } }));
  await each((i) =>
    shop.done('createItem', { body: { code: `C${i}`, name: `Taza ${i}`, price: '1', kind: i % 2 ? 'service' : 'stocked' } }),
  );
  const items = await shop.listed('listItems', { kind: 'stocked' });
  for (const { id } of items) await shop.done('receiveGoods', { body: receipt(id, '2026-01-05') });
  await each((i, date) => shop.done('receiveGoods', { body: receipt(items[i % 6].id, date) }));
  await each((i, date) =>
    shop.done('adjustStock', { body: { itemId: items[i % 6].id, quantity: '1', reason: 'count', date, unitCost: '1' } }),
  );
  await each((i, date) =>
    shop.done('placeOrder', { body: { customerId: walkInCustomerId, date, lines: [{ itemId: items[i % 6].id, quantity: '1' }] } }),
  );
  await each((_, date) => shop.done('recordReceipt', { body: { customerId: walkInCustomerId, date, amount: eur('1') } }));
  await each((i, date) =>
    shop.done('createDraft', { body: { customerId: walkInCustomerId, date, lines: [{ name: `X${i}`, quantity: '1', price: '1' }] } }),
  );
  return { shop, customerId: walkInCustomerId };
}
const receipt = (itemId: string, date: string) => ({ date, lines: [{ itemId, quantity: '5', unitCost: '1' }] });

const LISTS = {
  listCustomers: 13,
  listItems: 12,
  listStock: 6,
  listGoodsReceipts: 18,
  listAdjustments: 12,
  listOrders: 12,
  listReceipts: 12,
  listDrafts: 12,
} as const;

describe('every list', () => {
  let shop: Shop;
  let customerId: string;
  beforeAll(async () => {
    ({ shop, customerId } = await stocked());
  });

  it('gives everything exactly once by pages of any size, in both orders, the one the reverse of the other', async () => {
    for (const [name, count] of Object.entries(LISTS)) {
      const ids = async (limit: string, order: string) => (await shop.listed(name, { limit, order })).map((x) => x.id ?? x.itemId);
      const forwards = await ids('100', 'asc');
      expect([name, forwards.length, new Set(forwards).size]).toEqual([name, count, count]);
      for (const limit of ['5', '7']) expect(await ids(limit, 'asc'), name).toEqual(forwards);
      for (const limit of ['3', '100']) expect(await ids(limit, 'desc'), name).toEqual(forwards.toReversed());
    }
    const page = async (query: Record<string, string>) => (await shop.refused('listOrders', { query })).code;
    const { nextCursor } = await shop.done('listOrders', { query: { limit: '5' } });
    expect(await page({ cursor: 'bm90LW91cnM' })).toBe('cursor.invalid');
    expect(await page({ cursor: nextCursor, from: '2026-01-01', to: '2026-01-31' })).toBe('cursor.invalid');
    expect(await page({ limit: '101' })).toBe('input.invalid');
    expect(await page({ limit: '0' })).toBe('input.invalid');
    expect(await page({ sort: 'name' })).toBe('input.invalid');
  });

  it('keeps to its filters, also over pages', async () => {
    const count = async (name: string, query: Record<string, string>) => (await shop.listed(name, { limit: '2', ...query })).length;
    expect(await count('listItems', { kind: 'service' })).toBe(6);
    expect(await count('listItems', { kind: 'stocked', active: 'true', q: 'taza' })).toBe(6);
    expect(await count('listItems', { active: 'false' })).toBe(0);
    expect(await count('listItems', { q: 'TAZA c1' })).toBe(3); // C1, C10, C11
    expect(await count('listCustomers', { q: 'cliente 2' })).toBe(3);
    expect(await count('listCustomers', { q: 'shop:11' })).toBe(1);
    expect(await count('listOrders', { from: '2026-02-01', to: '2026-02-28' })).toBe(4);
    expect(await count('listOrders', { from: '2026-02-11', to: '2026-03-11' })).toBe(5);
    expect(await count('listOrders', { customerId })).toBe(12);
    expect(await count('listOrders', { status: 'placed' })).toBe(12);
    expect(await count('listOrders', { status: 'cancelled' })).toBe(0);
    expect(await count('listOrders', { q: 'contado', to: '2026-01-31' })).toBe(4);
    expect(await count('listStock', { short: 'true' })).toBe(0);
    expect(await count('listStock', { warehouse: 'getafe' })).toBe(0);
  });

  it('finds names and codes in any alphabet, and pages through them', async () => {
    const abroad = shopOf(newTenant());
    await abroad.done('createCompany', { body: SETTINGS });
    const names = ['Ñandú', 'Åsa', 'Ζωή', '東京堂', '😀 Sonrisas', '\u{20000} 旧字', 'Ａ全角', '~tilde', '#1', `${'x'.repeat(59)}😀`];
    for (const name of names) await abroad.done('createCustomer', { body: { name } });
    for (const order of ['asc', 'desc'])
      for (const limit of ['1', '4', '100'])
        expect(new Set((await abroad.listed('listCustomers', { order, limit })).map((c) => c.name))).toEqual(
          new Set([...names, 'Cliente de contado']),
        );
    expect((await abroad.listed('listCustomers', { q: 'ÑANDÚ' })).map((c) => c.name)).toEqual(['Ñandú']);
    expect((await abroad.listed('listCustomers', { q: '😀 son' })).map((c) => c.name)).toEqual(['😀 Sonrisas']);
  });

  it('ends a page before the answer is more than Lambda sends, and goes on from there', async () => {
    const records = recordsOf(shop.tenant);
    const [{ id }] = (await shop.done('listOrders', { query: { limit: '1' } })).items;
    const order = await records.getOrThrow(Orders, id);
    const { history, rev, id: _, ...data } = order;
    const lines = Array.from(
      { length: 1000 },
      (_, i) => ({ ...order.lines[0], no: i + 1, name: 'Taza de loza blanca, 30 cl' }) as OrderLine,
    );
    const ids = Array.from({ length: 20 }, (_, i) => idFrom('ord', shop.tenant, `long ${i}`));
    for (const long of ids) await records.commit([create(Orders, long, { ...data, date: '2026-05-05', lines })]);
    const pages: { bytes: number; ids: string[] }[] = [];
    for (let cursor: string | undefined, go = true; go; go = cursor !== undefined) {
      const page = await shop.done('listOrders', { query: { from: '2026-05-05', limit: '100', ...(cursor ? { cursor } : {}) } });
      pages.push({ bytes: Buffer.byteLength(JSON.stringify(page)), ids: page.items.map((each: { id: string }) => each.id) });
      cursor = page.nextCursor;
    }
    expect(pages.length).toBeGreaterThan(1);
    expect(Math.max(...pages.map(({ bytes }) => bytes))).toBeLessThan(4_000_000);
    expect(pages.flatMap((page) => page.ids).sort()).toEqual([...ids].sort());
  });
});
