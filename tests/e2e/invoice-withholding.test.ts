import { beforeAll, expect } from 'vitest';
import { axeViolations, signIn, test } from '../support/browser.ts';
import { send, type Tenant } from '../support/http.ts';
import { done, foundCompany } from '../support/trading-company.ts';

let company: Tenant;

beforeAll(async () => {
  company = await foundCompany();
  const body = { name: 'Almacenes Ribera, S.L.', taxId: 'B58378431' };
  await done(send('POST /customers', { token: company.tokens.sales, body }));
}, 60_000);

test('a rent is invoiced for 1,210.00 with 190.00 withheld, and 1,020.00 pay it', { timeout: 150_000 }, async ({ visit }) => {
  const { page, screenshot, expectProblem } = await visit({ path: '/invoice-drafts/new' });
  // The fees of a company bear none.
  expectProblem(/422 POST .*invoice-drafts/);
  await signIn(page, company.people.owner);
  await page.getByRole('combobox', { name: 'Cliente', exact: true }).fill('ribera');
  await page.getByRole('option', { name: /^Almacenes Ribera/ }).click();
  const line = page.getByRole('listitem', { name: 'Línea 1', exact: true });
  await line.getByLabel('Concepto').fill('Alquiler de la nave');
  await line.getByLabel('Precio').fill('1000');
  const choose = async (name: RegExp) => {
    await page.getByRole('combobox', { name: 'Retención de IRPF' }).click();
    await page.getByRole('option', { name }).click();
  };
  await choose(/^Actividades profesionales/);
  await page.getByRole('button', { name: 'Guardar borrador' }).click();
  await page
    .getByText(/Su empresa es una sociedad/)
    .first()
    .waitFor();
  await screenshot('draft-withheld-refused');
  await choose(/^Arrendamiento de inmuebles/);
  const sums = page.getByRole('status').filter({ hasText: 'Base imponible' });
  await sums.getByText('1.020,00 €').waitFor();
  await screenshot('draft-withheld');
  await page.getByRole('button', { name: 'Guardar y emitir' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Emitir' }).click();
  await page.getByRole('button', { name: 'Registrar cobro' }).waitFor();
  await page.getByRole('rowheader', { name: 'Retención IRPF 19 %' }).waitFor();
  await screenshot('invoice-withheld');
  expect(await axeViolations(page)).toEqual([]);
  await page.getByRole('button', { name: 'Registrar cobro' }).click();
  const paying = page.getByRole('dialog');
  await paying.getByRole('row', { name: /^430 .*1\.020,00/ }).waitFor();
  await paying.getByRole('button', { name: 'Registrar cobro' }).click();
  await page.getByText('Cobrada').first().waitFor();
  await screenshot('invoice-withheld-paid');
  // In English, on a phone: the same invoice, paid.
  const phone = await visit({ path: new URL(page.url()).pathname, width: 390, locale: 'en-GB' });
  await signIn(phone.page, company.people.owner);
  await phone.page.getByRole('rowheader', { name: 'Income tax withheld (IRPF) 19%' }).waitFor();
  await phone.screenshot('invoice-withheld-phone');
  expect(await phone.page.evaluate('document.documentElement.scrollWidth')).toBe(390);
  expect(await axeViolations(phone.page)).toEqual([]);
});
