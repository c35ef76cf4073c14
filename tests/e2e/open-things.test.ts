import type { Page } from 'playwright-core';
import { beforeAll, describe, expect } from 'vitest';
import { axeViolations, signIn, test } from '../support/browser.ts';
import { type LivingCompany, livingCompany } from '../support/http-company.ts';
import { dialog, LEADS_AWAY, NARROW, ON_SCREENS, type OpenThing, RECORDS, SHELL } from '../support/open-things.ts';
import { addressOf } from '../support/screens.ts';

let company: LivingCompany;

beforeAll(async () => {
  company = await livingCompany();
}, 120_000);

/** Goes there as a click does, and waits until the data is there. */
async function go(page: Page, address: string): Promise<void> {
  await page.evaluate(`history.pushState({}, '', ${JSON.stringify(address)}); dispatchEvent(new PopStateEvent('popstate'))`);
  await page
    .locator(`main[data-path="${address.split('?')[0]}"] h1`)
    .first()
    .waitFor();
  await settled(page);
}

const settled = async (page: Page): Promise<void> => {
  await page.locator('[aria-busy=true]').first().waitFor({ state: 'hidden' });
  await page
    .getByText(/^Cargando…$/)
    .first()
    .waitFor({ state: 'hidden' });
};

/** What has the focus, as a person would tell it. */
const focused = (page: Page): Promise<string> =>
  page.evaluate('(document.activeElement.getAttribute("aria-label") ?? document.activeElement.textContent ?? "").trim().slice(0, 80)');

async function faultsOf(page: Page, where: string, { name, open, shown = dialog, close, stays }: OpenThing): Promise<string[]> {
  await open(page);
  await shown(page).first().waitFor();
  await settled(page);
  const faults = (await axeViolations(page)).map((fault) => `${where}, ${name}: ${fault}`);
  if (Number(await page.evaluate('document.documentElement.scrollWidth - innerWidth')) > 0)
    faults.push(`${where}, ${name}: wider than the page`);
  if (stays) return faults;
  await (close ? close(page) : page.keyboard.press('Escape'));
  await shown(page).first().waitFor({ state: 'hidden' });
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
    await page.waitForFunction('document.activeElement !== document.body');
    const back = await focused(page);
    if (back !== label) faults.push(`${path}, ${label}: the focus went to "${back}"`);
  }
  return { opened: labels.length, faults };
}

const LOOKS = [
  { name: 'desk', width: 1360, height: 860, locale: 'es-ES', colorScheme: 'light', things: SHELL },
  { name: 'phone', width: 320, height: 800, locale: 'es-ES', colorScheme: 'dark', things: [...SHELL, ...NARROW] },
] as const;

describe.each(LOOKS)('what opens on a $name of $width px, in $colorScheme', ({ things, ...look }) => {
  test('breaks no rule of axe, fits the page, and gives the focus back', { timeout: 240_000 }, async ({ visit }) => {
    const { page } = await visit(look);
    await signIn(page, company.people.owner);
    await page.locator('main h1').waitFor();
    const faults: string[] = [];
    for (const thing of things) faults.push(...(await faultsOf(page, 'shell', thing)));
    for (const [path, there] of Object.entries(ON_SCREENS)) {
      await go(page, addressOf(path, company.ids));
      for (const thing of there) faults.push(...(await faultsOf(page, path, thing)));
    }
    let opened = 0;
    for (const path of RECORDS) {
      await go(page, addressOf(path, company.ids));
      const seen = await actionsOf(page, path);
      opened += seen.opened;
      faults.push(...seen.faults);
    }
    expect(faults).toEqual([]);
    expect(opened).toBeGreaterThan(12);
  });
});
