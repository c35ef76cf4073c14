import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { ROOT } from '../../infra/tools/local/workspace.ts';
import type { OPERATION_ROLES } from '../../web/src/api/operation-roles.ts';
import type { shell } from '../../web/src/i18n/es/shell.ts';

/** What stands for the parameter after that part of an address: the prefix of an id. */
const PREFIXES: Readonly<Record<string, string>> = {
  orders: 'ord',
  returns: 'ret',
  customers: 'cus',
  items: 'itm',
  stock: 'itm',
  imports: 'imp',
  invoices: 'inv',
  'invoice-drafts': 'drf',
  'credit-notes': 'crn',
  receipts: 'rcp',
  refunds: 'rfd',
  'goods-receipts': 'grn',
  journal: 'je',
  members: 'mem',
};

/** `/orders/$orderId` with the ids of a company. @throws Error on a parameter that stands for nothing known. */
export const addressOf = (path: string, ids: Readonly<Record<string, string>>): string =>
  path.replace(/([\w-]+)\/\$\w+/g, (whole, part: string) => {
    const id = part === 'accounts' ? '430' : ids[PREFIXES[part] ?? ''];
    if (!id) throw new Error(`no record stands for ${whole} of ${path}`);
    return `${part}/${id}`;
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

/** What a screenshot of that address is called. */
export const nameOf = (path: string): string => (path === '/' ? 'home' : path.slice(1).replaceAll('/', '-').replaceAll('$', ''));

export interface MenuPlace {
  readonly id: keyof typeof shell.nav;
  readonly needs: keyof typeof OPERATION_ROLES;
}

/** The console's table of places, in order: its icons are for the browser alone, so it is read as text. */
export async function menuPlaces(): Promise<MenuPlace[]> {
  const table = await readFile(join(ROOT, 'web/src/shell/navigation.ts'), 'utf8');
  return [...table.matchAll(/id: '(\w+)', to: [^}]*? needs: '(\w+)'/g)].map(([, id, needs]) => ({ id, needs }) as MenuPlace);
}
