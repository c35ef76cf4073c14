import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { handler as commands } from '../../../../functions/hr/equipment/commands.ts';
import { handler as queries } from '../../../../functions/hr/equipment/queries.ts';
import { handler as people } from '../../../../functions/hr/people/commands.ts';
import { Employees } from '../../../../shared/domain/hr/people/employee.ts';
import { update } from '../../../../shared/kernel/record.ts';
import { Records } from '../../../../shared/runtime/records.ts';
import { call, newTenant } from '../../../support/call.ts';
import { newCompany } from '../../../support/company.ts';
import { useMemoryTable } from '../../../support/memory-table.ts';

useMemoryTable({ lists: true, openWork: true });
let tenant = '';
let [berta, clara, dario, other] = ['', '', '', ''];
type Asked = { readonly query?: object; readonly roles?: readonly string[]; readonly by?: string; readonly body?: object };
const ask = (handler: unknown, template: string, id = '', { roles = ['hr'], by = 'hr', ...more }: Asked = {}) =>
  call(handler as never, template.replace(/\{\w+\}/, id), template, {
    ...{ tenant, roles, email: `${by}@${tenant}.example` },
    ...more,
  } as never);
const enter = async (name: string, managerId?: string): Promise<string> => {
  const body = { givenName: name, familyName: 'Vega', email: `${name}@${tenant}.example`, startDate: '2024-01-01', position: 'Ventas' };
  return (await ask(people, 'POST /people/employees', '', { body: { ...body, ...(managerId ? { managerId } : {}) } })).body.id;
};
const create = (body: object, more: Asked = {}) =>
  ask(commands, 'POST /equipment', '', { body: { type: 'laptop', name: 'Portátil 14', number: 'LT-0042', ...body }, ...more });
const handOver = (id: string, employeeId: string, on = '2026-11-10', more: object = {}) =>
  ask(commands, 'POST /equipment/{equipmentId}/handover', id, { body: { employeeId, on, ...more } });
const takeBack = (id: string, on: string, more: object = {}) =>
  ask(commands, 'POST /equipment/{equipmentId}/return', id, { body: { on, ...more } });
const retire = (id: string) => ask(commands, 'POST /equipment/{equipmentId}/retirement', id, { body: { reason: 'Pantalla rota' } });
const get = (id: string, more: Asked = {}) => ask(queries, 'GET /equipment/{equipmentId}', id, more);
const list = async (more: Asked = {}): Promise<string[]> =>
  (await ask(queries, 'GET /equipment', '', more)).body.items.map(({ number }: { number: string }) => number);
const BERTA: Asked = { roles: ['manager'], by: 'berta' };
const CLARA: Asked = { roles: ['employee'], by: 'clara' };
const OTHER: Asked = { roles: ['manager'], by: 'otto' };

beforeAll(() => void vi.useFakeTimers({ toFake: ['Date'] }));
afterAll(() => void vi.useRealTimers());
beforeEach(async () => {
  vi.setSystemTime(new Date('2026-11-16T09:00:00Z'));
  tenant = newTenant();
  await newCompany(tenant);
  berta = await enter('berta');
  other = await enter('otto');
  clara = await enter('clara', berta);
  dario = await enter('dario', other);
});

describe('a thing that is handed to employees', () => {
  it('goes and comes back, and each who had it stands with their days', async () => {
    const { id } = (await create({})).body;
    expect((await get(id)).body).toMatchObject({ state: 'available', name: 'Portátil 14' });
    const out = (await handOver(id, clara, '2026-11-03', { condition: 'Nuevo' })).body;
    expect(out).toMatchObject({ state: 'handed-over', employeeId: clara, holder: 'clara Vega', since: '2026-11-03', condition: 'Nuevo' });
    const back = (await takeBack(id, '2026-11-10', { condition: 'Sin cargador' })).body;
    expect(back).toMatchObject({ state: 'available', condition: 'Sin cargador' });
    expect(back.employeeId).toBeUndefined();
    expect(back.since).toBeUndefined();
    await handOver(id, dario, '2026-11-10');
    const { items } = (await ask(queries, 'GET /equipment/{equipmentId}/holdings', id)).body;
    expect(items.map((one: Record<string, string>) => [one.holder, one.from, one.until, one.condition, one.conditionBack])).toEqual([
      ['dario Vega', '2026-11-10', undefined, undefined, undefined],
      ['clara Vega', '2026-11-03', '2026-11-10', 'Nuevo', 'Sin cargador'],
    ]);
    const had = (await ask(queries, 'GET /equipment/employees/{employeeId}', clara)).body.items;
    expect(had).toMatchObject([{ equipmentId: id, name: 'Portátil 14', number: 'LT-0042', from: '2026-11-03', until: '2026-11-10' }]);
  });

  it('has a number that no other has, whatever its case and spaces, and gives the old one up', async () => {
    const { id } = (await create({})).body;
    expect((await create({ number: 'lt-00 42' })).body).toMatchObject({ status: 409, code: 'equipment.number_taken', params: { id } });
    const change = (number: string) => ask(commands, 'PATCH /equipment/{equipmentId}', id, { body: { number } });
    expect((await change('LT-0043')).body.number).toBe('LT-0043');
    expect((await create({})).status).toBe(201);
    expect((await change('LT-0042')).body.code).toBe('equipment.number_taken');
    expect((await change('lt-0043')).body.number).toBe('lt-0043');
  });

  it('refuses steps that do not follow, and days that cannot be', async () => {
    const { id } = (await create({})).body;
    expect((await takeBack(id, '2026-11-10')).body).toMatchObject({ status: 422, code: 'equipment.not_held' });
    expect((await handOver(id, clara, '2026-11-17')).body).toMatchObject({ status: 400, code: 'equipment.future', field: 'body.on' });
    await handOver(id, clara, '2026-11-10');
    expect((await handOver(id, dario)).body).toMatchObject({ status: 422, code: 'equipment.held' });
    expect((await retire(id)).body).toMatchObject({ status: 422, code: 'equipment.held' });
    expect((await takeBack(id, '2026-11-09')).body).toMatchObject({ status: 400, code: 'equipment.dates', params: { last: '2026-11-10' } });
    await takeBack(id, '2026-11-12');
    expect((await handOver(id, dario, '2026-11-11')).body).toMatchObject({ code: 'equipment.dates', params: { last: '2026-11-12' } });
    expect((await retire(id)).body).toMatchObject({ state: 'retired', retired: { on: '2026-11-16', reason: 'Pantalla rota' } });
    for (const answer of [await handOver(id, clara), await takeBack(id, '2026-11-16'), await retire(id)])
      expect(answer.body).toMatchObject({ status: 422, code: 'equipment.retired' });
  });

  it('is not handed to somebody who left, or is not there, and needs an asset that is', async () => {
    const { id } = (await create({})).body;
    const records = new Records(tenant, { by: 'test', request: 'r', action: 'test', at: new Date() });
    const employee = await records.getOrThrow(Employees, clara);
    await records.save([update(Employees, employee, { ...employee, state: 'left', endDate: '2026-11-15' })]);
    expect((await handOver(id, clara)).body.code).toBe('employee.left');
    const nobody = 'emp_01JDG8ZK5T7QWERTY2MNPQRSTV';
    expect((await handOver(id, nobody)).body).toMatchObject({ status: 404, code: 'employee.not_found', field: 'body.employeeId' });
    const asset = await create({ number: 'X', assetId: 'fxa_01JDG8ZK5T7QWERTY2MNPQRSTV' });
    expect(asset.body).toMatchObject({ status: 404, code: 'fixed-asset.not_found' });
  });

  it('goes to one of two who are handed it at the same time', async () => {
    const { id } = (await create({})).body;
    const answers = await Promise.all([handOver(id, clara), handOver(id, dario)]);
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 422]);
    expect(answers.find(({ status }) => status === 422)?.body.code).toBe('equipment.held');
    expect((await ask(queries, 'GET /equipment/{equipmentId}/holdings', id)).body.items).toHaveLength(1);
  });
});

describe('who sees a thing', () => {
  it('is HR, whoever leads who has it, and who has it; whoever leads people sees what nobody has', async () => {
    const held = (await create({})).body.id;
    const free = (await create({ number: 'LT-0050' })).body.id;
    await handOver(held, clara);
    expect(await list()).toEqual(['LT-0042', 'LT-0050']);
    expect(await list(BERTA)).toEqual(['LT-0042', 'LT-0050']);
    expect(await list(CLARA)).toEqual(['LT-0042']);
    expect(await list(OTHER)).toEqual(['LT-0050']);
    expect(await list({ query: { state: 'available' } })).toEqual(['LT-0050']);
    expect(await list({ query: { employeeId: clara } })).toEqual(['LT-0042']);
    expect(await list({ query: { q: '0050' } })).toEqual(['LT-0050']);
    expect((await get(held, CLARA)).body.holder).toBe('clara Vega');
    expect((await get(free, CLARA)).body).toMatchObject({ status: 404, code: 'equipment.not_found' });
    expect((await get(held, OTHER)).body.code).toBe('equipment.not_found');
    expect((await ask(queries, 'GET /equipment/employees/{employeeId}', clara, OTHER)).body.code).toBe('employee.not_found');
    expect((await ask(queries, 'GET /equipment/employees/{employeeId}', clara, CLARA)).body.items).toHaveLength(1);
    expect((await create({ number: 'Z' }, BERTA)).status).toBe(403);
  });

  it('sees of those who had it only whom they may see', async () => {
    const { id } = (await create({})).body;
    await handOver(id, dario, '2026-11-01');
    await takeBack(id, '2026-11-02');
    await handOver(id, clara, '2026-11-03');
    const holders = async (more: Asked) =>
      (await ask(queries, 'GET /equipment/{equipmentId}/holdings', id, more)).body.items.map(({ holder }: { holder: string }) => holder);
    expect(await holders({})).toEqual(['clara Vega', 'dario Vega']);
    expect(await holders(BERTA)).toEqual(['clara Vega']);
    expect(await holders(CLARA)).toEqual(['clara Vega']);
  });

  it('is nobody of another company', async () => {
    const { id } = (await create({})).body;
    tenant = newTenant();
    await newCompany(tenant);
    expect((await get(id)).body.code).toBe('equipment.not_found');
    expect(await list()).toEqual([]);
    expect((await retire(id)).body.code).toBe('equipment.not_found');
    expect((await create({})).status).toBe(201);
  });
});
