import { expect, it } from 'vitest';
import type { Meta } from '../../../shared/kernel/record.ts';
import { recordType } from '../../../shared/kernel/record.ts';
import { fromStored, type Stamp, toStored } from '../../../shared/runtime/record-item.ts';

interface Thing {
  readonly quantity: string;
}
const Things = recordType<Thing>({ kind: 'thing', prefix: 'thg', history: 'all' });
const step = (by: string, action: string, minute: number): Stamp => ({
  by,
  request: `req-${minute}`,
  action,
  at: new Date(Date.UTC(2026, 2, 10, 9, minute)),
});
const write = (stamp: Stamp, quantity: string, before?: Meta) => toStored('lumbre', stamp, Things, 'thg_1', { quantity }, before);

it('reads a record as it was written: id from the key, names in full, who did each step', () => {
  const first = write(step('ana@lumbre.example', 'make', 0), '1');
  const second = write(step('ana@lumbre.example', 'change', 1), '2', first.after);
  const third = write(step('workflow', 'close', 2), '3', second.after);
  const fourth = write(step('ana@lumbre.example', 'change', 3), '4', third.after);
  const read = fromStored<Thing>(fourth.item);
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
