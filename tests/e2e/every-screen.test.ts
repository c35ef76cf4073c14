import { beforeAll, describe, expect } from 'vitest';
import { consoleScreens } from '../../infra/tools/local/console-screens.ts';
import { axeViolations, signIn, test } from '../support/browser.ts';
import { type LivingCompany, livingCompany } from '../support/http-company.ts';
import { addressOf, goTo, nameOf } from '../support/screens.ts';

const paths = await consoleScreens();
let company: LivingCompany;

beforeAll(async () => {
  company = await livingCompany();
}, 120_000);

const LOOKS = [
  { name: 'desk', width: 1360, height: 860, locale: 'es-ES', colorScheme: 'light' },
  { name: 'phone', width: 390, height: 844, locale: 'en-GB', colorScheme: 'dark' },
] as const;

describe.each(LOOKS)('every screen on a $name, in $locale and $colorScheme', ({ name, ...look }) => {
  test('is there, breaks no rule of axe, and is not cut off', { timeout: 240_000 }, async ({ visit }) => {
    const { page, screenshot } = await visit(look);
    await signIn(page, company.people.owner);
    const faults: string[] = [];
    for (const path of paths) {
      await goTo(page, addressOf(path, company.ids));
      // Addresses of programs look like the name of a text.
      const main = ((await page.locator('main').textContent()) ?? '').replace(/\S+@\S+/g, '');
      if (/no existe|no such page/i.test(main)) faults.push(`${path}: says that it is not there`);
      if (/undefined|\[object|NaN|\{\{|\b[a-z]+(\.[a-zA-Z]+){2,}\b/.test(main)) faults.push(`${path}: shows what no person should read`);
      if (Number(await page.evaluate('document.documentElement.scrollWidth')) > look.width) faults.push(`${path}: wider than the page`);
      faults.push(...(await axeViolations(page)).map((fault) => `${path}: ${fault}`));
      await screenshot(`${nameOf(path)}-${name}`);
    }
    expect(paths.length).toBeGreaterThan(25);
    expect(faults).toEqual([]);
  });
});
