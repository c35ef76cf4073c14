import type { Page } from 'playwright-core';
import { beforeAll, describe, expect } from 'vitest';
import { consoleScreens } from '../../infra/tools/local/console-screens.ts';
import { axeViolations, signIn, test } from '../support/browser.ts';
import { type LivingCompany, livingCompany } from '../support/http-company.ts';
import { addressOf, goTo, nameOf, textNames } from '../support/screens.ts';

const paths = await consoleScreens();
const names = await textNames();
let company: LivingCompany;

beforeAll(async () => {
  company = await livingCompany();
}, 120_000);

/** What of axe a smaller page and darker colours can break, where the same page has passed all of it on a desk. */
const OF_LOOKS = [
  'aria-hidden-focus',
  'button-name',
  'color-contrast',
  'label',
  'landmark-one-main',
  'link-in-text-block',
  'link-name',
  'page-has-heading-one',
  'scrollable-region-focusable',
];

const LOOKS = [
  { name: 'desk', width: 1360, height: 860, locale: 'es-ES', colorScheme: 'light', rules: [] },
  { name: 'phone', width: 390, height: 844, locale: 'en-GB', colorScheme: 'dark', rules: OF_LOOKS },
] as const;

describe.each(LOOKS)('every screen on a $name, in $locale and $colorScheme', ({ name, rules, ...look }) => {
  test('is there, breaks no rule of axe, and is not cut off', { timeout: 400_000 }, async ({ visit }) => {
    const { page, screenshot } = await visit(look);
    await signIn(page, company.people.owner);
    const faults: string[] = [];
    const titles = new Set<string>();
    for (const path of paths) {
      await goTo(page, addressOf(path, company.ids));
      const found = [...(await wrongOf(page, look.width)), ...(await axeViolations(page, rules))];
      await screenshot(`${nameOf(path)}-${name}`);
      faults.push(...found.map((fault) => `${path}: ${fault}`));
      titles.add(await page.title());
    }
    expect(faults).toEqual([]);
    expect(titles.size).toBeGreaterThan(25);
  });
});

/** What no screen may be: not there, with words for no person, wider than the page, without its one heading. */
async function wrongOf(page: Page, width: number): Promise<string[]> {
  // Addresses of programs look like the name of a text.
  const main = ((await page.locator('main').textContent()) ?? '').replace(/\S+@\S+/g, '');
  return [
    ...(/no existe|no such page/i.test(main) ? ['says that it is not there'] : []),
    ...(/undefined|\[object|NaN|\{\{/.test(main) || names.test(main) ? ['shows what no person should read'] : []),
    ...(Number(await page.evaluate('document.documentElement.scrollWidth')) > width ? ['wider than the page'] : []),
    ...((await page.locator('h1').count()) === 1 ? [] : ['not one heading of the first level']),
  ];
}
