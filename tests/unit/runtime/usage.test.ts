import { expect, it } from 'vitest';
import { Fairness } from '../../../shared/runtime/usage.ts';

/** Processes that share a count, each of which counts a plain request where the next of the given chances is below a tenth. */
function processes(perSecond: number, chances: readonly number[] = [0]) {
  const counts = new Map<string, number>();
  let at = 0;
  const chance = () => chances[at++ % chances.length] ?? 0;
  const count = async (company: string, window: number, add: number) => {
    const used = (counts.get(`${company} ${window}`) ?? 0) + add;
    counts.set(`${company} ${window}`, used);
    return used;
  };
  return { counts, another: () => new Fairness(count, perSecond, chance) };
}
const NOON = Date.UTC(2026, 2, 10, 12);

/** How many of so many requests of a company, one after the other, are let in. */
async function letIn(
  fairness: Fairness,
  requests: number,
  company: string,
  { profile = 'queries', at = NOON }: { profile?: 'queries' | 'print'; at?: number } = {},
) {
  let passed = 0;
  for (let i = 0; i < requests; i += 1)
    try {
      await fairness.charge(company, profile, at);
      passed += 1;
    } catch (error) {
      expect(error).toMatchObject({ kind: 'too-many', code: 'company.too_fast' });
    }
  return passed;
}

it('a company that sends too much waits for the next five seconds, and no other does', async () => {
  // Each request is counted, for ten: 2 a second are 10 in a window.
  const fairness = processes(2).another();
  expect(await letIn(fairness, 5, 'lumbre')).toBe(2);
  expect(await letIn(fairness, 1, 'norte')).toBe(1);
  expect(await letIn(fairness, 1, 'lumbre', { at: NOON + 4_999 })).toBe(0);
  expect(await letIn(fairness, 1, 'lumbre', { at: NOON + 5_000 })).toBe(1);
});

it('is told how long', async () => {
  const fairness = processes(1).another();
  await letIn(fairness, 1, 'lumbre');
  expect(() => fairness.charge('lumbre', 'queries', NOON + 1_200)).toThrow(expect.objectContaining({ params: { seconds: 4 } }));
});

it('one request in ten is counted, for all of them', async () => {
  const chances = [0.5, 0.1, 0.0999, 0.9];
  const { counts, another } = processes(100, chances);
  await letIn(another(), 8, 'lumbre');
  expect([...counts.values()]).toEqual([20]);
});

it('processes count together, and each hears of it at the next that it counts itself', async () => {
  const { another } = processes(4);
  const [first, second] = [another(), another()];
  expect(await letIn(first, 2, 'lumbre')).toBe(2);
  // 30 of 20: the second finds out by its own first, and the first by its next.
  expect([await letIn(second, 3, 'lumbre'), await letIn(first, 3, 'lumbre')]).toEqual([1, 1]);
});

it('what is much work weighs as much as twenty', async () => {
  const { counts, another } = processes(100, [0.99]);
  await letIn(another(), 3, 'lumbre', { profile: 'print' });
  expect([...counts.values()]).toEqual([60]);
});

it('a count that fails refuses nobody', async () => {
  const fairness = new Fairness(
    async () => Promise.reject(new Error('throttled')),
    1,
    () => 0,
  );
  expect(await letIn(fairness, 5, 'lumbre')).toBe(5);
});
