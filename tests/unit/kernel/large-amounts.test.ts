import { describe, expect, test } from 'vitest';
import * as z from 'zod/mini';
import { AnyMoney, lineNet, Money, PositiveMoney } from '../../../shared/kernel/money.ts';

const eur = (amount: string) => ({ amount, currency: 'EUR' as const });

describe('amounts beyond all reason', () => {
  test('a line holds 9,999,999,999.99 and not a cent more', () => {
    expect(lineNet('1000', '9999999.99999')).toBe(999_999_999_999);
    // 9,999,999,999.995 rounds up to ten thousand million.
    expect(() => lineNet('1000', '9999999.999995')).toThrow(
      expect.objectContaining({ kind: 'invalid', code: 'amount.too_large', field: 'body' }),
    );
    expect(() => lineNet('999999.999', '9999999.999999')).toThrow(expect.objectContaining({ code: 'amount.too_large' }));
    expect(() => lineNet('-999999', '9999999')).toThrow(expect.objectContaining({ code: 'amount.too_large' }));
  });

  test('a thousand such lines add up exactly, and their sum can be answered', () => {
    const sum = 1000 * lineNet('1000', '9999999.99999');
    expect(sum).toBe(999_999_999_999_000);
    expect(Number.isSafeInteger(sum)).toBe(true);
    expect(z.encode(Money, sum)).toEqual(eur('9999999999990.00'));
    expect(z.decode(Money, eur('9999999999990.00'))).toBe(sum);
  });

  test('what we are given has at most ten digits before the point', () => {
    expect(z.decode(PositiveMoney, eur('9999999999.99'))).toBe(999_999_999_999);
    for (const schema of [AnyMoney, PositiveMoney]) expect(z.safeDecode(schema, eur('10000000000.00')).success).toBe(false);
  });
});
