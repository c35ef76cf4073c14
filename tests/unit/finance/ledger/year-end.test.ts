import { beforeEach, describe, expect, it } from 'vitest';
import { openReversal } from '../../../../functions/finance/service.ts';
import { bookDay, CLOSING_SHARD } from '../../../../shared/domain/finance/ledger/entry.ts';
import { PeriodSequences, sequencesOfYear } from '../../../../shared/domain/finance/ledger/period-sequence.ts';
import { project } from '../../../../shared/domain/finance/ledger/projection.ts';
import { trialRows } from '../../../../shared/domain/finance/ledger/trial-balance.ts';
import { closingLines } from '../../../../shared/domain/finance/year-end/closing-lines.ts';
import { corporateTax, distribution, resultOf } from '../../../../shared/domain/finance/year-end/proposals.ts';
import { yearEndActions } from '../../../../shared/domain/finance/year-end/year-end.ts';
import { create } from '../../../../shared/kernel/record.ts';
import { newTenant } from '../../../support/call.ts';
import { recordsOf } from '../../../support/company.ts';
import { useMemoryTable } from '../../../support/memory-table.ts';

const table = useMemoryTable();
beforeEach(() => table.clear());

/** Balances in cents from `100 -10000.00 · …`. */
const balances = (text: string) =>
  text.split(' · ').map((each) => {
    const [account = '', amount = ''] = each.split(' ');
    return { account, closing: Math.round(Number(amount.replace(',', '')) * 100) };
  });
const amounts = (lines: readonly { readonly account: string; readonly amount: number }[] = []) =>
  Object.fromEntries(lines.map(({ account, amount }) => [account, amount / 100]));

/** A small company at the end of its year, adjusted, before corporate tax: result 22,405.07. */
const ADJUSTED = balances(
  '100 -10000 · 113 -2000 · 213 20000 · 281 -6400 · 300 6200 · 430 9000 · 473 400 · 480 595.07 · 572 12060 · 400 -6000 · 4750 -800 · 476 -400 · 4751 -250 · 600 38000 · 610 -1200 · 621 6000 · 625 604.93 · 640 21000 · 642 6800 · 681 2400 · 700 -96000 · 769 -10',
);
const TAXED = [...ADJUSTED.filter(({ account }) => account !== '473'), ...balances('6300 4256.96 · 4752 -3856.96')];

describe('a year end', () => {
  it('proposes corporate tax by the rate of who pays it, less what was paid on account', () => {
    const tax = corporateTax('2026', 'micro', ADJUSTED);
    expect(tax).toMatchObject({ resultBeforeTax: 2_240_507, tax: 425_696 });
    expect(amounts(tax?.lines)).toEqual({ 6300: 4256.96, 473: -400, 4752: -3856.96 });
    // 25 % of 22,405.07 is 5,601.27.
    expect(corporateTax('2026', 'general', ADJUSTED)?.tax).toBe(560_127);
    // 60,000.00 by 19 % up to 50,000.00 and 21 % above: 9,500.00 + 2,100.00; more paid on account than due is claimed back.
    const large = corporateTax('2026', 'micro', balances('700 -60000 · 473 12000 · 572 48000'));
    expect(amounts(large?.lines)).toEqual({ 6300: 11_600, 473: -12_000, 4709: 400 });
  });

  it('proposes none for a loss, for a year whose rates are not known, and where it is in the books', () => {
    expect(corporateTax('2026', 'general', balances('600 10 · 572 -10'))).toBeUndefined();
    expect(corporateTax('2031', 'general', ADJUSTED)).toBeUndefined();
    expect(corporateTax('2026', 'micro', TAXED)).toBeUndefined();
  });

  it('takes the result to 129, every balance to zero, and brings all of them back', () => {
    const lines = closingLines(TAXED);
    expect(lines.result).toBe(1_814_811);
    expect(amounts(lines.regularisation)).toMatchObject({ 700: 96_000, 600: -38_000, 6300: -4256.96, 129: -18_148.11 });
    expect(amounts(lines.opening)).toEqual({
      100: -10_000,
      113: -2000,
      129: -18_148.11,
      213: 20_000,
      281: -6400,
      300: 6200,
      400: -6000,
      430: 9000,
      4750: -800,
      4751: -250,
      4752: -3856.96,
      476: -400,
      480: 595.07,
      572: 12_060,
    });
    for (const step of [lines.regularisation, lines.closing, lines.opening])
      expect(step.reduce((sum, { amount }) => sum + amount, 0)).toBe(0);
    expect(lines.closing.map(({ account, amount }) => [account, -amount])).toEqual(
      lines.opening.map(({ account, amount }) => [account, amount]),
    );
  });

  it('proposes the legal reserve until it is a fifth of the capital, after losses of earlier years', () => {
    expect(amounts(distribution(TAXED, 1_814_811))).toEqual({ 129: 18_148.11, 112: -1814.81, 113: -16_333.3 });
    // 20 % of 10,000.00 less 1,500.00 is 500.00.
    expect(amounts(distribution(balances('100 -10000 · 112 -1500'), 1_000_000))).toEqual({ 129: 10_000, 112: -500, 113: -9500 });
    expect(amounts(distribution(balances('100 -10000 · 121 4000'), 1_000_000))).toEqual({ 129: 10_000, 121: -4000, 112: -600, 113: -5400 });
    expect(amounts(distribution(balances('100 -10000'), -250_000))).toEqual({ 121: 2500, 129: -2500 });
    expect(amounts(distribution(balances('102 -5000'), 100_000))).toEqual({ 129: 1000, 102: -1000 });
    expect(distribution(TAXED, 0)).toEqual([]);
  });

  it('is counted behind the last day of its year: reports of that day show income, those of the next day none', () => {
    const entry = (date: string, period: string, lines: { account: string; amount: number }[], seq = 1, shard = 0) => ({
      tenant: 't',
      entry: { date, period, shard, seq, text: '', lines },
      lines,
      taxes: [],
      analytic: [],
      piece: 0,
      pieces: 1,
    });
    const sale = [
      { account: '430', amount: 100 },
      { account: '700', amount: -100 },
    ];
    const closing = closingLines([
      { account: '430', closing: 100 },
      { account: '700', closing: -100 },
    ]);
    const pieces = [
      entry('2026-12-31', '2026-12', sale),
      entry('2026-12-31', '2026-12', [...closing.regularisation], 1, CLOSING_SHARD),
      entry('2026-12-31', '2026-12', [...closing.closing], 2, CLOSING_SHARD),
      entry('2027-01-01', '2026-12', [...closing.opening], 3, CLOSING_SHARD),
    ];
    expect(pieces.map(({ entry: each }) => bookDay(each))).toEqual(['2026-12-31', '2026-12-32', '2026-12-32', '2026-12-33']);
    const { increments } = project(pieces, new Map());
    const sumsOf = (span: string, account: string) => increments.find((row) => row.span === span && row.account === account)?.sums;
    const closingsAt = (date: string) =>
      Object.fromEntries(
        trialRows(sumsOf, ['2026', '2027'], ['129', '430', '700'], date, date).map(({ account, closing: sum }) => [account, sum]),
      );
    expect(resultOf(trialRows(sumsOf, ['2026', '2027'], ['430', '700'], '2026-01-01', '2026-12-31'))).toBe(100);
    expect(closingsAt('2026-12-31')).toEqual({ 430: 100, 700: -100 });
    expect(closingsAt('2027-01-01')).toEqual({ 129: -100, 430: 100 });
  });

  it('waits for the year to be over, for the one before, and for the next to be open', () => {
    const year = {
      fiscalYear: { year: '2026', from: '2026-01', to: '2026-12' },
      today: '2027-01-01',
      opensNext: true,
      yearEnd: undefined,
      before: { year: '2025', closed: true },
    };
    const codeOf = (more: object) => yearEndActions.closeYear({ ...year, ...more })?.code;
    expect(codeOf({})).toBeUndefined();
    expect(codeOf({ today: '2026-12-31' })).toBe('year_end.not_over');
    expect(codeOf({ before: { year: '2025', closed: false } })).toBe('year_end.out_of_order');
    expect(codeOf({ opensNext: false })).toBe('year_end.next_not_open');
    const half = { year: '2026-06', from: '2026-01', to: '2026-06' };
    expect([codeOf({ fiscalYear: half, today: '2026-06-30' }), codeOf({ fiscalYear: half, today: '2026-07-01' })]).toEqual([
      'year_end.not_over',
      undefined,
    ]);
    expect(yearEndActions.reopenYear(year)?.code).toBe('year_end.not_closed');
  });

  it('is passed by where something must be taken back: on the first day that is open', async () => {
    const records = recordsOf(newTenant());
    const year = (of: string, yearEnd?: string) =>
      sequencesOfYear(of).map(({ id, data }) => create(PeriodSequences, id, yearEnd ? { ...data, yearEnd } : data));
    await records.commit([...year('2025', 'yre_2025'), ...year('2026')]);
    const posting = await openReversal(records, { date: '2025-11-20', document: 'ord_1' });
    const lines = [
      { account: '300', amount: 100 },
      { account: '610', amount: -100 },
    ];
    expect(posting.add('Anulación', lines)).toMatchObject({ date: '2026-01-01', period: '2026-01' });
  });
});
