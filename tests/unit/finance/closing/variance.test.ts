import { afterAll, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import { Dimensions, dimensionId } from '../../../../shared/domain/finance/analysis/dimension.ts';
import { create } from '../../../../shared/kernel/record.ts';
import { books, eur } from '../../../support/ledger.ts';
import { useMemoryBucket } from '../../../support/memory-bucket.ts';
import { useMemoryTable } from '../../../support/memory-table.ts';
import { type ClosingTwin, closingTwin } from '../../../support/planted-faults.ts';
import { sheetOf } from '../../../support/xlsx.ts';

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

it('a change is explained by who signs why, drafted from the entries that moved it, and holds of that amount alone', async () => {
  const { closes, post, depreciate, sales, customerId } = company;
  await depreciate();
  await post('2026-03-20', ['629', '1500.00'], ['572', '-1500.00']);
  await post('2026-03-21', ['629', '2500.00'], ['572', '-2500.00']);
  const { id } = await closes.start('bea', '2026-03');
  expect(await closes.run(id)).toBe('wait');
  const [item] = (await closes.check(id, 'variance')).items;
  expect(item.moved.map(({ text, amount }: { text: string; amount: { amount: string } }) => [text, amount.amount])).toEqual([
    ['Asiento', '2500.00'],
    ['Asiento', '1500.00'],
  ]);
  const route = `POST /month-closes/${id}/checks/variance/reasons`;
  expect(await closes.refused('bea', route, { account: '621', reason: 'x' })).toEqual([400, 'month_close.account', 'body.account']);
  expect(await closes.refused('bea', route, { account: '629', reason: '' })).toEqual([400, 'input.invalid', 'body.reason']);
  const other = `POST /month-closes/${id}/checks/suspense/reasons`;
  expect(await closes.refused('bea', other, { account: '629', reason: 'x' })).toEqual([422, 'month_close.not_explained', 'path.check']);
  const said = await closes.done('ana', route, { account: '629', reason: 'Mudanza del almacén' });
  expect([said.state, said.count, said.reasons.map(({ by, reason }: { by: string; reason: string }) => [by, reason])]).toEqual([
    'passed',
    0,
    [[`ana@${company.tenant}.example`, 'Mudanza del almacén']],
  ]);
  expect((await closes.read(id)).failed).toBe(0);
  // It moves again before the lock: somebody says why again.
  await post('2026-03-22', ['629', '1.00'], ['572', '-1.00']);
  expect(await closes.run(id)).toBe('wait');
  expect((await closes.check(id, 'variance')).items.map(({ id: account }: { id: string }) => account)).toEqual(['acc_629']);
  await closes.done('ana', route, { account: '629', reason: 'Mudanza del almacén, y un céntimo' });
  await sales.receipt(customerId, '1.00');
  const { objects } = useMemoryBucket();
  expect(await closes.run(id)).toBe('end');
  const workbook = objects.get(`reports/${company.tenant}/closes/${id}.1/checklist.xlsx`) as Buffer;
  expect(sheetOf(workbook).flat()).toContain('Mudanza del almacén, y un céntimo');
  expect((await closes.read(id)).state).toBe('closed');
});

it('last year and the budget ask why from amounts of their own on, and each is signed', async () => {
  const { closes, post, plant, depreciate, openLastYear, budget, tenant, records } = company;
  await depreciate();
  await openLastYear();
  await post('2025-03-20', ['629', '1300.00'], ['572', '-1300.00']);
  const values = [{ code: 'MAD', name: 'Madrid', active: true }];
  await records.commit([create(Dimensions, dimensionId('centro'), { code: 'centro', name: 'Centro', values })]);
  await budget(['628', '900.00', { dimension: 'centro', value: 'MAD' }], ['629', '1900.00']);
  await post('2026-02-20', ['629', '1900.00'], ['572', '-1900.00']);
  for (const month of ['2025-03', '2026-02'])
    expect((await books(tenant, 'setPeriod', { path: [month], body: { state: 'closed' } })).status).toBe(200);
  await post('2026-03-20', ['629', '2000.00'], ['572', '-2000.00']);
  await plant('2026-03-21', ['629', 1], ['572', -1]);
  const limit = (amount: string, percent: number) => ({ amount: { amount, currency: 'EUR' }, percent });
  const settings = { variance: limit('1000.00', 25), lastYear: limit('700.00', 53), budget: limit('900.00', 25) };
  expect(await closes.done('bea', 'PUT /closing/settings', settings)).toMatchObject(settings);
  const { id } = await closes.start('bea', '2026-03');
  expect(await closes.run(id)).toBe('wait');
  // 2,000.01 against 1,300.00 is 53.8 %, against 1,900.00 of February and of the budget hardly anything.
  expect(await closes.checksIn(id, 'failed')).toEqual(['variance-year', 'variance-budget']);
  expect((await closes.check(id, 'variance-year')).items).toMatchObject([{ id: 'acc_629', amount: eur('700.01'), moved: [{}, {}] }]);
  const under = { dimension: 'centro', value: 'MAD' };
  expect((await closes.check(id, 'variance-budget')).items).toMatchObject([{ id: 'acc_628', under, amount: eur('-900.00') }]);
  const why = (check: string) => `POST /month-closes/${id}/checks/${check}/reasons`;
  const wrong = { account: '628', reason: 'Aún no ha llegado' };
  expect(await closes.refused('ana', why('variance-budget'), wrong)).toEqual([400, 'month_close.account', 'body.account']);
  expect((await closes.done('ana', why('variance-budget'), { ...wrong, under })).state).toBe('passed');
  expect((await closes.done('ana', why('variance-year'), { account: '629', reason: 'Otro alquiler' })).state).toBe('passed');
  useMemoryBucket();
  expect(await closes.run(id)).toBe('end');
  const { checks, state } = await closes.read(id);
  expect(state).toBe('closed');
  expect(
    checks.flatMap(({ reasons = [] }: { reasons?: { text: string; by: string }[] }) => reasons.map(({ text, by }) => [text, by])),
  ).toEqual([
    ['629', `ana@${tenant}.example`],
    ['628', `ana@${tenant}.example`],
  ]);
});

it('what cannot be compared is not asked', async () => {
  const { closes, openLastYear, post } = company;
  await openLastYear();
  // No income and no expense: nothing to compare with.
  await post('2025-03-20', ['572', '5000.00'], ['100', '-5000.00']);
  const { id } = await closes.start('bea', '2026-03', true);
  await closes.run(id);
  expect((await closes.checksIn(id, 'not-asked')).filter((check) => check.startsWith('variance'))).toEqual([
    'variance-year',
    'variance-budget',
  ]);
});
