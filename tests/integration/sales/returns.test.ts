import { describe, expect, it } from 'vitest';
import { handler as money } from '../../../functions/finance/receivables/commands.ts';
import { handler as queries } from '../../../functions/sales/returns/queries.ts';
import { CreditNotes, Invoices } from '../../../shared/domain/finance/receivables/invoice.ts';
import type { Role } from '../../../shared/kernel/permission.ts';
import { call, newTenant } from '../../support/call.ts';
import { eur } from '../../support/shop.ts';
import { type Asking, soldShop } from '../../support/sold-shop.ts';

const refusal = ({ status, body }: { status: number; body: { code: string; field?: string } }) => [status, body.code, body.field];

describe('a return', () => {
  it('credits and restocks what was received of what was authorised, at the invoice’s rate and at original cost', async () => {
    const shop = await soldShop();
    const { body: ret } = await shop.authorise({ lines: [{ line: 1, quantity: '3' }] });
    expect([ret.state, ret.lines]).toEqual(['authorised', [{ line: 1, authorised: '3', received: '0' }]]);
    const { status, body: receipt } = await shop.receive(ret.id, { lines: [{ line: 1, quantity: '2' }], closes: true });
    expect(status, JSON.stringify(receipt)).toBe(201);
    // Net: 29.97 × 2/3 = 19.98. VAT 21 % = 4.1958 → 4.20. Cost: 10.00 × 2/3 = 6.67.
    expect(receipt.lines).toEqual([
      {
        line: 1,
        quantity: '2',
        disposition: 'restock',
        net: { amount: '19.98', currency: 'EUR' },
        cost: { amount: '6.67', currency: 'EUR' },
      },
    ]);
    const note = await shop.records.getOrThrow(CreditNotes, receipt.creditNoteIds[0]);
    expect(note.entry?.lines.map((line) => [line.account, line.amount])).toEqual([
      ['430', -2418],
      ['708', 1998],
      ['477', 420],
      ['610', -667],
      ['300', 667],
    ]);
    expect(await shop.stock(shop.a)).toMatchObject({ onHand: '2', value: 667 });
    expect(await shop.get(ret.id)).toMatchObject({ lines: [{ line: 1, authorised: '3', received: '2' }] });
    // The third is no longer expected, so it may be authorised again.
    expect((await shop.order()).lines[0]).toMatchObject({ returned: '2', returnedNet: 1998, returnedCost: 667 });
    expect((await shop.authorise({ lines: [{ line: 1, quantity: '1' }] })).status).toBe(201);
  });

  it('in three parts gives back exactly what was billed and what it had cost', async () => {
    const shop = await soldShop();
    const { body: ret } = await shop.authorise({ lines: [{ line: 1, quantity: '3' }] });
    const parts = [];
    for (let i = 0; i < 3; i += 1) parts.push((await shop.receive(ret.id, { lines: [{ line: 1, quantity: '1' }] })).body.lines[0]);
    expect(parts.map((part) => part.net.amount)).toEqual(['9.99', '9.99', '9.99']);
    // 10.00 in thirds, each of what is left: 3.33, then 3.335 → 3.34, then the rest.
    expect(parts.map((part) => part.cost.amount)).toEqual(['3.33', '3.34', '3.33']);
    expect(await shop.stock(shop.a)).toMatchObject({ onHand: '3', value: 1000 });
    const [invoiceId = ''] = (await shop.order()).invoiceIds;
    expect((await shop.records.getOrThrow(Invoices, invoiceId)).credited).toEqual([2997, 0]);
    expect(await shop.balance('300')).toBe(-1000 + 1000 - 1000);
  });

  it('of scrapped goods moves no stock: their cost goes to 6109', async () => {
    const shop = await soldShop();
    const { body: ret } = await shop.authorise({ lines: [{ line: 2, quantity: '2' }] });
    const lines = [
      { line: 2, quantity: '1', disposition: 'scrap' },
      { line: 2, quantity: '1', disposition: 'restock' },
    ];
    const { body: receipt } = await shop.receive(ret.id, { lines });
    const note = await shop.records.getOrThrow(CreditNotes, receipt.creditNoteIds[0]);
    // 2 × 7.55 = 15.10 net, 3.171 → 3.17 VAT; 5.00 back into stock, 5.00 written off.
    expect(note.entry?.lines.map((line) => [line.account, line.amount])).toEqual([
      ['430', -1827],
      ['708', 1510],
      ['477', 317],
      ['610', -500],
      ['300', 500],
      ['610', -500],
      ['6109', 500],
    ]);
    expect(await shop.stock(shop.b)).toMatchObject({ onHand: '9', value: 4500 });
  });

  it('of goods that two invoices billed makes a credit note for each', async () => {
    const shop = await soldShop({}, [{ lines: [{ line: 1, quantity: '1' }] }, { lines: [{ line: 1, quantity: '2' }] }]);
    const { body: ret } = await shop.authorise({ lines: [{ line: 1, quantity: '2' }] });
    const { body: receipt } = await shop.receive(ret.id);
    const notes = await shop.records.getMany(CreditNotes, receipt.creditNoteIds);
    expect(notes.map((note) => [note?.number, note?.corrects, note?.totals.net])).toEqual([
      ['R2026-000001', 'inv_F2026-000001', 999],
      ['R2026-000002', 'inv_F2026-000002', 999],
    ]);
    expect(receipt.entries).toHaveLength(2);
    // Cost of two of three, whatever the number of invoices: 6.67.
    expect((await shop.stock(shop.a)).value).toBe(667);
  });

  it('of goods that were never billed brings back their cost alone', async () => {
    const shop = await soldShop({}, [{ invoice: false }]);
    const { body: ret } = await shop.authorise({ lines: [{ line: 1, quantity: '3' }] });
    const { body: receipt } = await shop.receive(ret.id);
    expect([receipt.creditNoteIds, receipt.entries[0].lines.map((line: { account: string }) => line.account)]).toEqual([
      [],
      ['610', '300'],
    ]);
    expect(await shop.stock(shop.a)).toMatchObject({ onHand: '3', value: 1000 });
    expect(await shop.balance('610')).toBe(1000);
  });

  it('after payment leaves a credit that refundReturn pays back, never more than is open', async () => {
    const shop = await soldShop();
    await shop.pay((await shop.order()).invoiceIds[0] ?? '');
    const { body: ret } = await shop.authorise({ lines: [{ line: 1, quantity: '3' }] });
    await shop.receive(ret.id);
    // 29.97 + 6.29 = 36.26
    expect(refusal(await shop.refund(ret.id, { amount: { amount: '36.27', currency: 'EUR' } }))).toEqual([
      422,
      'return.refund_too_much',
      'body.amount',
    ]);
    const part = await shop.refund(ret.id, { amount: { amount: '6.26', currency: 'EUR' } });
    expect([part.status, (await shop.get(ret.id)).state]).toEqual([201, 'received']);
    const rest = await shop.refund(ret.id, {}, { key: 'rest' });
    expect([rest.body.amount.amount, (await shop.get(ret.id)).state]).toEqual(['30.00', 'closed']);
    expect((await shop.refund(ret.id, {}, { key: 'rest' })).body).toEqual(rest.body);
    expect(refusal(await shop.refund(ret.id))).toEqual([422, 'return.nothing_to_refund', 'path.returnId']);
    expect(await shop.balance('572')).toBe(5453 - 3626);
  });
});

describe('a return is refused', () => {
  it('for more than is out, unknown or repeated lines, and days before the goods left', async () => {
    const shop = await soldShop();
    expect(refusal(await shop.authorise({ lines: [{ line: 1, quantity: '4' }] }))).toEqual([
      422,
      'return.too_much',
      'body.lines.0.quantity',
    ]);
    expect(refusal(await shop.authorise({ lines: [{ line: 3, quantity: '1' }] }))).toEqual([400, 'return.line', 'body.lines.0.line']);
    expect(
      refusal(
        await shop.authorise({
          lines: [
            { line: 1, quantity: '1' },
            { line: 1, quantity: '1' },
          ],
        }),
      ),
    ).toEqual([400, 'return.line', 'body.lines.1.line']);
    expect(refusal(await shop.authorise({ date: '2026-03-01' }))).toEqual([422, 'return.too_early', 'body.date']);
    const { body: ret } = await shop.authorise({});
    expect(refusal(await shop.authorise({}))).toEqual([422, 'return.nothing_left', 'path.orderId']);
    expect(refusal(await shop.receive(ret.id, { lines: [{ line: 1, quantity: '3.001' }] }))).toEqual([
      422,
      'return.too_much',
      'body.lines.0.quantity',
    ]);
    expect(refusal(await shop.receive(ret.id, { date: '2026-03-09' }))).toEqual([422, 'return.too_early', 'body.date']);
    expect(refusal(await shop.receive(ret.id, { date: '2031-03-09' }))).toEqual([422, 'period.not_open', 'body.date']);
    expect((await shop.stock(shop.a)).onHand).toBe('0');
  });

  it('twice: a repeat is shown what stands, and another body with its key is a conflict', async () => {
    const shop = await soldShop();
    const first = await shop.authorise({}, { key: 'once' });
    expect((await shop.authorise({}, { key: 'once' })).body).toEqual(first.body);
    const receipt = await shop.receive(first.body.id, {}, { key: 'came' });
    expect((await shop.receive(first.body.id, {}, { key: 'came' })).body).toEqual(receipt.body);
    expect((await shop.authorise({}, { key: 'once' })).body).toMatchObject({
      id: first.body.id,
      // Its credit has settled the open invoice: it is closed once the change is followed.
      state: expect.stringMatching(/^(received|closed)$/),
    });
    expect(refusal(await shop.authorise({ reason: 'Otra' }, { key: 'once' }))[1]).toBe('idempotency.key_reused');
  });

  it('to those whose task it is not, and money to who authorised it', async () => {
    const shop = await soldShop();
    const as = (...roles: Role[]): Asking => ({ roles, email: `${roles.join('-')}@${shop.tenant}.example` });
    const { body: ret } = await shop.authorise({}, as('sales', 'accountant'));
    expect(refusal(await shop.receive(ret.id, {}, as('sales')))[0]).toBe(403);
    await shop.receive(ret.id, {}, as('warehouse'));
    expect(refusal(await shop.refund(ret.id, {}, as('warehouse')))[0]).toBe(403);
    expect(refusal(await shop.refund(ret.id, {}, as('sales', 'accountant')))).toEqual([422, 'return.nothing_to_refund', 'path.returnId']);
  });

  it('pays nothing to who authorised or received it, by whatever route, but to a third', async () => {
    const shop = await soldShop();
    const as = (...roles: Role[]): Asking => ({ roles, email: `${roles.join('-')}@${shop.tenant}.example` });
    await shop.pay((await shop.order()).invoiceIds[0] ?? '');
    const { body: ret } = await shop.authorise({}, as('sales', 'accountant'));
    await shop.receive(ret.id, {}, as('warehouse', 'accountant'));
    const [note = ''] = (await shop.get(ret.id)).creditNoteIds;
    const { open } = await shop.records.getOrThrow(CreditNotes, note);
    const pay = { from: note, amount: eur((open / 100).toFixed(2)), date: '2026-03-20' };
    for (const who of [as('sales', 'accountant'), as('warehouse', 'accountant')]) {
      expect(refusal(await shop.refund(ret.id, {}, who))).toEqual([422, 'refund.same_person', 'path.returnId']);
      const answer = await call(money, 'POST /refunds', 'POST /refunds', { tenant: shop.tenant, body: pay, ...who });
      expect(refusal(answer)).toEqual([422, 'refund.same_person', 'body.from']);
    }
    const paid = await shop.refund(ret.id, {}, as('accountant'));
    expect([paid.status, paid.body.refunds[0].overrides]).toEqual([201, undefined]);
  });

  it('after cancelReturn, and neither getReturn nor listReturns shows it to another company', async () => {
    const shop = await soldShop();
    const { body: ret } = await shop.authorise({});
    const cancelled = await shop.cancel(ret.id);
    expect([cancelled.body.state, cancelled.body.cancelled.reason]).toEqual(['cancelled', 'Se lo queda']);
    expect(refusal(await shop.receive(ret.id))).toEqual([422, 'return.state', 'path.returnId']);
    expect((await shop.authorise({})).status).toBe(201);
    const stranger = await call(queries, `GET /returns/${ret.id}`, 'GET /returns/{returnId}', { tenant: newTenant() });
    expect(stranger.status).toBe(404);
    expect((await shop.list({ state: 'cancelled', orderId: shop.id })).map((found: { id: string }) => found.id)).toEqual([ret.id]);
  });

  it('on a dry run it shows the entries and moves nothing', async () => {
    const shop = await soldShop();
    const { body: ret } = await shop.authorise({});
    const dry = await shop.receive(ret.id, {}, { query: { dryRun: 'true' } });
    expect([dry.status, dry.body.entries.length]).toEqual([200, 1]);
    expect([(await shop.stock(shop.a)).onHand, (await shop.get(ret.id)).state]).toEqual(['0', 'authorised']);
  });
});
