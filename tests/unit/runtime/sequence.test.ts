import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { firstFree } from '#runtime/sequence.ts';

/** Looks for the next number of a series that has `last` numbers; what was looked at, call by call. */
async function search(last: number, cached: number): Promise<{ next: number; calls: number[][] }> {
  const calls: number[][] = [];
  const next = await firstFree(async (counts) => {
    calls.push([...counts]);
    return counts.map((count) => count <= last);
  }, cached);
  return { next, calls };
}

describe('the next number of a series', () => {
  it('is found by one call and two reads by the process that gave out the last', async () => {
    expect(await search(41, 40)).toEqual({ next: 42, calls: [[41, 42]] });
    expect(await search(0, 0)).toEqual({ next: 1, calls: [[1, 2]] });
  });

  it('is found by few calls where the process knows nothing', async () => {
    for (const [last, calls] of [
      [100, 4],
      [10_000, 6],
      [1_000_000, 8],
    ] as const)
      expect((await search(last, 0)).calls.length).toBeLessThanOrEqual(calls);
  });

  it('is the first that is free, whatever is known', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(2_000_000), fc.nat(), async (last, seed) => {
        const { next, calls } = await search(last, seed % (last + 1));
        expect(next).toBe(last + 1);
        expect(calls.every((counts) => counts.length <= 16 && counts.every((count, i) => count > (counts[i - 1] ?? 0)))).toBe(true);
      }),
    );
  });
});
