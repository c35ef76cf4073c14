import { beforeAll, describe, expect, it } from 'vitest';
import { handler as money } from '../../functions/finance/receivables/commands.ts';
import { handler as commands } from '../../functions/sales/orders/commands.ts';
import { handler as queries } from '../../functions/sales/orders/queries.ts';
import { Customers } from '../../shared/domain/crm/customers/customer.ts';
import { CreditNotes, Invoices } from '../../shared/domain/finance/receivables/invoice.ts';
import { Refunds } from '../../shared/domain/finance/receivables/receipt.ts';
import { Stocks, stockId } from '../../shared/domain/inventory/stock/stock.ts';
import type { Policies } from '../../shared/domain/platform/company/company.ts';
import { update } from '../../shared/kernel/record.ts';
import { idFrom } from '../../shared/runtime/fingerprint.ts';
import { enlistTenant } from '../../shared/runtime/tenants.ts';
import { call, newTenant } from '../support/call.ts';
import { eventually, executionStatus, executionsOf, invokeWorker, mailsTo, statesEntered, stopExecution } from '../support/cloud.ts';
import { newCompany, stockUp, type TestCompany } from '../support/company.ts';

const MACHINE = 'order-to-cash';

/** A company with ten of one item at 3.00 each, price 10.00, and a customer with an address for mails. */
async function shop(policies: Partial<Policies> = {}, email?: string) {
  const company = await newCompany(newTenant(), policies);
  await enlistTenant(company.tenant);
  const [itemId = ''] = await stockUp(company, [['A', 10, 3000]]);
  if (email) {
    const customer = await company.records.need(Customers, company.customerId);
    await company.records.commit([update(Customers, customer, { ...customer, email })]);
  }
  const ask = async (route: string, template: string, body: unknown) => {
    const answer = await call(template.startsWith('POST /receipts') ? money : commands, route, template, { tenant: company.tenant, body });
    expect(answer.status, JSON.stringify(answer.body)).toBeLessThan(300);
    return answer.body;
  };
  const place = (date: string) =>
    ask('POST /orders', 'POST /orders', { customerId: company.customerId, lines: [{ itemId, quantity: '2' }], date });
  const ship = (id: string, date: string) => ask(`POST /orders/${id}/shipments`, 'POST /orders/{orderId}/shipments', { date });
  const cancel = (id: string) =>
    ask(`POST /orders/${id}/cancellation`, 'POST /orders/{orderId}/cancellation', { reason: 'Cambio de idea' });
  const pay = async (invoiceId: string) => {
    const { open } = await company.records.need(Invoices, invoiceId);
    const amount = { amount: (open / 100).toFixed(2), currency: 'EUR' };
    return ask('POST /receipts', 'POST /receipts', {
      customerId: company.customerId,
      date: '2026-11-02',
      amount,
      allocations: [{ invoiceId, amount }],
    });
  };
  const bounce = (id: string) =>
    ask(`POST /receipts/${id}/reversal`, 'POST /receipts/{receiptId}/reversal', { reason: 'Recibo devuelto', date: '2026-11-03' });
  const order = async (id: string) => (await call(queries, `GET /orders/${id}`, 'GET /orders/{orderId}', { tenant: company.tenant })).body;
  const stock = () => company.records.need(Stocks, stockId(itemId, 'main'));
  return { company, place, ship, cancel, pay, bounce, order, stock };
}

const waitsFor = (shopOf: { order(id: string): Promise<{ execution?: { state: string } }> }, id: string, state: string) =>
  eventually(`${id} in ${state}`, async () => (await shopOf.order(id)).execution?.state === state);
const reconciled = async () => (await invokeWorker<{ records: number }>('reconcileOrders')).records >= 0;
const ended = (name: string) => eventually(`the end of ${name}`, async () => (await executionStatus(MACHINE, name)) === 'SUCCEEDED');

describe('order-to-cash', () => {
  it('follows an order to its close in three transitions', async () => {
    const the = await shop();
    const { id } = await the.place('2026-11-02');
    await waitsFor(the, id, 'AwaitShipment');
    const { invoiceId } = await the.ship(id, '2026-11-02');
    await waitsFor(the, id, 'AwaitPayment');
    await the.pay(invoiceId);
    await ended(id);
    expect(await statesEntered(MACHINE, id)).toEqual(['AwaitShipment', 'AwaitPayment', 'CloseOrder']);
    expect(await the.order(id)).toMatchObject({ status: 'closed', execution: { name: id, state: 'AwaitPayment', status: 'ended' } });
  });

  it('goes straight through when the order was shipped and paid before it began to wait', async () => {
    const the = await shop();
    const { id } = await the.place('2026-11-02');
    const { invoiceId } = await the.ship(id, '2026-11-02');
    await the.pay(invoiceId);
    await ended(id);
    expect((await the.order(id)).status).toBe('closed');
  });

  it('pays a cancelled order back that was invoiced on order and paid, where the company refunds automatically', async () => {
    const the = await shop({ invoiceOn: 'order', refunds: 'automatic' });
    const placed = await the.place('2026-11-02');
    await waitsFor(the, placed.id, 'AwaitShipment');
    await the.pay(placed.invoiceIds[0]);
    await the.cancel(placed.id);
    await ended(placed.id);
    expect(await statesEntered(MACHINE, placed.id)).toEqual(['AwaitShipment', 'RefundOrder']);
    const invoice = await the.company.records.need(Invoices, placed.invoiceIds[0]);
    const note = await the.company.records.need(CreditNotes, invoice.creditNotes?.[0]?.id ?? '');
    // 2 × 10.00 and 21 % of it: 24.20 came in, 24.20 go back, nothing stays open.
    expect([note.totals.gross, note.open, invoice.open]).toEqual([2420, 0, 0]);
    const refund = await the.company.records.need(Refunds, idFrom('rfd', the.company.tenant, 'refundOrder', note.id));
    expect(refund.entry.lines.map((line) => [line.account, line.amount])).toEqual([
      ['572', -2420],
      ['430', 2420],
    ]);
    expect((await the.stock()).reserved).toBe('0');
  });

  it('leaves the money of a cancelled order as credit where the company refunds by hand', async () => {
    const the = await shop({ invoiceOn: 'order' });
    const placed = await the.place('2026-11-02');
    await the.pay(placed.invoiceIds[0]);
    await the.cancel(placed.id);
    await ended(placed.id);
    const invoice = await the.company.records.need(Invoices, placed.invoiceIds[0]);
    expect((await the.company.records.need(CreditNotes, invoice.creditNotes?.[0]?.id ?? '')).open).toBe(2420);
  });

  it('reminds of an overdue invoice, each dunning step once, and then goes on waiting for the money', async () => {
    const email = `deudor-${Date.now()}@example.com`;
    const the = await shop({ dunningDays: [1, 8] }, email);
    const { id } = await the.place('2026-03-02');
    const { invoiceId } = await the.ship(id, '2026-03-02');
    await waitsFor(the, id, 'AwaitPayment');
    // Due 1 April 2026: both steps are long past, so each timer rings as soon as it is looked at.
    const steps = async () => (await the.company.records.need(Invoices, invoiceId)).reminders ?? 0;
    for (const step of [1, 2]) await eventually(`reminder ${step}`, async () => (await reconciled()) && (await steps()) >= step);
    const { execution } = await eventually('a timer in the future', async () => {
      const order = await the.order(id);
      return order.execution.until > new Date().toISOString() && order;
    });
    await invokeWorker('reconcileOrders');
    expect([await steps(), execution.state]).toEqual([2, 'AwaitPayment']);
    const mails = await mailsTo(email);
    expect(mails).toHaveLength(2);
    expect(mails[0]).toContain(`Recordatorio de pago: factura ${invoiceId.slice(4)}`);
    await the.pay(invoiceId);
    await ended(id);
  });

  it('cancels an order that has not shipped in time, and releases what it had reserved', async () => {
    const the = await shop({ cancelUnshippedAfterDays: 5 });
    const { id } = await the.place('2026-10-01');
    await waitsFor(the, id, 'AwaitShipment');
    expect((await the.stock()).reserved).toBe('2');
    await eventually('the cancellation', async () => (await reconciled()) && (await the.order(id)).status === 'cancelled');
    await ended(id);
    expect(await the.stock()).toMatchObject({ reserved: '0', onHand: '10', value: 3000 });
  });

  it('lets an order wait on that has begun to ship', async () => {
    const the = await shop({ cancelUnshippedAfterDays: 5 });
    const { id } = await the.place('2026-10-01');
    await waitsFor(the, id, 'AwaitShipment');
    const part = { date: '2026-10-02', lines: [{ line: 1, quantity: '1' }] };
    await call(commands, `POST /orders/${id}/shipments`, 'POST /orders/{orderId}/shipments', { tenant: the.company.tenant, body: part });
    await eventually('a new timer', async () => (await reconciled()) && (await the.order(id)).execution.until > new Date().toISOString());
    expect((await the.order(id)).status).toBe('partly-shipped');
  });

  it('survives the loss of the execution: the next one takes the order up where it is', async () => {
    const the = await shop();
    const { id } = await the.place('2026-11-02');
    await waitsFor(the, id, 'AwaitShipment');
    await stopExecution(MACHINE, id);
    const { invoiceId } = await the.ship(id, '2026-11-02');
    await invokeWorker('reconcileOrders');
    await waitsFor(the, id, 'AwaitPayment');
    expect((await the.order(id)).execution.name).toBe(`${id}-2`);
    await the.pay(invoiceId);
    await ended(`${id}-2`);
    expect((await the.order(id)).status).toBe('closed');
    expect(await executionsOf(MACHINE, id)).toEqual([id, `${id}-2`]);
  });

  it('takes a closed order up again when its receipt bounces', async () => {
    const the = await shop();
    const { id } = await the.place('2026-11-02');
    const { invoiceId } = await the.ship(id, '2026-11-02');
    const receipt = await the.pay(invoiceId);
    await ended(id);
    await the.bounce(receipt.id);
    await eventually('a second execution', async () => (await the.order(id)).execution.name === `${id}-2`);
    await the.pay(invoiceId);
    await ended(`${id}-2`);
  });
});

describe('the events that drive it', () => {
  let the: Awaited<ReturnType<typeof shop>>;
  let company: TestCompany;
  beforeAll(async () => {
    the = await shop();
    company = the.company;
  });

  it('may come twice, late and in any order: one execution, and one end', async () => {
    const { id } = await the.place('2026-11-02');
    const { invoiceId } = await the.ship(id, '2026-11-02');
    await the.pay(invoiceId);
    await ended(id);
    const images = await eventsOf(company, id, invoiceId);
    for (const batch of [images, images.toReversed(), [...images, ...images]])
      expect(await invokeWorker('followSales', { Records: batch })).toEqual({ batchItemFailures: [] });
    expect(await executionsOf(MACHINE, id)).toEqual([id]);
    expect((await the.order(id)).status).toBe('closed');
  });
});

/** What the stream told of the order and its invoice, made again from the records. */
async function eventsOf(company: TestCompany, orderId: string, invoiceId: string) {
  const key = (kind: string, id: string) => ({
    pk: { S: `${company.tenant}#${kind}#${id}` },
    tenant: { S: company.tenant },
    kind: { S: kind },
  });
  const state = (value: string) => ({ data: { M: { state: { S: value } } } });
  const invoice = (open: string) => ({ ...key('invoice', invoiceId), data: { M: { orderId: { S: orderId }, open: { N: open } } } });
  return [
    { eventName: 'INSERT', dynamodb: { SequenceNumber: '1', NewImage: { ...key('order', orderId), ...state('placed') } } },
    { eventName: 'INSERT', dynamodb: { SequenceNumber: '2', NewImage: key('wait', orderId) } },
    { eventName: 'INSERT', dynamodb: { SequenceNumber: '3', NewImage: invoice('2420') } },
    { eventName: 'MODIFY', dynamodb: { SequenceNumber: '4', OldImage: invoice('2420'), NewImage: invoice('0') } },
    {
      eventName: 'MODIFY',
      dynamodb: {
        SequenceNumber: '5',
        OldImage: { ...key('order', orderId), ...state('placed') },
        NewImage: { ...key('order', orderId), ...state('closed') },
      },
    },
  ];
}
