import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import {
  addDays,
  addMonths,
  BusinessDate,
  dateIn,
  daysBetween,
  isIsoDate,
  MonthText,
  monthOf,
  monthsBetween,
  yearOf,
  yearsBetween,
} from '#kernel/date.ts';

const day = fc
  .integer({ min: Date.UTC(1900, 0, 1) / 86_400_000, max: Date.UTC(2199, 11, 31) / 86_400_000 })
  .map((n) => new Date(n * 86_400_000).toISOString().slice(0, 10));

describe('a business date', () => {
  it('must exist in the calendar', () => {
    for (const good of ['2024-02-29', '2000-02-29', '2026-12-31', '1900-01-01', '2199-12-31']) expect(isIsoDate(good), good).toBe(true);
    for (const bad of [
      '2026-02-29',
      '1900-02-29',
      '2026-02-30',
      '2026-04-31',
      '2026-13-01',
      '2026-00-10',
      '2026-1-1',
      '26-01-01',
      '2200-01-01',
    ]) {
      expect(isIsoDate(bad), bad).toBe(false);
      expect(z.safeParse(BusinessDate, bad).success, bad).toBe(false);
    }
    expect(z.safeParse(BusinessDate, '2026-11-24T00:00:00Z').success).toBe(false);
    expect([z.safeParse(MonthText, '2026-12').success, z.safeParse(MonthText, '2026-13').success]).toEqual([true, false]);
  });

  it('counts days over months, leap days and years', () => {
    expect(addDays('2024-02-28', 1)).toBe('2024-02-29');
    expect(addDays('2026-02-28', 1)).toBe('2026-03-01');
    expect(addDays('2026-12-31', 1)).toBe('2027-01-01');
    expect(addDays('2026-03-01', -1)).toBe('2026-02-28');
    // Over both changes of the clock in Spain.
    expect([addDays('2026-03-28', 2), addDays('2026-10-24', 2)]).toEqual(['2026-03-30', '2026-10-26']);
    expect(daysBetween('2026-01-01', '2027-01-01')).toBe(365);
    expect(daysBetween('2026-03-30', '2026-03-28')).toBe(-2);
  });

  it('comes back from any number of days away', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: -20_000, max: 20_000 }), (date, days) => {
        const away = addDays(date, days);
        expect(daysBetween(date, away)).toBe(days);
        expect(addDays(away, -days)).toBe(date);
      }),
    );
  });

  it('is that of the company’s time zone', () => {
    const instant = new Date('2026-12-31T23:30:00Z');
    expect([dateIn('Europe/Madrid', instant), dateIn('UTC', instant), dateIn('America/Mexico_City', instant)]).toEqual([
      '2027-01-01',
      '2026-12-31',
      '2026-12-31',
    ]);
    expect(dateIn('Europe/Madrid', new Date('2026-07-31T22:00:00Z'))).toBe('2026-08-01');
    expect(dateIn('Atlantic/Canary', new Date('2026-07-31T22:00:00Z'))).toBe('2026-07-31');
  });
});

describe('a month', () => {
  it('is counted over the turn of years', () => {
    expect([addMonths('2026-12', 1), addMonths('2026-01', -1), addMonths('2026-11', 14), addMonths('2026-05', -29)]).toEqual([
      '2027-01',
      '2025-12',
      '2028-01',
      '2023-12',
    ]);
    expect([monthOf('2026-11-24'), yearOf('2026-11-24')]).toEqual(['2026-11', '2026']);
  });

  it('is listed with both ends', () => {
    expect(monthsBetween('2025-11', '2026-02')).toEqual(['2025-11', '2025-12', '2026-01', '2026-02']);
    expect(monthsBetween('2026-02', '2026-01')).toEqual([]);
    expect(monthsBetween('1900-01', '2199-12')).toHaveLength(3600);
    expect(yearsBetween('2024', '2026')).toEqual(['2024', '2025', '2026']);
  });
});
