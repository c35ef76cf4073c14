import { beforeAll, expect } from 'vitest';
import { axeViolations, signIn, test } from '../support/browser.ts';
import { send } from '../support/http.ts';
import { done, type TradingCompany, tradingCompany } from '../support/trading-company.ts';

let company: TradingCompany;

beforeAll(async () => {
  company = await tradingCompany();
  const { ids, tokens } = company;
  // Sales wrote about the order first, and so follows it.
  for (const [token, text] of [
    [tokens.sales, 'Llamar antes de enviar'],
    [tokens.owner, 'Hecho'],
  ])
    await done(send('POST /notes', { token, body: { record: ids.ord, text } }));
}, 120_000);

test('a note calls somebody, a file comes with it, tags lead back; who was called finds it by the bell', { timeout: 180_000 }, async ({
  visit,
}) => {
  const { page, screenshot } = await visit({ path: `/customers/${company.ids.cus}` });
  await signIn(page, company.people.owner);
  await page.getByRole('button', { name: 'Guardar nota' }).waitFor();
  // By keyboard alone: n, the mention with arrows and Enter, Ctrl Enter.
  await page.locator('main').focus();
  await page.keyboard.press('n');
  await page.keyboard.type('Pide factura nueva @sal');
  await page.getByRole('option', { name: new RegExp(company.people.sales.email) }).waitFor();
  expect(await axeViolations(page)).toEqual([]);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.keyboard.type('¿la ves?');
  await page.keyboard.press('Control+Enter');
  await page
    .getByText(/Pide factura nueva @\S+ ¿la ves\?/)
    .last()
    .waitFor();
  await expect.poll(() => page.getByRole('button', { name: 'Siguiendo' }).getAttribute('aria-pressed')).toBe('true');

  await page.setInputFiles('input[type=file]', [
    { name: 'contrato.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7\n%%EOF\n') },
    { name: 'virus.txt', mimeType: 'text/plain', buffer: Buffer.from('MZ\u0000\u0001') },
  ]);
  await page.getByText('Rechazado: no es PDF').waitFor();
  await page.getByRole('button', { name: 'contrato.pdf', exact: true }).first().waitFor();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'contrato.pdf', exact: true }).first().click(),
  ]);
  expect(download.suggestedFilename()).toBe('contrato.pdf');

  await page.getByRole('combobox', { name: 'Añadir una etiqueta' }).fill('Moroso');
  await page.keyboard.press('Enter');
  await page.getByRole('link', { name: '#Moroso' }).waitFor();
  await screenshot('notes-panel');
  expect(await axeViolations(page)).toEqual([]);
  await page.getByRole('link', { name: '#Moroso' }).click();
  await page.getByRole('heading', { level: 1, name: 'Etiquetas' }).waitFor();
  await page.getByRole('link', { name: /Librería Cervantes/ }).waitFor();

  const sales = await visit({ width: 390, height: 844 });
  await signIn(sales.page, company.people.sales);
  await sales.page.getByRole('link', { name: /Menciones y seguidos: \d+ sin leer/ }).click();
  await sales.page.getByText(/le mencionó/).waitFor();
  await sales.screenshot('notifications-phone');
  expect(await axeViolations(sales.page)).toEqual([]);
  await sales.page
    .getByRole('link', { name: /^Librería Cervantes, S\.L\. · B/ })
    .first()
    .click();
  await sales.page.getByRole('button', { name: 'Guardar nota' }).waitFor();
  // Who looks at the record has read what is about it, and nothing else.
  const unread = async (): Promise<string[]> =>
    (await done(send('GET /notifications?unread=true', { token: company.tokens.sales }))).items.map(
      ({ recordId }: { recordId: string }) => recordId,
    );
  await expect.poll(unread).toEqual([company.ids.ord]);
  const { notes } = await done(send(`GET /activity?record=${company.ids.cus}`, { token: company.tokens.sales }));
  expect(notes[0].mentions).toHaveLength(1);
});
