import { beforeAll, describe, expect, it } from 'vitest';
import { exemptionEnds } from '../../../shared/domain/hr/onboarding/settlement-record.ts';
import { Employees } from '../../../shared/domain/hr/people/employee.ts';
import { addDays } from '../../../shared/kernel/date.ts';
import { update } from '../../../shared/kernel/record.ts';
import { type HiringCompany, hiringCompany, PERSONAL, termsFrom, today } from '../../support/hiring.ts';

let company: HiringCompany;
let lead: string;
let clerk: string;

beforeAll(async () => {
  company = await hiringCompany();
  lead = await company.employ(company.at('lead'), -900, { givenName: 'Lidia' });
  clerk = await company.employ(company.at('clerk'), -800, { givenName: 'Clara', managerId: lead });
});

const begin = async (inDays: number, more: object = {}, started: object = {}) => {
  const employeeId = await company.employ(undefined, inDays, { managerId: lead, ...more });
  return company.done('hr', 'POST /onboarding/onboardings', { employeeId, ...started });
};
const complete = (by: string, id: string, body: object = {}) => company.ask(by, `POST /onboarding/tasks/${id}/completion`, body);
const task = (onboarding: { tasks: { key: string; id: string }[] }, key: string) =>
  onboarding.tasks.find((one) => one.key === key)?.id ?? '';

const waiver = (id: string) => `POST /onboarding/tasks/${id}/waiver`;
const owner = (id: string) => `POST /onboarding/tasks/${id}/owner`;
const settlement = (id: string) => `GET /onboarding/onboardings/${id}/settlement`;

describe('an onboarding', () => {
  it('has the duties of the law with their norms, and no access for whom has no address', async () => {
    const made = await begin(10, {}, { contract: 'temporary', trialMonths: 1 });
    expect(made).toMatchObject({ flow: 'joining', state: 'running', date: addDays(today, 10), late: false });
    const keys = made.tasks.map(({ key }: { key: string }) => key).sort();
    expect(keys).toEqual(
      [
        'affiliation',
        'bank-account',
        'basic-copy',
        'contract',
        'first-day',
        'form-145',
        'policies',
        'prevention',
        'sign-contract',
        'trial',
        'workplace',
      ].sort(),
    );
    const affiliation = made.tasks.find(({ key }: { key: string }) => key === 'affiliation');
    expect(affiliation).toMatchObject({ due: addDays(today, 9), norm: 'RD 84/1996 art. 32', owner: 'role:hr', evidence: 'text' });
    expect(await company.refused('hr', 'POST /onboarding/onboardings', { employeeId: made.employeeId })).toEqual([
      422,
      'onboarding.running',
    ]);
  });

  it('is late, on the list and for whoever looks for it, once a duty has passed', async () => {
    const made = await begin(0, { familyName: 'Tardía' });
    expect(made.late).toBe(true);
    const list = await company.done('hr', 'GET /onboarding/onboardings', undefined, { query: { late: 'true' } });
    expect(list.items.map(({ id }: { id: string }) => id)).toContain(made.id);
  });

  it('is shown to whom it is about, to whoever leads them and to HR; to others it is not there', async () => {
    const made = await begin(10);
    const get = (by: string) => company.ask(by, `GET /onboarding/onboardings/${made.id}`).then(({ status }) => status);
    expect([await get('hr'), await get('lead'), await get('clerk')]).toEqual([200, 200, 404]);
    const seen = await company.done('clerk', 'GET /onboarding/onboardings');
    expect(seen.items).toEqual([]);
  });

  it('gives each their tasks: a manager theirs, HR those of their role', async () => {
    const made = await begin(10);
    const mine = (by: string) => company.done(by, 'GET /onboarding/tasks').then(({ items }) => items.map(({ id }: { id: string }) => id));
    expect(await mine('lead')).toContain(task(made, 'first-day'));
    expect(await mine('lead')).not.toContain(task(made, 'affiliation'));
    expect(await mine('hr')).toContain(task(made, 'affiliation'));
    const given = await company.done('hr', owner(task(made, 'affiliation')), { employeeId: clerk });
    expect(given.owner).toBe(clerk);
    expect((await complete('clerk', task(made, 'affiliation'), { text: 'RED 1' })).body).toMatchObject({ state: 'done', text: 'RED 1' });
    expect((await complete('clerk', task(made, 'prevention'), { text: 'x' })).status).toBe(404);
    expect((await complete('lead', task(made, 'prevention'), { text: 'x' })).body.code).toBe('onboarding_task.not_yours');
  });

  it('wants its evidence, and takes no document that is none of its own', async () => {
    const made = await begin(10);
    expect((await complete('hr', task(made, 'affiliation'))).body.code).toBe('onboarding_task.evidence');
    const other = { attachmentId: 'att_01JDG8ZK5T7QWERTY2MNPQRSTV' };
    expect((await complete('hr', task(made, 'sign-contract'), other)).body.code).toBe('onboarding_task.evidence');
    const waived = await company.done('hr', waiver(task(made, 'basic-copy')), { reason: 'Sin representantes' });
    expect(waived).toMatchObject({ state: 'waived', reason: 'Sin representantes' });
    expect((await complete('hr', task(made, 'basic-copy'))).body.code).toBe('onboarding_task.state');
  });

  it('registers nobody more than sixty days ahead', async () => {
    const made = await begin(90);
    expect((await complete('hr', task(made, 'affiliation'), { text: 'RED' })).body.code).toBe('onboarding_task.too_early');
  });

  it('registers a bank account after a second pair of eyes, never one’s own', async () => {
    const made = await begin(10);
    const id = task(made, 'bank-account');
    const iban = { iban: 'ES91 2100 0418 4502 0005 1332' };
    expect((await complete('hr', id, iban)).body.code).toBe('personal-file.not_found');
    await company.done('hr', `PUT /people/employees/${made.employeeId}/personal`, { ...PERSONAL, taxId: '11111111H' });
    expect((await complete('hr', id, { iban: 'ES9121000418450200051333' })).status).toBe(400);
    expect((await complete('hr', id, iban)).body).toMatchObject({ state: 'checking' });
    expect(await company.refused('hr', `POST /onboarding/tasks/${id}/confirmation`)).toEqual([403, 'onboarding_task.same_person']);
    const before = await company.done('hr', `GET /people/employees/${made.employeeId}/personal`);
    expect(before.iban).toBeUndefined();
    expect((await company.done('hr2', `POST /onboarding/tasks/${id}/confirmation`)).state).toBe('done');
    expect((await company.done('hr', `GET /people/employees/${made.employeeId}/personal`)).iban).toBe('ES9121000418450200051332');
  });

  it('moves what is not done with the first day, and what is earned from it', async () => {
    const made = await begin(10);
    await company.done('payroll', `POST /payroll/employees/${made.employeeId}/terms`, termsFrom(addDays(today, 10)));
    await complete('hr', task(made, 'affiliation'), { text: 'RED' });
    const moved = await company.done('hr', `POST /onboarding/onboardings/${made.id}/date`, { date: addDays(today, 17) });
    const due = (key: string) => moved.tasks.find((one: { key: string }) => one.key === key).due;
    expect([due('affiliation'), due('prevention'), due('first-day')]).toEqual([addDays(today, 9), addDays(today, 17), addDays(today, 17)]);
    const employee = await company.done('hr', `GET /people/employees/${made.employeeId}`);
    expect([employee.startDate, employee.assignments[0].from]).toEqual([addDays(today, 17), addDays(today, 17)]);
  });

  it('prepares what the offices ask for, and says what is missing', async () => {
    const made = await begin(10, {}, { contract: 'indefinite' });
    await company.done('hr', `PUT /people/employees/${made.employeeId}/personal`, { ...PERSONAL, taxId: '22222222J' });
    const { items, csv } = await company.done('hr', `GET /onboarding/onboardings/${made.id}/filings`);
    expect(items.map(({ office, what }: { office: string; what: string }) => `${office} ${what}`)).toEqual([
      'TGSS affiliation',
      'SEPE contract',
    ]);
    expect(items[0].fields).toContainEqual({ name: 'NIF o NIE', value: '22222222J' });
    expect(items[0].missing).toContain('Código de cuenta de cotización');
    expect(csv).toContain('SEPE;contract;Tipo de contrato;Indefinido');
    expect((await company.ask('lead', `GET /onboarding/onboardings/${made.id}/filings`)).status).toBe(404);
  });

  it('is withdrawn before the first day alone', async () => {
    const begun = await begin(-3);
    expect(await company.refused('hr', `POST /onboarding/onboardings/${begun.id}/withdrawal`, { reason: 'x' })).toEqual([
      422,
      'onboarding.begun',
    ]);
  });
});

it('templates say what else is to be done, and the one that fits is taken', async () => {
  const tasks = [
    { key: 'botas', title: 'Entregar botas', owner: 'manager', due: { days: -1, unit: 'workdays' }, undo: 'Recoger botas' },
    { key: 'carretilla', title: 'Curso de carretilla', owner: 'role:hr', due: { days: 5, unit: 'days' }, after: ['botas'] },
  ];
  const body = { name: 'Almacén', flow: 'joining', position: 'Moza de almacén', tasks };
  const template = await company.done('hr', 'POST /onboarding/templates', body);
  expect(await company.refused('hr', 'POST /onboarding/templates', { ...body, tasks: [...tasks].reverse() })).toEqual([
    400,
    'onboarding_template.after',
  ]);
  const made = await begin(10, { position: 'Moza de almacén' });
  expect([made.templateName, made.tasks.length]).toEqual(['Almacén', 7]);
  expect((await complete('hr', task(made, 'carretilla'))).body.code).toBe('onboarding_task.waits');
  await complete('lead', task(made, 'botas'));
  expect((await complete('hr', task(made, 'carretilla'))).body.state).toBe('done');
  const put = await company.done('hr', `PUT /onboarding/templates/${template.id}`, {
    name: 'Almacén y tienda',
    flow: 'joining',
    tasks: [],
  });
  expect([put.position, put.tasks]).toEqual([undefined, []]);
  expect(await company.done('hr', `GET /onboarding/templates/${template.id}`)).toEqual(put);
  const { items } = await company.done('hr', 'GET /onboarding/templates');
  expect(items.map(({ name }: { name: string }) => name)).toEqual(['Almacén y tienda']);
});

describe('a leaving', () => {
  const leave = async (more: object = {}) => {
    const employeeId = await company.employ(undefined, -1000, { familyName: 'Saliente' });
    await company.done('payroll', `POST /payroll/employees/${employeeId}/terms`, termsFrom(addDays(today, -1000)));
    return company.done('hr', 'POST /onboarding/offboardings', { employeeId, lastDay: addDays(today, 20), cause: 'objective', ...more });
  };

  it('ends with the last day in the company’s time zone, and its notice is due fifteen days before', async () => {
    const made = await leave();
    const midnight = new Date(made.accessEndsAt);
    expect(new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Madrid', dateStyle: 'short', timeStyle: 'short' }).format(midnight)).toBe(
      `${addDays(today, 21)} 00:00`,
    );
    expect(made.tasks.find(({ key }: { key: string }) => key === 'notice').due).toBe(addDays(today, 5));
    expect((await company.done('hr', `GET /people/employees/${made.employeeId}`)).endDate).toBe(addDays(today, 20));
    expect(
      await company.refused('hr', 'POST /onboarding/offboardings', { employeeId: lead, lastDay: '2020-01-01', cause: 'trial' }),
    ).toEqual([400, 'onboarding.before_start']);
  });

  it('is settled by payroll with what is worked out, once; HR sees no pay; a return within three years is warned of', async () => {
    const made = await leave();
    await company.done('hr', `PUT /people/employees/${made.employeeId}/personal`, { ...PERSONAL, taxId: '33333333P' });
    const route = `/onboarding/onboardings/${made.id}/settlement`;
    expect(await company.refused('hr', `POST ${route}`, {})).toEqual([403, 'role.not_allowed']);
    const settled = await company.done('payroll', `POST ${route}`, { taken: '10' });
    // 1,020 days: 34 started months, 20 × 34 / 12 days of 24,000 / 365.
    expect(settled.figures).toMatchObject({
      cause: 'objective',
      severanceDays: '56.6667',
      severance: { amount: '3726.03', currency: 'EUR' },
    });
    expect(await company.refused('payroll', `POST ${route}`, {})).toEqual([409, 'settlement.exists']);
    expect((await company.ask('hr', settlement(made.id))).status).toBe(404);
    expect((await company.done('payroll', settlement(made.id))).figures.severance.amount).toBe('3726.03');
    expect((await company.taskOf(made.id, 'settlement')).state).toBe('done');
    const left = await company.records.getOrThrow(Employees, made.employeeId);
    await company.records.commit([update(Employees, left, { ...left, state: 'left' })]);
    const back = await begin(30);
    await company.done('hr', `PUT /people/employees/${back.employeeId}/personal`, { ...PERSONAL, taxId: '33333333P' });
    const ended = addDays(today, 20);
    expect((await company.get(back.id)).severance).toEqual({ date: ended, until: exemptionEnds(ended) });
  });
});
