import { describe, expect, it } from 'vitest';
import { newTenant } from '../../support/call.ts';
import { SETTINGS, shopOf } from '../../support/shop.ts';

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
    // The first answer is what it was.
    expect(await shop.done('createCompany', { body: { ...SETTINGS, fiscalYears: ['2026', '2025', '2026'] }, key: 'set-up' })).toEqual(
      company,
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
});

describe('who I am', () => {
  it('is what the token says, and the member that the first question makes', async () => {
    const tenant = newTenant();
    const asked = { roles: ['sales', 'warehouse'], email: 'ana@example.com' } as const;
    const answers = await Promise.all(Array.from({ length: 5 }, () => shopOf(tenant).done('getMe', asked)));
    const [member, ...others] = await shopOf(tenant).listed('listMembers');
    expect([others, member.state, member.rev]).toEqual([[], 'active', 1]);
    for (const answer of [...answers, await shopOf(tenant).done('getMe', asked)])
      expect(answer).toEqual({
        email: 'ana@example.com',
        company: tenant,
        roles: ['sales', 'warehouse'],
        memberId: member.id,
      });
    expect(await shopOf(tenant).refused('getMe', { roles: [] })).toMatchObject({ status: 403, code: 'role.not_allowed' });
  });
});

describe('a record’s story', () => {
  it('tells each step: who, when, by which request, and what stood there before', async () => {
    const shop = shopOf(newTenant());
    await shop.done('createCompany', { body: SETTINGS });
    const item = await shop.done('createItem', { body: { code: 'A', name: 'Taza', price: '5' }, email: 'ana@example.com' });
    await shop.done('patchItem', { path: [item.id], body: { price: '6' }, email: 'luis@example.com' });
    await shop.done('patchItem', { path: [item.id], body: { price: '6' }, email: 'nadie@example.com' });
    const story = await shop.done('getStory', { query: { record: item.id } });
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
    expect(await shop.done('getStory', { query: { record: 'cmp_main' } })).toMatchObject({ kind: 'company' });
    const unknown = { status: 404, code: 'record.not_found', field: 'query.record' };
    expect(await shop.refused('getStory', { query: { record: 'itm_01JDG8ZK5T7QWERTY2MNPQRSTV' } })).toEqual(unknown);
    expect(await shop.refused('getStory', { query: { record: 'xyz_1' } })).toEqual(unknown);
    expect(await shopOf(newTenant()).refused('getStory', { query: { record: item.id } })).toEqual(unknown);
    expect(await shop.refused('getStory')).toMatchObject({ status: 400, field: 'query.record' });
  });

  it('of a stock record is its first and its last step', async () => {
    const shop = shopOf(newTenant());
    await shop.done('createCompany', { body: SETTINGS });
    const { id } = await shop.done('createItem', { body: { code: 'A', name: 'Taza', price: '5' } });
    for (let i = 0; i < 3; i += 1)
      await shop.done('receiveGoods', { body: { date: '2026-03-10', lines: [{ itemId: id, quantity: '1', unitCost: '1' }] } });
    const story = await shop.done('getStory', { query: { record: `stk_${id.slice(4)}.main` } });
    expect([story.complete, story.steps.map((s: { rev: number }) => s.rev)]).toEqual([false, [1, 3]]);
  });
});
