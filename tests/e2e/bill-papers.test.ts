import { beforeAll, expect } from 'vitest';
import { BANK_IBAN, EXAMPLE_N43 } from '../support/bank-samples.ts';
import { axeViolations, signIn, test } from '../support/browser.ts';
import { eventually } from '../support/cloud.ts';
import { send, type Tenant } from '../support/http.ts';
import { inboxOf } from '../support/inbox.ts';
import { eur } from '../support/receivables.ts';
import { done, foundCompany } from '../support/trading-company.ts';
import { PAPER_INVOICE, type WrittenText, writtenPdf } from '../support/written-pdf.ts';

let company: Tenant;
let paper = '';
let bill: { readonly id: string; readonly reference: string };

/** The paper of what the bank charged: 400.00 and 21 %, five days before. */
const CHANGED: Readonly<Record<string, string | undefined>> = {
  '12/11/2026': '05/03/2026',
  '12/12/2026': '05/04/2026',
  '594,00 EUR': '484,00 EUR',
};
const DROPPED = ['Café', '100,00', '10 %', '10,00', 'IBAN: ES91 2100 0418 4502 0005 1332'];
const written = (): Uint8Array =>
  writtenPdf(
    PAPER_INVOICE.filter(([, , text]) => !DROPPED.includes(text)).map(([x, y, text]): WrittenText => [x, y, CHANGED[text] ?? text]),
  );

beforeAll(async () => {
  company = await foundCompany();
  const inbox = inboxOf(() => company);
  const get = (path: string) => done(send(`GET ${path}`, { token: company.tokens.owner }));
  const { id: accountId } = await inbox.post('/banking/accounts', { name: 'CaixaBank', iban: BANK_IBAN, account: '572' });
  const supplier = { name: 'Suministros del Sur, S.L.', taxId: 'B83456780', expenseAccount: '602' };
  const { id: supplierId } = await inbox.post('/payables/suppliers', supplier);
  await inbox.bring('2026-03.n43', Buffer.from(EXAMPLE_N43, 'latin1'));
  const line = await eventually(
    'the lines of the statement',
    async () =>
      (await get(`/banking/lines?bankAccountId=${accountId}`)).items.find((each: { amount: object }) => {
        return JSON.stringify(each.amount) === JSON.stringify(eur('-484.00'));
      }),
    60,
  );
  const parts = [{ as: 'bill', supplierId, account: '602', taxCode: 'IVA-G', amount: eur('484.00') }];
  await inbox.post(`/banking/lines/${line.id}/match`, { parts });
  [bill] = (await get(`/payables/bills?supplierId=${supplierId}`)).items;
  paper = (await inbox.bring('factura.pdf', written())).id;
}, 180_000);

test('a paper that came after its bill is attached to it, and the bill has its number', { timeout: 180_000 }, async ({ visit }) => {
  const english = await visit({ path: `/documents/${paper}`, locale: 'en-GB', width: 390, height: 844 });
  await signIn(english.page, company.people.owner);
  await english.page.getByText(`Bill ${bill.reference} of`, { exact: false }).waitFor();
  await english.page.getByRole('button', { name: 'Attach to its bill' }).first().click();
  await english.page.getByRole('dialog', { name: `The paper of ${bill.reference}` }).waitFor();
  await english.screenshot('bill-paper-phone');
  expect(await axeViolations(english.page)).toEqual([]);

  const { page, screenshot } = await visit({ path: `/documents/${paper}` });
  await signIn(page, company.people.owner);
  await page.getByText(`La factura ${bill.reference}`, { exact: false }).waitFor();
  await page.getByRole('button', { name: 'Adjuntar a su factura' }).first().click();
  const dialog = page.getByRole('dialog');
  expect(await dialog.getByLabel('Número del proveedor').inputValue()).toBe('A-2026/0117');
  await screenshot('bill-paper');
  await dialog.getByRole('button', { name: 'Adjuntar' }).click();
  await page.getByText('factura.pdf queda adjunto a su factura.').waitFor();
  await page.goto(new URL(`/payables/bills/${bill.id}`, page.url()).href);
  await page.getByText('A-2026/0117').first().waitFor();
  await page.getByText('Adjuntó el documento').waitFor();
  await screenshot('bill-paper-bill');
});
