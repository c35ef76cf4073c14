import { expect, it } from 'vitest';
import * as z from 'zod/mini';
import { type Item, itemSize, writeUnits } from '../../../infra/tools/bench/units.ts';
import { Items } from '../../../shared/domain/sales/catalogue/item.ts';
import { type Meta, type RecordEvent, recordType } from '../../../shared/kernel/record.ts';
import { marshall } from '../../../shared/runtime/attributes.ts';
import { joined, type Packed, unpacked } from '../../../shared/runtime/history.ts';
import { toStored } from '../../../shared/runtime/record-item.ts';

const ITEM = { code: 'TAZA-01', name: 'Taza de loza blanca', unit: 'pc', price: '7.95', taxCode: 'IVA-G', kind: 'stocked', active: true };
/** A request of API Gateway's has 16 characters. */
const stamp = (hour: number) => ({
  by: 'robot@lumbre.example',
  request: `JKJaXmPLvHcES${String(hour % 1000).padStart(3, '0')}`,
  action: 'patchItem',
  at: new Date(Date.UTC(2026, 0, 1, hour)),
});
const bytes = (item: object): number => itemSize(marshall(item) as Item);

/** A price that changes every hour: what each change takes, and the story in the end. */
function changed(times: number, mayDivide: boolean) {
  let [before, size, units]: [Meta | undefined, number, number] = [undefined, 0, 0];
  const beside: RecordEvent[] = [];
  const largest = { item: 0, beside: 0 };
  for (let hour = 0; hour <= times; hour += 1) {
    const step = { type: Items as never, id: 'itm_01JDG8ZK5T7QWERTY2MNPQRSTV', data: ITEM, was: { price: '7.95' }, mayDivide };
    const written = toStored('lumbre', stamp(hour), { ...step, ...(before ? { before } : {}) });
    const now = bytes(written.item);
    units += writeUnits(size, now, written.beside !== undefined);
    if (written.beside) {
      units += writeUnits(0, bytes(written.beside), true);
      beside.push(...unpacked(written.beside.steps as Packed[]));
      largest.beside = Math.max(largest.beside, bytes(written.beside));
    }
    largest.item = Math.max(largest.item, now);
    [before, size] = [written.after, now];
  }
  return { units, largest, story: joined(before?.history ?? [], beside), stays: before?.history.length ?? 0 };
}

it('keeps a record small however often it changes, and forgets no step', () => {
  const { largest, story, stays } = changed(5316, true);
  expect(largest.item).toBeLessThan(1300);
  expect(largest.beside).toBeLessThan(1024);
  expect(stays).toBeLessThan(15);
  expect(story.map(({ rev }) => rev)).toEqual(Array.from({ length: 5317 }, (_, i) => i + 1));
  expect(story.every(({ by, was }) => by === 'robot@lumbre.example' && was?.price === '7.95')).toBe(true);
});

it('takes no more write units than a story that stays on its record, on average from the tenth step on', () => {
  // Counted by the published sizes: 1 a started KB, twice that in a transaction.
  const at = (times: number) => [changed(times, true).units, changed(times, false).units];
  for (const times of [8, 30, 60, 120, 300]) {
    const [divided = 0, whole = 0] = at(times);
    expect(divided, `${times} changes`).toBeLessThanOrEqual(whole);
  }
  expect(at(300)).toEqual([412, 2783]);
});

it('stays whole where it is short, in proportion to its record, or must not be divided', () => {
  const Things = recordType<object>({
    kind: 'thing',
    prefix: 'thg',
    data: z.any(),
    history: 'all',
    screen: { none: 'A test.' },
    read: 'nobody',
  });
  const after = (steps: number, data: object, mayDivide: boolean) => {
    let before: Meta | undefined;
    for (let hour = 0; hour < steps; hour += 1)
      before = toStored('lumbre', stamp(hour), {
        type: Things as never,
        id: 'thg_1',
        data,
        mayDivide,
        ...(before ? { before } : {}),
      }).after;
    return before?.history.length;
  };
  expect(after(8, {}, true)).toBe(8);
  expect(after(60, { lines: 'x'.repeat(40_000) }, true)).toBe(60);
  expect(after(60, {}, false)).toBe(60);
});
