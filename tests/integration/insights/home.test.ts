import { beforeAll, describe, expect, it } from 'vitest';
import { figuresOf } from '../../../functions/insights/home/figures.ts';
import { EMPTY_TALLY, Imports, newImport } from '../../../shared/domain/sales/imports/import.ts';
import { addDays, dateIn, yearOf } from '../../../shared/kernel/date.ts';
import { create } from '../../../shared/kernel/record.ts';
import { newTenant } from '../../support/call.ts';
import { recordsOf } from '../../support/company.ts';
import { projectCompany } from '../../support/projection.ts';
import { eur, SETTINGS, type Shop, shopOf } from '../../support/shop.ts';

const TODAY = dateIn(SETTINGS.timeZone, new Date());
const ago = (days: number) => addDays(TODAY, -days);
const YEARS = [...new Set([yearOf(ago(400)), yearOf(ago(60)), yearOf(TODAY)])];

/** A company that sells a cup at 10.00, with 20 of them bought at 4.00 each, and a lamp of which there is none. */
async function opened(years: readonly string[] = YEARS, boughtOn = ago(60)) {
  const shop = shopOf(newTenant());
  await shop.done('createCompany', {
    body: { ...SETTINGS, policies: { ...SETTINGS.policies, shortage: 'backorder' }, fiscalYears: years },
  });
  const customer = await shop.done('createCustomer', { body: { name: 'Cafetería Sol', paymentDays: 30 } });
  const item = async (code: string) => (await shop.done('createItem', { body: { code, name: code, price: '10', kind: 'stocked' } })).id;
  const [cup, lamp] = [await item('TAZA'), await item('LAMPARA')];
  await shop.done('receiveGoods', { body: { date: boughtOn, lines: [{ itemId: cup, quantity: '20', unitCost: '4' }] } });
  const place = async (date: string, itemId: string, quantity: string, more: object = {}): Promise<string> =>
    (await shop.done('placeOrder', { body: { customerId: customer.id, date, lines: [{ itemId, quantity }], ...more } })).id;
  const ship = (orderId: string, date: string, more: object = {}) => shop.done('shipOrder', { path: [orderId], body: { date, ...more } });
  return { shop, cup, lamp, place, ship };
}

/** Money that pays (part of) an invoice. */
async function pay(shop: Shop, invoiceId: string, amount: string, date: string): Promise<void> {
  const { customerId } = await shop.done('getInvoice', { path: [invoiceId] });
  const allocations = [{ invoiceId, amount: eur(amount) }];
  await shop.done('recordReceipt', { body: { customerId, date, amount: eur(amount), allocations } });
}

/** An import as its state machine leaves it. */
const imported = (date: string, status: 'done' | 'failed', notTaken: number) => ({
  ...newImport({ profile: 'online-retail', fileName: 'x.csv', key: 'x', date, madeAt: `${date}T08:00:00.000Z` }),
  status,
  tally: { ...EMPTY_TALLY, rows: { ...EMPTY_TALLY.rows, notTaken } },
});

const WAITING = [
  'ordersToShip',
  'ordersBackordered',
  'ordersToInvoice',
  'overdueInvoices',
  'failedImports',
  'stockShort',
  'returnsToReceive',
  'returnsToRefund',
];
const countsOf = (home: { waiting: Record<string, { count: number }> }) => WAITING.map((name) => home.waiting[name]?.count);

/** What each part of the page says is what a walk over the list that it names finds. */
async function expectListsAgree(shop: Shop): Promise<void> {
  const { waiting } = await shop.done('getHome');
  for (const name of WAITING) {
    const { count, list } = waiting[name];
    expect([name, (await shop.listed(list.operation, list.query)).length]).toEqual([name, count]);
  }
}

describe('what waits for somebody', () => {
  let o: Awaited<ReturnType<typeof opened>>;
  let home: Record<string, never> & { waiting: Record<string, Record<string, unknown> & { count: number }> };
  beforeAll(async () => {
    o = await opened();
    const { shop, cup, lamp, place, ship } = o;
    // To ship: untouched, 1 of 3 shipped, back-ordered. A quote and a cancelled order wait for nothing.
    await place(ago(3), cup, '2');
    await ship(await place(ago(5), cup, '3'), ago(4), { lines: [{ line: 1, quantity: '1' }] });
    await place(TODAY, lamp, '1');
    await place(TODAY, cup, '1', { quote: true });
    await shop.done('cancelOrder', { path: [await place(TODAY, cup, '1')], body: { reason: 'x', date: TODAY } });
    await ship(await place(ago(2), cup, '1'), ago(1), { invoice: false });
    // Overdue: 12.10 due 10 days ago, of which 2.10 are paid; 24.20 due yesterday. What is due today is not, nor what was paid.
    const old = await ship(await place(ago(40), cup, '1'), ago(40));
    await pay(shop, old.invoiceId, '2.10', ago(1));
    await ship(await place(ago(31), cup, '2'), ago(31));
    await ship(await place(ago(30), cup, '1'), ago(30));
    const paid = await ship(await place(ago(50), cup, '1'), ago(50));
    await pay(shop, paid.invoiceId, '12.10', TODAY);
    // One return is expected, of another the credit is still with the company, a third was called off.
    const sold = await place(ago(9), cup, '4');
    const { invoiceId } = await ship(sold, ago(9));
    await pay(shop, invoiceId, '48.40', ago(9));
    const authorise = async (): Promise<string> =>
      (await shop.done('authoriseReturn', { path: [sold], body: { reason: 'x', date: ago(8), lines: [{ line: 1, quantity: '1' }] } })).id;
    await authorise();
    await shop.done('receiveReturn', { path: [await authorise()], body: { date: ago(7) } });
    await shop.done('cancelReturn', { path: [await authorise()], body: { reason: 'x', date: ago(7) } });
    const imports = [
      imported(ago(30), 'done', 2),
      imported(ago(31), 'failed', 0),
      imported(ago(1), 'failed', 0),
      imported(TODAY, 'done', 0),
    ];
    await recordsOf(shop.tenant).commit(imports.map((data, i) => create(Imports, `imp_01JDG8ZK5T7QWERTY2MNPQRST${i}`, data)));
    home = await shop.done('getHome');
  });

  it('is counted by kind', () => {
    expect(countsOf(home)).toEqual([2, 1, 1, 2, 2, 1, 1, 1]);
    expect(home.waiting.ordersBackordered).toMatchObject({ list: { operation: 'listOrders', query: { awaits: 'goods' } } });
    expect(home.waiting.overdueInvoices).toMatchObject({ amount: eur('34.20'), oldest: ago(10), capped: false });
    expect(home.waiting.ordersToShip).toMatchObject({ oldest: ago(5), list: { operation: 'listOrders' } });
    expect(home.waiting.stockShort?.warehouses).toEqual([{ warehouse: 'main', count: 1 }]);
  });

  it('is what the lists find that it names', async () => {
    await expectListsAgree(o.shop);
  });

  it('is found by lists that take several states', async () => {
    const count = async (name: string, query: Record<string, string>) => (await o.shop.listed(name, { limit: '2', ...query })).length;
    const statuses = ['placed', 'partly-shipped', 'placed,partly-shipped', 'quote,cancelled,partly-shipped'];
    expect(await Promise.all(statuses.map((status) => count('listOrders', { status })))).toEqual([2, 1, 3, 3]);
    const states = ['overdue', 'paid', 'overdue,paid', 'open', 'paid,open'];
    expect(await Promise.all(states.map((state) => count('listInvoices', { state })))).toEqual([2, 2, 4, 4, 6]);
    for (const status of ['placed,', ',placed', 'placed;shipped', 'x'])
      expect(await o.shop.refused('listOrders', { query: { status } }), status).toMatchObject({ status: 400, field: 'query.status' });
  });

  it('goes as it is done', async () => {
    const { shop } = o;
    for (const { id } of await shop.listed('listOrders', { status: 'shipped' }))
      await shop.done('invoiceOrder', { path: [id], body: { date: TODAY } });
    for (const { id, open } of await shop.listed('listInvoices', { state: 'overdue' })) await pay(shop, id, open.amount, TODAY);
    await shop.done('receiveGoods', { body: { date: TODAY, lines: [{ itemId: o.lamp, quantity: '1', unitCost: '9' }] } });
    for (const { id } of await shop.listed('listOrders', { status: 'placed,partly-shipped' })) await o.ship(id, TODAY);
    for (const { id } of await shop.listed('listReturns', { awaits: 'receive' }))
      await shop.done('receiveReturn', { path: [id], body: { date: TODAY } });
    for (const { id } of await shop.listed('listReturns', { awaits: 'refund' }))
      await shop.done('refundReturn', { path: [id], body: { date: TODAY } });
    expect(countsOf(await shop.done('getHome'))).toEqual([0, 0, 0, 0, 2, 0, 0, 0]);
    await expectListsAgree(shop);
  });

  it('shows a warehouse goods and no money, and another company nothing', async () => {
    const { waiting, figures } = await o.shop.done('getHome', { roles: ['warehouse'] });
    expect(Object.keys(waiting).sort()).toEqual(['ordersBackordered', 'ordersToShip', 'returnsToReceive', 'stockShort']);
    expect(figures).toBeUndefined();
    for (const role of ['owner', 'accountant', 'sales', 'auditor', 'integration'] as const)
      expect(Object.keys((await o.shop.done('getHome', { roles: [role] })).waiting), role).toHaveLength(
        // An owner decides on people's time, courses and hiring, and sees the duties towards them, too; who closes months sees which wait.
        { sales: 8, integration: 14, owner: 25, accountant: 17, auditor: 16 }[role],
      );
    const { shop } = await opened();
    expect(countsOf(await shop.done('getHome'))).toEqual(WAITING.map(() => 0));
  });
});

it('counts a queue up to 500, and says that there is more', async () => {
  const { shop } = await opened();
  const records = recordsOf(shop.tenant);
  const count = async () => {
    const { count, capped, oldest } = (await shop.done('getHome')).waiting.failedImports;
    return [count, capped, oldest];
  };
  const fail = (from: number, to: number) =>
    records.commit(
      Array.from({ length: to - from }, (_, i) =>
        create(Imports, `imp_${String(from + i).padStart(26, '0')}`, imported(ago(from + i === 0 ? 7 : 2), 'failed', 0)),
      ),
    );
  for (let at = 0; at < 500; at += 100) await fail(at, at + 100);
  expect(await count()).toEqual([500, false, ago(7)]);
  await fail(500, 501);
  expect(await count()).toEqual([500, true, ago(7)]);
});

describe('the figures', () => {
  it('are those of the books: sales less returns, money in and out, what is owed and what the stock is worth', async () => {
    const { shop, cup, place, ship } = await opened(['2025', '2026'], '2025-06-01');
    const sell = async (date: string, quantity: string): Promise<{ orderId: string; invoiceId: string }> => {
      const orderId = await place(date, cup, quantity);
      return { orderId, invoiceId: (await ship(orderId, date)).invoiceId };
    };
    // Net 10.00 a cup, gross 12.10.
    await sell('2025-12-31', '1');
    await sell('2026-02-01', '2');
    await sell('2026-02-28', '3');
    await sell('2026-03-01', '1');
    const { orderId, invoiceId } = await sell('2026-03-05', '4');
    await sell('2026-03-06', '1');
    await pay(shop, invoiceId, '20.00', '2026-03-05');
    await pay(shop, invoiceId, '5.00', '2026-03-06');
    const ret = await shop.done('authoriseReturn', {
      path: [orderId],
      body: { reason: 'x', date: '2026-03-06', lines: [{ line: 1, quantity: '1' }] },
    });
    await shop.done('receiveReturn', { path: [ret.id], body: { date: '2026-03-06' } });
    await projectCompany(shop.tenant);
    const { sales, received, paid, receivable, stock } = await figuresOf(shop.tenant, '2026-03-06', ['2025', '2026']);
    // Today 10.00 sold and 10.00 came back; of February the days 1 to 6.
    expect([sales.today, sales.month, sales.lastMonth]).toEqual([0, 5000, 2000]);
    expect(sales.days.filter(({ net }) => net !== 0)).toEqual([
      { date: '2026-02-28', net: 3000 },
      { date: '2026-03-01', net: 1000 },
      { date: '2026-03-05', net: 4000 },
    ]);
    expect([sales.days[0]?.date, sales.days.length]).toEqual(['2026-02-05', 30]);
    expect(sales.months.map(({ month, net }) => [month, net]).slice(-4)).toEqual([
      ['2025-12', 1000],
      ['2026-01', 0],
      ['2026-02', 5000],
      ['2026-03', 5000],
    ]);
    expect([sales.months[0]?.month, sales.months.length]).toEqual(['2025-04', 12]);
    expect([received, paid]).toEqual([
      { today: 500, month: 2500 },
      { today: 0, month: 0 },
    ]);
    // 12 cups sold at 12.10 are 145.20; 25.00 were paid and 12.10 credited. 20 − 12 + 1 cups at 4.00.
    expect([receivable, stock]).toEqual([10810, 3600]);
    const owed = await shop.done('getReceivables');
    const { value } = await shop.done('getStockValuation');
    expect([owed.receivable, value]).toEqual([eur('108.10'), eur('36.00')]);
  });

  it('stand on the page in money', async () => {
    const { shop, cup, place, ship } = await opened();
    await ship(await place(TODAY, cup, '3'), TODAY);
    await projectCompany(shop.tenant);
    const { date, figures } = await shop.done('getHome');
    expect([date, figures.sales.today, figures.receivable, figures.stock]).toEqual([TODAY, eur('30.00'), eur('36.30'), eur('68.00')]);
    expect(figures.sales.days.at(-1)).toEqual({ date: TODAY, net: eur('30.00') });
  });
});
