import { expect } from 'vitest';
import { test } from '../support/browser.ts';

test('shows who is not signed in the form to do so, on a desk and on a phone', async ({ visit }) => {
  for (const [name, width] of [
    ['desk', 1280],
    ['phone', 390],
  ] as const) {
    const { page, screenshot } = await visit({ width });
    await page.getByLabel(/^(correo|e-?mail)/i).waitFor();
    expect(await page.getByLabel(/^(contraseña|password)/i).getAttribute('type')).toBe('password');
    expect(await page.getByRole('button', { name: /^(entrar|iniciar sesión|sign in|log in)$/i }).isVisible()).toBe(true);
    // Nothing is cut off at the side.
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width);
    await screenshot(`sign-in-${name}`);
  }
});
