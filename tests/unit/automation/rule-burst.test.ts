import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { handler as carryOut } from '../../../functions/automation/rules/carry-out-runs.event.ts';
import { handler as evaluate } from '../../../functions/automation/rules/evaluate-rules.event.ts';
import { type RuleRun, RuleRuns } from '../../../shared/domain/automation/rules/rule-run.ts';
import { type Order, Orders } from '../../../shared/domain/sales/orders/order.ts';
import { create, plain, type Stored } from '../../../shared/kernel/record.ts';
import { idFrom } from '../../../shared/runtime/fingerprint.ts';
import { everyRecord } from '../../../shared/runtime/lists.ts';
import { batchOf } from '../../support/changes.ts';
import { recordsOf } from '../../support/company.ts';
import { openDoors } from '../../support/doors.ts';
import { useMemoryTable } from '../../support/memory-table.ts';
import { change, place, RULE, withRule } from '../../support/ruled-shop.ts';

useMemoryTable({ openWork: true, lists: true });
openDoors();
beforeAll(() => void vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-03-10T10:00:00Z') }));
afterAll(() => void vi.useRealTimers());

const ORDERS = 1000;
/** Batches of ten messages that as many processes have at once. */
const AT_ONCE = 8;

async function inBatches(
  changes: readonly ReturnType<typeof change>[],
  handle: (batch: never) => Promise<{ batchItemFailures: unknown[] }>,
) {
  const batches = Array.from({ length: Math.ceil(changes.length / 10) }, (_, i) => changes.slice(i * 10, i * 10 + 10));
  let failed = 0;
  const work = async () => {
    for (let batch = batches.shift(); batch; batch = batches.shift())
      failed += (await handle(batchOf(batch) as never)).batchItemFailures.length;
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return failed;
}

it('begins and carries out each of a thousand orders at once against twenty rules: none lost, none twice, and no limit passed', {
  timeout: 240_000,
}, async () => {
  const { seller, ruleId } = await withRule({ effects: [{ do: 'tag', tags: ['r0'] }], limits: { perDay: 1000 } });
  const { tenant } = seller;
  const switchedOn = async (more: object) => {
    const { id } = await seller.done('createRule', { body: { ...RULE, ...more } });
    await seller.done('activateRule', { path: [id] });
    return id as string;
  };
  // One takes all, two take as many as they may a day, and seventeen ask for what no order has.
  const limited = [];
  for (const perDay of [10, 250]) limited.push(await switchedOn({ effects: [{ do: 'tag', tags: [`t${perDay}`] }], limits: { perDay } }));
  const huge = { items: [{ field: 'amount', op: 'over', value: '1000000.00' }] };
  for (let i = 0; i < 17; i += 1) await switchedOn({ conditions: huge });
  const first: Stored<Order> = await recordsOf(tenant).getOrThrow(Orders, await place(seller));
  const orderIds = Array.from({ length: ORDERS }, (_, i) => idFrom('ord', tenant, `burst ${i}`));
  for (const id of orderIds) await recordsOf(tenant).commit([create(Orders, id, plain(first))]);
  const told = orderIds.map((id) => change(tenant, 'order', id));
  // Each change comes twice, as a queue may have it.
  expect(await inBatches([...told, ...told], evaluate as never)).toBe(0);
  const runs = async () => {
    const found: Stored<RuleRun>[] = [];
    for await (const run of everyRecord(recordsOf(tenant), RuleRuns, { bucket: '2026-03' })) found.push(run);
    return found;
  };
  const begun = (await runs()).filter(({ state }) => state === 'running');
  expect(
    await inBatches(
      begun.flatMap(({ id }) => [change(tenant, 'rule-run', id)]),
      carryOut as never,
    ),
  ).toBe(0);
  const all = await runs();
  const of = (id: string, state: string) => all.filter((run) => run.ruleId === id && run.state === state).map(({ subject }) => subject);
  expect(new Set(of(ruleId, 'done'))).toEqual(new Set(orderIds));
  expect([of(ruleId, 'done').length, of(limited[0] as string, 'done').length, of(limited[1] as string, 'done').length]).toEqual([
    ORDERS,
    10,
    250,
  ]);
  // Of what a limit held a day keeps twenty, and counts the rest.
  expect(limited.map((id) => of(id, 'held').length)).toEqual([20, 20]);
  expect(all.length).toBe(ORDERS + 10 + 250 + 40);
});
