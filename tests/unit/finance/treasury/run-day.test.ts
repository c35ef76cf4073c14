import { expect, it, vi } from 'vitest';
import { newTenant } from '../../../support/call.ts';
import { newCompany } from '../../../support/company.ts';
import { useMemoryTable } from '../../../support/memory-table.ts';
import { payablesOf } from '../../../support/payables.ts';
import { IBAN, treasuryOf } from '../../../support/treasury.ts';

useMemoryTable({ openWork: true });

it.each([
  ['a Saturday', '2026-03-14', '2026-03-16'],
  ['Good Friday', '2026-04-03', '2026-04-07'],
  ['New Year’s Day', '2027-01-01', '2027-01-04'],
])('a payment run asked for on %s is moved to the next bank day, and says so', async (_, asked, moved) => {
  vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-03-10T10:00:00Z') });
  const tenant = newTenant();
  await newCompany(tenant);
  const [api, runs] = [payablesOf(tenant), treasuryOf(tenant)];
  await api.ask('ana', 'GET /payables', undefined, { roles: ['accountant'] });
  const { id } = await api.supplier({ iban: IBAN });
  await api.bill(id, 'A-1', '100.00', { dueDate: '2026-03-10' });
  expect(await runs.propose('ana', { date: asked })).toMatchObject({ date: moved, askedDate: asked });
  vi.useRealTimers();
});
