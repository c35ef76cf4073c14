import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { beforeAll, expect } from 'vitest';
import { addMonths, monthOf, yearOf } from '../../shared/kernel/date.ts';
import { axeViolations, signIn, test } from '../support/browser.ts';
import { send, type Tenant } from '../support/http.ts';
import { eur, line } from '../support/ledger.ts';
import { done, foundCompany } from '../support/trading-company.ts';

let company: Tenant;
const today = new Date().toISOString().slice(0, 10);
const before = String(Number(yearOf(today)) - 1);
/** The last month of the last quarter that is over, and the quarter. */
const last = addMonths(monthOf(today), -((Number(today.slice(5, 7)) - 1) % 3) - 1);
const period = `${yearOf(last)}-${Number(last.slice(5)) / 3}T`;
const ask = (route: string, body?: object) => done(send(route, { token: company.tokens.owner, ...(body ? { body } : {}) }));

/** A bill of 200.00 in the quarter. */
const billOf = (supplierId: string, reference: string) => ({
  ...{ supplierId, reference, date: `${last}-11`, receivedOn: `${last}-11`, lines: [{ net: eur('200.00') }] },
});
let supplier: { readonly id: string };

/** A sale of 1,000.00 and a bill of 200.00 in the quarter, a first year of eighteen months with a result of 300.00, and an asset of 1,200.00. */
beforeAll(async () => {
  company = await foundCompany();
  await ask('POST /fiscal-years', { year: before });
  await ask(`PATCH /fiscal-years/${before}`, { from: `${Number(before) - 1}-07` });
  const { id: customerId } = await ask('POST /customers', { name: 'Librería Cervantes, S.L.', taxId: 'B58378431' });
  const { id } = await ask('POST /invoice-drafts', { customerId, lines: [{ name: 'Asesoría', quantity: '1', price: '1000' }] });
  await ask(`POST /invoice-drafts/${id}/issue`, { date: `${last}-10` });
  supplier = await ask('POST /payables/suppliers', {
    name: 'Papelería Norte',
    account: '410',
    expenseAccount: '629',
    taxId: 'B85905495',
  });
  await ask('POST /payables/bills', billOf(supplier.id, 'P-1'));
  await ask('POST /journal-entries', {
    ...{ date: `${Number(before) - 1}-08-10`, text: 'Ingresos del primer verano' },
    lines: [line('572', '1500.00'), line('759', '-1500.00')],
  });
  await ask('POST /journal-entries', {
    ...{ date: `${before}-03-10`, text: 'Seguro de un año' },
    lines: [line('625', '1200.00'), line('572', '-1200.00')],
  });
  const asset = { name: 'Torno', account: '213', cost: eur('1200.00'), inUseOn: today, method: 'straight-line', percent: '12' };
  await ask('POST /assets', asset);
}, 60_000);

/** The file that a click gives, as bytes. */
async function downloaded(page: Page, click: () => Promise<void>): Promise<{ name: string; bytes: Buffer }> {
  const [download] = await Promise.all([page.waitForEvent('download'), click()]);
  return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) };
}

test('the return of a quarter: from a box to its documents, its file, filed with its receipt, and closed to VAT', {
  timeout: 120_000,
}, async ({ visit }) => {
  const { page, screenshot } = await visit({ path: `/tax-returns?form=303&period=${period}` });
  await signIn(page, company.people.accountant);
  // 210.00 charged, 42.00 deducted: 168.00 to pay.
  await page.getByRole('row', { name: /^71 .*168,00/ }).waitFor();
  const made = page.getByRole('link', { name: /^Repercutido · IVA-G 21 %/ });
  expect(await made.getAttribute('href')).toContain('/journal');
  const { name, bytes } = await downloaded(page, () => page.getByRole('button', { name: 'Fichero para la AEAT' }).click());
  expect(name).toBe(`303_${period.replace('-', '_')}_B12345674.303`);
  // AEAT, diseño de registro 303 v1.01: envelope of 17 and 18, <AUX> of 311, pages 1 and 3 of 1581 and 1017; one byte a letter.
  expect(bytes).toHaveLength(17 + 311 + 1581 + 1017 + 18);
  const text = bytes.toString('latin1');
  const [year, quarter] = period.split('-');
  expect([text.slice(0, 17), text.slice(-18)]).toEqual([`<T3030${year}${quarter}0000>`, `</T3030${year}${quarter}0000>`]);
  const at = (page1: number, length: number) => text.slice(17 + 311 + page1 - 1, 17 + 311 + page1 - 1 + length);
  expect([at(1, 11), at(13, 1), at(14, 9), at(103, 6), at(1570, 12)]).toEqual([
    ...['<T30301000>', 'I', 'B12345674', `${year}${quarter}`, '</T30301000>'],
  ]);
  // Boxes 07, 09, 29 and, of page 3, 71: 1,000.00, 210.00, 42.00, 168.00.
  expect([at(326, 17), at(348, 17), at(730, 17), at(1581 + 408, 17)].map(Number)).toEqual([100_000, 21_000, 4200, 16_800]);
  await page.getByRole('button', { name: 'Registrar presentación' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Número de justificante').fill('3032026000017');
  await dialog.getByRole('row', { name: /^4750 .*168,00/ }).waitFor();
  await screenshot('tax-filing');
  await dialog.getByRole('button', { name: 'Registrar', exact: true }).click();
  await page.getByText(`Presentación de ${period} registrada.`).waitFor();
  expect(await axeViolations(page)).toEqual([]);
  await screenshot('tax-return-filed');
  const late = await send('POST /payables/bills', { token: company.tokens.owner, body: billOf(supplier.id, 'P-2') });
  expect([late.status, late.body.code]).toEqual([422, 'period.tax_filed']);
});

test('a budget is made, compared with what a month has, and changed', { timeout: 120_000 }, async ({ visit }) => {
  const { page, screenshot } = await visit({ path: '/budgets' });
  await signIn(page, company.people.accountant);
  const choose = async (field: string, option: string) => {
    await page.getByRole('combobox', { name: field }).click();
    await page.getByRole('option', { name: option, exact: true }).click();
  };
  const month = new Intl.DateTimeFormat('es', { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(new Date(`${last}-15`));
  await choose('Ejercicio', yearOf(last));
  await choose('Hasta', month);
  await choose('Desde', month);
  await page.getByText('Este ejercicio todavía no tiene presupuesto.').waitFor();
  await page.getByRole('button', { name: 'Añadir línea' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Cuenta o grupo').fill('705');
  await dialog.getByLabel('Ejercicio entero').fill('12000');
  await dialog.getByRole('button', { name: 'Guardar' }).click();
  // A twelfth of 12,000.00 beside the invoice of 1,000.00: nothing is missing.
  await page.getByRole('row', { name: /^705 .* 1\.000,00.€ 1\.000,00.€ 0,00.€ 12\.000,00.€/ }).waitFor();
  await page.getByRole('button', { name: 'Modificar 705' }).click();
  await dialog.getByLabel('Ejercicio entero').fill('24000');
  await dialog.getByRole('button', { name: 'Guardar' }).click();
  await page.getByRole('row', { name: /^705 .* 2\.000,00.€ 1\.000,00.€ -1\.000,00.€ 24\.000,00.€/ }).waitFor();
  expect(await axeViolations(page)).toEqual([]);
  await screenshot('budget');
});

test('a first year of eighteen months is checked and closed with its entries shown before, and its result is there to be distributed', {
  timeout: 120_000,
}, async ({ visit }) => {
  const { page, screenshot } = await visit({ path: `/year-end?year=${before}` });
  await signIn(page, company.people.accountant);
  // A year's insurance was paid in it, and nothing deferred; it has nothing else that a year end looks at.
  const tasks = page.getByRole('region', { name: 'Antes de cerrar' });
  await tasks.getByText('Queda 1 cosa por hacer o por comprobar.').waitFor();
  await tasks.getByRole('listitem').filter({ hasText: 'Periodificaciones' }).getByText('Por hacer').waitFor();
  await screenshot('year-tasks');
  expect(await tasks.getByRole('link', { name: 'Contabilizar un asiento' }).getAttribute('href')).toBe('/journal/new');
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
