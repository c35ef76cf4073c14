import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { ringCloses } from '../../../../functions/finance/closing/close-rounds.ts';
import { handler as commands } from '../../../../functions/finance/ledger/commands.ts';
import { handler as queries } from '../../../../functions/finance/ledger/queries.ts';
import {
  LANE_STATES,
  LANES,
  type LaneState,
  type Lanes,
  laneState,
  lanesOf,
  relocked,
  withLane,
} from '../../../../shared/domain/finance/ledger/lanes.ts';
import { addDays } from '../../../../shared/kernel/date.ts';
import { call, newTenant } from '../../../support/call.ts';
import { newCompany, recordsOf } from '../../../support/company.ts';
import { books, line } from '../../../support/ledger.ts';
import { useMemoryTable } from '../../../support/memory-table.ts';

const table = useMemoryTable({ openWork: true, lists: true });
let tenant = '';
const on = (day: string) => vi.setSystemTime(new Date(`${day}T10:00:00Z`));
beforeAll(() => void vi.useFakeTimers({ toFake: ['Date'] }));
afterAll(() => void vi.useRealTimers());
beforeEach(async () => {
  table.clear();
  tenant = newTenant();
  on('2026-04-06');
  await newCompany(tenant);
});

const set = async (lane: string, body: object, roles = ['owner'], query = {}) =>
  call(commands, `PUT /periods/2026-03/lanes/${lane}`, 'PUT /periods/{period}/lanes/{lane}', { tenant, body, roles, query });
const post = async (roles: string[], ...lines: [string, string][]) => {
  const body = { date: '2026-03-15', text: 'Asiento', lines: lines.map(([account, amount]) => line(account, amount)) };
  const answer = await books(tenant, 'postEntry', { body, roles });
  return answer.body.code ?? answer.status;
};
const laneNow = async (lane: string) => {
  const { items } = (await call(queries, 'GET /periods', 'GET /periods', { tenant })).body;
  return items.find(({ period }: { period: string }) => period === '2026-03').lanes.find((each: { lane: string }) => each.lane === lane);
};
const WAGES: [string, string][] = [
  ['640', '100.00'],
  ['465', '-100.00'],
];
const RENT: [string, string][] = [
  ['621', '100.00'],
  ['572', '-100.00'],
];

it('an entry is of the lanes whose accounts it moves, and general without any', () => {
  const of = (...accounts: string[]) => lanesOf(accounts.map((account) => ({ account })));
  expect(of('430', '477', '700')).toEqual(['sales']);
  expect(of('572', '4300001')).toEqual(['sales']);
  expect(of('600', '472', '400')).toEqual(['purchasing']);
  expect(of('300', '4009')).toEqual(['purchasing', 'stock']);
  expect(of('640', '4751', '476', '465')).toEqual(['payroll']);
  expect(of('621', '572')).toEqual(['general']);
});

describe('a part of a month', () => {
  it('that is shut takes nothing of its own, whoever posts; the others go on', async () => {
    expect((await set('payroll', { state: 'shut' })).status).toBe(200);
    expect([await post(['owner'], ...WAGES), await post(['owner'], ...RENT)]).toEqual(['period.lane_shut', 201]);
    expect(await laneNow('payroll')).toEqual({ lane: 'payroll', state: 'shut', by: `owner@${tenant}.example`, on: '2026-04-06' });
    expect(await laneNow('general')).toEqual({ lane: 'general', state: 'open' });
  });

  it('that is closed takes what those post who adjust the books', async () => {
    await set('payroll', { state: 'closed' });
    expect(await post(['owner'], ...WAGES)).toBe(201);
  });

  it('is opened again with a reason and until a day, and is then as it was by itself', async () => {
    await set('payroll', { state: 'shut' });
    expect((await set('payroll', { state: 'open' })).body).toMatchObject({ code: 'period.lane_reason', field: 'body.reason' });
    expect((await set('payroll', { state: 'open', reason: 'Atrasos' })).body).toMatchObject({
      code: 'period.lane_reason',
      field: 'body.until',
    });
    for (const until of ['2026-04-05', '2026-05-08'])
      expect((await set('payroll', { state: 'open', reason: 'Atrasos', until })).body.code).toBe('period.lane_days');
    const asked = { state: 'open', reason: 'Atrasos', until: '2026-04-08' };
    expect((await set('payroll', asked, ['owner'], { dryRun: 'true' })).status).toBe(200);
    expect(await post(['owner'], ...WAGES)).toBe('period.lane_shut');
    await set('payroll', asked);
    expect(await post(['owner'], ...WAGES)).toBe(201);
    // Once more is no way to have it open for ever.
    await set('payroll', { state: 'open' });
    on('2026-04-08');
    await ringCloses(recordsOf(tenant));
    expect((await laneNow('payroll')).state).toBe('open');
    on('2026-04-09');
    await ringCloses(recordsOf(tenant));
    expect(await laneNow('payroll')).toMatchObject({ state: 'shut', on: '2026-04-09' });
    expect(await post(['owner'], ...WAGES)).toBe('period.lane_shut');
  });

  it('is set by those alone who close the books', async () => {
    for (const role of ['sales', 'warehouse', 'auditor'])
      expect((await set('sales', { state: 'shut' }, [role])).body.code).toBe('role.not_allowed');
    const wrong = await call(commands, 'PUT /periods/2026-03/lanes/cash', 'PUT /periods/{period}/lanes/{lane}', {
      tenant,
      body: { state: 'shut' },
    });
    expect([wrong.status, wrong.body.field]).toEqual([400, 'path.lane']);
  });
});

it('whatever is opened and however, a day after the last until all is at least as shut as it ever was set', () => {
  const step = fc.record({
    lane: fc.constantFrom(...LANES),
    state: fc.constantFrom(...LANE_STATES),
    days: fc.integer({ min: 0, max: 31 }),
  });
  const rank = (state: LaneState) => LANE_STATES.indexOf(state);
  fc.assert(
    fc.property(fc.array(step, { maxLength: 20 }), (steps) => {
      let lanes: Lanes | undefined;
      const strictest = new Map<string, number>();
      let today = '2026-04-01';
      for (const { lane, state, days } of steps) {
        today = addDays(today, 1);
        lanes = withLane(lanes && relocked(lanes, 'clock', today), {
          lane,
          asked: { state, reason: 'Tarde', until: addDays(today, days) },
          by: 'ana',
          today,
        });
        strictest.set(lane, Math.max(strictest.get(lane) ?? 0, rank(state)));
      }
      const end = lanes && relocked(lanes, 'clock', addDays(today, 40));
      expect(LANES.map((lane) => rank(laneState(end, lane)))).toEqual(LANES.map((lane) => strictest.get(lane) ?? 0));
      expect(end?.openings).toBeUndefined();
    }),
    { numRuns: 200 },
  );
});
