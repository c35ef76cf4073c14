import { beforeAll, describe, expect, it } from 'vitest';
import { Orders } from '../../../shared/domain/sales/orders/order.ts';
import { dateIn, yearOf } from '../../../shared/kernel/date.ts';
import { openRecords } from '../../../shared/runtime/open-work.ts';
import { sweep } from '../../../shared/runtime/sweep.ts';
import { newTenant } from '../../support/call.ts';
import { recordsOf } from '../../support/company.ts';
import { putRaw, type RawItem, rawItem } from '../../support/raw-items.ts';
import { eur, SETTINGS, type Shop, shopOf } from '../../support/shop.ts';

const TODAY = dateIn(SETTINGS.timeZone, new Date());

/** Three orders that are shipped and invoiced, and a fourth that waits. */
async function trading() {
  const shop = shopOf(newTenant());
  await shop.done('createCompany', { body: { ...SETTINGS, fiscalYears: [yearOf(TODAY)] } });
  const make = async (name: string, body: object): Promise<string> => (await shop.done(name, { body })).id;
  const customerId = await make('createCustomer', { name: 'Panadería Núñez' });
  const itemId = await make('createItem', { code: 'TZ-01', name: 'Taza', price: '10' });
  await make('receiveGoods', { date: TODAY, lines: [{ itemId, quantity: '50', unitCost: '4' }] });
  const place = () => make('placeOrder', { customerId, date: TODAY, lines: [{ itemId, quantity: '2' }], reference: 'PED-7' });
  const orders = [await place(), await place(), await place()];
  const invoices: string[] = [];
  for (const id of orders) invoices.push((await shop.done('shipOrder', { path: [id], body: { date: TODAY } })).invoiceId);
  return { shop, customerId, itemId, orders, invoices, waiting: await place() };
}

/** Spoils a record's data by hand, as nothing of ours would write it. */
async function spoil({ tenant }: Shop, kind: string, id: string): Promise<RawItem> {
  const item = await rawItem({ tenant, kind, id });
  const { l, lines, ...data } = item.data;
  await putRaw({ ...item, data: { ...data, lines: 'none' } });
  return item;
}
const idsOf = ({ items }: { items: { id: string }[] }): string[] => items.map(({ id }) => id).sort();

describe('a damaged record', () => {
  let o: Awaited<ReturnType<typeof trading>>;
  let order: RawItem;
  beforeAll(async () => {
    o = await trading();
    order = await spoil(o.shop, 'order', o.orders[1] ?? '');
    await spoil(o.shop, 'invoice', o.invoices[0] ?? '');
    await spoil(o.shop, 'order', o.waiting);
  });

  it('says so on its own page, and to whoever acts on it: which it is, and nothing of what it holds', async () => {
    const { shop, orders, waiting } = o;
    const requests = [
      ['getOrder', { path: [orders[1] ?? ''] }, 'order', orders[1]],
      ['getInvoice', { path: [o.invoices[0] ?? ''] }, 'invoice', o.invoices[0]],
      ['shipOrder', { path: [waiting], body: {} }, 'order', waiting],
    ] as const;
    for (const [name, request, kind, id] of requests) {
      const { body } = await shop.ask(name, request);
      expect(body, name).toMatchObject({ status: 500, code: 'record.unreadable', params: { kind, id } });
      expect(JSON.stringify(body), name).not.toMatch(/none|Núñez|TZ-01/);
    }
  });

  it('is left out of lists, search and journal, which name it and show all others', async () => {
    const { shop, orders, invoices, waiting } = o;
    const list = await shop.done('listOrders', {});
    expect([idsOf(list), list.unreadable]).toEqual([[orders[0], orders[2]].sort(), [orders[1], waiting].sort()]);
    const found = await shop.done('searchAll', { query: { q: 'ped-7' } });
    expect([idsOf(found), found.unreadable]).toEqual([[orders[0], orders[2]].sort(), [orders[1], waiting].sort()]);
    const exact = await shop.done('searchAll', { query: { q: orders[1] ?? '' } });
    expect([exact.items, exact.unreadable]).toEqual([[], [orders[1]]]);
    const journal = await shop.done('listEntries', { query: { account: '430' } });
    expect([journal.items.length, journal.unreadable]).toEqual([2, [invoices[0]]]);
    const ledger = await shop.done('getAccountLedger', { path: ['430'] });
    // Each order is 20.00 and 21 % of it: all three are in the balance, two of them can be shown.
    expect([ledger.items.length, ledger.unreadable, ledger.complete]).toEqual([2, [invoices[0]], false]);
    expect((await shop.done('listInvoices', {})).unreadable).toEqual([invoices[0]]);
    // The order of the damaged invoice shows the rest of what belongs to it.
    const own = await shop.done('getOrder', { path: [orders[0] ?? ''] });
    expect(own.documents.map(({ id }: { id: string }) => id)).not.toContain(invoices[0]);
  });

  it('stops no sweep, and no number: the next invoice follows the damaged one', async () => {
    const { shop, customerId, itemId, waiting } = o;
    const body = { customerId, date: TODAY, lines: [{ itemId, quantity: '1' }] };
    const { id } = await shop.done('placeOrder', { body });
    const unreadable = new Set<string>();
    const waits = await Array.fromAsync(openRecords(recordsOf(shop.tenant), Orders, 'ship', {}, unreadable));
    expect([waits.map((order) => order.id), [...unreadable]]).toEqual([[id], [waiting]]);
    const swept: string[] = [];
    const run = sweep('test-sweep', {
      type: Orders,
      queues: ['ship'],
      handle: async ({ tenant }, order) => void (tenant === shop.tenant && swept.push(order.id)),
    });
    const { failed } = await run(undefined);
    expect(swept).toEqual([id]);
    expect(failed).toBeGreaterThan(0);
    const { invoiceId } = await shop.done('shipOrder', { path: [id], body: { date: TODAY } });
    expect(invoiceId).toMatch(/-000004$/);
    const receipt = { customerId, date: TODAY, amount: eur('12.10') };
    expect((await shop.ask('recordReceipt', { body: receipt })).status).toBe(201);
  });

  it('is read again once it is mended', async () => {
    const { shop, orders } = o;
    await putRaw(order);
    expect((await shop.done('getOrder', { path: [orders[1] ?? ''] })).id).toBe(orders[1]);
    expect((await shop.done('listOrders', {})).unreadable).toEqual([o.waiting]);
  });
});
