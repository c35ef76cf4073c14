import type { Page } from 'playwright-core';
import { beforeAll, expect } from 'vitest';
import { signIn, test } from '../support/browser.ts';
import { eventually } from '../support/cloud.ts';
import { send } from '../support/http.ts';
import { type TradingCompany, tradingCompany } from '../support/trading-company.ts';

let company: TradingCompany;

beforeAll(async () => {
  company = await tradingCompany();
}, 120_000);

/** The order that the page shows, as the API has it. */
async function orderShown(page: Page) {
  const id = new URL(page.url()).pathname.split('/').at(-1);
  return (await send(`GET /orders/${id}`, { token: company.tokens.owner })).body;
}

const shownState = (page: Page, state: string) =>
  page.getByRole('main').getByText(state, { exact: true }).filter({ visible: true }).first().waitFor();

/** Types words, waits for what they find, and takes it with Enter. */
async function take(page: Page, words: string, found: RegExp): Promise<void> {
  await page.keyboard.type(words);
  await page.getByRole('option', { name: found }).waitFor();
  await page.keyboard.press('Enter');
}

test('by mouse: sales sells, the warehouse ships, the accountant is paid, and each sees the entry before it is made', {
  timeout: 180_000,
}, async ({ visit }) => {
  const sales = await visit({ path: '/orders/new' });
  await signIn(sales.page, company.people.sales);
  await sales.page.getByRole('combobox', { name: 'Cliente' }).fill('cervantes');
  await sales.page.getByRole('option', { name: /Librería Cervantes/ }).click();
  await sales.page.getByRole('combobox', { name: 'Artículo' }).first().fill('taza-01');
  await sales.page.getByRole('option', { name: /TAZA-01/ }).click();
  await sales.page.getByLabel('Cantidad').first().fill('3');
  // 3 × 10.00 and 21 % VAT, worked out by hand.
  await sales.page.getByText('36,30 €').filter({ visible: true }).first().waitFor();
  await sales.screenshot('sale-new-order');
  await sales.page.getByRole('button', { name: 'Registrar pedido' }).click();
  await shownState(sales.page, 'Por enviar');
  const placed = await orderShown(sales.page);
  expect(placed).toMatchObject({
    status: 'placed',
    totals: { net: { amount: '30.00' }, tax: { amount: '6.30' }, gross: { amount: '36.30' } },
  });
  // What sales may not do is not there.
  expect(await sales.page.getByRole('button', { name: 'Enviar', exact: true }).count()).toBe(0);

  const warehouse = await visit({ path: `/orders/${placed.id}` });
  await signIn(warehouse.page, company.people.warehouse);
  await warehouse.page.getByRole('button', { name: 'Enviar', exact: true }).click();
  const dialog = warehouse.page.getByRole('dialog');
  // Cost of 3 at 4.00: 610 debit, 300 credit; and the invoice: 430 = 700 + 477.
  for (const figure of ['36,30 €', '30,00 €', '6,30 €', '12,00 €'])
    await dialog.getByText(figure).filter({ visible: true }).first().waitFor();
  await warehouse.screenshot('sale-ship');
  await dialog.getByRole('button', { name: 'Enviar', exact: true }).click();
  await dialog.waitFor({ state: 'detached' });
  await shownState(warehouse.page, 'Facturado');

  const accountant = await visit({ path: `/invoices/${(await orderShown(warehouse.page)).invoiceIds[0]}` });
  await signIn(accountant.page, company.people.accountant);
  await accountant.page.getByRole('button', { name: 'Registrar cobro' }).click();
  await accountant.page.getByRole('dialog').getByRole('cell', { name: /^572 / }).first().waitFor();
  await accountant.screenshot('sale-receive-payment');
  await accountant.page
    .getByRole('dialog')
    .getByRole('button', { name: /registrar|cobrar/i })
    .click();
  await shownState(accountant.page, 'Cobrada');
  await eventually(
    'the order to close',
    async () => (await send(`GET /orders/${placed.id}`, { token: company.tokens.owner })).body.status === 'closed',
  );
});

test('by keyboard alone: three lines in half a minute, shipped and paid without the mouse', { timeout: 180_000 }, async ({ visit }) => {
  const { page, screenshot } = await visit();
  await signIn(page, company.people.owner);
  await page.getByRole('navigation', { name: 'Navegación principal' }).waitFor();
  await page.keyboard.press('g');
  await page.keyboard.press('o');
  await page.getByRole('heading', { level: 1, name: 'Pedidos' }).waitFor();
  await page.keyboard.press('n');
  await page.getByRole('heading', { level: 1, name: 'Nuevo pedido' }).waitFor();
  const began = Date.now();
  await expect.poll(() => page.evaluate(`document.activeElement?.getAttribute('role') === 'combobox'`)).toBe(true);
  await take(page, 'cervantes', /Librería Cervantes/);
  for (const quantity of ['1', '2', '1']) {
    await take(page, 'taza-01', /TAZA-01/);
    await page.keyboard.type(quantity);
    await page.keyboard.press('Enter');
  }
  await page.keyboard.press('Control+Enter');
  await shownState(page, 'Por enviar');
  // A goal of the product, with a machine that does other things besides; a person types slower and waits less.
  expect(Date.now() - began).toBeLessThan(30_000);
  expect(await orderShown(page)).toMatchObject({
    lines: [{ quantity: '1' }, { quantity: '2' }, { quantity: '1' }],
    totals: { net: { amount: '40.00' } },
  });
  await page.keyboard.press('s');
  await page.getByRole('dialog').getByText('48,40 €').filter({ visible: true }).first().waitFor();
  await page.keyboard.press('Control+Enter');
  await shownState(page, 'Facturado');
  await page.keyboard.press('Control+k');
  await page.getByRole('dialog').getByRole('combobox').waitFor();
  await page.keyboard.type((await orderShown(page)).invoiceIds[0].slice(4));
  await page
    .getByRole('option', { name: /F20\d\d-/ })
    .first()
    .waitFor();
  await screenshot('palette');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name: /^Factura/ }).waitFor();
  await page.keyboard.press('p');
  await page.getByRole('dialog').getByRole('cell', { name: /^572 / }).first().waitFor();
  await page.keyboard.press('Control+Enter');
  await shownState(page, 'Cobrada');
});

test('a draft of an order is still there after a reload', async ({ visit }) => {
  const { page } = await visit({ path: '/orders/new' });
  await signIn(page, company.people.owner);
  await page.getByRole('combobox', { name: 'Cliente' }).fill('cervantes');
  await page.getByRole('option', { name: /Librería Cervantes/ }).click();
  await page.getByLabel('Referencia').fill('PO-77');
  await page.reload();
  await page.getByLabel('Referencia').waitFor();
  await expect.poll(() => page.getByLabel('Referencia').inputValue()).toBe('PO-77');
  await expect.poll(() => page.getByRole('combobox', { name: 'Cliente' }).inputValue()).toContain('Librería Cervantes');
  await page.getByRole('button', { name: 'Descartar borrador' }).click();
  await expect.poll(() => page.getByLabel('Referencia').inputValue()).toBe('');
});

test('a line removed comes back, and what was sent without an answer is sent again with its key after a reload', async ({ visit }) => {
  const { page, expectProblem } = await visit({ path: '/orders/new' });
  expectProblem(/^failed POST .*\/orders/);
  await signIn(page, company.people.owner);
  const item = page.getByRole('combobox', { name: 'Artículo' }).first();
  await page.getByRole('combobox', { name: 'Cliente' }).fill('cervantes');
  await page.getByRole('option', { name: /Librería Cervantes/ }).click();
  await item.fill('taza-01');
  await page.getByRole('option', { name: /TAZA-01/ }).click();
  await page.getByRole('button', { name: 'Quitar la línea 1' }).click();
  await expect.poll(() => item.inputValue()).toBe('');
  await page.getByRole('button', { name: 'Deshacer' }).click();
  await expect.poll(() => item.inputValue()).toContain('TAZA-01');
  const sent: (string | undefined)[] = [];
  // The order is placed, and its answer is lost on the way.
  await page.route(/\/orders$/, async (route) => {
    if (route.request().method() !== 'POST') return route.continue();
    sent.push(route.request().headers()['idempotency-key']);
    if (sent.length > 1) return route.continue();
    await route.fetch();
    return route.abort('connectionreset');
  });
  const count = async () => (await send('GET /orders?limit=100', { token: company.tokens.owner })).body.items.length;
  const before = await count();
  await page.getByRole('button', { name: 'Registrar pedido' }).click();
  await page.getByRole('alert').first().waitFor();
  await page.reload();
  await page.getByRole('button', { name: 'Registrar pedido' }).click();
  await shownState(page, 'Por enviar');
  expect(sent).toEqual([expect.stringMatching(/^[\da-f-]{36}$/), sent[0]]);
  expect(await count()).toBe(before + 1);
});

test('more than there is in stock is said before it is placed, and refused with the line named', async ({ visit }) => {
  const { page, expectProblem } = await visit({ path: '/orders/new' });
  expectProblem(/^422 POST/);
  await signIn(page, company.people.owner);
  await page.getByRole('combobox', { name: 'Cliente' }).fill('cervantes');
  await page.getByRole('option', { name: /Librería Cervantes/ }).click();
  await page.getByRole('combobox', { name: 'Artículo' }).first().fill('taza-02');
  await page.getByRole('option', { name: /TAZA-02/ }).click();
  await page.getByLabel('Cantidad').first().fill('500');
  await page
    .getByText(/solo hay|disponible|no hay suficiente|faltan/i)
    .first()
    .waitFor();
  await page.getByRole('button', { name: 'Registrar pedido' }).click();
  await page.getByRole('alert').first().waitFor();
  expect(new URL(page.url()).pathname).toBe('/orders/new');
});
