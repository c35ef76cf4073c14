import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { handler as commands } from '../../../../functions/finance/recurrence/commands.ts';
import { handler as work } from '../../../../functions/finance/recurrence/post-recurrence.event.ts';
import { PeriodSequences, sequenceId } from '../../../../shared/domain/finance/ledger/period-sequence.ts';
import { dayAfter, RecurringEntries } from '../../../../shared/domain/finance/ledger/recurring-entry.ts';
import { update } from '../../../../shared/kernel/record.ts';
import { enlistTenant } from '../../../../shared/runtime/tenants.ts';
import { call, newTenant } from '../../../support/call.ts';
import { newCompany, recordsOf } from '../../../support/company.ts';
import { books, postLines } from '../../../support/ledger.ts';
import { useMemoryTable } from '../../../support/memory-table.ts';

const table = useMemoryTable({ openWork: true });
let tenant = '';
beforeEach(async () => {
  table.clear();
  tenant = newTenant();
  await newCompany(tenant);
  await enlistTenant(tenant);
});

const create = (body: object) => call(commands, 'POST /recurring-entries', 'POST /recurring-entries', { tenant, body });
const end = (id: string) =>
  call(commands, `POST /recurring-entries/${id}/end`, 'POST /recurring-entries/{recurringEntryId}/end', { tenant });
const get = (id: string) => recordsOf(tenant).getOrThrow(RecurringEntries, id);
const rent = async () => (await postLines(tenant, '2026-03-01', 'Alquiler', ['621', '850.00'], ['572', '-850.00'])).body.id;
/** A recurring entry whose next day is set back: the API begins one today at the earliest. */
async function since(next: string, more: object = {}) {
  const { body, status } = await create({ entryId: await rent(), every: 'month', next: '2199-01-31', ...more });
  expect(status, JSON.stringify(body)).toBe(201);
  const record = await get(body.id);
  await recordsOf(tenant).commit([update(RecurringEntries, record, { ...record, next, day: Number(next.slice(8)) })]);
  return body.id as string;
}
const at = async (day: string) => {
  vi.useFakeTimers({ toFake: ['Date'], now: new Date(`${day}T06:00:00Z`) });
  return work(undefined);
};
afterEach(() => void vi.useRealTimers());

describe('a recurring entry', () => {
  it('keeps to its day, and to the last of shorter months', () => {
    expect(dayAfter('2026-01-31', 'month', 31)).toBe('2026-02-28');
    expect(dayAfter('2026-02-28', 'month', 31)).toBe('2026-03-31');
    expect(dayAfter('2027-11-30', 'quarter', 30)).toBe('2028-02-29');
    expect(dayAfter('2028-02-29', 'year', 29)).toBe('2029-02-28');
  });

  it('is posted on each of its days once, those that were missed too', async () => {
    const id = await since('2026-04-30');
    const run = await at('2026-11-30');
    expect(run).toMatchObject({ failed: 0 });
    const after = await get(id);
    // April to November: eight months.
    expect([after.posted, after.next]).toEqual([8, '2026-12-30']);
    const last = (await books(tenant, 'getEntry', { path: [`je_${after.last}`] })).body;
    expect([last.date, last.text, last.lines[0].debit.amount]).toEqual(['2026-11-30', 'Alquiler', '850.00']);
    await at('2026-11-30');
    expect((await get(id)).posted).toBe(8);
  });

  it('waits where its period is closed, says so, and goes on once it is open', async () => {
    const id = await since('2026-10-31');
    const records = recordsOf(tenant);
    const shards = await records.getMany(
      PeriodSequences,
      [0, 1, 2, 3].map((shard) => sequenceId('2026-10', shard)),
    );
    await records.commit(
      shards.flatMap((shard) => (shard ? [update(PeriodSequences, shard, { ...shard, state: 'closed' as const })] : [])),
    );
    await at('2026-11-30');
    expect(await get(id)).toMatchObject({ stuck: 'period.closed', posted: 0, next: '2026-10-31' });
    const open = await records.getMany(
      PeriodSequences,
      [0, 1, 2, 3].map((shard) => sequenceId('2026-10', shard)),
    );
    await records.commit(open.flatMap((shard) => (shard ? [update(PeriodSequences, shard, { ...shard, state: 'open' as const })] : [])));
    await at('2026-12-01');
    const after = await get(id);
    expect([after.posted, after.next, after.stuck]).toEqual([2, '2026-12-31', undefined]);
  });

  it('waits where one of its accounts is closed', async () => {
    await books(tenant, 'createAccount', { body: { code: '6210001', name: 'Alquiler de la nave' } });
    const entryId = (await postLines(tenant, '2026-03-01', 'Nave', ['6210001', '850.00'], ['572', '-850.00'])).body.id;
    const id = await since('2026-10-31', { entryId });
    await books(tenant, 'patchAccount', { path: ['6210001'], body: { active: false } });
    await at('2026-11-30');
    expect(await get(id)).toMatchObject({ stuck: 'account.inactive', posted: 0 });
  });

  it('ends by its last day, or by hand; then nothing more is posted', async () => {
    const id = await since('2026-06-15', { until: '2199-02-01' });
    const record = await get(id);
    await recordsOf(tenant).commit([update(RecurringEntries, record, { ...record, until: '2026-08-01' })]);
    await at('2026-11-30');
    expect(await get(id)).toMatchObject({ posted: 2 });
    expect((await end(id)).body).toMatchObject({ code: 'recurring.ended' });
    const other = await since('2026-12-15');
    expect((await end(other)).body.state).toBe('ended');
    await at('2026-12-31');
    expect((await get(other)).posted).toBe(0);
  });

  it('is of an entry that stands, and begins today at the earliest', async () => {
    const entryId = await rent();
    expect((await create({ entryId, every: 'month', next: '2020-01-01' })).body).toMatchObject({
      code: 'recurring.past',
      field: 'body.next',
    });
    expect((await create({ entryId, every: 'month', next: '2199-01-01', until: '2198-01-01' })).body).toMatchObject({
      code: 'recurring.until',
    });
    expect((await create({ entryId: 'je_inv_F2026-000001', every: 'month', next: '2199-01-01' })).body).toMatchObject({
      status: 400,
      field: 'body.entryId',
    });
    await books(tenant, 'reverseEntry', { path: [entryId], body: { reason: 'x' } });
    expect((await create({ entryId, every: 'month', next: '2199-01-01' })).body).toMatchObject({ code: 'recurring.reversed' });
  });
});
