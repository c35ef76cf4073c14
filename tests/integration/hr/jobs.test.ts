import { beforeAll, describe, expect, it } from 'vitest';
import { handler as jobs } from '../../../functions/hr/jobs/uploads.ts';
import { handler as letters } from '../../../functions/hr/offers/print.ts';
import { Applications } from '../../../shared/domain/hr/recruiting/application.ts';
import { CandidateFiles, Candidates, candidateFileId } from '../../../shared/domain/hr/recruiting/candidate.ts';
import { Attachments } from '../../../shared/domain/platform/notes/attachment.ts';
import { addDays } from '../../../shared/kernel/date.ts';
import { openRecords } from '../../../shared/runtime/open-work.ts';
import { call } from '../../support/call.ts';
import { type HiringCompany, hiringCompany, today } from '../../support/hiring.ts';

let company: HiringCompany;
let vacancyId: string;
const eur = (amount: string) => ({ amount, currency: 'EUR' });
const ask = (route: string, template: string, body?: object) =>
  call(jobs, route, template, { tenant: company.tenant, ...(body ? { body } : {}) });
const getJob = (id = vacancyId) => ask(`GET /jobs/${company.tenant}/${id}`, 'GET /jobs/{company}/{vacancyId}');
const send = (body: object, id = vacancyId) =>
  ask(`POST /jobs/${company.tenant}/${id}/applications`, 'POST /jobs/{company}/{vacancyId}/applications', body);
const publish = (id: string, published: boolean) => company.done('hr', `PUT /recruiting/vacancies/${id}/publication`, { published });

beforeAll(async () => {
  company = await hiringCompany();
  const asked = { title: 'Dependienta', workplace: 'Vigo', budget: eur('19000.00'), description: 'Atender la tienda' };
  vacancyId = (await company.done('hr', 'POST /recruiting/vacancies', asked)).id;
  expect(await company.refused('hr', `PUT /recruiting/vacancies/${vacancyId}/publication`, { published: true })).toEqual([
    422,
    'vacancy.state',
  ]);
  await company.done('hr2', `POST /recruiting/vacancies/${vacancyId}/approval`);
  await publish(vacancyId, true);
});

/** A form as it was opened so many milliseconds ago, sealed by the vacancy. */
async function formOpened(msAgo: number, id = vacancyId): Promise<string> {
  const { createHmac } = await import('node:crypto');
  const { Vacancies } = await import('../../../shared/domain/hr/recruiting/vacancy.ts');
  const { published } = await company.records.getOrThrow(Vacancies, id);
  const openedAt = String(Date.now() - msAgo);
  return `${openedAt}.${createHmac('sha256', published?.key ?? '')
    .update(`${id}.${openedAt}`)
    .digest('base64url')}`;
}
const person = (name: string) => ({
  ...{ givenName: name, familyName: 'Luna', email: `${name.toLowerCase()}@example.com`, language: 'es', consent: true },
});

describe('the public page', () => {
  it('shows what is published, without budget or people, and nothing of another company', async () => {
    const list = await ask(`GET /jobs/${company.tenant}`, 'GET /jobs/{company}');
    expect(list.body.items.map(({ title }: { title: string }) => title)).toEqual(['Dependienta']);
    const { body } = await getJob();
    expect(body).toMatchObject({ title: 'Dependienta', workplace: 'Vigo', description: 'Atender la tienda' });
    expect(JSON.stringify(body)).not.toMatch(/budget|19000|hr@/);
    expect((await ask('GET /jobs/nobody', 'GET /jobs/{company}')).status).toBe(404);
    const hidden = (await company.done('hr', 'POST /recruiting/vacancies', { title: 'Oculta', budget: eur('19000.00') })).id;
    expect([(await getJob(hidden)).status, (await send({ form: await formOpened(5000), ...person('Uxia') }, hidden)).status]).toEqual([
      404, 404,
    ]);
  });
});

describe('an application from outside', () => {
  it('stands on the board with what was agreed to, and a CV in quarantine', async () => {
    const cv = { fileName: 'currículum.pdf', bytes: 1200 };
    const { status, body } = await send({ form: await formOpened(5000), ...person('Irene'), cv });
    expect([status, body.received, body.upload.method]).toEqual([200, true, 'PUT']);
    const { items } = await company.done('hr', 'GET /recruiting/applications');
    const made = items.find((one: { candidateName: string }) => one.candidateName === 'Irene Luna');
    expect(made).toMatchObject({ stage: 'received', source: 'web', vacancyId });
    const file = await company.records.getOrThrow(CandidateFiles, candidateFileId(made.candidateId));
    expect(file.consents).toMatchObject([{ months: 12, by: 'candidate', text: expect.stringContaining('durante 12 meses') }]);
    const files = await Array.fromAsync(openRecords(company.records, Attachments, made.id));
    expect(files).toMatchObject([{ fileName: 'currículum.pdf', state: 'waiting', only: 'papers' }]);
    // Whoever sends it again is answered the same, and changes nothing of who is known.
    const again = await send({ form: await formOpened(5000), ...person('Irene'), familyName: 'Otra' });
    expect(again.body).toEqual({ received: true });
    expect((await company.records.getOrThrow(CandidateFiles, candidateFileId(made.candidateId))).familyName).toBe('Luna');
  });

  it('of who is known, for another job, opens and changes nothing of them, nor keeps them for longer: it is of somebody of their own', async () => {
    const other = (await company.done('hr', 'POST /recruiting/vacancies', { title: 'Encargada', budget: eur('24000.00') })).id;
    await company.done('hr2', `POST /recruiting/vacancies/${other}/approval`);
    await publish(other, true);
    const form = await formOpened(5000, other);
    const first = (await company.done('hr', 'GET /recruiting/applications', undefined, { query: { vacancy: vacancyId } })).items[0];
    const known = await company.records.getOrThrow(Candidates, first.candidateId);
    const answer = await send({ form, ...person('Irene'), familyName: 'Otra' }, other);
    expect(answer.body).toEqual({ received: true });
    const { items } = await company.done('hr', 'GET /recruiting/applications', undefined, { query: { vacancy: other } });
    expect(items.map(({ candidateName }: { candidateName: string }) => candidateName)).toEqual(['Irene Otra']);
    expect(await company.records.getOrThrow(Candidates, first.candidateId)).toEqual(known);
    const { consent } = await company.records.getOrThrow(Applications, items[0].id);
    expect(consent).toMatchObject({ months: 12, by: 'candidate' });
    await publish(other, false);
  });

  it('is refused with a form that is too fresh, too old or of nobody, and with a CV that is no document', async () => {
    const code = async (form: string, more: object = {}) => (await send({ form, ...person('Roi'), ...more })).body.code;
    expect(await code((await getJob()).body.form)).toBe('job_form.too_soon');
    expect(await code(await formOpened(13 * 3_600_000))).toBe('job_form.expired');
    expect(await code(`${Date.now() - 5000}.${'a'.repeat(43)}`)).toBe('job_form.invalid');
    const form = await formOpened(5000);
    expect(await code(form, { consent: false })).toBe('input.invalid');
    expect(await code(form, { cv: { fileName: 'cv.exe', bytes: 10 } })).toBe('input.invalid');
    expect(await code(form, { cv: { fileName: 'cv.pdf', bytes: 25 * 1024 * 1024 } })).toBe('input.invalid');
  });

  it('of a program that fills in what nobody sees is answered and not kept', async () => {
    const { body } = await send({ form: await formOpened(5000), ...person('Bot'), website: 'https://spam.example' });
    expect(body).toEqual({ received: true });
    const { items } = await company.done('hr', 'GET /recruiting/applications', undefined, { query: { q: 'Bot' } });
    expect(items).toEqual([]);
  });

  it('is taken ten times an hour from one network address', async () => {
    const form = await formOpened(5000);
    const codes: (string | undefined)[] = [];
    for (let i = 0; i < 11; i += 1) codes.push((await send({ form, ...person(`Many${i}`), website: 'x' })).body.code);
    expect(codes.at(-1)).toBe('jobs.too_many');
  });

  it('is taken no more once the vacancy is off the page', async () => {
    const form = await formOpened(5000);
    await publish(vacancyId, false);
    // Nobody finds out by it who works here: a company without jobs is told as one that there is not.
    const nobody = await ask('GET /jobs/nobody', 'GET /jobs/{company}');
    const nothing = await ask(`GET /jobs/${company.tenant}`, 'GET /jobs/{company}');
    expect([nothing.status, nothing.body.code, nothing.body.detail]).toEqual([404, nobody.body.code, nobody.body.detail]);
    expect((await send({ form, ...person('Tarde') })).body.code).toBe('job.not_found');
    await publish(vacancyId, true);
  });
});

it('an offer is a letter behind its link', async () => {
  const { id } = await company.done('hr', 'POST /recruiting/applications', {
    ...{ vacancyId, givenName: 'Sabela', familyName: 'Luna', email: 'sabela@example.com' },
  });
  const { link } = await company.done('hr', `POST /recruiting/applications/${id}/offer`, {
    ...{ startDate: addDays(today, 20), annual: eur('18500.00') },
  });
  const token = link.slice(link.lastIndexOf('/') + 1);
  const letter = await call(letters, `GET /job-offers/${token}/letter`, 'GET /job-offers/{token}/letter', { tenant: company.tenant });
  expect(Buffer.from(letter.body, 'base64').subarray(0, 5).toString()).toBe('%PDF-');
}, 60_000);
