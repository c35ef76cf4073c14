import { beforeEach, expect, it } from 'vitest';
import { readBalances } from '../../../../functions/finance/ledger/balance-store.ts';
import { handler } from '../../../../functions/finance/ledger/project-balances.event.ts';
import { newTenant } from '../../../support/call.ts';
import { useMemoryTable } from '../../../support/memory-table.ts';
import { insertion } from '../../../support/projection.ts';

const table = useMemoryTable({});
beforeEach(() => table.clear());

const entry = (lines: { account: string; amount: number }[]) => ({
  ...{ date: '2026-03-09', text: 'Nómina', period: '2026-03', shard: 0, seq: 1 },
  lines,
});
const POSTED = entry([
  { account: '640', amount: 171429 },
  { account: '465', amount: -171429 },
]);
const expensesOf = async (tenant: string) => (await readBalances(tenant, ['2026-03'])).sumsOf('2026-03', '640');

it('an entry counts when its document gets it, as when it is born with it; a document that changes later counts no more', async () => {
  const tenant = newTenant();
  const { dynamodb } = insertion({ tenant, entry: POSTED, kind: 'payroll-payment' });
  const { dynamodb: without } = insertion({ tenant, entry: POSTED, kind: 'payroll-payment', document: { state: 'proposed' } });
  const change = (before: object | undefined) => ({
    eventName: 'MODIFY' as const,
    dynamodb: { NewImage: dynamodb?.NewImage, OldImage: before } as never,
  });
  await handler({ Records: [{ eventName: 'INSERT', dynamodb: without as never }] }, {} as never);
  expect(await expensesOf(tenant)).toBeUndefined();
  await handler({ Records: [change(without?.NewImage)] }, {} as never);
  await handler({ Records: [change(dynamodb?.NewImage)] }, {} as never);
  expect(await expensesOf(tenant)).toEqual({ d09: 171429 });
});
