import { beforeAll, expect } from 'vitest';
import { addDays } from '../../shared/kernel/date.ts';
import { axeViolations, signIn, test } from '../support/browser.ts';
import { eventually } from '../support/cloud.ts';
import { deployed, send, type Tenant } from '../support/http.ts';
import { done, foundCompany } from '../support/trading-company.ts';

let company: Tenant;
let vacancyId: string;
const today = new Date().toISOString().slice(0, 10);
const ask = (route: string, body?: object) => done(send(route, { token: company.tokens.owner, ...(body ? { body } : {}) }));

beforeAll(async () => {
  company = await foundCompany();
  const description = 'Atender a los clientes de la tienda.';
  const budget = { amount: '21000.00', currency: 'EUR' };
  vacancyId = (await ask('POST /recruiting/vacancies', { title: 'Dependienta', workplace: 'Vigo', budget, description })).id;
  await ask(`POST /recruiting/vacancies/${vacancyId}/approval`, {});
  await ask(`PUT /recruiting/vacancies/${vacancyId}/publication`, { published: true });
}, 120_000);

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
  await office.page.getByRole('button', { name: 'Hacer oferta' }).click();
  await office.page.getByLabel('Primer día').fill(addDays(today, 20).split('-').toReversed().join('/'));
  await office.page.getByLabel('Salario bruto anual').fill('18500');
  await office.screenshot('offer-dialog');
  await office.page.getByRole('button', { name: 'Guardar', exact: true }).click();
  const link = await office.page.locator('code').filter({ hasText: '/job-offers/' }).textContent();
  await office.screenshot('application-offered');
  expect(await axeViolations(office.page)).toEqual([]);

  const answer = `${deployed().apiUrl}${new URL(link ?? '').pathname}`;
  const offered = await visit({ url: answer, path: new URL(answer).pathname, width: 390 });
  await offered.page.getByText('Le ofrecemos este puesto.').waitFor();
  await offered.page.getByText('1321,42').or(offered.page.getByText('1.321,42')).first().waitFor();
  expect(await axeViolations(offered.page)).toEqual([]);
  await offered.screenshot('offer-page-phone');
  await offered.page.getByRole('button', { name: 'Acepto la oferta' }).click();
  await offered.page.getByText('Ha aceptado la oferta').waitFor();

  const employee = await eventually('the employee', async () => (await ask('GET /people/employees')).items[0], 60);
  expect(employee).toMatchObject({ name: 'Irene Luna Ferrer', email: 'irene@example.com', position: 'Dependienta', workplace: 'Vigo' });
  const { items } = await ask('GET /onboarding/onboardings');
  expect(items[0]).toMatchObject({ employeeId: employee.id, flow: 'joining', date: addDays(today, 20) });
});
