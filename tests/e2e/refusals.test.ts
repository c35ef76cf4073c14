import { beforeAll, describe } from 'vitest';
import { signIn, test, type Visit } from '../support/browser.ts';
import { type TradingCompany, tradingCompany } from '../support/trading-company.ts';

const today = new Date().toISOString().slice(0, 10);
const HEAD = 'InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country';
const row = (no: string, quantity: string, price: string, day = today) =>
  `${no},85123A,HOLDER,${quantity},${day} 08:26:00,${price},17850,Spain`;
const fileOf = (name: string, lines: readonly string[]) => ({ name, mimeType: 'text/csv', buffer: Buffer.from(lines.join('\n')) });

let company: TradingCompany;
beforeAll(async () => {
  company = await tradingCompany();
}, 120_000);

/** What each language calls things, and what it says. 10 cups on hand, 2 of them promised: 8 are free. */
const SPOKEN = [
  {
    locale: 'es-ES',
    names: {
      item: 'Artículo',
      quantity: 'Cantidad',
      customer: 'Cliente',
      difference: 'Diferencia',
      import: 'Importar',
      place: 'Registrar pedido',
    },
    stock: 'Stock insuficiente de TAZA-01 en main: en existencias, 10; por sacar, 99.',
    short: 'Stock insuficiente de TAZA-01 en main: libre, 8; se pide, 1.500.',
    rows: ['La columna «Quantity» dice «seis» y debe tener', 'El precio es -2,50', 'No hay periodo contable para el 05/03/2015.'],
    file: 'Unas comillas se abren y no se cierran.',
  },
  {
    locale: 'en-GB',
    names: { item: 'Item', quantity: 'Quantity', customer: 'Customer', difference: 'Difference', import: 'Import', place: 'Place order' },
    stock: 'Only 10 of TAZA-01 is on hand in main; 99 is to be taken out.',
    short: 'Only 8 of TAZA-01 can be promised in main; 1500 is asked for.',
    rows: ['Quantity is "seis": not a quantity', 'The price is -2.5.', 'There is no fiscal year for 2015-03-05.'],
    file: 'A quotation mark is opened and never closed',
  },
] as const;

describe.each(SPOKEN)('a refusal in $locale', ({ locale, names, stock, short, rows, file }) => {
  const says = ({ page }: Visit, text: string) => page.getByText(text, { exact: false }).filter({ visible: true }).first().waitFor();

  test('says how much there is and how much is asked for', { timeout: 120_000 }, async ({ visit }) => {
    const seen = await visit({ path: '/stock-adjustments/new', locale });
    const { page } = seen;
    seen.expectProblem(/^422 POST .*stock-adjustments|^422 POST .*orders/);
    await signIn(page, company.people.owner);
    await page.getByRole('dialog').getByRole('combobox', { name: names.item }).first().fill('taza-01');
    await page.getByRole('option', { name: /TAZA-01/ }).click();
    await page.getByLabel(names.difference).first().fill('-99');
    await says(seen, stock);
    await seen.screenshot(`refusal-stock-${locale}`);
    await page.goto(new URL('/orders/new', page.url()).href);
    await page.getByRole('combobox', { name: names.customer }).fill('cervantes');
    await page.getByRole('option', { name: /Cervantes/ }).click();
    await page.getByRole('combobox', { name: names.item }).first().fill('taza-01');
    await page.getByRole('option', { name: /TAZA-01/ }).click();
    await page.getByLabel(names.quantity).first().fill('1500');
    await page.getByRole('button', { name: names.place }).click();
    await says(seen, short);
    await seen.screenshot(`refusal-order-${locale}`);
  });

  test('says of each row of a file what is wrong in it, and where a file breaks', { timeout: 180_000 }, async ({ visit }) => {
    const seen = await visit({ path: '/imports/new', locale });
    const { page } = seen;
    await signIn(page, company.people.owner);
    const lines = [HEAD, row('1', '1', '5.00'), row('2', 'seis', '5.00'), row('3', '1', '-2.50'), row('4', '1', '5.00', '2015-03-05')];
    await page.locator('input[type=file]').setInputFiles(fileOf(`filas-${locale}.csv`, lines));
    await page.getByRole('button', { name: names.import, exact: true }).click();
    await page.locator('a[href$="/rows"]').first().click({ timeout: 90_000 });
    for (const text of rows) await says(seen, text);
    await seen.screenshot(`refusal-rows-${locale}`);
    await page.goto(new URL('/imports/new', page.url()).href);
    await page.locator('input[type=file]').setInputFiles(fileOf(`rota-${locale}.csv`, [HEAD, row('5', '1', '5.00'), '6,"abierta']));
    await page.getByRole('button', { name: names.import, exact: true }).click();
    await page.getByText(file).filter({ visible: true }).first().waitFor({ timeout: 90_000 });
    await seen.screenshot(`refusal-file-${locale}`);
  });
});
