import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { handler as startOnboardings } from '../../../../functions/hr/onboarding/commands.ts';
import { handler as people } from '../../../../functions/hr/people/commands.ts';
import { handler as commands } from '../../../../functions/hr/time/commands.ts';
import { handler as queries } from '../../../../functions/hr/time/queries.ts';
import { call, newTenant } from '../../../support/call.ts';
import { newCompany } from '../../../support/company.ts';
import { useMemoryTable } from '../../../support/memory-table.ts';

useMemoryTable({ lists: true, openWork: true });
let tenant = '';
const ask = (handler: unknown, route: string, { roles = ['hr'], by = 'hr', ...more }: Record<string, unknown> = {}) =>
  call(handler as never, route.replace('{employeeId}', String(more.id ?? '')), route, {
    ...{ tenant, roles, email: `${by}@${tenant}.example` },
    ...more,
  } as never);
const enter = async (name: string, more: object = {}): Promise<string> => {
  const body = { givenName: name, familyName: 'Vega', email: `${name}@${tenant}.example`, startDate: '2026-12-01', position: 'Ventas' };
  return (await ask(people, 'POST /people/employees', { body: { ...body, ...more } })).body.id;
};

beforeAll(() => void vi.useFakeTimers({ toFake: ['Date'] }));
afterAll(() => void vi.useRealTimers());
beforeEach(async () => {
  vi.setSystemTime(new Date('2026-11-16T09:00:00Z'));
  tenant = newTenant();
  await newCompany(tenant);
});

const DAY = [{ start: '09:00', end: '17:30', pause: 30 }];
const PLAN = 'PUT /time/employees/{employeeId}/plan';
const readPlan = (id: string, more: object = {}) => ask(queries, 'GET /time/employees/{employeeId}/plan', { id, ...more });
const putPlan = (id: string, week: readonly unknown[], more: object = {}) =>
  ask(commands, PLAN, { id, body: { from: '2026-12-01', weeks: [week] }, ...more });

describe('a work plan', () => {
  it('is put, replaced by what begins on the same day, and read by whoever leads', async () => {
    const boss = await enter('berta');
    const id = await enter('clara', { managerId: boss });
    expect((await readPlan(id)).body).toMatchObject({ employeeId: id, patterns: [] });
    expect((await putPlan(id, [DAY, DAY, DAY, DAY, [], [], []])).status).toBe(200);
    // Five days of eight hours are the forty of the law.
    const put = await putPlan(id, [DAY, DAY, DAY, DAY, DAY, [], []]);
    expect(put.body).toMatchObject({ name: 'clara Vega', patterns: [{ from: '2026-12-01', minutes: 2400, warnings: [] }] });
    const led = await readPlan(id, { roles: ['manager'], by: 'berta' });
    expect(led.body).toEqual(put.body);
    expect((await readPlan(id, { roles: ['employee'], by: 'other' })).status).not.toBe(200);
    expect((await putPlan(id, [[], [], [], [], [], [], []], { roles: ['manager'], by: 'berta' })).status).toBe(403);
  });

  it('tells what stands against the law, and refuses what cannot be worked', async () => {
    const id = await enter('clara');
    const seven = await putPlan(id, [DAY, DAY, DAY, DAY, DAY, DAY, DAY]);
    // Seven days of eight hours: 56 a week, and no day and a half of rest.
    expect(seven.body.patterns[0].minutes).toBe(3360);
    expect(seven.body.patterns[0].warnings.map(({ article }: { article: string }) => article)).toEqual(
      expect.arrayContaining(['ET 34.1', 'ET 37.1']),
    );
    const long = await putPlan(id, [[{ start: '09:00', end: '11:00', pause: 120 }], [], [], [], [], [], []]);
    expect(long).toMatchObject({ status: 400, body: { code: 'work_plan.pause', field: 'body.weeks.0.0.0.pause' } });
    const twice = await putPlan(id, [[...DAY, { start: '17:00', end: '18:00' }], [], [], [], [], [], []]);
    expect(twice).toMatchObject({ status: 400, body: { code: 'work_plan.overlaps', field: 'body.weeks.0.0.1.start' } });
  });

  it('stands beside what was worked of a year, from the first day of the employment on', async () => {
    const id = await enter('clara');
    await putPlan(id, [DAY, DAY, DAY, DAY, DAY, [], []]);
    vi.setSystemTime(new Date('2026-12-04T20:00:00Z'));
    for (const [kind, at] of [
      ['in', '2026-12-03T08:00:00Z'],
      ['out', '2026-12-03T17:00:00Z'],
    ])
      await ask(commands, 'POST /time/entries', { roles: ['employee'], by: 'clara', body: { employeeId: id, kind, at } });
    const { body } = await ask(queries, 'GET /time/employees/{employeeId}/year-hours', { id });
    // From Tuesday to Friday four days are planned; nine hours were worked of the week's forty.
    expect(body).toMatchObject({ year: '2026', worked: 540, planned: 1920, overtime: 0, overtimeLimit: 4800, warnings: [] });
  });
});

describe('the calendar of a place of work', () => {
  const dueOf = async (name: string, workplace: string) => {
    const employeeId = await enter(name, { workplace });
    const { body } = await ask(startOnboardings, 'POST /onboarding/onboardings', { body: { employeeId, contract: 'indefinite' } });
    return body.tasks.find(({ key }: { key: string }) => key === 'contract')?.due;
  };

  it('counts in the terms of the law: ten working days from 1 December, without those of its region and town', async () => {
    // 5, 6, 12 and 13 are a weekend, 8 is of the whole country: the tenth is the 16th. Without the 7th it is the 17th.
    expect(await dueOf('clara', 'Tienda de Madrid')).toBe('2026-12-16');
    const holidays = [{ date: '2026-12-07', name: 'Fiesta local', scope: 'town' }];
    await ask(commands, 'PUT /time/calendars', { body: { workplace: 'Tienda de Sevilla', source: 'BOP', holidays } });
    expect(await dueOf('nora', 'tienda de sevilla')).toBe('2026-12-17');
  });
});
