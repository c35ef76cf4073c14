import type { BatchGetItemCommandInput } from '@aws-sdk/client-dynamodb';
import { expect, it } from 'vitest';
import { handler } from '../../../../functions/hr/people/queries.ts';
import { Employees } from '../../../../shared/domain/hr/people/employee.ts';
import { create } from '../../../../shared/kernel/record.ts';
import { dynamo } from '../../../../shared/runtime/dynamo.ts';
import { idFrom } from '../../../../shared/runtime/fingerprint.ts';
import { call, newTenant } from '../../../support/call.ts';
import { newCompany, recordsOf } from '../../../support/company.ts';
import { useMemoryTable } from '../../../support/memory-table.ts';

const table = useMemoryTable({ lists: true, openWork: true });
/** Keys of items that were asked for one by one, and rows of indexes that queries looked at. */
let read = { calls: 0, items: 0, rows: 0 };
dynamo.middlewareStack.add(
  (next) => async (args) => {
    const { RequestItems = {} } = args.input as BatchGetItemCommandInput;
    const answer = await next(args);
    const { ScannedCount = 0 } = answer.output as { readonly ScannedCount?: number };
    const items = Object.values(RequestItems).reduce((sum, { Keys = [] }) => sum + Keys.length, 0);
    read = { calls: read.calls + 1, items: read.items + items, rows: read.rows + ScannedCount };
    return answer;
  },
  { step: 'initialize', priority: 'high', name: 'look-at-people' },
);

async function costOfPages(count: number) {
  table.clear();
  const tenant = newTenant();
  await newCompany(tenant);
  const records = recordsOf(tenant);
  const startDate = '2026-01-01';
  for (let at = 0; at < count; at += 100)
    await records.commit(
      Array.from({ length: 100 }, (_, i) =>
        create(Employees, idFrom('emp', tenant, String(at + i)), {
          ...{ givenName: 'Clara', familyName: `Vega ${String(at + i).padStart(5, '0')}`, startDate, state: 'active' as const },
          assignments: [{ from: startDate, position: 'Comercial' }],
        }),
      ),
    );
  const page = async (cursor?: string) => {
    read = { calls: 0, items: 0, rows: 0 };
    const query = { limit: '50', order: 'asc', ...(cursor ? { cursor } : {}) };
    const asked = { tenant, roles: ['hr'], email: `hr@${tenant}.example`, query };
    const { body } = await call(handler, 'GET /people/employees', 'GET /people/employees', asked);
    return { ...read, shown: body.items.length as number, next: body.nextCursor as string };
  };
  // The first makes who asks a member.
  await page();
  const first = await page();
  const { next: _, ...second } = await page(first.next);
  return { ...second, first: first.rows };
}

it('a page of people costs the same of 100 and of 10,000 who work here, the first and the next', async () => {
  const [few, many] = [await costOfPages(100), await costOfPages(10_000)];
  expect([few.shown, few.first]).toEqual([50, 50]);
  expect(many).toEqual(few);
}, 60_000);
