import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import {
  isNegative,
  isPositive,
  isZero,
  lessThan,
  minus,
  Percent,
  PositiveQuantity,
  plus,
  SignedQuantity,
  sum,
  thousandths,
  UnitPrice,
} from '#kernel/quantity.ts';

const quantity = fc
  .integer({ min: -999_999_999, max: 999_999_999 })
  .map((n) => `${n < 0 ? '-' : ''}${Math.floor(Math.abs(n) / 1000)}.${String(Math.abs(n) % 1000).padStart(3, '0')}`);
const accepts = (schema: z.ZodMiniType, values: readonly string[]) => values.filter((value) => z.safeParse(schema, value).success);

describe('a quantity', () => {
  it('adds and subtracts exactly', () => {
    expect(plus('0.1', '0.2')).toBe('0.3');
    expect(minus('1', '0.999')).toBe('0.001');
    expect(minus('2.50', '2.5')).toBe('0');
    expect(sum(['1.5', '2', '0.125'])).toBe('3.625');
    expect(sum([])).toBe('0');
  });

  it('compares by value, not by text', () => {
    expect(lessThan('9', '10')).toBe(true);
    expect(lessThan('2.0', '2')).toBe(false);
    expect([isZero('0.000'), isZero('-0'), isPositive('0.001'), isNegative('-0.001')]).toEqual([true, true, true, true]);
  });

  it('gives back what was added and then taken away, however it was written', () => {
    fc.assert(
      fc.property(quantity, quantity, (a, b) => {
        expect(thousandths(minus(plus(a, b), b))).toBe(thousandths(a));
        expect(lessThan(a, b)).toBe(thousandths(a) < thousandths(b));
      }),
    );
  });
});

describe('on the wire', () => {
  it('a positive quantity has at most three decimals and is not zero', () => {
    const good = ['1', '0.001', '999999.999', '007'];
    expect(accepts(PositiveQuantity, [...good, '0', '0.000', '-1', '1.0001', '1000000', '1e2', '', ' 1'])).toEqual(good);
  });

  it('a signed quantity is anything but zero', () => {
    const good = ['1', '-0.5', '-999999.999'];
    expect(accepts(SignedQuantity, [...good, '-0', '0', '-0.000', '+1', '--1'])).toEqual(good);
  });

  it('a price has at most six decimals and may be zero', () => {
    const good = ['0', '9.95', '9999999.999999'];
    expect(accepts(UnitPrice, [...good, '-1', '10000000', '1.0000001', '.5'])).toEqual(good);
  });

  it('a percentage goes from 0 to 100', () => {
    const good = ['0', '4.5', '33.33', '99.99', '100', '100.00'];
    expect(accepts(Percent, [...good, '100.01', '101', '-1', '1.234'])).toEqual(good);
  });
});
