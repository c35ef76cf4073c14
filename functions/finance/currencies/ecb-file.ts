import { CsvError, parse } from 'csv-parse/sync';
import { type IsoDate, isIsoDate } from '#kernel/date.ts';
import { invalid } from '#kernel/errors.ts';
import { CURRENCIES } from '#kernel/money.ts';

/** Rates by day and currency. */
export type RateDays = ReadonlyMap<IsoDate, Readonly<Record<string, string>>>;

/** What one request writes in one transaction, beside its own record. */
const MAX_DAYS = 90;
const RATE = /^\d{1,9}(\.\d{1,12})?$/;
const MONTHS = ['january', 'february', 'march', 'april', 'may', 'june', 'july', 'august', 'september', 'october', 'november', 'december'];

/** The bank's daily CSV says `27 November 2026`, its histories `2026-11-27`. */
function dayIn(text: string): IsoDate {
  const [, day = '', name = '', year = ''] = /^(\d{1,2}) ([A-Za-z]+) (\d{4})$/.exec(text.trim()) ?? [];
  const month = String(MONTHS.indexOf(name.toLowerCase()) + 1);
  return year ? `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}` : text.trim();
}

const unreadable = (): Error =>
  invalid(
    'rate.file',
    'That is no file of rates of the European Central Bank: take eurofxref-daily.xml, eurofxref-hist-90d.xml, or their CSV, as they are.',
    'body.content',
  );

/** Currencies that we know, with a rate: the others are left out. */
const knownRates = (pairs: readonly (readonly [string, string])[]): Record<string, string> =>
  Object.fromEntries(pairs.filter(([currency, rate]) => KNOWN.has(currency) && RATE.test(rate) && !/^[0.]+$/.test(rate)));
const KNOWN: ReadonlySet<string> = new Set(CURRENCIES);

/** `Date, USD, JPY, …`, a line a day; the bank ends each with a comma. */
function daysInCsv(content: string): [IsoDate, Record<string, string>][] {
  let rows: string[][];
  try {
    rows = parse(content, { trim: true, bom: true, relax_column_count: true, skip_empty_lines: true }) as string[][];
  } catch (error) {
    if (error instanceof CsvError) throw unreadable();
    throw error;
  }
  const [head = [], ...days] = rows;
  if (head[0] !== 'Date') throw unreadable();
  return days.map((row) => [dayIn(row[0] ?? ''), knownRates(head.slice(1).map((currency, i) => [currency, row[i + 1] ?? ''] as const))]);
}

/**
 * `<Cube time='2026-11-27'><Cube currency='USD' rate='1.0512'/>…`. The elements are looked for as text: nothing that XML can
 * do besides (entities, documents from elsewhere) is done.
 */
function daysInXml(content: string): [IsoDate, Record<string, string>][] {
  return content
    .split(/<Cube\s+time=["']/)
    .slice(1)
    .map((day) => {
      const pairs = [...day.matchAll(/<Cube\s+currency=["']([A-Z]{3})["']\s+rate=["']([0-9.]+)["']\s*\/>/g)];
      return [day.slice(0, 10), knownRates(pairs.map(([, currency = '', rate = '']) => [currency, rate] as const))];
    });
}

/** The newest days of a file of the European Central Bank. @throws DomainError `rate.file` (400). */
export function readRates(content: string): RateDays {
  const isXml = content.trimStart().startsWith('<');
  const days = (isXml ? daysInXml(content) : daysInCsv(content)).filter(([, rates]) => Object.keys(rates).length > 0);
  if (days.some(([date]) => !isIsoDate(date))) throw unreadable();
  if (days.length === 0) throw unreadable();
  return new Map(days.toSorted(([a], [b]) => (a > b ? -1 : 1)).slice(0, MAX_DAYS));
}

export const newestDay = (days: RateDays): IsoDate => days.keys().next().value ?? '';
