import * as z from 'zod/mini';
import { assert } from './assert.ts';
import { type Decimal, decimal, divideHalfUp, format, multiply, round } from './decimal.ts';
import { invalid } from './errors.ts';

/**
 * ISO 4217 minor-unit exponents of the euro and of the currencies that the European Central Bank publishes a rate of (31 in
 * 2026), with the dinar of Kuwait for its three decimals.
 */
export const CURRENCY_EXPONENTS = {
  ...{ EUR: 2, USD: 2, GBP: 2, CHF: 2, JPY: 0, KWD: 3, AUD: 2, BRL: 2, CAD: 2, CNY: 2, CZK: 2, DKK: 2, HKD: 2, HUF: 2, IDR: 2, ILS: 2 },
  ...{ INR: 2, ISK: 0, KRW: 0, MXN: 2, MYR: 2, NOK: 2, NZD: 2, PHP: 2, PLN: 2, RON: 2, SEK: 2, SGD: 2, THB: 2, TRY: 2, ZAR: 2 },
} as const satisfies Readonly<Record<string, number>>;
export type Currency = keyof typeof CURRENCY_EXPONENTS;
export const CURRENCIES = Object.keys(CURRENCY_EXPONENTS) as readonly Currency[];
/** The currency that the books of a Spanish company are kept in (Código de Comercio, art. 34.1 and 38). */
export const BASE_CURRENCY = 'EUR';
/** Largest amount that one field or line may hold, in minor units: ten thousand million less a cent. A thousand of them stay far below 2^53. */
export const MAX_MINOR = 999_999_999_999;

/** An amount in integer minor units (cents) of the base currency. Never a float, never a fraction. */
export type Minor = number;

/** What many amounts come to, in minor units: exact also beyond 2^53, where it is a BigInt, and a number below. */
export type Sum = Minor | bigint;

/** An exact sum as {@link Sum}. */
export const sumOf = (exact: bigint): Sum =>
  exact <= BigInt(Number.MAX_SAFE_INTEGER) && exact >= BigInt(Number.MIN_SAFE_INTEGER) ? Number(exact) : exact;

/** Scale of a currency. @throws Error on a currency that is not in the table. */
export function exponentOf(currency: string): number {
  assert(Object.hasOwn(CURRENCY_EXPONENTS, currency), `currency ${currency} is known`);
  return CURRENCY_EXPONENTS[currency as Currency];
}

/** Rounds an exact decimal half-up to minor units of the currency. */
export function toMinor(value: Decimal, currency = BASE_CURRENCY): Minor {
  const minor = Number(round(value, exponentOf(currency)).units);
  assert(Number.isSafeInteger(minor), 'amount fits in a safe integer');
  return minor;
}

/** Minor units as decimal text: 123450 → "1234.50". */
export const minorText = (minor: Sum, currency = BASE_CURRENCY): string => {
  const scale = exponentOf(currency);
  return format({ units: BigInt(minor), scale }, scale);
};

/**
 * quantity × price × (1 − discount %), rounded half-up once (EN 16931 BT-131). Quantity and price are decimal text.
 * @throws DomainError `amount.too_large` (400) beyond {@link MAX_MINOR}: a thousand such lines still add up exactly.
 */
export function lineNet(quantity: string, price: string, discountPercent = '0', currency = BASE_CURRENCY): Minor {
  const kept = { units: 100n * 10n ** 12n - round(decimal(discountPercent), 12).units, scale: 14 };
  const exact = round(multiply(multiply(decimal(quantity), decimal(price)), kept), exponentOf(currency)).units;
  if (exact > MAX_MINOR || exact < -MAX_MINOR)
    throw invalid(
      'amount.too_large',
      `${quantity} × ${price} is more than ${minorText(MAX_MINOR, currency)}, the most that a line may hold.`,
      'body',
      { quantity, price, limit: minorText(MAX_MINOR, currency) },
    );
  return Number(exact);
}

/** amount × percent / 100, rounded half-up once (EN 16931 BR-CO-17). */
export const percentOf = (amount: Minor, percent: string): Minor => {
  const rate = decimal(percent);
  return Number(divideHalfUp(BigInt(amount) * rate.units, 100n * 10n ** BigInt(rate.scale)));
};

/** The part `numerator/denominator` of an amount, rounded half-up. */
export const shareOf = (amount: Minor, numerator: bigint, denominator: bigint): Minor =>
  Number(divideHalfUp(BigInt(amount) * numerator, denominator));

/**
 * Splits `total` by `weights` so that the parts add up to it exactly: largest remainder, ties to the first,
 * and the split of −x is the mirror of the split of x. All weights zero: equal parts.
 */
export function allocate(total: Minor, weights: readonly number[]): Minor[] {
  assert(weights.length > 0 && weights.every((w) => w >= 0 && Number.isSafeInteger(w)), 'weights are whole and ≥ 0');
  const sum = weights.reduce((a, b) => a + BigInt(b), 0n);
  const shares = sum === 0n ? weights.map(() => 1n) : weights.map(BigInt);
  const whole = sum === 0n ? BigInt(weights.length) : sum;
  const magnitude = BigInt(Math.abs(total));
  const parts = shares.map((share) => (magnitude * share) / whole);
  const order = shares
    .map((share, index) => ({ index, remainder: (magnitude * share) % whole }))
    .sort((a, b) => (a.remainder === b.remainder ? a.index - b.index : a.remainder > b.remainder ? -1 : 1));
  let left = magnitude - parts.reduce((a, b) => a + b, 0n);
  for (const { index } of order) {
    if (left === 0n) break;
    parts[index] = (parts[index] ?? 0n) + 1n;
    left -= 1n;
  }
  return parts.map((part) => Number(total < 0 ? -part : part));
}

/** What a refusal says besides of amounts that are not in the currency of the books. */
export const unlessBase = (currency: string): { readonly currency?: string } => (currency === BASE_CURRENCY ? {} : { currency });

/** Amounts of a currency in words, by name. */
export const figuresIn = <K extends string>(currency: string, amounts: Readonly<Record<K, Minor>>) =>
  Object.fromEntries(Object.entries<Minor>(amounts).map(([name, minor]) => [name, minorText(minor, currency)])) as {
    readonly [N in K]: string;
  };

/** Money as an object on the wire, with amounts of so many digits before the point. */
const moneyOf = (pattern: RegExp) =>
  z.codec(
    z.strictObject({
      amount: z.string().check(z.regex(pattern, 'must be a decimal such as "1234.50", with at most 10 digits and 2 decimals for EUR')),
      currency: z.literal(BASE_CURRENCY, 'unknown or unsupported currency: the books are kept in EUR'),
    }),
    z.int(),
    {
      decode: ({ amount }) => toMinor(decimal(amount)),
      encode: (minor) => ({ amount: minorText(minor), currency: BASE_CURRENCY as 'EUR' }),
    },
  );

/**
 * Money on the wire: `{ "amount": "1234.50", "currency": "EUR" }`; inside, integer minor units. What we answer: sums of
 * many documents may have more digits than one field that we are given.
 */
export const Money = moneyOf(/^-?\d{1,14}(\.\d{1,2})?$/);
/** Sums of a company's whole books, which only grow: exact whatever they come to. */
export const MoneySum = z.codec(
  z.strictObject({ amount: z.string().check(z.regex(/^-?\d{1,24}(\.\d{1,2})?$/)), currency: z.literal(BASE_CURRENCY) }),
  z.union([z.int(), z.bigint()]),
  {
    decode: ({ amount }) => sumOf(round(decimal(amount), exponentOf(BASE_CURRENCY)).units),
    encode: (sum) => ({ amount: minorText(sum), currency: BASE_CURRENCY as 'EUR' }),
  },
);
/** Money of either sign that we are given: at most {@link MAX_MINOR}. */
export const AnyMoney = moneyOf(/^-?\d{1,10}(\.\d{1,2})?$/);

/** Money that must be greater than zero. */
export const PositiveMoney = AnyMoney.check(z.refine((minor) => minor > 0, 'must be greater than zero'));
/** Money of either sign that must be something. */
export const NonZeroMoney = AnyMoney.check(z.refine((minor) => minor !== 0, 'must not be zero'));
/** Money that must not be negative. */
export const NonNegativeMoney = AnyMoney.check(z.refine((minor) => minor >= 0, 'must not be negative'));

/** An amount of minor units in a currency of its own: what a supplier abroad asks for. */
export interface Amount {
  readonly minor: Minor;
  readonly currency: string;
}
const decimals = (amount: string): number => (amount.split('.')[1] ?? '').replace(/0+$/, '').length;
/** Money in any currency that we know, on the wire as {@link Money} is: with no more decimals than the currency has. */
const amountIn = (pattern: RegExp) =>
  z.codec(
    z
      .strictObject({
        amount: z.string().check(z.regex(pattern, 'must be a decimal such as "1234.50", with at most 10 digits')),
        currency: z.enum(CURRENCIES as readonly [Currency, ...Currency[]], 'unknown or unsupported currency'),
      })
      .check(z.refine(({ amount, currency }) => decimals(amount) <= exponentOf(currency), 'has more decimals than the currency')),
    z.object({ minor: z.int(), currency: z.string() }),
    {
      decode: ({ amount, currency }) => ({ minor: toMinor(decimal(amount), currency), currency }),
      encode: ({ minor, currency }) => ({ amount: minorText(minor, currency), currency: currency as Currency }),
    },
  );
/** What we answer in a currency. */
export const AmountView = amountIn(/^-?\d{1,14}(\.\d{1,3})?$/);
const AnyAmount = amountIn(/^-?\d{1,10}(\.\d{1,3})?$/);
/** In a currency, greater than zero. */
export const PositiveAmount = AnyAmount.check(z.refine(({ minor }) => minor > 0, 'must be greater than zero'));
/** In a currency, of either sign, and something. */
export const NonZeroAmount = AnyAmount.check(z.refine(({ minor }) => minor !== 0, 'must not be zero'));
