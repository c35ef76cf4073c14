import { LambdaClient } from '@aws-sdk/client-lambda';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { tellStuckRuns } from '../../../functions/automation/rules/stuck-runs.ts';
import { RuleRuns, type StoredRuleRun } from '../../../shared/domain/automation/rules/rule-run.ts';
import { recordsOf } from '../../support/company.ts';
import { openDoors } from '../../support/doors.ts';
import { useMemoryTable } from '../../support/memory-table.ts';
import { carried, place, RULE, runsOf, seen, started, WANTED, withRule } from '../../support/ruled-shop.ts';

const table = useMemoryTable({ openWork: true, lists: true });
const doors = openDoors();
beforeAll(() => void vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-03-10T10:00:00Z') }));
afterAll(() => void vi.useRealTimers());

async function begun() {
  const { seller, ruleId } = await withRule();
  const orderId = await place(seller);
  await started(seller.tenant, orderId);
  const [run] = (await runsOf(seller.tenant, orderId)) as [StoredRuleRun];
  const now = () => recordsOf(seller.tenant).getOrThrow(RuleRuns, run.id);
  return { seller, ruleId, orderId, run, now, states: async () => (await now()).effects.map(({ state }) => state) };
}
const UNDONE = { runs: [['undone', 'undone', 'undone']], tags: [], notes: [] };

it('is undone once by two who ask at once', async () => {
  const { seller, orderId, run } = await begun();
  await carried(seller.tenant, orderId);
  const undo = () => seller.refused('undoRun', { path: [run.id] });
  let second: unknown;
  table.before('PutItem', async () => {
    second = await seller.done('undoRun', { path: [run.id] });
  });
  // The first one's write finds that the other was quicker, looks again, and is told so.
  expect(await undo()).toMatchObject({ status: 422, code: 'run.state' });
  expect(second).toMatchObject({ state: 'undoing' });
  const asked = doors.seen.length;
  await carried(seller.tenant, orderId);
  await carried(seller.tenant, orderId);
  expect(doors.seen.slice(asked).toSorted()).toEqual(['DELETE /notes/{noteId}', 'PATCH /tags']);
  expect(await seen(seller, orderId)).toEqual(UNDONE);
});

it('is not undone while it goes on', async () => {
  const { seller, orderId, run } = await begun();
  expect(await seller.refused('undoRun', { path: [run.id] })).toMatchObject({ status: 422, code: 'run.state' });
  await carried(seller.tenant, orderId);
  expect(await seen(seller, orderId)).toEqual(WANTED);
});

it('says of what was done after its run had been given up that it was, and takes it back as well', async () => {
  const { seller, orderId, run, states } = await begun();
  const spy = vi.spyOn(LambdaClient.prototype, 'send');
  const through = spy.getMockImplementation() as unknown as (command: unknown) => Promise<unknown>;
  spy.mockImplementationOnce((async (command: unknown) => {
    const answer = await through(command);
    // The process that has this answer was held up for hours.
    for (let hour = 1; hour <= 4; hour += 1) {
      vi.setSystemTime(new Date(Date.parse('2026-03-10T12:00:00Z') + hour * 3_600_000));
      await tellStuckRuns(recordsOf(seller.tenant));
    }
    expect(await states()).toEqual(['failed', 'planned']);
    return answer;
  }) as never);
  await carried(seller.tenant, orderId);
  expect(await seen(seller, orderId)).toEqual({ runs: [['failed', 'done', 'planned']], tags: ['grande'], notes: [] });
  await seller.done('undoRun', { path: [run.id] });
  await carried(seller.tenant, orderId);
  expect(await seen(seller, orderId)).toEqual({ runs: [['undone', 'undone', 'planned']], tags: [], notes: [] });
});

it('stops between two effects once its rule is switched off', async () => {
  const { seller, ruleId, orderId, states } = await begun();
  table.before('PutItem', async () => void (await seller.done('pauseRule', { path: [ruleId] })));
  await carried(seller.tenant, orderId);
  expect([await states(), (await seen(seller, orderId)).notes]).toEqual([['done', 'failed'], []]);
});

it('writes nothing when it is only tried, of a saved rule and of one that is not', async () => {
  const { seller, ruleId } = await withRule();
  await place(seller);
  const range = { from: '2026-03-01', to: '2026-03-31' };
  const before = table.writes();
  expect(await seller.done('dryRunRule', { path: [ruleId], body: range })).toMatchObject({ examined: 1, runs: 1 });
  expect(await seller.done('dryRunUnsaved', { body: { ...range, rule: RULE } })).toMatchObject({ examined: 1, runs: 1 });
  expect(table.writes()).toBe(before);
});
