import { assert } from './assert.ts';

/** An exact decimal: `units × 10^-scale`. No floats: 0.1 + 0.2 is 0.3. */
export interface Decimal {
  readonly units: bigint;
  readonly scale: number;
}

const PATTERN = /^(-?)(\d{1,24})(?:\.(\d{1,12}))?$/;

/** Reads `"-12.50"`. @throws Error if the text is not a plain decimal (check input with a schema first). */
export function decimal(text: string): Decimal {
  const match = PATTERN.exec(text);
  assert(match, `"${text}" is a decimal`);
  const fraction = match[3] ?? '';
  const units = BigInt(`${match[2]}${fraction}`);
  return { units: match[1] === '-' ? -units : units, scale: fraction.length };
}

export const multiply = (a: Decimal, b: Decimal): Decimal => ({ units: a.units * b.units, scale: a.scale + b.scale });

export function add(a: Decimal, b: Decimal): Decimal {
  const scale = Math.max(a.scale, b.scale);
  return { units: rescaleUp(a, scale) + rescaleUp(b, scale), scale };
}

export const negate = (a: Decimal): Decimal => ({ units: -a.units, scale: a.scale });
export const compare = (a: Decimal, b: Decimal): number => {
  const difference = add(a, negate(b)).units;
  return difference === 0n ? 0 : difference > 0n ? 1 : -1;
};

const rescaleUp = (a: Decimal, scale: number): bigint => a.units * 10n ** BigInt(scale - a.scale);

/**
 * Rounds to `scale` decimals, half away from zero: the commercial rounding ("half-up" of EN 16931 and of
 * Spanish VAT law), the same for a credit as for a charge.
 */
export function round(a: Decimal, scale: number): Decimal {
  if (a.scale <= scale) return { units: rescaleUp(a, scale), scale };
  return { units: divideHalfUp(a.units, 10n ** BigInt(a.scale - scale)), scale };
}

/** `numerator / denominator` as a whole number, half away from zero. */
export function divideHalfUp(numerator: bigint, denominator: bigint): bigint {
  assert(denominator > 0n, 'denominator is positive');
  const sign = numerator < 0n ? -1n : 1n;
  const magnitude = numerator * sign;
  return sign * ((magnitude * 2n + denominator) / (denominator * 2n));
}

/** `a / b` rounded half-up to `scale` decimals. */
export function divide(a: Decimal, b: Decimal, scale: number): Decimal {
  assert(b.units > 0n, 'divisor is positive');
  const numerator = a.units * 10n ** BigInt(scale + b.scale);
  return { units: divideHalfUp(numerator, b.units * 10n ** BigInt(a.scale)), scale };
}

/** Text with at least `places` decimals, without needless zeros beyond them. */
export function format(a: Decimal, places = 0): string {
  let { units, scale } = a;
  while (scale > places && units % 10n === 0n) {
    units /= 10n;
    scale -= 1;
  }
  if (scale < places) ({ units, scale } = round({ units, scale }, places));
  const sign = units < 0n ? '-' : '';
  const digits = (units < 0n ? -units : units).toString().padStart(scale + 1, '0');
  return scale === 0 ? `${sign}${digits}` : `${sign}${digits.slice(0, -scale)}.${digits.slice(-scale)}`;
}
