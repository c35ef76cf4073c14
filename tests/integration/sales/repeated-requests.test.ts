import { describe, expect, it } from 'vitest';
import { DAY, newSeller, type Seller } from '../../support/seller.ts';
import { type Ask, eur } from '../../support/shop.ts';
import { recordsOfTenant, snapshotOf } from '../../support/snapshot.ts';

const GOODS = [
  ['A', 10, 1000],
  ['B', 10, 3000],
] as const;

/** All records there are. What an execution does meanwhile changes none of them but the order's own state. */
const idsOf = async (tenant: string) => (await recordsOfTenant(tenant)).map(({ id }) => id).sort();

/** Remembers each request, to send it again later. */
function notebook(s: Seller) {
  const sent: { name: string; request: Ask; status: number; id: string }[] = [];
  const first = async (name: string, request: Ask) => {
    const keyed = { key: `key-${sent.length}`, ...request };
    const { status, body, headers } = await s.ask(name, keyed);
    expect(status, `${name}: ${JSON.stringify(body)}`).toBeLessThan(300);
    expect(headers).not.toHaveProperty('idempotency-replayed');
    sent.push({ name, request: keyed, status, id: body.id });
    return body;
  };
  /** Sends all of them again, which changes nothing: same status, same id. Gives their answers. */
  const again = async () => {
    const before = await idsOf(s.tenant);
    const answers = [];
    for (const { name, request, status, id } of sent) {
      const answer = await s.ask(name, request);
      expect([answer.status, answer.body.id, answer.headers['idempotency-replayed']], name).toEqual([status, id, 'true']);
      answers.push(answer.body);
    }
    expect(await idsOf(s.tenant)).toEqual(before);
    return answers;
  };
  return { first, again };
}

describe('a repeated request', () => {
  it('does nothing, and is answered from the order as it stands by now', async () => {
    const s = await newSeller(GOODS, { creditLimit: 1_000_000 });
    const { first, again } = notebook(s);
    const [a, b] = s.items;
    const quote = await first('placeOrder', {
      body: s.orderBody([{ itemId: a, quantity: '4' }], { quote: true, reference: 'PO-7', notes: 'Portal B' }),
    });
    await first('placeQuote', { path: [quote.id], body: {} });
    expect((await again()).map(({ status, rev }) => [status, rev])).toEqual([
      ['placed', 2],
      ['placed', 2],
    ]);
    const order = await first('placeOrder', {
      body: s.orderBody([
        { itemId: a, quantity: '2' },
        { itemId: b, quantity: '3', discount: '10' },
      ]),
    });
    const one = await first('shipOrder', {
      path: [order.id],
      body: { date: DAY, lines: [{ line: 1, quantity: '1' }], invoice: false, tracking: 'T1' },
    });
    const two = await first('shipOrder', { path: [order.id], body: { date: DAY, lines: [{ line: 2, quantity: '1' }], invoice: false } });
    expect(two.id).not.toBe(one.id);
    const billed = await first('invoiceOrder', { path: [order.id], body: { date: DAY } });
    const last = await first('shipOrder', { path: [order.id], body: { date: DAY } });
    expect(last.invoiceId).not.toBe(billed.invoiceId);
    const [, , placed, shipped, , invoiced, rest] = await again();
    expect(placed).toMatchObject({ status: 'invoiced', rev: 5, invoiceIds: [billed.invoiceId, last.invoiceId] });
    // The first shipment has its invoice by now, and keeps its own goods issue.
    expect(shipped).toEqual({ ...one, invoiceId: billed.invoiceId });
    expect([invoiced, rest]).toEqual([billed, last]);
    await first('cancelOrder', { path: [quote.id], body: { reason: 'Ya no', date: DAY } });
    await first('recordReceipt', { body: { customerId: s.customerId, date: DAY, amount: eur('500'), auto: true } });
    await s.done('patchCustomer', { path: [s.customerId], body: { name: 'Otro nombre', paymentDays: 5 } });
    expect((await again())[0].status).toBe('cancelled');
    expect(await s.faults()).toEqual([]);
  });

  it('of setting things up is answered from what was edited since', async () => {
    const s = await newSeller(GOODS);
    const { first, again } = notebook(s);
    await first('createWarehouse', { body: { code: 'main', name: 'Principal' } });
    const item = await first('createItem', { body: { code: 'C', name: 'Jarra', price: '5' } });
    const customer = await first('createCustomer', { body: { name: 'Ana', creditLimit: eur('10'), externalRef: 'shop:1' } });
    const receipt = await first('receiveGoods', { body: { date: DAY, lines: [{ itemId: item.id, quantity: '3', unitCost: '2' }] } });
    await first('adjustStock', { body: { date: DAY, itemId: item.id, quantity: '1', reason: 'count' } });
    await first('adjustStock', { body: { date: DAY, itemId: item.id, quantity: '-1', reason: 'count' } });
    await again();
    await s.done('patchItem', { path: [item.id], body: { price: '6', active: false } });
    await s.done('patchCustomer', { path: [customer.id], body: { name: 'Ana María', creditLimit: null, email: 'ana@example.com' } });
    const reversal = await first('reverseGoodsReceipt', { path: [receipt.id], body: { date: DAY } });
    const [, items, customers, received] = await again();
    expect(items).toMatchObject({ price: '6', active: false, rev: 2 });
    expect(customers).toMatchObject({ name: 'Ana María', email: 'ana@example.com' });
    expect(received.reversedBy).toBe(reversal.id);
    expect(await s.faults()).toEqual([]);
  });

  it('with another body is refused; for another order its key is a new one', async () => {
    const s = await newSeller(GOODS);
    const { id } = await s.place([{ itemId: s.items[0], quantity: '4' }], {}, { key: 'place' });
    const other = await s.place([{ itemId: s.items[1], quantity: '4' }]);
    await s.ship(id, { lines: [{ line: 1, quantity: '1' }] }, { key: 'ship' });
    const reused = { status: 409, code: 'idempotency.key_reused', field: 'header.Idempotency-Key' };
    expect(await s.refused('placeOrder', { key: 'place', body: s.orderBody([{ itemId: s.items[0], quantity: '5' }]) })).toEqual(reused);
    expect(await s.refused('shipOrder', { key: 'ship', path: [id], body: { date: DAY } })).toEqual(reused);
    // A key belongs to its action and what it acts on: the other order has not heard of it.
    await s.ship(other.id, { lines: [{ line: 1, quantity: '1' }] }, { key: 'ship' });
    expect((await s.order(id)).shipments).toHaveLength(1);
    expect(await s.faults()).toEqual([]);
  });

  it('sent many times at once is carried out once', async () => {
    const s = await newSeller(GOODS);
    const { id } = await s.place([{ itemId: s.items[0], quantity: '4' }]);
    const request = { path: [id], key: 'once', body: { date: DAY, lines: [{ line: 1, quantity: '1' }] } };
    const answers = await Promise.all(Array.from({ length: 20 }, () => s.ask('shipOrder', request)));
    expect([...new Set(answers.map((x) => `${x.status} ${JSON.stringify(x.body)}`))].slice(1)).toEqual([]);
    expect((await s.stock())[0]).toEqual(['9', '3', 900]);
    const cancel = { path: [(await s.place([{ itemId: s.items[1], quantity: '4' }])).id], key: 'end', body: { reason: 'x', date: DAY } };
    const ends = await Promise.all(Array.from({ length: 20 }, () => s.ask('cancelOrder', cancel)));
    expect([...new Set(ends.map((x) => `${x.status} ${JSON.stringify(x.body)}`))].slice(1)).toEqual([]);
    expect(await s.faults()).toEqual([]);
  });
});

describe('the same key on two orders', () => {
  /** Goods of 100.00 in ten pieces each; one of each goes with every order, at 10.00 and 21 %. */
  const goodsOf = (count: number) => Array.from({ length: count }, (_, i) => [`G${i}`, 10, 10_000] as const);
  const stillThere = (count: number, left: readonly [string, string, number]) => Array.from({ length: count }, () => left);

  it.each([
    ['as short as a transaction', 3],
    ['longer than a transaction', 98],
  ])('ships and invoices both: orders %s', async (_, count) => {
    const s = await newSeller(goodsOf(count));
    const lines = s.items.map((itemId) => ({ itemId, quantity: '1' }));
    const [one, two] = [await s.place(lines), await s.place(lines)];
    const shipments = [await s.ship(one.id, {}, { key: 'shipment-1' }), await s.ship(two.id, {}, { key: 'shipment-1' })];
    expect(new Set(shipments.map(({ id }) => id)).size).toBe(2);
    expect(new Set(shipments.map(({ invoiceId }) => invoiceId)).size).toBe(2);
    expect(shipments.map(({ cost }) => cost)).toEqual([eur(`${count * 10}.00`), eur(`${count * 10}.00`)]);
    expect(await s.stock()).toEqual(stillThere(count, ['8', '0', 8000]));
    expect([(await s.order(one.id)).status, (await s.order(two.id)).status]).toEqual(['invoiced', 'invoiced']);
    expect(await s.faults()).toEqual([]);
  });

  it.each([
    ['as short as a transaction', 3],
    ['longer than a transaction', 98],
  ])('ships both without an invoice, and one more request invoices each: orders %s', async (_, count) => {
    const s = await newSeller(goodsOf(count));
    const lines = s.items.map((itemId) => ({ itemId, quantity: '1' }));
    const [one, two] = [await s.place(lines), await s.place(lines)];
    for (const { id } of [one, two]) {
      expect((await s.ship(id, { invoice: false }, { key: 'shipment-1' })).cost).toEqual(eur(`${count * 10}.00`));
      await s.done('invoiceOrder', { path: [id], body: { date: DAY }, key: 'invoice-1' });
    }
    expect(await s.stock()).toEqual(stillThere(count, ['8', '0', 8000]));
    expect((await s.listed('listInvoices')).map(({ totals }) => totals.net)).toEqual([eur(`${count * 10}.00`), eur(`${count * 10}.00`)]);
    expect(await s.faults()).toEqual([]);
  });
});

describe('a dry run', () => {
  it('shows the answer with its entries, and changes nothing', async () => {
    const s = await newSeller(GOODS, { policies: { invoiceOn: 'order' }, creditLimit: 100_000 });
    const body = s.orderBody([{ itemId: s.items[0], quantity: '4' }]);
    const clean = await snapshotOf(s.tenant);
    const shown = await s.ask('placeOrder', { body, dryRun: true, key: 'k' });
    expect([shown.status, shown.headers['x-dry-run'], shown.body.status]).toEqual([200, 'true', 'placed']);
    expect(shown.body.totals.gross).toEqual(eur('48.40'));
    expect(await snapshotOf(s.tenant)).toEqual(clean);
    const order = await s.done('placeOrder', { body, key: 'k' });
    expect(order.id).toBe(shown.body.id);
    const placed = await snapshotOf(s.tenant);
    const shipment = await s.done('shipOrder', { path: [order.id], body: { date: DAY }, dryRun: true });
    expect(shipment.entries).toMatchObject([
      {
        lines: [
          { account: '610', debit: eur('4.00') },
          { account: '300', credit: eur('4.00') },
        ],
      },
    ]);
    const end = await s.done('cancelOrder', { path: [order.id], body: { reason: 'x', date: DAY }, dryRun: true });
    expect(end.status).toBe('cancelled');
    expect(await snapshotOf(s.tenant)).toEqual(placed);
    expect(await s.refused('placeOrder', { body: s.orderBody([{ itemId: s.items[0], quantity: '7' }]), dryRun: true })).toMatchObject({
      code: 'stock.short',
    });
    expect(await s.refused('createItem', { body: {}, query: { dryRun: 'true' } })).toMatchObject({ status: 400, field: 'query.dryRun' });
  });

  it('shows the invoice that a shipment would issue', async () => {
    const s = await newSeller(GOODS);
    const { id } = await s.place([{ itemId: s.items[0], quantity: '4' }]);
    const before = await snapshotOf(s.tenant);
    const shown = await s.done('shipOrder', { path: [id], body: { date: DAY }, dryRun: true });
    expect(shown.entries[0].lines.map((l: { account: string }) => l.account)).toEqual(['430', '700', '477', '610', '300']);
    await s.done('shipOrder', { path: [id], body: { date: DAY, invoice: false, lines: [{ line: 1, quantity: '4' }] }, dryRun: true });
    expect(await snapshotOf(s.tenant)).toEqual(before);
    await s.ship(id, { invoice: false });
    const billed = await s.done('invoiceOrder', { path: [id], body: { date: DAY }, dryRun: true });
    expect([billed.number, billed.entries[0].lines[0]]).toMatchObject(['F2026-000001', { account: '430', debit: eur('48.40') }]);
    expect(await s.listed('listInvoices')).toEqual([]);
  });
});
