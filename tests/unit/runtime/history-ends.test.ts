import { describe, expect, it } from 'vitest';
import type { RecordEvent } from '../../../shared/kernel/record.ts';
import { divided, historyKey, packed, unpacked } from '../../../shared/runtime/history.ts';

const steps = (count: number, by = (i: number) => `p${i}`): RecordEvent[] =>
  Array.from({ length: count }, (_, i) => ({
    rev: i + 1,
    at: new Date(Date.UTC(2026, 2, 1, i)).toISOString(),
    by: by(i),
    request: `r${i}`,
    action: 'a',
  }));
const revs = (of: readonly RecordEvent[]) => of.map(({ rev }) => rev);

describe('the story of a record that never ends', () => {
  it.each([
    [0, []],
    [1, [1]],
    [2, [1, 2]],
    [3, [1, 3]],
    [9, [1, 9]],
  ])('of %i steps is %j', (count, kept) => {
    const { kept: stays, older } = divided({ history: 'ends' }, {}, steps(count));
    expect([revs(stays), older]).toEqual([kept, []]);
  });
});

describe('the story of a document', () => {
  it('is divided in time: the first step and the newest stay, what lies between goes beside it, each once', () => {
    const all = steps(60);
    const { kept, older } = divided({ history: 'all' }, {}, all);
    expect(older.length).toBeGreaterThan(30);
    expect(revs([...kept.slice(0, 1), ...older, ...kept.slice(1)])).toEqual(revs(all));
    expect(kept.at(-1)).toEqual(all.at(-1));
    expect(historyKey(older)).toBe('story#000000002');
  });

  it('stays whole up to half of its record’s own length, a thousand letters at least', () => {
    const count = (data: object) => divided({ history: 'all' }, data, steps(60)).older.length;
    expect([count({}) > 0, count({ text: 'x'.repeat(2000) }) > 0, count({ text: 'x'.repeat(20_000) })]).toEqual([true, true, 0]);
  });

  it('is packed without what says nothing, and read as it was', () => {
    const all: RecordEvent[] = [
      ...steps(3, () => 'ana'),
      { rev: 4, at: '2026-03-02T00:00:00.000Z', by: 'leo', request: 'r', action: 'b', key: 'k', digest: 'd', was: { a: 1 } },
    ];
    expect(unpacked(packed(all))).toEqual(all);
    expect(packed(all).map((step) => [step.length, step[2]])).toEqual([
      [5, 'ana'],
      [5, ''],
      [5, ''],
      [8, 'leo'],
    ]);
    expect(unpacked([[1, 0, '', 'r', 'a']])[0]?.by).toBe('');
  });

  it('says a request’s UUID in 23 characters, and an action by the short form of its kind', () => {
    const at = '2026-03-02T00:00:00.000Z';
    const all = ['550180fd-c64d-466a-a1c5-9afa22abfdc0', 'JKJaXmPLvHcESHA=', 'ffffffff-ffff-4fff-8fff-ffffffffffff'].map(
      (request, i): RecordEvent => ({ rev: i + 1, at, by: 'ana', request, action: i === 1 ? 'change' : 'approve' }),
    );
    const names = { approve: 'ap' };
    // Of the bytes 55 01 80 fd c6 …, by Python's base64.urlsafe_b64encode.
    expect(packed(all, names).map(([, , , request, action]) => [request, action])).toEqual([
      ['.VQGA_cZNRmqhxZr6Iqv9wA', 'ap'],
      ['JKJaXmPLvHcESHA=', 'change'],
      ['.________T_-P_________w', 'ap'],
    ]);
    expect(unpacked(packed(all, names), names)).toEqual(all);
    // What was stored with its names in full.
    expect(unpacked(packed(all), names)).toEqual(all);
  });
});
