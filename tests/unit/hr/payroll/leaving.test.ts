import { expect, test } from 'vitest';
import { accrualOf, earnedExtraPay, unusedHoliday } from '#domain/hr/payroll/extra-pay.ts';
import { garnishedOf } from '#domain/hr/payroll/garnishment-es.ts';
import { severanceOf, startedMonths } from '#domain/hr/payroll/severance-es.ts';
import { sickPayOf } from '#domain/hr/payroll/sick-pay-es.ts';

test.each([
  ['unfair', '2020-01-15', '2026-11-10', 2_737_500, '225.5', 1_691_250],
  ['unfair', '2009-06-01', '2026-11-30', 2_920_000, '613.25', 4_906_000],
  ['objective', '2018-03-01', '2026-08-31', 2_555_000, '170', 1_190_000],
  ['end-of-term', '2026-01-08', '2026-06-30', 1_825_000, '6', 30_000],
  // 20 × 107 / 12 days of 60,000 / 365: 29,315.068…
  ['objective', '2017-10-01', '2026-08-31', 6_000_000, '178.3333', 2_931_507],
  ['resignation', '2018-03-01', '2026-08-31', 2_555_000, '0', 0],
] as const)('severance %s from %s to %s of %i a year: %s days', (cause, from, to, annual, days, amount) => {
  expect(severanceOf(cause, { from, to, annual })).toMatchObject({ days, amount, capped: false });
});

test('caps: 12 months for objective causes, 720 days for unfair ones, the first part alone where that is more', () => {
  const annual = 3_650_000;
  expect(severanceOf('objective', { from: '1990-01-01', to: '2026-12-31', annual })).toMatchObject({
    days: '360',
    capped: true,
    amount: 3_600_000,
  });
  expect(severanceOf('unfair', { from: '2000-01-01', to: '2026-12-31', annual })).toMatchObject({ days: '720', capped: true });
  // 1990-01-01 to 2012-02-11: 266 started months, 45 × 266 / 12 = 997.5 days, more than 720.
  expect(severanceOf('unfair', { from: '1990-01-01', to: '2026-12-31', annual })).toMatchObject({ days: '997.5', capped: true });
});

test('a started month counts whole', () => {
  expect(startedMonths('2020-01-15', '2026-11-10')).toBe(82);
  expect(startedMonths('2026-01-15', '2026-02-14')).toBe(1);
  expect(startedMonths('2026-01-15', '2026-02-15')).toBe(2);
});

test('extra pay by days of its half year', () => {
  expect(accrualOf('2026-12', 'half-year')).toEqual({ from: '2026-07-01', to: '2026-12-31' });
  expect(earnedExtraPay(150_000, accrualOf('2026-12', 'half-year'), { from: '2026-09-01', to: '2026-12-31' })).toBe(99_457);
  expect(earnedExtraPay(171_429, accrualOf('2026-06', 'half-year'), { from: '2026-02-01', to: '2026-06-30' })).toBe(142_068);
  // June and July pay January to June; March, June, September and December a quarter each.
  expect(accrualOf('2026-07', 'half-year')).toEqual({ from: '2026-01-01', to: '2026-06-30' });
  expect(earnedExtraPay(100_000, accrualOf('2026-07', 'half-year'), { from: '2026-07-01', to: '2026-07-31' })).toBe(0);
  expect(accrualOf('2026-03', 'half-year', 4)).toEqual({ from: '2026-01-01', to: '2026-03-31' });
  expect(accrualOf('2026-06', 'year')).toEqual({ from: '2025-07-01', to: '2026-06-30' });
});

test('holiday not taken: 22.44 earned, 7.44 left, 489.21', () => {
  const employed = { from: '2026-01-01', to: '2026-09-30' };
  expect(unusedHoliday({ perYear: 30, employed, annual: 2_400_000, taken: 1500 })).toEqual({ earned: 2244, days: 744, amount: 48_921 });
  expect(unusedHoliday({ perYear: 30, employed, annual: 2_400_000, taken: 1500 }, 'half-day')).toMatchObject({ earned: 2250 });
});

test('garnishment of 1,900.00 with a minimum wage of 1,221: 203.70; nothing of the minimum wage; never more than is owed', () => {
  expect(garnishedOf(190_000, 122_100).amount).toBe(20_370);
  expect(garnishedOf(122_100, 122_100).amount).toBe(0);
  // 30 % of 1,221 + 50 % of 1,221 + 60 % of 337 = 366.30 + 610.50 + 202.20
  expect(garnishedOf(400_000, 122_100).amount).toBe(117_900);
  expect(garnishedOf(400_000, 122_100, { owed: 5000 }).amount).toBe(5000);
  expect(garnishedOf(190_000, 122_100, { familyPoints: 10 }).amount).toBe(13_580);
});

test('common illness from 8 September, base 55.00 a day: 0, 396.00 of the company, 165.00 and 123.75 delegated', () => {
  const leave = { kind: 'common', from: '2026-09-08', dailyBase: 5500 } as const;
  expect(sickPayOf(leave, '2026-09-01', '2026-09-30').map(({ fromDay, toDay, payer, amount }) => [fromDay, toDay, payer, amount])).toEqual([
    [1, 3, 'none', 0],
    [4, 15, 'company', 39_600],
    [16, 20, 'delegated', 16_500],
    [21, 23, 'delegated', 12_375],
  ]);
  expect(sickPayOf({ ...leave, to: '2026-10-02' }, '2026-10-01', '2026-10-31')).toEqual([
    { kind: 'common', fromDay: 24, toDay: 25, days: 2, percent: '75', payer: 'delegated', amount: 8250 },
  ]);
  expect(sickPayOf({ ...leave, kind: 'work' }, '2026-09-01', '2026-09-30').map(({ amount }) => amount)).toEqual([94_875]);
});
