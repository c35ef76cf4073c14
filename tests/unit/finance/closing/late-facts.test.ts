import { afterAll, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import { checkMonth, lockMonth } from '../../../../functions/finance/closing/close-steps.ts';
import { norma43 } from '../../../support/bank-samples.ts';
import { recordsOf } from '../../../support/company.ts';
import { useMemoryBucket } from '../../../support/memory-bucket.ts';
import { useMemoryTable } from '../../../support/memory-table.ts';
import { type ClosingTwin, closingTwin } from '../../../support/planted-faults.ts';
import { projectCompany } from '../../../support/projection.ts';

const table = useMemoryTable({ openWork: true, lists: true });
beforeAll(() => void vi.useFakeTimers({ toFake: ['Date'] }));
afterAll(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
});
let company: ClosingTwin;
let id = '';
/** A month in which all agrees; its checks have been made, and its lock has not. */
beforeEach(async () => {
  vi.setSystemTime(new Date('2026-04-06T10:00:00Z'));
  table.clear();
  useMemoryBucket();
  company = await closingTwin();
  await company.depreciate();
  await company.banking.account();
  id = (await company.closes.start('bea', '2026-03')).id;
  await projectCompany(company.tenant);
  expect(await step(checkMonth)).toEqual({ next: 'lock' });
});
const step = (of: typeof checkMonth) => of(recordsOf(company.tenant), id, new Date());

const draft = () => company.sales.draft(company.customerId, '70', { date: '2026-03-15' });
const bankLine = () =>
  company.banking.take(
    norma43([{ date: '2026-03-20', amount: -350, text: 'COMISION' }], { from: '2026-03-01', to: '2026-03-31', opening: 500_000 }),
  );
const posting = () => company.post('2026-03-20', ['572', '60.50'], ['555', '-60.50']);
/** What comes late, the check that it fails, and whether the books' gates stop it. */
const LATE = [
  ['a draft of an invoice', draft, 'drafts'],
  ['a line of the bank', bankLine, 'bank-lines'],
  ['a posting', posting, 'suspense'],
] as const;

it.each(LATE)('%s between the checks and the lock sends the close back to its checks', async (_, arrive, fails) => {
  await arrive();
  expect(await step(lockMonth)).toEqual({ next: 'check' });
  expect(await company.closes.run(id)).toBe('wait');
  expect(await company.closes.checksIn(id, 'failed')).toEqual([fails]);
});

it('a posting at the moment of the lock keeps it from being taken: the step comes again, and goes back', async () => {
  table.before('TransactWriteItems', posting);
  await expect(step(lockMonth)).rejects.toMatchObject({ name: 'WriteConflict' });
  expect((await company.closes.read(id)).state).toBe('checking');
  expect(await step(lockMonth)).toEqual({ next: 'check' });
  expect(await company.closes.run(id)).toBe('wait');
});

it.each(LATE.slice(0, 2))('%s at the moment of the lock is of the next month, whose close finds it', async (_, arrive, fails) => {
  table.before('TransactWriteItems', arrive);
  expect(await step(lockMonth)).toEqual({ next: 'finish' });
  expect(await company.closes.run(id)).toBe('end');
  expect(await company.closes.read(id)).toMatchObject({ state: 'closed', failed: 0 });
  vi.setSystemTime(new Date('2026-05-06T10:00:00Z'));
  const next = await company.closes.start('bea', '2026-04', true);
  await company.closes.run(next.id);
  expect(await company.closes.checksIn(next.id, 'failed')).toContain(fails);
});
