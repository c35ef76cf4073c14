import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { add, compare, decimal, divide, divideHalfUp, format, multiply, negate, round } from '#kernel/decimal.ts';

const text = fc
  .tuple(fc.bigInt(-(10n ** 15n), 10n ** 15n), fc.integer({ min: 0, max: 6 }))
  .map(([units, scale]) => format({ units, scale }));

describe('a decimal', () => {
  it('adds and multiplies exactly, where floats do not', () => {
    expect(format(add(decimal('0.1'), decimal('0.2')))).toBe('0.3');
    expect(format(multiply(decimal('1.005'), decimal('1000')))).toBe('1005');
    expect(format(add(decimal('9007199254740993'), decimal('0.01')))).toBe('9007199254740993.01');
  });

  it('is read from plain text only', () => {
    for (const good of ['0', '-1', '12.50', '000.5']) expect(() => decimal(good), good).not.toThrow();
    for (const bad of ['', '1e3', '1,5', '.5', '5.', '+1', ' 1', '1 ', '--1', 'NaN', '1.0000000000001', '٣'])
      expect(() => decimal(bad), bad).toThrow(/decimal/);
  });

  it('rounds half away from zero, the same for a credit as for a charge', () => {
    const cases = [
      ['0.125', 2, '0.13'],
      ['-0.125', 2, '-0.13'],
      ['0.1249', 2, '0.12'],
      ['2.5', 0, '3'],
      ['-2.5', 0, '-3'],
      ['1.5', 3, '1.500'],
      ['0.005', 2, '0.01'],
    ] as const;
    for (const [from, scale, to] of cases) expect(format(round(decimal(from), scale), scale), from).toBe(to);
  });

  it('divides to a number of places, rounded once', () => {
    expect(format(divide(decimal('10'), decimal('3'), 4), 4)).toBe('3.3333');
    expect(format(divide(decimal('2'), decimal('3'), 2), 2)).toBe('0.67');
    expect(format(divide(decimal('-1'), decimal('8'), 2), 2)).toBe('-0.13');
    expect(format(divide(decimal('6.67'), decimal('0.002'), 2), 2)).toBe('3335.00');
    expect(() => divide(decimal('1'), decimal('0'), 2)).toThrow(/positive/);
    expect(() => divideHalfUp(1n, -2n)).toThrow(/positive/);
  });

  it('is written without needless zeros, and with as many places as asked for', () => {
    expect(format(decimal('1.500'))).toBe('1.5');
    expect(format(decimal('-0.0'))).toBe('0');
    expect(format(decimal('3'), 2)).toBe('3.00');
    expect(format(decimal('-0.5'), 2)).toBe('-0.50');
    expect(format({ units: -5n, scale: 3 }, 2)).toBe('-0.005');
  });

  it('reads what it wrote, adds in any order, and compares by value', () => {
    fc.assert(
      fc.property(text, text, text, (a, b, c) => {
        expect(format(decimal(a))).toBe(a);
        expect(format(add(add(decimal(a), decimal(b)), decimal(c)))).toBe(format(add(decimal(a), add(decimal(c), decimal(b)))));
        expect(compare(decimal(a), decimal(b))).toBe(-compare(decimal(b), decimal(a)) + 0);
        expect(compare(add(decimal(a), negate(decimal(a))), decimal('0'))).toBe(0);
      }),
    );
  });

  it('rounds to the nearest: never more than half a unit away, and −x to the mirror of x', () => {
    fc.assert(
      fc.property(text, fc.integer({ min: 0, max: 4 }), (a, scale) => {
        const rounded = round(decimal(a), scale);
        const twice = add(rounded, negate(decimal(a)));
        const away = multiply({ units: twice.units < 0n ? -twice.units : twice.units, scale: twice.scale }, decimal('2'));
        expect(compare(away, { units: 1n, scale })).toBeLessThanOrEqual(0);
        expect(round(negate(decimal(a)), scale).units).toBe(-rounded.units);
      }),
    );
  });
});
