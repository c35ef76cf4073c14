import fc from 'fast-check';
import { expect, test } from 'vitest';
import { incomeTaxIn } from '#domain/hr/payroll/income-tax-es.ts';
import { NOTHING_SO_FAR, type PayFacts } from '#domain/hr/payroll/pay-facts.ts';
import { DEFAULT_POLICIES, policiesIn } from '#domain/hr/payroll/pay-policies.ts';
import type { PayTerms } from '#domain/hr/payroll/pay-terms.ts';
import { payslipOf, soFarWith } from '#domain/hr/payroll/payslip.ts';
import { withholdingRate } from '#domain/hr/payroll/withholding-rate.ts';
import { addDays, monthsBetween } from '#kernel/date.ts';

const terms: PayTerms = {
  ...{ from: '2024-01-01', group: '7', contract: 'indefinite', annual: 2_400_000, extraMonths: [6, 12], accrual: 'half-year' },
  accident: { percent: '1.50', source: 'TGSS' },
};
const facts: PayFacts = {
  ...{ month: '2026-01', employed: { from: '2024-01-01' }, terms: [terms], contract: 'general', sick: [], unpaid: [], variable: [] },
  family: { situation: '3', birthYear: 1990, descendants: [], ascendants: [] },
  ...{ advance: 0, year: NOTHING_SO_FAR, policies: policiesIn(DEFAULT_POLICIES, '2026-01') },
};
/** The slips of a year, each with the months before it. */
const yearOf = (of: (month: string) => PayFacts) =>
  monthsBetween('2026-01', '2026-12').reduce(
    ({ slips, year }, month) => {
      const slip = payslipOf({ ...of(month), month, year });
      return { slips: [...slips, slip], year: soFarWith(year, slip) };
    },
    { slips: [] as ReturnType<typeof payslipOf>[], year: NOTHING_SO_FAR as PayFacts['year'] },
  );

test('24,000 in 14 pays: January 1,352.69, June 2,835.38, thirteen pays of 1,714.29 and one of 1,714.23', () => {
  const { slips, year } = yearOf(() => facts);
  expect(slips[0]).toMatchObject({
    gross: 171_429,
    worker: 13_000,
    company: 64_300,
    withheld: 23_160,
    net: 135_269,
    payable: 135_269,
    cost: 235_729,
  });
  expect(slips[5]).toMatchObject({ gross: 342_858, withheld: 46_320, net: 283_538 });
  expect(slips[11]?.earnings).toEqual([
    { kind: 'salary', days: 30, amount: 171_429 },
    { kind: 'extra-pay', amount: 171_423 },
  ]);
  expect(year).toMatchObject({ gross: 2_400_000, socialSecurity: 156_000 });
  expect(new Set(slips.map(({ rate }) => rate.value))).toEqual(new Set([1351]));
});

test('a rise from June regularises the rate from then on: 15.64 %', () => {
  const flat = { ...terms, extraMonths: [], annual: 2_400_000 };
  const risen = { ...flat, from: '2026-06-01', annual: 2_811_428 };
  const { slips } = yearOf((month) => ({ ...facts, terms: month < '2026-06' ? [flat] : [flat, risen] }));
  expect(slips.map(({ rate }) => rate.value)).toEqual([...Array(5).fill(1351), ...Array(7).fill(1564)]);
});

test('common illness from 8 September: gross 1,069.75, base 1,650.00, 288.75 delegated', () => {
  const slip = payslipOf({
    ...facts,
    month: '2026-09',
    terms: [{ ...terms, annual: 1_980_000, extraMonths: [] }],
    sick: [{ kind: 'common', from: '2026-09-08', dailyBase: 5500 }],
  });
  expect(slip).toMatchObject({ gross: 106_975, delegated: 28_875 });
  expect(slip.contributions[0]).toMatchObject({ kind: 'common', base: 165_000 });
});

test('an advance beyond the net is refused; a garnishment leaves the minimum wage', () => {
  expect(() => payslipOf({ ...facts, advance: 200_000 })).toThrow(
    expect.objectContaining({ code: 'payroll.negative_net', field: 'advance' }),
  );
  const slip = payslipOf({ ...facts, garnishment: { owed: 1_000_000, familyPoints: 0 } });
  // 30 % of 1,352.69 − 1,221.00
  expect(slip).toMatchObject({ garnished: 3951, payable: 131_318 });
});

const money = fc.integer({ min: 1_709_400, max: 12_000_000 });
const group = fc.constantFrom('1', '3', '5', '7', '8', '10') as fc.Arbitrary<PayTerms['group']>;
const days = fc.integer({ min: 0, max: 30 });

test('net + withheld + contributions = gross; gross + company = cost, for any pay, group and absence', () => {
  fc.assert(
    fc.property(money, group, days, days, fc.integer({ min: 0, max: 50_000 }), (annual, of, start, length, bonus) => {
      const from = addDays('2026-03-01', start);
      const slip = payslipOf({
        ...facts,
        month: '2026-03',
        terms: [{ ...terms, annual, group: of }],
        sick: [{ kind: 'common', from, to: addDays(from, length), dailyBase: 5500 }],
        variable: bonus > 0 ? [{ kind: 'bonus', text: 'x', amount: bonus }] : [],
      });
      const gross = slip.earnings.reduce((sum, { amount }) => sum + amount, 0);
      const part = (base: number, percent: string) => Math.round((base * Number(percent.replace('.', ''))) / 10_000 + 1e-9);
      const sides = slip.contributions.map(({ base, rate }) => [part(base, rate.worker), part(base, rate.company)] as const);
      const [worker, company] = [0, 1].map((i) => sides.reduce((sum, side) => sum + (side[i] ?? 0), 0)) as [number, number];
      const withheld = Math.round((gross * slip.rate.value) / 10_000 + 1e-9);
      expect([slip.gross, slip.worker, slip.company, slip.withheld]).toEqual([gross, worker, company, withheld]);
      expect(slip.net + withheld + worker).toBe(gross);
      expect(gross + company).toBe(slip.cost);
    }),
  );
});

test('a month cut at any day and joined is the same', () => {
  fc.assert(
    fc.property(money, group, fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 27 }), (annual, of, no, day) => {
      const month = `2026-${String(no).padStart(2, '0')}`;
      const one = { ...terms, annual, group: of };
      const cut = [one, { ...one, from: addDays(`${month}-01`, day) }];
      const whole = payslipOf({ ...facts, month, terms: [one] });
      expect(payslipOf({ ...facts, month, terms: cut })).toEqual(whole);
    }),
  );
});

test('a year of slips pays the year, whatever it is', () => {
  fc.assert(
    fc.property(money, (annual) => {
      const { year } = yearOf(() => ({ ...facts, terms: [{ ...terms, annual, group: '5' }] }));
      expect(year.gross).toBe(annual);
    }),
    { numRuns: 25 },
  );
});

test('a bonus of 10,000 in March raises the rate, so that the year withholds what it owes', () => {
  const bonus = [{ kind: 'bonus' as const, text: 'Objetivos', amount: 1_000_000 }];
  const { slips, year } = yearOf((month) => ({ ...facts, variable: month === '2026-03' ? bonus : [] }));
  expect(slips[0]?.rate.value).toBe(1351);
  expect(slips[2]?.rate.value).toBeGreaterThan(1351);
  // 34,000 less Social Security of the year: tax of the year by the scale, within what rates in hundredths leave open.
  const quota = withholdingRate(incomeTaxIn('2026-01'), {
    ...{ year: 2026, gross: year.gross, socialSecurity: year.socialSecurity, family: facts.family, contract: 'general' },
  }).quota;
  expect(Math.abs(year.withheld - quota)).toBeLessThan(10_000);
});

test('unpaid leave of half a month contributes by the minimum for its days', () => {
  const unpaid = [{ kind: 'unpaid-leave' as const, from: '2026-03-16', to: '2026-03-31' }];
  const slip = payslipOf({ ...facts, month: '2026-03', unpaid, terms: [{ ...terms, annual: 3_600_000, extraMonths: [] }] });
  // 1,500.00 of fifteen days, and 15/30 of 1,424.40.
  expect(slip).toMatchObject({ gross: 150_000 });
  expect(slip.contributions[0]).toMatchObject({ base: 221_220 });
});
