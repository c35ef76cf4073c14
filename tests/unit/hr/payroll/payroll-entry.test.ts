import fc from 'fast-check';
import { expect, test } from 'vitest';
import { annualForNet } from '#domain/hr/payroll/net-pay.ts';
import { NOTHING_SO_FAR, type PayFacts } from '#domain/hr/payroll/pay-facts.ts';
import { DEFAULT_POLICIES, policiesIn } from '#domain/hr/payroll/pay-policies.ts';
import { payrollEntry } from '#domain/hr/payroll/payroll-entry.ts';
import { payslipOf } from '#domain/hr/payroll/payslip.ts';

const facts = (annual: number, more: Partial<PayFacts> = {}): PayFacts => ({
  ...{ month: '2026-01', employed: { from: '2024-01-01' }, contract: 'general', sick: [], unpaid: [], variable: [] },
  terms: [
    {
      ...{ from: '2024-01-01', group: '7', contract: 'indefinite', annual, extraMonths: [6, 12], accrual: 'half-year' },
      accident: { percent: '1.50', source: 'TGSS' },
    },
  ],
  family: { situation: '3', birthYear: 1990, descendants: [], ascendants: [] },
  ...{ advance: 0, year: NOTHING_SO_FAR, policies: policiesIn(DEFAULT_POLICIES, '2026-01') },
  ...more,
});
const rows = (slips: Parameters<typeof payrollEntry>[0]) =>
  payrollEntry(slips).map(({ account, debit, credit }) => [account, debit, credit]);

test('the worked month: 640 1,714.29, 642 643.00; 476 773.00, 4751 231.60, 465 1,352.69', () => {
  expect(rows([payslipOf(facts(2_400_000))])).toEqual([
    ['640', 171_429, 0],
    ['642', 64_300, 0],
    ['476', 0, 77_300],
    ['4751', 0, 23_160],
    ['465', 0, 135_269],
  ]);
});

test('sick pay of the administration is claimed from it: 288.75 on 471', () => {
  const slip = payslipOf(facts(1_980_000, { month: '2026-09', sick: [{ kind: 'common', from: '2026-09-08', dailyBase: 5500 }] }));
  expect(rows([slip])).toContainEqual(['471', 28_875, 0]);
});

test('debits are equal to credits, whatever is paid beside, in advance, in kind or seized', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1_709_400, max: 9_000_000 }),
      fc.integer({ min: 0, max: 20_000 }),
      fc.integer({ min: 0, max: 20_000 }),
      (annual, advance, kind) => {
        const variable = kind > 0 ? [{ kind: 'in-kind' as const, text: 'Coche', amount: kind }] : [];
        const slip = payslipOf(facts(annual, { advance, variable, garnishment: { owed: 30_000, familyPoints: 0 } }));
        const entry = payrollEntry([slip, payslipOf(facts(annual))]);
        expect(entry.reduce((sum, { debit, credit }) => sum + debit - credit, 0)).toBe(0);
      },
    ),
  );
});

test('a net of 1,352.69 in January takes a salary that pays it, and a cent less does not', () => {
  fc.assert(
    fc.property(fc.integer({ min: 110_000, max: 400_000 }), (net) => {
      const annual = annualForNet(net, (each) => facts(each));
      expect(payslipOf(facts(annual)).net).toBeGreaterThanOrEqual(net);
      expect(payslipOf(facts(annual - 1)).net).toBeLessThan(net);
    }),
    { numRuns: 20 },
  );
  const annual = annualForNet(135_269, (each) => facts(each));
  expect(Math.abs(annual - 2_400_000)).toBeLessThan(1000);
});
