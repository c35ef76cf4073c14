import { BASE_CURRENCY, exponentOf, type Minor, minorText } from '#kernel/money.ts';
import type { Paper } from './paper.ts';

type Language = Paper['language'];
const LOCALES: Readonly<Record<Language, string>> = { es: 'es-ES', en: 'en-GB' };

/** "1234.5" → "1.234,50": with at least `places` decimals, and all that it has. */
export const numberText = (language: Language, text: string, places = 0): string =>
  new Intl.NumberFormat(LOCALES[language], { minimumFractionDigits: places, maximumFractionDigits: 20, useGrouping: 'always' }).format(
    text as `${number}`,
  );

/** 123450 → "1.234,50 €"; "1.234,50 USD" in another currency. */
export function moneyText(language: Language, minor: Minor, currency = BASE_CURRENCY): string {
  const [digits, currencyDisplay] = [exponentOf(currency), currency === BASE_CURRENCY ? 'symbol' : 'code'] as const;
  const decimals = { minimumFractionDigits: digits, maximumFractionDigits: digits };
  return new Intl.NumberFormat(LOCALES[language], {
    style: 'currency',
    currency,
    currencyDisplay,
    useGrouping: 'always',
    ...decimals,
  }).format(minorText(minor, currency) as `${number}`);
}

/** 2026-11-24 → "24/11/2026" */
export const dateText = (date: string): string => date.split('-').reverse().join('/');
