import { isIban } from '#kernel/iban.ts';
import { cut } from '#kernel/text.ts';

/** What is kept of the text of a movement. */
const MAX_TEXT = 500;
/** What is kept of a name or a reference: the longest of ISO 20022 has 140. */
const MAX_NAME = 140;

/** Without control characters and superfluous blanks, composed. */
const plain = (text: string): string =>
  text
    .normalize('NFC')
    .replaceAll(/[\p{Cc}\p{Cf}\p{Cs}]+/gu, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim();

/** The text of a movement: its parts, joined by spaces; what is told twice stands once. */
export function statementText(parts: readonly (string | undefined)[]): string {
  const told = parts.map((part) => plain(part ?? '')).filter((part) => part !== '');
  return cut([...new Set(told)].join(' '), MAX_TEXT).trim();
}

/** A name, number or reference as a bank gives it; undefined where it gives blanks or zeros, or a word for nothing. */
export function givenText(text: string | undefined): string | undefined {
  const given = cut(plain(text ?? ''), MAX_NAME).trim();
  return given === '' || /^[0 ]+$/.test(given) || /^(NOTPROVIDED|NONREF|NOREF)$/i.test(given) ? undefined : given;
}

/** No country is RF: a creditor reference has control digits of the same kind. */
const isAccount = (text: string): boolean => isIban(text) && !text.startsWith('RF');

/** An IBAN as it is written, with or without spaces; undefined where it is none. */
export function givenIban(text: string | undefined): string | undefined {
  const iban = (text ?? '').replaceAll(/\s/g, '').toUpperCase();
  return isAccount(iban) ? iban : undefined;
}

/** The one IBAN that a text names, besides our own: of two nobody can tell which is the other side's. */
export function ibanIn(text: string, ownIban?: string): string | undefined {
  const found = new Set<string>();
  for (const [written] of text.toUpperCase().matchAll(/\b[A-Z]{2}\d{2}(?: ?[A-Z0-9]){11,30}/g)) {
    const letters = written.replaceAll(' ', '');
    // Words after it may look like more of it: the longest beginning that is an IBAN is meant.
    for (let length = letters.length; length >= 15; length--) {
      const iban = letters.slice(0, length);
      if (!isAccount(iban)) continue;
      found.add(iban);
      break;
    }
  }
  if (ownIban !== undefined) found.delete(ownIban);
  const [only] = found;
  return found.size === 1 ? only : undefined;
}

/** A creditor reference (ISO 11649) that a text names: its control digits are right. */
export function creditorReferenceIn(text: string): string | undefined {
  for (const [written] of text.toUpperCase().matchAll(/\bRF\d{2}(?: ?[A-Z0-9]){1,21}/g)) {
    const letters = written.replaceAll(' ', '');
    for (let length = Math.min(25, letters.length); length >= 5; length--)
      if (isCreditorReference(letters.slice(0, length))) return letters.slice(0, length);
  }
  return undefined;
}

/** Whether it is a creditor reference: `RF`, two control digits, and up to 21 letters and digits (ISO 7064, mod 97-10). */
export function isCreditorReference(text: string): boolean {
  if (!/^RF\d{2}[A-Z0-9]{1,21}$/.test(text)) return false;
  const digits = [...`${text.slice(4)}${text.slice(0, 4)}`].map((char) => Number.parseInt(char, 36)).join('');
  return BigInt(digits) % 97n === 1n;
}

/** ISO 20022 external return reasons of SEPA credit transfers and direct debits. */
const RETURN_REASON =
  /\b(AC0[1346]|AC1[3]|AG0[12]|AM0[459]|BE0[145]|CNOR|CUST|DNOR|FF05|FOCR|MD0[1267]|MS0[23]|RC01|RR0[1-4]|SL01|TM01|FRAD|TECH|DUPL)\b/;

/** Why money came back, of a text that tells it: the code that it names, else the text itself. */
export const returnReasonIn = (text: string): string | undefined =>
  RETURN_REASON.exec(text)?.[1] ?? (text === '' ? undefined : cut(text, MAX_NAME));
