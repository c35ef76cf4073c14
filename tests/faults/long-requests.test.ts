import { describe, expect, it, vi } from 'vitest';
import type { Answer } from '../support/call.ts';
import { aside, crashAfter, crashBefore, type Fault, transactionConflict, withFault } from '../support/faults.ts';
import { useMemoryTable } from '../support/memory-table.ts';
import { survivesCrashes, survivesEach, type Trial } from '../support/ordeal.ts';
import { DAY, newSeller, type Seller } from '../support/seller.ts';
import { eur } from '../support/shop.ts';

vi.setConfig({ testTimeout: 300_000 });

/**
 * Each of some two hundred deaths takes a company of its own. In memory that is the same company, put back as it was made:
 * against the cloud it took a tenth of all tests. There short requests die at every call, and long ones once half-way
 * (`short-requests.test.ts`, `abandoned-orders.test.ts`).
 */
const table = useMemoryTable({ openWork: true, lists: true });
function anew<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<{ readonly it: T; readonly putBack: () => void }> | undefined;
  return async () => {
    made ??= make().then((it) => ({ it, putBack: table.keep() }));
    const { it, putBack } = await made;
    putBack();
    return it;
  };
}

/** Longer than a transaction, whatever the action: two batches. */
const COUNT = 101;
const goods = Array.from({ length: COUNT }, (_, i) => [`L${i}`, 4, 400] as const);
const newShop = anew(() => newSeller(goods, { creditLimit: 10_000_000 }));
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

describe.each(Object.entries({ placing, shipping, cancelling, paying }))('%s of an order longer than a transaction', (_, make) => {
  const prepare = anew(make);

  it('carries out once what died before or after any of its calls and was sent again', async () => {
    expect(await survivesCrashes(prepare)).toBeGreaterThan(4);
  });

  it('carries on by itself when DynamoDB cancels a write for another transaction', async () => {
    expect(await survivesEach(transactionConflict, prepare)).toBeGreaterThan(0);
  });
});

/** An order of which the last item is lost between its two batches. */
const losing = anew(async () => {
  const seller = await newSeller(goods, { creditLimit: 10_000_000 });
  await seller.done('createWarehouse', { body: { code: 'main', name: 'Principal' } });
  const { id } = await seller.place(allOf(seller));
  const loss = { itemId: seller.items.at(-1), date: DAY, quantity: '-4', reason: 'damage' };
  return { seller, id, lose: () => seller.done('adjustStock', { body: loss }) };
});

/**
 * Sends a request of several transactions; after the one of that number somebody else acts, and the process dies at the
 * n-th call from then on. Whether it came to that, and the answer.
 */
async function raced(after: number, request: () => Promise<Answer>, rival: () => Promise<unknown>, crash: Fault, n: number) {
  let [transactions, calls] = [0, 0];
  let died = false;
  const { result } = await withFault(
    async (send, call) => {
      if (transactions >= after) calls += 1;
      died ||= calls === n;
      if (calls === n) return crash(send, call);
      const answer = await send();
      if (/^(TransactWrite|Put)/.test(call.name)) transactions += 1;
      if (transactions === after && calls === 0) await aside(rival);
      return answer;
    },
    () => true,
    request,
  );
  return { died, answer: result };
}
const NEVER = 1_000_000;
const shipDoomed = { key: 'doomed', body: { date: DAY } };

/** Ships the longer order: its first transaction says that it has begun, its second is the first batch. */
const shipShort = ({ seller, id, lose }: Awaited<ReturnType<typeof losing>>, crash: Fault, n: number) =>
  raced(2, () => seller.ask('shipOrder', { path: [id], ...shipDoomed }), lose, crash, n);

describe('placing that is refused half-way', () => {
  it.each([
    ['before', crashBefore],
    ['after', crashAfter],
  ] as const)('leaves nothing behind, wherever it died %s a call and was sent again', async (_, crash) => {
    for (let n = 1, died = true; died; n += 1) {
      const seller = await newShop();
      const request = { key: 'doomed', body: seller.orderBody(allOf(seller)) };
      ({ died } = await raced(
        2,
        () => seller.ask('placeOrder', request),
        () => seller.place([{ itemId: seller.items.at(-1), quantity: '3' }]),
        crash,
        n,
      ));
      const again = await seller.ask('placeOrder', request);
      expect(again.body, `died ${n}`).toMatchObject({ status: 422, code: 'stock.short', field: `body.lines.${COUNT - 1}.quantity` });
      expect(await seller.faults(), `died ${n}`).toEqual([]);
      expect(
        (await seller.stock()).map(([, reserved]) => reserved),
        `died ${n}`,
      ).toEqual([...Array(COUNT - 1).fill('0'), '3']);
      expect((await seller.done('listOrders')).items.length, `died ${n}`).toBe(1);
    }
  });
});

it('a shipment whose period is locked half-way comes back whole, its reversals in the first open period', async () => {
  const seller = await newShop();
  const { id } = await seller.place(allOf(seller));
  const lock = (period = '2026-03') => seller.done('setPeriod', { path: [period], body: { state: 'locked' } });
  for (const earlier of ['2026-01', '2026-02']) await lock(earlier);
  const { answer } = await raced(2, () => seller.ask('shipOrder', { path: [id], ...shipDoomed }), lock, crashBefore, NEVER);
  expect(answer.body).toMatchObject({ status: 422, code: 'period.locked' });
  expect(await seller.order(id)).toMatchObject({ status: 'placed', shipments: [] });
  expect(new Set((await seller.stock()).map(String))).toEqual(new Set(['4,2,400']));
  expect(await seller.faults()).toEqual([]);
  // Ninety pieces of 2 left at 1.00 each in March, and came back in April.
  const { items: entries } = await seller.done('listEntries', { query: { account: '610' } });
  const costs = entries.map(
    (entry: { date: string; lines: { account: string; debit: { amount: string }; credit: { amount: string } }[] }) => {
      const line = entry.lines.find(({ account }) => account === '610');
      return [entry.date, line?.debit.amount, line?.credit.amount];
    },
  );
  expect(costs.sort()).toEqual([
    ['2026-03-10', '180.00', '0.00'],
    ['2026-04-01', '0.00', '180.00'],
  ]);
  expect((await seller.ask('shipOrder', { path: [id], ...shipDoomed })).body).toMatchObject({ status: 409, code: 'operation.rolled_back' });
});

describe('shipping that is refused half-way', () => {
  it('is rolled back whole', async () => {
    const trial = await losing();
    const { answer } = await shipShort(trial, crashBefore, NEVER);
    expect(answer.body).toMatchObject({ status: 422, code: 'stock.not_on_hand', field: `body.lines.${COUNT - 1}.quantity` });
    expect(await trial.seller.faults()).toEqual([]);
    expect((await trial.seller.stock()).slice(0, -1).map(String)).toEqual(Array.from({ length: COUNT - 1 }, () => '4,2,400'));
    expect((await trial.seller.order(trial.id)).status).toBe('placed');
  });

  it.each([
    ['before', crashBefore],
    ['after', crashAfter],
  ] as const)(
    'is finished or rolled back by the same request, when it died %s any call and the goods have come since',
    async (_, crash) => {
      for (let n = 1, died = true; died; n += 1) {
        const trial = await losing();
        const { seller, id } = trial;
        ({ died } = await shipShort(trial, crash, n));
        await seller.done('receiveGoods', { body: { date: DAY, lines: [{ itemId: seller.items.at(-1), quantity: '4', unitCost: '1' }] } });
        const again = await seller.ask('shipOrder', { path: [id], ...shipDoomed });
        const undone = again.body.code === 'operation.rolled_back';
        expect(undone || again.status === 201, `died ${n}: ${JSON.stringify(again.body).slice(0, 300)}`).toBe(true);
        expect(await seller.faults(), `died ${n}, ${again.status}`).toEqual([]);
        if (undone) await seller.ship(id);
        expect((await seller.order(id)).status, `died ${n}`).toBe('invoiced');
        expect(new Set((await seller.stock()).map(String)), `died ${n}`).toEqual(new Set(['2,0,200']));
        expect(await seller.faults(), `died ${n}`).toEqual([]);
      }
    },
  );
});
