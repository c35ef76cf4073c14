import { describe, expect, it } from 'vitest';
import { lateInterest } from '../../../../shared/domain/finance/interest/late-interest.ts';

const paid = (amount: number, dueDate: string, date: string) => ({ dueDate, open: 0, allocations: [{ with: 'rcp_1', date, amount }] });
const OWN = { semester: '2026S2', percent: '10.40', source: 'BOE', by: 'ana@example.es', on: '2026-11-30' };

describe('interest for late payment', () => {
  it('comes to the published examples, each day at the rate of its half-year and rounded once', () => {
    const first = lateInterest(paid(2420_00, '2025-06-10', '2025-09-08'), '2026-01-31');
    expect(first.spans.map(({ days, percent }) => [days, percent])).toEqual([
      [20, '11.15'],
      [70, '10.15'],
    ]);
    expect([first.interest, first.compensation, first.lacking]).toEqual([61_89, 40_00, []]);
    const second = lateInterest(paid(3000_00, '2026-05-31', '2026-09-15'), '2026-11-30', [OWN]);
    expect([second.interest, second.spans.map(({ days }) => days)]).toEqual([90_85, [30, 77]]);
  });

  it('does not count days of a half-year whose rate nobody has confirmed, and says which', () => {
    const { interest, lacking, compensation } = lateInterest(paid(3000_00, '2026-05-31', '2026-09-15'), '2026-11-30');
    // 3,000.00 × 30 × 10.15 / 36,500 = 25.027…
    expect([interest, lacking, compensation]).toEqual([25_03, ['2026S2'], 40_00]);
  });

  it('is of what each day had open: parts that were paid count until their day, and what is open until today', () => {
    const item = { dueDate: '2025-03-01', open: 400_00, allocations: [{ with: 'rcp_1', date: '2025-03-11', amount: 600_00 }] };
    const { spans, interest } = lateInterest(item, '2025-03-31');
    expect(spans.map(({ from, to, owed }) => [from, to, owed])).toEqual([
      ['2025-03-02', '2025-03-11', 1000_00],
      ['2025-03-12', '2025-03-31', 400_00],
    ]);
    // (1,000 × 10 + 400 × 20) × 11.15 / 36,500 = 5.498…
    expect(interest).toBe(5_50);
  });

  it('is nothing where it was paid in time, and nothing on the due date itself', () => {
    for (const until of ['2025-06-10', '2026-01-01'])
      expect(lateInterest(paid(2420_00, '2025-06-10', '2025-06-10'), until)).toMatchObject({ interest: 0, compensation: 0, spans: [] });
    const undone = [
      { with: 'rcp_1', date: '2025-06-10', amount: 100_00 },
      { with: 'rcp_1', date: '2025-06-20', amount: -100_00 },
    ];
    // What bounced was not owed from the 10th to the 20th, and is since.
    expect(lateInterest({ dueDate: '2025-06-10', open: 100_00, allocations: undone }, '2025-06-30').spans.map(({ days }) => days)).toEqual([
      10,
    ]);
  });
});
