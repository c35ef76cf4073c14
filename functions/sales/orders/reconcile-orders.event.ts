import { COMPANY_ID, Companies } from '#domain/platform/company/company.ts';
import { Orders, type StoredOrder } from '#domain/sales/orders/order.ts';
import { datedBuckets } from '#runtime/dated.ts';
import { listRecords } from '#runtime/lists.ts';
import { log } from '#runtime/log.ts';
import { Records } from '#runtime/records.ts';
import { fail, isRunning } from '#runtime/task-tokens.ts';
import { allTenants } from '#runtime/tenants.ts';
import { readWait } from '#runtime/waits.ts';
import { start, WORKFLOW } from './execution.ts';

/**
 * Compares every placed order with its execution: the order is the truth. Starts the executions that are missing (ended
 * by hand, after their year, with the emulator) and rings timers that should have rung. Answers what it did.
 */
export async function handler(): Promise<{ orders: number; started: number; rung: number }> {
  const done = { orders: 0, started: 0, rung: 0 };
  for await (const tenant of allTenants()) {
    const records = new Records(tenant, { by: 'workflow', request: 'reconciliation', action: 'reconcileOrders', at: new Date() });
    for await (const order of placedOrders(records)) {
      const what = await reconcile(records, order);
      done.orders += 1;
      if (what) done[what] += 1;
    }
  }
  log('info', 'reconcile-orders', done);
  return done;
}

async function* placedOrders(records: Records): AsyncGenerator<StoredOrder> {
  const company = await records.get(Companies, COMPANY_ID);
  if (!company) return;
  const { buckets } = datedBuckets(company.fiscalYears, { order: 'asc' });
  for (let cursor: string | undefined, more = true; more; more = cursor !== undefined) {
    const page = await listRecords(records, Orders, {
      buckets,
      order: 'asc',
      limit: 100,
      cursor,
      where: (order) => order.state === 'placed',
    });
    yield* page.items;
    cursor = page.nextCursor;
  }
}

async function reconcile(records: Records, order: StoredOrder): Promise<'started' | 'rung' | undefined> {
  const now = new Date();
  const wait = await readWait(records.tenant, order.id);
  const running = await isRunning(WORKFLOW, wait?.execution ?? order.id);
  if (!running) {
    const after = running === undefined && !wait ? undefined : (wait?.execution ?? order.id);
    return (await start(records, order, now, after)) ? 'started' : undefined;
  }
  if (!wait || wait.until > now.toISOString()) return undefined;
  return (await fail(wait.token, 'TimerDue', `due ${wait.until}`)) ? 'rung' : undefined;
}
