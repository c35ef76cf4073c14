import { beforeAll, describe, expect, it } from 'vitest';
import { handler as commands } from '../../functions/sales/orders/commands.ts';
import { CreditNotes, Invoices } from '../../shared/domain/finance/receivables/invoice.ts';
import { Refunds } from '../../shared/domain/finance/receivables/receipt.ts';
import type { RecordChange } from '../../shared/runtime/changes.ts';
import { idFrom } from '../../shared/runtime/fingerprint.ts';
import { norma43 } from '../support/bank-samples.ts';
import { bankingOf } from '../support/banking.ts';
import { call } from '../support/call.ts';
import { batchOf } from '../support/changes.ts';
import { eventually, executionStatus, executionsOf, invokeWorker, statesEntered, stopExecution } from '../support/cloud.ts';
import type { TestCompany } from '../support/company.ts';
import { runningShop, waitsFor } from '../support/running-shop.ts';

const MACHINE = 'order-to-cash';

const reconciled = async () => (await invokeWorker<{ records: number }>('reconcileOrders')).records >= 0;
const ended = (name: string) => eventually(`the end of ${name}`, async () => (await executionStatus(MACHINE, name)) === 'SUCCEEDED');

describe('order-to-cash', () => {
  it('follows an order to its close in three transitions', async () => {
    const the = await runningShop();
    const { id } = await the.place('2026-11-02');
    await waitsFor(the, id, 'AwaitShipment');
    const { invoiceId } = await the.ship(id, '2026-11-02');
    await waitsFor(the, id, 'AwaitPayment');
    await the.pay(invoiceId);
    await ended(the.run(id));
    expect(await statesEntered(MACHINE, the.run(id))).toEqual(['AwaitShipment', 'AwaitPayment', 'CloseOrder']);
    expect(await the.order(id)).toMatchObject({
      status: 'closed',
      execution: { name: the.run(id), state: 'AwaitPayment', status: 'ended' },
    });
  });

  it('is woken by a line of the bank that pays its invoice, matched by itself', async () => {
    const the = await runningShop({ bankMatching: 'post' });
    const { id } = await the.place('2026-11-02');
    const { invoiceId } = await the.ship(id, '2026-11-02');
    await waitsFor(the, id, 'AwaitPayment');
    const bank = bankingOf(the.company.tenant);
    await bank.ask('ana', 'GET /banking/accounts', undefined, { roles: ['accountant'] });
    const account = await bank.account();
    const { number, customer } = await the.company.records.getOrThrow(Invoices, invoiceId);
    const movement = {
      date: '2026-11-03',
      amount: 2420,
      text: `TRANSFERENCIA ${customer.name} FACTURA ${number}`.toUpperCase().slice(0, 70),
    };
    await bank.take(norma43([movement], { opening: 0, from: '2026-11-03', to: '2026-11-03' }));
    await bank.done('ana', 'POST /banking/match-runs', { bankAccountId: account.id });
    await ended(the.run(id));
    const [line] = await bank.lines(account.id, {});
    expect(line).toMatchObject({ state: 'matched', match: { how: 'engine' } });
    expect([(await the.order(id)).status, (await the.company.records.getOrThrow(Invoices, invoiceId)).open]).toEqual(['closed', 0]);
  });

  it('goes straight through when the order was shipped and paid before it began to wait', async () => {
    const the = await runningShop();
    const { id } = await the.place('2026-11-02');
    const { invoiceId } = await the.ship(id, '2026-11-02');
    await the.pay(invoiceId);
    await ended(the.run(id));
    expect((await the.order(id)).status).toBe('closed');
  });

  it('pays a cancelled order back that was invoiced on order and paid, where the company refunds automatically', async () => {
    const the = await runningShop({ invoiceOn: 'order', refunds: 'automatic' });
    const placed = await the.place('2026-11-02');
    await waitsFor(the, placed.id, 'AwaitShipment');
    await the.pay(placed.invoiceIds[0]);
    await the.cancel(placed.id, ['sales']);
    await ended(the.run(placed.id));
    expect(await statesEntered(MACHINE, the.run(placed.id))).toEqual(['AwaitShipment', 'RefundOrder']);
    const invoice = await the.company.records.getOrThrow(Invoices, placed.invoiceIds[0]);
    const note = await the.company.records.getOrThrow(CreditNotes, invoice.creditNoteIds?.[0] ?? '');
    // 2 × 10.00 and 21 % of it: 24.20 came in, 24.20 go back, nothing stays open.
    expect([note.totals.gross, note.open, invoice.open]).toEqual([2420, 0, 0]);
    const refund = await the.company.records.getOrThrow(Refunds, idFrom('rfd', the.company.tenant, 'refundOrder', note.id));
    expect(refund.entry.lines.map((line) => [line.account, line.amount])).toEqual([
      ['572', -2420],
      ['430', 2420],
    ]);
    expect((await the.stock()).reserved).toBe('0');
  });

  it.each([
    ['the company refunds by hand', {}, ['sales']],
    ['one person alone placed, was paid and cancelled', { refunds: 'automatic' }, undefined],
    ['it is more than the company pays by itself', { refunds: 'automatic', refundLimit: 2419 }, ['sales']],
  ] as const)('leaves the money of a cancelled order as credit where %s', async (_, policies, roles) => {
    const the = await runningShop({ invoiceOn: 'order', ...policies });
    const placed = await the.place('2026-11-02');
    // An order that is cancelled before the stream tells of it needs no execution: nothing is to go back.
    await waitsFor(the, placed.id, 'AwaitShipment');
    await the.pay(placed.invoiceIds[0]);
    await the.cancel(placed.id, roles);
    await ended(the.run(placed.id));
    const invoice = await the.company.records.getOrThrow(Invoices, placed.invoiceIds[0]);
    expect((await the.company.records.getOrThrow(CreditNotes, invoice.creditNoteIds?.[0] ?? '')).open).toBe(2420);
  });

  it('cancels an order that has not shipped in time, and releases what it had reserved', async () => {
    const the = await runningShop({ cancelUnshippedAfterDays: 5 });
    const { id } = await the.place('2026-10-01');
    await waitsFor(the, id, 'AwaitShipment');
    expect((await the.stock()).reserved).toBe('2');
    await eventually('the cancellation', async () => (await reconciled()) && (await the.order(id)).status === 'cancelled');
    await ended(the.run(id));
    expect(await the.stock()).toMatchObject({ reserved: '0', onHand: '10', value: 3000 });
  });

  it('lets an order wait on that has begun to ship', async () => {
    const the = await runningShop({ cancelUnshippedAfterDays: 5 });
    const { id } = await the.place('2026-10-01');
    await waitsFor(the, id, 'AwaitShipment');
    const part = { date: '2026-10-02', lines: [{ line: 1, quantity: '1' }] };
    await call(commands, `POST /orders/${id}/shipments`, 'POST /orders/{orderId}/shipments', { tenant: the.company.tenant, body: part });
    await eventually('a new timer', async () => (await reconciled()) && (await the.order(id)).execution.until > new Date().toISOString());
    expect((await the.order(id)).status).toBe('partly-shipped');
  });

  it('gives the rest of an order up of which nothing more has shipped in time, and pays back what was paid for it', async () => {
    const the = await runningShop({ invoiceOn: 'order', refunds: 'automatic', cancelRestAfterDays: 5 });
    const { id, invoiceIds } = await the.place('2026-10-01');
    await waitsFor(the, id, 'AwaitShipment');
    const part = { date: '2026-10-02', lines: [{ line: 1, quantity: '1' }] };
    const { tenant } = the.company;
    const asked = { tenant, body: part, roles: ['warehouse', 'accountant'] };
    await call(commands, `POST /orders/${id}/shipments`, 'POST /orders/{orderId}/shipments', asked);
    await the.pay(invoiceIds[0], ['accountant']);
    await eventually('the end of the rest', async () => (await reconciled()) && (await the.order(id)).short);
    await ended(the.run(id));
    const { status, short } = await the.order(id);
    expect([status, short.reason, (await the.stock()).reserved]).toEqual(['closed', 'Resto sin enviar en 5 días', '0']);
    // One of two at 10.00: 12.10 were credited, and go back to the customer.
    expect(await the.company.records.getOrThrow(CreditNotes, short.creditNoteId)).toMatchObject({ totals: { gross: 1210 }, open: 0 });
  });

  it('survives the loss of the execution: the next one takes the order up where it is', async () => {
    const the = await runningShop();
    const { id } = await the.place('2026-11-02');
    await waitsFor(the, id, 'AwaitShipment');
    await stopExecution(MACHINE, the.run(id));
    const { invoiceId } = await the.ship(id, '2026-11-02');
    await invokeWorker('reconcileOrders');
    await waitsFor(the, id, 'AwaitPayment');
    expect((await the.order(id)).execution.name).toBe(the.run(id, 2));
    await the.pay(invoiceId);
    await ended(the.run(id, 2));
    expect((await the.order(id)).status).toBe('closed');
    expect(await executionsOf(MACHINE, id)).toEqual([the.run(id, 2), the.run(id)]);
  });

  it('takes a closed order up again when its receipt bounces', async () => {
    const the = await runningShop();
    const { id } = await the.place('2026-11-02');
    const { invoiceId } = await the.ship(id, '2026-11-02');
    const receipt = await the.pay(invoiceId);
    await ended(the.run(id));
    await the.bounce(receipt.id);
    await eventually('a second execution', async () => (await the.order(id)).execution.name === the.run(id, 2));
    const { status, closedOn } = await the.order(id);
    expect([status, closedOn]).toEqual(['invoiced', undefined]);
    await the.pay(invoiceId);
    await ended(the.run(id, 2));
    expect((await the.order(id)).status).toBe('closed');
  });
});

describe('the events that drive it', () => {
  let the: Awaited<ReturnType<typeof runningShop>>;
  let company: TestCompany;
  beforeAll(async () => {
    the = await runningShop();
    company = the.company;
  });

  it('may come twice, late and in any order: one execution, and one end', async () => {
    const { id } = await the.place('2026-11-02');
    const { invoiceId } = await the.ship(id, '2026-11-02');
    await the.pay(invoiceId);
    await ended(the.run(id));
    const changes = changesOf(company.tenant, id, invoiceId);
    for (const batch of [changes, changes.toReversed(), [...changes, ...changes]])
      expect(await invokeWorker('followSales', batchOf(batch))).toEqual({ batchItemFailures: [] });
    expect(await executionsOf(MACHINE, id)).toEqual([the.run(id)]);
    expect((await the.order(id)).status).toBe('closed');
  });
});

/** What the publisher told of the order, its invoice and its wait. */
function changesOf(tenant: string, orderId: string, invoiceId: string): RecordChange[] {
  const order = { tenant, kind: 'order', id: orderId };
  const invoice = { tenant, kind: 'invoice', id: invoiceId };
  const [owed, paid] = [
    { orderId, open: 2420 },
    { orderId, open: 0 },
  ];
  return [
    { ...order, rev: 1, after: { state: 'placed' } },
    { tenant, kind: 'wait', id: orderId },
    { ...invoice, rev: 1, after: owed },
    { ...invoice, rev: 2, before: owed, after: paid },
    { ...order, rev: 3, before: { state: 'placed' }, after: { state: 'closed' } },
  ];
}
