import { enterMember } from '../../infra/tools/local/members.ts';
import { addMonths } from '../../shared/kernel/date.ts';
import { BANK_IBAN } from './bank-samples.ts';
import { eventually } from './cloud.ts';
import { developedPerson } from './developed-people.ts';
import { newUser, send, type Tenant } from './http.ts';
import { eur } from './receivables.ts';
import { done, type Post } from './trading-company.ts';

/** The month whose pay the run of {@link peopleThings} works out. */
export const PAID_MONTH = '2026-10';

/** Somebody who works here, with what is decided about them, and a pay run that waits for its approvals. */
export async function peopleThings(company: Tenant, post: Post) {
  const emp = await employee(company, post);
  const lvr = (await post('/time/leave', { employeeId: emp, kind: 'holiday', from: '2026-12-28', to: '2026-12-30' })).id;
  const emd = (await post(`/people/employees/${emp}/documents`, { type: 'identity', number: '12345678Z', expiresOn: '2030-01-31' })).id;
  const worked = { employeeId: emp, entry: { kind: 'in', at: '2026-11-24T08:00:00Z' }, reason: 'Olvidó fichar' };
  const clc = (await post('/time/corrections', worked)).id;
  const sdl = (await post('/time/deadlines', { employeeId: emp, kind: 'permit', on: '2027-06-30' })).id;
  const bonus = { variable: [{ kind: 'bonus', text: 'Objetivos', amount: eur('100.00') }] };
  await done(send(`PUT /payroll/employees/${emp}/inputs/${PAID_MONTH}`, { token: company.tokens.owner, body: bonus }));
  const eqp = (await post('/equipment', { type: 'laptop', name: 'Portátil', number: 'LT-0042' })).id;
  const joining = await onboarding(post, emp);
  const developed = await developedPerson(post, emp);
  const row = { group: 'Ventas', annual: eur('18000.00') };
  const published = { source: 'BOP 12/03/2026', from: '2026-01-01', rows: [row] };
  const slt = (await post('/payroll/salary-tables', { name: 'Comercio', code: '36000000000000', ...published })).id;
  const ppy = await payrollPayment(company, post);
  return { emp, eqp, lvr, emd, clc, sdl, ...joining, ...developed, slt, ppy, pyn: await payrollRun(company, post) };
}

/** A template, and somebody who comes by it. */
async function onboarding(post: Post, employeeId: string) {
  const otp = (await post('/onboarding/templates', { name: 'Tienda', flow: 'joining', tasks: [] })).id;
  const { id: onb, tasks } = await post('/onboarding/onboardings', { employeeId, templateId: otp });
  return { otp, onb, otk: tasks[0].id, ...(await hiring(post)) };
}

/** A vacancy, and somebody who applies for it. */
async function hiring(post: Post) {
  const vac = (await post('/recruiting/vacancies', { title: 'Tienda', budget: eur('19000.00') })).id;
  await post(`/recruiting/vacancies/${vac}/approval`, {});
  const person = { givenName: 'Iria', familyName: 'Luna', email: 'iria@example.com' };
  const apl = (await post('/recruiting/applications', { vacancyId: vac, ...person })).id;
  await post(`/recruiting/applications/${apl}/interviews`, {
    at: '2099-01-15T10:00:00Z',
    minutes: 30,
    place: 'Sala 2',
    with: ['ana@example.com'],
  });
  return { vac, apl };
}

/** Somebody who works here, with personal data and pay. */
async function employee({ tokens }: Tenant, post: Post): Promise<string> {
  const { id } = await post('/people/employees', { givenName: 'Lucía', familyName: 'Vega', startDate: '2026-01-01', position: 'Ventas' });
  const personal = { taxId: '12345678Z', birthDate: '1990-05-04', family: [] };
  await done(send(`PUT /people/employees/${id}/personal`, { token: tokens.owner, body: personal }));
  await post(`/payroll/employees/${id}/terms`, {
    ...{ from: '2026-01-01', group: '7', contract: 'indefinite', annual: eur('24000.00'), extraMonths: [6, 12] },
    ...{ accrual: 'half-year', accident: { percent: '1.50', source: 'TGSS' } },
  });
  return id;
}

/** Wages of the month before, which three people let go, and their payment, which waits for its approval. */
async function payrollPayment({ name, tokens }: Tenant, post: Post): Promise<string> {
  const second = await newUser(name, ['payroll']);
  await enterMember(name, emailIn(second), ['payroll']);
  const { id } = await post('/payroll/runs', { month: addMonths(PAID_MONTH, -1), iban: BANK_IBAN });
  const state = async () => (await done(send(`GET /payroll/runs/${id}`, { token: tokens.owner }))).state;
  await eventually('the run of the month before', async () => (await state()) === 'proposed', 120);
  for (const token of [tokens.payroll, second]) await done(send(`POST /payroll/runs/${id}/approval`, { token }));
  await eventually('the wages in the books', async () => (await state()) === 'posted', 120);
  return (await post('/payroll/payments', { what: 'wages', runId: id })).id;
}

const emailIn = (token: string): string => JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString()).email;

/** A pay run that waits for its approvals: its slips are there. */
async function payrollRun({ tokens }: Tenant, post: Post): Promise<string> {
  const { id } = await post('/payroll/runs', { month: PAID_MONTH, iban: BANK_IBAN });
  const state = async () => (await done(send(`GET /payroll/runs/${id}`, { token: tokens.owner }))).state;
  await eventually('the run', async () => (await state()) === 'proposed', 120);
  return id;
}
