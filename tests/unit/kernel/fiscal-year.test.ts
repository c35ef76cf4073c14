import { describe, expect, it } from 'vitest';
import { calendarOf, dayAfterYear, fiscalYearAt, fiscalYearsOf, lastDayOfYear, namedYear } from '../../../shared/kernel/fiscal-year.ts';
import { rangeOf } from '../../../web/src/finance/ledger/ranges.ts';

const SPLIT = [
  { from: '2026-01', to: '2026-06' },
  { from: '2026-07', to: '2027-06' },
];

describe('fiscal years', () => {
  it('are calendar years until one ends with another month', () => {
    expect(fiscalYearsOf({ fiscalYears: ['2025', '2026'] })).toEqual([
      { year: '2025', from: '2025-01', to: '2025-12' },
      { year: '2026', from: '2026-01', to: '2026-12' },
    ]);
    expect(calendarOf([{ from: '2026-01', to: '2026-12' }], ['2026'])).toEqual({ fiscalYears: ['2026'] });
    expect(calendarOf(SPLIT, ['2026'])).toEqual({ fiscalYears: ['2026', '2027'], fiscalRanges: SPLIT });
    // Documents of 2025 are found still, and there is no fiscal year of it.
    expect(calendarOf([{ from: '2026-01', to: '2026-12' }], ['2025', '2026'])).toEqual({
      fiscalYears: ['2025', '2026'],
      fiscalRanges: [{ from: '2026-01', to: '2026-12' }],
    });
  });

  it('are called by their year, or by the month that ends them', () => {
    expect(SPLIT.map((range) => namedYear(range).year)).toEqual(['2026-06', '2027-06']);
    expect(namedYear({ from: '2025-07', to: '2026-12' }).year).toBe('2026');
    expect([lastDayOfYear({ from: '2026-01', to: '2028-02' }), dayAfterYear({ from: '2026-01', to: '2026-12' })]).toEqual([
      '2028-02-29',
      '2027-01-01',
    ]);
  });

  it('take a day, also one that none of them has', () => {
    const at = (day: string) => fiscalYearAt({ fiscalYears: ['2026', '2027'], fiscalRanges: SPLIT }, day);
    expect(at('2026-06-30')).toMatchObject({ from: '2026-01', to: '2026-06' });
    expect(at('2027-01-01')).toMatchObject({ from: '2026-07', to: '2027-06' });
    expect(at('2027-07-01')).toMatchObject({ from: '2027-07', to: '2027-12' });
    expect(at('2025-07-01')).toMatchObject({ from: '2025-01', to: '2025-12' });
    expect(fiscalYearAt({ fiscalYears: [], fiscalRanges: [{ from: '2026-04', to: '2026-12' }] }, '2026-02-01')).toMatchObject({
      from: '2026-01',
      to: '2026-03',
    });
  });

  it('are what the books are read by: to date, and the one before', () => {
    expect(rangeOf('year', '2027-02-15', SPLIT)).toEqual({ from: '2026-07-01', to: '2027-02-15' });
    expect(rangeOf('lastYear', '2027-02-15', SPLIT)).toEqual({ from: '2026-01-01', to: '2026-06-30' });
    expect(rangeOf('lastYear', '2027-02-15')).toEqual({ from: '2026-01-01', to: '2026-12-31' });
  });
});
