import { beforeAll, expect, it } from 'vitest';
import { roundHandler } from '../../../shared/runtime/rounds.ts';
import { allTenants, enlistTenant } from '../../../shared/runtime/tenants.ts';
import { newTenant } from '../../support/call.ts';

const mine = Array.from({ length: 3 }, newTenant).sort();
beforeAll(async () => {
  for (const tenant of mine) await enlistTenant(tenant);
});

/** A round that notes which of the companies above it has visited; `fails` breaks off at the second. */
function noting(code: string, once?: 'day', fails = false) {
  const seen: string[] = [];
  const run = roundHandler({
    code,
    ...(once ? { once } : {}),
    visit: async ({ tenant }) => {
      if (mine.includes(tenant)) seen.push(tenant);
      if (fails && tenant === mine[1]) throw new Error('x');
      return 0;
    },
  });
  return { run, seen };
}
const hurried = { getRemainingTimeInMillis: () => 0 };
const day = '2026-11-29T03:00:00Z';

it('visits every company, also after one whose part broke off', async () => {
  const { run, seen } = noting(`round-${newTenant()}`, undefined, true);
  const { failed, tenants } = await run();
  expect([seen, failed]).toEqual([mine, 1]);
  expect(tenants).toBe((await Array.fromAsync(allTenants())).length);
});

it('goes on where the last run had no time left, and has one round a night', async () => {
  const { run, seen } = noting(`round-${newTenant()}`, 'day');
  const companies = await Array.fromAsync(allTenants());
  // Other tests found companies meanwhile: those of before are visited one by one, in their order.
  const visited: (string | undefined)[] = [];
  let last = await run({ time: day }, hurried);
  for (; last.after !== undefined; last = await run({ time: day }, hurried)) visited.push(last.after);
  expect(visited.filter((tenant) => companies.includes(tenant ?? ''))).toEqual(companies);
  expect(seen).toEqual(mine);
  // Nobody is left: the run that finds that out ends the round, and later ones of the night do nothing.
  expect(last).toEqual({ tenants: 0, failed: 0 });
  expect(await run({ time: '2026-11-29T04:00:00Z' })).toEqual({ tenants: 0, failed: 0 });
  await run({ time: '2026-11-30T03:00:00Z' });
  expect(seen).toEqual([...mine, ...mine]);
});

it('begins with those behind its place and comes round to the others, so that nobody waits two rounds', async () => {
  const { run, seen } = noting(`round-${newTenant()}`);
  let last = await run({ time: day }, hurried);
  while (last.after !== mine[1]) last = await run({ time: day }, hurried);
  expect(seen).toEqual([mine[0], mine[1]]);
  seen.length = 0;
  expect((await run({ time: '2026-11-29T04:00:00Z' })).after).toBeUndefined();
  expect(seen).toEqual([mine[2], mine[0], mine[1]]);
});
