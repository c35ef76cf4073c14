import { describe, expect, it } from 'vitest';
import { Holds, holdId } from '../../../shared/domain/sales/orders/order.ts';
import { DAY, newSeller, type Seller } from '../../support/seller.ts';
import { eur } from '../../support/shop.ts';
import { snapshotOf } from '../../support/snapshot.ts';

const goods = (count: number, quantity = 4, value = 400) => Array.from({ length: count }, (_, i) => [`L${i}`, quantity, value] as const);
const allOf = (s: Seller, quantity = '2') => s.items.map((itemId) => ({ itemId, quantity }));
const answersOf = (answers: readonly { status: number; body: unknown }[]) =>
  new Set(answers.map((x) => `${x.status} ${JSON.stringify(x.body).slice(0, 300)}`));

interface CostLine {
  readonly account: string;
  readonly debit: { readonly amount: string };
}

describe('an order of 675 lines', () => {
  it('is placed and shipped as one', async () => {
    const s = await newSeller(goods(675), { creditLimit: 10_000_000 });
    const order = await s.place(allOf(s));
    expect(order).toMatchObject({ status: 'placed', totals: { net: eur('13500.00'), tax: eur('2835.00') } });
    expect(new Set((await s.stock()).map(String))).toEqual(new Set(['4,2,400']));
    const shipped = await s.ship(order.id);
    expect(shipped).toMatchObject({ cost: eur('1350.00') });
    expect(new Set((await s.stock()).map(String))).toEqual(new Set(['2,0,200']));
    const after = await s.order(order.id);
    expect(after.status).toBe('invoiced');
    // 675 × 2 pieces at 1.00, in as many goods issues as the shipment took; and the one invoice, whose day is long past.
    const costs = after.entries.flatMap((entry: { lines: CostLine[] }) => entry.lines).filter(({ account }: CostLine) => account === '610');
    expect(costs.reduce((sum: number, { debit }: CostLine) => sum + Number(debit.amount), 0)).toBe(1350);
    expect(after.documents.map(({ kind, state }: { kind: string; state: string }) => [kind, state])).toEqual([['invoice', 'overdue']]);
    expect(await s.faults()).toEqual([]);
  });

  it('is cancelled as one, with everything free again', async () => {
    const s = await newSeller(goods(675), { creditLimit: 10_000_000, policies: { invoiceOn: 'order' } });
    const order = await s.place(allOf(s));
    expect((await s.cancel(order.id)).status).toBe('cancelled');
    expect(new Set((await s.stock()).map(String))).toEqual(new Set(['4,0,400']));
    expect(await s.faults()).toEqual([]);
  });

  it('that is refused in its last line leaves nothing reserved and no credit in use', async () => {
    const s = await newSeller([...goods(674), ['Z', 1, 100]], { creditLimit: 10_000_000 });
    const before = (await snapshotOf(s.tenant)).filter((line) => !/^(stock|credit) /.test(line));
    expect(await s.refused('placeOrder', { body: s.orderBody(allOf(s)), key: 'k' })).toEqual({
      status: 422,
      code: 'stock.short',
      field: 'body.lines.674.quantity',
    });
    expect((await snapshotOf(s.tenant)).filter((line) => !/^(stock|credit) /.test(line))).toEqual(before);
    expect(new Set((await s.stock()).map(([, reserved]) => reserved))).toEqual(new Set(['0']));
    expect(await s.faults()).toEqual([]);
    // The same request is taken once the goods are there.
    await s.done('createWarehouse', { body: { code: 'main', name: 'Principal' } });
    await s.done('receiveGoods', { body: { date: DAY, lines: [{ itemId: s.items[674], quantity: '1', unitCost: '1' }] } });
    expect((await s.done('placeOrder', { body: s.orderBody(allOf(s)), key: 'k' })).status).toBe('placed');
    expect(await s.faults()).toEqual([]);
  });
});

describe('an order longer than a transaction', () => {
  it('is one order, one shipment, one end, however often each request is sent at once', async () => {
    const s = await newSeller(goods(120), { creditLimit: 10_000_000 });
    const many = (name: string, request: object) => Promise.all(Array.from({ length: 5 }, () => s.ask(name, { key: 'same', ...request })));
    const placed = await many('placeOrder', { body: s.orderBody(allOf(s, '1')) });
    expect(answersOf(placed).size, [...answersOf(placed)].join('\n')).toBe(1);
    const shipped = await many('shipOrder', { path: [placed[0]?.body.id], body: { date: DAY } });
    expect(answersOf(shipped).size, [...answersOf(shipped)].join('\n')).toBe(1);
    const quote = await s.place(allOf(s, '1'), { quote: true });
    const accepted = await many('placeQuote', { path: [quote.id], body: {} });
    expect(answersOf(accepted).size, [...answersOf(accepted)].join('\n')).toBe(1);
    const ended = await many('cancelOrder', { path: [quote.id], body: { reason: 'x', date: DAY } });
    expect(answersOf(ended).size, [...answersOf(ended)].join('\n')).toBe(1);
    expect(new Set((await s.stock()).map(String))).toEqual(new Set(['3,0,300']));
    expect(await s.faults()).toEqual([]);
  });

  it('that began as a quote is a quote again when it does not fit, and can then be cancelled', async () => {
    const s = await newSeller([...goods(119), ['Z', 1, 0]], { creditLimit: 10_000_000 });
    const quote = await s.place(allOf(s), { quote: true });
    const accept = { path: [quote.id], key: 'accept', body: {} };
    expect(await s.refused('placeQuote', accept)).toMatchObject({ code: 'stock.short' });
    expect((await s.order(quote.id)).status).toBe('quote');
    expect(new Set((await s.stock()).map(([, reserved]) => reserved))).toEqual(new Set(['0']));
    await s.cancel(quote.id);
    // It never was placed, so a repeat cannot say that it was.
    expect(await s.refused('placeQuote', accept)).toEqual({ status: 422, code: 'order.state', field: 'path.orderId' });
    expect(await s.faults()).toEqual([]);
  });

  it('is looked at in a dry run without a trace', async () => {
    const s = await newSeller(goods(120), { creditLimit: 10_000_000 });
    const before = await snapshotOf(s.tenant);
    expect((await s.done('placeOrder', { body: s.orderBody(allOf(s)), dryRun: true })).status).toBe('placed');
    expect(await s.refused('placeOrder', { body: s.orderBody(allOf(s, '5')), dryRun: true })).toMatchObject({ code: 'stock.short' });
    expect(await snapshotOf(s.tenant)).toEqual(before);
    const { id } = await s.place(allOf(s));
    const placed = await snapshotOf(s.tenant);
    expect((await s.done('shipOrder', { path: [id], body: { date: DAY }, dryRun: true })).entries).toHaveLength(3);
    expect((await s.done('cancelOrder', { path: [id], body: { reason: 'x', date: DAY }, dryRun: true })).status).toBe('cancelled');
    expect(await snapshotOf(s.tenant)).toEqual(placed);
  });

  it('leaves none of its holds behind when it is cancelled', async () => {
    const s = await newSeller(goods(100));
    const { id } = await s.place(allOf(s));
    await s.cancel(id);
    expect(
      await s.records.getMany(
        Holds,
        [1, 2].map((part) => holdId(id, part)),
      ),
    ).toEqual([undefined, undefined]);
    expect(await s.refused('shipOrder', { path: [id], body: { date: DAY } })).toMatchObject({ code: 'order.state' });
  });
});
