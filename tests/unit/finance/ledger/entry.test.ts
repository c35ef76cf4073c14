import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  assertBalanced,
  documentIdOf,
  type EntryLine,
  entryDraft,
  entryIdOf,
  reversed,
  SHARDS,
} from '../../../../shared/domain/finance/ledger/entry.ts';
import { type ManualEntry, ManualEntryInput, manualLines, manualReversal } from '../../../../shared/domain/finance/ledger/manual-entry.ts';
import {
  numberEntries,
  type PeriodSequence,
  sequenceIdFor,
  sequencesOfYear,
} from '../../../../shared/domain/finance/ledger/period-sequence.ts';
import { Posting } from '../../../../shared/domain/finance/ledger/posting.ts';
import { parseInput } from '../../../../shared/runtime/parse.ts';

const money = (amount: string) => ({ amount, currency: 'EUR' });
const stored = <T extends object>(id: string, data: T) => ({ ...data, id, rev: 1, history: [] });
const sequence = (data: Partial<PeriodSequence> = {}) =>
  stored('per_2026/03.0', { period: '2026-03', shard: 0, state: 'open' as const, seq: 7, ...data });
const rent = [
  { account: '621', amount: 85000 },
  { account: '572', amount: -85000 },
];
const draft = entryDraft('2026-03-05', 'Alquiler', rent);

/** Lines that balance: any amounts, and one that takes the difference. */
const balanced = fc
  .array(
    fc.record({
      account: fc.constantFrom('572', '621', '700', '477'),
      amount: fc.integer({ min: -999_999_999_999, max: 999_999_999_999 }).filter((n) => n !== 0),
    }),
    { minLength: 1, maxLength: 30 },
  )
  .map((lines): EntryLine[] => [...lines, { account: '570', amount: -lines.reduce((sum, l) => sum + l.amount, 0) }])
  .filter((lines) => lines.filter((l) => l.amount !== 0).length >= 2);

describe('an entry', () => {
  it('stays balanced when drafted and when reversed, and a reversal of the reversal is the entry', () => {
    fc.assert(
      fc.property(balanced, (lines) => {
        const { lines: kept } = entryDraft('2026-03-05', 'x', lines);
        assertBalanced(reversed(kept));
        expect(reversed(reversed(kept))).toEqual(kept);
        const sum = (sign: number) => kept.reduce((total, l) => total + Math.max(sign * l.amount, 0), 0);
        expect(sum(1)).toBe(sum(-1));
      }),
    );
  });

  it('is refused one cent off', () => {
    fc.assert(
      fc.property(balanced, (lines) => {
        expect(() => entryDraft('2026-03-05', 'x', [...lines, { account: '570', amount: 1 }])).toThrow('debits equal credits');
      }),
    );
  });

  it('has the id of its document', () => {
    expect(documentIdOf(entryIdOf('inv_F2026-000001'))).toBe('inv_F2026-000001');
  });
});

describe('the sequence of a period', () => {
  it('numbers entries on from the last, and refuses by its state', () => {
    const { entries, change } = numberEntries(sequence(), [draft, draft]);
    expect(entries.map((e) => [e.period, e.shard, e.seq])).toEqual([
      ['2026-03', 0, 8],
      ['2026-03', 0, 9],
    ]);
    expect(change).toMatchObject({ op: 'update', data: { seq: 9 } });
    expect(() => numberEntries(undefined, [draft])).toThrow(expect.objectContaining({ code: 'period.not_open', field: 'body.date' }));
    expect(() => numberEntries(sequence({ state: 'closed' }), [draft])).toThrow(expect.objectContaining({ code: 'period.closed' }));
    expect(numberEntries(sequence({ state: 'closed' }), [draft], true).entries).toHaveLength(1);
    expect(() => numberEntries(sequence({ state: 'locked' }), [draft], true)).toThrow(expect.objectContaining({ code: 'period.locked' }));
  });

  it('is one of four shards a month, the same for the same document', () => {
    const sequences = sequencesOfYear('2026');
    expect(sequences).toHaveLength(12 * SHARDS);
    expect(sequences[0]).toEqual({ id: 'per_2026/01.0', data: { period: '2026-01', shard: 0, state: 'open', seq: 0 } });
    expect(sequences.map((s) => s.id)).toContain(sequenceIdFor('2026-12-31', 'man_X'));
    expect(sequenceIdFor('2026-12-31', 'man_X')).toBe(sequenceIdFor('2026-12-01', 'man_X'));
  });
});

describe('a posting', () => {
  it('numbers entry after entry, and changes the sequence once', () => {
    const posting = new Posting(sequence(), { date: '2026-03-05' });
    const [first, second] = [posting.add('Alquiler', rent), posting.add('Otro', reversed(rent))];
    expect([first.seq, second.seq, first.date, second.text]).toEqual([8, 9, '2026-03-05', 'Otro']);
    expect(posting.changes()).toMatchObject([{ op: 'update', before: { rev: 1 }, data: { seq: 9, state: 'open' } }]);
  });

  it('of nothing changes nothing, and asks whether the period is open only where it must', () => {
    const posting = new Posting(sequence({ state: 'locked' }), { date: '2026-03-05', canPostToClosed: true, field: 'body.day' });
    expect(posting.changes()).toEqual([]);
    expect(() => posting.requireOpen()).toThrow(expect.objectContaining({ code: 'period.locked', field: 'body.day' }));
    expect(() => posting.add('Alquiler', rent)).toThrow(expect.objectContaining({ code: 'period.locked' }));
  });

  it('takes no entry that does not balance', () => {
    expect(() => new Posting(sequence(), { date: '2026-03-05' }).add('x', [...rent, { account: '570', amount: 1 }])).toThrow(
      'debits equal',
    );
  });
});

describe('a manual entry', () => {
  const lines = (all: unknown[]) => manualLines(parseInput(ManualEntryInput, { text: 'x', lines: all }, 'body').lines);

  it('turns debits and credits into signed cents', () => {
    expect(
      lines([
        { account: '621', debit: money('850.00'), dimensions: { centre: 'Madrid' } },
        { account: '572', credit: money('850') },
      ]),
    ).toEqual([
      { account: '621', amount: 85000, dimensions: { centre: 'Madrid' } },
      { account: '572', amount: -85000 },
    ]);
  });

  it.each([
    [
      'both sides',
      [
        { account: '621', debit: money('1'), credit: money('1') },
        { account: '572', credit: money('1') },
      ],
      'entry.side',
      'body.lines.0',
    ],
    ['no side', [{ account: '621', debit: money('1') }, { account: '572' }], 'entry.side', 'body.lines.1'],
    [
      'zero',
      [
        { account: '621', debit: money('0.00') },
        { account: '572', credit: money('1') },
      ],
      'entry.side',
      'body.lines.0.debit',
    ],
    [
      'a negative credit',
      [
        { account: '621', debit: money('1') },
        { account: '572', credit: money('-1') },
      ],
      'entry.side',
      'body.lines.1.credit',
    ],
    ['one line', [{ account: '621', debit: money('1') }], 'input.invalid', 'body.lines'],
    [
      'three decimals',
      [
        { account: '621', debit: money('1.001') },
        { account: '572', credit: money('1') },
      ],
      'input.invalid',
      'body.lines.0.debit.amount',
    ],
    [
      'another currency',
      [
        { account: '621', debit: { amount: '1', currency: 'USD' } },
        { account: '572', credit: money('1') },
      ],
      'input.invalid',
      'body.lines.0.debit.currency',
    ],
    [
      'an account of group 9',
      [
        { account: '900', debit: money('1') },
        { account: '572', credit: money('1') },
      ],
      'input.invalid',
      'body.lines.0.account',
    ],
  ])('is refused with %s', (_, all, code, field) => {
    expect(() => lines(all)).toThrow(expect.objectContaining({ code, field }));
  });

  it('says by how much it does not balance', () => {
    expect(() =>
      lines([
        { account: '621', debit: money('100.10') },
        { account: '572', credit: money('100') },
      ]),
    ).toThrow(/debits are greater by 0\.10 EUR/);
    expect(() =>
      lines([
        { account: '621', debit: money('99.99') },
        { account: '572', credit: money('1234.56') },
      ]),
    ).toThrow(/credits are greater by 1134\.57 EUR/);
  });

  it('is reversed once, not before its day, and its reversal never', () => {
    const entry = { ...draft, period: '2026-03', shard: 0, seq: 1 };
    const manual = stored('man_A', { date: '2026-03-05', text: 'Alquiler', entry } as ManualEntry);
    expect(manualReversal(manual, undefined, '2026-04-01')).toEqual({
      date: '2026-04-01',
      text: 'Anulación: Alquiler',
      lines: [
        { account: '621', amount: -85000 },
        { account: '572', amount: 85000 },
      ],
    });
    expect(manualReversal(manual, undefined, '2026-02-01').date).toBe('2026-03-05');
    expect(() => manualReversal(manual, '2026-03-04', '2026-04-01')).toThrow(expect.objectContaining({ code: 'reversal.too_early' }));
    expect(() => manualReversal({ ...manual, reversedBy: 'man_B' }, undefined, '2026-04-01')).toThrow(/je_man_B/);
    expect(() => manualReversal({ ...manual, reverses: 'man_C' }, undefined, '2026-04-01')).toThrow(
      expect.objectContaining({ code: 'entry.is_reversal' }),
    );
  });
});
