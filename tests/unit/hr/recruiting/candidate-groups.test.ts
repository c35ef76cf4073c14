import { createHmac } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { handler as jobs } from '../../../../functions/hr/jobs/uploads.ts';
import { leavingChanges } from '../../../../functions/hr/recruiting/other-applications.ts';
import { Applications } from '../../../../shared/domain/hr/recruiting/application.ts';
import { CandidateFiles, Candidates, candidateFileId } from '../../../../shared/domain/hr/recruiting/candidate.ts';
import { Vacancies } from '../../../../shared/domain/hr/recruiting/vacancy.ts';
import { addDays } from '../../../../shared/kernel/date.ts';
import { update } from '../../../../shared/kernel/record.ts';
import { call } from '../../../support/call.ts';
import { type HiringCompany, hiringCompany, today } from '../../../support/hiring.ts';
import { useMemoryTable } from '../../../support/memory-table.ts';

useMemoryTable({ lists: true, openWork: true });
let company: HiringCompany;
beforeAll(async () => {
  company = await hiringCompany();
});

const eur = (amount: string) => ({ amount, currency: 'EUR' });
const opened = async (title: string, published = true): Promise<string> => {
  const { id } = await company.done('hr', 'POST /recruiting/vacancies', { title, budget: eur('24000.00') });
  await company.done('hr2', `POST /recruiting/vacancies/${id}/approval`);
  if (published) await company.done('hr', `PUT /recruiting/vacancies/${id}/publication`, { published: true });
  return id;
};
const get = (id: string, by = 'hr') => company.done(by, `GET /recruiting/applications/${id}`);
const merge = (id: string, applicationId: string) => company.done('hr', `POST /recruiting/applications/${id}/merger`, { applicationId });
const split = (id: string) => company.done('hr', `POST /recruiting/applications/${id}/split`);
const enter = (vacancyId: string, name: string) =>
  company.done('hr', 'POST /recruiting/applications', { vacancyId, givenName: name, familyName: 'Luna', email: `${name}@example.com` });
/** Somebody applies on the public page, as the form takes it. */
async function apply(vacancyId: string, name: string, more: object = {}) {
  const { published } = await company.records.getOrThrow(Vacancies, vacancyId);
  const openedAt = String(Date.now() - 5000);
  const seal = createHmac('sha256', published?.key ?? '')
    .update(`${vacancyId}.${openedAt}`)
    .digest('base64url');
  const told = { givenName: name, familyName: 'Luna', email: `${name}@example.com`, language: 'es', consent: true };
  const body = { form: `${openedAt}.${seal}`, ...told, ...more };
  const path = `/jobs/${company.tenant}/${vacancyId}/applications`;
  const { status } = await call(jobs, `POST ${path}`, 'POST /jobs/{company}/{vacancyId}/applications', { tenant: company.tenant, body });
  expect(status).toBe(200);
  const { items } = await company.done('hr', 'GET /recruiting/applications', undefined, { query: { vacancy: vacancyId } });
  return items[0];
}
const ids = (rows: readonly { id: string }[]) => rows.map(({ id }) => id);

describe('who applies from outside by an address that is known', () => {
  it('keeps nobody for longer, changes nothing of them, and has a day of their own', async () => {
    const [shop, office] = [await opened('Tienda'), await opened('Oficina')];
    const first = await apply(shop, 'irene');
    const { records } = company;
    const before = await records.getOrThrow(Candidates, first.candidateId);
    // They applied eleven months ago.
    const keepUntil = addDays(today, 30);
    await records.commit([update(Candidates, before, { ...before, keepUntil })]);
    const second = await apply(office, 'irene', { phone: '600 000 001' });
    expect(second.candidateId).not.toBe(first.candidateId);
    expect(await records.getOrThrow(Candidates, first.candidateId)).toMatchObject({ keepUntil, applicationIds: [first.id] });
    expect((await records.getOrThrow(CandidateFiles, candidateFileId(first.candidateId))).phone).toBeUndefined();
    const seen = await get(second.id);
    expect([seen.phone, seen.keepUntil > keepUntil, ids(seen.sameAddress), seen.others, seen.merged]).toEqual([
      ...['600 000 001', true, [first.id], []],
      false,
    ]);
    // Whom the company enters itself is the same person, for as long as they agreed anew.
    const third = await enter(await opened('Almacén'), 'irene');
    expect(third.candidateId).toBe(first.candidateId);
    expect(third.keepUntil > keepUntil).toBe(true);
  });
});

describe('a merger', () => {
  it('shows both together, keeps what is of each, and is undone', async () => {
    const [one, two] = [await enter(await opened('Uno'), 'bea'), await enter(await opened('Dos'), 'beatriz')];
    expect(await merge(one.id, two.id)).toMatchObject({ merged: true, others: [{ id: two.id, candidateName: 'beatriz Luna' }] });
    const other = await get(two.id);
    expect([ids(other.others), other.email, other.candidateName]).toEqual([[one.id], 'beatriz@example.com', 'beatriz Luna']);
    expect(await company.refused('hr', `POST /recruiting/applications/${two.id}/merger`, { applicationId: one.id })).toEqual([
      ...[422, 'candidate.same'],
    ]);
    expect((await split(two.id)).merged).toBe(false);
    expect(await get(one.id)).toMatchObject({ merged: false, others: [], email: 'bea@example.com' });
    expect(await company.refused('hr', `POST /recruiting/applications/${one.id}/split`)).toEqual([422, 'candidate.not_merged']);
    expect(await company.refused('lead', `POST /recruiting/applications/${one.id}/split`)).toEqual([403, 'role.not_allowed']);
  });

  it('takes in all of both, and who is taken out leaves the others together', async () => {
    const made = await Promise.all(['ada', 'ade', 'adi', 'ado'].map(async (name) => enter(await opened(name), name)));
    const [a, b, c, d] = made.map(({ id }) => id) as [string, string, string, string];
    await merge(a, b);
    await merge(c, d);
    expect(ids((await merge(a, c)).others).toSorted()).toEqual([b, c, d].toSorted());
    // The one into whom the others were merged goes: the rest stays one person.
    await split(a);
    expect((await get(a)).others).toEqual([]);
    expect(ids((await get(d)).others).toSorted()).toEqual([b, c].toSorted());
    // And so it does as one of them is erased.
    const gone = await company.records.getOrThrow(Candidates, (await get(b)).candidateId);
    await company.records.commit(await leavingChanges(company.records, gone));
    expect(ids((await get(d)).others)).toEqual([c]);
  });

  it('stands once somebody of them was hired', async () => {
    const [one, two] = [await enter(await opened('Tres'), 'carla'), await enter(await opened('Cuatro'), 'carlota')];
    await merge(one.id, two.id);
    for (const stage of ['offer', 'accepted', 'hired'] as const) {
      const now = await company.records.getOrThrow(Applications, two.id);
      await company.records.commit([update(Applications, now, { ...now, stage })]);
    }
    expect(await company.refused('hr', `POST /recruiting/applications/${one.id}/split`)).toEqual([422, 'candidate.hired']);
  });
});

it('lists what is published without reading what is not', async () => {
  const fresh = await hiringCompany();
  const made = async (title: string) => {
    const { id } = await fresh.done('hr', 'POST /recruiting/vacancies', { title, budget: eur('24000.00') });
    await fresh.done('hr2', `POST /recruiting/vacancies/${id}/approval`);
    return id;
  };
  const [b, a, hidden] = [await made('Zapatería'), await made('Álamo'), await made('Oculta')];
  const publish = (id: string, published: boolean) => fresh.done('hr', `PUT /recruiting/vacancies/${id}/publication`, { published });
  for (const id of [b, a, hidden]) await publish(id, true);
  await publish(hidden, false);
  const list = async () => (await call(jobs, `GET /jobs/${fresh.tenant}`, 'GET /jobs/{company}', { tenant: fresh.tenant })).body;
  expect((await list()).items.map(({ title }: { title: string }) => title)).toEqual(['Álamo', 'Zapatería']);
  await fresh.done('hr', `POST /recruiting/vacancies/${a}/closing`);
  expect(ids((await list()).items)).toEqual([b]);
});
