import { describe, expect, it } from 'vitest';
import { quarterlyReturns, quartersOfYear, type YearFacts, yearTasks } from '../../../../shared/domain/finance/year-end/checklist.ts';

/** Rows in cents from `610 d1200 c0`: what moved on each side of an account, and what that leaves; `430 =500` brought in alone. */
const rows = (text: string) =>
  text === ''
    ? []
    : text.split(' · ').map((each) => {
        const [account = '', ...sides] = each.split(' ');
        const of = (letter: string) => 100 * Number(sides.find((side) => side.startsWith(letter))?.slice(1) ?? 0);
        const [opening, debit, credit] = [of('='), of('d'), of('c')];
        return { account, opening, debit, credit, closing: opening + debit - credit };
      });
const NOTHING: YearFacts = {
  rows: [],
  lastMonth: [],
  drafts: { count: 0, more: false },
  assets: { count: 0, due: 0 },
  revaluation: { inForce: false, balances: 0 },
  returns: { due: 0, lacking: [] },
};
const statesOf = (facts: Partial<YearFacts>) =>
  Object.fromEntries(yearTasks({ ...NOTHING, ...facts }).map(({ task, state }) => [task, state]));

describe('what is done before a year end', () => {
  it('is nothing for a year in which nothing was posted', () => {
    expect(statesOf({})).toEqual({
      drafts: 'nothing',
      stock: 'nothing',
      unbilled: 'nothing',
      deferrals: 'nothing',
      depreciation: 'nothing',
      revaluation: 'nothing',
      'tax-returns': 'nothing',
    });
  });

  it('has its stock counted by the variation of a year, or by what a count found', () => {
    const bought = '600 d38000';
    expect(statesOf({ rows: rows(bought) }).stock).toBe('open');
    expect(statesOf({ rows: rows('300 =5000') }).stock).toBe('open');
    // Without a perpetual inventory: the opening stock out and the closing stock in, with the last month.
    const variation = '610 d5000 c6200';
    expect(statesOf({ rows: rows(`${bought} · 300 =5000 d6200 c5000 · ${variation}`), lastMonth: rows(variation) }).stock).toBe('done');
    // With one, sales move 610 all year: in its last month as well, which counts nothing.
    const sold = { rows: rows(`300 d9000 c4000 · 610 d4000`), lastMonth: rows('300 c500 · 610 d500') };
    expect(statesOf(sold).stock).toBe('open');
    expect(statesOf({ ...sold, lastMonth: rows('300 c520 · 610 d500 · 6109 d20') }).stock).toBe('done');
  });

  it('has what came without its bill as a debt, and deferrals where something runs over time', () => {
    const task = (text: string) => yearTasks({ ...NOTHING, rows: rows(text) }).find((each) => each.task === 'unbilled');
    expect(task('4009 d100 c350')).toMatchObject({ state: 'done', amount: 25_000 });
    expect(task('4009 d100 c100')).toEqual({ task: 'unbilled', state: 'nothing' });
    expect(task('4009 d130 c100')).toMatchObject({ state: 'open', amount: -3000 });
    expect(statesOf({ rows: rows('625 d1200') }).deferrals).toBe('open');
    expect(statesOf({ rows: rows('625 d1200 c595 · 480 d595'), lastMonth: rows('480 d595 · 625 c595') }).deferrals).toBe('done');
    // What was deferred a year before and came back in January is not this year's.
    expect(statesOf({ rows: rows('625 d1200 · 480 =595 c595'), lastMonth: [] }).deferrals).toBe('open');
  });

  it('has assets depreciated, balances valued, drafts issued', () => {
    expect(statesOf({ assets: { count: 2, due: 0 } }).depreciation).toBe('done');
    expect(statesOf({ assets: { count: 2, due: 1 } }).depreciation).toBe('open');
    expect(statesOf({ revaluation: { inForce: false, balances: 1 } }).revaluation).toBe('open');
    expect(statesOf({ revaluation: { inForce: true, balances: 1 } }).revaluation).toBe('done');
    expect(statesOf({ drafts: { count: 1, more: false } }).drafts).toBe('open');
  });

  it('has the returns of the quarters that end in it', () => {
    expect(quartersOfYear({ from: '2026-01', to: '2026-12' })).toEqual(['2026-1T', '2026-2T', '2026-3T', '2026-4T']);
    // Eighteen months, and a year that ends within a quarter.
    expect(quartersOfYear({ from: '2026-01', to: '2027-06' })).toHaveLength(6);
    expect(quartersOfYear({ from: '2026-02', to: '2027-01' })).toEqual(['2026-1T', '2026-2T', '2026-3T', '2026-4T']);

    const quarters = [
      { period: '2025-4T', withheld: 900, rent: 0 },
      { period: '2026-1T', withheld: 0, rent: 0 },
      { period: '2026-2T', withheld: 300, rent: 100 },
      { period: '2026-3T', withheld: 100, rent: 100 },
    ];
    const lacking = (filed: readonly string[], vat = true) =>
      quarterlyReturns(quarters, { from: '2026-01-01', vat, isFiled: (form, period) => filed.includes(`${form} ${period}`) });
    // Three of VAT, one of work and activities, two of rent; nothing of before the forms are known.
    expect(lacking([])).toMatchObject({ due: 6 });
    expect(lacking(['303 2026-1T', '303 2026-2T', '111 2026-2T', '115 2026-2T', '115 2026-3T']).lacking).toEqual([
      { form: '303', period: '2026-3T' },
    ]);
    const months = ['303 2026-07', '303 2026-08'];
    expect(lacking(months).lacking).toContainEqual({ form: '303', period: '2026-3T' });
    expect(lacking([...months, '303 2026-09']).lacking).not.toContainEqual({ form: '303', period: '2026-3T' });
    expect(lacking([], false).lacking.map(({ form }) => form)).toEqual(['111', '115', '115']);
  });
});
