import { expect } from 'vitest';
import { fillSignIn, LABELS, signIn, test } from '../support/browser.ts';
import { tradingCompany } from '../support/trading-company.ts';

test('shows who is not signed in the form to do so, on a desk and on a phone', async ({ visit }) => {
  const looks = [
    ['desk', 1280],
    ['phone', 390],
  ] as const;
  for (const [name, width] of looks) {
    const { page, screenshot } = await visit({ width });
    await page.getByLabel(LABELS.email).waitFor();
    await expect.poll(() => page.getByLabel(LABELS.password).getAttribute('type')).toBe('password');
    await expect.poll(() => page.getByRole('button', { name: LABELS.signIn }).isVisible()).toBe(true);
    // Nothing is cut off at the side.
    await expect.poll(() => page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width);
    await screenshot(`sign-in-${name}`);
  }
});

test('lets in who knows the password and shows the company’s orders, under the content security policy', async ({ visit }) => {
  const company = await tradingCompany();
  const { owner } = company.people;
  const { page, expectProblem, screenshot } = await visit({ path: '/orders', locale: 'en-GB' });
  const policy = (await page.request.get(page.url())).headers()['content-security-policy'];
  expect(policy).toContain("default-src 'none'; script-src 'self'; style-src 'self'");
  // Cognito's answer to a wrong password.
  expectProblem(/^400 POST http:\/\/localhost:\d+\/$/);
  await fillSignIn(page, { ...owner, password: `${owner.password}x` });
  await page.getByRole('alert').waitFor();
  await signIn(page, owner);
  await page.getByText('Librería Cervantes, S.L.').filter({ visible: true }).first().waitFor();
  await screenshot('orders');
});
