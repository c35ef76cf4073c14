import type { Page } from 'playwright-core';
import { beforeAll, expect } from 'vitest';
import { axeViolations, signIn, test } from '../support/browser.ts';
import { eventually } from '../support/cloud.ts';
import { send, type Tenant } from '../support/http.ts';
import { done, foundCompany } from '../support/trading-company.ts';

let company: Tenant;
beforeAll(async () => {
  company = await foundCompany();
  await done(send('POST /customers', { token: company.tokens.owner, body: { name: 'Talleres Olmo' } }));
}, 120_000);

const keptBy = async (role: 'owner' | 'accountant' | 'sales' | 'warehouse') =>
  (await send('GET /me/preferences', { token: company.tokens[role] })).body;
const namesOf = async (role: 'owner' | 'accountant' | 'sales' | 'warehouse', whose: 'own' | 'shared' = 'own'): Promise<string[]> =>
  ((await keptBy(role))[whose].views.customers ?? []).map(({ name }: { name: string }) => name);

const view = (page: Page, name: string) =>
  page.getByRole('navigation', { name: /Vistas|Views/ }).getByRole('button', { name, exact: true });

async function customersOf(page: Page, role: 'owner' | 'accountant' | 'sales' | 'warehouse'): Promise<void> {
  await signIn(page, company.people[role]);
  await page.locator('a[data-row]').first().waitFor();
}

/** Gives what the list of customers shows a name, by keyboard alone. */
async function save(page: Page, name: string, forAll = false): Promise<void> {
  await page.getByRole('button', { name: 'Guardar esta vista' }).first().focus();
  await page.keyboard.press('Enter');
  await page.getByLabel('Nombre de la vista').fill(name);
  if (forAll) await page.getByLabel('Para toda la empresa').check();
  await page.getByLabel('Nombre de la vista').press('Enter');
  await view(page, forAll ? `${name}, compartida con la empresa` : name).waitFor();
}

async function does(page: Page, name: string, what: string): Promise<void> {
  await page.getByRole('button', { name: `Acciones de la vista ${name}` }).click();
  await page.getByRole('menuitem', { name: what }).click();
}

test('a view saved in one browser is there in another; renamed, taken away and brought back, it follows', async ({ visit }) => {
  const first = await visit({ path: '/customers?q=olmo' });
  await customersOf(first.page, 'sales');
  await save(first.page, 'Mostrador');
  await first.screenshot('views-own');
  await eventually('the view at the server', async () => (await namesOf('sales')).includes('Mostrador'));
  const second = await visit({ path: '/customers' });
  await customersOf(second.page, 'sales');
  await view(second.page, 'Mostrador').click();
  expect(new URL(second.page.url()).searchParams.get('q')).toBe('olmo');
  await second.page.getByRole('button', { name: 'Acciones de la vista Mostrador' }).click();
  await second.page.getByRole('menuitem', { name: 'Cambiar el nombre' }).waitFor();
  await second.screenshot('views-menu');
  await second.page.getByRole('menuitem', { name: 'Cambiar el nombre' }).click();
  await second.page.getByLabel('Nombre de la vista').waitFor();
  await second.screenshot('views-rename');
  await second.page.getByLabel('Nombre de la vista').fill('De mostrador');
  await second.page.keyboard.press('Enter');
  await view(second.page, 'De mostrador').waitFor();
  await eventually('the new name at the server', async () => (await namesOf('sales')).join() === 'De mostrador');
  await does(second.page, 'De mostrador', 'Quitar la vista');
  await second.page.getByText('Se ha quitado la vista «De mostrador».').waitFor();
  await eventually('the view to be gone', async () => (await namesOf('sales')).length === 0);
  await second.screenshot('views-undo');
  expect(await axeViolations(second.page)).toEqual([]);
  await second.page.getByRole('button', { name: 'Deshacer' }).click();
  await view(second.page, 'De mostrador').waitFor();
  await eventually('the view back at the server', async () => (await namesOf('sales')).join() === 'De mostrador');
  await first.page.reload();
  await view(first.page, 'De mostrador').waitFor();
  expect(await view(first.page, 'Mostrador').count()).toBe(0);
});

test('two browsers at once lose nothing of each other, and what was set last is sent when the page is left', async ({ visit }) => {
  const [one, two] = [await visit({ path: '/customers?q=uno' }), await visit({ path: '/customers?q=dos' })];
  for (const { page, expectProblem } of [one, two]) {
    // The second to send is told that the first was quicker.
    expectProblem(/^409 PUT .*\/me\/preferences$/);
    await signIn(page, company.people.warehouse);
    await page.getByRole('button', { name: 'Guardar esta vista' }).waitFor();
  }
  await Promise.all([save(one.page, 'Uno'), save(two.page, 'Dos')]);
  await eventually('both views', async () => (await namesOf('warehouse')).sort().join() === 'Dos,Uno');
  await two.page.reload();
  await view(two.page, 'Uno').waitFor();
  await view(two.page, 'Dos').click();
  await two.page.waitForLoadState('networkidle');
  await does(two.page, 'Dos', 'Quitar la vista');
  await two.page.goto('about:blank');
  await eventually('one view', async () => (await namesOf('warehouse')).join() === 'Uno');
});

test('a view that an accountant shares is seen by another role, marked, and can be taken away by those alone who share', async ({
  visit,
}) => {
  const books = await visit({ path: '/customers?q=olmo' });
  await customersOf(books.page, 'accountant');
  await save(books.page, 'De todos', true);
  await eventually('the shared view', async () => (await namesOf('warehouse', 'shared')).join() === 'De todos');
  const shop = await visit({ path: '/customers', width: 390, height: 844, colorScheme: 'dark' });
  await customersOf(shop.page, 'warehouse');
  await view(shop.page, 'De todos, compartida con la empresa').click();
  expect(new URL(shop.page.url()).searchParams.get('q')).toBe('olmo');
  await shop.page.locator('a[data-row]').first().waitFor();
  expect(await shop.page.getByRole('button', { name: /^Acciones de la vista/ }).count()).toBe(0);
  expect(await axeViolations(shop.page)).toEqual([]);
  await shop.screenshot('views-shared-phone');
  await does(books.page, 'De todos', 'Dejar de compartir');
  await eventually('the view to be the accountant’s own', async () => (await namesOf('accountant')).join() === 'De todos');
  await eventually('the view to be shared no more', async () => (await namesOf('warehouse', 'shared')).length === 0);
  await does(books.page, 'De todos', 'Compartir con la empresa');
  await eventually('the view to be shared again', async () => (await namesOf('warehouse', 'shared')).join() === 'De todos');
  await eventually('the accountant’s own to be gone', async () => (await namesOf('accountant')).length === 0);
});

test('language, colours and the tour that was seen follow, and the first view has them', async ({ visit }) => {
  const first = await visit({ locale: 'es-ES' });
  await signIn(first.page, company.people.accountant);
  await first.page
    .getByRole('complementary', { name: 'Recorrido guiado' })
    .getByRole('button', { name: /Ahora no|Más tarde|Luego/ })
    .click();
  for (const choice of ['English', /^(Oscuro|Dark)$/] as const) {
    await first.page.getByRole('button', { name: /^(Mi cuenta|My account)$/ }).click();
    await first.page.getByRole('menuitemradio', { name: choice }).click();
  }
  await eventually('all three at the server', async () => {
    const { language, scheme, tourSeen } = (await keptBy('accountant')).own;
    return language === 'en' && scheme === 'dark' && tourSeen === true;
  });
  const second = await visit({ locale: 'es-ES' });
  await signIn(second.page, company.people.accountant);
  await second.page.getByRole('heading', { level: 1, name: 'Home' }).waitFor();
  await eventually('the dark colours', () => second.page.evaluate("document.documentElement.dataset.mantineColorScheme === 'dark'"));
  expect(await second.page.locator('html').getAttribute('lang')).toBe('en');
  await second.page.waitForLoadState('networkidle');
  expect(await second.page.getByRole('complementary', { name: 'Guided tour' }).count()).toBe(0);
  // From now on this browser begins with them, before anything was asked.
  const seen: string[] = [];
  await second.page.route('**/me/preferences', async (route) => {
    seen.push(await second.page.evaluate("document.querySelector('h1')?.textContent ?? ''"));
    await route.continue();
  });
  await second.page.reload();
  await second.page.getByRole('heading', { level: 1, name: 'Home' }).waitFor();
  expect(await second.page.evaluate('document.documentElement.dataset.mantineColorScheme')).toBe('dark');
  expect(seen.filter((title) => title === 'Inicio')).toEqual([]);
});

test('views that this browser has kept from before are moved up once', async ({ visit }) => {
  const { page } = await visit();
  const { name: tenant, people } = company;
  const before = [{ name: 'De antes', search: { q: 'olmo' } }];
  await page.evaluate(`localStorage.setItem('trastienda.views.${tenant}.${people.owner.email}.customers', '${JSON.stringify(before)}')`);
  await signIn(page, people.owner);
  await eventually('the views of before at the server', async () => (await namesOf('owner')).join() === 'De antes');
  await eventually('nothing to move any more', () =>
    page.evaluate("Object.keys(localStorage).every((key) => !key.startsWith('trastienda.views.'))"),
  );
});

test('what could not be sent is said, stays in this browser, and is sent again', async ({ visit }) => {
  const { page, expectProblem, screenshot } = await visit({ path: '/customers?q=talleres', width: 390, height: 844, colorScheme: 'dark' });
  await customersOf(page, 'owner');
  expectProblem(/^failed PUT/);
  await page.route('**/me/preferences', (route) =>
    route.request().method() === 'PUT' ? route.abort('connectionrefused') : route.continue(),
  );
  await save(page, 'Sin red');
  await page.getByText('Guardado solo en este navegador').waitFor();
  expect(await axeViolations(page)).toEqual([]);
  await screenshot('views-not-sent');
  expect(await namesOf('owner')).not.toContain('Sin red');
  await page.unroute('**/me/preferences');
  await page.getByRole('button', { name: 'Volver a intentarlo' }).click();
  await eventually('the view at the server', async () => (await namesOf('owner')).includes('Sin red'));
  await page.getByText('Guardado solo en este navegador').waitFor({ state: 'detached' });
});

test('a view is named on a phone, in English', async ({ visit }) => {
  const { page, screenshot } = await visit({ path: '/items?q=zz', width: 390, height: 844, locale: 'en-GB', colorScheme: 'dark' });
  await signIn(page, company.people.owner);
  await page.getByRole('button', { name: 'Save this view' }).click();
  await page.getByLabel('Name of the view').fill('A name of up to sixty letters, which this one nearly has');
  await page.getByLabel('For everyone in the company').check();
  expect(await axeViolations(page)).toEqual([]);
  await screenshot('views-save-phone');
  await page.getByRole('button', { name: 'Save this view' }).last().click();
  await page.getByRole('button', { name: /^Actions of the view A name/ }).click();
  await page.getByRole('menuitem', { name: 'Stop sharing' }).waitFor();
  await screenshot('views-menu-phone');
  expect(Number(await page.evaluate('document.documentElement.scrollWidth'))).toBeLessThanOrEqual(390);
});
