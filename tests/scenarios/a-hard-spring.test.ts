import { expect, it } from 'vitest';
import { addDays, dateIn } from '../../shared/kernel/date.ts';
import { newTenant } from '../support/call.ts';
import { batchOf } from '../support/changes.ts';
import { eventually, invokeWorker, mailsTo } from '../support/cloud.ts';
import { withoutEvents } from '../support/lost-events.ts';
import { projectCompany } from '../support/projection.ts';
import { eur, SETTINGS, type Shop, shopOf } from '../support/shop.ts';
import { soundnessOf } from '../support/soundness.ts';

/**
 * A spring in which everything happens that should not. One item: cost 3.00, price 10.00, 21 %. Customer pays in 30 days.
 * - 100 pieces from the start: 300.00.
 * - First order, entered half a year late: 10 pieces, 121.00, due on 2 April. Paid on 20 March, and the receipt bounces on 5 May.
 * - Second: 10 pieces, of which 4 ship (48.40) and 6 are given up. Paid.
 * - Third: 6 pieces, 72.60, paid. Three come back, one by each route, 12.10 each: the first is paid back by its return, the
 *   second by its credit note, the third (scrapped) is set against the first invoice. Who received them pays none of them.
 * - March is locked before the fourth order has left: 5 pieces, 60.50, go out on 1 April instead; the event of it is lost.
 * - What the followers are told of the third order comes three times more, in any order.
 *
 * Books, by hand: sales 100 + 40 + 60 + 50 = 250.00, returned 30.00; VAT 52.50 less 6.30; the bank 48.40 + 72.60 less 24.20;
 * customers 121.00 less 12.10, and 60.50: 169.40; 25 pieces left at 3.00, 3 came back, one of them to the bin.
 */
const GOLDEN: readonly (readonly [account: string, cents: number])[] = [
  ['300', 23_100], // 300.00 − 75.00 + 6.00
  ['430', 16_940],
  ['477', -4620],
  ['5550', -30_000],
  ['572', 9680],
  ['610', 6600], // 75.00 − 9.00
  ['6109', 300],
  ['700', -25_000],
  ['708', 3000],
];
const today = dateIn('Europe/Madrid', new Date());

async function spring(shop: Shop, email: string) {
  await shop.done('createCompany', { body: { ...SETTINGS, policies: { ...SETTINGS.policies, dunningDays: [1, 8] } } });
  const itemId = (await shop.done('createItem', { body: { code: 'TAZA', name: 'Taza', price: '10', taxCode: 'IVA-G' } })).id;
  const customerId = (await shop.done('createCustomer', { body: { name: 'Bar Pepe', email, paymentDays: 30, creditLimit: eur('1000') } }))
    .id;
  await shop.done('receiveGoods', { body: { date: '2026-03-01', origin: 'opening', lines: [{ itemId, quantity: '100', unitCost: '3' }] } });
  const place = async (date: string, quantity: string): Promise<string> =>
    (await shop.done('placeOrder', { body: { customerId, date, lines: [{ itemId, quantity }] } })).id;
  const ship = async (id: string, date: string, more: object = {}): Promise<string> =>
    (await shop.done('shipOrder', { path: [id], body: { date, ...more } })).invoiceId;
  const pay = (date: string, invoiceId: string, amount: string) =>
    shop.done('recordReceipt', { body: { customerId, date, amount: eur(amount), allocations: [{ invoiceId, amount: eur(amount) }] } });

  const first = await place('2026-03-02', '10');
  const bounced = await ship(first, '2026-03-03');
  const receipt = await pay('2026-03-20', bounced, '121.00');
  await shop.done('reverseReceipt', { path: [receipt.id], body: { date: '2026-05-05', reason: 'Sin fondos' } });

  const second = await place('2026-03-04', '10');
  await pay('2026-03-12', await ship(second, '2026-03-05', { lines: [{ line: 1, quantity: '4' }] }), '48.40');
  await shop.done('cancelRest', { path: [second], body: { date: '2026-03-10', reason: 'Descatalogada' } });

  const third = await place('2026-03-06', '6');
  await pay('2026-03-07', await ship(third, '2026-03-06'), '72.60');
  await comeBack(shop, third, bounced);

  const fourth = await place('2026-03-30', '5');
  return { itemId, first, second, third, fourth, bounced, ship, place };
}

/** One of each order comes back three times; warehouse and accountant are two people. */
async function comeBack(shop: Shop, order: string, against: string): Promise<void> {
  const back = async (disposition: 'restock' | 'scrap') => {
    const lines = [{ line: 1, quantity: '1' }];
    const { id } = await shop.done('authoriseReturn', {
      path: [order],
      roles: ['sales'],
      body: { reason: 'Rota', date: '2026-03-15', lines },
    });
    const { creditNoteIds } = await shop.done('receiveReturn', {
      path: [id],
      roles: ['warehouse'],
      body: { date: '2026-03-16', lines: [{ ...lines[0], disposition }], closes: true },
    });
    return { id, note: creditNoteIds[0] as string };
  };
  const refund = { roles: ['accountant'], email: `contable@${shop.tenant}.example` };
  const first = await back('restock');
  await shop.done('refundReturn', { path: [first.id], ...refund, body: { method: 'bank', date: '2026-03-17' } });
  const second = await back('restock');
  await shop.done('recordRefund', { ...refund, body: { from: second.note, amount: eur('12.10'), method: 'bank', date: '2026-03-17' } });
  const third = await back('scrap');
  await shop.done('allocateCreditNote', {
    path: [third.note],
    ...refund,
    body: { allocations: [{ invoiceId: against, amount: eur('12.10') }] },
  });
}

const stateOf = async (shop: Shop, id: string) => {
  const { status, execution } = await shop.done('getOrder', { path: [id] });
  return [status, execution?.status === 'waiting' ? execution.state : undefined];
};
const becomes = (shop: Shop, id: string, state: unknown[]) =>
  eventually(`${id}: ${state}`, async () => JSON.stringify(await stateOf(shop, id)) === JSON.stringify(state), 60);

it('books, stock, open items, waits and reminders are right after a spring in which everything went wrong', {
  timeout: 240_000,
}, async () => {
  const shop = shopOf(newTenant());
  const email = `bar-${shop.tenant}@example.com`;
  const { itemId, first, second, third, fourth, bounced, ship, place } = await spring(shop, email);

  for (const month of ['2026-01', '2026-02', '2026-03']) await shop.done('setPeriod', { path: [month], body: { state: 'locked' } });
  expect(await shop.refused('shipOrder', { path: [fourth], body: { date: '2026-03-31' } })).toMatchObject({
    status: 422,
    code: 'period.locked',
  });
  await becomes(shop, fourth, ['placed', 'AwaitShipment']);
  const late = await withoutEvents(
    shop.tenant,
    fourth,
    () => ship(fourth, '2026-04-01'),
    async () => {
      const other = await place('2026-04-02', '1');
      await becomes(shop, other, ['placed', 'AwaitShipment']);
      await shop.done('cancelOrder', { path: [other], body: { reason: 'Prueba', date: '2026-04-02' } });
    },
  );
  expect(await stateOf(shop, fourth)).toEqual(['invoiced', 'AwaitShipment']);
  await invokeWorker('reconcileOrders');
  await becomes(shop, fourth, ['invoiced', 'AwaitPayment']);
  await becomes(shop, second, ['closed', undefined]);
  await becomes(shop, third, ['closed', undefined]);
  await becomes(shop, first, ['invoiced', 'AwaitPayment']);

  // Told again, and again backwards.
  const changes = [1, 2, 3].map((rev) => ({
    tenant: shop.tenant,
    kind: 'order',
    id: third,
    rev,
    after: { state: rev < 3 ? 'placed' : 'closed' },
  }));
  for (const batch of [changes, changes.toReversed()])
    expect(await invokeWorker('followSales', batchOf(batch))).toEqual({ batchItemFailures: [] });

  // One letter for both, however often it is looked; the next one a week after it.
  for (let times = 0; times < 2; times += 1) await invokeWorker('remindCustomers');
  for (const id of [bounced, late])
    expect(await shop.done('getInvoice', { path: [id] })).toMatchObject({
      reminders: 1,
      remindedOn: today,
      nextReminder: addDays(today, 7),
    });
  expect(await mailsTo(email)).toHaveLength(1);

  expect(await shop.done('getStock', { path: [itemId] })).toMatchObject({ onHand: '77', reserved: '0', value: eur('231.00') });
  expect((await shop.listed('listInvoices', { state: 'open,overdue' })).map(({ open }) => open.amount).sort()).toEqual(['108.90', '60.50']);
  expect((await shop.listed('listReturns', { awaits: 'refund' })).length).toBe(0);
  await projectCompany(shop.tenant);
  const { rows } = await shop.done('getTrialBalance', { query: { date: '2026-05-31', consistent: 'true' } });
  expect(
    rows.map(({ account, closing }: { account: string; closing: { amount: string } }) => [
      account,
      Math.round(100 * Number(closing.amount)),
    ]),
  ).toEqual(GOLDEN);
  expect(await soundnessOf(shop.tenant)).toEqual([]);
});
