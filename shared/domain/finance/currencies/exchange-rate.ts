import * as z from 'zod/mini';
import { addDays, type IsoDate } from '#kernel/date.ts';
import { compare, type Decimal, decimal, divide, format, multiply } from '#kernel/decimal.ts';
import { invalid, refused } from '#kernel/errors.ts';
import { BASE_CURRENCY, CURRENCIES, type Currency, exponentOf, type Minor, toMinor } from '#kernel/money.ts';
import { dated, recordType, type Stored } from '#kernel/record.ts';

/** Units of a currency for one euro, as the European Central Bank and the Banco de España quote it. */
export const RateText = z
  .string()
  .check(z.regex(/^\d{1,9}(\.\d{1,12})?$/, 'must be a decimal such as "1.0943": units of the currency for one euro'))
  .check(z.refine((text) => !/^[0.]+$/.test(text), 'must be greater than zero'));

export type ForeignCurrency = Exclude<Currency, 'EUR'>;
export const FOREIGN_CURRENCIES = CURRENCIES.filter((code) => code !== BASE_CURRENCY) as readonly ForeignCurrency[];
export const ForeignCode = z.enum(
  FOREIGN_CURRENCIES as readonly [ForeignCurrency, ...ForeignCurrency[]],
  'unknown or unsupported currency',
);
export const Rates = z.partialRecord(ForeignCode, RateText);

export const RATE_SOURCES = ['ecb', 'manual'] as const;
export type RateSource = (typeof RATE_SOURCES)[number];

/** The rates of one day. */
export const ExchangeRates = z.object({
  date: z.string(),
  rates: z.record(z.string(), z.object({ rate: z.string(), source: z.enum(RATE_SOURCES) })),
});
export type ExchangeRates = Readonly<z.output<typeof ExchangeRates>>;
export type StoredRates = Stored<ExchangeRates>;

export const ratesId = (date: IsoDate): string => `fxr_${date}`;

export const ExchangeRateDays = recordType<ExchangeRates>({
  kind: 'exchange-rates',
  prefix: 'fxr',
  data: ExchangeRates,
  history: 'all',
  list: dated({ date: (r) => r.date, words: (r) => Object.keys(r.rates) }),
  summary: (r) => ({ title: r.date, subtitle: [Object.keys(r.rates).join(' ')], date: r.date }),
  screen: { none: 'The rates of all days are shown together.' },
  icon: 'cash',
  read: 'books.read',
});

/** The bank publishes on working days only: over Easter and the turn of the year the last rate is up to five days old. */
const OLDEST_RATE = 7;

/** The ids of the days whose rates may be in force on a day, the newest first. */
export const rateIdsFor = (date: IsoDate): string[] => Array.from({ length: OLDEST_RATE + 1 }, (_, back) => ratesId(addDays(date, -back)));

/** A rate with the day that it is of. */
export interface Rate {
  readonly rate: string;
  readonly date: IsoDate;
  readonly source: RateSource;
}

/** The rate in force on a day: the last one published, of that day or before. @param days of {@link rateIdsFor}. */
export function rateIn(days: readonly (ExchangeRates | undefined)[], currency: string): Rate | undefined {
  const day = days.find((one) => one && Object.hasOwn(one.rates, currency));
  const found = day?.rates[currency];
  return day && found ? { ...found, date: day.date } : undefined;
}

/** @throws DomainError `rate.missing` (422) where no day of the week before has one. */
export function rateOrThrow(days: readonly (ExchangeRates | undefined)[], currency: string, date: IsoDate, field: string): Rate {
  const rate = rateIn(days, currency);
  if (!rate)
    throw refused(
      'rate.missing',
      `There is no rate of ${currency} for ${date}, nor for the ${OLDEST_RATE} days before: import the rates of the European Central Bank, or give the rate.`,
      field,
      { currency, date },
    );
  return rate;
}

/** Minor units of a currency in those of the books, rounded half-up. */
export const inBase = (minor: Minor, currency: string, rate: string): Minor =>
  toMinor(divide({ units: BigInt(minor), scale: exponentOf(currency) }, decimal(rate), exponentOf(BASE_CURRENCY)));

const RATE_DECIMALS = 12;
/** The rate at which an amount of a currency cost so much of the books, to twelve decimals. */
export const rateBetween = (minor: Minor, currency: string, base: Minor): string =>
  format(
    divide({ units: BigInt(minor), scale: exponentOf(currency) }, { units: BigInt(base), scale: exponentOf(BASE_CURRENCY) }, RATE_DECIMALS),
  );

/** Whether a rate lies more than a quarter from the one in force: it is mistyped, or turned upside down. */
export function isFarFrom(rate: string, other: string): boolean {
  const [low, high] = ['0.75', '1.25'].map((factor) => multiply(decimal(other), decimal(factor))) as [Decimal, Decimal];
  return compare(decimal(rate), low) < 0 || compare(decimal(rate), high) > 0;
}

/** The same day with more rates: what is told stands in place of what there was. */
export function withRates(
  day: StoredRates | undefined,
  date: IsoDate,
  rates: Readonly<Partial<Record<string, string>>>,
  source: RateSource,
): ExchangeRates {
  if (Object.keys(rates).length === 0) throw invalid('rate.none', 'Give at least one rate.', 'body.rates');
  const told = Object.entries(rates).flatMap(([code, rate]) => (rate === undefined ? [] : [[code, { rate, source }] as const]));
  return { date, rates: { ...day?.rates, ...Object.fromEntries(told) } };
}

/** What a document in a foreign currency is entered with. */
export interface Exchange extends Rate {
  readonly currency: string;
}

/** Nets in the currency of the books, which come to what all of them do at the rate: the largest takes what rounding leaves. */
export function netsInBase(nets: readonly Minor[], exchange: Pick<Exchange, 'currency' | 'rate'> | undefined): Minor[] {
  if (!exchange) return [...nets];
  const inBooks = (minor: Minor) => inBase(minor, exchange.currency, exchange.rate);
  const each = nets.map(inBooks);
  const left = inBooks(nets.reduce((sum, net) => sum + net, 0)) - each.reduce((sum, net) => sum + net, 0);
  const largest = nets.reduce((at, net, i) => (Math.abs(net) > Math.abs(nets[at] ?? 0) ? i : at), 0);
  return each.map((net, i) => (i === largest ? net + left : net));
}

/** What is open of a document in its own currency, minor units of that, and the rate at which the books hold it. */
const ForeignItem = z.object({
  currency: z.string(),
  open: z.int(),
  rate: z.string(),
  /** The day that the rate is of. */
  rateOf: z.string(),
  source: z.enum(RATE_SOURCES),
});
/** With what the document comes to. */
export const ForeignTotals = z.extend(ForeignItem, { net: z.int(), tax: z.int(), gross: z.int() });

/** Money in a foreign currency that came or went: in minor units of that, and at which rate. */
export const ForeignMoney = z.extend(ForeignItem, { amount: z.int() });
export type ForeignMoney = Readonly<z.output<typeof ForeignMoney>>;

/** What a payment is of in a foreign currency. */
export interface ForeignPart extends Exchange {
  readonly amount: Minor;
}

/** What is open of a document at the rate that it was entered with. */
export const rateHeld = ({ currency, rate, date: rateOf, source }: Exchange, open: Minor) => ({ currency, open, rate, rateOf, source });

/** A payment in a foreign currency, all of it still unapplied. */
export const foreignMoney = (part: ForeignPart): ForeignMoney => ({ ...rateHeld(part, part.amount), amount: part.amount });

/** The amounts in a request as they were typed, in its order, with their fields. */
function amountsAt(value: unknown, field: string): { currency: string; field: string }[] {
  if (typeof value !== 'object' || value === null) return [];
  if ('minor' in value && 'currency' in value) return [{ currency: String(value.currency), field }];
  return Object.entries(value).flatMap(([name, part]) => amountsAt(part, `${field}.${name}`));
}

/**
 * The currency of a document. @param parts of its request that say amounts, the one that decides first.
 * @throws DomainError `currency.mixed` (400) where they are in several.
 */
export function oneCurrency(parts: object): string {
  const amounts = amountsAt(parts, 'body');
  const [first = BASE_CURRENCY, other] = [amounts[0]?.currency, amounts.find(({ currency }) => currency !== amounts[0]?.currency)];
  if (other)
    throw invalid('currency.mixed', `One document is in one currency: here are ${first} and ${other.currency}.`, other.field, {
      currency: first,
      other: other.currency,
    });
  return first;
}
