import { describe, expect, it } from 'vitest';
import { SHARDS } from '../../../shared/domain/finance/ledger/entry.ts';
import { PeriodSequences, sequenceId } from '../../../shared/domain/finance/ledger/period-sequence.ts';
import { GoodsReceipts } from '../../../shared/domain/inventory/stock/goods-receipt.ts';
import { receive as putIn, type Stock, Stocks } from '../../../shared/domain/inventory/stock/stock.ts';
import { update } from '../../../shared/kernel/record.ts';
import { newTenant } from '../../support/call.ts';
import { itemsOf } from '../../support/items.ts';
import { receivablesOf } from '../../support/receivables.ts';
import { newShop, salesOf } from '../../support/sales.ts';

describe('goods that come back before they were billed', () => {
  it('need no credit note, are billed no more, and are no longer at risk', async () => {
    const shop = await newShop([['A', 3, 1000]], { creditLimit: 100_000 });
    const orderId = await shop.shipped([{ quantity: '3' }], { invoice: false });
    const came = await shop.receive(await shop.authorise(orderId, [{ line: 1, quantity: '1' }]));
    expect(came).toMatchObject({ creditNoteIds: [], lines: [{ net: { amount: '0.00' }, cost: { amount: '3.33' } }] });
    // 3 × 10.00 + 21 % = 36.30 were at risk; 12.10 will not be asked for.
    expect(await shop.exposure()).toBe(2420);
    const billed = await shop.done(`POST /orders/${orderId}/invoices`, { date: '2026-03-28' });
    expect(await shop.invoice(billed.invoiceId)).toMatchObject({ totals: { net: 2000, tax: 420 }, lines: [{ quantity: '2', net: 2000 }] });
    const rest = await shop.receive(await shop.authorise(orderId), { date: '2026-03-29' });
    expect(rest).toMatchObject({ creditNoteIds: ['crn_R2026-000001'], lines: [{ net: { amount: '20.00' }, cost: { amount: '6.67' } }] });
    expect(await shop.order(orderId)).toMatchObject({ withdrawn: 1210, lines: [{ returned: '3', returnedNet: 3000, returnedCost: 1000 }] });
    expect(await shop.exposure()).toBe(0);
    expect(await shop.tieOut()).toMatchObject({ '300': 0, '610': 0, '430': 0, '477': 0, '700': -2000, '708': 2000 });
  });

  it('and were all that was sent leave nothing to bill', async () => {
    const shop = await newShop([['A', 1, 500]], { creditLimit: 100_000 });
    const orderId = await shop.shipped([{ quantity: '1' }], { invoice: false });
    const came = await shop.receive(await shop.authorise(orderId), { lines: [{ line: 1, quantity: '1', disposition: 'scrap' }] });
    expect(came.entries).toHaveLength(1);
    expect(await shop.refused(`POST /orders/${orderId}/invoices`, {})).toEqual([422, 'invoice.nothing_open', 'path.orderId']);
    expect(await shop.done(`GET /orders/${orderId}`)).toMatchObject({
      status: 'paid',
      lines: [{ shipped: '1', returned: '1', open: '0' }],
    });
    expect(await shop.exposure()).toBe(0);
    expect(await shop.tieOut()).toMatchObject({ '610': 0, '6109': 500, '300': -500 });
  });

  it('come off the bill that is still to come, and only the rest off the one that is there', async () => {
    const shop = await newShop([['A', 4, 1000]]);
    const { id } = await shop.place([{ quantity: '4' }]);
    await shop.ship(id, { lines: [{ line: 1, quantity: '2' }] });
    await shop.ship(id, { lines: [{ line: 1, quantity: '2' }], date: '2026-03-13', invoice: false });
    const came = await shop.receive(await shop.authorise(id, [{ line: 1, quantity: '3' }]));
    // Two were never billed; the third was, at 10.00.
    expect(came).toMatchObject({ creditNoteIds: ['crn_R2026-000001'], lines: [{ net: { amount: '10.00' }, cost: { amount: '7.50' } }] });
    expect(await shop.invoice('inv_F2026-000001')).toMatchObject({ creditedQuantities: ['1'], credited: [1000], open: 1210 });
    expect(await shop.refused(`POST /orders/${id}/invoices`, {})).toEqual([422, 'invoice.nothing_open', 'path.orderId']);
    expect((await shop.order(id)).lines[0]).toMatchObject({ returnedNet: 3000, returnedCost: 750 });
    expect(await shop.tieOut()).toMatchObject({ '430': 1210, '610': 250, '300': -250 });
  });

  it('tell in their goods receipt what a piece had cost', async () => {
    const shop = await newShop([['A', 3, 1000]]);
    const orderId = await shop.shipped([{ quantity: '3' }], { invoice: false });
    const { goodsReceiptId } = await shop.receive(await shop.authorise(orderId, [{ line: 1, quantity: '2' }]));
    // 10.00 × 2/3 = 6.67 for two: 3.335 each
    expect((await shop.records.getOrThrow(GoodsReceipts, goodsReceiptId)).lines).toMatchObject([
      { quantity: '2', unitCost: '3.335', cost: 667 },
    ]);
  });

  it('for nothing come back at their cost alone', async () => {
    const shop = await newShop([['A', 2, 500]]);
    const orderId = await shop.shipped([{ quantity: '2', price: '0' }]);
    const came = await shop.receive(await shop.authorise(orderId, [{ line: 1, quantity: '1' }]));
    expect(came).toMatchObject({ creditNoteIds: [], lines: [{ cost: { amount: '2.50' } }] });
    await shop.tieOut();
  });
});

describe('goods that come back', () => {
  it('are restored at what they had cost, not at what stock costs by now', async () => {
    const shop = await newShop([['A', 2, 1000]]);
    const orderId = await shop.shipped([{ quantity: '1' }]); // at 5.00
    const stock = await shop.stock(1);
    await shop.records.commit([update<Stock>(Stocks, stock, putIn(stock, '1', 900))]); // 5.00 + 9.00: 7.00 a piece by now
    expect(await shop.receive(await shop.authorise(orderId))).toMatchObject({ lines: [{ cost: { amount: '5.00' } }] });
    expect(await shop.stock(1)).toMatchObject({ onHand: '3', value: 1900 });
    await shop.tieOut(900);
  });

  it('of an order that was billed when it was placed are credited on that invoice', async () => {
    const shop = await newShop([['A', 2, 700]], { policies: { invoiceOn: 'order' }, creditLimit: 100_000 });
    const orderId = await shop.shipped([{ quantity: '2' }]);
    const came = await shop.receive(await shop.authorise(orderId, [{ line: 1, quantity: '1' }]));
    expect(came).toMatchObject({ creditNoteIds: ['crn_R2026-000001'], lines: [{ net: { amount: '10.00' }, cost: { amount: '3.50' } }] });
    expect(await shop.exposure()).toBe(1210);
    await shop.tieOut();
  });

  it('at less than half a cent a piece still add up to their line', async () => {
    const shop = await newShop([['A', 3, 30]]);
    // 3 × 0.0034 = 0.0102 → 0.01 net: a third of a cent each
    const orderId = await shop.shipped([{ quantity: '3', price: '0.0034' }]);
    const ret = await shop.authorise(orderId);
    const nets = [];
    for (let i = 0; i < 3; i += 1) nets.push((await shop.receive(ret, { lines: [{ line: 1, quantity: '1' }] })).lines[0].net.amount);
    // 1/3 → 0; 1/2 → 1 (half up); nothing left
    expect(nets).toEqual(['0.00', '0.01', '0.00']);
    expect(await shop.invoice('inv_F2026-000001')).toMatchObject({ open: 0, credited: [1], creditedQuantities: ['3'] });
    await shop.tieOut();
  });

  it('are never sent again, and never come back twice however many ask at once', async () => {
    const shop = await newShop([['A', 5, 1000]]);
    const orderId = await shop.shipped([{ quantity: '5' }]);
    const ret = await shop.authorise(orderId);
    const body = { date: '2026-03-25', lines: [{ line: 1, quantity: '2' }] };
    const answers = await Promise.all(Array.from({ length: 6 }, () => shop.ask(`POST /returns/${ret}/receipt`, body)));
    expect(answers.map((a) => a.status).sort()).toEqual([201, 201, 422, 422, 422, 422]);
    const same = await Promise.all(
      Array.from({ length: 8 }, () => shop.ask(`POST /returns/${ret}/receipt`, { date: '2026-03-26' }, { key: 'rest' })),
    );
    expect(new Set(same.map((a) => JSON.stringify(a.body))).size).toBe(1);
    expect(same[0]?.body.lines).toMatchObject([{ quantity: '1', net: { amount: '10.00' }, cost: { amount: '2.00' } }]);
    expect((await shop.order(orderId)).lines[0]).toMatchObject({ returned: '5', returnedNet: 5000, returnedCost: 1000 });
    // Its execution may have closed the order by now: either way nothing of it is open.
    expect((await shop.refused(`POST /orders/${orderId}/shipments`, {}))[0]).toBe(422);
    expect((await shop.order(orderId)).lines[0]?.shipped).toBe('5');
    expect(await shop.tieOut()).toMatchObject({ '300': 0, '610': 0, '430': 0, '477': 0 });
  });
});

describe('what has not come of a return', () => {
  it('is given up with a reason: what came stays', async () => {
    const shop = await newShop([['A', 3, 1000]]);
    const orderId = await shop.shipped([{ quantity: '3' }], { invoice: false });
    await shop.done(`POST /orders/${orderId}/invoices`, { date: '2026-03-14' });
    await receivablesOf(shop.tenant).receipt(shop.customerId, '36.30', { auto: true });
    const ret = await shop.authorise(orderId);
    await shop.receive(ret, { lines: [{ line: 1, quantity: '2' }] });
    const give = () => shop.done(`POST /returns/${ret}/cancellation`, { reason: 'Se queda una', date: '2026-03-30' }, { key: 'give' });
    const given = await give();
    expect(given).toMatchObject({ state: 'received', short: { date: '2026-03-30', reason: 'Se queda una' }, refundIds: [] });
    expect((await shop.order(orderId)).lines[0]).not.toHaveProperty('authorised');
    expect(await shop.refused(`POST /returns/${ret}/receipt`, {})).toEqual([422, 'return.state', 'path.returnId']);
    expect(await shop.refused(`POST /returns/${ret}/cancellation`, { reason: 'x' })).toEqual([422, 'return.state', 'path.returnId']);
    // Two of three, paid for: 20.00 + 4.20
    const paid = await shop.done(`POST /returns/${ret}/refund`, { date: '2026-03-31' }, { roles: ['accountant'], email: 'c@x.example' });
    expect(paid.amount).toEqual({ amount: '24.20', currency: 'EUR' });
    expect(await shop.done(`GET /returns/${ret}`)).toMatchObject({ state: 'closed', refundIds: [paid.refunds[0].id] });
    expect(await give()).toMatchObject({ id: ret, state: 'closed', short: given.short });
    expect(await shop.tieOut()).toMatchObject({ '430': 0, '572': 1210 });
  });
});

describe('what cannot be is refused, and leaves no trace', () => {
  it('by day, line, quantity, period and company', async () => {
    const shop = await newShop([['A', 3, 1000]]);
    const { id: orderId } = await shop.place([{ quantity: '3' }]);
    await shop.ship(orderId, { lines: [{ line: 1, quantity: '1' }] });
    await shop.ship(orderId, { lines: [{ line: 1, quantity: '2' }], date: '2026-03-15' });
    const ret = await shop.authorise(orderId, [{ line: 1, quantity: '1' }]);
    const gates = await shop.records.getMany(
      PeriodSequences,
      Array.from({ length: SHARDS }, (_, shard) => sequenceId('2026-02', shard)),
    );
    await shop.records.commit(
      gates.flatMap((gate) => (gate ? [update(PeriodSequences, gate, { ...gate, state: 'locked' as const })] : [])),
    );
    const before = await itemsOf(shop.tenant);
    const authorise = (body: object) => shop.refused(`POST /orders/${orderId}/returns`, { reason: 'x', ...body });
    const receive = (body: object) => shop.refused(`POST /returns/${ret}/receipt`, body);
    expect(await authorise({ date: '2026-03-13', lines: [{ line: 1, quantity: '1' }] })).toEqual([422, 'return.too_early', 'body.date']);
    expect(await authorise({ date: '2031-01-01' })).toEqual([422, 'period.not_open', 'body.date']);
    expect(await authorise({ lines: [{ line: 1, quantity: '0' }] })).toEqual([400, 'input.invalid', 'body.lines.0.quantity']);
    expect(await authorise({ lines: [] })).toEqual([400, 'input.invalid', 'body.lines']);
    expect(await authorise({ reason: '' })).toEqual([400, 'input.invalid', 'body.reason']);
    expect(await receive({ lines: [{ line: 1, quantity: '-1' }] })).toEqual([400, 'input.invalid', 'body.lines.0.quantity']);
    expect(await receive({ lines: [{ line: 7, quantity: '1' }] })).toEqual([400, 'return.line', 'body.lines.0.line']);
    expect(await receive({ lines: [{ line: 1, quantity: '1', disposition: 'eat' }] })).toEqual([
      400,
      'input.invalid',
      'body.lines.0.disposition',
    ]);
    expect(await receive({ date: '2026-02-20' })).toEqual([422, 'return.too_early', 'body.date']);
    expect(await receive({ date: '2031-02-20' })).toEqual([422, 'period.not_open', 'body.date']);
    const other = salesOf(newTenant());
    expect(await other.refused(`POST /returns/${ret}/receipt`, {})).toEqual([404, 'return.not_found', undefined]);
    expect(await other.refused(`POST /returns/${ret}/refund`, {})).toEqual([404, 'return.not_found', undefined]);
    expect(await other.refused(`POST /returns/${ret}/cancellation`, { reason: 'x' })).toEqual([404, 'return.not_found', undefined]);
    expect(await other.refused(`GET /returns/${ret}`)).toEqual([404, 'return.not_found', 'path.returnId']);
    expect((await other.refused(`POST /orders/${orderId}/returns`, { reason: 'x' }))[0]).toBe(404);
    expect(await itemsOf(shop.tenant)).toEqual(before);
  });

  it('in a locked period, also where there is nothing to post', async () => {
    const shop = await newShop([
      ['A', 1, 500],
      ['B', 1, 0],
    ]);
    const orderId = await shop.shipped([{ quantity: '1' }, { quantity: '1', price: '0' }]);
    const [worth, nothing] = [
      await shop.authorise(orderId, [{ line: 1, quantity: '1' }]),
      await shop.authorise(orderId, [{ line: 2, quantity: '1' }]),
    ];
    const gates = await shop.records.getMany(
      PeriodSequences,
      Array.from({ length: SHARDS }, (_, shard) => sequenceId('2026-03', shard)),
    );
    await shop.records.commit(
      gates.flatMap((gate) => (gate ? [update(PeriodSequences, gate, { ...gate, state: 'locked' as const })] : [])),
    );
    const before = await itemsOf(shop.tenant);
    for (const ret of [worth, nothing])
      expect(await shop.refused(`POST /returns/${ret}/receipt`, { date: '2026-03-25' })).toEqual([422, 'period.locked', 'body.date']);
    expect(await itemsOf(shop.tenant)).toEqual(before);
    for (const ret of [worth, nothing]) await shop.receive(ret, { date: '2026-04-01' });
    await shop.tieOut();
  });
});
