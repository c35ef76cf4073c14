import type { Page } from 'playwright-core';
import { beforeAll, expect } from 'vitest';
import { axeViolations, signIn, test } from '../support/browser.ts';
import { send } from '../support/http.ts';
import { type TradingCompany, tradingCompany } from '../support/trading-company.ts';

let company: TradingCompany;

beforeAll(async () => {
  company = await tradingCompany();
}, 120_000);

test('from the trial balance to the document in three clicks, and back to where one was', { timeout: 120_000 }, async ({ visit }) => {
  const { page, screenshot } = await visit({ path: '/trial-balance' });
  await signIn(page, company.people.auditor);
  await page.getByText(/^Cuadra/).waitFor();
  await page
    .getByRole('link', { name: /^430\b/ })
    .first()
    .click();
  await page.getByRole('heading', { level: 1, name: /^430/ }).waitFor();
  await page
    .locator('a[data-row]')
    .filter({ hasText: /^Factura F/ })
    .first()
    .click();
  await page.locator('main[data-path^="/journal/"] h1').waitFor();
  await page
    .getByRole('main')
    .getByRole('link', { name: /^Factura F/ })
    .first()
    .click();
  await page.getByRole('heading', { level: 1, name: /^Factura F/ }).waitFor();
  await screenshot('drill-down-invoice');
  for (const place of [/\/journal\//, /\/accounts\/430/, /\/trial-balance/]) {
    await page.goBack();
    await page.waitForURL(place);
  }
  await page.getByText(/^Cuadra/).waitFor();
  // Who may only read sees nothing to change.
  await page.goto(new URL('/journal', page.url()).href);
  await page.getByRole('heading', { level: 1, name: 'Libro diario' }).waitFor();
  expect(await page.getByRole('link', { name: 'Nuevo asiento' }).count()).toBe(0);
});

test('from a line of the balance sheet to its accounts and their ledger', { timeout: 120_000 }, async ({ visit }) => {
  const { page, screenshot } = await visit({ path: '/statements' });
  await signIn(page, company.people.auditor);
  await page.getByText('Cuadra: el activo es igual al patrimonio neto y pasivo.').waitFor();
  await page.getByRole('button', { name: /^Desplegar 1\. Clientes por ventas/ }).click();
  await page.getByRole('link', { name: /^430\b/ }).waitFor();
  await screenshot('balance-sheet');
  const which = page.getByLabel('Qué estado');
  await which.selectOption('Pérdidas y ganancias');
  await page.getByText('Cuadra: el resultado es el de los grupos 6 y 7.').waitFor();
  await screenshot('income-statement');
  for (const method of ['indirecto', 'directo']) {
    await which.selectOption(`Flujos de efectivo (${method})`);
    await page.getByText('Cuadra: la variación neta es la del subgrupo 57.').waitFor();
    await screenshot(`cash-flow-${method}`);
  }
  await which.selectOption('Cambios en el patrimonio neto');
  await page.getByText('Cuadra: el saldo final es el del balance de situación.').waitFor();
  await screenshot('equity-changes');
  await page.goto(new URL('/statements?open=12380', page.url()).href);
  await page.getByRole('link', { name: /^430\b/ }).click();
  await page.getByRole('heading', { level: 1, name: /^430/ }).waitFor();
});

/** Types words, waits for what they find, and takes it with Enter. */
async function take(page: Page, words: string, found: RegExp): Promise<void> {
  await page.keyboard.type(words);
  await page.getByRole('option', { name: found }).first().waitFor();
  await page.keyboard.press('Enter');
}

const focused = (page: Page) => page.evaluate('document.activeElement?.textContent');

/** What debits of the account come to less its credits. */
async function balanceOf(account: string): Promise<number> {
  const { rows } = (await send('GET /trial-balance?consistent=true', { token: company.tokens.owner })).body;
  const found = rows.find((row: { account: string }) => row.account === account);
  return Math.round(100 * (Number(found?.debit.amount ?? 0) - Number(found?.credit.amount ?? 0)));
}

test('by keyboard alone: a manual entry is posted once it balances, and reversed', { timeout: 120_000 }, async ({ visit }) => {
  const { page, screenshot } = await visit({ path: '/journal/new' });
  const { keyboard } = page;
  await signIn(page, company.people.accountant);
  const [rent, bank] = [await balanceOf('621'), await balanceOf('572')];
  await expect.poll(() => page.evaluate(`document.activeElement?.getAttribute('maxlength') === '140'`)).toBe(true);
  await keyboard.type('Alquiler de noviembre');
  await keyboard.press('Tab');
  // An account that was taken leads on to its amount.
  await take(page, '621', /^621 /);
  await keyboard.type('350,40');
  await page.getByText('Faltan 350,40 € en el haber').waitFor();
  // Credit, text of the line, and the account of the next line: Tab does not stop at what removes the line.
  for (let times = 0; times < 3; times += 1) await keyboard.press('Tab');
  await take(page, '572', /^572 /);
  await keyboard.press('Control+b');
  await page.getByText('Debe 350,40 € · Haber 350,40 €').waitFor();
  await page.getByRole('region', { name: 'Qué pasará' }).getByText('350,40 €').filter({ visible: true }).first().waitFor();
  await screenshot('manual-entry-balanced');
  await keyboard.press('Control+Enter');
  await page.getByRole('heading', { level: 1, name: 'Alquiler de noviembre' }).waitFor();
  const posted = new URL(page.url()).pathname.split('/').at(-1);
  expect([await balanceOf('621'), await balanceOf('572')]).toEqual([rent + 35_040, bank - 35_040]);

  const reverse = page.getByRole('button', { name: 'Anular', exact: true });
  const dialog = page.getByRole('dialog');
  await reverse.focus();
  await keyboard.press('Enter');
  await dialog.waitFor();
  await keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });
  await expect.poll(() => focused(page)).toBe('Anular');
  await keyboard.press('Enter');
  await dialog.getByRole('heading', { name: 'Anular el asiento' }).waitFor();
  await expect.poll(() => page.evaluate(`document.activeElement?.tagName === 'TEXTAREA'`)).toBe(true);
  await keyboard.type('Mes equivocado');
  await dialog.getByText('350,40 €').filter({ visible: true }).first().waitFor();
  await keyboard.press('Control+Enter');
  await page.waitForURL((url) => /\/journal\/je_/.test(url.pathname) && !url.pathname.endsWith(`/${posted}`));
  await page.getByText('Mes equivocado').filter({ visible: true }).first().waitFor();
  expect([await balanceOf('621'), await balanceOf('572')]).toEqual([rent, bank]);
  const { reversedBy } = (await send(`GET /journal-entries/${posted}`, { token: company.tokens.owner })).body;
  expect(new URL(page.url()).pathname).toBe(`/journal/${reversedBy}`);
});

test('opening balances from a file: what is wrong by line, the subaccount that is missing, and the entry', {
  timeout: 120_000,
}, async ({ visit }) => {
  const { page, screenshot, expectProblem } = await visit({ path: '/periods' });
  expectProblem(/400 POST .*opening/);
  await signIn(page, company.people.accountant);
  await page.getByRole('button', { name: 'Traer saldos iniciales' }).click();
  const dialog = page.getByRole('dialog');
  const choose = (...rows: string[]) =>
    dialog
      .getByLabel('Elegir el fichero', { exact: true })
      .and(dialog.locator('input'))
      // As programs of Windows write it: "Título" is no UTF-8.
      .setInputFiles({
        name: 'saldos.csv',
        mimeType: 'text/csv',
        buffer: Buffer.from(['Cuenta;Título;Debe;Haber', ...rows].join('\r\n'), 'latin1'),
      });
  await choose('43000000;Clientes;120,00;', '4309001;Peláez, S.L.;80,00;', '10000000;Capital;;80,00');
  await dialog
    .getByText('Línea 2: la cuenta 430 la llevan sus documentos. Traiga sus facturas pendientes, o ponga su saldo en la 43009.')
    .waitFor();
  await dialog.getByText('Línea 3: la cuenta 4309001 no está en el plan. Créela antes.').waitFor();
  expect(await axeViolations(page)).toEqual([]);
  await screenshot('opening-faults');
  await choose('43000012;Nuria;120,00;', '4309001;Peláez, S.L.;80,00;', '10000000;Capital;;200,00');
  const before = await balanceOf('430');
  const items = 'Cuenta;NIF;Nombre;Factura;Fecha;Importe\n43000012;12345678Z;Nuria;A-77;01/12/2020;120,00\n';
  const itemsFile = { name: 'facturas.csv', mimeType: 'text/csv', buffer: Buffer.from(items) };
  await dialog.getByLabel('Elegir las facturas pendientes').and(dialog.locator('input')).setInputFiles(itemsFile);
  await dialog.getByText('Línea 3: la cuenta 4309001 no está en el plan. Créela antes.').waitFor();
  await dialog.getByRole('button', { name: 'Crear la subcuenta que falta' }).click();
  await dialog.getByText('Línea 2: nadie tiene el NIF 12345678Z (Nuria).').waitFor();
  await screenshot('opening-items-faults');
  await dialog.getByLabel('Crear los clientes y proveedores que falten').click();
  await dialog.getByText('Facturas que se traen: 1. Clientes y proveedores nuevos: 1.').waitFor();
  await dialog.getByRole('region', { name: 'Qué pasará' }).getByText('Peláez').filter({ visible: true }).first().waitFor();
  await screenshot('opening-tried');
  await dialog.getByRole('button', { name: 'Contabilizar la apertura' }).click();
  await dialog.waitFor({ state: 'detached' });
  expect([await balanceOf('4309001'), (await balanceOf('430')) - before]).toEqual([8000, 12_000]);
  await page.goto(new URL('/invoices/inv_AP-A-77', page.url()).href);
  await page.getByText('Vino de otro programa con la apertura').waitFor();
  await screenshot('brought-invoice');
});

// Behind the others: from then on lines of entries have a field more.
test('the profit and loss account by cost centre: a column for each, and the total', { timeout: 120_000 }, async ({ visit }) => {
  const { accountant } = company.people;
  const token = company.tokens.accountant;
  const eur = (amount: string) => ({ amount, currency: 'EUR' });
  const values = [
    { code: 'MAD', name: 'Madrid' },
    { code: 'BCN', name: 'Barcelona' },
  ];
  await send('PUT /dimensions/centro', { token, body: { name: 'Centro', values } });
  const costs = [
    ['621', '300.00', 'MAD'],
    ['629', '50.00', 'BCN'],
  ].map(([account, amount = '', centro]) => ({ account, debit: eur(amount), dimensions: { centro } }));
  await send('POST /journal-entries', { token, body: { text: 'Gastos', lines: [...costs, { account: '572', credit: eur('350.00') }] } });
  const { page, screenshot } = await visit({ path: '/statements?statement=income-statement&compared=false' });
  await signIn(page, accountant);
  await page.getByLabel('Desglose').selectOption('Por Centro');
  for (const head of ['Madrid', 'Barcelona', 'Sin asignar', 'Total']) await page.getByRole('columnheader', { name: head }).waitFor();
  await page.getByText('Cuadra: el resultado es el de los grupos 6 y 7.').waitFor();
  expect(await axeViolations(page)).toEqual([]);
  await screenshot('income-statement-by-centre');
  await page.getByLabel('Valor').selectOption('Madrid');
  await page
    .getByRole('columnheader', { name: /^Madrid, / })
    .first()
    .waitFor();
  await page.goto(new URL('/orders/new', page.url()).href);
  await page
    .getByLabel(/^Analítica/)
    .filter({ visible: true })
    .first()
    .waitFor();
  await screenshot('order-with-dimensions');
});
