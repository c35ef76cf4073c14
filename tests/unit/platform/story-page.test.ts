import { expect, it } from 'vitest';
import { newestOf } from '../../../functions/platform/audit/history.ts';

const steps = (count: number, chars = 10) => Array.from({ length: count }, (_, i) => ({ rev: i + 1, was: { text: 'x'.repeat(chars) } }));
const revs = ({ steps: shown, earlier }: ReturnType<typeof newestOf>) => [shown.map(({ rev }) => rev), earlier];

it('a story is shown by its newest steps, and says before which revision there are more', () => {
  expect(revs(newestOf(steps(5), 2))).toEqual([[4, 5], 4]);
  expect(revs(newestOf(steps(3), 2))).toEqual([[2, 3], 2]);
  expect(revs(newestOf(steps(2), 2))).toEqual([[1, 2], undefined]);
  expect(revs(newestOf([], 2))).toEqual([[], undefined]);
});

it('an answer stays below what Lambda sends, however long the steps are', () => {
  // A draft of 1,000 lines, changed fifty times: 150 KB of former lines each.
  const { steps: shown, earlier } = newestOf(steps(50, 150_000), 500);
  expect(JSON.stringify(shown).length).toBeLessThan(4_000_000);
  expect([shown.length, shown.at(-1)?.rev, earlier]).toEqual([17, 50, 34]);
});
