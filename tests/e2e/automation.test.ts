import { beforeAll, expect } from 'vitest';
import { axeViolations, signIn, test } from '../support/browser.ts';
import { eventually } from '../support/cloud.ts';
import { send, type Tenant } from '../support/http.ts';
import { eur } from '../support/ledger.ts';
import { done, foundCompany } from '../support/trading-company.ts';

let company: Tenant;
let order: (quantity: string) => Promise<string>;

beforeAll(async () => {
  company = await foundCompany();
  const ask = (route: string, body: object) => done(send(route, { token: company.tokens.owner, body }));
  const address = { street: 'Gran Vía 12', postalCode: '28013', city: 'Madrid', country: 'ES' };
  const customer = { name: 'Librería Cervantes, S.L.', taxId: 'B58378431', address, creditLimit: eur('90000.00') };
  const { id: customerId } = await ask('POST /customers', customer);
  const { id: itemId } = await ask('POST /items', { code: 'ASE', name: 'Asesoría', price: '100', taxCode: 'IVA-G', kind: 'service' });
  order = async (quantity) => (await ask('POST /orders', { customerId, lines: [{ itemId, quantity }] })).id;
  // 20 × 100.00 and 21 % of it are more than a thousand, 2 × 100.00 are not.
  await order('20');
  await order('2');
});

test('a rule is written from a template, tried, switched on, and undone', { timeout: 180_000 }, async ({ visit }) => {
  const { page, screenshot } = await visit({ path: '/automation/rules' });
  await signIn(page, company.people.owner);
  await page.getByRole('link', { name: 'Nueva regla' }).first().click();
  await page.getByRole('button', { name: 'Etiquetar los pedidos grandes' }).click();
  expect(await page.getByLabel('Nombre', { exact: false }).first().inputValue()).toBe('Etiquetar los pedidos grandes');
  await page.getByRole('button', { name: 'Añadir acción' }).click();
  await page.getByLabel('Acción 2', { exact: true }).selectOption('note');
  await page.getByRole('textbox', { name: 'Texto', exact: true }).fill('Llamar a');
  await page.getByRole('button', { name: 'cliente', exact: true }).click();
  expect(await page.getByRole('textbox', { name: 'Texto', exact: true }).inputValue()).toBe('Llamar a {{customer}}');
  await page.getByRole('button', { name: 'Probar', exact: true }).click();
  await page.getByText(/cumplen 1: 1 se habrían hecho, por 2\.?420,00/).waitFor();
  expect(await axeViolations(page)).toEqual([]);
  await screenshot('automation-editor');
  await page.getByRole('button', { name: 'Guardar', exact: true }).click();
  await page.getByRole('heading', { level: 1, name: 'Etiquetar los pedidos grandes' }).waitFor();
  await page.getByRole('button', { name: 'Activar', exact: true }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Activar', exact: true }).click();
  await page.getByRole('button', { name: 'Desactivar', exact: true }).waitFor();
  await order('30');
  const run = await eventually(
    'the run',
    async () => (await done(send('GET /automation/runs?state=done', { token: company.tokens.owner }))).items[0],
  );
  await page.reload();
  await page.getByText('Hecha', { exact: true }).waitFor();
  expect(await axeViolations(page)).toEqual([]);
  await screenshot('automation-rule');
  await page.goto(new URL(`/automation/runs/${run.id}`, page.url()).href);
  await page.getByText(/escribir una nota/).waitFor();
  await screenshot('automation-run');
  await page.getByRole('button', { name: 'Deshacer', exact: true }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Deshacer', exact: true }).click();
  await page.getByText('Deshecha', { exact: true }).waitFor();
  expect(await axeViolations(page)).toEqual([]);
});

test('conditions are grouped, and an address outside is asked, by the keyboard alone', { timeout: 180_000 }, async ({ visit }) => {
  const { page, screenshot } = await visit({ path: '/automation/rules/new' });
  await signIn(page, company.people.owner);
  await page.getByRole('button', { name: 'Avisar de pagos de la semana' }).click();
  await page.getByRole('button', { name: 'Añadir grupo' }).focus();
  await page.keyboard.press('Enter');
  await page.getByLabel('Cuántas del grupo 2', { exact: true }).selectOption('none');
  await page.getByLabel('Campo de la condición 2.1', { exact: true }).selectOption('supplier');
  await page.getByLabel('Comparación de la condición 2.1', { exact: true }).selectOption('contains');
  await page.getByLabel('Valor de la condición 2.1', { exact: true }).fill('Endesa');
  expect(await axeViolations(page)).toEqual([]);
  await screenshot('automation-groups');
  await page.getByRole('button', { name: 'Guardar', exact: true }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name: 'Avisar de pagos de la semana' }).waitFor();
  await page.getByText('No se cumple ninguna', { exact: false }).waitFor();
  await page.getByText('proveedor contiene Endesa').waitFor();
  await screenshot('automation-groups-rule');
  await page.goto(new URL('/automation/mails', page.url()).href);
  await page.getByLabel('Dirección de fuera').fill(`gestor@${company.name}.example`);
  await page.keyboard.press('Enter');
  await page.getByText('Preguntada', { exact: true }).waitFor();
  expect(await axeViolations(page)).toEqual([]);
  await screenshot('automation-mails');
});

test('a weekly report is written in English on a telephone', { timeout: 120_000 }, async ({ visit }) => {
  const { page, screenshot } = await visit({ path: '/automation/rules/new', width: 390, height: 844, locale: 'en-GB' });
  await signIn(page, company.people.owner);
  await page.getByRole('button', { name: 'Aged receivables to the adviser each week' }).click();
  await page.getByRole('combobox', { name: 'Addresses outside of the company' }).fill('adviser@example.com');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Try', exact: true }).click();
  await page.getByText(/would have been done, for/).waitFor();
  expect(await axeViolations(page)).toEqual([]);
  expect(Number(await page.evaluate('document.documentElement.scrollWidth'))).toBeLessThanOrEqual(390);
  await screenshot('automation-phone');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await page.getByText('(every Monday at 8:00)', { exact: false }).waitFor();
});
