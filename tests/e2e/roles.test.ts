import { beforeAll, expect } from 'vitest';
import { ROLES, suffices } from '../../shared/kernel/permission.ts';
import { OPERATION_PERMISSIONS } from '../../web/product.ts';
import { signIn, test } from '../support/browser.ts';
import type { Tenant } from '../support/http.ts';
import { menuPlaces, menuWords, unfoldAll } from '../support/screens.ts';
import { foundCompany } from '../support/trading-company.ts';

let company: Tenant;

beforeAll(async () => {
  company = await foundCompany();
});

test.for(ROLES)('the menu of %s has the places whose operation the role may do, and no other', async (role, { visit }) => {
  const places = await menuPlaces();
  const words = await menuWords();
  const expected = places.filter(({ needs }) => suffices(role, OPERATION_PERMISSIONS[needs]));
  const { page } = await visit();
  await signIn(page, company.people[role]);
  const menu = page.getByRole('navigation', { name: 'Navegación principal' });
  await menu.waitFor();
  await unfoldAll(menu);
  await expect.poll(() => menu.getByRole('link').allTextContents()).toEqual(expected.map(({ id }) => words.get(id)));
  expect(places.length).toBeGreaterThan(25);
});
