import type { Page, Request } from 'playwright-core';
import { beforeAll, expect } from 'vitest';
import { signIn, test } from '../support/browser.ts';
import { eventually } from '../support/cloud.ts';
import { deployed, send } from '../support/http.ts';
import { goTo, unfoldAll } from '../support/screens.ts';
import { done, found, type TradingCompany, tradingCompany } from '../support/trading-company.ts';

let company: TradingCompany;
let andres = '';

beforeAll(async () => {
  company = await tradingCompany();
  andres = (await done(send('POST /customers', { token: company.tokens.owner, body: { name: 'Muebles Andrés Ibáñez' } }))).id;
  await found(company, 'muebles andres');
}, 120_000);

const focused = (page: Page): Promise<string> =>
  page.evaluate("document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.id ?? ''");
/** Asks until the page says so: its own clock may not run what is given as text. */
const becomes = (page: Page, truth: string) => eventually(truth, () => page.evaluate(`Boolean(${truth})`) as Promise<boolean>, 10);
const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { level: 1, name }).waitFor();

test('the palette finds a customer without its accents, and does what the open record offers, by keyboard alone', async ({ visit }) => {
  const { page, screenshot } = await visit();
  await signIn(page, company.people.owner);
  await heading(page, 'Inicio');
  await page.keyboard.press('Control+k');
  await page.keyboard.type('andres ibanez');
  await page.getByRole('option', { name: /Muebles Andrés Ibáñez/, selected: true }).waitFor();
  await screenshot('palette-customer');
  await page.keyboard.press('Enter');
  await heading(page, 'Muebles Andrés Ibáñez');
  expect(new URL(page.url()).pathname).toBe(`/customers/${andres}`);

  await page.goto(new URL(`/orders/${company.ids.ord}`, page.url()).href);
  await page.getByRole('button', { name: 'Enviar', exact: true }).waitFor();
  await page.keyboard.press('Control+k');
  await page.keyboard.type('enviar');
  await page
    .getByRole('option', { name: /^Enviar · /, selected: true })
    .first()
    .waitFor();
  await page.keyboard.press('Enter');
  // The dialog of that action, with the entries that it would make: 2 × 10.00 and 21 %.
  await page.getByRole('dialog').getByText('24,20 €').filter({ visible: true }).first().waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  expect((await send(`GET /orders/${company.ids.ord}`, { token: company.tokens.owner })).body.status).toBe('placed');
});

test('inviting somebody from the palette opens the invitation', async ({ visit }) => {
  const { page } = await visit();
  await signIn(page, company.people.owner);
  await heading(page, 'Inicio');
  await page.keyboard.press('Control+k');
  // Without looking: words and Enter count, also where the palette is not there yet.
  await page.keyboard.type('invitar');
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Invitar a una persona' });
  await dialog.waitFor();
  await becomes(page, "document.activeElement?.getAttribute('type') === 'email'");
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });
  await heading(page, 'Usuarios');
});

test('? lists the keys, and Escape gives the focus back to where it was', async ({ visit }) => {
  const { page, screenshot } = await visit({ path: '/orders' });
  await signIn(page, company.people.owner);
  await page.locator('a[data-row]').first().waitFor();
  await page.keyboard.press('j');
  const row = await page.evaluate('document.activeElement.textContent');
  await page.keyboard.press('?');
  const keys = page.getByRole('dialog', { name: 'Atajos de teclado' });
  await keys.getByText('Fila siguiente').waitFor();
  await screenshot('shortcuts');
  await page.keyboard.press('Escape');
  await keys.waitFor({ state: 'detached' });
  await becomes(page, `document.activeElement.textContent === ${JSON.stringify(row)}`);
});

test('the tour is offered, stepped through, left, and not offered again', async ({ visit }) => {
  const { page, screenshot } = await visit();
  await signIn(page, company.people.sales);
  const offer = page.getByRole('complementary', { name: 'Recorrido guiado' });
  await offer.getByRole('button', { name: 'Empezar' }).click();
  const card = page.getByRole('dialog');
  await card.getByRole('heading', { name: 'El menú' }).waitFor();
  await page.keyboard.press('Enter');
  await card.getByRole('heading', { name: 'Buscar o hacer' }).waitFor();
  await screenshot('tour');
  await card.getByRole('button', { name: 'Anterior' }).click();
  await card.getByRole('heading', { name: 'El menú' }).waitFor();
  await card.getByRole('button', { name: 'Saltar' }).click();
  await card.waitFor({ state: 'detached' });
  expect(await focused(page)).toBe('content');
  await page.reload();
  await heading(page, 'Inicio');
  await page.waitForLoadState('networkidle');
  expect(await offer.count()).toBe(0);
  // It is still there for who asks, and leads to its end.
  await page.getByRole('button', { name: 'Mi cuenta' }).click();
  await page.getByRole('menuitem', { name: 'Recorrido guiado' }).click();
  const next = card.getByRole('button', { name: 'Siguiente' });
  await next.waitFor();
  while (await next.count()) await page.keyboard.press('Enter');
  await card.getByRole('button', { name: 'Terminar' }).click();
  await card.waitFor({ state: 'detached' });
});

test('the first Tab skips to the content; each screen has its title and takes the focus', async ({ visit }) => {
  const { page } = await visit();
  await signIn(page, company.people.owner);
  await heading(page, 'Inicio');
  await page.reload();
  await heading(page, 'Inicio');
  await page.keyboard.press('Tab');
  await expect.poll(() => page.evaluate('document.activeElement.textContent')).toBe('Ir al contenido');
  await page.keyboard.press('Enter');
  expect(await focused(page)).toBe('content');
  const places = { Pedidos: '/orders', Existencias: '/stock', 'Sumas y saldos': '/trial-balance', Periodos: '/periods', Inicio: '/' };
  await unfoldAll(page.getByRole('navigation', { name: 'Navegación principal' }));
  for (const [place, path] of Object.entries(places)) {
    await page.getByRole('navigation', { name: 'Navegación principal' }).getByRole('link', { name: place, exact: true }).click();
    await page.locator(`main[data-path="${path}"] h1`).first().waitFor();
    await becomes(page, "document.title === document.querySelector('main h1').textContent + ' · Trastienda'");
    await becomes(page, "document.querySelector('main').contains(document.activeElement)");
  }
});

/** What is asked of the API while something is done, each as often as it is asked. */
async function requestsDuring(page: Page, act: () => Promise<unknown>): Promise<string[]> {
  const requests: string[] = [];
  const heard = (request: Request) => {
    if (request.method() === 'GET' && request.url().startsWith(deployed().apiUrl))
      requests.push(request.url().slice(deployed().apiUrl.length));
  };
  page.on('request', heard);
  await act();
  await page.waitForLoadState('networkidle');
  page.off('request', heard);
  return requests.sort();
}

test('opening a screen asks for nothing twice', async ({ visit }) => {
  const { page } = await visit({ path: '/periods' });
  await signIn(page, company.people.owner);
  await page.locator('main h1').first().waitFor();
  await page.waitForLoadState('networkidle');
  for (const path of ['/', '/orders', `/orders/${company.ids.ord}`, '/settings', '/stock']) {
    const requests = await requestsDuring(page, async () => {
      await page.goto(new URL(path, page.url()).href);
      await page.locator(`main[data-path="${path}"] h1`).first().waitFor();
    });
    expect(requests.length, path).toBeGreaterThan(0);
    expect(
      requests.filter((url, at) => requests.indexOf(url) !== at),
      path,
    ).toEqual([]);
  }
});

test('language and colours are chosen once: the whole page follows, and a reload keeps them', async ({ visit }) => {
  const { page, screenshot } = await visit({ path: '/settings' });
  await signIn(page, company.people.owner);
  const choose = async (account: string, item: string) => {
    await page.getByRole('button', { name: account }).click();
    await page.getByRole('menuitemradio', { name: item }).click();
  };
  const looks = () => page.evaluate('[document.documentElement.lang, document.documentElement.dataset.mantineColorScheme, document.title]');
  await page.getByRole('heading', { level: 1, name: 'Empresa' }).waitFor();
  await choose('Mi cuenta', 'English');
  await choose('My account', 'Dark');
  for (const _ of ['at once', 'after a reload']) {
    await page.getByRole('heading', { level: 1, name: 'Company' }).waitFor();
    await page.getByRole('textbox', { name: 'Tax id' }).waitFor();
    expect(await looks()).toEqual(['en', 'dark', 'Company · Trastienda']);
    // Of what is to be seen: closed lists have names of countries, such as Réunion.
    expect(
      await page
        .getByText(/[áéíóúñ¿]/)
        .filter({ visible: true })
        .allTextContents(),
    ).toEqual(['Español'].slice(1));
    await page.reload();
  }
  await screenshot('settings-english-dark');
  await choose('My account', 'Español');
  await choose('Mi cuenta', 'Claro');
  await page.reload();
  await page.getByRole('heading', { level: 1, name: 'Empresa' }).waitFor();
  expect(await looks()).toEqual(['es', 'light', 'Empresa · Trastienda']);
});

test('a starred page stands above the menu, and what is folded stays so, in every browser of that person', async ({ visit }) => {
  const { page, screenshot } = await visit({ path: '/orders' });
  await signIn(page, company.people.accountant);
  const menu = page.getByRole('navigation', { name: 'Navegación principal' });
  await heading(page, 'Pedidos');
  const star = page.getByRole('button', { name: 'Añadir a favoritos' });
  await star.click();
  expect(await star.getAttribute('aria-pressed')).toBe('true');
  const favourites = menu.getByRole('list', { name: 'Favoritos' });
  expect(await favourites.getByRole('link').allTextContents()).toEqual(['Pedidos']);
  await goTo(page, `/customers/${andres}`);
  const name = (await page.getByRole('heading', { level: 1 }).textContent()) ?? '';
  // By its key too; a record has its own name among them.
  await page.keyboard.press('*');
  await favourites.getByRole('link', { name }).waitFor();
  await unfoldAll(menu);
  await menu.getByRole('link', { name: 'Diario' }).waitFor();
  await menu.getByRole('button', { name: 'Contabilidad' }).click();
  await menu.getByRole('link', { name: 'Diario' }).waitFor({ state: 'hidden' });
  await screenshot('menu-favourites');
  const saved = async () => (await send('GET /me/preferences', { token: company.tokens.accountant })).body.own;
  await expect.poll(saved).toMatchObject({ favourites: [{ path: '/orders' }, { name }], unfolded: { books: false } });
  const other = await visit({ width: 390, height: 800 });
  await signIn(other.page, company.people.accountant);
  await other.page.getByRole('button', { name: 'Menú', exact: true }).click();
  const drawer = other.page.getByRole('dialog', { name: 'Menú' });
  await drawer.getByRole('list', { name: 'Favoritos' }).getByRole('link', { name }).waitFor();
  expect(await drawer.getByRole('button', { name: 'Contabilidad' }).getAttribute('aria-expanded')).toBe('false');
  await other.screenshot('menu-drawer');
  await star.click();
  await favourites.getByRole('link', { name }).waitFor({ state: 'detached' });
});

test('an area that the company does not use is offered nowhere, and is there again once it is switched on', async ({ visit }) => {
  const { page, screenshot } = await visit({ path: '/settings/areas' });
  await signIn(page, company.people.owner);
  const menu = page.getByRole('navigation', { name: 'Navegación principal' });
  const warehouse = page.getByRole('switch', { name: 'Almacén' });
  await warehouse.uncheck();
  await page.getByRole('button', { name: 'Guardar', exact: true }).click();
  await menu.getByRole('button', { name: 'Almacén' }).waitFor({ state: 'detached' });
  await screenshot('areas');
  await page.keyboard.press('Control+k');
  const palette = page.getByRole('dialog');
  await palette.waitFor();
  // By its area's name the books are all found; what is not used is found by nothing.
  await page.keyboard.type('contabilidad');
  await palette.getByRole('option', { name: 'Diario' }).waitFor();
  await page.keyboard.press('Control+a');
  await page.keyboard.type('existencias');
  await palette.getByRole('option', { name: 'Diario' }).waitFor({ state: 'detached' });
  expect(await palette.getByRole('option', { name: 'Existencias', exact: true }).count()).toBe(0);
  await page.keyboard.press('Escape');
  await palette.waitFor({ state: 'detached' });
  expect((await send('GET /company', { token: company.tokens.owner })).body.areas).toEqual({ warehouse: false });
  await warehouse.check();
  await page.getByRole('button', { name: 'Guardar', exact: true }).click();
  await menu.getByRole('button', { name: 'Almacén' }).waitFor();
  await unfoldAll(menu);
  await menu.getByRole('link', { name: 'Existencias', exact: true }).waitFor();
});

test('the menu becomes a rail of icons, each of which opens it at its area', async ({ visit }) => {
  const { page, screenshot } = await visit({ width: 1000, height: 800 });
  await signIn(page, company.people.auditor);
  const menu = page.getByRole('navigation', { name: 'Navegación principal' });
  await menu.getByRole('button', { name: 'Contabilidad' }).click();
  await screenshot('menu-rail');
  await page.getByRole('dialog', { name: 'Menú' }).getByRole('link', { name: 'Diario' }).click();
  await heading(page, 'Diario');
  await page.getByRole('button', { name: 'Mostrar el menú completo' }).click();
  await menu.getByRole('link', { name: 'Diario' }).waitFor();
});
