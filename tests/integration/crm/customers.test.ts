import { describe, expect, it } from 'vitest';
import { Customers } from '../../../shared/domain/crm/customers/customer.ts';
import { update } from '../../../shared/kernel/record.ts';
import { newSeller } from '../../support/seller.ts';
import { eur } from '../../support/shop.ts';

describe('a customer', () => {
  it('is added, read, changed and cleared field by field', async () => {
    const s = await newSeller([]);
    const body = {
      name: 'Librería Cervantes, S.L.',
      taxId: 'B58378431',
      email: 'compras@cervantes.example',
      paymentDays: 45,
      address: { street: 'Gran Vía 12', postalCode: '28013', city: 'Madrid', country: 'ES' },
      creditLimit: eur('5000.00'),
      externalRef: 'shop:17850',
    };
    const made = await s.done('createCustomer', { body });
    expect(made).toMatchObject({ ...body, exposure: eur('0.00'), availableCredit: eur('5000.00'), walkIn: false, rev: 1 });
    const patched = await s.done('patchCustomer', { path: [made.id], body: { email: null, paymentDays: 60 } });
    expect(patched).not.toHaveProperty('email');
    expect(await s.done('getCustomer', { path: [made.id] })).toMatchObject({ paymentDays: 60, rev: 2, availableCredit: eur('5000.00') });
    const found = (q: string) => s.listed('listCustomers', { q }).then((all) => all.map((c) => c.id));
    expect(await found('cervantes b58378431')).toEqual([made.id]);
    expect(await found('compras@')).toEqual([]);
    for (const q of ['B-58378431', 'b 58.378.431', 'ESB58378431', 'ES-B58378431', 'cervantes b-58378431', 'B58378'])
      expect([q, await found(q)]).toEqual([q, [made.id]]);
    expect(await found('A-58818501')).toEqual([]);
  });

  it('whose tax id another has says so, until one of them has it no more', async () => {
    const s = await newSeller([]);
    const [a, b] = [
      await s.done('createCustomer', { body: { name: 'Uno', taxId: 'B58378431' } }),
      await s.done('createCustomer', {
        body: { name: 'Dos', taxId: 'ESB58378431', address: { street: 'x', postalCode: '1', city: 'y', country: 'PT' } },
      }),
    ];
    expect([a.warnings, b.warnings]).toMatchObject([
      undefined,
      [{ code: 'customer.same_tax_id', params: { taxId: 'ESB58378431', customers: 'Uno' } }],
    ]);
    expect((await s.done('getCustomer', { path: [a.id] })).warnings).toMatchObject([{ params: { customers: 'Dos' } }]);
    await s.done('patchCustomer', { path: [b.id], body: { taxId: null } });
    expect(await s.done('getCustomer', { path: [a.id] })).not.toHaveProperty('warnings');
    expect((await s.done('patchCustomer', { path: [b.id], body: { taxId: 'B58378431' } })).warnings).toHaveLength(1);
  });

  it('stands in the list where a Spanish dictionary has the name, composed or not', async () => {
    const s = await newSeller([]);
    for (const name of ['Oca', 'Ñandú', 'N\u0303u', 'Óscar', 'Nuria', 'Ana Belén', 'Ana'])
      await s.done('createCustomer', { body: { name } });
    const names = (await s.listed('listCustomers', { order: 'asc' })).map((customer) => customer.name);
    const mine = ['Ana', 'Ana Belén', 'Nuria', 'Ñandú', 'Ñu', 'Oca', 'Óscar'];
    expect(names.filter((name) => mine.includes(name))).toEqual(mine);
    expect((await s.listed('listCustomers', { q: 'ñu' })).map(({ name }) => name)).toEqual(expect.arrayContaining(['Ñu', 'Nuria']));
  });

  it('has a tax id that is right, and a reference of its own', async () => {
    const s = await newSeller([]);
    const wrong = { status: 400, code: 'customer.tax_id', field: 'body.taxId' };
    expect(await s.refused('createCustomer', { body: { name: 'X', taxId: 'B58378432' } })).toEqual(wrong);
    const { id } = await s.done('createCustomer', { body: { name: 'X', externalRef: 'shop:1' } });
    expect(await s.refused('patchCustomer', { path: [id], body: { taxId: '12345678A' } })).toEqual(wrong);
    expect(await s.refused('createCustomer', { body: { name: 'Y', externalRef: 'shop:1' } })).toMatchObject({
      status: 409,
      code: 'customer-reference.exists',
    });
    expect(await s.refused('patchCustomer', { path: [id], body: { externalRef: 'shop:2' } })).toMatchObject({ field: 'body.externalRef' });
    const unknown = ['cus_01JDG8ZK5T7QWERTY2MNPQRSTV'];
    expect(await s.refused('getCustomer', { path: unknown })).toEqual({
      status: 404,
      code: 'customer.not_found',
      field: 'path.customerId',
    });
    expect(await s.refused('patchCustomer', { path: unknown, body: {} })).toMatchObject({ status: 404, code: 'customer.not_found' });
  });

  it('who walks in keeps all but his name', async () => {
    const s = await newSeller([]);
    const { id } = await s.done('createCustomer', { body: { name: 'Contado' } });
    const before = await s.records.getOrThrow(Customers, id);
    await s.records.commit([update(Customers, before, { ...before, walkIn: true })]);
    expect(await s.refused('patchCustomer', { path: [id], body: { paymentDays: 30 } })).toEqual({
      status: 422,
      code: 'customer.walk_in',
      field: 'path.customerId',
    });
    expect(await s.done('patchCustomer', { path: [id], body: { name: 'Mostrador' } })).toMatchObject({ name: 'Mostrador' });
  });

  it('that gets a first limit later counts what it has open already, and is counted to the cent from then on', async () => {
    const s = await newSeller([['A', 100, 1000]]);
    const { id } = await s.place([{ itemId: s.items[0], quantity: '3', price: '0.12' }]); // 0.44
    for (const quantity of ['1', '1', '1']) await s.ship(id, { lines: [{ line: 1, quantity }] }); // 3 × 0.15
    await s.place([{ itemId: s.items[0], quantity: '10' }]); // 121.00
    const part = await s.place([{ itemId: s.items[0], quantity: '10' }]); // 121.00
    await s.ship(part.id, { lines: [{ line: 1, quantity: '4' }] }); // 48.40
    await s.place([{ itemId: s.items[0], quantity: '10' }], { quote: true });
    await s.done('recordReceipt', { body: { customerId: s.customerId, date: '2026-03-20', amount: eur('20') } });
    const exposure = async () => (await s.done('getCustomer', { path: [s.customerId] })).exposure?.amount;
    expect(await exposure()).toBeUndefined();
    await s.done('patchCustomer', { path: [s.customerId], body: { creditLimit: eur('100') } });
    expect(await exposure()).toBe('222.45');
    expect(await s.faults()).toEqual([]);
    await s.ship(part.id);
    expect(await exposure()).toBe('222.45');
    expect(await s.refused('placeOrder', { body: s.orderBody([{ itemId: s.items[0], quantity: '1' }]) })).toMatchObject({
      code: 'customer.credit_exceeded',
    });
    await s.done('patchCustomer', { path: [s.customerId], body: { creditLimit: null } });
    await s.place([{ itemId: s.items[0], quantity: '1' }]);
    expect(await s.faults()).toEqual([]);
  });

  it('may be given its first limit by two people at once', async () => {
    const s = await newSeller([]);
    const answers = await Promise.all(
      ['100', '200', '300'].map((amount) => s.ask('patchCustomer', { path: [s.customerId], body: { creditLimit: eur(amount) } })),
    );
    expect(answers.map((x) => `${x.status} ${x.body.code ?? ''}`)).toEqual(['200 ', '200 ', '200 ']);
  });
});
