import { beforeAll, expect } from 'vitest';
import { ROLES } from '../../shared/kernel/action.ts';
import { OPERATION_ROLES } from '../../web/src/api/operation-roles.ts';
import { shell } from '../../web/src/i18n/es/shell.ts';
import { signIn, test } from '../support/browser.ts';
import type { Tenant } from '../support/http.ts';
import { foundCompany } from '../support/http-company.ts';
import { menuPlaces } from '../support/screens.ts';

let company: Tenant;

beforeAll(async () => {
  company = await foundCompany();
});

test.for(ROLES)('the menu of %s has the places whose operation the role may do, and no other', async (role, { visit }) => {
  const places = await menuPlaces();
  const expected = places.filter(({ needs }) => OPERATION_ROLES[needs].some((allowed: string) => allowed === role));
  const { page } = await visit();
  await signIn(page, company.people[role]);
  const menu = page.getByRole('navigation', { name: 'Navegación principal' });
  await menu.waitFor();
  await expect.poll(() => menu.getByRole('link').allTextContents()).toEqual(expected.map(({ id }) => shell.nav[id]));
  expect(places.length).toBe(20);
});
