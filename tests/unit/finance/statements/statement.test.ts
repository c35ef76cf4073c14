import { describe, expect, it } from 'vitest';
import { PGC } from '#domain/finance/ledger/chart-pgc.ts';
import type { TrialRow } from '#domain/finance/ledger/trial-balance.ts';
import { MODEL_NAMES, MODELS } from '#domain/finance/statements/models.ts';
import { statementFor } from '#domain/finance/statements/statement.ts';

/** Rows of a trial balance of which all moved in the year: euros, debit positive. */
const rows = (balances: Readonly<Record<string, number>>): TrialRow[] =>
  Object.entries(balances).map(([account, euros]) => {
    const cents = Math.round(euros * 100);
    return { account, opening: 0, debit: Math.max(cents, 0), credit: Math.max(-cents, 0), closing: cents };
  });

/** A small company at its year end, adjusted and taxed, before groups 6 and 7 are closed: worked out by hand. */
const YEAR_END = rows({
  100: -10_000,
  113: -2_000,
  213: 20_000,
  281: -6_400,
  300: 6_200,
  430: 9_000,
  480: 595.07,
  572: 12_060,
  400: -6_000,
  4750: -800,
  4752: -3_856.96,
  476: -400,
  4751: -250,
  600: 38_000,
  610: -1_200,
  621: 6_000,
  625: 604.93,
  640: 21_000,
  642: 6_800,
  681: 2_400,
  6300: 4_256.96,
  700: -96_000,
  769: -10,
});

const figures = (...args: Parameters<typeof statementFor>) =>
  Object.fromEntries(
    statementFor(...args).lines.flatMap(({ id, amounts: [amount] }) => (amount === 0 ? [] : [[id, Number(amount) / 100]])),
  );

describe('the statements of a small company', () => {
  it('are the balance sheet that the model says', () => {
    const statement = statementFor(MODELS.pymes, 'balance-sheet', [YEAR_END]);
    expect(statement).toMatchObject({ balanced: true, unassigned: [] });
    expect(figures(MODELS.pymes, 'balance-sheet', [YEAR_END])).toEqual({
      11000: 13_600,
      11200: 13_600,
      12000: 27_855.07,
      12200: 6_200,
      12300: 9_000,
      12380: 9_000,
      12600: 595.07,
      12700: 12_060,
      10000: 41_455.07,
      20000: 30_148.11,
      21000: 30_148.11,
      21100: 10_000,
      21110: 10_000,
      21300: 2_000,
      21360: 2_000,
      21700: 18_148.11,
      32000: 11_306.96,
      32500: 11_306.96,
      32580: 6_000,
      32590: 5_306.96,
      30000: 41_455.07,
    });
  });

  it('are the profit and loss account that the model says', () => {
    expect(statementFor(MODELS.pymes, 'income-statement', [YEAR_END])).toMatchObject({ balanced: true, unassigned: [] });
    expect(figures(MODELS.pymes, 'income-statement', [YEAR_END])).toEqual({
      40100: 96_000,
      40400: -36_800,
      40600: -27_800,
      40700: -6_604.93,
      40800: -2_400,
      49100: 22_395.07,
      41400: 10,
      41490: 10,
      49200: 10,
      49300: 22_405.07,
      41900: -4_256.96,
      49500: 18_148.11,
    });
  });

  it.each(MODEL_NAMES)('come to the same totals by the model %s', (name) => {
    const of = figures(MODELS[name], 'balance-sheet', [YEAR_END]);
    expect([of[10000], of[30000]]).toEqual([41_455.07, 41_455.07]);
    const result = statementFor(MODELS[name], 'income-statement', [YEAR_END]).lines.at(-1);
    expect(result?.amounts).toEqual([1_814_811]);
  });

  it('show the accounts of each line, signed as the line is', () => {
    const { lines } = statementFor(MODELS.pymes, 'balance-sheet', [YEAR_END]);
    expect(lines.find(({ id }) => id === '11200')?.accounts).toEqual([
      { account: '213', amounts: [2_000_000] },
      { account: '281', amounts: [-640_000] },
    ]);
    expect(lines.find(({ id }) => id === '32580')?.accounts).toEqual([{ account: '400', amounts: [600_000] }]);
  });
});

describe('a statement', () => {
  it('puts an account by its side where the model asks for it, in each column', () => {
    const { lines, balanced } = statementFor(MODELS.pymes, 'balance-sheet', [rows({ 551: 300, 572: -300 }), rows({ 551: -300, 572: 300 })]);
    expect(lines.find(({ id }) => id === '12500')?.amounts).toEqual([30_000, 0]);
    expect(lines.find(({ id }) => id === '32390')?.amounts).toEqual([0, 30_000]);
    expect(balanced).toBe(true);
  });

  it('names an account that no line takes, instead of losing its cents', () => {
    const columns = [rows({ 5523: 5, 5529: 7, 100: -12 })];
    expect(statementFor(MODELS.pymes, 'balance-sheet', columns)).toMatchObject({
      balanced: false,
      unassigned: [{ account: '5529', amounts: [700] }],
    });
  });

  it('carries results of earlier years that were never closed among those of previous years', () => {
    const columns = [
      [
        { account: '572', opening: 100_000, debit: 50_000, credit: 0, closing: 150_000 },
        { account: '700', opening: -100_000, debit: 0, credit: 50_000, closing: -150_000 },
      ],
    ];
    const { lines, balanced } = statementFor(MODELS.pymes, 'balance-sheet', columns);
    expect(lines.flatMap(({ id, accounts }) => accounts.map(({ account, amounts }) => [id, account, amounts[0]]))).toEqual([
      ['12700', '572', 150_000],
      ['21500', '120', 100_000],
      ['21700', '700', 50_000],
    ]);
    expect(balanced).toBe(true);
  });

  it('is exact beyond what a double holds', () => {
    const huge = 2n ** 60n + 1n;
    const columns = [
      [
        { account: '572', opening: 0, debit: huge, credit: 0, closing: huge },
        { account: '100', opening: 0, debit: 0, credit: huge, closing: -huge },
      ],
    ];
    const { lines, balanced } = statementFor(MODELS.pymes, 'balance-sheet', columns);
    expect([lines.find(({ id }) => id === '10000')?.amounts, balanced]).toEqual([[huge], true]);
  });

  it.each(MODEL_NAMES)('of the model %s takes every account of the chart, and adds up each line at most once', (name) => {
    const all = PGC.map(({ code }) => code);
    for (const statement of ['balance-sheet', 'income-statement'] as const) {
      const columns = [rows(Object.fromEntries(all.map((code) => [code, 1])))];
      expect(statementFor(MODELS[name], statement, columns).unassigned).toEqual([]);
    }
    for (const lines of [MODELS[name].balanceSheet, MODELS[name].incomeStatement]) {
      const below = (id: string): string[] => (lines.find((line) => line.id === id)?.sums ?? []).flatMap((part) => [part, ...below(part)]);
      for (const { id } of lines) expect(below(id)).toEqual([...new Set(below(id))]);
      const known = new Set(lines.map(({ id }) => id));
      expect(lines.flatMap(({ sums }) => sums).filter((id) => !known.has(id))).toEqual([]);
    }
  });
});
