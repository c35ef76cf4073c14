import { beforeAll, describe, expect, it } from 'vitest';
import { handler as offers } from '../../../functions/hr/offers/commands.ts';
import { handler as erase } from '../../../functions/hr/recruiting/erase-candidates.event.ts';
import { followApplication } from '../../../functions/hr/recruiting/follow-applications.event.ts';
import { handler as sendRefusals } from '../../../functions/hr/recruiting/send-refusals.event.ts';
import { EmploymentTermsOf, employmentTermsId } from '../../../shared/domain/hr/payroll/employment-terms.ts';
import { Employees } from '../../../shared/domain/hr/people/employee.ts';
import { Applications } from '../../../shared/domain/hr/recruiting/application.ts';
import { CandidateFiles, Candidates, candidateFileId } from '../../../shared/domain/hr/recruiting/candidate.ts';
import { addDays } from '../../../shared/kernel/date.ts';
import { PersonKeys, personKeyId } from '../../../shared/kernel/person-key.ts';
import { update } from '../../../shared/kernel/record.ts';
import { call } from '../../support/call.ts';
import { type HiringCompany, hiringCompany, today } from '../../support/hiring.ts';

let company: HiringCompany;
beforeAll(async () => {
  company = await hiringCompany();
});

const eur = (amount: string) => ({ amount, currency: 'EUR' });
const vacancy = { title: 'Dependienta', workplace: 'Vigo', budget: eur('19000.00') };
const approval = (id: string) => `POST /recruiting/vacancies/${id}/approval`;
const closing = (id: string) => `POST /recruiting/vacancies/${id}/closing`;
const stage = (id: string) => `POST /recruiting/applications/${id}/stage`;
const interviews = (id: string) => `POST /recruiting/applications/${id}/interviews`;
const interviewFile = (id: string, no: number) => `GET /recruiting/applications/${id}/interviews/${no}`;
const scorecards = (id: string) => `POST /recruiting/applications/${id}/scorecards`;
const refusal = (id: string) => `POST /recruiting/applications/${id}/refusal`;
const reopening = (id: string) => `POST /recruiting/applications/${id}/reopening`;
const offer = (id: string) => `POST /recruiting/applications/${id}/offer`;
const hiring = (id: string) => `POST /recruiting/applications/${id}/hiring`;
const withdrawal = (id: string) => `POST /recruiting/applications/${id}/offer/withdrawal`;
const application = (id: string) => `GET /recruiting/applications/${id}`;

const opened = async (more: object = {}) => {
  const { id } = await company.done('hr', 'POST /recruiting/vacancies', { ...vacancy, ...more });
  return company.done('hr2', approval(id));
};
const person = (name: string) => ({ givenName: name, familyName: 'Luna', email: `${name.toLowerCase()}@example.com` });
const applied = async (name: string, vacancyId: string) =>
  company.done('hr', 'POST /recruiting/applications', { vacancyId, ...person(name) });

/** What follows an application has its turn: on the deployed stack by the queue. */
const followed = (id: string) => followApplication(company.tenant, id, 'test');
const tomorrow = new Date(Date.now() + 86_400_000).toISOString();

/** The page behind a link, as a browser opens it or sends its form. */
const page = (link: string, answer?: 'yes' | 'no') => {
  const token = link.slice(link.lastIndexOf('/') + 1);
  const method = answer ? 'POST' : 'GET';
  const template = answer ? 'POST /job-offers/{token}' : 'GET /job-offers/{token}';
  return call(offers, `${method} /job-offers/${token}`, template, {
    tenant: company.tenant,
    ...(answer ? { query: { answer } } : {}),
  });
};

describe('a vacancy', () => {
  it('is opened by another than who asked for it, and takes nobody before and after', async () => {
    const made = await company.done('hr', 'POST /recruiting/vacancies', vacancy);
    expect(made).toMatchObject({ state: 'draft', hired: 0, openings: 1 });
    expect(await company.refused('hr', approval(made.id))).toEqual([403, 'vacancy.same_person']);
    expect(await company.refused('hr', 'POST /recruiting/applications', { vacancyId: made.id, ...person('Iria') })).toEqual([
      422,
      'vacancy.state',
    ]);
    expect((await company.done('hr2', approval(made.id))).state).toBe('open');
    expect((await company.done('hr', closing(made.id))).state).toBe('closed');
    expect(await company.refused('clerk', `GET /recruiting/vacancies/${made.id}`)).toEqual([403, 'role.not_allowed']);
    const { items } = await company.done('hr', 'GET /recruiting/vacancies', undefined, { query: { state: 'closed' } });
    expect(items.map(({ id }: { id: string }) => id)).toContain(made.id);
  });
});

describe('an application', () => {
  it('is one of an address for a vacancy, and stands on its board by stage', async () => {
    const { id: vacancyId } = await opened();
    const made = await applied('Uxia', vacancyId);
    expect(made).toMatchObject({ stage: 'received', candidateName: 'Uxia Luna', scored: 0, email: 'uxia@example.com' });
    expect(await company.refused('hr', 'POST /recruiting/applications', { vacancyId, ...person('UXIA') })).toEqual([
      409,
      'application.exists',
    ]);
    const other = await applied('Uxia', (await opened()).id);
    expect(other.candidateId).toBe(made.candidateId);
    await company.done('hr', stage(made.id), { stage: 'interview', from: 'received' });
    expect(await company.refused('hr2', stage(made.id), { stage: 'screening', from: 'received' })).toEqual([409, 'application.moved']);
    const board = await company.done('hr', `GET /recruiting/vacancies/${vacancyId}`);
    expect(board.applications.map((one: { stage: string }) => one.stage)).toEqual(['interview']);
    const { items } = await company.done('hr', 'GET /recruiting/applications', undefined, {
      query: { vacancy: vacancyId, stage: 'interview' },
    });
    expect(items.length).toBe(1);
  });

  it('has interviews as calendars take them, which are moved and cancelled', async () => {
    const made = await applied('Antia', (await opened()).id);
    const body = { at: tomorrow, minutes: 30, place: 'Sala 2', with: ['ana@example.com'] };
    expect(await company.refused('hr', interviews(made.id), { ...body, at: '2026-01-01T09:00:00Z' })).toEqual([400, 'interview.past']);
    await company.done('hr', interviews(made.id), body);
    expect((await company.done('hr', interviewFile(made.id, 1))).text.replaceAll('\r\n ', '')).toMatch(
      /METHOD:REQUEST[\s\S]*ATTENDEE[\s\S]*antia@example.com/,
    );
    await company.done('hr', `PUT /recruiting/applications/${made.id}/interviews/1`, { ...body, place: 'Sala 3' });
    await company.done('hr', `POST /recruiting/applications/${made.id}/interviews/1/cancellation`);
    expect((await company.done('hr', interviewFile(made.id, 1))).text).toMatch(/METHOD:CANCEL[\s\S]*SEQUENCE:2/);
    expect(await company.refused('hr', interviewFile(made.id, 2))).toEqual([404, 'interview.not_found']);
  });

  it('shows the scorecards of others to whom has given theirs', async () => {
    const made = await applied('Brais', (await opened()).id);
    await company.done('hr', scorecards(made.id), { verdict: 'yes', scores: [{ what: 'Trato', score: 4 }] });
    const seen = async (by: string) => (await company.done(by, application(made.id))).scorecards.length;
    expect([await seen('hr'), await seen('hr2')]).toEqual([1, 0]);
    await company.done('hr2', scorecards(made.id), { verdict: 'no' });
    expect(await seen('hr2')).toBe(2);
    expect(await company.refused('hr2', scorecards(made.id), { verdict: 'yes' })).toEqual([422, 'scorecard.given']);
  });

  it('is refused with a reason, told a day later, and taken up again before that', async () => {
    const made = await applied('Roi', (await opened()).id);
    const refused = await company.done('hr', refusal(made.id), { reason: 'Otra candidatura' });
    expect(refused).toMatchObject({ stage: 'refused', refusal: { mail: 'wanted', from: 'received' } });
    expect(await company.refused('hr', stage(made.id), { stage: 'interview' })).toEqual([422, 'application.ended']);
    await sendRefusals(undefined as never, { getRemainingTimeInMillis: () => 900_000 } as never);
    expect((await company.done('hr', reopening(made.id))).stage).toBe('received');
    expect(await company.refused('hr', reopening(made.id))).toEqual([422, 'application.not_refused']);
  });
});

describe('what a manager sees', () => {
  it('is who applies to work under them, and nothing of pay; employees see nothing', async () => {
    const managerId = await company.employ(company.at('lead'), -30, { givenName: 'Lea' });
    const mine = await opened({ managerId });
    const others = await opened();
    const [own, other] = [await applied('Icia', mine.id), await applied('Mara', others.id)];
    await company.done('hr', offer(own.id), { startDate: addDays(today, 20), annual: eur('18500.00') });
    const board = await company.done('lead', `GET /recruiting/vacancies/${mine.id}`);
    expect(board.budget).toBeUndefined();
    expect(board.applications[0].offer.annual).toBeUndefined();
    expect((await company.done('hr', `GET /recruiting/vacancies/${mine.id}`)).budget).toEqual(eur('19000.00'));
    expect(await company.refused('lead', `GET /recruiting/vacancies/${others.id}`)).toEqual([404, 'vacancy.not_found']);
    expect(await company.refused('lead', application(other.id))).toEqual([404, 'application.not_found']);
    expect(await company.refused('lead', scorecards(other.id), { verdict: 'no' })).toEqual([404, 'application.not_found']);
    const { items } = await company.done('lead', 'GET /recruiting/applications');
    expect(items.map(({ id }: { id: string }) => id)).toEqual([own.id]);
    const seen = await company.done('lead', application(own.id));
    expect([seen.email, seen.link]).toEqual(['icia@example.com', undefined]);
    for (const by of ['clerk', 'payroll']) expect(await company.refused(by, application(own.id))).toEqual([403, 'role.not_allowed']);
  });
});

describe('an offer', () => {
  const body = { startDate: addDays(today, 20), annual: eur('18500.00'), trialMonths: 2 };
  const offered = async (name: string, more: object = {}, by = 'hr') => {
    const opening = await opened();
    const made = await applied(name, opening.id);
    const { link } = await company.done(by, offer(made.id), { ...body, ...more });
    return { id: made.id, link, vacancyId: opening.id };
  };

  it('keeps to the budget and the minimum wage, and begins on no day before it', async () => {
    const made = await applied('Sabela', (await opened()).id);
    expect(await company.refused('hr', offer(made.id), { ...body, annual: eur('19000.01') })).toEqual([422, 'offer.over_budget']);
    expect(await company.refused('hr', offer(made.id), { ...body, annual: eur('12000.00') })).toEqual([422, 'offer.below_minimum_wage']);
    expect(await company.refused('hr', offer(made.id), { ...body, startDate: addDays(today, -1) })).toEqual([422, 'offer.date']);
    await company.done('hr', offer(made.id), body);
    expect(await company.refused('hr', offer(made.id), body)).toEqual([422, 'application.offered']);
  });

  it('is accepted once by its link: an employee and their onboarding, with nothing typed twice', async () => {
    const { id, link, vacancyId } = await offered('Noela');
    expect((await page(link)).body).toContain('Le ofrecemos este puesto.');
    expect((await page(`${link.slice(0, -1)}${link.endsWith('A') ? 'B' : 'A'}`)).status).toBe(404);
    expect((await page(link, 'yes')).body).toContain('Ha aceptado la oferta');
    expect((await page(link, 'yes')).status).toBe(200);
    const late = await page(link, 'no');
    expect([late.status, late.body.includes('Su respuesta no se ha registrado')]).toEqual([422, true]);
    await followed(id);
    const { employeeId, stage: at, link: left } = await company.done('hr', application(id));
    expect([at, left]).toEqual(['hired', undefined]);
    const employee = await company.done('hr', `GET /people/employees/${employeeId}`);
    expect(employee).toMatchObject({
      ...{ name: 'Noela Luna', email: 'noela@example.com', startDate: body.startDate, position: 'Dependienta', workplace: 'Vigo' },
    });
    const { items } = await company.done('hr', 'GET /onboarding/onboardings');
    const begun = items.find((one: { employeeId: string }) => one.employeeId === employeeId);
    expect(begun).toMatchObject({ flow: 'joining', date: body.startDate, trialMonths: 2, contract: 'indefinite', state: 'running' });
    expect(await company.done('hr', `GET /recruiting/vacancies/${vacancyId}`)).toMatchObject({ state: 'closed', hired: 1 });
    await followed(id);
    const file = await company.records.getOrThrow(CandidateFiles, candidateFileId((await company.done('hr', application(id))).candidateId));
    expect(file.links).toEqual([]);
  });

  it('sets pay where whoever made it may, and says all that pay takes', async () => {
    const payroll = { group: '7', accident: { percent: '1.50', source: 'TGSS' } };
    const { id, link } = await offered('Antela', { payroll }, 'owner');
    await page(link, 'yes');
    await followed(id);
    const { employeeId } = await company.done('hr', application(id));
    const terms = await company.records.getOrThrow(EmploymentTermsOf, employmentTermsId(employeeId));
    expect(terms.terms).toEqual([
      {
        ...{ from: body.startDate, annual: 1_850_000, contract: 'indefinite', extraMonths: [6, 12], accrual: 'half-year' },
        ...payroll,
      },
    ]);
  });

  it('that could not be carried out by itself says why, and a person carries it out', async () => {
    const managerId = await company.employ(undefined, -30, { givenName: 'Uxío' });
    const opening = await opened({ managerId });
    const made = await applied('Breixo', opening.id);
    expect(await company.refused('hr', hiring(made.id))).toEqual([422, 'application.not_accepted']);
    const { link } = await company.done('hr', offer(made.id), body);
    const { records } = company;
    const manager = await records.getOrThrow(Employees, managerId);
    const left = { ...manager, state: 'left' as const, endDate: today };
    await records.commit([update(Employees, manager, left)]);
    await page(link, 'yes');
    await followed(made.id);
    const stuck = await company.done('hr', application(made.id));
    expect([stuck.stage, stuck.obstacle.code]).toEqual(['accepted', 'employee.manager']);
    const after = await records.getOrThrow(Employees, managerId);
    const { endDate: _, ...back } = after;
    await records.commit([update(Employees, after, { ...back, state: 'active' })]);
    const hired = await company.done('hr', hiring(made.id));
    expect([hired.stage, hired.obstacle]).toEqual(['hired', undefined]);
  });

  it('that is declined or withdrawn is over', async () => {
    const declined = await offered('Xoel');
    expect((await page(declined.link, 'no')).body).toContain('Ha rechazado la oferta');
    expect((await company.done('hr', application(declined.id))).stage).toBe('withdrawn');
    const withdrawn = await offered('Xana');
    expect((await company.done('hr', withdrawal(withdrawn.id))).stage).toBe('screening');
    expect((await page(withdrawn.link, 'yes')).status).toBe(404);
    expect(await company.refused('hr', withdrawal(withdrawn.id))).toEqual([422, 'offer.none']);
  });

  it('that has run out is answered by a page that says whom to ask', async () => {
    const { id, link } = await offered('Xiana');
    const { records } = company;
    const before = await records.getOrThrow(Applications, id);
    const over = { ...(before.offer as NonNullable<typeof before.offer>), expiresAt: '2026-01-01T00:00:00.000Z' };
    await records.commit([update(Applications, before, { ...before, offer: over })]);
    const late = await page(link, 'yes');
    expect([late.status, late.body.includes('mailto:')]).toEqual([422, true]);
    expect((await company.done('hr', application(id))).stage).toBe('offer');
  });
});

it('erases who agreed to be kept until a day that has passed: with their key, their name and what was thought of them', async () => {
  const made = await applied('Olaia', (await opened()).id);
  await company.done('hr', scorecards(made.id), { verdict: 'no', text: 'Llegó tarde' });
  const { records } = company;
  const candidate = await records.getOrThrow(Candidates, made.candidateId);
  await records.commit([update(Candidates, candidate, { ...candidate, keepUntil: addDays(today, -1) })]);
  await erase(undefined as never, { getRemainingTimeInMillis: () => 900_000 } as never);
  const left = await company.done('hr', application(made.id));
  expect(left).toMatchObject({ candidateName: '—', stage: 'withdrawn', scorecards: [] });
  expect(left.email).toBeUndefined();
  expect(await records.get(PersonKeys, personKeyId(made.candidateId))).toBeUndefined();
});
