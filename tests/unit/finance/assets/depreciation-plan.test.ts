import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type DepreciationPlan, plannedUntil } from '../../../../shared/domain/finance/assets/depreciation-plan.ts';
import { addDays } from '../../../../shared/kernel/date.ts';

/** What falls into each calendar year, in euro. */
const years = (plan: DepreciationPlan, first: number, last: number) =>
  Array.from(
    { length: last - first + 1 },
    (_, i) => (plannedUntil(plan, `${first + i}-12-31`) - plannedUntil(plan, `${first + i - 1}-12-31`)) / 100,
  );

describe('a depreciation plan', () => {
  it('goes by days of the calendar year in a straight line', () => {
    const plan: DepreciationPlan = { from: '2025-09-01', base: 1_200_000, method: 'straight-line', percent: '25', basis: 'days' };
    // 122 of 365 days; what is left comes last.
    expect(years(plan, 2025, 2030)).toEqual([1002.74, 3000, 3000, 3000, 1997.26, 0]);
    expect(plannedUntil(plan, '2027-05-31')).toBe(524_384);
    expect(plannedUntil(plan, '2025-08-31')).toBe(0);
  });

  it('goes by months where that is the rule, the first of them whole', () => {
    const plan: DepreciationPlan = { from: '2025-09-20', base: 1_200_000, method: 'straight-line', percent: '25', basis: 'months' };
    // 4 months of 250.00.
    expect(years(plan, 2025, 2029)).toEqual([1000, 3000, 3000, 3000, 2000]);
    expect(years({ ...plan, percent: undefined, years: 4 }, 2025, 2029)).toEqual([1000, 3000, 3000, 3000, 2000]);
  });

  it('goes by digits, and by a constant percentage of what is left', () => {
    const digits: DepreciationPlan = { from: '2026-01-01', base: 1_500_000, method: 'digits', years: 5, basis: 'days' };
    expect(years(digits, 2026, 2031)).toEqual([5000, 4000, 3000, 2000, 1000, 0]);
    const constant: DepreciationPlan = {
      from: '2026-01-01',
      base: 800_000,
      method: 'constant-percentage',
      percent: '40',
      years: 5,
      basis: 'days',
    };
    expect(years(constant, 2026, 2031)).toEqual([3200, 1920, 1152, 691.2, 1036.8, 0]);
    // Half of the first year of its own: 181 of 365 days from January to June.
    expect(plannedUntil(digits, '2026-06-30')).toBe(Math.round((500_000 * 181) / 365));
  });

  it('never runs backwards nor beyond its base, and ends with all of it', () => {
    const plan = fc.record({
      from: fc.integer({ min: 0, max: 4000 }).map((days) => addDays('2020-01-01', days)),
      base: fc.integer({ min: 1, max: 1_000_000_000 }),
      method: fc.constantFrom('straight-line' as const, 'constant-percentage' as const, 'digits' as const),
      years: fc.integer({ min: 1, max: 30 }),
      basis: fc.constantFrom('days' as const, 'months' as const),
    });
    fc.assert(
      fc.property(plan, fc.integer({ min: 0, max: 12_000 }), fc.integer({ min: 0, max: 400 }), (given, days, more) => {
        const whole: DepreciationPlan = { ...given, ...(given.method === 'constant-percentage' ? { percent: '40' } : {}) };
        const [early, late] = [plannedUntil(whole, addDays(given.from, days)), plannedUntil(whole, addDays(given.from, days + more))];
        expect(early).toBeGreaterThanOrEqual(0);
        expect(late).toBeGreaterThanOrEqual(early);
        expect(late).toBeLessThanOrEqual(given.base);
        expect(plannedUntil(whole, addDays(given.from, given.years * 366 + 366))).toBe(given.base);
      }),
      { numRuns: 200 },
    );
  });
});
