import { describe, expect, it } from 'vitest';
import { PGC } from '#domain/finance/ledger/chart-pgc.ts';
import { cashFlowFor } from '#domain/finance/statements/cash-flow.ts';
import { CASH_FLOW_DIRECT, CASH_FLOW_INDIRECT } from '#domain/finance/statements/es-cash-flow.ts';
import { MODEL_NAMES, MODELS } from '#domain/finance/statements/models.ts';
import { statementFor, takersOf } from '#domain/finance/statements/statement.ts';
import { NEW_RANGE, trialOf, YEAR } from '../../../support/statement-year.ts';

const figures = (statement: ReturnType<typeof cashFlowFor>) =>
  Object.fromEntries(statement.lines.flatMap(({ id, amounts: [amount] }) => (amount === 0 ? [] : [[id, Number(amount) / 100]])));

describe('the cash flow of a small company, worked out from what it paid and received', () => {
  it('is by the indirect method the result, what of it is no cash, and what working capital moved by', () => {
    const statement = cashFlowFor(CASH_FLOW_INDIRECT, [YEAR]);
    expect(statement).toMatchObject({ balanced: true, unassigned: [] });
    expect(figures(statement)).toEqual({
      61000: 3610,
      61100: 4310,
      61200: 690,
      61201: 800,
      61204: -100,
      61205: -100,
      61207: -30,
      61208: 120,
      61300: -1100,
      61301: -500,
      61302: -1200,
      61304: 600,
      61400: -290,
      61401: -120,
      61403: 30,
      61404: -200,
      61500: 3610,
      62000: -2000,
      62100: -2500,
      62103: -2500,
      62200: 500,
      62203: 500,
      62300: -2000,
      63000: 2800,
      63100: 1400,
      63101: 1000,
      63105: 400,
      63200: 1700,
      63201: 1700,
      63203: 1700,
      63300: -300,
      63301: -300,
      63400: 2800,
      65000: 4410,
      65100: 5000,
      65200: 9410,
    });
  });

  it('is by the direct method what customers paid and suppliers, staff and the tax authority were paid', () => {
    const statement = cashFlowFor(CASH_FLOW_DIRECT, [YEAR]);
    expect(statement).toMatchObject({ balanced: true, unassigned: [] });
    expect(figures(statement)).toMatchObject({
      61110: 23_000,
      61120: -11_000,
      61130: -6200,
      61140: -1900,
      61401: -120,
      61403: 30,
      61404: -200,
      61500: 3610,
      62300: -2000,
      63400: 2800,
      65000: 4410,
    });
  });

  it('begins with the result before tax of the profit and loss account', () => {
    const result = statementFor(MODELS.normal, 'income-statement', [YEAR]).lines.find(({ id }) => id === '49300');
    expect(cashFlowFor(CASH_FLOW_INDIRECT, [YEAR]).lines.find(({ id }) => id === '61100')?.amounts).toEqual(result?.amounts);
  });

  it('shows the accounts of a line as the line signs them, in every column', () => {
    const { lines } = cashFlowFor(CASH_FLOW_INDIRECT, [YEAR, NEW_RANGE]);
    expect(lines.find(({ id }) => id === '62103')?.accounts).toEqual([
      { account: '213', amounts: [-300_000, 0] },
      { account: '281', amounts: [80_000, 0] },
      { account: '523', amounts: [50_000, 0] },
      { account: '681', amounts: [-80_000, 0] },
    ]);
    expect(lines.find(({ id }) => id === '65100')?.accounts).toEqual([{ account: '572', amounts: [500_000, 941_000] }]);
  });
});

describe.each([
  ['indirect', CASH_FLOW_INDIRECT],
  ['direct', CASH_FLOW_DIRECT],
])('the %s cash-flow statement', (_, model) => {
  it('does not swell by a debt that becomes due within a year, nor by money that moves between banks', () => {
    const columns = [trialOf({ 170: [-500, 200, 0], 520: [0, 0, 200], 572: [500, 100, 100], 570: [0, 100, 100] })];
    const moved = cashFlowFor(model, columns);
    expect(figures(moved)).toMatchObject({ 63201: 200, 63207: -200 });
    expect(moved.balanced).toBe(true);
    expect(figures(moved)).not.toHaveProperty('65000');
  });

  it('has in D the exchange differences of cash alone: what a debt is worth more moved nothing', () => {
    const revalued = figures(cashFlowFor(model, [trialOf({ 400: [0, 0, 50], 668: [0, 50, 0] })]));
    for (const line of ['61500', '64000', '65000']) expect(revalued).not.toHaveProperty(line);
    expect(figures(cashFlowFor(model, [trialOf({ 573: [0, 0, 50], 6689: [0, 50, 0] })]))).toMatchObject({ 64000: -50, 65000: -50 });
  });

  it('names an account that no line takes, instead of losing its cents', () => {
    const statement = cashFlowFor(model, [trialOf({ 579: [0, 7, 0], 198: [0, 0, 2], 591: [0, 0, 5] })]);
    expect(statement).toMatchObject({ balanced: false, unassigned: [{ account: '591', amounts: [-500] }] });
  });

  it('takes every account of the chart and of the models of annual accounts, each once', () => {
    const taken = MODEL_NAMES.flatMap((name) =>
      [...MODELS[name].balanceSheet, ...MODELS[name].incomeStatement].flatMap(({ takes }) => takes),
    );
    // Headings of two digits that hold cash, or only what the chart says of them, are looked at by their accounts.
    const codes = new Set([...PGC.map(({ code }) => code), ...taken.map(({ prefix }) => prefix).filter((prefix) => prefix.length > 2)]);
    const all = trialOf(Object.fromEntries([...codes].map((code) => [code, [0, 3, 1]])));
    expect(cashFlowFor(model, [all]).unassigned.map(({ account }) => account)).toEqual([]);
    for (const { account } of all) {
      const sides = takersOf(model.lines, account).map(({ side }) => side);
      if (!account.startsWith('57'))
        expect([['balance'], ['debit', 'credit'], ['credit', 'debit'], ['debits', 'credits'], ['credits', 'debits']]).toContainEqual(sides);
    }
  });

  it('adds up each line once, and adjusts the result by what stands elsewhere alone', () => {
    const below = (id: string): string[] =>
      (model.lines.find((line) => line.id === id)?.sums ?? []).flatMap((part) => [part, ...below(part)]);
    expect(below('65000')).toEqual([...new Set(below('65000'))]);
    const known = new Set(model.lines.map(({ id }) => id));
    expect(model.lines.flatMap(({ sums }) => sums).filter((id) => !known.has(id))).toEqual([]);
    for (const { prefixes } of model.adjustments)
      for (const prefix of prefixes) for (const { line } of takersOf(model.lines, `${prefix}0`)) expect(line).not.toBe('61100');
  });
});
