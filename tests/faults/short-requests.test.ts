import { describe, expect, it } from 'vitest';
import { throttledTransaction, transactionConflict, whileThrottled } from '../support/faults.ts';
import { survivesCrashes, survivesEach, type Trial } from '../support/ordeal.ts';
import { DAY, newSeller } from '../support/seller.ts';
import { eur, shopOf } from '../support/shop.ts';
import { snapshotOf } from '../support/snapshot.ts';

const GOODS = [
  ['A', 10, 1000],
  ['B', 10, 3333],
] as const;
const newShop = () => newSeller(GOODS, { creditLimit: 100_000 });

/** Two lines, one of them in part: goods out, cost, invoice and number in one request. */
async function shipping(): Promise<Trial> {
  const seller = await newShop();
  const { id } = await seller.place([
    { itemId: seller.items[0], quantity: '3' },
    { itemId: seller.items[1], quantity: '2' },
  ]);
  return { seller, name: 'shipOrder', request: { path: [id], body: { date: DAY } } };
}

async function placing(): Promise<Trial> {
  const seller = await newSeller(GOODS, { creditLimit: 100_000, policies: { invoiceOn: 'order' } });
  return { seller, name: 'placeOrder', request: { body: seller.orderBody([{ itemId: seller.items[0], quantity: '3' }]) } };
}

/** A payment of two invoices by age, the second in part. */
async function paying(): Promise<Trial> {
  const seller = await newShop();
  for (const price of ['100', '50']) {
    const body = { customerId: seller.customerId, date: DAY, lines: [{ name: 'Asesoría', quantity: '1', price }] };
    await seller.done('issueDraft', { path: [(await seller.done('createDraft', { body })).id], body: {} });
  }
  const body = { customerId: seller.customerId, date: '2026-03-20', amount: eur('150'), auto: true };
  return { seller, name: 'recordReceipt', request: { body } };
}

async function crediting(): Promise<Trial> {
  const { seller } = await paying();
  const [invoice] = await seller.listed('listInvoices', { order: 'asc' });
  return { seller, name: 'creditInvoice', request: { path: [invoice.id], body: { date: '2026-03-21', reason: 'Error' } } };
}

async function receiving(): Promise<Trial> {
  const seller = await newShop();
  await seller.done('createWarehouse', { body: { code: 'main', name: 'Principal' } });
  const body = { date: DAY, lines: seller.items.map((itemId) => ({ itemId, quantity: '5', unitCost: '1.23' })) };
  return { seller, name: 'receiveGoods', request: { body } };
}

async function cancelling(): Promise<Trial> {
  const trial = await placing();
  const { id } = await trial.seller.done(trial.name, trial.request);
  return { seller: trial.seller, name: 'cancelOrder', request: { path: [id], body: { reason: 'Ya no', date: DAY } } };
}

const TRIALS = { shipping, placing, paying, crediting, receiving, cancelling };

describe.each(Object.entries(TRIALS))('%s', (_, prepare) => {
  it('carries out once what died before or after any of its calls and was sent again', async () => {
    expect(await survivesCrashes(prepare)).toBeGreaterThan(3);
  });

  it('carries on by itself when DynamoDB cancels a write for another transaction', async () => {
    expect(await survivesEach(transactionConflict, prepare)).toBeGreaterThan(0);
  });

  it('carries on by itself when DynamoDB cancels a transaction for its rate', async () => {
    expect(await survivesEach(throttledTransaction, prepare)).toBeGreaterThan(0);
  });
});

it('a request whose every call is throttled first ends as it would have', async () => {
  const [calm, slow] = [await shipping(), await shipping()];
  await shopOf(calm.seller.tenant).done(calm.name, calm.request);
  await whileThrottled(1, () => shopOf(slow.seller.tenant).done(slow.name, slow.request));
  expect(await snapshotOf(slow.seller.tenant)).toEqual(await snapshotOf(calm.seller.tenant));
});
