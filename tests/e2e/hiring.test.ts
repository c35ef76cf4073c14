import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { beforeAll, expect } from 'vitest';
import { enterMember } from '../../infra/tools/local/members.ts';
import { addDays } from '../../shared/kernel/date.ts';
import { BANK_IBAN } from '../support/bank-samples.ts';
import { axeViolations, signIn, test, type Visit } from '../support/browser.ts';
import { eventually } from '../support/cloud.ts';
import { deployed, newUser, send, type Tenant } from '../support/http.ts';
import { done, foundCompany } from '../support/trading-company.ts';

let company: Tenant;
let vacancyId: string;
const today = new Date().toISOString().slice(0, 10);
const ask = (route: string, body?: object) => done(send(route, { token: company.tokens.owner, ...(body ? { body } : {}) }));

beforeAll(async () => {
  company = await foundCompany();
  const description = 'Atender a los clientes de la tienda.';
  const budget = { amount: '25000.00', currency: 'EUR' };
  vacancyId = (await ask('POST /recruiting/vacancies', { title: 'Dependienta', workplace: 'Vigo', budget, description })).id;
  await ask(`POST /recruiting/vacancies/${vacancyId}/approval`, {});
  await ask(`PUT /recruiting/vacancies/${vacancyId}/publication`, { published: true });
}, 120_000);

type Person = { readonly email: string; readonly password: string };
const scored = async ({ page }: Visit, verdict: 'yes' | 'doubt', text: string) => {
  const dialog = page.getByRole('dialog');
  await page.getByRole('button', { name: 'Valorar', exact: true }).click();
  await dialog.getByLabel('Veredicto').selectOption(verdict);
  await dialog.getByLabel('Conocimientos').selectOption('4');
  await dialog.getByLabel('Comentario').fill(text);
  await dialog.getByRole('button', { name: 'Guardar', exact: true }).click();
  await dialog.waitFor({ state: 'detached' });
  await page.getByRole('region', { name: 'Valoraciones' }).getByText(text).waitFor();
};

/** An interview with its file for calendars; two say what they think, and the second reads the first only after that. */
async function interviewed(office: Visit, other: Visit, who: Person): Promise<void> {
  const { page } = office;
  const dialog = page.getByRole('dialog');
  await page.getByRole('button', { name: 'Planificar entrevista' }).click();
  await dialog.getByLabel('Fecha').fill(addDays(today, 7).split('-').toReversed().join('/'));
  await dialog.getByLabel('Lugar o enlace').fill('Sala 2, planta 1');
  await dialog.getByRole('textbox', { name: 'Con', exact: true }).fill(who.email);
  await dialog.getByRole('button', { name: 'Guardar', exact: true }).click();
  await dialog.waitFor({ state: 'detached' });
  const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: /^\.ics/ }).click()]);
  const calendar = await readFile(await file.path(), 'utf8');
  expect(calendar).toContain('LOCATION:Sala 2\\, planta 1\r\n');
  expect(calendar.replaceAll('\r\n ', '')).toContain(`mailto:${who.email}`);
  await scored(office, 'yes', 'Sabe tratar al cliente.');
  expect(await axeViolations(page)).toEqual([]);
  await office.screenshot('application-interviewed');

  await signIn(other.page, who);
  await other.page.getByRole('region', { name: 'Valoraciones' }).waitFor();
  expect(await other.page.getByText('Sabe tratar al cliente.').count()).toBe(0);
  await scored(other, 'doubt', 'Le falta inglés.');
  await other.page.getByText('Sabe tratar al cliente.').waitFor();
}

test('somebody applies without signing in, is offered the job, accepts by the link, and works here', { timeout: 240_000 }, async ({
  visit,
}) => {
  const { page, screenshot } = await visit({ path: `/jobs/${company.name}`, width: 390 });
  await page.getByRole('link', { name: 'Dependienta' }).click();
  await page.getByRole('heading', { name: 'Presentar candidatura' }).waitFor();
  const opened = Date.now();
  expect(await axeViolations(page)).toEqual([]);
  await screenshot('job-public-phone');
  await page.getByRole('button', { name: 'Enviar candidatura' }).click();
  await page.getByText('Rellene este campo.').first().waitFor();
  await page.getByLabel('Nombre').fill('Irene');
  await page.getByLabel('Apellidos').fill('Luna Ferrer');
  await page.getByLabel('Correo electrónico').fill('irene@example.com');
  await page.setInputFiles('input[type=file]', { name: 'cv.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7\n%%EOF\n') });
  await page.getByRole('checkbox').check();
  // Forms are taken three seconds after they were opened.
  await expect.poll(() => Date.now() - opened > 3500, { timeout: 10_000 }).toBe(true);
  await page.getByRole('button', { name: 'Enviar candidatura' }).click();
  await page.getByText('Hemos recibido su candidatura').waitFor();
  await page.getByRole('button', { name: 'English' }).click();
  await page.getByText('We have received your application').waitFor();

  const office = await visit({ path: `/people/vacancies/${vacancyId}` });
  await signIn(office.page, company.people.owner);
  await office.page.getByRole('link', { name: 'Irene Luna Ferrer' }).waitFor();
  // By keyboard alone: the card's own choice of stages.
  await office.page.getByLabel('Fase de Irene Luna Ferrer').selectOption('interview');
  await office.page.getByRole('region', { name: 'Entrevistas' }).getByRole('link', { name: 'Irene Luna Ferrer' }).waitFor();
  expect(await axeViolations(office.page)).toEqual([]);
  await office.screenshot('vacancy-board');
  await office.page.getByRole('link', { name: 'Irene Luna Ferrer' }).click();
  await office.page.getByRole('button', { name: 'cv.pdf', exact: true }).first().waitFor();
  await interviewed(office, await visit({ path: new URL(office.page.url()).pathname }), company.people.hr);
  await office.page.getByRole('button', { name: 'Hacer oferta' }).click();
  await office.page.getByLabel('Primer día').fill(addDays(today, 20).split('-').toReversed().join('/'));
  await office.page.getByLabel('Salario bruto anual').fill('24000');
  await office.screenshot('offer-dialog');
  await office.page.getByRole('button', { name: 'Guardar', exact: true }).click();
  const link = await office.page.locator('code').filter({ hasText: '/job-offers/' }).textContent();
  await office.screenshot('application-offered');
  expect(await axeViolations(office.page)).toEqual([]);

  const answer = `${deployed().apiUrl}${new URL(link ?? '').pathname}`;
  const offered = await visit({ url: answer, path: new URL(answer).pathname, width: 390 });
  await offered.page.getByText('Le ofrecemos este puesto.').waitFor();
  await offered.page.getByText('1714,28').or(offered.page.getByText('1.714,28')).first().waitFor();
  expect(await axeViolations(offered.page)).toEqual([]);
  await offered.screenshot('offer-page-phone');
  await offered.page.getByRole('button', { name: 'Acepto la oferta' }).click();
  await offered.page.getByText('Ha aceptado la oferta').waitFor();

  const employee = await eventually('the employee', async () => (await ask('GET /people/employees')).items[0], 60);
  expect(employee).toMatchObject({ name: 'Irene Luna Ferrer', email: 'irene@example.com', position: 'Dependienta', workplace: 'Vigo' });
  const { items } = await ask('GET /onboarding/onboardings');
  expect(items[0]).toMatchObject({ employeeId: employee.id, flow: 'joining', date: addDays(today, 20) });
});

/** The days of the law are proved by the acknowledgement of whoever was told. */
async function told(page: Page, task: string, how: string): Promise<void> {
  await page.getByRole('button', { name: `Hecha: ${task}` }).click();
  await page
    .getByRole('dialog')
    .getByLabel(/^(Justificante|IBAN)/)
    .fill(how);
  await page.getByRole('dialog').getByRole('button', { name: 'Hecha', exact: true }).click();
  await page.getByRole('dialog').waitFor({ state: 'detached' });
}

async function approve({ page }: Visit, who: Person): Promise<void> {
  await signIn(page, who);
  await page.getByRole('button', { name: 'Aprobar', exact: true }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Aprobar', exact: true }).click();
  await page.getByRole('dialog').waitFor({ state: 'detached' });
}

const emailOf = (token: string): string => JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString()).email;

test('who was hired is registered, gets a bank account by two people, a first payslip, and leaves with a settlement', {
  timeout: 240_000,
}, async ({ visit }) => {
  const { page, screenshot, expectProblem } = await visit({ path: '/people/onboarding' });
  // What is not there yet.
  expectProblem(/^404 GET .*\/(personal|settlement|terms|payslip|evidence-pack)/);
  await signIn(page, company.people.owner);
  const dialog = page.getByRole('dialog');
  const save = async () => {
    await dialog.getByRole('button', { name: 'Guardar', exact: true }).click();
    await dialog.waitFor({ state: 'detached' });
  };
  const fill = async (label: string, value: string) => dialog.getByLabel(label).first().fill(value);
  await page.getByRole('link', { name: 'Irene Luna Ferrer' }).click();
  await page.getByRole('button', { name: 'Cambiar la fecha' }).first().click();
  await dialog.getByLabel('Fecha').fill('01/01/2026');
  await dialog.getByRole('button', { name: 'Cambiar la fecha' }).click();
  await page.getByText('La fecha ha cambiado.').waitFor();
  await told(page, 'Alta en la Seguridad Social', 'RED 2026-0001');
  await screenshot('onboarding-going');
  const onboarding = page.url();
  await page.getByRole('link', { name: 'Irene Luna Ferrer' }).first().click();
  await page.getByRole('button', { name: 'Datos personales' }).click();
  await fill('NIF o NIE', '12345678Z');
  await fill('Fecha de nacimiento', '04/05/1990');
  await save();
  await page.getByRole('button', { name: 'Fijar salario' }).click();
  await fill('Desde', '01/01/2026');
  await fill('Salario bruto anual', '24000');
  await fill('Tipo de AT/EP', '1.50');
  await fill('De dónde sale ese tipo', 'TGSS');
  await screenshot('life-salary');
  await save();
  // 24,000 in 14 pays, group 7: a base of 2,000.00, 130.00 of the worker, 13.51 % withheld.
  await page.getByText('1.714,29').first().waitFor();
  await screenshot('life-person');
  expect(await axeViolations(page)).toEqual([]);

  await page.goto(onboarding);
  await told(page, 'Cuenta bancaria para la nómina', 'ES7921000813610123456789');
  const checker = await visit({ path: new URL(onboarding).pathname });
  await signIn(checker.page, company.people.hr);
  await checker.page.getByRole('button', { name: 'Confirmar: Cuenta bancaria para la nómina' }).click();
  await checker.page.getByRole('dialog').getByRole('button', { name: 'Confirmar', exact: true }).click();
  await checker.page.getByText('Confirmada.').waitFor();

  await page.goto(new URL('/payroll/runs/new', page.url()).href);
  await dialog.getByLabel(/^Mes, como/).fill('2026-10');
  await dialog.getByLabel(/^Cuenta que paga/).fill(BANK_IBAN);
  await dialog.getByRole('button', { name: 'Calcular', exact: true }).click();
  await page.getByText('1.352,69').first().waitFor();
  await screenshot('life-run');
  const run = new URL(page.url()).pathname;
  await approve(await visit({ path: run }), company.people.payroll);
  // A third person: neither who had it worked out nor who has approved it.
  const second = await newUser(company.name, ['payroll']);
  await enterMember(company.name, emailOf(second), ['payroll']);
  await done(send(`POST ${run}/approval`, { token: second }));
  await page.reload();
  await page.getByText('Cerrada', { exact: true }).first().waitFor();
  await page.getByRole('link', { name: 'Irene Luna Ferrer' }).first().click();
  await page
    .getByText(/13,51\s%/)
    .first()
    .waitFor();
  await page.getByText('1.352,69').first().waitFor();
  await screenshot('life-slip');

  await page.goto(onboarding);
  await page.getByRole('link', { name: 'Irene Luna Ferrer' }).first().click();
  await page.getByRole('button', { name: 'Iniciar la baja' }).click();
  await dialog.getByLabel(/^Último día/).fill('31/10/2026');
  await dialog.getByLabel(/^Causa/).selectOption('resignation');
  await dialog.getByRole('button', { name: 'Iniciar la baja' }).click();
  await page.getByText('Finiquito aceptado').first().waitFor();
  await page.getByRole('button', { name: 'Aceptar el finiquito' }).click();
  await dialog.getByLabel(/^Días de vacaciones/).fill('22');
  // 30 · 304 / 365 is 24.99 days of holiday, 2.99 more than were taken, at 24,000 / 365 each.
  await dialog.getByText('196,60 € (2,99)').waitFor();
  // December's pay is what the other thirteen leave of 24,000, 1,714.23; 123 of the half year's 184 days are worked.
  await dialog.getByText('1.145,93').waitFor();
  await screenshot('life-settlement');
  await dialog.getByRole('button', { name: 'Aceptar el finiquito' }).click();
  await page.getByText('El finiquito queda guardado.').waitFor();
  await screenshot('life-leaving');
  expect(await axeViolations(page)).toEqual([]);
  const employeeId = (await ask('GET /people/employees')).items[0].id;
  await eventually('the employment has ended', async () => (await ask(`GET /people/employees/${employeeId}`)).state === 'left', 60);
});
