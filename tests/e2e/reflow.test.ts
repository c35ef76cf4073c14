import type { Page } from 'playwright-core';
import { beforeAll, expect } from 'vitest';
import { consoleScreens } from '../../infra/tools/local/console-screens.ts';
import { signIn, test } from '../support/browser.ts';
import { type LivingCompany, livingCompany } from '../support/http-company.ts';
import { addressOf } from '../support/screens.ts';

const paths = await consoleScreens();
let company: LivingCompany;

beforeAll(async () => {
  company = await livingCompany();
}, 120_000);

/** Letters, words and lines as far apart as WCAG 2.2 says that they must be bearable (1.4.12). */
const SPACED = `
  const sheet = new CSSStyleSheet();
  sheet.replaceSync('* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important }');
  document.adoptedStyleSheets = [sheet];`;

/** What one would have to scroll sideways for: the page, or a part that is no list (a table of rows keeps its two directions). */
const SIDEWAYS = `
  [...document.querySelectorAll('html, main, main section, dialog, fieldset, nav')]
    .filter((part) => part.scrollWidth > part.clientWidth + 1 && part.clientWidth > 0 && getComputedStyle(part).overflowX !== 'visible' && !part.querySelector(':scope > table[aria-rowcount], :scope > table[class*=figures], :scope > table[class*=ledger]'))
    .map((part) => (part.ariaLabel ?? part.tagName) + ' ' + part.scrollWidth + ' > ' + part.clientWidth)`;

/** Buttons, fields and switches smaller than 24 px that have no 24 px to themselves either (2.5.8); links in a line of text aside. */
const SMALL = `
  [...document.querySelectorAll('button, input, select, textarea, summary')]
    .map((control) => ({ control, box: control.getBoundingClientRect() }))
    .filter(({ box }) => box.width > 1 && box.height > 1 && (box.width < 24 || box.height < 24))
    .filter(({ control, box }, _, all) => all.some((other) => other.control !== control
      && Math.hypot(other.box.x + other.box.width / 2 - box.x - box.width / 2, other.box.y + other.box.height / 2 - box.y - box.height / 2) < 24))
    .map(({ control }) => (control.ariaLabel || control.textContent || control.type).slice(0, 40))`;

async function go(page: Page, address: string): Promise<void> {
  await page.evaluate(`history.pushState({}, '', ${JSON.stringify(address)}); dispatchEvent(new PopStateEvent('popstate'))`);
  await page.locator(`main[data-path="${address}"] h1`).first().waitFor();
  await page.locator('main [aria-busy=true]').first().waitFor({ state: 'hidden' });
}

test('at 320 px, with wide letters, no screen scrolls sideways, none has a control too small, each has a title and a heading', {
  timeout: 180_000,
}, async ({ visit }) => {
  const { page } = await visit({ width: 320, height: 800 });
  await signIn(page, company.people.owner);
  await page.evaluate(SPACED);
  const faults: string[] = [];
  const titles = new Set<string>();
  for (const path of paths) {
    await go(page, addressOf(path, company.ids));
    const sideways = (await page.evaluate(SIDEWAYS)) as string[];
    const small = (await page.evaluate(SMALL)) as string[];
    faults.push(...sideways.map((what) => `${path}: ${what}`), ...small.map((what) => `${path}: too small: ${what}`));
    if ((await page.locator('h1').count()) !== 1) faults.push(`${path}: not one heading of the first level`);
    titles.add(await page.title());
  }
  expect(faults).toEqual([]);
  expect(titles.size).toBeGreaterThan(25);
});
