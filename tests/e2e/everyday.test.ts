import { beforeAll, expect } from 'vitest';
import { signIn, test } from '../support/browser.ts';
import { send } from '../support/http.ts';
import { done, type TradingCompany, tradingCompany } from '../support/trading-company.ts';

let company: TradingCompany;

beforeAll(async () => {
  company = await tradingCompany();
}, 120_000);

test('a row opens wherever it is clicked; Enter opens nothing that was found for other words', async ({ visit }) => {
  const { page } = await visit({ path: '/customers' });
  await signIn(page, company.people.owner);
  const row = page.getByRole('row', { name: /Librería Cervantes/ });
  await row.getByRole('cell').last().click();
  await page.getByRole('heading', { level: 1, name: /Librería Cervantes/ }).waitFor();

  await page.goto(new URL('/orders', page.url()).href);
  await page.getByRole('heading', { level: 1, name: 'Pedidos' }).waitFor();
  await page.keyboard.press('Control+k');
  await page.keyboard.type('taza');
  await page.getByRole('option', { name: /TAZA-01/, selected: true }).waitFor();
  // What is typed next is answered late: Enter comes before.
  const { promise: asked, resolve: answer } = Promise.withResolvers<void>();
  await page.route(/\/search\?q=cervantes/, async (route) => {
    await asked;
    await route.continue();
  });
  await page.getByRole('combobox', { name: 'Buscar' }).fill('cervantes');
  await page.getByRole('option', { name: /TAZA-01/, disabled: true }).waitFor();
  await page.keyboard.press('Enter');
  expect(await page.getByRole('dialog').count()).toBe(1);
  answer();
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await page.getByRole('heading', { level: 1, name: /Librería Cervantes/ }).waitFor();
});

test('a printed order shows neither cost nor entries; a count below what is reserved is taken and names whom it leaves short', async ({
  visit,
}) => {
  const token = company.tokens.owner;
  const shipped = await done(
    send('POST /orders', { token, body: { customerId: company.ids.cus, lines: [{ itemId: company.ids.itm, quantity: '1' }] } }),
  );
  await done(send(`POST /orders/${shipped.id}/shipments`, { token, body: {} }));
  const { page, screenshot } = await visit({ path: `/orders/${shipped.id}` });
  await signIn(page, company.people.owner);
  const cost = page.getByText('Coste', { exact: true });
  await cost.waitFor();
  const entries = page.getByRole('heading', { name: 'Asientos' });
  await entries.waitFor();
  await page.emulateMedia({ media: 'print' });
  for (const ours of [cost, entries]) await ours.waitFor({ state: 'hidden' });
  await page.emulateMedia({ media: 'screen' });

  const { number } = await done(send(`GET /orders/${company.ids.ord}`, { token }));
  await page.goto(new URL(`/stock/${company.ids.itm}`, page.url()).href);
  await page.getByRole('button', { name: 'Ajustar existencias' }).click();
  await page.getByRole('textbox', { name: 'Contado' }).fill('1');
  await page.getByRole('alert').getByRole('link', { name: number }).waitFor();
  await screenshot('count-short');
  await page.keyboard.press('Control+Enter');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  expect(await done(send(`GET /stock/${company.ids.itm}`, { token }))).toMatchObject({ onHand: '1', available: '-1' });

  // The order is told by itself that it waits: of its two pieces one is there, and no more is put into the shipment.
  const waits = async () => (await done(send(`GET /orders/${company.ids.ord}`, { token }))).lines[0].backordered;
  await expect.poll(waits).toBe('1');
  await page.reload();
  await page.getByRole('columnheader', { name: 'Pedido en espera, por orden' }).waitFor();
  await page.getByRole('cell', { name: number, exact: true }).getByRole('link').click();
  await page.getByRole('heading', { level: 1, name: `Pedido ${number}` }).waitFor();
  for (const name of ['Con existencias', 'En espera']) await page.getByRole('columnheader', { name, exact: true }).waitFor();
  await screenshot('order-waits');
  await page.getByRole('button', { name: 'Enviar' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('columnheader', { name: 'En espera', exact: true }).waitFor();
  expect(await dialog.getByRole('textbox', { name: /TAZA-01/ }).inputValue()).toBe('1');
});

test('an order that is invoiced when it is placed says so and shows the entry; keys do the same in every form', async ({ visit }) => {
  const token = company.tokens.owner;
  await done(send('PATCH /company', { token, body: { policies: { invoiceOn: 'order', shortage: 'backorder' } } }));
  const { page, screenshot } = await visit({ path: `/customers/${company.ids.cus}` });
  await signIn(page, company.people.owner);
  await page.getByRole('heading', { level: 1, name: /Librería Cervantes/ }).waitFor();
  await page.locator('main').focus();
  await page.keyboard.press('o');
  await page.getByRole('heading', { level: 1, name: 'Nuevo pedido' }).waitFor();
  // The customer is there: what is typed is the item.
  await expect.poll(() => page.evaluate('document.activeElement?.id')).toMatch(/-item$/);
  await page.keyboard.type('taza-01');
  await page.getByRole('option', { name: /TAZA-01/ }).waitFor();
  await page.keyboard.press('Enter');
  // 1 × 10.00 and 21 %: 430 to 700 and 477.
  const preview = page.getByRole('region', { name: 'Qué pasará' });
  for (const figure of ['12,10 €', '10,00 €', '2,10 €']) await preview.getByText(figure).filter({ visible: true }).first().waitFor();
  await screenshot('place-and-invoice');
  await page.getByRole('button', { name: 'Registrar y facturar' }).waitFor();
  await page.keyboard.press('Control+Enter');
  await page.getByText(/Registrado el pedido \S+ · Factura F\d{4}-\d{6}/).waitFor();

  // By keys alone: a new customer is saved, and an account leads on to its amount.
  await page.goto(new URL('/customers/new', page.url()).href);
  await page.getByRole('dialog').getByRole('textbox', { name: 'Nombre' }).first().fill('Bar Manolo');
  await page.keyboard.press('Control+Enter');
  await page.getByRole('heading', { level: 1, name: 'Bar Manolo' }).waitFor();
  const { promise: typed, resolve: answer } = Promise.withResolvers<void>();
  // The keys are faster than the chart of accounts.
  await page.route(/\/accounts(\?|$)/, async (route) => {
    await typed;
    await route.continue();
  });
  await page.goto(new URL('/journal/new', page.url()).href);
  await page.getByRole('combobox', { name: 'Cuenta' }).first().focus();
  await page.keyboard.type('621');
  answer();
  await page.getByRole('option', { name: /^621/ }).first().waitFor();
  await page.keyboard.press('Enter');
  await expect.poll(() => page.evaluate('document.activeElement?.id')).toMatch(/-debit$/);
  await page.keyboard.type('1000');
  expect(await page.getByRole('textbox', { name: 'Debe' }).first().inputValue()).toBe('1000');
});
