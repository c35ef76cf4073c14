import * as z from 'zod/mini';

/** Lengths by country, of those that pay by SEPA and are met with here (ISO 13616, SWIFT's IBAN registry). Of others the control digits alone are looked at. */
const LENGTHS: Readonly<Partial<Record<string, number>>> = Object.fromEntries(
  'AT20 BE16 BG22 CH21 CY28 CZ24 DE22 DK18 EE20 ES24 FI18 FR27 GB22 GR27 HR21 HU28 IE22 IT27 LI21 LT20 LU20 LV21 MC27 MT31 NL18 NO15 PL28 PT25 RO24 SE24 SI19 SK24 SM27'
    .split(' ')
    .map((row) => [row.slice(0, 2), Number(row.slice(2))]),
);

/** Whether a text is an IBAN without spaces: its country's length, and the control digits of ISO 7064 (mod 97-10). */
export function isIban(text: string): boolean {
  if (!/^[A-Z]{2}\d{2}[A-Z0-9]{11,30}$/.test(text)) return false;
  const length = LENGTHS[text.slice(0, 2)];
  if (length !== undefined && text.length !== length) return false;
  const digits = [...`${text.slice(4)}${text.slice(0, 4)}`].map((char) => Number.parseInt(char, 36)).join('');
  return BigInt(digits) % 97n === 1n;
}

/** An IBAN as people write it; held in capitals, without spaces. */
export const Iban = z.string().check(
  z.maxLength(50),
  z.toUpperCase(),
  z.overwrite((text) => text.replaceAll(/[\s.-]/g, '')),
  z.refine(isIban, 'must be an IBAN whose control digits are right'),
);
