import { beforeAll, expect } from 'vitest';
import { addMonths, monthOf, yearOf } from '../../shared/kernel/date.ts';
import { axeViolations, signIn, test } from '../support/browser.ts';
import { send, type Tenant } from '../support/http.ts';
import { done, foundCompany } from '../support/http-company.ts';
import { eur, line } from '../support/ledger.ts';

let company: Tenant;
const today = new Date().toISOString().slice(0, 10);
const before = String(Number(yearOf(today)) - 1);
/** The last month of the last quarter that is over, and the quarter. */
const last = addMonths(monthOf(today), -((Number(today.slice(5, 7)) - 1) % 3) - 1);
const period = `${yearOf(last)}-${Number(last.slice(5)) / 3}T`;
const ask = (route: string, body?: object) => done(send(route, { token: company.tokens.owner, ...(body ? { body } : {}) }));

/** A sale of 1,000.00 and a bill of 200.00 in the quarter, a year with a result of 300.00, and an asset of 1,200.00. */
beforeAll(async () => {
  company = await foundCompany();
  await ask('POST /fiscal-years', { year: before });
  const { id: customerId } = await ask('POST /customers', { name: 'Librería Cervantes, S.L.', taxId: 'B58378431' });
  const { id } = await ask('POST /invoice-drafts', { customerId, lines: [{ name: 'Asesoría', quantity: '1', price: '1000' }] });
  await ask(`POST /invoice-drafts/${id}/issue`, { date: `${last}-10` });
  const supplier = await ask('POST /payables/suppliers', {
    name: 'Papelería Norte',
    account: '410',
    expenseAccount: '629',
    taxId: 'B85905495',
  });
  const bill = { supplierId: supplier.id, reference: 'P-1', date: `${last}-11`, receivedOn: `${last}-11`, lines: [{ net: eur('200.00') }] };
  await ask('POST /payables/bills', bill);
  await ask('POST /journal-entries', {
    ...{ date: `${before}-03-10`, text: 'Ingresos del año' },
    lines: [line('572', '300.00'), line('759', '-300.00')],
  });
  const asset = { name: 'Torno', account: '213', cost: eur('1200.00'), inUseOn: today, method: 'straight-line', percent: '12' };
  await ask('POST /assets', asset);
}, 60_000);

test('the return of a quarter: from a box to its documents, filed with its receipt, and its entry', { timeout: 120_000 }, async ({
  visit,
}) => {
  const { page, screenshot } = await visit({ path: `/tax-returns?form=303&period=${period}` });
  await signIn(page, company.people.accountant);
  // 210.00 charged, 42.00 deducted: 168.00 to pay.
  await page.getByRole('row', { name: /^71 .*168,00/ }).waitFor();
  const made = page.getByRole('link', { name: /^Repercutido · IVA-G 21 %/ });
  expect(await made.getAttribute('href')).toContain('/journal');
  await page.getByRole('button', { name: 'Registrar presentación' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Número de justificante').fill('3032026000017');
  await dialog.getByRole('row', { name: /^4750 .*168,00/ }).waitFor();
  await screenshot('tax-filing');
  await dialog.getByRole('button', { name: 'Registrar', exact: true }).click();
  await page.getByText(`Presentación de ${period} registrada.`).waitFor();
  expect(await axeViolations(page)).toEqual([]);
  await screenshot('tax-return-filed');
});

test('a fiscal year is closed with its entries shown before, and its result is there to be distributed', { timeout: 120_000 }, async ({
  visit,
}) => {
  const { page, screenshot } = await visit({ path: `/year-end?year=${before}` });
  await signIn(page, company.people.accountant);
  await page.getByRole('button', { name: 'Cerrar el ejercicio' }).click();
  const dialog = page.getByRole('dialog');
  await dialog
    .getByRole('row', { name: /^129 .*300,00/ })
    .first()
    .waitFor();
  await screenshot('year-closing');
  await dialog.getByRole('button', { name: 'Cerrar el ejercicio' }).click();
  await page.getByRole('link', { name: `Asiento de cierre ${before}` }).waitFor();
  await page.getByRole('button', { name: /^Contabilizar: Distribución/ }).waitFor();
  expect(await axeViolations(page)).toEqual([]);
  await screenshot('year-closed');
  await page.getByRole('button', { name: 'Reabrir el ejercicio' }).waitFor();
});

test('an asset is sold: what comes of it is shown before', { timeout: 120_000 }, async ({ visit }) => {
  const { page, screenshot } = await visit({ path: '/assets' });
  await signIn(page, company.people.accountant);
  await page.getByRole('link', { name: 'Torno' }).click();
  await page.getByRole('button', { name: 'Dar de baja' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Precio de venta sin IVA').fill('1300,00');
  await dialog.getByLabel('Motivo').fill('Se cambia por otro');
  // 1,300.00 less 1,200.00 and the day that it was in use: 771.
  await dialog.getByRole('row', { name: /^771 / }).waitFor();
  await screenshot('asset-sale');
  await dialog.getByRole('button', { name: 'Dar de baja' }).click();
  await page.getByText('Torno: dado de baja.').waitFor();
  expect(await axeViolations(page)).toEqual([]);
});
