import { describe, expect, it } from 'vitest';
import { handler as orders } from '../../functions/sales/orders/commands.ts';
import { handler as commands } from '../../functions/sales/returns/commands.ts';
import { handler as queries } from '../../functions/sales/returns/queries.ts';
import type { Policies } from '../../shared/domain/platform/company/policies.ts';
import { Orders } from '../../shared/domain/sales/orders/order.ts';
import { enlistTenant } from '../../shared/runtime/tenants.ts';
import { call, newTenant } from '../support/call.ts';
import { eventually, executionStatus, invokeWorker, runOf, statesEntered, stopExecution } from '../support/cloud.ts';
import { newCompany, stockUp } from '../support/company.ts';
import { eur, receivablesOf } from '../support/receivables.ts';

const MACHINE = 'order-return';

/** Three pieces at 10.00, sold, shipped and invoiced; a return of them is authorised on `date`. */
async function authorised(policies: Partial<Policies> = {}, date = '2026-11-10') {
  const company = await newCompany(newTenant(), policies);
  const { tenant, customerId, records } = company;
  await enlistTenant(tenant);
  const [itemId = ''] = await stockUp(company, [['A', 10, 3000]]);
  const ask = async (handler: typeof orders, route: string, template: string, body: object, roles?: readonly string[]) => {
    const answer = await call(handler, route, template, { tenant, body, ...(roles ? { roles } : {}) });
    expect(answer.status, JSON.stringify(answer.body)).toBeLessThan(300);
    return answer.body;
  };
  const order = await ask(orders, 'POST /orders', 'POST /orders', { customerId, date: '2026-10-01', lines: [{ itemId, quantity: '3' }] });
  const shipment = await ask(orders, `POST /orders/${order.id}/shipments`, 'POST /orders/{orderId}/shipments', { date: '2026-10-02' });
  const of = receivablesOf(tenant);
  /** Three at 10.00 and 21 %. */
  const pay = () =>
    of.receipt(customerId, '36.30', { date: '2026-10-05', allocations: [{ invoiceId: shipment.invoiceId, amount: eur('36.30') }] });
  const { id } = await ask(commands, `POST /orders/${order.id}/returns`, 'POST /orders/{orderId}/returns', { reason: 'Rota', date });
  const receive = (body: object = {}, roles?: readonly string[]) =>
    ask(commands, `POST /returns/${id}/receipt`, 'POST /returns/{returnId}/receipt', { date: '2026-11-12', ...body }, roles);
  const cancel = () => ask(commands, `POST /returns/${id}/cancellation`, 'POST /returns/{returnId}/cancellation', { reason: 'No' });
  const get = async () => (await call(queries, `GET /returns/${id}`, 'GET /returns/{returnId}', { tenant })).body;
  const expects = async () => (await records.getOrThrow(Orders, order.id)).lines[0]?.authorised;
  const run = (attempt?: number) => runOf(tenant, id, attempt);
  const list = async (query: Record<string, string>) =>
    (await call(queries, 'GET /returns', 'GET /returns', { tenant, query })).body.items.map((one: { id: string }) => one.id);
  return { id, of, customerId, pay, receive, cancel, get, list, expects, run };
}

const ended = (name: string) => eventually(`the end of ${name}`, async () => (await executionStatus(MACHINE, name)) === 'SUCCEEDED');
const waits = (ret: { get(): Promise<{ execution?: object }> }) => eventually('the execution', async () => (await ret.get()).execution);

describe('order-return', () => {
  it('waits for the goods, pays them back where the company does so by itself, and ends, in two transitions', async () => {
    const ret = await authorised({ refunds: 'automatic', invoiceOn: 'order' });
    expect(await waits(ret)).toMatchObject({ name: ret.run(), state: 'AwaitGoods', status: 'waiting' });
    await ret.receive();
    await ended(ret.run());
    expect(await statesEntered(MACHINE, ret.run())).toEqual(['AwaitGoods', 'SettleReturn']);
    // The invoice was open, so the credit settles it: there is nothing to pay back, and the return is closed.
    expect(await ret.get()).toMatchObject({ state: 'closed', refundIds: [], execution: { status: 'ended' } });
  });

  it.each([
    ['two people have had a hand in it', ['warehouse'], 'closed', 1],
    ['one person alone has, it waits for another', undefined, 'received', 0],
  ] as const)('pays back what had been paid: where %s', async (_, roles, state, refunds) => {
    const ret = await authorised({ refunds: 'automatic' });
    await waits(ret);
    await ret.pay();
    await ret.receive({}, roles);
    await ended(ret.run());
    const { state: now, refundIds } = await ret.get();
    expect([now, refundIds.length, await ret.list({ awaits: 'refund' })]).toEqual([state, refunds, state === 'received' ? [ret.id] : []]);
  });

  it('is closed by whatever way its credit goes, and open again where it comes back', async () => {
    const ret = await authorised();
    const { of, customerId } = ret;
    await ret.pay();
    await ret.receive();
    await eventually('the credit', async () => (await ret.get()).state === 'received');
    const [note] = (await ret.get()).creditNoteIds;
    const other = await of.invoice(customerId, '30');
    const part = { invoiceId: other.id, amount: eur('36.30') };
    await of.done(`POST /credit-notes/${note}/allocations`, { allocations: [part] });
    await eventually('the close, as it was used', async () => (await ret.get()).state === 'closed');
    expect(await ret.list({ awaits: 'refund' })).toEqual([]);
    await of.done(`POST /credit-notes/${note}/allocations/${other.id}/removal`, {});
    await eventually('what is to be refunded', async () => (await ret.list({ awaits: 'refund' }))[0] === ret.id);
    await of.done('POST /refunds', { from: note, amount: eur('36.30'), date: '2026-11-13' });
    await eventually('the close, as it was paid back', async () => (await ret.get()).state === 'closed');
  });

  it('of which nothing comes in time is cancelled, and its order expects nothing any more', async () => {
    const ret = await authorised({ returnWithinDays: 5 }, '2026-10-03');
    await waits(ret);
    expect(await ret.expects()).toBe('3');
    await eventually(
      'the cancellation',
      async () => (await invokeWorker<object>('reconcileReturns')) && (await ret.get()).state === 'cancelled',
    );
    await ended(ret.run());
    expect(await ret.expects()).toBeUndefined();
  });

  it('of which part comes in time is closed short', async () => {
    const ret = await authorised({ returnWithinDays: 5 }, '2026-10-03');
    await waits(ret);
    await ret.receive({ lines: [{ line: 1, quantity: '1' }] });
    await eventually(
      'the end of waiting',
      async () => (await invokeWorker<object>('reconcileReturns')) && (await ret.get()).state === 'closed',
    );
    await ended(ret.run());
    expect(await statesEntered(MACHINE, ret.run())).toEqual(['AwaitGoods', 'ExpireReturn', 'HasPartCome', 'SettleReturn']);
    expect(await ret.expects()).toBeUndefined();
  });

  it('ends when the return is cancelled', async () => {
    const ret = await authorised();
    await waits(ret);
    await ret.cancel();
    await ended(ret.run());
    expect(await statesEntered(MACHINE, ret.run())).toEqual(['AwaitGoods', 'NothingCame']);
  });

  it('survives the loss of the execution', async () => {
    const ret = await authorised();
    await waits(ret);
    await stopExecution(MACHINE, ret.run());
    await invokeWorker('reconcileReturns');
    await ret.receive();
    await ended(ret.run(2));
    expect((await ret.get()).state).toBe('closed');
  });
});
