import { describe, expect, it } from 'vitest';
import { usedAreas } from '../../../shared/domain/platform/company/areas.ts';
import { Items } from '../../../shared/domain/sales/catalogue/item.ts';
import { Orders } from '../../../shared/domain/sales/orders/order.ts';
import { BUNDLES } from '../../../shared/kernel/permission.ts';
import { update } from '../../../shared/kernel/record.ts';
import { newTenant } from '../../support/call.ts';
import { recordsOf } from '../../support/company.ts';
import { SETTINGS, type Shop, shopOf } from '../../support/shop.ts';

describe('a company', () => {
  it('is set up once, with its periods, its warehouse and its walk-in customer', async () => {
    const shop = shopOf(newTenant());
    expect(await shop.refused('getCompany')).toMatchObject({ status: 404, code: 'company.not_found' });
    const company = await shop.done('createCompany', { body: { ...SETTINGS, fiscalYears: ['2026', '2025', '2026'] }, key: 'set-up' });
    expect(company).toMatchObject({ name: SETTINGS.name, fiscalYears: ['2025', '2026'], rev: 1 });
    expect(await shop.done('getCompany')).toEqual(company);
    expect((await shop.done('listWarehouses')).items).toMatchObject([{ code: 'main' }]);
    expect(await shop.done('getCustomer', { path: [company.walkInCustomerId] })).toMatchObject({ walkIn: true, paymentDays: 0 });
    expect((await shop.done('listPeriods', { query: { year: '2025' } })).items).toHaveLength(12);
    expect(await shop.refused('createCompany', { body: SETTINGS })).toMatchObject({ status: 409, code: 'company.exists' });
    await shop.done('openFiscalYear', { body: { year: '2027' } });
    expect(await shop.refused('openFiscalYear', { body: { year: '2027' } })).toMatchObject({ status: 409, code: 'fiscal_year.exists' });
    await shop.done('patchCompany', { body: { name: 'Lumbre y Brasa, S.L.' } });
    // Asked for again it is not set up again: it is shown as it stands.
    expect(await shop.done('createCompany', { body: { ...SETTINGS, fiscalYears: ['2026', '2025', '2026'] }, key: 'set-up' })).toEqual(
      await shop.done('getCompany'),
    );
    expect(await shop.done('getCompany')).toMatchObject({ name: 'Lumbre y Brasa, S.L.', fiscalYears: ['2025', '2026', '2027'] });
  });

  it('that is set up by a request sent ten times at once is one company with one answer', async () => {
    const shop = shopOf(newTenant());
    const answers = await Promise.all(Array.from({ length: 10 }, () => shop.ask('createCompany', { body: SETTINGS, key: 'same' })));
    expect([...new Set(answers.map((x) => `${x.status} ${JSON.stringify(x.body)}`))].slice(1)).toEqual([]);
    expect(answers[0]?.status).toBe(201);
  });

  it('is asked for by name, tax id, address, zone and policies', async () => {
    const shop = shopOf(newTenant());
    const field = async (more: object) => (await shop.refused('createCompany', { body: { ...SETTINGS, ...more } })).field;
    expect(await field({ timeZone: 'Europe/Sevilla' })).toBe('body.timeZone');
    expect(await field({ taxId: 'B-1234' })).toBe('body.taxId');
    // 2+2+6+4+1+6+5 = 26: its control character is 4.
    expect(await shop.refused('createCompany', { body: { ...SETTINGS, taxId: 'B12345675' } })).toMatchObject({
      code: 'company.tax_id',
      field: 'body.taxId',
    });
    expect(await field({ name: '  ' })).toBe('body.name');
    expect(await field({ policies: { shortage: 'ignore', invoiceOn: 'shipment' } })).toBe('body.policies.shortage');
    expect(await field({ address: { ...SETTINGS.address, country: 'Spain' } })).toBe('body.address.country');
    expect(await field({ fiscalYears: ['26'] })).toBe('body.fiscalYears.0');
    expect(await field({ walkInCustomerId: 'cus_x' })).toBe('body.walkInCustomerId');
    expect(await shop.refused('getCompany')).toMatchObject({ status: 404 });
  });

  it('changes what is asked and nothing else; a policy leaves the others', async () => {
    const shop = shopOf(newTenant());
    await shop.done('createCompany', { body: SETTINGS });
    const patched = await shop.done('patchCompany', { body: { policies: { shortage: 'backorder' } } });
    expect(patched).toMatchObject({ policies: { shortage: 'backorder', invoiceOn: 'shipment' }, rev: 2 });
    expect((await shop.done('patchCompany', { body: { policies: { shortage: 'backorder' } } })).rev).toBe(2);
    expect(await shop.refused('patchCompany', { body: {}, roles: ['accountant'] })).toMatchObject({
      status: 403,
      code: 'role.not_allowed',
    });
    const limited = await shop.done('patchCompany', {
      body: { iban: 'ES9121000418450200051332', policies: { cancelUnshippedAfterDays: 20 } },
    });
    expect(limited).toMatchObject({ iban: 'ES9121000418450200051332', policies: { shortage: 'backorder', cancelUnshippedAfterDays: 20 } });
    const cleared = await shop.done('patchCompany', { body: { iban: null, policies: { cancelUnshippedAfterDays: null } } });
    expect(cleared).not.toHaveProperty('iban');
    expect(cleared.policies).toMatchObject({ shortage: 'backorder', invoiceOn: 'shipment' });
    expect(cleared.policies).not.toHaveProperty('cancelUnshippedAfterDays');
    const many = await Promise.all(['a', 'b', 'c', 'd'].map((name) => shop.ask('patchCompany', { body: { name } })));
    expect(many.map((x) => x.status)).toEqual([200, 200, 200, 200]);
    expect((await shop.done('getCompany')).rev).toBe(8);
  });

  it('switches areas on and off one by one; a switch that is cleared follows the activity again', async () => {
    const shop = shopOf(newTenant());
    expect(await shop.done('createCompany', { body: { ...SETTINGS, activity: 'services' } })).toMatchObject({ activity: 'services' });
    const on = await shop.done('patchCompany', { body: { areas: { warehouse: true } } });
    expect([on.areas, usedAreas(on)]).toEqual([
      { warehouse: true },
      ['sales', 'billing', 'purchasing', 'treasury', 'warehouse', 'people', 'development', 'time', 'pay', 'books'],
    ]);
    const off = await shop.done('patchCompany', { body: { areas: { books: false, warehouse: null } } });
    expect([off.areas, usedAreas(off)]).toEqual([
      { books: false },
      ['sales', 'billing', 'purchasing', 'treasury', 'people', 'development', 'time', 'pay'],
    ]);
    // Who changed it, and what it was, stands in the company's history.
    const { steps } = await shop.done('getHistory', { query: { record: 'cmp_main' } });
    expect(steps.at(-1)).toMatchObject({ action: 'patchCompany', was: { areas: { warehouse: true } } });
    expect(await shop.refused('patchCompany', { body: { areas: { warehous: true } } })).toMatchObject({ status: 400 });
    expect(await shop.refused('patchCompany', { body: { areas: { books: true } }, roles: ['sales'] })).toMatchObject({ status: 403 });
  });
});

describe('who I am', () => {
  it('is what the company’s record says, with what that gives', async () => {
    const tenant = newTenant();
    const asking = { roles: ['sales', 'warehouse'], email: 'ana@example.com' } as const;
    const [me, ...others] = await Promise.all(Array.from({ length: 5 }, () => shopOf(tenant).done('getMe', asking)));
    const [member] = await shopOf(tenant).listed('listMembers', { q: 'ana' });
    expect(me).toMatchObject({
      email: 'ana@example.com',
      company: tenant,
      roles: ['sales', 'warehouse'],
      memberId: member.id,
      lacksSecondFactor: false,
    });
    const given = me.permissions.map(({ permission }: { permission: string }) => permission).sort();
    expect(given).toEqual([...new Set([...BUNDLES.sales, ...BUNDLES.warehouse])].sort());
    for (const other of others) expect(other).toEqual(me);
    expect(member).toMatchObject({ state: 'active', rev: 1 });
    expect(await shopOf(tenant).refused('getMe', { roles: [] })).toMatchObject({ status: 403, code: 'member.no_access' });
  });
});

describe('a record’s story', () => {
  it('tells each step: who, when, by which request, and what stood there before', async () => {
    const shop = shopOf(newTenant());
    await shop.done('createCompany', { body: SETTINGS });
    const item = await shop.done('createItem', { body: { code: 'A', name: 'Taza', price: '5' }, email: 'ana@example.com' });
    await shop.done('patchItem', { path: [item.id], body: { price: '6' }, email: 'luis@example.com' });
    await shop.done('patchItem', { path: [item.id], body: { price: '6' }, email: 'nadie@example.com' });
    const story = await shop.done('getHistory', { query: { record: item.id } });
    expect(story).toMatchObject({
      record: item.id,
      kind: 'item',
      complete: true,
      steps: [
        { rev: 1, by: 'ana@example.com', action: 'createItem', requestId: item.requestId },
        { rev: 2, by: 'luis@example.com', action: 'patchItem', was: { price: '5' } },
      ],
    });
    expect(story.steps).toHaveLength(2);
    expect(await shop.done('getHistory', { query: { record: 'cmp_main' } })).toMatchObject({ kind: 'company' });
    const unknown = { status: 404, code: 'record.not_found', field: 'query.record' };
    expect(await shop.refused('getHistory', { query: { record: 'itm_01JDG8ZK5T7QWERTY2MNPQRSTV' } })).toEqual(unknown);
    expect(await shop.refused('getHistory', { query: { record: 'xyz_1' } })).toEqual(unknown);
    expect(await shopOf(newTenant()).refused('getHistory', { query: { record: item.id } })).toEqual(unknown);
    expect(await shop.refused('getHistory')).toMatchObject({ status: 400, field: 'query.record' });
  });

  it('of a stock record is its first and its last step', async () => {
    const shop = shopOf(newTenant());
    await shop.done('createCompany', { body: SETTINGS });
    const { id } = await shop.done('createItem', { body: { code: 'A', name: 'Taza', price: '5' } });
    for (let i = 0; i < 3; i += 1)
      await shop.done('receiveGoods', { body: { date: '2026-03-10', lines: [{ itemId: id, quantity: '1', unitCost: '1' }] } });
    const story = await shop.done('getHistory', { query: { record: `stk_${id.slice(4)}.main` } });
    expect([story.complete, story.steps.map((s: { rev: number }) => s.rev)]).toEqual([false, [1, 3]]);
  });

  it('is whole however long it has become, while the record stays small and a repeated request still finds its step', async () => {
    const shop = shopOf(newTenant());
    await shop.done('createCompany', { body: SETTINGS });
    const { id, ...made } = await shop.done('createItem', { body: { code: 'A', name: 'Taza', price: '5' }, key: 'made' });
    const { orderId, first } = await placedQuote(shop, id);
    // Steps that a busy feed takes: two hundred prices, one after the other; and forty on the order.
    const records = recordsOf(shop.tenant);
    let item = await records.getOrThrow(Items, id);
    for (let price = 1; price <= 200; price += 1)
      item = await records.save([update(Items, item, { ...item, price: String(price) }, { price: item.price })]);
    let order = await records.getOrThrow(Orders, orderId);
    for (let step = 1; step <= 40; step += 1) order = await records.save([update(Orders, order, order)]);
    const stored = await records.getOrThrow(Items, id);
    expect([stored.rev, stored.history.length < 15, stored.history[0]?.request]).toEqual([201, true, made.requestId]);
    const { complete, steps } = await shop.done('getHistory', { query: { record: id } });
    expect([complete, steps.length, steps.map(({ rev }: { rev: number }) => rev)]).toEqual([
      true,
      201,
      Array.from({ length: 201 }, (_, i) => i + 1),
    ]);
    expect(steps.slice(1).map(({ was }: { was: { price: string } }) => was.price)).toEqual([
      '5',
      ...Array.from({ length: 199 }, (_, i) => String(i + 1)),
    ]);
    // The step of the quote's placing has gone beside the order: the same request is the same step, and no second one.
    const again = await shop.ask('placeQuote', { path: [orderId], body: {}, key: 'placed' });
    expect([again.status, again.body.id, again.body.rev]).toEqual([first.status, orderId, 42]);
    expect((await records.getOrThrow(Orders, orderId)).history.some(({ action }) => action === 'placeQuote')).toBe(false);
    const other = await shop.refused('placeQuote', { path: [orderId], body: { date: '2026-03-10' }, key: 'placed' });
    expect(other.code).toBe('idempotency.key_reused');
  });
});

/** An order that was placed from a quote, with a key. */
async function placedQuote(shop: Shop, itemId: string) {
  const { walkInCustomerId: customerId } = await shop.done('getCompany');
  await shop.done('receiveGoods', { body: { date: '2026-03-01', lines: [{ itemId, quantity: '5', unitCost: '1' }] } });
  const quote = { customerId, quote: true, lines: [{ itemId, quantity: '1' }] };
  const { id: orderId } = await shop.done('placeOrder', { body: quote });
  const first = await shop.ask('placeQuote', { path: [orderId], body: {}, key: 'placed' });
  return { orderId: orderId as string, first };
}
