import type { Page } from 'playwright-core';
import { beforeAll, expect } from 'vitest';
import { signIn, test } from '../support/browser.ts';
import { send, type Tenant } from '../support/http.ts';
import { done, foundCompany } from '../support/trading-company.ts';

let company: Tenant;
/** 100.00 and 200.00, each with 21 % VAT; the first falls due before the second. */
let first: string;
let second: string;

const read = (path: string) => done(send(`GET ${path}`, { token: company.tokens.owner }));
const openOf = async (invoice: string): Promise<string> => (await read(`/invoices/${invoice}`)).open.amount;

async function invoiceOf(customerId: string, price: string, paymentDays: number): Promise<string> {
  const { owner: token } = company.tokens;
  const body = { customerId, paymentDays, lines: [{ name: 'Asesoría', quantity: '1', price }] };
  const { id } = await done(send('POST /invoice-drafts', { token, body }));
  return (await done(send(`POST /invoice-drafts/${id}/issue`, { token, body: {} }))).id;
}

beforeAll(async () => {
  company = await foundCompany();
  const { owner: token } = company.tokens;
  const customer = await done(
    send('POST /customers', { token, body: { name: 'Librería Cervantes, S.L.', taxId: 'B58378431', paymentDays: 30 } }),
  );
  first = await invoiceOf(customer.id, '100', 10);
  second = await invoiceOf(customer.id, '200', 30);
}, 120_000);

const idShown = (page: Page): string => new URL(page.url()).pathname.split('/').at(-1) ?? '';
const focused = (page: Page) => page.evaluate('document.activeElement?.textContent');

test('one receipt pays several invoices, one is credited in part, and the bank takes the money back', { timeout: 180_000 }, async ({
  visit,
}) => {
  const { page, screenshot } = await visit({ path: '/receipts/new' });
  await signIn(page, company.people.accountant);
  const dialog = page.getByRole('dialog');
  await page.getByRole('combobox', { name: 'Cliente' }).fill('cervantes');
  await page.getByRole('option', { name: /Librería Cervantes/ }).click();
  await page.getByRole('textbox', { name: 'Importe', exact: true }).fill('300');
  await page.getByRole('button', { name: 'Aplicar a las más antiguas' }).click();
  await page.getByText('Se aplica todo: 300,00 €.').waitFor();
  await page.getByRole('button', { name: 'Revisar y registrar' }).click();
  await dialog.getByText('Paga 2 facturas.').waitFor();
  await dialog.getByText('572').filter({ visible: true }).first().waitFor();
  await screenshot('receiving-review');
  await dialog.getByRole('button', { name: 'Registrar cobro' }).click();
  await page.getByRole('heading', { level: 1, name: /^Cobro C-/ }).waitFor();
  const receipt = idShown(page);
  // 300.00 − 121.00 = 179.00 of 242.00.
  expect(await read(`/receipts/${receipt}`)).toMatchObject({ amount: { amount: '300.00' }, open: { amount: '0.00' } });
  expect([await openOf(first), await openOf(second)]).toEqual(['0.00', '63.00']);

  await page.goto(new URL(`/invoices/${second}`, page.url()).href);
  await page.getByRole('button', { name: 'Rectificar' }).click();
  await dialog.getByText('Importes', { exact: true }).click();
  await dialog.getByLabel('Se abona de la línea 1, Asesoría').fill('50');
  await dialog.getByLabel(/^Motivo/).fill('Descuento acordado');
  // 50.00 and 21 % of it.
  await dialog.getByText('60,50 €').filter({ visible: true }).first().waitFor();
  await screenshot('receiving-credit');
  await dialog.getByRole('button', { name: 'Emitir rectificativa' }).click();
  await page.getByRole('heading', { level: 1, name: /^Rectificativa R/ }).waitFor();
  expect((await read(`/credit-notes/${idShown(page)}`)).totals).toMatchObject({
    net: { amount: '50.00' },
    tax: { amount: '10.50' },
    gross: { amount: '60.50' },
  });
  expect(await openOf(second)).toBe('2.50');

  await page.goto(new URL(`/receipts/${receipt}`, page.url()).href);
  await page.getByRole('button', { name: `Desaplicar de Factura ${first.slice(4)}` }).click();
  await dialog.getByRole('button', { name: 'Desaplicar' }).click();
  await page.getByText('Con saldo a favor', { exact: true }).waitFor();
  expect((await read(`/receipts/${receipt}`)).open.amount).toBe('121.00');
  expect([await openOf(first), await openOf(second)]).toEqual(['121.00', '2.50']);

  await page.getByRole('button', { name: 'Anular cobro' }).click();
  await dialog.getByLabel(/^Motivo/).fill('Recibo devuelto');
  await dialog.getByText('300,00 €').filter({ visible: true }).first().waitFor();
  await dialog.getByRole('button', { name: 'Anular cobro' }).click();
  await dialog.waitFor({ state: 'detached' });
  await page.getByText('Anulado', { exact: true }).filter({ visible: true }).first().waitFor();
  // Who works by keyboard goes on where they were.
  await expect.poll(() => focused(page)).toBe('Anular cobro');
  // 242.00 − 60.50 of the credit note stay gone.
  expect([await openOf(first), await openOf(second)]).toEqual(['121.00', '181.50']);
  const trial = await read('/trial-balance?consistent=true');
  expect(trial.rows.find(({ account }: { account: string }) => account === '572')).toMatchObject({
    debit: { amount: '300.00' },
    credit: { amount: '300.00' },
  });
  await screenshot('receiving-reversed');
});
