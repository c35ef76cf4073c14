import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { indexUnits, itemSize, writeUnits } from '../../../infra/tools/bench/units.ts';
import { openDoors } from '../../support/doors.ts';
import { isWrite, withFault } from '../../support/faults.ts';
import { useMemoryTable } from '../../support/memory-table.ts';
import { carried, place, started, withRule } from '../../support/ruled-shop.ts';
import { newSeller } from '../../support/seller.ts';

useMemoryTable({ openWork: true, lists: true });
const doors = openDoors();
beforeAll(() => void vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-03-10T10:00:00Z') }));
afterAll(() => void vi.useRealTimers());

type Item = Record<string, AttributeValue>;
interface Writing {
  readonly Item?: Item;
  readonly TransactItems?: readonly { readonly Put?: { readonly Item?: Item } }[];
}

const before = new Map<string, Item>();
/** Write units of some work, those of runs of rules among them, and its calls of DynamoDB by name. */
async function costOf(work: () => Promise<unknown>): Promise<{ units: number; ofRuns: number; calls: string[] }> {
  const [calls, written]: [string[], [Item, boolean][]] = [[], []];
  await withFault(
    (send, { name, input }) => {
      calls.push(name);
      const { Item: single, TransactItems = [] } = input as Writing;
      if (single) written.push([single, false]);
      for (const { Put } of TransactItems) if (Put?.Item) written.push([Put.Item, true]);
      return send();
    },
    () => true,
    work,
  );
  let [units, ofRuns] = [0, 0];
  for (const [item, together] of written) {
    const key = `${item.pk?.S} ${item.sk?.S}`;
    const was = before.get(key);
    before.set(key, item);
    const own = writeUnits(was ? itemSize(was) : 0, itemSize(item), together) + indexUnits(was, item);
    units += own;
    if (key.includes('#rule-run#')) ofRuns += own;
  }
  return { units, ofRuns, calls };
}

it('costs a company without rules one read for a change, and a run of one rule eight write units beside what it does', async () => {
  const none = await newSeller([['L', 10, 4000]], { creditLimit: 10_000_000 });
  const idle = await place(none);
  expect(await costOf(() => started(none.tenant, idle))).toEqual({ units: 0, ofRuns: 0, calls: ['GetItemCommand'] });
  const { seller } = await withRule({ effects: [{ do: 'tag', tags: ['grande'] }] });
  const orderId = await place(seller);
  const begun = await costOf(() => started(seller.tenant, orderId));
  const tagged = await costOf(() => seller.done('patchTags', { body: { record: orderId, add: ['igual'] } }));
  const carriedOut = await costOf(() => carried(seller.tenant, orderId));
  expect([begun.units, carriedOut.units - tagged.units]).toEqual([6, 2]);
  expect(doors.seen.length).toBeGreaterThan(0);
});

it('writes the run once more for each effect after its first', async () => {
  const tag = { do: 'tag', tags: ['grande'] };
  const note = { do: 'note', text: 'Por {{amount}}' };
  const after = async (effects: readonly object[]) => {
    const { seller } = await withRule({ effects });
    const orderId = await place(seller);
    await costOf(() => started(seller.tenant, orderId));
    const own = doors.seen.length;
    const { ofRuns, calls } = await costOf(() => carried(seller.tenant, orderId));
    return { ofRuns, writes: calls.filter(isWrite).length, doors: doors.seen.length - own };
  };
  const one = await after([tag]);
  const two = await after([tag, note]);
  const three = await after([tag, note, note]);
  expect([two.doors - one.doors, three.doors - two.doors]).toEqual([1, 1]);
  // A note is written by itself, and so is the run with what was done; of three it holds more than a kilobyte, which each write pays.
  expect([two.writes - one.writes, three.writes - two.writes]).toEqual([2, 2]);
  expect([one.ofRuns, two.ofRuns, three.ofRuns]).toEqual([2, 3, 6]);
});
