const LETTERS = 'TRWAGMYFPDXBNJZSQVHLCKE';
const CONTROL_LETTERS = 'JABCDEFGHI';

/**
 * Whether a Spanish tax id (NIF of persons, NIE of foreigners, NIF of entities) has the right control character.
 * Sources: RD 1553/2005 art. 11 and RD 1065/2007 art. 19 (persons), Orden EHA/451/2008 (entities).
 */
export function isSpanishTaxId(text: string): boolean {
  if (/^\d{8}[A-Z]$/.test(text)) return LETTERS[Number(text.slice(0, 8)) % 23] === text[8];
  if (/^[XYZ]\d{7}[A-Z]$/.test(text)) return LETTERS[Number(`${'XYZ'.indexOf(text.charAt(0))}${text.slice(1, 8)}`) % 23] === text[8];
  if (/^[KLM]\d{7}[A-Z]$/.test(text)) return LETTERS[Number(text.slice(1, 8)) % 23] === text[8];
  if (/^[ABCDEFGHJNPQRSUVW]\d{7}[0-9A-J]$/.test(text)) return entityControl(text);
  return false;
}

/** Luhn-like sum over seven digits; some kinds of entity must end with a letter, some with a digit. */
function entityControl(text: string): boolean {
  const digits = [...text.slice(1, 8)].map(Number);
  const sum = digits.reduce((total, digit, i) => {
    const value = i % 2 === 0 ? digit * 2 : digit;
    return total + Math.floor(value / 10) + (value % 10);
  }, 0);
  const control = (10 - (sum % 10)) % 10;
  const last = text.charAt(8);
  if ('PQRSNW'.includes(text.charAt(0))) return last === CONTROL_LETTERS[control];
  if ('ABEH'.includes(text.charAt(0))) return last === String(control);
  return last === String(control) || last === CONTROL_LETTERS[control];
}

/** A tax id by which two are compared: capitals, without separators and, of a Spanish one, without the ES of its VAT number. */
export function bareTaxId(text: string): string {
  const bare = text.toUpperCase().replace(/[\s./-]/g, '');
  const national = bare.replace(/^ES/, '');
  return isSpanishTaxId(national) ? national : bare;
}

/** The Spanish tax id that a text is, however it is written; undefined of any other. */
export function spanishTaxIdIn(text: string): string | undefined {
  const bare = bareTaxId(text);
  return isSpanishTaxId(bare) ? bare : undefined;
}
