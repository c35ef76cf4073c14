import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { piecesOf, project, START } from '../../../../shared/domain/finance/ledger/projection.ts';
import { balanceAt, type SumsOf, spansFor, trialRows, trialTotals } from '../../../../shared/domain/finance/ledger/trial-balance.ts';
import { MoneySum } from '../../../../shared/kernel/money.ts';

const YEARS = ['2025', '2026'];

/** Balances as the projection makes them of entries from one account to another: `[date, debit account, credit account, cents]`. */
function folded(moves: readonly (readonly [date: string, debit: string, credit: string, cents: number])[]): SumsOf {
  const pieces = moves.flatMap(([date, debit, credit, cents], i) =>
    piecesOf({
      tenant: 't',
      entry: {
        date,
        text: '',
        period: date.slice(0, 7),
        shard: 0,
        seq: 1000 + i,
        lines: [
          { account: debit, amount: cents },
          { account: credit, amount: -cents },
        ],
      },
    }),
  );
  const rows = new Map(project(pieces, new Map([['-', START]])).increments.map(({ span, account, sums }) => [`${span} ${account}`, sums]));
  return (span, account) => rows.get(`${span} ${account}`);
}

describe('the trial balance', () => {
  // Worked by hand: capital 3,000.00 in 2025; in March 2026 rent of 850.00 on the 5th and 850.00 on the 31st; sales of
  // 1,210.00 on 1 April, of which 210.00 are VAT.
  const sums = folded([
    ['2025-12-31', '572', '100', 300000],
    ['2026-03-05', '621', '572', 85000],
    ['2026-03-31', '621', '572', 85000],
    ['2026-04-01', '572', '700', 100000],
    ['2026-04-01', '572', '477', 21000],
  ]);
  const accounts = ['100', '477', '572', '621', '700'];

  it('has opening, movements and closing of a range', () => {
    expect(trialRows(sums, YEARS, accounts, '2026-01-01', '2026-03-30')).toEqual([
      { account: '100', opening: -300000, debit: 0, credit: 0, closing: -300000 },
      { account: '572', opening: 300000, debit: 0, credit: 85000, closing: 215000 },
      { account: '621', opening: 0, debit: 85000, credit: 0, closing: 85000 },
    ]);
    const april = trialRows(sums, YEARS, accounts, '2026-03-31', '2026-04-01');
    expect(april).toEqual([
      { account: '100', opening: -300000, debit: 0, credit: 0, closing: -300000 },
      { account: '477', opening: 0, debit: 0, credit: 21000, closing: -21000 },
      { account: '572', opening: 215000, debit: 121000, credit: 85000, closing: 251000 },
      { account: '621', opening: 85000, debit: 85000, credit: 0, closing: 170000 },
      { account: '700', opening: 0, debit: 0, credit: 100000, closing: -100000 },
    ]);
    expect(trialTotals(april)).toEqual({ debit: 206000, credit: 206000, closingDebit: 421000, closingCredit: 421000, balanced: true });
  });

  it('is exact beyond 2^53 cents, where balances come as BigInts, and can be answered', () => {
    // 90,071,992,547,409.93 and 0.02 more in another month: a double would make 90,071,992,547,409.96 of it.
    const large = 2n ** 53n + 1n;
    const row: Record<string, unknown> = { d01: large, d02: 2 };
    const [found] = trialRows((span) => (span === '2026' ? row : undefined), ['2026'], ['572'], '2026-03-01', '2026-03-31');
    expect(found).toEqual({ account: '572', opening: large + 2n, debit: 0, credit: 0, closing: large + 2n });
    expect(z.encode(MoneySum, found?.closing ?? 0)).toEqual({ amount: '90071992547409.95', currency: 'EUR' });
    expect(trialTotals(found ? [found] : [])).toMatchObject({ closingDebit: large + 2n, closingCredit: 0, balanced: false });
    expect(z.encode(MoneySum, 5)).toEqual({ amount: '0.05', currency: 'EUR' });
  });

  it('reads the years and the months of its ends, whatever was posted', () => {
    expect(spansFor(YEARS, '2026-01-01', '2026-11-24')).toEqual(['2025', '2026', '2026-11']);
    expect(spansFor(YEARS, '2025-02-14', '2025-11-24')).toEqual(['2025', '2025-11', '2025-02']);
  });

  it('balances and agrees with the entries one by one, for any day', () => {
    const day = fc
      .date({ min: new Date('2025-01-01'), max: new Date('2026-12-31'), noInvalidDate: true })
      .map((date) => date.toISOString().slice(0, 10));
    const account = fc.constantFrom(...accounts);
    const moves = fc.array(fc.tuple(day, account, account, fc.integer({ min: 1, max: 1_000_000 })), { maxLength: 40 });
    fc.assert(
      fc.property(moves, day, day, (all, a, b) => {
        const [from, to] = a < b ? [a, b] : [b, a];
        const counted = folded(all);
        const rows = trialRows(counted, YEARS, accounts, from, to);
        expect(trialTotals(rows).balanced).toBe(true);
        for (const code of accounts) {
          const expected = all
            .filter(([date]) => date <= to)
            .reduce((sum, [, debit, credit, cents]) => sum + (debit === code ? cents : 0) - (credit === code ? cents : 0), 0);
          expect(balanceAt(counted, YEARS, code, to, true)).toBe(expected);
          expect(rows.find((row) => row.account === code)?.closing ?? 0).toBe(expected);
        }
      }),
      { numRuns: 60 },
    );
  });
});
