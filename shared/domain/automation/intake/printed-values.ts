import { type IsoDate, isIsoDate } from '#kernel/date.ts';
import { normalise } from '#kernel/text.ts';

/** An amount as a paper prints it. */
export interface PrintedAmount {
  /** Hundredths of the currency's unit, signed. */
  readonly minor: number;
  /** Whether it has the two decimals that an amount of money has. */
  readonly exact: boolean;
  /** Where it begins in its text, and ends. */
  readonly at: number;
  readonly end: number;
}

/** `.` or `,`: what separates decimals on the paper. */
export type DecimalMark = '.' | ',';

const NUMBER = /(?<![\w.,/-])([-−–]?\s?)(\d{1,3}(?:[.,'’\s\u00a0]\d{3})+(?:[.,]\d{1,2})?|\d+(?:[.,]\d{1,2})?)(?![\w/]|[.,-]\d)(\s?[-−])?/g;

/**
 * The amounts of a text: `1.234,56`, `1,234.56`, `1 234,56 €`, `-12,00`, `12,00-`, `(12.00)`. A percentage is none.
 * @param mark what the paper separates decimals by, where that is known: `1.234` is then a thousand or one and a bit.
 */
export function printedAmounts(text: string, mark?: DecimalMark): PrintedAmount[] {
  const found: PrintedAmount[] = [];
  for (const match of text.matchAll(NUMBER)) {
    const [whole, before = '', digits = '', after] = match;
    const at = match.index;
    const end = at + whole.length;
    if (/^\s*%/.test(text.slice(end))) continue;
    const value = amountOf(digits, mark);
    if (!value) continue;
    const bracketed = /\(\s*[€$£]?\s*$/.test(text.slice(0, at)) && /^\s*[€$£]?\s*\)/.test(text.slice(end));
    const negative = before.trim() !== '' || after !== undefined || bracketed;
    found.push({ ...value, minor: negative ? -value.minor : value.minor, at, end });
  }
  return found;
}

function amountOf(digits: string, mark: DecimalMark | undefined): { minor: number; exact: boolean } | undefined {
  const decimals = /[.,](\d{1,2})$/.exec(digits);
  const whole = decimals ? digits.slice(0, decimals.index) : digits;
  const separator = decimals ? digits.charAt(decimals.index) : undefined;
  if (separator && mark && separator !== mark) return undefined;
  if (separator && whole.includes(separator)) return undefined;
  if (!separator && mark && whole.includes(mark)) return undefined;
  const units = whole.replace(/\D/g, '');
  if (units.length > 10) return undefined;
  return { minor: Number(units) * 100 + Number((decimals?.[1] ?? '0').padEnd(2, '0')), exact: decimals?.[1]?.length === 2 };
}

/** What most amounts of a paper are separated by; undefined where it has none, or as many of either. */
export function decimalMarkOf(texts: readonly string[]): DecimalMark | undefined {
  let commas = 0;
  for (const text of texts) for (const [, mark] of text.matchAll(/\d([.,])\d{2}(?![\d.,/-])/g)) commas += mark === ',' ? 1 : -1;
  return commas === 0 ? undefined : commas > 0 ? ',' : '.';
}

/** The percentages of a text as decimal text: `21 %`, `5,2%`. */
export const percentsIn = (text: string): string[] =>
  [...text.matchAll(/(?<![\d.,])(\d{1,2})(?:[.,](\d{1,2}))?\s?%/g)].map(([, whole = '', part]) => {
    const kept = (part ?? '').replace(/0+$/, '');
    return kept === '' ? String(Number(whole)) : `${Number(whole)}.${kept}`;
  });

const MONTHS: Readonly<Record<string, number>> = Object.fromEntries(
  [
    'ene enero jan january januar janvier janv gen gennaio gener janeiro',
    'feb febrero february februar fevrier fev febbraio febrer fevereiro',
    'mar marzo march marz mars marc marco',
    'abr abril apr april avril avr aprile',
    'may mayo mai mag maggio maig maio',
    'jun junio june juni juin giu giugno juny junho',
    'jul julio july juli juillet juil lug luglio juliol julho',
    'ago agosto aug august aout agost',
    'sep sept septiembre setiembre september septembre set settembre setembre setembro',
    'oct octubre october okt oktober octobre ott ottobre out outubro',
    'nov noviembre november novembre novembro',
    'dic diciembre dec december dez dezember decembre dicembre desembre des dezembro',
  ].flatMap((names, i) => names.split(' ').map((name) => [name, i + 1])),
);

export interface PrintedDate {
  readonly date: IsoDate;
  /** Day and month could be the other way round. */
  readonly ambiguous: boolean;
  readonly at: number;
}

const NUMERIC = /(?<!\d)(\d{1,2})\s?[./-]\s?(\d{1,2})\s?[./-]\s?(\d{4}|\d{2})(?!\d)/g;
const ISO = /(?<!\d)(\d{4})[./-](\d{1,2})[./-](\d{1,2})(?!\d)/g;
const DAY_FIRST = /(?<!\d)(\d{1,2})(?:\.|º|st|nd|rd|th)?\s*(?:de\s+|-|\/)?([a-z]{3,10})\.?\s*(?:de[l]?\s+|,|-|\/)?\s*(\d{4}|\d{2})(?!\d)/g;
const MONTH_FIRST = /(?<![a-z])([a-z]{3,10})\.?\s+(\d{1,2})(?:st|nd|rd|th)?\s*,?\s+(\d{4})(?!\d)/g;

/** A date that was found: year as printed, of two digits or four. */
type Found = readonly [at: number, year: string, month: number, day: number, ambiguous?: boolean];

/** The dates of a text, whatever they are written like, in the order in which they stand. */
export function datesIn(text: string): PrintedDate[] {
  const plain = normalise(text);
  const found = [
    ...isoDates(plain),
    ...numericDates(plain),
    ...namedDates(plain, DAY_FIRST, 1, 2),
    ...namedDates(plain, MONTH_FIRST, 2, 1),
  ];
  const dates = found.flatMap(([at, year, month, day, ambiguous = false]) => {
    const date = `${year.length === 2 ? `20${year}` : year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
    return isIsoDate(date) ? [{ date, ambiguous, at }] : [];
  });
  return dates.filter(({ at }, i) => dates.findIndex((other) => other.at === at) === i).toSorted((a, b) => a.at - b.at);
}

const isoDates = (plain: string): Found[] =>
  [...plain.matchAll(ISO)].map((match) => [match.index, match[1] ?? '', Number(match[2]), Number(match[3])]);

const numericDates = (plain: string): Found[] =>
  [...plain.matchAll(NUMERIC)].map((match) => {
    const [first, second, year] = [Number(match[1]), Number(match[2]), match[3] ?? ''];
    // A day that no month can be tells the order; else the day stands first, as everywhere but in the United States.
    return second > 12 ? [match.index, year, first, second] : [match.index, year, second, first, first <= 12 && first !== second];
  });

const namedDates = (plain: string, pattern: RegExp, dayAt: number, monthAt: number): Found[] =>
  [...plain.matchAll(pattern)].flatMap((match) => {
    const month = MONTHS[match[monthAt] ?? ''];
    return month ? [[match.index, match[3] ?? '', month, Number(match[dayAt])] as const] : [];
  });
