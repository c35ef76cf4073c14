import { glob, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { ROOT } from '../../infra/tools/local/workspace.ts';
import { KINDS, PARTS } from '../../shared/domain/kinds.ts';
import { AREAS } from '../../shared/domain/platform/company/areas.ts';
import type { OPERATION_PERMISSIONS } from '../../web/product.ts';
import { PAID_MONTH } from './people-things.ts';

/** What stands for the parameter after that address: the prefix of an id. A page of stock is an item's, one of payslips an employee's. */
const PREFIXES: ReadonlyMap<string, string> = new Map([
  ...[...KINDS, ...PARTS].map(({ screen, prefix }) => [String(screen), prefix] as const),
  ['/stock', 'itm'],
  ['/payroll/slips', 'emp'],
]);

/** `/orders/$orderId` with the ids of a company. @throws Error on a parameter that stands for nothing known. */
export const addressOf = (path: string, ids: Readonly<Record<string, string>>): string =>
  // A page below a record may be somebody's.
  path
    .replace('$place', PAID_MONTH)
    .replace(/(?<=\$\w+\/)\$employeeId$/, ids.emp ?? '')
    .replace(/^([\w/-]+)\/\$\w+/, (whole, screen: string) => {
      const id = screen === '/accounts' ? '430' : ids[PREFIXES.get(screen) ?? ''];
      if (!id) throw new Error(`no record stands for ${whole} of ${path}`);
      return `${screen}/${id}`;
    });

/** Goes there as a click does, without loading the page anew, and waits until its data is there. */
export async function goTo(page: Page, address: string): Promise<void> {
  await page.evaluate(`history.pushState({}, '', ${JSON.stringify(address)}); dispatchEvent(new PopStateEvent('popstate'))`);
  const [path] = address.split('?');
  await page.locator(`main[data-path="${path}"] h1`).first().waitFor();
  await page.locator('main [aria-busy=true]').first().waitFor({ state: 'hidden' });
  await page
    .getByRole('main')
    .getByText(/^(Cargando|Loading)…$/)
    .first()
    .waitFor({ state: 'hidden' });
}

/** Unfolds every area of the menu: where there are many pages, those that one is not in are folded. */
export async function unfoldAll(menu: Locator): Promise<void> {
  // Before the areas are there, none of them is folded.
  await menu.locator('button[aria-expanded]').first().waitFor();
  const folded = menu.getByRole('button', { expanded: false });
  for (let left = await folded.count(); left > 0; left = await folded.count()) await folded.last().click();
}

/** What a screenshot of that address is called. */
export const nameOf = (path: string): string => (path === '/' ? 'home' : path.slice(1).replaceAll('/', '-').replaceAll('$', ''));

export interface MenuPlace {
  readonly id: string;
  readonly needs: keyof typeof OPERATION_PERMISSIONS;
}

/** The console's pages of the menu, by area and in order: their icons are for the browser alone, so they are read as text. */
export async function menuPlaces(): Promise<MenuPlace[]> {
  const found: (MenuPlace & { readonly area: number; readonly at: number })[] = [];
  for await (const file of glob('web/src/*/**/screens.ts', { cwd: ROOT })) {
    const text = await readFile(join(ROOT, file), 'utf8');
    const area = ['home', ...AREAS, 'company'].indexOf(/area: '(\w+)'/.exec(text)?.[1] ?? '');
    for (const [, id = '', needs, at] of text.matchAll(/id: '(\w+)',\s+to: [^}]*?icon: [^}]*?needs: '(\w+)'[^}]*?at: (\d+)/g))
      found.push({ id, needs, area, at: Number(at) } as (typeof found)[number]);
  }
  return found.sort((a, b) => a.area - b.area || a.at - b.at);
}

async function* textsOf(): AsyncGenerator<Readonly<Record<string, unknown>>> {
  for await (const file of glob('web/src/**/texts.es.ts', { cwd: ROOT })) yield await import(join(ROOT, file));
}

/** The name of a text in the place of it, as `payroll.payments.one`: not `agenciatributaria.gob.es`, which begins as none does. */
export async function textNames(): Promise<RegExp> {
  const spaces = new Set((await Array.fromAsync(textsOf())).flatMap((texts) => Object.keys(texts)));
  return new RegExp(String.raw`(?<![\w.])(?:${[...spaces].join('|')})(\.[a-zA-Z]+){2,}\b`);
}

/** What these pages are called in Spanish, by id: each module tells its own. */
export async function menuWords(): Promise<ReadonlyMap<string, string>> {
  const words = new Map<string, string>();
  for await (const { menu = {} } of textsOf())
    for (const [id, text] of Object.entries(menu as Readonly<Record<string, string>>)) words.set(id, text);
  return words;
}
