import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { type OwnCheck, ownFaults } from '../../../../shared/domain/finance/closing/own-check.ts';
import { PeriodSequences, sequenceId } from '../../../../shared/domain/finance/ledger/period-sequence.ts';
import { eur, postLines } from '../../../support/ledger.ts';
import { useMemoryTable } from '../../../support/memory-table.ts';
import { type ClosingTwin, closingTwin, failedChecks } from '../../../support/planted-faults.ts';

const table = useMemoryTable({ openWork: true, lists: true });
beforeAll(() => void vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-04-06T10:00:00Z') }));
afterAll(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
});
let company: ClosingTwin;
beforeEach(async () => {
  table.clear();
  company = await closingTwin();
  await company.depreciate();
});
const variance = { amount: eur('1000.00'), percent: 25 };
const check = (name: string, accounts: string, more: object) => ({ name, accounts, measure: 'balance', condition: 'equal', ...more });
const put = (...own: object[]) => company.closes.refused('bea', 'PUT /closing/settings', { variance, own });
const RENT = { measure: 'movement', words: 'alquiler', condition: 'at-least', amount: eur('900.00') };

describe('checks of the company’s own', () => {
  it('compare what accounts have, what moved on them, and what moved by entries with some words', async () => {
    const rent = await postLines(company.tenant, '2026-03-05', 'Alquíler de marzo', ['621', '850.00'], ['572', '-850.00']);
    expect(rent.status).toBe(201);
    await postLines(company.tenant, '2026-03-06', 'Copiadora', ['621', '100.00'], ['572', '-100.00']);
    // 572 began the month with 5,000.00, and 950.00 of it are spent.
    expect(
      await put(
        check('Caja en positivo', '57', { condition: 'at-least', amount: eur('4050.00') }),
        check('Hay banco', '572', { condition: 'at-most', amount: eur('4049.99') }),
        check('Sin capital nuevo', '100', { measure: 'movement', amount: eur('-6200.00') }),
        check('Alquiler contabilizado', '621', RENT),
        check('Alquiler de sobra', '62', { ...RENT, condition: 'at-most', amount: eur('850.00') }),
      ),
    ).toEqual([200, undefined, undefined]);
    expect(await failedChecks(company)).toEqual({ own: ['Hay banco 4050.00', 'Alquiler contabilizado 850.00'] });
    expect((await company.closes.done('ana', 'GET /closing/settings')).own).toHaveLength(5);
  });

  it('are asked of nobody who has none', async () => {
    expect(await failedChecks(company)).toEqual({});
    expect((await company.closes.check('mcl_202603R', 'own')).state).toBe('not-asked');
  });

  it('with words in a balance, of no account, or more than twenty, are refused', async () => {
    expect((await put(check('Saldo', '621', { ...RENT, measure: 'balance' })))[0]).toBe(400);
    expect((await put(check('Grupo', '9', { amount: eur('0.00') })))[0]).toBe(400);
    expect((await put(...Array.from({ length: 21 }, (_, i) => check(`N.º ${i}`, '621', { amount: eur('0.00') }))))[0]).toBe(400);
  });

  it('that read entries are refused to who posts more in a month than is read for them; accounts alone are not', async () => {
    await company.changed(PeriodSequences, sequenceId('2026-02', 1), (of) => ({ ...of, seq: 20_001 }));
    expect(await put(check('Alquiler contabilizado', '621', RENT))).toEqual([422, 'month_close.own_budget', 'body.own']);
    const { words: _, ...accounts } = RENT;
    expect((await put(check('Alquiler contabilizado', '621', accounts)))[0]).toBe(200);
  });

  it('are not looked at in a month that has grown beyond that, and do not hold', () => {
    const own: OwnCheck[] = [
      { name: 'Alquiler', accounts: '621', measure: 'movement', words: 'alquiler', condition: 'at-least', amount: 0 },
      { name: 'Nada en 551', accounts: '551', measure: 'balance', condition: 'equal', amount: 0 },
    ];
    expect(ownFaults(own, [], { entries: 20_001, byWords: undefined })).toEqual([{ text: 'Alquiler · 20001 > 20000' }]);
  });
});
