import * as z from 'zod/mini';
import { add, compare, type Decimal, decimal, format, negate } from './decimal.ts';

/** Quantities are decimal text with at most 3 decimals ("2", "0.125"); exact, never floats. */
export type Quantity = string;

export const plus = (a: Quantity, b: Quantity): Quantity => format(add(decimal(a), decimal(b)));
export const minus = (a: Quantity, b: Quantity): Quantity => format(add(decimal(a), negate(decimal(b))));
export const lessThan = (a: Quantity, b: Quantity): boolean => compare(decimal(a), decimal(b)) < 0;
export const isZero = (a: Quantity): boolean => decimal(a).units === 0n;
export const isPositive = (a: Quantity): boolean => decimal(a).units > 0n;
export const isNegative = (a: Quantity): boolean => decimal(a).units < 0n;
export const sum = (all: readonly Quantity[]): Quantity => format(all.map(decimal).reduce(add, { units: 0n, scale: 0 }));
/** The quantity in thousandths, for exact proportions. */
export const thousandths = (a: Quantity): bigint => {
  const { units, scale }: Decimal = decimal(a);
  return units * 10n ** BigInt(3 - scale);
};

const text = (pattern: RegExp, message: string) => z.string().check(z.regex(pattern, message));

/** A quantity that must be greater than zero and at most 999,999.999. */
export const PositiveQuantity = text(
  /^(?!0+(\.0+)?$)\d{1,6}(\.\d{1,3})?$/,
  'must be a decimal greater than zero, at most 999999.999, with at most 3 decimals, as text: "2" or "0.5"',
);
/** What was counted: zero or more, at most 999,999.999. */
export const CountedQuantity = text(
  /^\d{1,6}(\.\d{1,3})?$/,
  'must be a decimal of zero or more, at most 999999.999, with at most 3 decimals, as text: "7"',
);
/** A quantity of either sign, not zero. */
export const SignedQuantity = text(
  /^-?(?!0+(\.0+)?$)\d{1,6}(\.\d{1,3})?$/,
  'must be a decimal other than zero, with at most 3 decimals, as text: "2" or "-0.5"',
);
/** A unit price or cost net of tax: decimal text ≥ 0 with at most 6 decimals, at most 9,999,999.999999. */
export const UnitPrice = text(
  /^\d{1,7}(\.\d{1,6})?$/,
  'must be a decimal of zero or more, at most 9999999.999999, with at most 6 decimals, as text: "9.95"',
);
/** A percentage between 0 and 100 with at most 2 decimals. */
export const Percent = text(
  /^(100(\.0{1,2})?|\d{1,2}(\.\d{1,2})?)$/,
  'must be a percentage from 0 to 100 with at most 2 decimals, as text',
);
