import { beforeAll, expect } from 'vitest';
import { addDays, addMonths, dateIn, monthOf } from '../../shared/kernel/date.ts';
import { axeViolations, signIn, test } from '../support/browser.ts';
import { send, type Tenant } from '../support/http.ts';
import { done, foundCompany } from '../support/trading-company.ts';

const month = addMonths(monthOf(dateIn('Europe/Madrid', new Date())), -1);
const last = addDays(`${addMonths(month, 1)}-01`, -1);
const eur = (amount: string) => ({ amount, currency: 'EUR' });

let company: Tenant;
let post: (date: string, debit: string, credit: string, amount: string) => Promise<unknown>;

/** The owner posts the capital, and 60.50 that nobody has said what it is of; the accountant closes. */
beforeAll(async () => {
  company = await foundCompany();
  post = (date, debit, credit, amount) =>
    done(
      send('POST /journal-entries', {
        token: company.tokens.owner,
        body: {
          date,
          text: 'Asiento',
          lines: [
            { account: debit, debit: eur(amount) },
            { account: credit, credit: eur(amount) },
          ],
        },
      }),
    );
  await post(`${month}-02`, '572', '100', '300.00');
  await post(`${month}-20`, '572', '555', '60.50');
});

test('a month is rehearsed, waits for who mends it, is closed with its pack, reopened for what came late, and closed again', {
  timeout: 240_000,
}, async ({ visit }) => {
  const { page, screenshot } = await visit({ path: '/month-closes/new' });
  await signIn(page, company.people.accountant);
  const press = (name: string | RegExp) => page.getByRole('button', { name, exact: true }).click();
  const confirm = (name: string) => page.getByRole('dialog').getByRole('button', { name, exact: true }).click();
  const shown = (text: string | RegExp) => page.getByText(text).first().waitFor({ timeout: 60_000 });
  await confirm('Ensayar');
  await shown('1 comprobación no sale bien.');
  await shown('Partidas pendientes de aplicación (555)');
  await screenshot('month-close-rehearsed');
  expect(await axeViolations(page)).toEqual([]);

  await page.goto(new URL('/month-closes/new', page.url()).href);
  await page.getByRole('dialog').getByLabel('Solo ensayar').uncheck();
  await confirm('Cerrar el mes');
  await shown('1 comprobación no sale bien.');
  await page
    .getByRole('link', { name: 'Contabilizar lo que son' })
    .or(page.getByRole('link', { name: '555' }))
    .first()
    .waitFor();
  await screenshot('month-close-waiting');
  // Somebody mends it elsewhere: the page follows by itself.
  await post(last, '555', '759', '60.50');
  await shown('Cerrado');
  await page.getByRole('heading', { name: 'Paquetes' }).waitFor({ timeout: 60_000 });
  await shown('balance-sheet.pdf');
  await screenshot('month-close-closed');
  expect(await axeViolations(page)).toEqual([]);
  const link = page.waitForEvent('download', { timeout: 30_000 });
  await press('Descargar el ZIP');
  expect((await link).suggestedFilename()).toBe(`cierre-${month}.zip`);

  await press('Reabrir');
  await page.getByRole('dialog').getByLabel('Motivo').fill('Factura de la auditoría');
  await confirm('Reabrir');
  await shown('Reabierto');
  await press('Cerrar el mes');
  await confirm('Cerrar el mes');
  await page
    .getByText(/^Cierre del \d/)
    .nth(1)
    .waitFor({ timeout: 60_000 });
  await shown('Reabrió el mes');
  await screenshot('month-close-again');
  await page.goto(new URL('/settings/closing', page.url()).href);
  await press('Cambiar');
  await page.getByRole('dialog').getByLabel('Empieza solo el día hábil').fill('5');
  expect(await axeViolations(page)).toEqual([]);
  await confirm('Guardar');
  await shown('Día hábil 5 del mes siguiente');
  await screenshot('closing-settings');
});

test('what the company itself wants to be so is told in the settings, beside from which changes on somebody says why', async ({
  visit,
}) => {
  const { page } = await visit({ path: '/settings/closing' });
  await signIn(page, company.people.accountant);
  const dialog = page.getByRole('dialog');
  await page.getByRole('button', { name: 'Cambiar', exact: true }).click();
  await dialog.getByLabel('Sobre el presupuesto: desde').fill('150,50');
  await dialog.getByLabel('Sobre el presupuesto: y desde este porcentaje').fill('10');
  await dialog.getByRole('button', { name: 'Guardar', exact: true }).click();
  await page.getByText(/Desde 150,50\s€ y 10\s%/).waitFor();
  await page.getByRole('button', { name: 'Cambiar las comprobaciones propias' }).click();
  await dialog.getByRole('button', { name: 'Añadir una comprobación' }).click();
  await dialog.getByLabel('Qué comprueba').fill('Nada en 551');
  await dialog.getByLabel('Cuenta, o su principio').fill('551');
  expect(await axeViolations(page)).toEqual([]);
  await dialog.getByRole('button', { name: 'Guardar', exact: true }).click();
  await page.getByText(/Saldo a fin de mes de 551: Igual a 0,00\s€/).waitFor();
  await page.getByText(/Desde 150,50\s€ y 10\s%/).waitFor();
});
