import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { AnyId, idWith, prefixOf } from '#kernel/id.ts';
import { create, createdBy, numberOf, plain, type RecordEvent, recordType, type Stored, shownIdOf, update } from '#kernel/record.ts';
import { applyPatch, asAt, edit, stamped } from '#kernel/stamps.ts';

interface Thing {
  readonly name?: string;
  readonly price?: string;
  readonly tags?: readonly string[];
}
const event = (rev: number, more: Partial<RecordEvent> = {}): RecordEvent => ({
  rev,
  at: `2026-03-0${rev}T10:00:00.000Z`,
  by: `person${rev}@example.com`,
  request: `request-${rev}`,
  action: 'act',
  ...more,
});
const Things = recordType<Thing>({
  kind: 'thing',
  prefix: 'thg',
  letter: 'T',
  data: z.any(),
  history: 'all',
  screen: '/things',
  read: 'nobody',
});
const thing: Stored<Thing> = {
  id: 'thg_1',
  rev: 3,
  name: 'Jarra',
  price: '12',
  history: [
    event(1, { key: 'k1' }),
    event(2, { key: 'k2', was: { price: '10' } }),
    event(3, { key: 'k3', was: { name: 'Taza', tags: null } }),
  ],
  tags: ['new'],
};

describe('stamps', () => {
  it('say who made a record and who changed it last', () => {
    expect(stamped(thing)).toMatchObject({
      createdAt: '2026-03-01T10:00:00.000Z',
      createdBy: 'person1@example.com',
      updatedAt: '2026-03-03T10:00:00.000Z',
      updatedBy: 'person3@example.com',
      requestId: 'request-3',
      rev: 3,
    });
  });

  it('tell apart what a request created from what it changed', () => {
    const other = { ...thing, id: 'thg_2', history: [event(2)] };
    expect(createdBy('request-1', [thing, undefined, other])).toEqual([thing]);
    expect(createdBy('request-3', [thing, other])).toEqual([]);
  });
});

describe('an edit', () => {
  it('keeps the values before it, and null where there were none', () => {
    const { data, was } = applyPatch<Thing>({ name: 'Taza', price: '10' }, { name: 'Taza', price: '12', tags: ['new'] });
    expect(data).toEqual({ name: 'Taza', price: '12', tags: ['new'] });
    expect(was).toEqual({ price: '10', tags: null });
  });

  it('clears a field by null, and changes nothing by nothing', () => {
    expect(applyPatch<Thing>({ name: 'Taza', price: '10' }, { price: null })).toEqual({ data: { name: 'Taza' }, was: { price: '10' } });
    expect(applyPatch<Thing>({ name: 'Taza' }, { name: undefined, price: undefined }).was).toEqual({});
  });

  it('is one change of the record, or none where nothing differs', () => {
    expect(edit(Things, thing, { name: 'Plato' })).toMatchObject([{ op: 'update', data: { name: 'Plato' }, was: { name: 'Jarra' } }]);
    expect(edit(Things, thing, { name: 'Jarra' })).toBe(thing);
  });

  it('is undone back to any instant', () => {
    expect(asAt(thing, '2026-03-01T10:00:00.000Z')).toMatchObject({ name: 'Taza', price: '10' });
    expect(asAt(thing, '2026-03-01T10:00:00.000Z')).not.toHaveProperty('tags');
    expect(asAt(thing, '2026-03-02T12:00:00.000Z')).toMatchObject({ name: 'Taza', price: '12' });
    expect(asAt(thing, '2026-03-03T10:00:00.000Z')).toMatchObject({ name: 'Jarra', tags: ['new'] });
  });

  it('however often repeated, is undone to what stood first', () => {
    const change = fc.record(
      { name: fc.option(fc.string(), { nil: null }), price: fc.option(fc.string(), { nil: null }) },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(fc.array(change, { maxLength: 8 }), (changes) => {
        const first: Thing = { name: 'Taza', price: '10' };
        let data = first;
        const history: RecordEvent[] = [event(1)];
        for (const [i, each] of changes.entries()) {
          const step = applyPatch<Thing>(data, each);
          data = step.data;
          history.push(event(i + 2, { was: step.was }));
        }
        expect(plain(asAt({ ...data, id: 'thg_1', rev: history.length, history }, event(1).at))).toEqual(first);
      }),
    );
  });
});

describe('a record', () => {
  it('is written without what the store adds', () => {
    expect(update(Things, thing, { ...thing, name: 'Plato' })).toMatchObject({ op: 'update', data: { name: 'Plato', price: '12' } });
    expect(Object.keys((update(Things, thing, thing) as { data: object }).data)).toEqual(['name', 'price', 'tags']);
    expect(create(Things, 'thg_2', { name: 'Vaso' })).toMatchObject({ op: 'create', id: 'thg_2' });
  });

  it('has an id whose prefix names its kind, and a short number for people', () => {
    expect(prefixOf('ord_01JDG8ZK5T7QWERTY2MNPQRSTV')).toBe('ord');
    expect(numberOf(Things, 'thg_01JDG8ZK5T7QWERTY2MNPQRSTV')).toBe('T-01JDG8ZK');
    expect(numberOf({ letter: 'F', series: ['F'] }, 'inv_F2026-000123')).toBe('F2026-000123');
    expect(shownIdOf({ shownAs: ':number' }, 'acc_4300')).toBe('4300');
    const accepted = (schema: ReturnType<typeof idWith>, id: string) => schema.safeParse(id).success;
    expect(accepted(idWith('ord'), 'ord_01JDG8ZK5T7QWERTY2MNPQRSTV')).toBe(true);
    for (const bad of ['cus_01JDG8ZK5T7QWERTY2MNPQRSTV', 'ord_01JDG8ZK5T7QWERTY2MNPQRSTI', 'ord_01', 'ord_01jdg8zk5t7qwerty2mnpqrstv', ''])
      expect(accepted(idWith('ord'), bad), bad).toBe(false);
    expect([accepted(AnyId, 'inv_F2026-000001'), accepted(AnyId, 'stk_X.main'), accepted(AnyId, 'x#y')]).toEqual([true, true, false]);
  });
});
