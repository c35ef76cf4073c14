import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { useMemoryTable } from '../../../support/memory-table.ts';
import { type ClosingTwin, closingTwin, FAULTS, failedChecks } from '../../../support/planted-faults.ts';

const table = useMemoryTable({ openWork: true, lists: true });
beforeAll(() => void vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-04-06T10:00:00Z') }));
afterAll(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
});

let company: ClosingTwin;
beforeEach(async () => {
  table.clear();
  company = await closingTwin();
});

it('finds nothing in a month in which all agrees', async () => {
  await company.depreciate();
  const first = await failedChecks(company);
  expect(first).toEqual({});
});
describe('names, of a month in which all agrees but for', () => {
  it.each(Object.entries(FAULTS))('%s', async (_, { plant, finds, early }) => {
    if (!early) await company.depreciate();
    await plant(company);
    const found = await failedChecks(company);
    const expected = Object.entries(finds).map(([check, items]) => [
      check,
      items.map((item) => (item instanceof RegExp ? expect.stringMatching(item) : item)),
    ]);
    expect(found).toEqual(Object.fromEntries(expected));
  });
});
