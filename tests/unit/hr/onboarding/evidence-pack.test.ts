import { createHash } from 'node:crypto';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { handler as documents } from '../../../../functions/hr/onboarding/documents.ts';
import { evidencePackId } from '../../../../functions/hr/onboarding/evidence-packs.ts';
import { followPack } from '../../../../functions/hr/onboarding/make-evidence-packs.event.ts';
import { handler as people } from '../../../../functions/hr/people/commands.ts';
import { EquipmentHoldings } from '../../../../shared/domain/hr/equipment/equipment.ts';
import { EvidencePacks } from '../../../../shared/domain/hr/onboarding/evidence-pack.ts';
import { Onboardings } from '../../../../shared/domain/hr/onboarding/onboarding.ts';
import { OnboardingTasks } from '../../../../shared/domain/hr/onboarding/onboarding-task.ts';
import { Employees } from '../../../../shared/domain/hr/people/employee.ts';
import { ClockEntries, clockEntryId } from '../../../../shared/domain/hr/time/clock-entry.ts';
import { Attachments, fileKey } from '../../../../shared/domain/platform/notes/attachment.ts';
import { addDays } from '../../../../shared/kernel/date.ts';
import { create, update } from '../../../../shared/kernel/record.ts';
import { call } from '../../../support/call.ts';
import { type HiringCompany, hiringCompany, PERSONAL, today } from '../../../support/hiring.ts';
import { useMemoryBucket } from '../../../support/memory-bucket.ts';
import { useMemoryTable } from '../../../support/memory-table.ts';

useMemoryTable({ lists: true, openWork: true });
let company: HiringCompany;
let bucket: ReturnType<typeof useMemoryBucket>;
let [employeeId, leaving] = ['', ''];
/** A day on which they worked. */
const worked = addDays(today, -20);
const eur = (amount: string) => ({ amount, currency: 'EUR' });
const ROLES: Readonly<Record<string, readonly string[]>> = { hr: ['hr'], owner: ['owner'], lead: ['manager'], clerk: ['employee'] };
const TEMPLATE = 'GET /onboarding/onboardings/{onboardingId}/evidence-pack';
const get = (by: string) =>
  call(documents, TEMPLATE.replace('{onboardingId}', leaving), TEMPLATE, {
    ...{ tenant: company.tenant, email: company.at(by), roles: ROLES[by] ?? [] },
  });
const order = (by: string, id = leaving) => company.ask(by, `POST /onboarding/onboardings/${id}/evidence-pack`);
const packOf = (withPay: boolean) => company.records.getOrThrow(EvidencePacks, evidencePackId(company.tenant, leaving, withPay));
/** What follows the pack, and what is in its ZIP then. */
async function made(withPay: boolean) {
  await followPack(company.tenant, evidencePackId(company.tenant, leaving, withPay), 'test');
  const { made: done } = await packOf(withPay);
  return unzipSync(bucket.objects.get(`reports/${done?.key}`) ?? new Uint8Array());
}

beforeAll(async () => {
  bucket = useMemoryBucket();
  for (const [name, value] of Object.entries({ AWS_ACCESS_KEY_ID: 'a', AWS_SECRET_ACCESS_KEY: 's' })) vi.stubEnv(name, value);
  company = await hiringCompany();
  employeeId = await company.employ(company.at('clerk'), -400);
  await company.done('owner', `PUT /people/employees/${employeeId}/personal`, PERSONAL);
  await company.done('owner', `POST /payroll/employees/${employeeId}/terms`, {
    ...{ from: addDays(today, -400), group: '7', contract: 'indefinite', annual: eur('24000.00'), extraMonths: [6, 12] },
    ...{ accrual: 'half-year', accident: { percent: '1.50', source: 'TGSS' } },
  });
  const begun = await company.done('hr', 'POST /onboarding/offboardings', { employeeId, lastDay: addDays(today, 1), cause: 'resignation' });
  leaving = begun.id;
  await company.done('owner', `POST /onboarding/onboardings/${leaving}/settlement`, { taken: '5' });
  // An office has acknowledged the leaving: the file hangs on its task.
  const task = begun.tasks.find(({ key }: { key: string }) => key === 'deregistration');
  const { records } = company;
  const id = 'att_01JDG8ZK5T7QWERTY2MNPQRSTV';
  const file = { record: leaving, fileName: 'baja-tgss.pdf', bytes: 4, attachedAt: new Date().toISOString(), state: 'clean' as const };
  const before = await records.getOrThrow(OnboardingTasks, task.id);
  const told = { by: company.at('hr'), at: '2026-12-01T10:00:00.000Z' };
  await records.commit([
    create(Attachments, id, file),
    update(OnboardingTasks, before, { ...before, state: 'done', attachmentId: id, text: '=1+1 acuse 4711', told }),
  ]);
  bucket.put(fileKey(company.tenant, id), Buffer.from('acta'));
  const had = { equipmentId: 'eqp_01JDG8ZK5T7QWERTY2MNPQRSTV', name: 'Portátil', number: 'LT-0042', employeeId };
  await records.commit([
    create(EquipmentHoldings, 'eqh_01JDG8ZK5T7QWERTY2MNPQRSTV', {
      ...had,
      from: '2026-01-07',
      until: '2026-11-30',
      conditionBack: 'Sin cargador',
    }),
  ]);
  const clocked = (kind: 'in' | 'out', time: string) => {
    const entry = { employeeId, kind, at: `${worked}T${time}:00Z`, received: `${worked}T${time}:01Z`, source: 'person' as const };
    return create(ClockEntries, clockEntryId(entry), entry);
  };
  await records.commit([clocked('in', '09:00'), clocked('out', '17:00')]);
});
afterAll(() => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
});

describe('the evidence of a leaving', () => {
  it('is one ZIP whose index names every file with its hash', async () => {
    expect((await get('owner')).body.code).toBe('evidence-pack.not_found');
    expect((await order('owner')).body).toMatchObject({ state: 'wanted', withPay: true, files: [] });
    const files = await made(true);
    const [proof = ''] = Object.keys(files).filter((name) => name.startsWith('tareas/'));
    expect(proof).toMatch(/^tareas\/\d\d-baja-tgss\.pdf$/);
    const year = `jornada/registro-${worked.slice(0, 4)}.csv`;
    expect(Object.keys(files).toSorted()).toEqual(
      ['finiquito.csv', 'indice.csv', 'indice.pdf', 'material.csv', year, 'tareas.csv', proof, 'tramites.csv'].toSorted(),
    );
    expect(strFromU8(files['material.csv'] ?? new Uint8Array())).toContain(
      '"Portátil";"LT-0042";"2026-01-07";"2026-11-30";"";"Sin cargador"',
    );
    expect(strFromU8(files[proof] ?? new Uint8Array())).toBe('acta');
    // Eight hours from nine to five, UTC.
    expect(strFromU8(files[year] ?? new Uint8Array())).toContain(worked.split('-').toReversed().join('/'));
    const index = strFromU8(files['indice.csv'] ?? new Uint8Array());
    const listed = index
      .split('\r\n')
      .slice(1, -1)
      .map((line) => line.split(';').map((cell) => cell.slice(1, -1)));
    expect(listed.map(([name]) => name).toSorted()).toEqual(
      Object.keys(files)
        .filter((name) => !name.startsWith('indice'))
        .toSorted(),
    );
    for (const [name = '', bytes, hash] of listed) {
      const content = files[name] ?? new Uint8Array();
      expect([Number(bytes), hash]).toEqual([content.length, createHash('sha256').update(content).digest('hex')]);
    }
    expect(strFromU8((files['indice.pdf'] ?? new Uint8Array()).subarray(0, 5))).toBe('%PDF-');
    // 24,000 a year: 65.75 a day; nothing for a resignation but holiday and extra pay.
    const settled = strFromU8(files['finiquito.csv'] ?? new Uint8Array());
    expect(settled).toContain('"Indemnización";"0.00"');
    expect(settled).toContain('"Vacaciones disfrutadas (días)";"5"');
    // What begins like a formula is none.
    expect(strFromU8(files['tareas.csv'] ?? new Uint8Array())).toContain(`"'=1+1 acuse 4711"`);
    expect((await packOf(true)).made?.missing).toEqual(['Nóminas', 'Cierre de accesos', 'Certificados']);
  });

  it('is taken with a trace, and says nothing of pay to whoever does not see it', async () => {
    const { body } = await get('owner');
    expect(body).toMatchObject({ state: 'ready', withPay: true, url: expect.stringContaining('/packs/') });
    expect((await get('hr')).body.code).toBe('evidence-pack.not_found');
    await order('hr');
    const files = await made(false);
    expect(Object.keys(files).filter((name) => /finiquito|nomina/.test(name))).toEqual([]);
    expect(strFromU8(files['tramites.csv'] ?? new Uint8Array())).toContain('Cotizaciones de los últimos 180 días;\r\n');
    expect((await get('hr')).body).toMatchObject({ state: 'ready', withPay: false });
    for (const by of ['lead', 'clerk']) expect((await get(by)).status).toBe(403);
    const read = `GET /people/employees/${employeeId}/readings`;
    const answer = await call(people, read, 'GET /people/employees/{employeeId}/readings', {
      ...{ tenant: company.tenant, email: company.at('hr'), roles: ['hr'] },
    });
    const taken = answer.body.items.filter(({ what }: { what: string }) => what === 'evidence-pack');
    expect(taken.map(({ by, record }: Record<string, string>) => [by, record]).toSorted()).toEqual([
      [company.at('hr'), leaving],
      [company.at('owner'), leaving],
    ]);
  });

  it('is made by itself once all is done, and anew where it is asked for', async () => {
    const { records } = company;
    const other = await company.employ(undefined, -100, { givenName: 'Otro' });
    const { id } = await company.done('hr', 'POST /onboarding/offboardings', { employeeId: other, lastDay: today, cause: 'resignation' });
    await followPack(company.tenant, id, 'test');
    expect(await records.get(EvidencePacks, evidencePackId(company.tenant, id, true))).toBeUndefined();
    const running = await records.getOrThrow(Onboardings, id);
    await records.commit([update(Onboardings, running, { ...running, state: 'done' })]);
    await followPack(company.tenant, id, 'test');
    await followPack(company.tenant, id, 'test');
    for (const withPay of [true, false])
      expect(await records.get(EvidencePacks, evidencePackId(company.tenant, id, withPay))).toMatchObject({ state: 'wanted', rev: 1 });
    const before = await packOf(true);
    expect((await order('owner')).body).toMatchObject({ withPay: true, state: 'wanted' });
    await made(true);
    const after = await packOf(true);
    expect([after.state, after.made?.key === before.made?.key]).toEqual(['ready', false]);
  });

  it('is gone after thirty days, of nobody who comes, and of nobody who is erased', async () => {
    const { records } = company;
    const pack = await packOf(true);
    const old = { ...(pack.made as NonNullable<typeof pack.made>), at: `${addDays(today, -30)}T10:00:00.000Z` };
    await records.commit([update(EvidencePacks, pack, { ...pack, made: old })]);
    const { body } = await get('owner');
    expect([body.state, body.url]).toEqual(['expired', undefined]);
    const coming = await company.employ(undefined, 10, { givenName: 'Nueva' });
    const { id } = await company.done('hr', 'POST /onboarding/onboardings', { employeeId: coming });
    expect((await order('hr', id)).body.code).toBe('onboarding.not_leaving');
    const employee = await records.getOrThrow(Employees, employeeId);
    await records.commit([update(Employees, employee, { ...employee, erasedOn: today })]);
    expect((await order('owner')).body.code).toBe('employee.erased');
    expect((await get('owner')).body.code).toBe('evidence-pack.not_found');
  });
});
