import { readFile } from 'node:fs/promises';
import { parse } from 'csv-parse/sync';
import type { Page } from 'playwright-core';
import { beforeAll, expect } from 'vitest';
import { signIn, test } from '../support/browser.ts';
import { eventually } from '../support/cloud.ts';
import { send, type Tenant } from '../support/http.ts';
import { done, foundCompany } from '../support/trading-company.ts';
import { sheetOf } from '../support/xlsx.ts';

/** Besides the one to whom a company sells over the counter, which it has from the start. */
const CUSTOMERS = 120;
/** What is ordered of an item at 10.00 without a discount, in this order: with 21 % VAT 24.20, 12.10, 60.50, 36.30. */
const QUANTITIES = [2, 1, 5, 3];
let company: Tenant;
let orders: { readonly id: string; readonly number: string }[] = [];

const post = (path: string, body: object) => done(send(`POST ${path}`, { token: company.tokens.owner, body }));
const customerName = (index: number) => `Cliente ${String(index).padStart(3, '0')}`;

beforeAll(async () => {
  company = await foundCompany();
  const ids: string[] = [];
  for (let first = 1; first <= CUSTOMERS; first += 10) {
    const names = Array.from({ length: 10 }, (_, index) => customerName(first + index));
    ids.push(...(await Promise.all(names.map((name) => post('/customers', { name })))).map(({ id }) => id));
  }
  const itemId = (await post('/items', { code: 'TAZA-01', name: 'Taza de loza', price: '10', taxCode: 'IVA-G' })).id;
  await post('/goods-receipts', { lines: [{ itemId, quantity: '100', unitCost: '4' }] });
  orders = [];
  for (const [index, quantity] of QUANTITIES.entries())
    orders.push(await post('/orders', { customerId: ids[index], lines: [{ itemId, quantity: String(quantity) }] }));
}, 180_000);

const rowLinks = (page: Page) => page.locator('a[data-row]');
const addressOf = (page: Page) => new URL(page.url());
/** Where the rows scroll. */
const SCROLLER = `document.querySelector('section[aria-label$=": filas"]')`;
const placeOf = async (page: Page) => Number(await page.evaluate(`${SCROLLER}.scrollTop`));
const orderOf = (quantity: number): string => orders[QUANTITIES.indexOf(quantity)]?.number ?? '';

/** Waits until the list shows exactly this many. */
const counted = (page: Page, count: number) =>
  page
    .getByRole('status')
    .filter({ hasText: new RegExp(`^${count} registros?$`) })
    .waitFor();

/** The bytes of what the list is exported as. */
async function exported(page: Page, format: 'Excel' | 'CSV'): Promise<Buffer> {
  await page.getByRole('button', { name: 'Exportar' }).click();
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('menuitem', { name: format }).click()]);
  return readFile(await download.path());
}

test('words are looked for while they are typed: the field keeps the focus, the address keeps the words', async ({ visit }) => {
  const { page } = await visit({ path: '/customers' });
  await signIn(page, company.people.owner);
  await rowLinks(page).first().waitFor();
  await page.keyboard.press('/');
  for (const letter of '07') {
    await page.keyboard.type(letter);
    await eventually('the words in the address', async () => addressOf(page).searchParams.get('q')?.endsWith(letter) === true);
  }
  // 007, 070 to 079, 107.
  await counted(page, 12);
  const field = page.getByRole('textbox', { name: /^Buscar por/ });
  await expect.poll(() => page.evaluate('document.activeElement?.getAttribute("aria-label")')).toMatch(/^Buscar por/);
  await expect.poll(() => field.inputValue()).toBe('07');
  await page.reload();
  await counted(page, 12);
  expect(await rowLinks(page).first().textContent()).toBe(customerName(7));
});

test('only the rows in sight are drawn, and a list comes back to its place after a record', async ({ visit }) => {
  const { page } = await visit({ path: '/customers' });
  await signIn(page, company.people.owner);
  await rowLinks(page).first().waitFor();
  const last = rowLinks(page).filter({ hasText: customerName(CUSTOMERS) });
  await eventually('the end of the list', async () => {
    await page.evaluate(`${SCROLLER}.scrollTo(0, 1e6)`);
    return (await last.count()) === 1;
  });
  await counted(page, CUSTOMERS + 1);
  const drawn = await rowLinks(page).count();
  expect(drawn).toBeGreaterThan(5);
  expect(drawn).toBeLessThan(60);
  expect(
    await rowLinks(page)
      .filter({ hasText: customerName(1) })
      .count(),
  ).toBe(0);
  const row = rowLinks(page).filter({ hasText: customerName(90) });
  // A row is 41 pixels high.
  await page.evaluate(`${SCROLLER}.scrollTo(0, ${80 * 41})`);
  await row.waitFor();
  const place = await placeOf(page);
  expect(place).toBe(80 * 41);
  await row.click();
  await page.getByRole('heading', { level: 1, name: customerName(90) }).waitFor();
  await page.goBack();
  await row.waitFor();
  expect(await placeOf(page)).toBe(place);
  expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('Clientes');
});

test('a filter and a view with a name are still there after a reload', async ({ visit }) => {
  const { page } = await visit({ path: '/orders' });
  await signIn(page, company.people.owner);
  await page.getByRole('combobox', { name: 'Cliente' }).fill('Cliente 002');
  await page.getByRole('option', { name: /Cliente 002/ }).click();
  await counted(page, 1);
  await page.getByRole('button', { name: 'Guardar esta vista' }).click();
  await page.getByLabel('Nombre de la vista').fill('Del 002');
  await page.keyboard.press('Enter');
  const view = page.getByRole('button', { name: 'Del 002', exact: true });
  await view.waitFor();
  await page.reload();
  await counted(page, 1);
  await expect.poll(() => page.getByRole('combobox', { name: 'Cliente' }).inputValue()).toContain('Cliente 002');
  await expect.poll(() => view.getAttribute('aria-current')).toBe('true');
  await page.getByRole('button', { name: 'Todo', exact: true }).click();
  await counted(page, QUANTITIES.length);
  await view.click();
  await counted(page, 1);
  expect(await rowLinks(page).first().textContent()).toBe(orderOf(1));
});

test('by a column that the API does not sort by: the greatest total first, then the smallest', async ({ visit }) => {
  const { page } = await visit({ path: '/orders' });
  await signIn(page, company.people.owner);
  await rowLinks(page).first().waitFor();
  await page.getByRole('button', { name: 'Total', exact: true }).click();
  await page.locator('th[aria-sort=descending]').waitFor();
  expect(await rowLinks(page).allTextContents()).toEqual([5, 3, 2, 1].map(orderOf));
  expect(addressOf(page).searchParams.get('sort')).toBe('-gross');
  await page.getByRole('button', { name: 'Total', exact: true }).click();
  await page.locator('th[aria-sort=ascending]').waitFor();
  expect(await rowLinks(page).allTextContents()).toEqual([1, 2, 3, 5].map(orderOf));
});

test('CSV and Excel hold what the list shows, in its order, and all of it', async ({ visit }) => {
  const { page } = await visit({ path: '/orders?sort=-gross' });
  await signIn(page, company.people.owner);
  await rowLinks(page).first().waitFor();
  const text = (await exported(page, 'CSV')).toString('utf8');
  expect(text.startsWith('\uFEFF')).toBe(true);
  const rows = parse(text, { bom: true, delimiter: ';', columns: true }) as Record<string, string>[];
  expect(rows.map((row) => [row.Cliente, row.Estado, row.Total])).toEqual([
    [customerName(3), 'Por enviar', '60,50'],
    [customerName(4), 'Por enviar', '36,30'],
    [customerName(1), 'Por enviar', '24,20'],
    [customerName(2), 'Por enviar', '12,10'],
  ]);
  const [head = [], ...body] = sheetOf(await exported(page, 'Excel'));
  expect(head).toEqual(Object.keys(rows[0] ?? {}));
  expect(body.map((row) => row[0])).toEqual([5, 3, 2, 1].map(orderOf));
  expect(body.map((row) => Number(row[head.indexOf('Total')]))).toEqual([60.5, 36.3, 24.2, 12.1]);

  // Nobody has scrolled: what has not been read yet is read for the file.
  const customers = await visit({ path: '/customers' });
  await signIn(customers.page, company.people.owner);
  await rowLinks(customers.page).first().waitFor();
  const all = sheetOf(await exported(customers.page, 'Excel'));
  const names = Array.from({ length: CUSTOMERS }, (_, index) => customerName(index + 1));
  expect(all.slice(0, -1).map(([name]) => name)).toEqual(['Nombre', ...names]);
  expect(all.at(-1)?.[0]).toBe('Cliente de contado');
});

test('two orders ship at once, after what will be done is shown', { timeout: 120_000 }, async ({ visit }) => {
  const { page, screenshot } = await visit({ path: '/orders?status=placed' });
  await signIn(page, company.people.warehouse);
  await rowLinks(page).first().waitFor();
  for (const quantity of [1, 2]) await page.getByRole('checkbox', { name: `Seleccionar ${orderOf(quantity)}` }).check();
  await page.getByRole('button', { name: 'Enviar completos (2)' }).click();
  const dialog = page.getByRole('dialog');
  // 12.10 + 24.20.
  await dialog.getByText('36,30 €').waitFor();
  await dialog.getByText('Se puede').nth(1).waitFor();
  await screenshot('lists-ship-two');
  await dialog.getByRole('button', { name: 'Enviar completos (2)' }).click();
  await dialog.getByText('2 de 2 hechos').waitFor();
  await dialog.getByRole('button', { name: 'Cerrar' }).last().click();
  await dialog.waitFor({ state: 'detached' });
  await counted(page, 2);
  const states = await Promise.all(
    orders.map(async ({ id }) => (await send(`GET /orders/${id}`, { token: company.tokens.owner })).body.status),
  );
  expect(states).toEqual(['invoiced', 'invoiced', 'placed', 'placed']);
});

test('a date is typed as people write it, or picked from the calendar by keys alone', async ({ visit }) => {
  const { page } = await visit({ path: '/orders' });
  const { keyboard } = page;
  await signIn(page, company.people.owner);
  await counted(page, QUANTITIES.length);
  const [from, to] = [page.getByRole('textbox', { name: 'Desde' }), page.getByRole('textbox', { name: 'Hasta' })];
  const inAddress = (name: string, value: string | null) => expect.poll(() => addressOf(page).searchParams.get(name)).toBe(value);
  await from.fill('1/3/26');
  await keyboard.press('Enter');
  await inAddress('from', '2026-03-01');
  await expect.poll(() => from.inputValue()).toBe('01/03/2026');
  await keyboard.press('ArrowDown');
  await inAddress('from', '2026-02-28');
  // What is no date is said to be none, and what stood there stands again.
  await from.fill('30/02');
  await keyboard.press('Tab');
  await page.getByText('«30/02» no es una fecha.').waitFor();
  expect([await from.inputValue(), addressOf(page).searchParams.get('from')]).toEqual(['28/02/2026', '2026-02-28']);
  await to.fill('2026-03-31');
  await inAddress('to', '2026-03-31');
  await counted(page, 0);
  await keyboard.press('Alt+ArrowDown');
  await page.getByRole('dialog', { name: 'Calendario' }).getByRole('table').waitFor();
  await expect.poll(() => page.evaluate('document.activeElement?.getAttribute("aria-label")')).toBe('31 de marzo de 2026');
  await keyboard.press('ArrowUp');
  await keyboard.press('Enter');
  await inAddress('to', '2026-03-24');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await from.fill('');
  await to.fill('');
  await inAddress('from', null);
  await counted(page, QUANTITIES.length);
});
