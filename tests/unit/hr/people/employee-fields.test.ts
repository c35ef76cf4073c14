import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { handler as commands } from '../../../../functions/hr/people/commands.ts';
import { handler as queries } from '../../../../functions/hr/people/queries.ts';
import { handler as audit } from '../../../../functions/platform/audit/queries.ts';
import { Employees } from '../../../../shared/domain/hr/people/employee.ts';
import { EmployeeValuesOf, employeeValuesId } from '../../../../shared/domain/hr/people/employee-values.ts';
import { update } from '../../../../shared/kernel/record.ts';
import { Records } from '../../../../shared/runtime/records.ts';
import { call, newTenant } from '../../../support/call.ts';
import { newCompany } from '../../../support/company.ts';
import { useMemoryTable } from '../../../support/memory-table.ts';

useMemoryTable({ lists: true, openWork: true });
const tenant = newTenant();
type Asked = { readonly roles?: readonly string[]; readonly by?: string; readonly body?: object; readonly query?: object };
const ask = (handler: unknown, template: string, { roles = ['hr'], by = 'hr', ...more }: Asked = {}, id = '') =>
  call(handler as never, template.replace(/\{\w+\}/, id), template, {
    ...{ tenant, roles, email: `${by}@${tenant}.example` },
    ...more,
  } as never);
const person = (name: string, more: object = {}) => ({
  ...{ givenName: name, familyName: 'Vega', email: `${name}@${tenant}.example`, startDate: '2024-01-01', position: 'Ventas' },
  ...more,
});
const enter = (name: string, more: object = {}) => ask(commands, 'POST /people/employees', { body: person(name, more) });
const define = (fields: readonly object[], who: Asked = {}) => ask(commands, 'PUT /people/fields', { ...who, body: { fields } });
const put = (id: string, fields: object, who: Asked = {}) =>
  ask(commands, 'PUT /people/employees/{employeeId}/fields', { ...who, body: { fields } }, id);
const fieldsOf = async (id: string, who: Asked = {}) => (await ask(queries, 'GET /people/employees/{employeeId}', who, id)).body.fields;
const listed = async (who: Asked = {}) =>
  Object.fromEntries(
    (await ask(queries, 'GET /people/employees', { ...who, query: { fields: 'true' } })).body.items.map(
      ({ givenName, fields }: Record<string, unknown>) => [givenName, fields],
    ),
  );
const OWN: Asked = { roles: ['employee'], by: 'clara' };
const BOSS: Asked = { roles: ['manager'], by: 'berta' };

const SIZE = { name: 'Talla', kind: 'choice', choices: ['S', 'M'], seenBy: ['own'] };
const PLATE = { name: 'Matrícula', kind: 'text', seenBy: ['manager', 'own'] };
const GRADE = { name: 'Grado', kind: 'number' };
const CHECK = { name: 'Reconocimiento', kind: 'date', seenBy: ['manager'] };
let [boss, clara] = ['', ''];

beforeAll(async () => {
  await newCompany(tenant);
  boss = (await enter('berta')).body.id;
  clara = (await enter('clara', { managerId: boss })).body.id;
});
afterAll(() => void vi.useRealTimers());

describe('fields of the company’s own', () => {
  it('are defined by whoever changes employees, keep id and kind, and are retired, not removed', async () => {
    expect((await define([SIZE], BOSS)).status).toBe(403);
    const { body } = await define([SIZE, PLATE, GRADE, CHECK]);
    expect(body.fields.map(({ id, name, required }: Record<string, unknown>) => [id, name, required])).toEqual([
      ['f1', 'Talla', false],
      ['f2', 'Matrícula', false],
      ['f3', 'Grado', false],
      ['f4', 'Reconocimiento', false],
    ]);
    const [size, ...rest] = body.fields;
    const code = async (fields: readonly object[]) => {
      const { body: refused } = await define(fields);
      return [refused.status, refused.code, refused.field];
    };
    expect(await code(rest)).toEqual([400, 'custom_field.gone', 'body.fields']);
    expect(await code([{ ...size, kind: 'text', choices: [] }, ...rest])).toEqual([400, 'custom_field.kind', 'body.fields.0.kind']);
    expect(await code([{ ...size, choices: [] }, ...rest])).toEqual([400, 'custom_field.choices', 'body.fields.0.choices']);
    expect(await code([size, ...rest, { name: 'talla', kind: 'text' }])).toEqual([400, 'custom_field.twice', 'body.fields.4.name']);
    expect(await code([size, ...rest, { id: 'f9', name: 'Otra', kind: 'text' }])).toEqual([
      400,
      'custom_field.unknown',
      'body.fields.4.id',
    ]);
  });

  it('hold what their kind holds', async () => {
    const code = async (fields: object) => {
      const { body } = await put(clara, fields);
      return [body.status, body.code, body.field];
    };
    expect(await code({ f1: 'XL' })).toEqual([400, 'custom_field.value', 'body.fields.f1']);
    expect(await code({ f3: '1,5' })).toEqual([400, 'custom_field.value', 'body.fields.f3']);
    expect(await code({ f4: '2026-02-30' })).toEqual([400, 'custom_field.value', 'body.fields.f4']);
    expect(await code({ f7: 'x' })).toEqual([400, 'custom_field.no_such', 'body.fields.f7']);
    const all = { f1: 'M', f2: '1234 BCD', f3: '1.5', f4: '2026-03-01' };
    expect((await put(clara, all)).body.fields).toEqual(all);
    // What is not named stays; null takes away.
    expect((await put(clara, { f3: null })).body.fields).toEqual({ f1: 'M', f2: '1234 BCD', f4: '2026-03-01' });
    await put(clara, { f3: '2' });
  });

  it('are seen by each as they were defined: on the page, in the list, and in no story', async () => {
    expect(await fieldsOf(clara)).toEqual({ f1: 'M', f2: '1234 BCD', f3: '2', f4: '2026-03-01' });
    expect(await fieldsOf(clara, OWN)).toEqual({ f1: 'M', f2: '1234 BCD' });
    expect(await fieldsOf(clara, BOSS)).toEqual({ f2: '1234 BCD', f4: '2026-03-01' });
    expect(await listed()).toEqual({ berta: {}, clara: { f1: 'M', f2: '1234 BCD', f3: '2', f4: '2026-03-01' } });
    expect(await listed(BOSS)).toEqual({ berta: {}, clara: { f2: '1234 BCD', f4: '2026-03-01' } });
    expect(await listed(OWN)).toEqual({ clara: { f1: 'M', f2: '1234 BCD' } });
    const names = async (who: Asked) =>
      (await ask(queries, 'GET /people/fields', who)).body.fields.map(({ name }: Record<string, string>) => name);
    expect([await names({}), await names(BOSS), await names(OWN)]).toEqual([
      ['Talla', 'Matrícula', 'Grado', 'Reconocimiento'],
      ['Talla', 'Matrícula', 'Reconocimiento'],
      ['Talla', 'Matrícula'],
    ]);
    const story = (who: Asked) => ask(audit, 'GET /audit', { ...who, query: { record: employeeValuesId(clara) } });
    expect((await story(BOSS)).status).toBe(404);
    expect((await story(OWN)).status).toBe(404);
    expect((await story({})).body.steps.at(-1).was).toMatchObject({ values: { f1: 'M' } });
    for (const who of [BOSS, OWN]) expect((await put(clara, { f2: 'x' }, who)).status).toBe(403);
  });

  it('are asked for of whoever is new, where they are required, and no more once they are retired', async () => {
    const { fields } = (await ask(queries, 'GET /people/fields')).body;
    const [size, plate, grade, check] = fields;
    await define([{ ...size, required: true }, plate, grade, check]);
    expect((await enter('dora')).body).toMatchObject({ status: 400, code: 'custom_field.required', field: 'body.fields.f1' });
    const dora = await enter('dora', { fields: { f1: 'S' } });
    expect(await fieldsOf(dora.body.id)).toEqual({ f1: 'S' });
    expect((await put(dora.body.id, { f1: null })).body.code).toBe('custom_field.required');
    await define([{ ...size, required: true, retired: true }, plate, grade, check]);
    expect((await enter('eva')).status).toBe(201);
    expect((await put(clara, { f1: 'S' })).body.code).toBe('custom_field.no_such');
    // What was entered is kept.
    expect((await fieldsOf(clara)).f1).toBe('M');
  });

  it('go with the data of the person', async () => {
    const records = new Records(tenant, { by: 'test', request: 'r', action: 'test', at: new Date() });
    const employee = await records.getOrThrow(Employees, clara);
    await records.save([update(Employees, employee, { ...employee, state: 'left', endDate: '2015-03-31' })]);
    expect((await ask(commands, 'POST /people/employees/{employeeId}/erasure', {}, clara)).status).toBe(200);
    expect(await records.get(EmployeeValuesOf, employeeValuesId(clara))).toBeUndefined();
    expect(await fieldsOf(clara)).toEqual({});
  });
});
