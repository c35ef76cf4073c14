import type { Page } from 'playwright-core';
import { beforeAll, describe, expect } from 'vitest';
import { axeViolations, signIn, test } from '../support/browser.ts';
import { send } from '../support/http.ts';
import { type LivingCompany, livingCompany } from '../support/http-company.ts';
import { dialog, LEADS_AWAY, NARROW, ON_SCREENS, type OpenThing, RECORDS, SHELL, STACKED } from '../support/open-things.ts';
import { addressOf, goTo } from '../support/screens.ts';
import { done } from '../support/trading-company.ts';

let company: LivingCompany;

beforeAll(async () => {
  const living = await livingCompany();
  // Goods that nobody has been promised: the others' receipt cannot be reversed, and has no dialog.
  const token = living.tokens.owner;
  const item = await done(
    send('POST /items', { token, body: { code: 'TAZA-03', name: 'Taza de loza verde', price: '10', taxCode: 'IVA-G' } }),
  );
  const { id: grn } = await done(
    send('POST /goods-receipts', { token, body: { lines: [{ itemId: item.id, quantity: '1', unitCost: '4' }] } }),
  );
  company = { ...living, ids: { ...living.ids, grn } };
}, 120_000);

/** Goes there, and waits for what is open as well. */
async function go(page: Page, address: string): Promise<void> {
  await goTo(page, address);
  await settled(page);
}

const settled = async (page: Page): Promise<void> => {
  await page.locator('[aria-busy=true]').first().waitFor({ state: 'hidden' });
  await page.locator(DECIDING).first().waitFor({ state: 'hidden' });
  await page
    .getByText(/^Cargando…$/)
    .first()
    .waitFor({ state: 'hidden' });
};

/** A confirming button waits for its preview: until then it is neither as it will be nor plainly off. */
const DECIDING = '[role=dialog] [type=submit][aria-disabled=true]:not(:disabled)';

/** What has the focus, as a person would tell it. */
const focused = (page: Page): Promise<string> =>
  page.evaluate('(document.activeElement.getAttribute("aria-label") ?? document.activeElement.textContent ?? "").trim().slice(0, 80)');

/** What is wrong with it while it is open. That it does not open or close is a fault too. */
async function faultsOf(page: Page, where: string, thing: OpenThing): Promise<string[]> {
  const it = `${where}, ${thing.name}`;
  return lookedAt(page, thing).then(
    (faults) => faults.map((fault) => `${it}: ${fault}`),
    async (error: Error) => {
      await page.keyboard.press('Escape');
      return [`${it}: does not open or close: ${error.message.slice(0, 300)}`];
    },
  );
}

const isNarrow = (page: Page): boolean => (page.viewportSize()?.width ?? 0) < 480;

/** The same things in the other colours: only what the colours decide is another question. */
async function faultsInTheDark(page: Page): Promise<string[]> {
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.locator('html[data-mantine-color-scheme=dark]').waitFor();
  const faults = await axeViolations(page, ['color-contrast', 'link-in-text-block']);
  await page.emulateMedia({ colorScheme: 'light' });
  await page.locator('html[data-mantine-color-scheme=light]').waitFor();
  return faults.map((fault) => `in the dark: ${fault}`);
}

async function lookedAt(page: Page, { open, shown = dialog, close, stays }: OpenThing): Promise<string[]> {
  await open(page);
  await shown(page).first().waitFor({ timeout: 10_000 });
  await settled(page);
  const faults = await axeViolations(page);
  // The colours are those of the wide page.
  if (!isNarrow(page)) faults.push(...(await faultsInTheDark(page)));
  if (Number(await page.evaluate('document.documentElement.scrollWidth - innerWidth')) > 0) faults.push('wider than the page');
  if (stays) return faults;
  await (close ? close(page) : page.keyboard.press('Escape'));
  await shown(page).first().waitFor({ state: 'hidden', timeout: 10_000 });
  return faults;
}

/** Opens every action that the record offers; afterwards the focus is where it was. */
async function actionsOf(page: Page, path: string): Promise<{ opened: number; faults: string[] }> {
  const buttons = page.locator('main header button:not([aria-disabled=true])');
  const labels = (await buttons.allTextContents()).filter((label) => label !== '' && !LEADS_AWAY.test(label));
  const faults: string[] = [];
  for (const label of labels) {
    const opener = buttons.filter({ hasText: new RegExp(`^${label}$`) });
    faults.push(...(await faultsOf(page, path, { name: label, open: () => opener.click() })));
    const back = opener.and(page.locator(':focus')).waitFor({ timeout: 5000 });
    await back.catch(async () => faults.push(`${path}, ${label}: the focus went to "${await focused(page)}"`));
  }
  return { opened: labels.length, faults };
}

const LOOKS = [
  { name: 'desk', width: 1360, height: 860, things: SHELL, screens: Object.keys(ON_SCREENS), records: RECORDS, actions: 15 },
  { name: 'phone', width: 320, height: 800, things: NARROW, screens: ['/orders', '/settings'], records: STACKED, actions: 4 },
] as const;

describe.each(LOOKS)('what opens on a $name of $width px', ({ name, things, screens, records, actions, ...look }) => {
  test('breaks no rule of axe in light or dark, fits the page, gives the focus back', { timeout: 240_000 }, async ({ visit }) => {
    const { page } = await visit({ ...look, colorScheme: 'light' });
    await signIn(page, company.people.owner);
    await page.locator('main h1').waitFor();
    const faults: string[] = [];
    for (const thing of things) faults.push(...(await faultsOf(page, name, thing)));
    for (const path of screens) {
      await go(page, addressOf(path, company.ids));
      for (const thing of ON_SCREENS[path] ?? []) faults.push(...(await faultsOf(page, path, thing)));
    }
    let opened = 0;
    for (const path of records) {
      await go(page, addressOf(path, company.ids));
      const seen = await actionsOf(page, path);
      opened += seen.opened;
      faults.push(...seen.faults);
    }
    expect(faults).toEqual([]);
    expect(opened).toBeGreaterThanOrEqual(actions);
  });
});
