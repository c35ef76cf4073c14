import { expect, it } from 'vitest';
import { measureTies } from '../../../infra/tools/bench/ties.ts';
import { useMemoryTable } from '../../support/memory-table.ts';

useMemoryTable({ lists: true, openWork: true });

it('a company of four hundred postings agrees with itself: statements, export and form 303', { timeout: 60_000 }, async () => {
  const ties = await measureTies({ uncounted: (work) => work() }, 0.02);
  expect(ties.entries).toBe(400);
  expect(ties.vatLines).toBeGreaterThan(150);
});
