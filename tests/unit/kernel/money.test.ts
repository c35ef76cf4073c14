import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { decimal } from '#kernel/decimal.ts';
import {
  allocate,
  exponentOf,
  lineNet,
  Money,
  minorText,
  NonNegativeMoney,
  PositiveMoney,
  percentOf,
  shareOf,
  toMinor,
} from '#kernel/money.ts';

/** The largest amount on the wire: ten digits before the point. */
const MAX_MINOR = 999_999_999_999;
const amount = fc.integer({ min: -MAX_MINOR, max: MAX_MINOR });
const weights = fc.array(fc.integer({ min: 0, max: 1_000_000 }), { minLength: 1, maxLength: 40 });
const sum = (parts: readonly number[]) => parts.reduce((a, b) => a + b, 0);

describe('minor units', () => {
  it('have the exponent of their currency: yen none, dinar three', () => {
    expect([toMinor(decimal('1234.5'), 'EUR'), toMinor(decimal('1234.5'), 'JPY'), toMinor(decimal('1.2345'), 'KWD')]).toEqual([
      123_450, 1235, 1235,
    ]);
    expect([minorText(5, 'EUR'), minorText(5, 'JPY'), minorText(5, 'KWD'), minorText(-123_456)]).toEqual([
      '0.05',
      '5',
      '0.005',
      '-1234.56',
    ]);
    expect(() => exponentOf('ZZZ')).toThrow(/currency ZZZ/);
  });

  it('of two lines of 100.5 yen are 202, since each line is rounded by itself', () => {
    expect(lineNet('1', '100.5', '0', 'JPY') + lineNet('1', '100.5', '0', 'JPY')).toBe(202);
  });

  it('never leave the safe integers', () => {
    expect(() => toMinor(decimal('99999999999999999'))).toThrow(/safe integer/);
    // Beyond ten thousand million less a cent a line is refused: tests/unit/kernel/large-amounts.test.ts.
    expect(() => lineNet('999999.999', '9999999.999999')).toThrow(expect.objectContaining({ code: 'amount.too_large' }));
  });
});

describe('a line', () => {
  it('is quantity × price less discount, rounded half-up once', () => {
    expect(lineNet('16', '348.35', '4')).toBe(535_066); // 5,573.60 − 222.944 = 5,350.656
    expect(lineNet('3', '0.335')).toBe(101); // 1.005
    expect(lineNet('0.125', '0.04')).toBe(1); // 0.005
    expect(lineNet('1', '10', '33.33')).toBe(667); // 6.667
    expect(lineNet('7', '9.99', '100')).toBe(0);
    expect(lineNet('-3', '0.335')).toBe(-101);
    expect(lineNet('333.333', '0.000001')).toBe(0);
  });

  it('costs no less for more pieces, and nothing at 100 % discount', () => {
    const part = fc.integer({ min: 1, max: 99_999_999 }).map((n) => (n / 1000).toFixed(3));
    const price = fc.integer({ min: 0, max: 99_999_999 }).map((n) => (n / 1000).toFixed(3));
    const discount = fc.integer({ min: 0, max: 10_000 }).map((n) => (n / 100).toFixed(2));
    fc.assert(
      fc.property(part, part, price, discount, (a, b, p, d) => {
        const [less, more] = Number(a) <= Number(b) ? [a, b] : [b, a];
        expect(lineNet(less, p, d)).toBeLessThanOrEqual(lineNet(more, p, d));
        expect(lineNet(a, p, '100')).toBe(0);
      }),
    );
  });
});

describe('a percentage', () => {
  it('is rounded half-up once', () => {
    expect(percentOf(535_066, '22')).toBe(117_715); // 1,177.1452
    expect(percentOf(50, '21')).toBe(11); // 0.105
    expect(percentOf(-50, '21')).toBe(-11);
    expect(percentOf(1000, '5.2')).toBe(52);
  });

  it('of a share is never more than a cent from the exact share', () => {
    expect(shareOf(1000, 2n, 3n)).toBe(667);
    expect(shareOf(777, 3n, 5n)).toBe(466);
  });
});

describe('an allocation', () => {
  it('of 100.00 among three is 33.34, 33.33 and 33.33, and its mirror for a credit', () => {
    expect(allocate(10_000, [1, 1, 1])).toEqual([3334, 3333, 3333]);
    expect(allocate(-10_000, [1, 1, 1])).toEqual([-3334, -3333, -3333]);
  });

  it('gives the odd cents to the largest remainders, ties to the first', () => {
    expect(allocate(100, [1, 2, 4])).toEqual([14, 29, 57]); // 14.29, 28.57, 57.14
    expect(allocate(2, [1, 1, 1, 1])).toEqual([1, 1, 0, 0]);
    expect(allocate(5, [0, 3, 0])).toEqual([0, 5, 0]);
  });

  it('is equal where nothing has a weight', () => {
    expect(allocate(100, [0, 0, 0])).toEqual([34, 33, 33]);
  });

  it('adds up to the whole, is sign-symmetric, and gives nobody more than a cent away from his share', () => {
    fc.assert(
      fc.property(amount, weights, (total, shares) => {
        const parts = allocate(total, shares);
        expect(sum(parts)).toBe(total);
        expect(allocate(-total, shares)).toEqual(parts.map((part) => 0 - part));
        const whole = sum(shares);
        if (whole > 0)
          for (const [i, part] of parts.entries()) {
            const exact = BigInt(total) * BigInt(shares[i] ?? 0);
            const away = BigInt(part) * BigInt(whole) - exact;
            expect(away < BigInt(whole) && away > -BigInt(whole)).toBe(true);
          }
      }),
    );
  });
});

describe('money on the wire', () => {
  it('is decimal text of at most two places, in the currency of the books', () => {
    expect(z.decode(Money, { amount: '1234.5', currency: 'EUR' })).toBe(123_450);
    expect(z.encode(Money, -5)).toEqual({ amount: '-0.05', currency: 'EUR' });
    for (const bad of ['1.005', '1e3', '', '1,00', ' 1', '123456789012345', 5])
      expect(z.safeDecode(Money, { amount: bad as string, currency: 'EUR' }).success, String(bad)).toBe(false);
    expect(z.safeDecode(Money, { amount: '1', currency: 'USD' as 'EUR' }).success).toBe(false);
    expect([z.safeDecode(PositiveMoney, { amount: '0', currency: 'EUR' }).success]).toEqual([false]);
    expect(z.decode(NonNegativeMoney, { amount: '0.00', currency: 'EUR' })).toBe(0);
    expect(z.safeDecode(NonNegativeMoney, { amount: '-0.01', currency: 'EUR' }).success).toBe(false);
  });

  it('comes back as it went', () => {
    fc.assert(
      fc.property(amount, (minor) => {
        expect(z.decode(Money, z.encode(Money, minor))).toBe(minor);
      }),
    );
  });
});
