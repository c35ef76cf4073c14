import { expect, it } from 'vitest';
import { handler as uploads } from '../../../functions/sales/imports/documents.ts';
import { eventually } from '../../support/cloud.ts';
import { newShop, scanned } from '../../support/imports.ts';
import { type CsvRow, shopCsv } from '../../support/shop-csv.ts';

type Shop = Awaited<ReturnType<typeof newShop>>;
const row = (document: string, quantity: number, more: Partial<CsvRow> = {}): CsvRow => ({
  document,
  code: '10001',
  quantity,
  price: '9999.00',
  ...more,
});
/** A sale, a customer's return of it, and a walk-in's return of what was never sold. */
const FILE = shopCsv([row('1', 2), row('C2', -1, { day: 2 }), row('C3', -1, { customer: '', day: 2 })]);
const as = (...roles: string[]) => ({ roles });
const of = async ({ tenant }: Shop, kind: string) => (await scanned(tenant)).filter((record) => record.kind === kind);
const byOf = async (shop: Shop, kind: string) => {
  const records = await of(shop, kind);
  return records.map(({ history }) => (history[0] as unknown as { by: string }).by.split('@')[0]).sort();
};

it.each([['sales'], ['integration']])(
  '%s imports sales, and no return: it waits for somebody who may credit',
  async (role) => {
    const shop = await newShop(['2010']);
    const done = await shop.import(FILE, {}, as(role));
    expect(done).toMatchObject({
      status: 'done',
      documents: { sales: 1, returns: 0, notTaken: 2 },
      notTaken: { 'needs-approval': 2 },
      createdBy: expect.stringMatching(`^${role}@`),
    });
    expect([await of(shop, 'refund'), await of(shop, 'credit-note')]).toEqual([[], []]);
    expect(await byOf(shop, 'invoice')).toEqual([role]);
    // Who brought them in may not approve them, also where they were given the permission since.
    expect((await shop.approve(done.id, as(role))).body.code).toBe('role.not_allowed');
    const email = `${role}@${shop.tenant}.example`;
    expect((await shop.approve(done.id, { email, roles: ['accountant', role] })).body.code).toBe('import.same_person');
  },
  60_000,
);

it('approveImport: an accountant approves what another imported; it is made in the accountant’s name, once', async () => {
  const shop = await newShop(['2010']);
  const done = await shop.import(FILE, {}, as('sales'));
  const approved = await shop.approve(done.id, { ...as('accountant'), key: 'k' });
  expect(approved).toMatchObject({ status: 201, body: { approves: done.id, createdBy: expect.stringMatching(/^accountant@/) } });
  expect((await shop.approve(done.id, { ...as('accountant'), key: 'k' })).body.id).toBe(approved.body.id);
  const ended = await shop.ended(approved.body.id);
  expect(ended).toMatchObject({ status: 'done', documents: { sales: 0, returns: 2, already: 1, notTaken: 0 } });
  // 9999.00 and 21 %.
  expect(ended.totals.cashRefunded).toMatchObject({ amount: '12098.79' });
  expect([await byOf(shop, 'refund'), await byOf(shop, 'credit-note')]).toEqual([['accountant'], ['accountant', 'accountant']]);
  expect((await shop.approve(done.id, as('accountant'))).body.code).toBe('import.nothing_waits');
  expect((await shop.list({})).length).toBe(2);
}, 90_000);

it('an accountant credits what they import, and pays nothing back alone; the owner may', async () => {
  const shop = await newShop(['2010']);
  const both = { roles: ['accountant', 'sales'] };
  const done = await shop.import(FILE, {}, both);
  expect(done).toMatchObject({ documents: { sales: 1, returns: 1, notTaken: 1 }, notTaken: { 'needs-approval': 1 } });
  expect((await shop.approve(done.id, both)).body.code).toBe('import.same_person');
  // Importing it again is no second person.
  expect(await shop.import(FILE, {}, both)).toMatchObject({ documents: { already: 2, notTaken: 1 } });
  expect(await of(shop, 'refund')).toEqual([]);
  expect(await shop.import(FILE)).toMatchObject({ documents: { already: 2, returns: 1, notTaken: 0 } });
  expect(await byOf(shop, 'refund')).toEqual(['owner']);
}, 90_000);

it('a file that nobody uploaded sells, and pays nothing back', async () => {
  const shop = await newShop(['2010']);
  await shop.drop('a.csv', FILE);
  const done = await eventually('its end', async () => (await shop.list({ status: 'done' }))[0]);
  expect(done).toMatchObject({ documents: { sales: 1, returns: 0, notTaken: 2 } });
  expect(await of(shop, 'refund')).toEqual([]);
}, 60_000);

it('each file that comes by one link is an import of its uploader', async () => {
  const shop = await newShop(['2010']);
  const [one, two] = [shopCsv([row('1', 1)]), shopCsv([row('2', 1)])];
  const made = await shop.ask(uploads, 'POST /imports', 'POST /imports', {
    body: { fileName: 'orders.csv', bytes: Buffer.byteLength(one) },
    ...as('sales'),
  });
  const put = (body: string) => fetch(made.body.upload.url, { method: 'PUT', body }).then(({ status }) => expect(status).toBe(200));
  await put(one);
  await put(two);
  const all = await eventually('both ends', async () => {
    const items = await shop.list({ status: 'done' });
    return items.length === 2 ? items : undefined;
  });
  expect(all.map((each: { documents: { sales: number } }) => each.documents.sales)).toEqual([1, 1]);
  expect(all.map((each: { createdBy: string }) => each.createdBy.split('@')[0])).toEqual(['sales', 'sales']);
}, 60_000);
