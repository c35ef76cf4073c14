import * as z from 'zod/mini';
import { assert } from './assert.ts';
import { type Decimal, decimal, divideHalfUp, format, multiply, round } from './decimal.ts';
import { invalid } from './errors.ts';

/** ISO 4217 minor-unit exponents of the currencies that books can be kept in. */
export const CURRENCY_EXPONENTS: Readonly<Record<string, number>> = { EUR: 2, USD: 2, GBP: 2, CHF: 2, JPY: 0, KWD: 3 };
/** The currency that the books of a Spanish company are kept in (Código de Comercio, art. 34.1 and 38). */
export const BASE_CURRENCY = 'EUR';
/** Largest amount that one field or line may hold, in minor units: ten thousand million less a cent. A thousand of them stay far below 2^53. */
const MAX_MINOR = 999_999_999_999;

/** An amount in integer minor units (cents) of the base currency. Never a float, never a fraction. */
export type Minor = number;

/** What many amounts come to, in minor units: exact also beyond 2^53, where it is a BigInt, and a number below. */
export type Sum = Minor | bigint;

/** An exact sum as {@link Sum}. */
export const sumOf = (exact: bigint): Sum =>
  exact <= BigInt(Number.MAX_SAFE_INTEGER) && exact >= BigInt(Number.MIN_SAFE_INTEGER) ? Number(exact) : exact;

/** Scale of a currency. @throws Error on a currency that is not in the table. */
export function exponentOf(currency: string): number {
  const exponent = CURRENCY_EXPONENTS[currency];
  assert(exponent !== undefined, `currency ${currency} is known`);
  return exponent;
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
