import { describe, expect, it } from 'vitest';
import { draft303, M303, operationOf, type TaxSum } from '#domain/finance/tax/m303.ts';
import { daysOfTaxPeriod, monthsOfTaxPeriod, TaxPeriod } from '#domain/finance/tax/tax-period.ts';

const sum = (side: TaxSum['side'], code: string, percent: string, base: number, tax: number, corrects = false): TaxSum => ({
  side,
  code,
  percent,
  base: BigInt(Math.round(base * 100)),
  tax: BigInt(Math.round(tax * 100)),
  ...(corrects ? { corrects } : {}),
});

/** The second quarter of 2026 of a small company, as far as its codes reach: worked out by hand. */
const QUARTER = [
  sum('output', 'IVA21', '21', 20_000, 4_200),
  sum('output', 'IVA-G', '21', 1_000, 210),
  sum('output', 'IVA-R', '10', 3_000, 300),
  sum('output', 'IVA-S', '4', 500, 20),
  sum('output', 'IVA21', '21', -400, -84, true),
  sum('output', 'INTRA', '0', 2_500, 0),
  sum('output', 'EXPORT', '0', 800, 0),
  sum('output', 'EXENTO', '0', 700, 0),
  sum('input', 'IVA21', '21', 9_000, 1_890),
  sum('input', 'IVA-R', '10', 600, 60),
  sum('input', 'IVA21', '21', -250, -52.5, true),
];
const boxes = (taxes: readonly TaxSum[], pending = 0) =>
  Object.fromEntries(
    draft303(taxes, { 110: BigInt(pending * 100) }).boxes.flatMap(({ box, amount }) => (amount === 0 ? [] : [[box, Number(amount) / 100]])),
  );

describe('form 303', () => {
  it('has each tax in its box, and what they come to', () => {
    expect(boxes(QUARTER, 300)).toEqual({
      '01': 500,
      '03': 20,
      '04': 3_000,
      '06': 300,
      '07': 21_000,
      '09': 4_410,
      14: -400,
      15: -84,
      // 20 + 300 + 4,410 − 84
      27: 4_646,
      28: 9_600,
      29: 1_950,
      40: -250,
      41: -52.5,
      45: 1_897.5,
      46: 2_748.5,
      64: 2_748.5,
      66: 2_748.5,
      110: 300,
      78: 300,
      69: 2_448.5,
      71: 2_448.5,
      59: 2_500,
      60: 800,
    });
  });

  it('compensates no more than there is to pay, and leaves the rest for later', () => {
    const small = [sum('output', 'IVA21', '21', 1_000, 210), sum('input', 'IVA21', '21', 500, 105)];
    expect(boxes(small, 300)).toMatchObject({ 66: 105, 78: 105, 87: 195 });
    expect(boxes(small, 300)).not.toHaveProperty('71');
    expect(boxes([sum('input', 'IVA21', '21', 500, 105)], 300)).toMatchObject({ 66: -105, 87: 300, 71: -105 });
  });

  it('names what it has no box for: a rate of other years, or a code nobody knows', () => {
    const old = sum('output', 'IVA-G', '18', 100, 18);
    expect(draft303([old, ...QUARTER]).unassigned).toEqual([old]);
    expect(operationOf({ side: 'input', code: 'EXPORT', percent: '0' })).toBeUndefined();
    expect(operationOf({ side: 'output', code: 'IGIC', percent: '7' })).toBeUndefined();
  });

  it('adds up boxes that it has, each after those that it adds', () => {
    const known = new Set<string>();
    for (const { box, sum: parts } of M303) {
      for (const part of parts) expect(known, `${box} adds ${part}`).toContain(part.replace('-', ''));
      known.add(box);
    }
    expect(known.size).toBe(M303.length);
  });
});

describe('a period of tax returns', () => {
  it('is a quarter or a month', () => {
    expect(monthsOfTaxPeriod('2026-4T')).toEqual(['2026-10', '2026-11', '2026-12']);
    expect(daysOfTaxPeriod('2026-1T')).toEqual({ from: '2026-01-01', to: '2026-03-31' });
    expect(daysOfTaxPeriod('2028-02')).toEqual({ from: '2028-02-01', to: '2028-02-29' });
    expect(['2026-5T', '2026-13', '2026', '26-1T'].map((period) => TaxPeriod.safeParse(period).success)).toEqual([
      false,
      false,
      false,
      false,
    ]);
  });
});
