import { beforeAll, expect } from 'vitest';
import { signIn, test } from '../support/browser.ts';
import { deployed, send } from '../support/http.ts';
import { type TradingCompany, tradingCompany } from '../support/trading-company.ts';

let company: TradingCompany;

beforeAll(async () => {
  company = await tradingCompany();
}, 120_000);

test('the page of an order with its invoice, return and entries asks the API for at most four things', { timeout: 120_000 }, async ({
  visit,
}) => {
  const token = company.tokens.owner;
  const order = (await send(`GET /returns/${company.ids.ret}`, { token })).body.orderId;
  const { number } = (await send(`GET /orders/${order}`, { token })).body;
  const { page } = await visit({ path: '/orders' });
  await signIn(page, company.people.owner);
  const row = page.getByRole('link', { name: number });
  await row.waitFor();
  const requests: string[] = [];
  page.on('request', (request) => {
    if (request.url().startsWith(deployed().apiUrl) && request.method() !== 'OPTIONS') requests.push(new URL(request.url()).pathname);
  });
  await row.click();
  // All of it is there: its story, the names of accounts in its entries, its documents, its warehouse.
  await page.getByRole('region', { name: 'Historial' }).getByRole('listitem').first().waitFor();
  await page.getByRole('table').getByText('Clientes').filter({ visible: true }).first().waitFor();
  await page
    .getByRole('link', { name: /^Devolución/ })
    .first()
    .waitFor();
  await page.getByText('Almacén principal').waitFor();
  expect(requests.join(' ')).toContain(`/orders/${order}`);
  expect(requests.length, requests.join(' ')).toBeLessThanOrEqual(4);
});
