import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { COMPANY_ID, Companies } from '../../../../shared/domain/platform/company/company.ts';
import { useMemoryTable } from '../../../support/memory-table.ts';
import { type ClosingTwin, closingTwin, FAULTS, failedChecks } from '../../../support/planted-faults.ts';

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
});

it('finds nothing in a month in which all agrees', async () => {
  await company.depreciate();
  const first = await failedChecks(company);
  expect(first).toEqual({});
});

it('finds nothing where people are paid, by payments that were made, or made and taken back', async () => {
  await company.depreciate();
  const { payroll, run } = await company.pay();
  const on = { date: '2026-03-31' };
  for (const payment of [
    { what: 'wages', runId: run.id, ...on },
    { what: 'contributions', month: '2026-03', ...on },
  ]) {
    const { id } = await payroll.done('pia', 'POST /payroll/payments', payment);
    expect((await payroll.done('ana', `POST /payroll/payments/${id}/approval`)).state).toBe('paid');
    expect(await failedChecks(company)).toEqual({});
    if (payment.what === 'wages') await payroll.done('ana', `POST /payroll/payments/${id}/reversal`, { reason: 'Devuelta', ...on });
  }
  expect(await failedChecks(company)).toEqual({});
  expect((await company.closes.check('mcl_202603R', 'payroll')).state).toBe('passed');
});

it('says that a pay run of the month is still to be posted', async () => {
  await company.depreciate();
  const { payroll } = await company.pay();
  await payroll.employ({ givenName: 'Óscar', taxId: '87654321X', startDate: '2026-03-01' });
  const { number } = await payroll.propose('2026-03');
  expect(await failedChecks(company)).toEqual({ payroll: [number] });
});

it('does not ask of pay where the company does not use it here', async () => {
  const { pay, plant, changed, depreciate, closes } = company;
  await depreciate();
  await pay();
  await plant('2026-03-20', ['465', -1], ['678', 1]);
  await changed(Companies, COMPANY_ID, (of) => ({ ...of, areas: { pay: false } }));
  expect(await failedChecks(company)).toEqual({});
  expect((await closes.check('mcl_202603R', 'payroll')).state).toBe('not-asked');
});

describe('names, of a month in which all agrees but for', () => {
  it.each(Object.entries(FAULTS))('%s', async (_, { plant, finds, early }) => {
    if (!early) await company.depreciate();
    await plant(company);
    const found = await failedChecks(company);
    const expected = Object.entries(finds).map(([check, items]) => [
      check,
      items.map((item) => (item instanceof RegExp ? expect.stringMatching(item) : item)),
    ]);
    expect(found).toEqual(Object.fromEntries(expected));
  });
});
