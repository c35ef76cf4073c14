import { describe, expect, it, vi } from 'vitest';
import { aside, crashAfter, crashBefore, type Fault, transactionConflict, withFault } from '../support/faults.ts';
import { survivesCrashes, survivesEach, type Trial } from '../support/ordeal.ts';
import { DAY, newSeller, type Seller } from '../support/seller.ts';
import { eur } from '../support/shop.ts';

/** Each death takes a company of its own. */
vi.setConfig({ testTimeout: 300_000 });

/** Just longer than a transaction: two parts. */
const COUNT = 98;
const goods = Array.from({ length: COUNT }, (_, i) => [`L${i}`, 4, 400] as const);
const newShop = () => newSeller(goods, { creditLimit: 10_000_000 });
const allOf = (s: Seller, quantity = '2') => s.items.map((itemId) => ({ itemId, quantity }));

async function placing(): Promise<Trial> {
  const seller = await newShop();
  return { seller, name: 'placeOrder', request: { body: seller.orderBody(allOf(seller)) } };
}
async function placed(): Promise<{ seller: Seller; id: string }> {
  const seller = await newShop();
  return { seller, id: (await seller.place(allOf(seller))).id };
}
async function shipping(): Promise<Trial> {
  const { seller, id } = await placed();
  return { seller, name: 'shipOrder', request: { path: [id], body: { date: DAY } } };
}
async function cancelling(): Promise<Trial> {
  const { seller, id } = await placed();
  return { seller, name: 'cancelOrder', request: { path: [id], body: { reason: 'Ya no', date: DAY } } };
}
/** A receipt that pays six invoices. */
async function paying(): Promise<Trial> {
  const seller = await newSeller([]);
  for (let i = 0; i < 6; i += 1) {
    const body = { customerId: seller.customerId, date: DAY, lines: [{ name: 'Asesoría', quantity: '1', price: '1' }] };
    await seller.done('issueDraft', { path: [(await seller.done('createDraft', { body })).id], body: {} });
  }
  return {
    seller,
    name: 'recordReceipt',
    request: { body: { customerId: seller.customerId, date: '2026-03-20', amount: eur('7.26'), auto: true } },
  };
}

describe.each(Object.entries({ placing, shipping, cancelling, paying }))('%s of an order longer than a transaction', (_, prepare) => {
  it('carries out once what died before or after any of its calls and was sent again', async () => {
    expect(await survivesCrashes(prepare)).toBeGreaterThan(5);
  });

  it('carries on by itself when DynamoDB cancels a write for another transaction', async () => {
    expect(await survivesEach(transactionConflict, prepare)).toBeGreaterThan(0);
  });
});

/** An order whose second part is short: what the first part reserved is taken back. */
async function placingShort(): Promise<Trial> {
  const seller = await newSeller([...goods.slice(1), ['Z', 1, 100]], { creditLimit: 10_000_000 });
  return { seller, name: 'placeOrder', request: { body: seller.orderBody(allOf(seller)) } };
}

it('placing that is refused half-way leaves nothing behind, wherever it died and was sent again', async () => {
  expect(await survivesCrashes(placingShort)).toBeGreaterThan(10);
});

/** Two orders want the last item; the shorter one takes it between the two parts of the longer. */
async function rivals() {
  const seller = await newSeller(goods, { creditLimit: 10_000_000, policies: { shortage: 'backorder' } });
  await seller.done('createWarehouse', { body: { code: 'main', name: 'Principal' } });
  const { id } = await seller.place(allOf(seller));
  const rival = await seller.place([{ itemId: seller.items.at(-1), quantity: '4' }]);
  return { seller, id, rival: rival.id };
}
const shipDoomed = { key: 'doomed', body: { date: DAY } };

/** Ships the longer order; its process dies at the n-th call after its first part. Whether it came to that, and the answer. */
async function shipShort({ seller, id, rival }: Awaited<ReturnType<typeof rivals>>, crash: Fault, n: number) {
  let [parts, calls] = [0, 0];
  let died = false;
  const { result } = await withFault(
    async (send, call) => {
      if (parts > 0) calls += 1;
      died ||= calls === n;
      if (calls === n) return crash(send, call);
      const answer = await send();
      if (call.name.startsWith('TransactWrite')) parts += 1;
      if (parts === 1 && calls === 0) await aside(() => seller.ship(rival));
      return answer;
    },
    () => true,
    () => seller.ask('shipOrder', { path: [id], ...shipDoomed }),
  );
  return { died, answer: result };
}

describe('shipping that is refused half-way', () => {
  it('is taken back whole', async () => {
    const trial = await rivals();
    const { answer } = await shipShort(trial, crashBefore, 1_000_000);
    expect(answer.body).toMatchObject({ status: 422, code: 'stock.not_on_hand', field: 'body.lines.97.quantity' });
    expect(await trial.seller.faults()).toEqual([]);
    expect((await trial.seller.stock()).slice(0, -1).map(String)).toEqual(Array.from({ length: COUNT - 1 }, () => '4,2,400'));
    expect((await trial.seller.order(trial.id)).status).toBe('placed');
  });

  it.each([
    ['before', crashBefore],
    ['after', crashAfter],
  ] as const)('is finished or taken back by the same request, when it died %s any call and the goods have come since', async (_, crash) => {
    for (let n = 1, died = true; died; n += 1) {
      const trial = await rivals();
      const { seller, id } = trial;
      ({ died } = await shipShort(trial, crash, n));
      await seller.done('receiveGoods', { body: { date: DAY, lines: [{ itemId: seller.items.at(-1), quantity: '4', unitCost: '1' }] } });
      const again = await seller.ask('shipOrder', { path: [id], ...shipDoomed });
      const taken = again.body.code === 'shipment.taken_back';
      expect(taken || again.status === 201, `died ${n}: ${JSON.stringify(again.body).slice(0, 300)}`).toBe(true);
      expect(await seller.faults(), `died ${n}, ${again.status}`).toEqual([]);
      if (taken) await seller.ship(id);
      expect((await seller.order(id)).status, `died ${n}`).toBe('invoiced');
      expect(new Set((await seller.stock()).map(String)), `died ${n}`).toEqual(new Set(['2,0,200']));
      expect(await seller.faults(), `died ${n}`).toEqual([]);
    }
  });
});
