import { expect, it } from 'vitest';
import * as z from 'zod/mini';
import type { Meta } from '../../../shared/kernel/record.ts';
import { recordType } from '../../../shared/kernel/record.ts';
import { fromStored, type Stamp, toStored } from '../../../shared/runtime/record-item.ts';

interface Thing {
  readonly quantity: string;
}
const Things = recordType<Thing>({
  kind: 'thing',
  prefix: 'thg',
  short: { quantity: 'q' },
  data: z.object({ quantity: z.string() }),
  history: 'all',
  screen: '/things',
  read: 'nobody',
});
const step = (by: string, action: string, minute: number): Stamp => ({
  by,
  request: `req-${minute}`,
  action,
  at: new Date(Date.UTC(2026, 2, 10, 9, minute)),
});
const write = (stamp: Stamp, quantity: string, before?: Meta) =>
  toStored('lumbre', stamp, { type: Things, id: 'thg_1', data: { quantity }, ...(before ? { before } : {}) });

it('reads a record as it was written: id from the key, names in full, who did each step', () => {
  const first = write(step('ana@lumbre.example', 'make', 0), '1');
  const second = write(step('ana@lumbre.example', 'change', 1), '2', first.after);
  const third = write(step('workflow', 'close', 2), '3', second.after);
  const fourth = write(step('ana@lumbre.example', 'change', 3), '4', third.after);
  const read = fromStored<Thing>(Things, fourth.item);
  expect(read).toEqual(fourth.after);
  expect(read).toMatchObject({ id: 'thg_1', rev: 4, quantity: '4' });
  expect(read.history.map((e) => e.by)).toEqual(['ana@lumbre.example', 'ana@lumbre.example', 'workflow', 'ana@lumbre.example']);
});

it('names whoever took several steps in a row once, and the record’s id in its key alone', () => {
  const first = write(step('ana@lumbre.example', 'make', 0), '1');
  const { item } = write(step('ana@lumbre.example', 'change', 1), '2', first.after);
  expect(JSON.stringify(item).match(/ana@lumbre/g)).toHaveLength(1);
  expect(JSON.stringify(item).match(/thg_1/g)).toHaveLength(1);
  expect(item.data).toEqual({ q: '2' });
});

it('reads nothing, and writes nothing, that is not what its kind says; and tells no contents', () => {
  const { item } = write(step('ana@lumbre.example', 'make', 0), '1');
  for (const broken of [
    { ...item, data: { q: 7 } },
    { ...item, data: {} },
    { ...item, data: null },
    { ...item, rev: 'x' },
    { ...item, history: 5 },
  ])
    expect(() => fromStored(Things, broken), JSON.stringify(broken)).toThrow(
      expect.objectContaining({ kind: 'unreadable', code: 'record.unreadable', params: { kind: 'thing', id: 'thg_1' } }),
    );
  expect(() => write(step('ana@lumbre.example', 'make', 0), 7 as never)).toThrow(/quantity: invalid_type/);
});

it('keeps those of a partitioned kind together, in the order of what stands behind the slash; other ids may hold slashes', () => {
  const Parts = recordType<Thing>({ ...Things, data: z.object({ quantity: z.string() }), kind: 'part', prefix: 'prt', partitioned: true });
  const stored = (type: typeof Things, id: string) =>
    toStored('lumbre', step('ana@lumbre.example', 'make', 0), { type, id, data: { quantity: '1' } }).item;
  const [part, thing] = [stored(Parts, 'prt_7/2026-01-02#3'), stored(Things, 'thg_a/b')];
  expect([part, thing]).toMatchObject([
    { pk: 'lumbre#part#prt_7', sk: '2026-01-02#3' },
    { pk: 'lumbre#thing#thg_a/b', sk: '#' },
  ]);
  expect([fromStored(Parts, part).id, fromStored(Things, thing).id]).toEqual(['prt_7/2026-01-02#3', 'thg_a/b']);
});
