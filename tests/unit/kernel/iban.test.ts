import { expect, it } from 'vitest';
import { Iban, isIban } from '../../../shared/kernel/iban.ts';

it.each([
  'ES9121000418450200051332',
  'DE89370400440532013000',
  'GB82WEST12345698765432',
  'FR1420041010050500013M02606',
  'BE68539007547034',
])('%s, of the registry’s examples, is one', (iban) => expect(isIban(iban)).toBe(true));

it.each([
  ['a digit that is another', 'ES9121000418450200051333'],
  ['two digits that changed places', 'ES9121000418450200015332'],
  ['a digit too few', 'ES912100041845020005133'],
  ['the length of another country', 'DE9121000418450200051332'],
  ['control digits that no bank gives', 'ES0021000418450200051332'],
  ['small letters', 'es9121000418450200051332'],
  ['nothing', ''],
])('is none with %s: %s', (_, text) => expect(isIban(text)).toBe(false));

it('is held without the spaces, dots and hyphens that people write, in capitals', () => {
  for (const text of ['ES91 2100 0418 4502 0005 1332', 'es91-2100-0418-4502-0005-1332', ' ES91.2100.0418.4502.0005.1332 '])
    expect(Iban.safeParse(text).data).toBe('ES9121000418450200051332');
  expect(Iban.safeParse('ES91 2100 0418 4502 0005 1333').success).toBe(false);
});
