import type { Minor } from '#kernel/money.ts';
import type { Entry } from './entry.ts';

/** How far the fold has counted a gate lane: all up to `upTo`, and those beyond a gap. */
export interface Fence {
  readonly upTo: number;
  /** Numbers above `upTo + 1` that arrived before their predecessors; ascending. */
  readonly above: readonly number[];
}
export const NO_FENCE: Fence = { upTo: 0, above: [] };

export interface TenantEntry {
  readonly tenant: string;
  readonly entry: Entry;
}

/** Movement of an account on a day, minor units. */
export interface Movement {
  readonly tenant: string;
  readonly account: string;
  readonly date: string;
  readonly debit: Minor;
  readonly credit: Minor;
}

export const laneOf = ({ tenant, entry }: TenantEntry): string => `${tenant}#fence#${entry.period}.${entry.lane}`;

/**
 * Counts entries once, however often and in whatever order they arrive. The fence of a lane moves in the same
 * transaction as the balances, so a repeated batch finds its numbers counted.
 * @returns movements by tenant, account and day, and the fences after.
 */
export function fold(entries: readonly TenantEntry[], fences: ReadonlyMap<string, Fence>): { movements: Movement[]; fences: Map<string, Fence>; counted: number } {
  const after = new Map<string, Fence>();
  const movements = new Map<string, { -readonly [K in keyof Movement]: Movement[K] }>();
  let counted = 0;
  for (const item of entries) {
    const lane = laneOf(item);
    const fence = after.get(lane) ?? fences.get(lane) ?? NO_FENCE;
    const next = pass(fence, item.entry.seq);
    if (!next) continue;
    after.set(lane, next);
    counted += 1;
    for (const { account, amount } of item.entry.lines) {
      const key = `${item.tenant}#${account}#${item.entry.date}`;
      const sum = movements.get(key) ?? { tenant: item.tenant, account, date: item.entry.date, debit: 0, credit: 0 };
      if (amount > 0) sum.debit += amount;
      else sum.credit -= amount;
      movements.set(key, sum);
    }
  }
  return { movements: [...movements.values()], fences: after, counted };
}

/** The fence after number `seq`, or undefined when it was counted before. */
export function pass(fence: Fence, seq: number): Fence | undefined {
  if (seq <= fence.upTo || fence.above.includes(seq)) return undefined;
  const above = [...fence.above, seq].sort((a, b) => a - b);
  let upTo = fence.upTo;
  while (above[0] === upTo + 1) upTo = above.shift() as number;
  return { upTo, above };
}
