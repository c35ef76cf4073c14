import { type IsoDate, isIsoDate } from '#kernel/date.ts';
import type { Minor } from '#kernel/money.ts';
import { own } from '#kernel/optional.ts';

/** Currencies with other than two decimals (ISO 4217, table A.1). Statements come in any currency, the books in few. */
const DECIMALS: Readonly<Record<string, number>> = Object.fromEntries([
  ...'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF'.split(' ').map((code) => [code, 0]),
  ...'BHD IQD JOD KWD LYD OMR TND'.split(' ').map((code) => [code, 3]),
]);
/** ISO 4217 numbers of currencies, of those that accounts in Spain are met with. */
const NUMBERS: Readonly<Record<string, string>> = Object.fromEntries(
  (
    '978EUR 840USD 826GBP 756CHF 392JPY 036AUD 124CAD 156CNY 203CZK 208DKK 344HKD 348HUF 352ISK 356INR 360IDR 376ILS 410KRW 414KWD 458MYR 484MXN ' +
    '504MAD 554NZD 578NOK 608PHP 643RUB 702SGD 710ZAR 752SEK 764THB 784AED 946RON 949TRY 975BGN 985PLN 986BRL 032ARS 152CLP 170COP 604PEN 012DZD ' +
    '788TND 818EGP 682SAR 634QAR 191HRK 020ADP 724ESP 998USN'
  )
    .split(' ')
    .map((row) => [row.slice(0, 3), row.slice(3)]),
);

/** Largest amount of a statement, in minor units: what Norma 43 has place for. Sums of them are made with BigInt. */
const MAX_STATEMENT_MINOR = 99_999_999_999_999n;

export const decimalsOf = (currency: string): number => own(DECIMALS, currency) ?? 2;
export const currencyOfNumber = (number: string): string | undefined => own(NUMBERS, number);
export const isCurrencyCode = (text: string): boolean => /^[A-Z]{3}$/.test(text);

/** Minor units of digits of which so many stand behind the point; undefined where the currency has fewer decimals than they need, or it is too much. */
export function minorOfDigits(digits: string, decimals: number, currency: string): Minor | undefined {
  if (!/^\d{1,40}$/.test(digits)) return undefined;
  const more = decimalsOf(currency) - decimals;
  const units = BigInt(digits);
  const divisor = 10n ** BigInt(Math.max(0, -more));
  if (units % divisor !== 0n) return undefined;
  const minor = (units / divisor) * 10n ** BigInt(Math.max(0, more));
  return minor > MAX_STATEMENT_MINOR ? undefined : Number(minor);
}

/** Minor units of decimal text with a point, `1234.5`, signed or not; undefined where it is none, or has decimals that the currency has not. */
export function minorOfText(text: string, currency: string): Minor | undefined {
  const [, sign, whole = '', part = ''] = /^([+-]?)(\d+)(?:\.(\d*))?$/.exec(text.trim()) ?? /^([+-]?)(\d*)\.(\d+)$/.exec(text.trim()) ?? [];
  const minor = minorOfDigits(`${whole}${part}`, part.length, currency);
  // −0 is no amount.
  return minor !== undefined && sign === '-' && minor !== 0 ? -minor : minor;
}

/** A rate as banks tell it, with a point or a comma; undefined where it is none, or is nothing. */
export function rateOfText(text: string): string | undefined {
  const [, whole = '', part = ''] = /^(\d{1,9})(?:[.,](\d{1,10}))?$/.exec(text.trim()) ?? [];
  const rate = part === '' ? whole : `${whole}.${part}`;
  return Number(rate) > 0 ? rate : undefined;
}

/** Digits `YYMMDD` of this century, or `YYYYMMDD`, as a date that exists. */
export function dateOfDigits(digits: string): IsoDate | undefined {
  const full = digits.length === 6 ? `20${digits}` : digits;
  const date = `${full.slice(0, 4)}-${full.slice(4, 6)}-${full.slice(6, 8)}`;
  return full.length === 8 && isIsoDate(date) ? date : undefined;
}

/** Minor units as a person reads them, in a currency that the books need not know. */
export function amountText(minor: Minor | bigint, currency: string): string {
  const decimals = decimalsOf(currency);
  const digits = (minor < 0 ? -BigInt(minor) : BigInt(minor)).toString().padStart(decimals + 1, '0');
  const point = digits.length - decimals;
  return `${minor < 0 ? '-' : ''}${digits.slice(0, point)}${decimals > 0 ? `.${digits.slice(point)}` : ''}`;
}

/** With the sign of the side that it stands on: −1 or 1. Nothing has none. */
export const signedMinor = (sign: number, amount: Minor): Minor => (amount === 0 ? 0 : sign * amount);
