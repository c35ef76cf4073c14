import { afterEach, expect, it, vi } from 'vitest';
import { handler as finishOrders } from '../../functions/sales/orders/finish-orders.event.ts';
import { enlistTenant } from '../../shared/runtime/tenants.ts';
import { crashAfter, isWrite, withFault } from '../support/faults.ts';
import { newSeller, type Seller } from '../support/seller.ts';

const goods = Array.from({ length: 120 }, (_, i) => [`L${i}`, 4, 400] as const);
const all = (s: Seller) => s.items.map((itemId) => ({ itemId, quantity: '2' }));

afterEach(() => {
  vi.useRealTimers();
});

/** The work, an hour ago, in a process that died at its `n`th write: the request is never sent again. */
async function diedAtWrite(n: number, work: () => Promise<unknown>): Promise<void> {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() - 3_600_000 });
  let writes = 0;
  const atWrite = (_: number, name: string) => {
    writes += isWrite(name) ? 1 : 0;
    return isWrite(name) && writes === n;
  };
  await withFault(crashAfter, atWrite, async () => {
    await work();
  });
  vi.useRealTimers();
}

async function seller(): Promise<Seller> {
  const s = await newSeller(goods, { creditLimit: 10_000_000 });
  await enlistTenant(s.tenant);
  return s;
}

it('takes a long placing back that nobody finished: nothing stays reserved, no credit in use', async () => {
  const s = await seller();
  await diedAtWrite(2, () => s.ask('placeOrder', { body: s.orderBody(all(s)) }));
  expect((await s.stock()).filter(([, reserved]) => reserved === '2').length).toBe(90);
  await finishOrders({});
  expect(new Set((await s.stock()).map(String))).toEqual(new Set(['4,0,400']));
  expect(await s.faults()).toEqual([]);
});

it('finishes a long shipment that was begun, with its invoice', async () => {
  const s = await seller();
  const order = await s.place(all(s));
  await diedAtWrite(2, () => s.ask('shipOrder', { path: [order.id], body: { date: '2026-03-10' } }));
  expect((await s.order(order.id)).status).toBe('placed');
  await finishOrders({});
  expect(await s.order(order.id)).toMatchObject({ status: 'invoiced', invoiceIds: ['inv_F2026-000001'] });
  expect(new Set((await s.stock()).map(String))).toEqual(new Set(['2,0,200']));
  expect(await s.faults()).toEqual([]);
});

it('releases what a cancelled long order still holds, and leaves alone what somebody may be at', async () => {
  const s = await seller();
  const order = await s.place(all(s));
  await withFault(
    crashAfter,
    (_, name) => isWrite(name),
    async () => {
      await s.ask('cancelOrder', { path: [order.id], body: { reason: 'No', date: '2026-03-10' } });
    },
  );
  await finishOrders({});
  expect((await s.stock())[0]).toEqual(['4', '2', 400]);
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 3_600_000 });
  await finishOrders({});
  vi.useRealTimers();
  expect(new Set((await s.stock()).map(String))).toEqual(new Set(['4,0,400']));
  expect((await s.order(order.id)).status).toBe('cancelled');
});
