import { beforeAll, expect } from 'vitest';
import { signIn, test } from '../support/browser.ts';
import type { Tenant } from '../support/http.ts';
import { foundCompany } from '../support/trading-company.ts';

const HEAD = 'InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country';
const today = new Date().toISOString().slice(0, 10);
const row = (no: string, quantity: number, price: string) => `${no},85123A,HEART HOLDER,${quantity},${today} 08:26:00,${price},17850,Spain`;
const fileOf = (name: string, text: string) => ({ name, mimeType: 'text/csv', buffer: Buffer.from(text) });

let company: Tenant;

beforeAll(async () => {
  company = await foundCompany();
});

test('a shop’s file is taken, with its progress and its report; a broken one is refused in words', { timeout: 180_000 }, async ({
  visit,
}) => {
  const { page, screenshot } = await visit({ path: '/imports/new' });
  await signIn(page, company.people.owner);
  await page
    .locator('input[type=file]')
    .setInputFiles(fileOf('tienda.csv', [HEAD, row('536365', 6, '2.55'), row('536366', 2, '0')].join('\n')));
  await page.getByRole('button', { name: 'Importar', exact: true }).click();
  await page.getByRole('heading', { level: 1, name: /tienda\.csv/ }).waitFor();
  await page.getByRole('main').getByText('Terminada').filter({ visible: true }).first().waitFor({ timeout: 90_000 });
  // 6 × 2.55; the row of price zero is left out and says so.
  await page.getByText('15,30 €').filter({ visible: true }).first().waitFor();
  await screenshot('import-done');
  await page.getByRole('link', { name: 'Ver las filas' }).click();
  await page.getByRole('row').getByText('Precio cero').waitFor();
  await page.goto(new URL('/imports/new', page.url()).href);
  await page.locator('input[type=file]').setInputFiles(fileOf('rota.csv', `${HEAD}\n${row('536367', 1, '1.00')}\n536368,"abierta`));
  await page.getByRole('button', { name: 'Importar', exact: true }).click();
  await page.getByText('Hay unas comillas mal puestas').filter({ visible: true }).first().waitFor({ timeout: 90_000 });
  await screenshot('import-broken');
});

test('a file that is none is refused before it is sent', async ({ visit }) => {
  const { page } = await visit({ path: '/imports/new' });
  await signIn(page, company.people.sales);
  await page.locator('input[type=file]').setInputFiles(fileOf('otra.csv', 'a,b,c\n1,2,3\n'));
  await page
    .getByText(/Faltan columnas|faltan:/i)
    .first()
    .waitFor();
  await expect.poll(() => page.getByRole('button', { name: 'Importar', exact: true }).isDisabled()).toBe(true);
});
