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

  describe('of what was disputed', () => {
    const until = '2026-01-31';
    type Days = readonly [from: string, to?: string];
    const disputed = (...days: readonly Days[]) => ({
      ...paid(2420_00, '2025-06-10', '2025-09-08'),
      disputes: days.map(([from, to]) => ({ from, ...(to ? { to } : {}), reason: 'Faltan bultos', by: 'ana@example.es' })),
    });
    const of = (...days: readonly Days[]) => {
      const { interest, compensation, spans } = lateInterest(disputed(...days), until);
      return [interest, compensation, spans.map((span) => span.days)];
    };

    it('leaves out its days, the first and the last included', () => {
      // 2,420.00 × (10 × 11.15 + 70 × 10.15) / 36,500 = 54.500…: ten days, 7.39, less than 61.89.
      expect(of(['2025-06-21', '2025-06-30'])).toEqual([54_50, 40_00, [10, 70]]);
      expect(lateInterest(disputed(['2025-06-21', '2025-06-30']), until).spans.map(({ from, to }) => [from, to])).toEqual([
        ['2025-06-11', '2025-06-20'],
        ['2025-07-01', '2025-09-08'],
      ]);
    });

    it('counts on between and after several, and each day of them once', () => {
      // (20 − 5) × 11.15 + (70 − 9) × 10.15: 2,420.00 × 786.40 / 36,500 = 52.139…
      expect(of(['2025-06-21', '2025-06-25'], ['2025-07-01', '2025-07-05'], ['2025-07-05', '2025-07-09'])).toEqual([
        ...[52_14, 40_00],
        [10, 5, 61],
      ]);
    });

    it('is nothing while it lasts, and nothing at all where it began before the due date and never ended', () => {
      // 20 days × 11.15: 2,420.00 × 223 / 36,500 = 14.785…
      expect(of(['2025-07-01'])).toEqual([14_79, 40_00, [20]]);
      expect(of(['2025-06-01'])).toEqual([0, 0, []]);
      expect(of(['2025-05-01', '2025-06-05'])).toEqual([61_89, 40_00, [20, 70]]);
    });
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
