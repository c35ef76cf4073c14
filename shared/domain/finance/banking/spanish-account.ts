const WEIGHTS = [1, 2, 4, 8, 5, 10, 9, 7, 3, 6];

/** Control digit of ten digits of a Spanish account (código cuenta cliente). */
function controlDigit(digits: string): number {
  const sum = [...digits].reduce((total, digit, place) => total + Number(digit) * (WEIGHTS[place] ?? 0), 0);
  const rest = 11 - (sum % 11);
  return rest === 11 ? 0 : rest === 10 ? 1 : rest;
}

/**
 * The IBAN of a Spanish account that is told without control digits: bank (4), branch (4), account (10). Those of the account are
 * computed, then those of the IBAN (ISO 13616: `ES00` behind, 98 less the rest by 97).
 */
export function spanishIban(number: string): string {
  const [office, account] = [number.slice(0, 8), number.slice(8)];
  const full = `${office}${controlDigit(`00${office}`)}${controlDigit(account)}${account}`;
  const control = 98n - (BigInt(`${full}142800`) % 97n);
  return `ES${control.toString().padStart(2, '0')}${full}`;
}
