import { describe, expect, it } from 'vitest';
import { DAY, newSeller, type Seller } from '../../support/seller.ts';
import { type Ask, eur } from '../../support/shop.ts';
import { snapshotOf } from '../../support/snapshot.ts';

const GOODS = [
  ['A', 10, 1000],
  ['B', 10, 3000],
] as const;

/** Remembers each request with its answer, to send it again later. */
function notebook(s: Seller) {
  const told: { name: string; request: Ask; text: string }[] = [];
  const first = async (name: string, request: Ask) => {
    const keyed = { key: `key-${told.length}`, ...request };
    const { status, body } = await s.ask(name, keyed);
    expect(status, `${name}: ${JSON.stringify(body)}`).toBeLessThan(300);
    told.push({ name, request: keyed, text: JSON.stringify({ status, body }) });
    return body;
  };
  const again = async () => {
    for (const { name, request, text } of told) {
      const { status, body } = await s.ask(name, request);
      expect(JSON.stringify({ status, body }), name).toBe(text);
    }
  };
  return { first, again, told };
}

describe('a repeated request', () => {
  it('gets its first answer byte for byte, whatever became of the order meanwhile', async () => {
    const s = await newSeller(GOODS, { creditLimit: 1_000_000 });
    const { first, again } = notebook(s);
    const [a, b] = s.items;
    const quote = await first('placeOrder', {
      body: s.orderBody([{ itemId: a, quantity: '4' }], { quote: true, reference: 'PO-7', notes: 'Portal B' }),
    });
    await first('placeQuote', { path: [quote.id], body: {} });
    await again();
    const order = await first('placeOrder', {
      body: s.orderBody([
        { itemId: a, quantity: '2' },
        { itemId: b, quantity: '3', discount: '10' },
      ]),
    });
    await first('shipOrder', {
      path: [order.id],
      body: { date: DAY, lines: [{ line: 1, quantity: '1' }], invoice: false, tracking: 'T1' },
    });
    await first('shipOrder', { path: [order.id], body: { date: DAY, lines: [{ line: 2, quantity: '1' }], invoice: false } });
    await again();
    await first('invoiceOrder', { path: [order.id], body: { date: DAY } });
    await again();
    await first('shipOrder', { path: [order.id], body: { date: DAY } });
    await again();
    await first('cancelOrder', { path: [quote.id], body: { reason: 'Ya no', date: DAY } });
    await first('recordReceipt', { body: { customerId: s.customerId, date: DAY, amount: eur('500'), auto: true } });
    await s.done('patchCustomer', { path: [s.customerId], body: { name: 'Otro nombre', paymentDays: 5 } });
    await s.done('patchItem', { path: [a ?? ''], body: { price: '99', name: 'Otra cosa' } });
    await again();
    expect(await s.faults()).toEqual([]);
  });

  it('of setting things up gets its first answer, whatever was edited later', async () => {
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
    await first('reverseGoodsReceipt', { path: [receipt.id], body: { date: DAY } });
    await again();
    expect(await s.faults()).toEqual([]);
  });

  it('with another body is refused, and so is its key for another order', async () => {
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
