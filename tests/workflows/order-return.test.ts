import { describe, expect, it } from 'vitest';
import { handler as orders } from '../../functions/sales/orders/commands.ts';
import { handler as commands } from '../../functions/sales/returns/commands.ts';
import { handler as queries } from '../../functions/sales/returns/queries.ts';
import type { Policies } from '../../shared/domain/platform/company/company.ts';
import { Orders } from '../../shared/domain/sales/orders/order.ts';
import { enlistTenant } from '../../shared/runtime/tenants.ts';
import { call, newTenant } from '../support/call.ts';
import { eventually, executionStatus, invokeWorker, statesEntered, stopExecution } from '../support/cloud.ts';
import { newCompany, stockUp } from '../support/company.ts';

const MACHINE = 'order-return';

/** Three pieces at 10.00, sold, shipped and invoiced; a return of them is announced on `date`. */
async function announced(policies: Partial<Policies> = {}, date = '2026-11-10') {
  const company = await newCompany(newTenant(), policies);
  const { tenant, customerId, records } = company;
  await enlistTenant(tenant);
  const [itemId = ''] = await stockUp(company, [['A', 10, 3000]]);
  const ask = async (handler: typeof orders, route: string, template: string, body: object) => {
    const answer = await call(handler, route, template, { tenant, body });
    expect(answer.status, JSON.stringify(answer.body)).toBeLessThan(300);
    return answer.body;
  };
  const order = await ask(orders, 'POST /orders', 'POST /orders', { customerId, date: '2026-10-01', lines: [{ itemId, quantity: '3' }] });
  await ask(orders, `POST /orders/${order.id}/shipments`, 'POST /orders/{orderId}/shipments', { date: '2026-10-02' });
  const { id } = await ask(commands, `POST /orders/${order.id}/returns`, 'POST /orders/{orderId}/returns', { reason: 'Rota', date });
  const receive = (body: object = {}) =>
    ask(commands, `POST /returns/${id}/receipt`, 'POST /returns/{returnId}/receipt', { date: '2026-11-12', ...body });
  const cancel = () => ask(commands, `POST /returns/${id}/cancellation`, 'POST /returns/{returnId}/cancellation', { reason: 'No' });
  const get = async () => (await call(queries, `GET /returns/${id}`, 'GET /returns/{returnId}', { tenant })).body;
  const expects = async () => (await records.need(Orders, order.id)).lines[0]?.announced;
  return { id, receive, cancel, get, expects };
}

const ended = (name: string) => eventually(`the end of ${name}`, async () => (await executionStatus(MACHINE, name)) === 'SUCCEEDED');
const waits = (ret: { get(): Promise<{ execution?: object }> }) => eventually('the execution', async () => (await ret.get()).execution);

describe('order-return', () => {
  it('waits for the goods, pays them back where the company does so by itself, and ends, in two transitions', async () => {
    const ret = await announced({ refunds: 'automatic', invoiceOn: 'order' });
    expect(await waits(ret)).toMatchObject({ name: ret.id, state: 'AwaitGoods', status: 'waiting' });
    await ret.receive();
    await ended(ret.id);
    expect(await statesEntered(MACHINE, ret.id)).toEqual(['AwaitGoods', 'SettleReturn']);
    // The invoice was open, so the credit settles it: there is nothing to pay back, and the return is closed.
    expect(await ret.get()).toMatchObject({ state: 'closed', refundIds: [], execution: { status: 'ended' } });
  });

  it('of which nothing comes in time is cancelled, and its order expects nothing any more', async () => {
    const ret = await announced({ returnWithinDays: 5 }, '2026-10-03');
    await waits(ret);
    expect(await ret.expects()).toBe('3');
    await eventually(
      'the cancellation',
      async () => (await invokeWorker<object>('reconcileReturns')) && (await ret.get()).state === 'cancelled',
    );
    await ended(ret.id);
    expect(await ret.expects()).toBeUndefined();
  });

  it('of which part comes in time is closed short', async () => {
    const ret = await announced({ returnWithinDays: 5 }, '2026-10-03');
    await waits(ret);
    await ret.receive({ lines: [{ line: 1, quantity: '1' }] });
    await eventually(
      'the end of waiting',
      async () => (await invokeWorker<object>('reconcileReturns')) && (await ret.get()).state === 'closed',
    );
    await ended(ret.id);
    expect(await statesEntered(MACHINE, ret.id)).toEqual(['AwaitGoods', 'ExpireReturn', 'HasPartCome', 'SettleReturn']);
    expect(await ret.expects()).toBeUndefined();
  });

  it('ends when the return is cancelled', async () => {
    const ret = await announced();
    await waits(ret);
    await ret.cancel();
    await ended(ret.id);
    expect(await statesEntered(MACHINE, ret.id)).toEqual(['AwaitGoods', 'NothingCame']);
  });

  it('survives the loss of the execution', async () => {
    const ret = await announced();
    await waits(ret);
    await stopExecution(MACHINE, ret.id);
    await invokeWorker('reconcileReturns');
    await ret.receive();
    await ended(`${ret.id}-2`);
    expect((await ret.get()).state).toBe('closed');
  });
});
