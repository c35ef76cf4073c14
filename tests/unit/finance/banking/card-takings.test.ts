import { expect, it } from 'vitest';
import { HOLD_OUT, HOLD_OUT_SEEDS } from '../../../../infra/tools/bench/bank-month/hold-out.ts';
import { bankMonth } from '../../../../infra/tools/bench/bank-month/month.ts';
import { SECOND_HOLD_OUT, SECOND_HOLD_OUT_SEEDS } from '../../../../infra/tools/bench/bank-month/second-hold-out.ts';
import { matchFigures, matchMonth } from '../../../../infra/tools/bench/matching.ts';

// Months have card takings as documents, which nothing in the product is: there a rule takes such lines, and nothing else does.
it.each([
  ...['uno', 'dos', 'tres'].map((seed) => [seed, undefined] as const),
  ...HOLD_OUT_SEEDS.map((seed) => [seed, HOLD_OUT] as const),
  ...SECOND_HOLD_OUT_SEEDS.map((seed) => [seed, SECOND_HOLD_OUT] as const),
])('nine of ten lines are right without card takings, too: seed %s', (seed, profile) => {
  const month = matchMonth(bankMonth(seed, profile ? { profile } : {}));
  const { precision, recall, lines } = matchFigures({ ...month, outcomes: month.outcomes.filter(({ true: { kind } }) => kind !== 'pos') });
  expect(lines).toBeLessThan(month.outcomes.length);
  expect([seed, precision >= 0.995, recall >= 0.9]).toEqual([seed, true, true]);
});
