import { expect } from 'vitest';
import { signIn, test } from '../support/browser.ts';
import { send } from '../support/http.ts';
import { done, foundCompany } from '../support/trading-company.ts';

test('the clock is loaded anew without a connection, tells its own time, and is heard once there is one', { timeout: 180_000 }, async ({
  visit,
}) => {
  const company = await foundCompany();
  const { owner } = company.people;
  const body = { givenName: 'Elena', familyName: 'Robles', email: owner.email, startDate: '2020-01-01', position: 'Gerente' };
  const { id } = await done(send('POST /people/employees', { token: company.tokens.owner, body }));
  const { page, expectProblem, screenshot } = await visit({ path: '/time/clock', width: 390, height: 780 });
  await signIn(page, owner);
  await page.getByRole('button', { name: 'Entrar' }).waitFor();
  // What the worker needs is kept once it is active.
  const isKept = () =>
    page.evaluate(async () => (await (await caches.open('clock')).keys()).length > 2 && navigator.serviceWorker.controller !== null);
  await expect.poll(isKept, { timeout: 30_000 }).toBe(true);
  await page.context().setOffline(true);
  expectProblem(/ERR_INTERNET_DISCONNECTED|ERR_FAILED|Failed to fetch/);
  await page.reload();
  await page.getByText('Sin conexión').waitFor();
  await page.getByRole('button', { name: 'Entrar' }).click();
  await page.getByText('Elena Robles: trabajando').waitFor();
  await page.reload();
  await page.getByText('Elena Robles: trabajando').waitFor();
  await screenshot('offline-clock');
  const told = await page.evaluate((email) => JSON.parse(localStorage.getItem(`trastienda.clock.queue.${email}`) ?? '[]'), owner.email);
  expect(told).toMatchObject([{ kind: 'in', employeeId: id }]);
  await page.context().setOffline(false);
  await page.getByRole('button', { name: 'Salir', exact: true }).waitFor();
  const month = String(told[0].at).slice(0, 7);
  const register = await expect
    .poll(
      async () => (await done(send(`GET /time/employees/${id}/register?month=${month}`, { token: company.tokens.owner }))).entries.length,
      { timeout: 30_000 },
    )
    .toBe(1)
    .then(() => done(send(`GET /time/employees/${id}/register?month=${month}`, { token: company.tokens.owner })));
  // The clock's own time, not when it arrived.
  expect(register.entries[0]).toMatchObject({ kind: 'in', at: told[0].at });
  expect(await page.evaluate((email) => localStorage.getItem(`trastienda.clock.queue.${email}`), owner.email)).toBe('[]');
});
