import { describe, expect, it } from 'vitest';
import { contractDeadline } from '../../../../shared/domain/hr/time/staff-deadline.ts';

const until = (to: string, contract: 'temporary' | 'indefinite', startDate: string) =>
  contractDeadline(
    { id: 'emt_1', rev: 1, history: [{ at: '2026-01-01T00:00:00Z' }], employeeId: 'emp_1', terms: [{ to, contract }] } as never,
    {
      ...{ givenName: 'Ana', familyName: 'Vega', startDate },
    },
  ).noticeBy;

// ET 49.1.c: of a contract for a term of over a year, who ends it gives notice fifteen days before at the least.
describe('the notice of the end of a contract', () => {
  it.each([
    ['2027-03-31', 'temporary', '2026-01-01', '2027-03-16'],
    ['2027-01-02', 'temporary', '2026-01-01', '2026-12-18'],
    ['2026-12-31', 'temporary', '2026-01-01', undefined],
    ['2027-03-31', 'indefinite', '2026-01-01', undefined],
  ] as const)('until %s, %s, from %s: by %s', (to, contract, from, by) => {
    expect(until(to, contract, from)).toBe(by);
  });
});
