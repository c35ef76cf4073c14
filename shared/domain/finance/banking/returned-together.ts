import type { Minor } from '#kernel/money.ts';
import { ACCOUNT } from '../ledger/accounts.ts';
import type { StoredBankLine } from './bank-line.ts';
import type { LineCandidate, RankedCandidate } from './line-candidates.ts';
import type { MatchPart } from './match-input.ts';
import { MATCH_OPTIONS } from './matching.ts';

const MAX_STEPS = 20_000;

/**
 * Places of two amounts or more whose sum is a total less a fee of 0 to `maxFee`, where exactly one set of them is that; undefined where
 * none is, several are, or the bounded search has not seen them all. Amounts and fee in minor units, above zero.
 */
export function onlySum(amounts: readonly Minor[], total: Minor, maxFee: Minor): readonly number[] | undefined {
  const order = amounts.map((amount, place) => ({ amount, place })).toSorted((a, b) => b.amount - a.amount);
  const left = [0];
  for (const { amount } of order.toReversed()) left.unshift((left[0] ?? 0) + amount);
  const found: (readonly number[])[] = [];
  let steps = 0;
  const walk = (at: number, rest: Minor, taken: readonly number[]): void => {
    if (found.length > 1 || steps > MAX_STEPS) return;
    steps += 1;
    const next = order[at];
    // What is left is more than a fee, and all that follows does not come to it.
    if (rest < 0 || rest - (left[at] ?? 0) > maxFee) return;
    if (!next) {
      if (taken.length > 1) found.push(taken);
      return;
    }
    walk(at + 1, rest - next.amount, [...taken, next.place]);
    walk(at + 1, rest, taken);
  };
  walk(0, total, []);
  return found.length === 1 && steps <= MAX_STEPS ? found[0]?.toSorted((a, b) => a - b) : undefined;
}

/**
 * Several debits that the bank gave back and booked as one amount, with what it kept for that: proposed where one set alone of what may
 * have come back comes to the line.
 */
export function returnedTogether(line: StoredBankLine, found: readonly LineCandidate[]): RankedCandidate[] {
  const picks = found.filter(({ pick }) => pick);
  const amounts = picks.map(({ document }) => document.open);
  const chosen = (onlySum(amounts, -line.amount, MATCH_OPTIONS.maxFee) ?? []).flatMap((place) => picks[place] ?? []);
  if (chosen.length === 0) return [];
  const fee = -line.amount - chosen.reduce((sum, { document }) => sum + document.open, 0);
  const parts: MatchPart[] = chosen.flatMap(({ part }) => part ?? []);
  const charges: MatchPart[] = fee === 0 ? [] : [{ as: 'entry', account: ACCOUNT.bankCharges, amount: -fee }];
  return [
    {
      ...{ score: 80, tie: false, amount: line.amount },
      reasons: [{ code: 'returned_together', params: { count: chosen.length } }],
      documents: chosen.map(({ document }) => ({ ...document, amount: -document.open })),
      parts: [...parts, ...charges],
    },
  ];
}
