import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { PayInput } from '#domain/hr/payroll/pay-input.ts';
import type { PayTerms } from '#domain/hr/payroll/pay-terms.ts';
import type { Payslip } from '#domain/hr/payroll/payslip.ts';
import { calculatedSlip, type PaidPerson } from '#domain/hr/payroll/slip-calculation.ts';
import type { LeaveHolding } from '#domain/hr/time/leave-account.ts';
import { monthsBetween } from '#kernel/date.ts';

const WAGE = 122_100;
const base: PayTerms = {
  ...{ from: '2024-01-01', group: '7', contract: 'indefinite', annual: 2_400_000, extraMonths: [6, 12], accrual: 'half-year' },
  accident: { percent: '1.50', source: 'TGSS' },
};
const file = { birthDate: '1990-05-04', family: [] };
const terms = fc.record({
  annual: fc.integer({ min: 1_709_400, max: 9_000_000 }),
  group: fc.constantFrom('1', '5', '7', '8', '10') as fc.Arbitrary<PayTerms['group']>,
  extraMonths: fc.constantFrom<number[]>([], [6, 12], [7, 12]),
});
const day = (month: string, no: number) => `${month}-${String(no).padStart(2, '0')}`;
const months = fc.integer({ min: 1, max: 10 }).map((no) => `2026-${String(no).padStart(2, '0')}`);
/** What a month has beside the salary. */
const inputs = fc
  .uniqueArray(
    fc.record({
      month: months,
      bonus: fc.integer({ min: 0, max: 80_000 }),
      sickOn: fc.integer({ min: 0, max: 20 }),
      unpaidOn: fc.integer({ min: 0, max: 3 }),
    }),
    { selector: ({ month }) => month, maxLength: 4 },
  )
  .map((all): PayInput[] =>
    all.map(({ month, bonus, sickOn, unpaidOn }) => ({
      ...{ employeeId: 'emp_1', month, advance: 0 },
      variable: bonus > 0 ? [{ kind: 'bonus', text: 'Objetivos', amount: bonus }] : [],
      sick: sickOn > 4 ? [{ kind: 'common', from: day(month, sickOn), to: day(month, sickOn + 6) }] : [],
      unpaid: unpaidOn > 0 ? [{ kind: 'unpaid-leave', from: day(month, unpaidOn), to: day(month, unpaidOn) }] : [],
    })),
  );
const personOf = (told: Partial<PayTerms>, more: Partial<PaidPerson> = {}): PaidPerson => ({
  ...{ employee: { startDate: '2024-01-01' }, terms: [{ ...base, ...told }], file, inputs: [], slips: [] },
  ...more,
});

/** The slips of months in their order, each after those before it. */
function paid(person: PaidPerson, until: string, from = '2026-01'): Payslip[] {
  const slips: Payslip[] = [];
  for (const month of monthsBetween(from, until)) {
    const slip = calculatedSlip({ ...person, slips: person.slips.concat(slips) }, month);
    if (slip) slips.push(slip);
  }
  return slips;
}
const grossOf = (slips: readonly Payslip[]) => slips.reduce((sum, { gross }) => sum + gross, 0);

test('of months in which nothing changed there are no arrears, and no correction', () => {
  fc.assert(
    fc.property(terms, inputs, months, (told, known, month) => {
      const person = personOf(told, { inputs: known });
      const slips = paid(person, month);
      expect(slips.every(({ arrears }) => arrears === undefined)).toBe(true);
      expect(calculatedSlip({ ...person, slips }, month, 'correction')).toBeUndefined();
    }),
    { numRuns: 40 },
  );
});

test('a slip is the same in whatever order its facts come, and however often it is worked out', () => {
  fc.assert(
    fc.property(terms, inputs, months, fc.integer({ min: 0, max: 3 }), (told, known, month, turn) => {
      const person = personOf(told, { inputs: known });
      const slips = paid(person, month);
      const turned = [...known.slice(turn), ...known.slice(0, turn)].toReversed();
      const again = { ...person, inputs: turned };
      expect(paid(again, month)).toEqual(slips);
      expect(paid(person, month)).toEqual(slips);
    }),
    { numRuns: 25 },
  );
});

test('a rise that is agreed late pays what it would have paid in time, to the cent', () => {
  fc.assert(
    fc.property(terms, inputs, fc.integer({ min: 1, max: 600_000 }), fc.integer({ min: 2, max: 10 }), (told, known, rise, no) => {
      const month = `2026-${String(no).padStart(2, '0')}`;
      const before = paid(personOf(told, { inputs: known }), `2026-${String(no - 1).padStart(2, '0')}`);
      const risen = personOf({ ...told, annual: told.annual + rise }, { inputs: known });
      const late = [...before, ...paid({ ...risen, slips: before }, month, month)];
      expect(grossOf(late)).toBe(grossOf(paid(risen, month)));
      const worker = (slips: readonly Payslip[]) => slips.reduce((sum, slip) => sum + slip.worker, 0);
      // Each month's contributions are rounded by themselves whether they are paid in time or later.
      expect(worker(late)).toBe(worker(paid(risen, month)));
    }),
    { numRuns: 40 },
  );
});

test('a rise of 100.00 a month that is a year late is paid in January: twelve months of the year before, at its contributions and at 15 %', () => {
  const told = { from: '2025-01-01', extraMonths: [] };
  const since = { employee: { startDate: '2025-01-01' } };
  const slips = paid(personOf(told, since), '2025-12', '2025-01');
  const slip = calculatedSlip(personOf({ ...told, annual: 2_520_000 }, { ...since, slips }), '2026-01');
  const late = slip?.arrears ?? [];
  expect(late.map(({ month }) => month)).toEqual(monthsBetween('2025-01', '2025-12'));
  // 4.70 + 0.13 of 2025 + 1.55 + 0.10 % of 100.00 each month; 6.50 % of 2,100.00 in January of 2026.
  expect(late.map(({ contributions }) => contributions.reduce((sum, { worker }) => sum + worker, 0))).toEqual(late.map(() => 648));
  // 1,200.00 at 15 % are 180.00; 2,100.00 at the 14.20 % of a year of 25,200.00 are 298.20.
  expect(slip).toMatchObject({ gross: 330_000, worker: 13_650 + 12 * 648, rate: { value: 1420 }, withheld: 47_820 });
});

test('of every slip net, tax and contributions are the gross; gross and the company’s contributions are the cost', () => {
  fc.assert(
    fc.property(terms, inputs, months, (told, known, month) => {
      for (const slip of paid(personOf(told, { inputs: known }), month)) {
        expect(slip.net + slip.withheld + slip.worker).toBe(slip.gross);
        expect(slip.gross + slip.company).toBe(slip.cost);
      }
    }),
    { numRuns: 25 },
  );
});

test('days of a birth cost the company its part alone, wherever they are cut', () => {
  fc.assert(
    fc.property(terms, fc.integer({ min: 2, max: 27 }), (told, cut) => {
      const held = (id: string, from: string, to: string) =>
        ({ id, kind: 'birth', state: 'approved', from, to, months: {} }) as LeaveHolding;
      const whole = personOf(told, { leave: [held('a', '2026-03-01', '2026-03-31')] });
      const parts = personOf(told, {
        leave: [held('a', '2026-03-01', day('2026-03', cut)), held('b', day('2026-03', cut + 1), '2026-03-31')],
      });
      const [a, b] = [whole, parts].map((person) => calculatedSlip(person, '2026-03') as Payslip) as [Payslip, Payslip];
      expect(a.worker).toBe(0);
      expect(a.gross).toBe(0);
      expect(a.company).toBeGreaterThan(0);
      expect([b.gross, b.worker, b.company]).toEqual([a.gross, a.worker, a.company]);
    }),
  );
});

test('what is seized comes to what is owed at most, and leaves the minimum wage', () => {
  fc.assert(
    fc.property(fc.integer({ min: 2_000_000, max: 9_000_000 }), fc.integer({ min: 1, max: 400_000 }), (annual, owed) => {
      const known: PayInput[] = [
        {
          ...{ employeeId: 'emp_1', month: '2026-02', advance: 0, variable: [], sick: [], unpaid: [] },
          garnishment: { owed, familyPoints: 0 },
        },
      ];
      const slips = paid(personOf({ annual, extraMonths: [] }, { inputs: known }), '2026-12');
      expect(slips.reduce((sum, { garnished }) => sum + garnished, 0)).toBeLessThanOrEqual(owed);
      expect(slips.every(({ payable }) => payable >= WAGE)).toBe(true);
    }),
    { numRuns: 40 },
  );
});
