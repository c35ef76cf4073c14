import {
  AdminUserGlobalSignOutCommand,
  CognitoIdentityProviderClient,
  InitiateAuthCommand,
} from '@aws-sdk/client-cognito-identity-provider';
import { beforeAll, expect } from 'vitest';
import { axeViolations, signIn, test } from '../support/browser.ts';
import { eventually } from '../support/cloud.ts';
import { deployed, type Tenant } from '../support/http.ts';
import { unfoldAll } from '../support/screens.ts';
import { foundCompany, tradingCompany } from '../support/trading-company.ts';

let company: Tenant;

beforeAll(async () => {
  company = await foundCompany();
});

test('a wrong password is refused in words, and the right one lets in; a reload keeps the session, signing out ends it', async ({
  visit,
}) => {
  const { page, expectProblem } = await visit();
  expectProblem(/^400 POST .*:4566|^400 POST/);
  await page.getByLabel('Correo electrónico').fill(company.people.owner.email);
  await page.getByLabel('Contraseña').fill('Not-the-password-1');
  await page.keyboard.press('Enter');
  await page.getByText('El correo o la contraseña no son correctos.').waitFor();
  await page.getByLabel('Contraseña').fill(company.people.owner.password);
  await page.keyboard.press('Enter');
  await page.getByRole('navigation', { name: 'Navegación principal' }).waitFor();
  // Tokens that open the API are nowhere but in memory.
  const kept = await page.evaluate(() => JSON.stringify({ ...localStorage, ...sessionStorage }));
  expect(kept).not.toContain('eyJraWQ');
  await page.reload();
  await page.getByRole('navigation', { name: 'Navegación principal' }).waitFor();
  await page.getByRole('button', { name: 'Mi cuenta' }).click();
  await page.getByRole('menuitem', { name: 'Cerrar sesión' }).click();
  await page.getByLabel('Contraseña').waitFor();
  // Nor is the way back open.
  await page.goto(new URL('/orders', page.url()).href);
  await page.getByLabel('Contraseña').waitFor();
  expect(await axeViolations(page)).toEqual([]);
});

test('a session that ends asks again over the page, and what was typed is still there', async ({ visit }) => {
  const { page, expectProblem } = await visit();
  await signIn(page, company.people.owner);
  await unfoldAll(page.getByRole('navigation', { name: 'Navegación principal' }));
  await page.getByRole('link', { name: 'Clientes', exact: true }).click();
  await page.getByRole('link', { name: 'Nuevo cliente' }).first().click();
  await page.getByLabel(/^nombre/i).fill('Talleres Olmo');
  const kept = await page.evaluate(() => localStorage.getItem('trastienda.refresh') ?? '');
  await endSessionOf(company.people.owner.email, kept);
  expectProblem(/^400 POST/);
  await page.clock.setSystemTime(Date.now() + 2 * 60 * 60_000);
  await page.getByRole('button', { name: 'Guardar', exact: true }).click();
  await page.getByText('La sesión ha caducado').waitFor();
  await page.clock.setSystemTime(Date.now());
  await page.getByLabel('Contraseña').fill(company.people.owner.password);
  await page.getByRole('button', { name: 'Entrar' }).click();
  // The request that met the end of the session goes on by itself.
  await page.getByRole('heading', { level: 1, name: 'Talleres Olmo' }).waitFor();
});

test('a record of another company is a page that does not exist', async ({ visit }) => {
  const other = await tradingCompany();
  const { page, expectProblem } = await visit({ path: `/orders/${other.ids.ord}` });
  expectProblem(/^404 GET/);
  await signIn(page, company.people.owner);
  await page.getByRole('heading', { name: 'Esta página no existe' }).waitFor();
  expect(await page.getByText(other.ids.ord ?? '').count()).toBe(0);
});

/**
 * As an administrator would: no refresh token of theirs is good any more. Said until Cognito refuses this one: the emulator
 * compares whole seconds, and a token of the same second as the sign-out would live on.
 */
async function endSessionOf(email: string, refreshToken: string): Promise<void> {
  const { endpointUrl, region, userPoolId, clientId } = deployed();
  const cognito = new CognitoIdentityProviderClient({ endpoint: endpointUrl, region });
  const input = { AuthFlow: 'REFRESH_TOKEN_AUTH', ClientId: clientId, AuthParameters: { REFRESH_TOKEN: refreshToken } } as const;
  await eventually('the refresh token to be refused', async () => {
    await cognito.send(new AdminUserGlobalSignOutCommand({ UserPoolId: userPoolId, Username: email }));
    return cognito.send(new InitiateAuthCommand(input)).then(
      () => false,
      (error: Error) => error.name === 'NotAuthorizedException',
    );
  });
}
