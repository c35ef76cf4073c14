import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect } from 'vitest';
import { axeViolations, fillSignIn, signIn, test } from '../support/browser.ts';
import { eventually } from '../support/cloud.ts';
import { newTenant, send, type Tenant } from '../support/http.ts';
import { invitationsTo } from '../support/sign-in.ts';
import { foundCompany } from '../support/trading-company.ts';

let company: Tenant;

beforeAll(async () => {
  company = await foundCompany();
});

const dialogOf = (page: Page) => page.getByRole('dialog');
const said = (page: Page, text: string | RegExp) => page.getByText(text).filter({ visible: true }).first().waitFor();
const focusedField = (page: Page) => page.evaluate('document.activeElement?.dataset.path');
/** Waits until the field says that: the page was loaded anew. */
const says = (page: Page, field: string, value: string) =>
  page
    .locator(`[data-path=${field}]`)
    .and(page.locator(`[value="${value}"]`))
    .waitFor();
/** Presses the button of the dialog and waits until it has gone. */
async function confirm(page: Page, name: string): Promise<void> {
  await dialogOf(page).getByRole('button', { name, exact: true }).click();
  await dialogOf(page).waitFor({ state: 'detached' });
}

test('a new owner sets the company up; a mistyped NIF is refused at its field; home has the first steps', async ({ visit }) => {
  const { people, tokens } = await newTenant();
  const { page, screenshot, expectProblem } = await visit();
  expectProblem(/^404 GET/);
  await signIn(page, people.owner);
  await page.getByRole('heading', { level: 1, name: 'Ponga en marcha su empresa' }).waitFor();
  expect(await axeViolations(page)).toEqual([]);
  const typed = {
    'Razón social': 'Tres Hermanas, S.L.',
    NIF: 'B-12345675',
    Correo: 'hola@tres.example',
    'Calle y número': 'Calle Mayor 3',
    'Código postal': '28013',
    Población: 'Madrid',
  };
  for (const [label, text] of Object.entries(typed)) await page.getByRole('textbox', { name: label, exact: true }).fill(text);
  await page.getByRole('button', { name: 'Crear la empresa' }).click();
  await said(page, 'Este NIF no es válido');
  const taxId = page.getByRole('textbox', { name: 'NIF' });
  expect([await taxId.getAttribute('aria-invalid'), await focusedField(page)]).toEqual(['true', 'taxId']);
  await screenshot('set-up-wrong-nif');
  expect((await send('GET /company', { token: tokens.owner })).status).toBe(404);
  // 2+2+6+4+1+6+5 = 26: the control digit is 4.
  await taxId.fill('b-12345674');
  // Typed faster than anybody does: the form has it once the fault is gone.
  await expect.poll(() => taxId.getAttribute('aria-invalid')).not.toBe('true');
  await taxId.press('Enter');
  await page.getByRole('heading', { name: 'Primeros pasos' }).waitFor();
  // The company, its year, and its people: the test lets six in. The counter customer that every company has is not its first one.
  await said(page, '3 de 7 hechos');
  await said(page, 'Tres Hermanas, S.L.');
  expect(await page.title()).toBe('Inicio · Trastienda');
  await screenshot('set-up-done');
  expect((await send('GET /company', { token: tokens.owner })).body).toMatchObject({
    taxId: 'B12345674',
    policies: { shortage: 'refuse', invoiceOn: 'shipment', dunningDays: [1, 15, 30] },
    fiscalYears: [new Date().toISOString().slice(0, 4)],
  });
});

test('company, policies, a fiscal year and a warehouse are kept', { timeout: 120_000 }, async ({ visit }) => {
  const { page, screenshot } = await visit({ path: '/settings' });
  await signIn(page, company.people.owner);
  await page.getByRole('textbox', { name: 'Razón social' }).fill('Prueba e Hijas, S.L.');
  await page.getByRole('button', { name: 'Guardar', exact: true }).click();
  await said(page, 'La configuración está guardada.');
  await page.reload();
  await says(page, 'name', 'Prueba e Hijas, S.L.');

  const svg = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 90 30"><circle cx="15" cy="15" r="15" fill="#7a1f3d"/></svg>';
  await page
    .getByRole('group', { name: 'Logotipo' })
    .locator('input[type=file]')
    .setInputFiles({ name: 'logo.svg', mimeType: 'image/svg+xml', buffer: Buffer.from(svg) });
  await said(page, 'Hay un logotipo puesto (SVG).');
  const accent = page.getByRole('textbox', { name: 'Color principal', exact: true });
  const look = page.locator('form').filter({ has: accent });
  await accent.fill('#ffd400');
  await look.getByRole('button', { name: 'Guardar el aspecto' }).click();
  await said(page, /apenas se leería/);
  await accent.fill('#7a1f3d');
  await look.getByRole('button', { name: 'Ver una muestra' }).click();
  await page.locator('iframe').waitFor();
  await screenshot('printed-documents');
  await look.getByRole('button', { name: 'Guardar el aspecto' }).click();
  // The note of the logo may still be there: what is kept tells.
  const kept = async () => (await send('GET /company', { token: company.tokens.owner })).body;
  await expect.poll(kept).toMatchObject({ logo: { format: 'svg' }, paper: { accent: '#7a1f3d', language: 'es' } });

  await page.getByRole('link', { name: 'Reglas' }).click();
  await page.getByRole('combobox', { name: /faltan existencias/ }).click();
  await page.getByRole('option', { name: 'Admitirlo y servirlo cuando haya' }).click();
  await page.getByRole('textbox', { name: /Recordatorios/ }).fill('400');
  await page.getByRole('button', { name: 'Revisar y guardar' }).click();
  await said(page, /Días de 1 a 365/);
  await page.getByRole('textbox', { name: /Recordatorios/ }).fill('30, 7');
  await page.getByRole('button', { name: 'Revisar y guardar' }).click();
  await said(page, 'De «Rechazar el pedido» a «Admitirlo y servirlo cuando haya»');
  await said(page, 'De «nunca» a «7, 30»');
  await screenshot('policies-confirm');
  await confirm(page, 'Cambiar');
  await page.reload();
  await says(page, 'dunningDays', '7, 30');

  const next = String(new Date().getFullYear() + 1);
  await page.getByRole('link', { name: 'Ejercicios' }).click();
  await page.getByRole('button', { name: 'Abrir un ejercicio' }).click();
  expect(await dialogOf(page).getByRole('textbox').inputValue()).toBe(next);
  await confirm(page, 'Abrir un ejercicio');
  await page.getByRole('row', { name: new RegExp(`^${next}.*12 abiertos`) }).waitFor();
  // The last one may end with another month: half a year, and what follows on it begins in July.
  await page
    .getByRole('row', { name: new RegExp(`^${next}`) })
    .getByRole('button', { name: 'Cambiar meses' })
    .click();
  await dialogOf(page).getByRole('combobox', { name: 'Último mes' }).selectOption(`${next}-06`);
  await screenshot('fiscal-year-months');
  await confirm(page, 'Cambiar el ejercicio');
  await page.getByRole('row', { name: new RegExp(`^enero (de )?${next} – junio (de )?${next}.*6 abiertos`) }).waitFor();
  await page.getByRole('button', { name: 'Abrir un ejercicio' }).click();
  expect(await dialogOf(page).getByRole('combobox').inputValue()).toBe(`${Number(next) + 1}-06`);
  await confirm(page, 'Abrir un ejercicio');
  await page.getByRole('row', { name: new RegExp(`^julio (de )?${next} – junio (de )?${Number(next) + 1}.*12 abiertos`) }).waitFor();

  await page.getByRole('link', { name: 'Almacenes' }).click();
  await page.getByRole('button', { name: 'Nuevo almacén' }).click();
  await dialogOf(page).getByRole('textbox', { name: 'Código' }).fill('main');
  await dialogOf(page).getByRole('textbox', { name: 'Nombre' }).fill('Getafe');
  await screenshot('warehouse-new');
  await dialogOf(page).getByRole('textbox', { name: 'Código' }).fill('getafe');
  await confirm(page, 'Guardar');
  await page.getByRole('cell', { name: 'getafe', exact: true }).waitFor();
  await screenshot('warehouses');
  expect((await send('GET /company', { token: company.tokens.owner })).body).toMatchObject({
    name: 'Prueba e Hijas, S.L.',
    policies: { shortage: 'backorder', dunningDays: [7, 30] },
  });
});

describe('people', () => {
  const password = 'Aa1-somebody-of-the-shop';

  test('are invited, come in by the mail, see what their role may, are changed and removed', { timeout: 150_000 }, async ({ visit }) => {
    const email = `ana@${company.name}.example`;
    const owner = await visit({ path: '/settings/members' });
    await signIn(owner.page, company.people.owner);
    await owner.page.getByRole('link', { name: 'Invitar', exact: true }).click();
    await dialogOf(owner.page).getByRole('button', { name: 'Invitar', exact: true }).click();
    await said(owner.page, 'Escriba una dirección de correo');
    await said(owner.page, 'Elija al menos una función.');
    await dialogOf(owner.page).getByRole('textbox', { name: 'Correo' }).fill(email);
    await dialogOf(owner.page).getByRole('textbox', { name: 'Nombre' }).fill('Ana Soler');
    await dialogOf(owner.page).getByRole('checkbox', { name: 'Almacén' }).check();
    await owner.screenshot('invite');
    await confirm(owner.page, 'Invitar');
    await owner.page.getByRole('heading', { level: 1, name: 'Ana Soler' }).waitFor();
    const [temporary = ''] = await invitationsTo(email);

    const ana = await visit();
    ana.expectProblem(/^400 POST/);
    await fillSignIn(ana.page, { email, password: temporary });
    await ana.page.getByRole('heading', { name: 'Elija una contraseña' }).waitFor();
    await ana.page.getByLabel('Contraseña nueva').fill('floja');
    await ana.page.getByRole('button', { name: 'Guardar y entrar' }).click();
    await said(ana.page, 'Esa contraseña no cumple');
    await ana.screenshot('new-password');
    await ana.page.getByLabel('Contraseña nueva').fill(password);
    await ana.page.getByRole('button', { name: 'Guardar y entrar' }).click();
    await ana.page.getByRole('navigation', { name: 'Navegación principal' }).waitFor();
    await ana.page.getByRole('link', { name: 'Recibir mercancía', exact: true }).waitFor();
    expect(await ana.page.getByRole('link', { name: /Nuevo pedido|Registrar cobro/ }).count()).toBe(0);
    await ana.screenshot('invited-home');

    await eventually('Ana to be a member', async () => (await memberOf(email)).state === 'active');
    await owner.page.reload();
    await owner.page.getByText('Con acceso', { exact: true }).filter({ visible: true }).first().waitFor();
    await owner.page.getByRole('button', { name: 'Cambiar', exact: true }).click();
    await dialogOf(owner.page).getByRole('checkbox', { name: 'Ventas' }).check();
    await confirm(owner.page, 'Guardar');
    await owner.page.getByText('Ventas', { exact: true }).last().waitFor();
    expect((await memberOf(email)).roles).toEqual(['sales', 'warehouse']);
    await owner.page.getByRole('button', { name: 'Retirar el acceso' }).click();
    await confirm(owner.page, 'Retirar el acceso');
    await owner.page.getByText('Sin acceso', { exact: true }).filter({ visible: true }).first().waitFor();
    await owner.screenshot('member-removed');
    const back = await visit();
    back.expectProblem(/^400 POST/);
    await fillSignIn(back.page, { email, password });
    await back.page
      .getByRole('alert')
      .filter({ hasText: /acceso|no son correctos/ })
      .waitFor();
  });

  test('who works for two companies chooses between them in the account menu, and a page stays with its own', async ({ visit }) => {
    const second = await foundCompany();
    await send('PATCH /company', { token: second.tokens.owner, body: { name: 'Norte, S.L.' } });
    const { sales } = company.people;
    await send('POST /members', { token: second.tokens.owner, body: { email: sales.email, roles: ['accountant'] } });
    const { page, screenshot } = await visit();
    await signIn(page, sales);
    await page.getByRole('link', { name: 'Nuevo pedido' }).first().waitFor();
    await page.getByRole('button', { name: 'Mi cuenta' }).click();
    await screenshot('companies');
    expect(await axeViolations(page)).toEqual([]);
    await page.getByRole('menuitemradio', { name: 'Norte, S.L.' }).click();
    // An accountant there: the books are theirs, orders are not.
    await page.getByRole('link', { name: 'Registrar cobro' }).first().waitFor();
    expect(await page.getByRole('link', { name: 'Nuevo pedido' }).count()).toBe(0);
    await said(page, 'Norte, S.L.');
    await page.reload();
    await said(page, 'Norte, S.L.');
    expect((await send(`GET /members?q=${sales.email}`, { token: second.tokens.owner })).body.items).toMatchObject([{ state: 'active' }]);
  });

  test('cannot shut themselves out, and the page says why', async ({ visit }) => {
    const { id } = await memberOf(company.people.owner.email);
    const { page, screenshot } = await visit({ path: `/settings/members/${id}` });
    await signIn(page, company.people.owner);
    const remove = page.getByRole('button', { name: 'Retirar el acceso' });
    await remove.waitFor();
    expect([await remove.getAttribute('aria-disabled'), await remove.getAttribute('aria-description')]).toEqual([
      'true',
      'Nadie se quita a sí mismo el acceso ni las funciones. Pídalo a otro propietario.',
    ]);
    await page.keyboard.press('e');
    await dialogOf(page).getByText('Nadie se quita a sí mismo el acceso ni las funciones.').filter({ visible: true }).first().waitFor();
    expect(await dialogOf(page).getByRole('checkbox', { name: 'Propietario' }).isDisabled()).toBe(true);
    await screenshot('member-self');
    // An accountant looks at the last owner, and is offered nothing.
    const accountant = await visit({ path: `/settings/members/${id}` });
    await signIn(accountant.page, company.people.accountant);
    await accountant.page.getByRole('heading', { level: 1 }).waitFor();
    expect(await accountant.page.getByRole('button', { name: /Retirar|Cambiar/ }).count()).toBe(0);
  });
});

async function memberOf(email: string) {
  const { items } = (await send('GET /members?limit=100', { token: company.tokens.owner })).body;
  return items.find((member: { email: string }) => member.email === email) ?? { state: 'unknown' };
}

test('a program’s secret is shown once, works as its commands say, is renewed, and removed', { timeout: 120_000 }, async ({ visit }) => {
  const run = async (command: string) => (await promisify(execFile)('bash', ['-c', command])).stdout;
  const { page, screenshot } = await visit({ path: '/settings/api-clients' });
  await signIn(page, company.people.owner);
  await page.getByRole('button', { name: 'Dar acceso a un programa' }).click();
  await dialogOf(page).getByRole('textbox', { name: 'Programa' }).fill('Tienda web');
  await dialogOf(page).getByRole('button', { name: 'Dar acceso a un programa' }).click();
  await dialogOf(page).getByText('Cópielo ahora').waitFor();
  await screenshot('secret');
  const [clientId = '', secret = '', command = ''] = await dialogOf(page).locator('pre').allTextContents();
  expect(JSON.parse(await run(command))).toMatchObject({ email: clientId, company: company.name, roles: [] });
  await page.keyboard.press('Escape');
  await confirm(page, 'Ya lo he guardado');
  await page.reload();
  await page.getByRole('cell', { name: /^Tienda web/ }).waitFor();
  expect(await page.content()).not.toContain(secret);

  await page.getByRole('button', { name: 'Nuevo secreto para Tienda web' }).click();
  await dialogOf(page).getByRole('button', { name: 'Nuevo secreto', exact: true }).click();
  await dialogOf(page).getByText('Cópielo ahora').waitFor();
  const renewed = (await dialogOf(page).locator('pre').allTextContents())[2] ?? '';
  expect(JSON.parse(await run(renewed))).toMatchObject({ email: clientId });
  expect(await run(command)).not.toContain(clientId);
  await confirm(page, 'Ya lo he guardado');
  await page.getByRole('button', { name: 'Retirar el acceso a Tienda web' }).click();
  await confirm(page, 'Retirar');
  await said(page, 'Ningún programa tiene acceso');
  expect(await run(renewed)).not.toContain(clientId);
});
