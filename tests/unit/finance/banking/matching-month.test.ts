import { describe, expect, it } from 'vitest';
import { HOLD_OUT, HOLD_OUT_SEEDS, SEEN_SEEDS } from '../../../../infra/tools/bench/bank-month/hold-out.ts';
import { bankMonth } from '../../../../infra/tools/bench/bank-month/month.ts';
import { SECOND_HOLD_OUT, SECOND_HOLD_OUT_SEEDS } from '../../../../infra/tools/bench/bank-month/second-hold-out.ts';
import { matchFigures, matchGrowth, matchMonth } from '../../../../infra/tools/bench/matching.ts';
import { MATCH_OPTIONS } from '../../../../shared/domain/finance/banking/matching.ts';
import { BANK_MATCHING_SCORE } from '../../../../shared/domain/platform/company/policies.ts';

describe('a month of 1,000 bank lines against 1,000 open items, of which the truth is known', () => {
  it.each(['uno', 'dos', 'tres', 'cuatro', 'cinco', 'seis'])(
    'posts hardly anything wrong, nine of ten right, and nothing on a tie: seed %s',
    (seed) => {
      const figures = matchFigures(matchMonth(bankMonth(seed)));
      expect(figures.lines).toBeGreaterThanOrEqual(1000);
      expect(figures).toMatchObject({ seed, tiesPosted: 0 });
      expect(figures.precision).toBeGreaterThanOrEqual(0.995);
      expect(figures.recall).toBeGreaterThanOrEqual(0.9);
      // A person who looks at three proposals finds nearly all.
      expect(figures.proposed).toBeGreaterThanOrEqual(0.98);
    },
  );

  it.each([
    ...SEEN_SEEDS.map((seed) => ['another bank, looked at', seed, HOLD_OUT] as const),
    ...HOLD_OUT_SEEDS.map((seed) => ['another bank', seed, HOLD_OUT] as const),
    ...SECOND_HOLD_OUT_SEEDS.map((seed) => ['a third', seed, SECOND_HOLD_OUT] as const),
  ])('does as well in months of %s: seed %s', (_, seed, profile) => {
    const { precision, recall, tiesPosted } = matchFigures(matchMonth(bankMonth(seed, { profile })));
    expect({ precision: precision >= 0.995, recall: recall >= 0.9, tiesPosted }).toEqual({ precision: true, recall: true, tiesPosted: 0 });
  });

  it.each(['crecimiento', 'otro'])('compares no more with ten times as much that is open: seed %s', (seed) => {
    const [few, many] = [matchGrowth(seed, 1000).comparedPerLine, matchGrowth(seed, 10_000).comparedPerLine];
    expect(many / few).toBeLessThanOrEqual(1.1);
    expect(many).toBeLessThan(20);
  });

  it('is measured with the score from which companies have lines posted', () => {
    expect(MATCH_OPTIONS.threshold * 100).toBe(Number(BANK_MATCHING_SCORE));
  });

  it('has all that makes matching hard, and is the same for the same seed', () => {
    const month = bankMonth('uno');
    expect(bankMonth('uno')).toEqual(month);
    expect(bankMonth('dos').lines).not.toEqual(month.lines);
    // Beside what is open, lines of the company's other account: the sides of its transfers, and what is none.
    const [sides, documents] = [true, false].map((is) => month.candidates.filter(({ kind }) => (kind === 'transfer') === is));
    expect([documents?.length, sides?.map(({ id }) => id)]).toEqual([1000 - 25, [...month.otherLines.keys()]]);
    const transfers = month.lines.filter(({ kind }) => kind === 'transfer');
    expect(sides?.length).toBe(60 + transfers.filter(({ truth }) => truth.length > 0).length);
    const of = (kind: string) => month.lines.filter((line) => line.kind === kind);
    for (const [kind, least] of [
      ['several', 60],
      ['netted', 30],
      ['partial', 30],
      ['fee', 20],
      ['fx', 15],
      ['other-payer', 15],
      ['nonsense', 30],
    ] as const)
      expect([kind, of(kind).length >= least]).toEqual([kind, true]);
    expect(month.lines.filter(({ undecidable }) => undecidable).length).toBeGreaterThan(3);
    // Truth is of what is open, and each line of a document pays no more than that.
    const open = new Map(month.candidates.map((candidate) => [candidate.id, candidate.open]));
    for (const { truth } of month.lines)
      for (const { candidateId, amount } of truth) expect(Math.abs(amount)).toBeLessThanOrEqual(Math.abs(open.get(candidateId) ?? 0));
  });
});
