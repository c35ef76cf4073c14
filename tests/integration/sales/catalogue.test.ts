import { describe, expect, it } from 'vitest';
import { newTenant } from '../../support/call.ts';
import { shopOf } from '../../support/shop.ts';

const newShop = () => shopOf(newTenant());

describe('an item', () => {
  it('is added with its defaults, changed, and taken out of the catalogue', async () => {
    const shop = newShop();
    const item = await shop.done('createItem', { body: { code: ' TAZA-01 ', name: 'Taza de loza', price: '7.95' } });
    expect(item).toMatchObject({ code: 'TAZA-01', unit: 'pc', taxCode: 'IVA-G', kind: 'stocked', active: true, rev: 1 });
    const patched = await shop.done('patchItem', { path: [item.id], body: { price: '8.50', active: false, taxCode: 'IVA-R' } });
    expect(patched).toMatchObject({ price: '8.50', active: false, taxCode: 'IVA-R', name: 'Taza de loza', rev: 2 });
    expect(await shop.done('getItem', { path: [item.id] })).toMatchObject(patched);
    expect((await shop.listed('listItems', { active: 'false' })).map((x) => x.id)).toEqual([item.id]);
  });

  it('has a code that no other has, in capitals or not', async () => {
    const shop = newShop();
    await shop.done('createItem', { body: { code: 'Taza', name: 'Taza', price: '1' } });
    const again = { body: { code: 'TAZA', name: 'Otra', price: '1' } };
    expect(await shop.refused('createItem', again)).toMatchObject({ status: 409, code: 'item-code.exists' });
    const many = await Promise.all(Array.from({ length: 8 }, () => shop.ask('createItem', { body: { code: 'X', name: 'X', price: '1' } })));
    expect(many.map((x) => x.status).sort()).toEqual([201, ...Array.from({ length: 7 }, () => 409)]);
    expect(await shop.listed('listItems')).toHaveLength(2);
  });

  it('is refused with each field at fault', async () => {
    const shop = newShop();
    const answer = await shop.ask('createItem', {
      body: { code: 'a#b', name: '', price: '-1', taxCode: 'IVA-X', kind: 'gift', colour: 'red' },
    });
    expect([answer.status, answer.body.code]).toEqual([400, 'input.invalid']);
    expect(new Set(answer.body.faults.map((f: { field: string }) => f.field))).toEqual(
      new Set(['body.code', 'body.name', 'body.price', 'body.taxCode', 'body.kind', 'body.colour']),
    );
    const { id } = await shop.done('createItem', { body: { code: 'A', name: 'A', price: '1' } });
    expect(await shop.refused('patchItem', { path: [id], body: { code: 'B' } })).toMatchObject({ status: 400, field: 'body.code' });
    expect(await shop.refused('createItem', { body: {}, roles: ['warehouse'] })).toMatchObject({ status: 403, code: 'role.not_allowed' });
    const unknown = ['itm_01JDG8ZK5T7QWERTY2MNPQRSTV'];
    expect(await shop.refused('getItem', { path: unknown })).toEqual({ status: 404, code: 'item.not_found', field: 'path.itemId' });
    expect(await shop.refused('patchItem', { path: unknown, body: {} })).toMatchObject({ status: 404, code: 'item.not_found' });
  });
});

it('tax codes have their rates by first day', async () => {
  const { items } = await newShop().done('listTaxCodes');
  const general = items.find((code: { code: string }) => code.code === 'IVA-G');
  expect(general.rates.at(-1)).toEqual({ from: '2012-09-01', percent: '21' });
  expect(items.find((code: { code: string }) => code.code === 'EXPORT')).toMatchObject({ category: 'G', rates: [{ percent: '0' }] });
});
