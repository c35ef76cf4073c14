import { expect, test } from 'vitest';
import { basesOf, contributionsOf, contributionTotals } from '#domain/hr/payroll/contribution.ts';
import { socialSecurityIn } from '#domain/hr/payroll/social-security-es.ts';

const row = socialSecurityIn('2026-03');
const accident = { percent: '1.50', source: 'TGSS, report of the account' };
const facts = { group: '7', contract: 'indefinite', pay: 171_429, extraPays: 28_571, days: 30, accident } as const;
const sides = (of: typeof facts | Parameters<typeof contributionsOf>[1]) =>
  contributionsOf(row, of).map(({ kind, worker, company }) => [kind, worker, company]);

test('24,000 in 14 pays, group 7: base 2,000.00, worker 130.00, company 643.00', () => {
  expect(basesOf(row, facts)).toEqual({ common: 200_000, professional: 200_000, above: 0, before: 200_000 });
  expect(sides(facts)).toEqual([
    ['common', 9400, 47_200],
    ['equity', 300, 1500],
    ['unemployment', 3100, 11_000],
    ['training', 200, 1200],
    ['wage-guarantee', 0, 400],
    ['accident', 0, 3000],
  ]);
  expect(contributionTotals(contributionsOf(row, facts))).toEqual({ worker: 13_000, company: 64_300 });
});

test('6,500 a month, group 1: base 5,101.20, solidarity 2.84 and 14.14, worker 334.42, company 1,654.18', () => {
  const high = { ...facts, group: '1', pay: 650_000, extraPays: 0 } as const;
  expect(basesOf(row, high)).toMatchObject({ common: 510_120, above: 139_880 });
  expect(sides(high).slice(-2)).toEqual([
    ['solidarity', 97, 490],
    ['solidarity', 187, 924],
  ]);
  expect(contributionTotals(contributionsOf(row, high))).toEqual({ worker: 33_442, company: 165_418 });
});

test('a base is never below the minimum of its group, nor above the maximum, by days', () => {
  expect(basesOf(row, { ...facts, group: '1', pay: 100_000, extraPays: 0 }).common).toBe(198_930);
  expect(basesOf(row, { ...facts, pay: 50_000, extraPays: 0, days: 15 }).common).toBe(71_220);
  expect(basesOf(row, { ...facts, group: '9', pay: 100_000, extraPays: 0, days: 31 }).common).toBe(31 * 4748);
  expect(basesOf(row, { ...facts, group: '9', pay: 900_000, extraPays: 0, days: 31 })).toMatchObject({ common: 527_124, above: 372_876 });
});

test('overtime is in the professional base, and pays a contribution of its own', () => {
  const extra = { ...facts, overtime: 10_000, overtimeForceMajeure: 5000 };
  expect(basesOf(row, extra)).toMatchObject({ common: 200_000, professional: 215_000 });
  expect(sides(extra).slice(-2)).toEqual([
    ['overtime', 470, 2360],
    ['overtime-force-majeure', 100, 600],
  ]);
});

test('part time below the minimum waits for a verified minimum of the hour', () => {
  const part = { ...facts, pay: 60_000, extraPays: 10_000, partTime: { hours: '80' } };
  expect(() => basesOf(row, part)).toThrow(/minimum base of an hour is not verified/);
  expect(basesOf(row, { ...part, partTime: { hours: '80', minimumHour: 858 } }).common).toBe(70_000);
  expect(basesOf(row, { ...part, pay: 50_000, partTime: { hours: '80', minimumHour: 858 } }).common).toBe(68_640);
});

test('a month without a row is refused', () => {
  expect(() => socialSecurityIn('2027-01')).toThrow(expect.objectContaining({ code: 'payroll.no_row', field: 'month' }));
  expect(socialSecurityIn('2025-12').equity).toEqual({ company: '0.67', worker: '0.13' });
});
