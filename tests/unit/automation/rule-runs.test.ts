import { LambdaClient } from '@aws-sdk/client-lambda';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { ringSchedule } from '../../../functions/automation/rules/clock-rules.ts';
import { tellStuckRuns } from '../../../functions/automation/rules/stuck-runs.ts';
import { forgetAccess } from '../../../functions/platform/access.ts';
import { Rules } from '../../../shared/domain/automation/rules/rule.ts';
import { SCHEDULE } from '../../../shared/domain/triggers.ts';
import { idFrom } from '../../../shared/runtime/fingerprint.ts';
import { letIn } from '../../support/call.ts';
import { recordsOf } from '../../support/company.ts';
import { openDoors } from '../../support/doors.ts';
import { crashAfter, crashBefore, isWrite, withFault } from '../../support/faults.ts';
import { useMemoryTable } from '../../support/memory-table.ts';
import { carried, EFFECTS, listed, place, RULE, runsOf, seen, started, WANTED, withRule } from '../../support/ruled-shop.ts';

const table = useMemoryTable({ openWork: true, lists: true });
const doors = openDoors();
beforeAll(() => void vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-03-10T10:00:00Z') }));
afterAll(() => void vi.useRealTimers());

it('dies before or after any of its calls, and carries out once what it had begun', { timeout: 120_000 }, async () => {
  const { seller } = await withRule();
  const { tenant } = seller;
  const orderId = await place(seller);
  const putBack = table.keep();
  const all = async () => {
    await started(tenant, orderId);
    await carried(tenant, orderId);
  };
  const names: string[] = [];
  await withFault(undefined, (_, name) => names.push(name) < 0, all);
  expect(await seen(seller, orderId)).toEqual(WANTED);
  const deaths = names.flatMap((name, i) => [[crashBefore, i + 1] as const, ...(isWrite(name) ? [[crashAfter, i + 1] as const] : [])]);
  expect(deaths.length).toBeGreaterThan(15);
  for (const [fault, n] of deaths) {
    putBack();
    await withFault(
      fault,
      (call) => call === n,
      () => all().catch(() => undefined),
    );
    await all();
    expect(await seen(seller, orderId), `died at call ${n}: ${names[n - 1]}`).toEqual(WANTED);
  }
});

it('starts a rule once, however often a change is told, and not for what was before it', async () => {
  const { seller, ruleId } = await withRule();
  const orderId = await place(seller);
  for (let time = 0; time < 3; time += 1) await started(seller.tenant, orderId);
  await carried(seller.tenant, orderId);
  await started(seller.tenant, orderId);
  expect(await seen(seller, orderId)).toEqual(WANTED);
  vi.setSystemTime(new Date('2026-03-10T11:00:00Z'));
  await seller.done('pauseRule', { path: [ruleId] });
  await seller.done('activateRule', { path: [ruleId] });
  await started(seller.tenant, orderId);
  expect(await runsOf(seller.tenant, orderId)).toHaveLength(1);
});

it('carries nothing out under whoever switched the rule on after it was planned', async () => {
  const { seller, ruleId } = await withRule();
  const orderId = await place(seller);
  await started(seller.tenant, orderId);
  await seller.done('pauseRule', { path: [ruleId] });
  await seller.done('activateRule', { path: [ruleId] });
  await carried(seller.tenant, orderId);
  const [run] = await runsOf(seller.tenant, orderId);
  expect(run?.effects.map(({ state, code }) => [state, code])).toEqual([
    ['failed', 'rule.changed'],
    ['planned', undefined],
  ]);
  expect(await seller.done('getRule', { path: [ruleId] })).toMatchObject({ state: 'active', failures: 0 });
});

it('does not follow itself, nor what another company does', async () => {
  const { seller } = await withRule();
  const { seller: other } = await withRule();
  const first = await place(seller);
  await started(seller.tenant, first);
  const [run] = await runsOf(seller.tenant, first);
  const second = await place(seller);
  await started(seller.tenant, second, `${run?.id}.0`);
  expect(await runsOf(seller.tenant, second)).toEqual([]);
  await started(other.tenant, second);
  expect((await listed(other.tenant)).items).toEqual([]);
});

it('pauses after three failures in a row, and a failure stops what comes after it', async () => {
  const many = Array.from({ length: 5 }, (_, i) => `t${i}`);
  const { seller, ruleId } = await withRule({ effects: [{ do: 'invoiceOrder' }, { do: 'tag', tags: many }] });
  const stateOf = async () => (await seller.done('getRule', { path: [ruleId] })).state;
  for (const wanted of ['active', 'active', 'paused']) {
    const orderId = await place(seller);
    await started(seller.tenant, orderId);
    await carried(seller.tenant, orderId);
    // Nothing of it has been shipped: there is nothing to invoice.
    expect(await seen(seller, orderId)).toEqual({ runs: [['failed', 'failed', 'planned']], tags: [], notes: [] });
    expect(await stateOf()).toBe(wanted);
  }
  expect(await seller.done('getRule', { path: [ruleId] })).toMatchObject({ pausedFor: 'failures', stuck: 'invoice.nothing_open' });
  const { notes } = await seller.done('getActivity', { query: { record: ruleId } });
  expect(notes).toHaveLength(1);
});

it('says nothing any more to anybody of what whoever switched it on may not see', async () => {
  const { seller } = await withRule();
  const { tenant } = seller;
  const by = { email: `ana@${tenant}.example`, roles: ['accountant'] };
  const memberId = idFrom('mem', tenant, by.email);
  await letIn(tenant, by.email, by.roles);
  const mail = { do: 'mail', members: [memberId], subject: '{{customer}}', text: 'x' };
  const { id } = await seller.done('createRule', { body: { ...RULE, effects: [mail] }, ...by });
  await seller.done('activateRule', { path: [id], ...by });
  await letIn(tenant, by.email, ['adviser']);
  forgetAccess(tenant);
  const orderId = await place(seller);
  await started(tenant, orderId);
  await carried(tenant, orderId);
  const run = (await runsOf(tenant, orderId)).find(({ ruleId }) => ruleId === id);
  expect(run?.effects.map(({ state, code }) => [state, code])).toEqual([['failed', 'role.not_allowed']]);
  expect(await seller.done('getRule', { path: [id] })).toMatchObject({ state: 'paused', pausedFor: 'permission' });
});

it('keeps each effect when it is done: what is taken up again goes on after it', async () => {
  const { seller } = await withRule({ effects: [...EFFECTS, { do: 'invoiceOrder' }] });
  const orderId = await place(seller);
  await started(seller.tenant, orderId);
  const asked = doors.seen.length;
  const die = vi.spyOn(LambdaClient.prototype, 'send');
  const through = die.getMockImplementation() as unknown as (command: unknown) => Promise<unknown>;
  die.mockImplementation((async (command: { input: { Payload: string } }) => {
    if (command.input.Payload.includes('POST /orders/')) throw new Error('cut off');
    return through(command);
  }) as never);
  await carried(seller.tenant, orderId).catch(() => undefined);
  expect((await seen(seller, orderId)).runs).toEqual([['running', 'done', 'done', 'planned']]);
  die.mockImplementation(through as never);
  await carried(seller.tenant, orderId);
  expect(doors.seen.length - asked).toBe(3);
});

it('tells a run again that was cut off, and gives it up after three times', async () => {
  const { seller, ruleId } = await withRule();
  const orderId = await place(seller);
  await started(seller.tenant, orderId);
  for (let hour = 1; hour <= 4; hour += 1) {
    vi.setSystemTime(new Date(Date.parse('2026-03-10T12:00:00Z') + hour * 3_600_000));
    expect(await tellStuckRuns(recordsOf(seller.tenant))).toBe(0);
  }
  expect((await seen(seller, orderId)).runs).toEqual([['failed', 'failed', 'planned']]);
  const [run] = await runsOf(seller.tenant, orderId);
  expect(run?.effects[0]?.code).toBe('run.cut_off');
  expect(await seller.done('getRule', { path: [ruleId] })).toMatchObject({ state: 'active', failures: 1 });
});

it('rings a schedule once a day', async () => {
  const effects = [{ do: 'mail', members: [], subject: 'x', text: 'x' }];
  const { seller } = await withRule();
  const body = { name: 'Diario', trigger: 'clock.rings', schedule: { every: 'day', hour: 8 }, effects };
  expect(await seller.refused('createRule', { body })).toMatchObject({ status: 400 });
  const told = { do: 'report', report: 'trial-balance', format: 'csv', members: [], roles: ['owner'], addresses: [] };
  const { id } = await seller.done('createRule', { body: { ...body, effects: [told] } });
  await seller.done('activateRule', { path: [id] });
  const rule = { ...(await recordsOf(seller.tenant).getOrThrow(Rules, id)), since: '2026-03-09T00:00:00Z' };
  const ring = (now: string) =>
    ringSchedule(recordsOf(seller.tenant), rule, SCHEDULE, {
      now,
      timeZone: 'Europe/Madrid',
      date: now.slice(0, 10),
      at: `${now}:00:00Z`,
      chain: [],
    });
  for (const now of ['2026-03-10T07', '2026-03-10T08', '2026-03-10T09', '2026-03-11T08']) await ring(now);
  expect((await listed(seller.tenant)).items.map(({ date }) => date)).toEqual(['2026-03-10', '2026-03-11']);
});
