import type { Minor } from '#kernel/money.ts';

/** What a search for sums found, and whether it looked at all of them. */
export interface SubsetSearch {
  readonly found: readonly (readonly number[])[];
  readonly complete: boolean;
}

const MAX_STEPS = 20_000;
/** Two are a tie already. */
const MAX_FOUND = 4;

/**
 * Places of the amounts, two to `most` of them, that come to a sum exactly. Amounts have either sign. The search ends after a bounded
 * number of steps: then it is not complete, and what it found may not be all.
 */
export function subsetsOf(amounts: readonly Minor[], sum: Minor, most: number): SubsetSearch {
  const order = amounts.map((amount, place) => ({ amount, place })).toSorted((a, b) => Math.abs(b.amount) - Math.abs(a.amount));
  // What the rest may still add, or take off.
  const [above, below] = [[0], [0]];
  for (const { amount } of order.toReversed()) {
    above.unshift((above[0] ?? 0) + Math.max(0, amount));
    below.unshift((below[0] ?? 0) + Math.min(0, amount));
  }
  const found: number[][] = [];
  let steps = 0;
  const walk = (at: number, left: number, taken: readonly number[], tookLast: boolean): void => {
    if (steps >= MAX_STEPS || found.length >= MAX_FOUND) return;
    steps += 1;
    if (left === 0 && tookLast && taken.length >= 2) found.push([...taken]);
    const next = order[at];
    if (!next || taken.length >= most || left > (above[at] ?? 0) || left < (below[at] ?? 0)) return;
    walk(at + 1, left - next.amount, [...taken, next.place], true);
    walk(at + 1, left, taken, false);
  };
  walk(0, sum, [], false);
  return { found, complete: steps < MAX_STEPS };
}

/** How many ways there are to take at most so many of `count`. */
export function combinations(count: number, most: number): number {
  let [ways, sum] = [1, 0];
  for (let taken = 1; taken <= Math.min(most, count); taken++) {
    ways = (ways * (count - taken + 1)) / taken;
    sum += ways;
  }
  return sum;
}
