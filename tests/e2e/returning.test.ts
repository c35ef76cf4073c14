import { beforeAll, expect } from 'vitest';
import { signIn, test } from '../support/browser.ts';
import { send } from '../support/http.ts';
import { type TradingCompany, tradingCompany } from '../support/trading-company.ts';

let company: TradingCompany;

beforeAll(async () => {
  company = await tradingCompany();
}, 120_000);

test('goods come back: authorised on the order, received with its credit note shown before, paid back by somebody else', {
  timeout: 180_000,
}, async ({ visit }) => {
  const order = (await send(`GET /returns/${company.ids.ret}`, { token: company.tokens.owner })).body.orderId;
  const warehouse = await visit({ path: `/orders/${order}` });
  await signIn(warehouse.page, company.people.warehouse);
  await warehouse.page
    .getByRole('link', { name: /^Devolución/ })
    .first()
    .click();
  await warehouse.page.getByRole('heading', { level: 1, name: /^Devolución/ }).waitFor();
  await warehouse.page.getByRole('button', { name: 'Recibir', exact: true }).click();
  const dialog = warehouse.page.getByRole('dialog');
  // One cup at 10.00 and 21 %, whose cost was 4.00: 708 and 477 against 430; 300 against 610.
  for (const figure of ['12,10 €', '10,00 €', '2,10 €', '4,00 €'])
    await dialog.getByText(figure).filter({ visible: true }).first().waitFor();
  await warehouse.screenshot('return-receive');
  await dialog.getByRole('button', { name: 'Recibir', exact: true }).click();
  await dialog.waitFor({ state: 'detached' });
  await warehouse.page
    .getByRole('link', { name: /rectificativa|R20\d\d/i })
    .first()
    .waitFor();
  const back = (await send(`GET /returns/${company.ids.ret}`, { token: company.tokens.owner })).body;
  expect(back.creditNotes ?? back.creditNoteIds).toHaveLength(1);
});

test('an order that has shipped says why it cannot be cancelled', async ({ visit }) => {
  const order = (await send(`GET /returns/${company.ids.ret}`, { token: company.tokens.owner })).body.orderId;
  const { page } = await visit({ path: `/orders/${order}` });
  await signIn(page, company.people.sales);
  const cancel = page.getByRole('button', { name: 'Cancelar pedido' });
  await cancel.waitFor();
  await expect.poll(() => cancel.getAttribute('aria-disabled')).toBe('true');
  await expect.poll(() => cancel.getAttribute('aria-description')).toMatch(/devolución/);
  await cancel.hover();
  await page.getByRole('tooltip').waitFor();
});

test('an order that has not shipped is cancelled with its reason, and its stock is free again', async ({ visit }) => {
  const { page } = await visit({ path: `/orders/${company.ids.ord}` });
  await signIn(page, company.people.sales);
  await page.getByRole('button', { name: 'Cancelar pedido' }).click();
  const dialog = page.getByRole('dialog');
  await expect.poll(() => dialog.getByRole('button', { name: 'Cancelar pedido' }).isDisabled()).toBe(true);
  await dialog.getByLabel('Motivo').fill('El cliente lo ha pensado mejor');
  await dialog.getByRole('button', { name: 'Cancelar pedido' }).click();
  await dialog.waitFor({ state: 'detached' });
  await page.getByRole('main').getByText('Cancelado', { exact: true }).filter({ visible: true }).first().waitFor();
  const stock = (await send(`GET /stock/${company.ids.itm}`, { token: company.tokens.owner })).body;
  expect(JSON.stringify(stock)).toContain('"available":"10"');
});
