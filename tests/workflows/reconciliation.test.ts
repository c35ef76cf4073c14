import { describe, expect, it } from 'vitest';
import { CreditNotes, Invoices } from '../../shared/domain/finance/receivables/invoice.ts';
import { enlistTenant } from '../../shared/runtime/tenants.ts';
import { newTenant } from '../support/call.ts';
import { eventually, executionStatus, invokeWorker, statesEntered, stopExecution } from '../support/cloud.ts';
import { putItem, withoutEvents } from '../support/lost-events.ts';
import { runningShop, waitsFor } from '../support/running-shop.ts';

const MACHINE = 'order-to-cash';
type Shop = Awaited<ReturnType<typeof runningShop>>;
interface Reconciled {
  readonly records: number;
  readonly started: number;
  readonly answered: number;
  readonly failed: number;
}

const reconcile = () => invokeWorker<Reconciled>('reconcileOrders');
const ended = (name: string) => eventually(`the end of ${name}`, async () => (await executionStatus(MACHINE, name)) === 'SUCCEEDED');

/** Work on an order whose events are lost. */
const silently = <T>(the: Shop, id: string, work: () => Promise<T>): Promise<T> =>
  withoutEvents(the.company.tenant, id, work, async () => waitsFor(the, (await the.place('2026-11-02')).id, 'AwaitShipment'));

describe('the reconciliation', () => {
  it('makes up for a lost shipment', async () => {
    const the = await runningShop();
    const { id } = await the.place('2026-11-02');
    await waitsFor(the, id, 'AwaitShipment');
    await silently(the, id, () => the.ship(id, '2026-11-02'));
    expect((await the.order(id)).execution.state).toBe('AwaitShipment');
    expect((await reconcile()).answered).toBeGreaterThanOrEqual(1);
    await waitsFor(the, id, 'AwaitPayment');
  });

  it('makes up for a lost payment, of an order that waits in no queue any more', async () => {
    const the = await runningShop();
    const { id } = await the.place('2026-11-02');
    await waitsFor(the, id, 'AwaitShipment');
    const { invoiceId } = await the.ship(id, '2026-11-02');
    await waitsFor(the, id, 'AwaitPayment');
    await silently(the, id, () => the.pay(invoiceId));
    expect((await the.order(id)).status).toBe('paid');
    await reconcile();
    await ended(the.run(id));
    expect((await the.order(id)).status).toBe('closed');
  });

  it('takes up an order again whose execution failed at its last step', async () => {
    const the = await runningShop();
    const { id } = await the.place('2026-11-02');
    await waitsFor(the, id, 'AwaitShipment');
    const { invoiceId } = await the.ship(id, '2026-11-02');
    await waitsFor(the, id, 'AwaitPayment');
    await stopExecution(MACHINE, the.run(id));
    await the.pay(invoiceId);
    expect((await reconcile()).started).toBeGreaterThanOrEqual(1);
    await ended(the.run(id, 2));
    expect((await the.order(id)).status).toBe('closed');
  });

  it('pays a cancelled order back whose execution was lost', async () => {
    const the = await runningShop({ invoiceOn: 'order', refunds: 'automatic' });
    const placed = await the.place('2026-11-02');
    await waitsFor(the, placed.id, 'AwaitShipment');
    await the.pay(placed.invoiceIds[0]);
    await stopExecution(MACHINE, the.run(placed.id));
    await the.cancel(placed.id, ['sales']);
    await reconcile();
    await ended(the.run(placed.id, 2));
    expect(await statesEntered(MACHINE, the.run(placed.id, 2))).toEqual(['AwaitShipment', 'RefundOrder']);
    expect(await openCredit(the, placed.invoiceIds[0])).toBe(0);
    // There is nothing left to do: it is not started again.
    await reconcile();
    expect(await executionStatus(MACHINE, the.run(placed.id, 3))).toBeUndefined();
  });

  it('goes on where a record cannot be dealt with', async () => {
    // It is placed, in a company that is not there: nobody can say how long it may wait.
    const tenant = `a${newTenant()}`;
    await enlistTenant(tenant);
    const order = { state: 'placed', date: '2026-11-02', lines: [], shipments: [], invoiceIds: [], totals: { gross: 0 } };
    const [pk, opk] = [`${tenant}#order#ord_BROKEN`, `${tenant}#order#ship`];
    await putItem({ pk, sk: '#', opk, osk: '2026-11-02#ord_BROKEN', tenant, kind: 'lost', rev: 1, history: [], data: order });
    const the = await runningShop();
    const { id } = await the.place('2026-11-02');
    await waitsFor(the, id, 'AwaitShipment');
    await silently(the, id, () => the.ship(id, '2026-11-02'));
    expect((await reconcile()).failed).toBeGreaterThanOrEqual(1);
    await waitsFor(the, id, 'AwaitPayment');
  });
});

async function openCredit(the: Shop, invoiceId: string): Promise<number | undefined> {
  const { creditNoteIds = [] } = await the.company.records.getOrThrow(Invoices, invoiceId);
  return (await the.company.records.getOrThrow(CreditNotes, creditNoteIds[0] ?? '')).open;
}
