import { describe, expect, it } from 'vitest';
import type { Entry } from '../../../../shared/domain/finance/ledger/entry.ts';
import { chunksOf, countedIn, pass, piecesOf, project, START } from '../../../../shared/domain/finance/ledger/projection.ts';
import { trialRows, trialTotals } from '../../../../shared/domain/finance/ledger/trial-balance.ts';
import { thrownBy } from '../../../support/thrown.ts';

/** An entry over so many accounts, all of one cent. */
const entry = (seq: number, accounts: number, shard = 0): Entry => ({
  date: '2026-03-09',
  text: 'x',
  period: '2026-03',
  shard,
  seq,
  lines: Array.from({ length: accounts }, (_, i) => ({ account: `6${i}`, amount: i === 0 ? 1 - accounts : 1 })),
});
const pieces = (...entries: Entry[]) => entries.flatMap((one) => piecesOf({ tenant: 'lumbre', entry: one }));

describe('entries in the transactions that count them', () => {
  it('are cut into pieces of 49 accounts, which have two rows each beside the checkpoint', () => {
    expect([49, 50, 98, 99].map((accounts) => pieces(entry(1, accounts)).map(({ lines }) => lines.length))).toEqual([
      [49],
      [49, 1],
      [49, 49],
      [49, 49, 1],
    ]);
    expect(pieces(entry(1, 99)).map(({ piece, pieces: of }) => [piece, of])).toEqual([
      [0, 3],
      [1, 3],
      [2, 3],
    ]);
  });

  it('fill a transaction up to its last item, and not beyond', () => {
    // Two accounts in year and month are four rows, the checkpoint is the fifth; another shard is one item more.
    const two = pieces(entry(1, 2), entry(2, 2), entry(1, 2, 1));
    expect([4, 5, 6, 100].map((most) => chunksOf(two, most).map((chunk) => chunk.length))).toEqual([[1, 1, 1], [2, 1], [3], [3]]);
    expect(chunksOf([])).toEqual([]);
    // 49 accounts are 99 items: the same ones again need none, and one account more two.
    expect(chunksOf(pieces(entry(1, 49), entry(2, 49))).map((chunk) => chunk.length)).toEqual([2]);
    expect(chunksOf(pieces(entry(1, 49), { ...entry(2, 2), lines: [{ account: '7', amount: 1 }] })).map((chunk) => chunk.length)).toEqual([
      1, 1,
    ]);
  });

  it('are counted when their last piece is, once', () => {
    const all = pieces(entry(1, 50), entry(2, 2));
    const shard = 'lumbre#checkpoint#2026/03.0';
    const first = project(all.slice(0, 1), new Map());
    expect([first.counted, first.checkpoints.get(shard)]).toEqual([0, { contiguousTo: 0, ahead: [], begun: { 1: 1 } }]);
    const second = project(all.slice(1), first.checkpoints);
    expect([second.counted, second.checkpoints.get(shard)]).toEqual([2, { contiguousTo: 2, ahead: [] }]);
    expect(project(all, second.checkpoints)).toMatchObject({ counted: 0, increments: [] });
  });

  it('keep the pieces of others that are begun, and are refused out of order', () => {
    const begun = { contiguousTo: 0, ahead: [], begun: { 1: 1, 2: 1 } };
    expect(pass(begun, 2, 1, 2)).toEqual({ contiguousTo: 0, ahead: [2], begun: { 1: 1 } });
    expect(pass(begun, 1, 1, 2)).toEqual({ contiguousTo: 1, ahead: [], begun: { 2: 1 } });
    expect(pass(begun, 1, 0, 2)).toBeUndefined();
    expect(thrownBy(() => pass(START, 1, 1, 2))[0]).toContain('in order');
    expect([countedIn(START), countedIn({ contiguousTo: 7, ahead: [9, 12] })]).toEqual([0, 9]);
  });

  it('of nothing gain no side: a line of zero is a credit of zero', () => {
    const nothing = {
      ...entry(1, 2),
      lines: [
        { account: '572', amount: 0 },
        { account: '430', amount: 5 },
        { account: '700', amount: -5 },
      ],
    };
    const sums = Object.fromEntries(
      project(pieces(nothing), new Map()).increments.map(({ span, account, sums: of }) => [`${span} ${account}`, of]),
    );
    expect(sums).toMatchObject({ '2026 572': { c03: 0 }, '2026 430': { d03: 5 }, '2026-03 700': { c09: 5 } });
  });
});

describe('a trial balance', () => {
  const row = (account: string, debit: number, credit: number, closing: number) => ({ account, opening: 0, debit, credit, closing });

  it.each([
    ['both sides agree', [row('572', 10, 0, 10), row('700', 0, 10, -10)], true],
    ['movements differ', [row('572', 10, 0, 10), row('700', 0, 9, -10)], false],
    ['closing balances differ', [row('572', 10, 0, 10), row('700', 0, 10, -9)], false],
    ['nothing is in it', [], true],
  ])('is balanced where %s', (_, rows, balanced) => {
    expect(trialTotals(rows).balanced).toBe(balanced);
  });

  it('adds up each side for itself', () => {
    expect(trialTotals([row('572', 10, 3, 7), row('700', 0, 7, -7)])).toEqual({
      debit: 10,
      credit: 10,
      closingDebit: 7,
      closingCredit: 7,
      balanced: true,
    });
  });

  it('is in the order of its accounts, whatever order they come in, and leaves those as they were', () => {
    const sums = () => ({ d03: 5 });
    const accounts = ['700', '100', '572'];
    const rows = trialRows(sums as never, ['2026'], accounts, '2026-03-01', '2026-03-31');
    expect(rows.map(({ account }) => account)).toEqual(['100', '572', '700']);
    expect(accounts).toEqual(['700', '100', '572']);
  });
});
