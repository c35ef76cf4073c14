import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { handler as commands } from '../../../../functions/hr/people/commands.ts';
import { handler as documents } from '../../../../functions/hr/people/documents.ts';
import { handler as queries } from '../../../../functions/hr/people/queries.ts';
import { handler as time } from '../../../../functions/hr/time/queries.ts';
import { handler as home } from '../../../../functions/insights/home/queries.ts';
import { handler as attachments } from '../../../../functions/platform/notes/documents.ts';
import { Employees } from '../../../../shared/domain/hr/people/employee.ts';
import { EmployeeDocuments, employeePaperId } from '../../../../shared/domain/hr/people/employee-document.ts';
import { Attachments } from '../../../../shared/domain/platform/notes/attachment.ts';
import { update } from '../../../../shared/kernel/record.ts';
import { openRecords } from '../../../../shared/runtime/open-work.ts';
import { Records } from '../../../../shared/runtime/records.ts';
import { call, newTenant } from '../../../support/call.ts';
import { newCompany } from '../../../support/company.ts';
import { useMemoryTable } from '../../../support/memory-table.ts';

useMemoryTable({ lists: true, openWork: true });
let tenant = '';
let clara = '';
type Asked = {
  readonly query?: object;
  readonly roles?: readonly string[];
  readonly by?: string;
  readonly body?: object;
  readonly key?: string;
};
/** @param ids what stands for the parameters of the route, in their order. */
const ask = (handler: unknown, template: string, ids: readonly string[] = [], { roles = ['hr'], by = 'hr', ...more }: Asked = {}) => {
  const left = [...ids];
  const route = template.replaceAll(/\{\w+\}/g, () => left.shift() ?? '');
  return call(handler as never, route, template, { ...{ tenant, roles, email: `${by}@${tenant}.example` }, ...more } as never);
};
const records = () => new Records(tenant, { by: 'test', request: 'r', action: 'test', at: new Date() });
const enter = async (name: string, more: object = {}): Promise<string> => {
  const body = { givenName: name, familyName: 'Vega', email: `${name}@${tenant}.example`, startDate: '2024-01-01', position: 'Ventas' };
  return (await ask(commands, 'POST /people/employees', [], { body: { ...body, ...more } })).body.id;
};

beforeAll(() => {
  vi.useFakeTimers({ toFake: ['Date'] });
  for (const [name, value] of Object.entries({
    ...{ BUCKET_DOCUMENTS: 'documents', AWS_ACCESS_KEY_ID: 'a', AWS_SECRET_ACCESS_KEY: 's', AWS_REGION: 'eu-west-1' },
  }))
    vi.stubEnv(name, value);
});
afterAll(() => {
  vi.useRealTimers();
  vi.unstubAllEnvs();
});
beforeEach(async () => {
  vi.setSystemTime(new Date('2026-11-16T09:00:00Z'));
  tenant = newTenant();
  await newCompany(tenant);
  const boss = await enter('berta');
  clara = await enter('clara', { managerId: boss });
});

const PERMIT = {
  type: 'work-permit',
  number: 'E01234567',
  issuer: 'Oficina de Extranjería',
  issuedOn: '2026-01-10',
  expiresOn: '2027-01-09',
};
const add = (body: object, more: Asked = {}) => ask(documents, 'POST /people/employees/{employeeId}/documents', [clara], { body, ...more });
const get = (id: string, more: Asked = {}) => ask(commands, 'GET /people/documents/{documentId}', [id], more);
const link = (id: string, more: Asked = {}) => ask(documents, 'GET /people/documents/{documentId}/file', [id], more);
const list = (more: Asked = {}) => ask(queries, 'GET /people/employees/{employeeId}/documents', [clara], more);
const readings = async () =>
  (await ask(commands, 'GET /people/employees/{employeeId}/readings', [clara])).body.items.map(
    ({ by, what, record }: Record<string, string>) => [by?.split('@')[0], what, record],
  );
const deadlines = async () =>
  (await ask(time, 'GET /time/deadlines', [], { query: { state: 'open' } })).body.items.map(
    ({ id, kind, on, tellFrom }: Record<string, string>) => [id, kind, on, tellFrom],
  );
const waiting = async () => (await ask(home, 'GET /home', [], { roles: ['hr'] })).body.waiting.staffDeadlines.count;
const OWN: Asked = { roles: ['employee'], by: 'clara' };
const BOSS: Asked = { roles: ['manager'], by: 'berta' };

describe('a document of an employee', () => {
  it('is read by HR, with a trace a day, and by whose it is without one; whoever leads them sees nothing', async () => {
    const { id } = (await add(PERMIT)).body;
    expect((await list()).body.items).toMatchObject([{ id, type: 'work-permit', expiresOn: '2027-01-09', state: 'valid', hasFile: false }]);
    expect(JSON.stringify((await list()).body)).not.toContain('E01234567');
    expect(await readings()).toEqual([]);
    expect((await get(id)).body).toMatchObject({ number: 'E01234567', issuer: 'Oficina de Extranjería', issuedOn: '2026-01-10' });
    await get(id);
    expect((await get(id, OWN)).body.number).toBe('E01234567');
    expect((await list(OWN)).body.items).toHaveLength(1);
    expect(await readings()).toEqual([['hr', 'document', id]]);
    vi.setSystemTime(new Date('2027-01-10T09:00:00Z'));
    expect((await get(id)).body.state).toBe('expired');
    expect(await readings()).toHaveLength(2);
    expect((await get(id, BOSS)).body.code).toBe('employee-document.not_found');
    expect((await list(BOSS)).body.code).toBe('employee.not_found');
    expect((await add(PERMIT, OWN)).status).toBe(403);
  });

  it('is told from sixty days before its end, on the home page too, until another takes its place', async () => {
    // 2027-01-09 less 60 days is 2026-11-10: it is told already. The licence ends in two years.
    const { id } = (await add(PERMIT)).body;
    const licence = (await add({ type: 'driving-licence', expiresOn: '2028-11-16' })).body.id;
    expect(await deadlines()).toEqual([
      [id, 'permit', '2027-01-09', '2026-11-10'],
      [licence, 'driving-licence', '2028-11-16', '2028-09-17'],
    ]);
    expect(await waiting()).toBe(1);
    const next = (await add({ ...PERMIT, issuedOn: '2026-11-16', expiresOn: '2030-11-15', renews: id })).body.id;
    expect((await deadlines()).map(([one]: string[]) => one)).toEqual([licence, next]);
    expect(await waiting()).toBe(0);
    expect((await get(id)).body).toMatchObject({ state: 'renewed', renewedBy: next });
    expect((await add({ ...PERMIT, renews: id })).body).toMatchObject({ status: 422, code: 'employee_document.replaced' });
    expect((await add({ type: 'identity', renews: next })).body).toMatchObject({ status: 422, code: 'employee_document.other' });
  });

  it('is no deadline of somebody who left, and of none that need not be renewed', async () => {
    const { id } = (await add(PERMIT)).body;
    const closing = 'POST /people/documents/{documentId}/closing';
    expect((await ask(commands, closing, [id], { body: { note: 'Ya tiene la nacionalidad' } })).body.state).toBe('closed');
    expect((await ask(commands, closing, [id], { body: {} })).body).toMatchObject({ status: 422, code: 'employee_document.settled' });
    await add({ type: 'medical-fitness', expiresOn: '2026-11-30' });
    expect((await deadlines()).map(([, kind]: string[]) => kind)).toEqual(['medical-fitness']);
    expect(await waiting()).toBe(1);
    const employee = await records().getOrThrow(Employees, clara);
    await records().save([update(Employees, employee, { ...employee, state: 'left', endDate: '2026-11-15' })]);
    expect(await deadlines()).toEqual([]);
    expect(await waiting()).toBe(0);
  });

  it('is refused where it ends before it was issued, or its file is a program', async () => {
    expect((await add({ ...PERMIT, expiresOn: '2026-01-09' })).body).toMatchObject({
      ...{ status: 400, code: 'employee_document.dates', field: 'body.expiresOn', params: { issued: '2026-01-10' } },
    });
    expect((await add({ ...PERMIT, file: { fileName: 'permiso.exe', bytes: 10 } })).body.status).toBe(400);
  });
});

describe('its file', () => {
  const withFile = { ...PERMIT, file: { fileName: 'permiso.pdf', bytes: 1200 } };
  const fileOf = async (id: string) => (await Array.fromAsync(openRecords(records(), Attachments, employeePaperId(id))))[0];

  it('goes into quarantine by one link, however often it is asked for, and comes out by a traced one alone', async () => {
    const key = crypto.randomUUID();
    const first = (await add(withFile, { key })).body;
    const again = (await add(withFile, { key })).body;
    const place = (url: string) => new URL(url).pathname;
    expect(again.id).toBe(first.id);
    expect(place(first.upload.url)).toMatch(/quarantine\/.*\/att_[0-9A-Z]{26}$/);
    expect(place(again.upload.url)).toBe(place(first.upload.url));
    expect((await link(first.id)).body).toMatchObject({ status: 422, code: 'attachment.not_clean' });
    const file = await fileOf(first.id);
    if (!file) throw new Error('there is no file');
    await records().save([update(Attachments, file, { ...file, state: 'clean', contentType: 'application/pdf' })]);
    expect((await get(first.id)).body.file).toEqual({ fileName: 'permiso.pdf', bytes: 1200, state: 'clean' });
    vi.setSystemTime(new Date('2026-11-17T09:00:00Z'));
    const { body } = await link(first.id, { by: 'hr2' });
    expect(place(body.url)).toContain(`files/${tenant}/${file.id}`);
    expect(await readings()).toEqual([
      ['hr2', 'document', first.id],
      ['hr', 'document', first.id],
    ]);
    // Not by the link that every file of a record has, which writes nothing down.
    const untraced = await ask(attachments, 'GET /attachments/{attachmentId}/link', [file.id], { roles: ['owner'], by: 'owner' });
    expect(untraced.body.code).toBe('attachment.not_found');
    expect((await link(first.id, BOSS)).body.code).toBe('employee-document.not_found');
  });

  it('goes with what was entered wrongly', async () => {
    const { id } = (await add(withFile)).body;
    const remove = () => ask(commands, 'DELETE /people/documents/{documentId}', [id]);
    expect((await remove()).body.state).toBe('deleted');
    expect((await list()).body.items).toEqual([]);
    expect((await get(id)).body.number).toBeUndefined();
    expect((await link(id)).body.code).toBe('attachment.not_found');
    expect((await remove()).body).toMatchObject({ status: 422, code: 'employee_document.deleted' });
    expect(await deadlines()).toEqual([]);
  });

  it('goes with the data of the person, and nothing that says anything of the document stays', async () => {
    const { id } = (await add(withFile)).body;
    const erase = () => ask(commands, 'POST /people/employees/{employeeId}/erasure', [clara]);
    const employee = await records().getOrThrow(Employees, clara);
    await records().save([update(Employees, employee, { ...employee, state: 'left', endDate: '2020-03-31' })]);
    const file = await fileOf(id);
    expect((await erase()).body.name).toBe(`E-${clara.slice(4, 12)}`);
    const left = await records().getOrThrow(EmployeeDocuments, id);
    expect(left).toMatchObject({ name: `E-${clara.slice(4, 12)}`, hasFile: false, deleted: { on: '2026-11-16' } });
    expect(left.expiresOn).toBeUndefined();
    expect(await records().get(Attachments, file?.id ?? '')).toMatchObject({ state: 'deleted', fileName: '—' });
    expect(JSON.stringify((await get(id)).body)).not.toMatch(/E01234567|permiso|Extranjer|clara/i);
    expect((await add(PERMIT)).body).toMatchObject({ status: 422, code: 'employee.erased' });
  });
});
