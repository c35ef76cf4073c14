import { MAX_MINOR, type Minor } from '#kernel/money.ts';

export type DecimalSign = ',' | '.';

/** Digits with at most two decimals, and groups of three. */
const shapeOf = (sign: DecimalSign): RegExp =>
  sign === ',' ? /^\d{1,3}(?:\.?\d{3})*(?:,\d{1,2})?$|^\d+(?:,\d{1,2})?$/ : /^\d{1,3}(?:,?\d{3})*(?:\.\d{1,2})?$|^\d+(?:\.\d{1,2})?$/;
const bare = (text: string): string => text.replace(/[\s\u00a0\u202f€]|EUR/g, '');

/**
 * The sign before decimals in all of a file: what an amount with cents or with both signs shows; where none does, that of the
 * language that separates columns as the file does. One file has one.
 */
export function decimalSign(amounts: readonly string[], delimiter: string): DecimalSign {
  for (const text of amounts.map(bare)) {
    const last = Math.max(text.lastIndexOf(','), text.lastIndexOf('.'));
    if (last < 0) continue;
    const sign = text.charAt(last) as DecimalSign;
    const both = text.includes(',') && text.includes('.');
    if (both || text.length - last - 1 <= 2) return sign;
  }
  return delimiter === ',' ? '.' : ',';
}

/** Cents of an amount; 0 of an empty cell, undefined of what is none. */
export function centsOf(cell: string, sign: DecimalSign): Minor | undefined {
  const text = bare(cell);
  if (text === '' || text === '-') return 0;
  if (!shapeOf(sign).test(text)) return undefined;
  const [whole = '0', cents = ''] = text.replaceAll(sign === ',' ? '.' : ',', '').split(sign);
  const minor = Number(`${whole}${cents.padEnd(2, '0')}`);
  return minor <= MAX_MINOR ? minor : undefined;
}
