import type { PutItemCommandInput, TransactWriteItemsCommandInput } from '@aws-sdk/client-dynamodb';
import { expect, it } from 'vitest';
import { type Item, itemSize, writeUnits } from '../../../../infra/tools/bench/units.ts';
import { dynamo } from '../../../../shared/runtime/dynamo.ts';
import { newTenant } from '../../../support/call.ts';
import { newCompany } from '../../../support/company.ts';
import { goodsOf } from '../../../support/goods.ts';
import { useMemoryTable } from '../../../support/memory-table.ts';
import { of, payablesOf } from '../../../support/payables.ts';
import { projectCompany } from '../../../support/projection.ts';

useMemoryTable({ lists: true });
let inputs: Partial<TransactWriteItemsCommandInput & PutItemCommandInput>[] = [];
dynamo.middlewareStack.add(
  (next) => (args) => {
    inputs.push(args.input as (typeof inputs)[number]);
    return next(args);
  },
  { step: 'initialize', priority: 'high', name: 'look' },
);

/** Write units of the table since the last look, by the Developer Guide's sizes; items of a transaction count twice. Indexes come on top. */
function unitsWritten(): number {
  const together = inputs.flatMap(({ TransactItems = [] }) => TransactItems.map(({ Put }) => [Put?.Item, true] as const));
  const alone = inputs.flatMap(({ Item }) => (Item ? [[Item, false] as const] : []));
  inputs = [];
  return [...together, ...alone].reduce((sum, [item, twice]) => sum + writeUnits(0, itemSize((item ?? {}) as Item), twice), 0);
}

it('that is for one line of goods received costs two write units more to post: the receipt', async () => {
  const tenant = newTenant();
  await newCompany(tenant);
  const [api, goods] = [payablesOf(tenant), goodsOf(tenant)];
  await goods.prepare(['C0']);
  const { id } = await api.supplier({ name: 'Talleres y Repuestos Robla, S.L.', taxId: 'B58378431', account: '400' });
  const receipt = { goodsReceiptId: (await goods.receive([['C0', '10', '15']])).id, line: 1, quantity: '10' };
  unitsWritten();
  await api.bill(id, 'A-2026/000118', '150.00', { lines: [{ receipt, net: { amount: '150.00', currency: 'EUR' } }] });
  expect(unitsWritten()).toBe(7);
});

it.each([
  // The key of its request alone, then bill and sequence together.
  [1000_00, 5, 0, 6],
  // Its story is longer by the approval, and stays below a kilobyte.
  [100_00, 5, 1, 6],
])(
  'with a limit of %i cents a bill of 181.50 costs %i write units to post, %i to approve and %i to pay',
  async (limit, posting, approving, paying) => {
    const tenant = newTenant();
    await newCompany(tenant, { billApprovalLimit: limit });
    const api = payablesOf(tenant);
    for (const by of ['ana', 'bea', 'carlos']) await api.ask(by, 'GET /payables', undefined, { roles: ['accountant'] });
    const { id } = await api.supplier({ name: 'Talleres y Repuestos Robla, S.L.', taxId: 'B58378431' });
    unitsWritten();
    const bill = await api.bill(id, 'A-2026/000118', '150.00');
    expect(unitsWritten()).toBe(posting);
    if (bill.needsApproval) await api.done('bea', `POST /payables/bills/${bill.id}/approval`);
    expect(unitsWritten()).toBe(approving);
    await api.pay('carlos', id, bill.open.amount, [of(bill.id, bill.open.amount)]);
    expect(unitsWritten()).toBe(paying);
  },
);

it('that is counted by tax code takes no row of balances more: its tax stands in the row of 472 that it moves', async () => {
  const tenant = newTenant();
  await newCompany(tenant);
  const api = payablesOf(tenant);
  const { id } = await api.supplier({ name: 'Talleres y Repuestos Robla, S.L.', taxId: 'B58378431' });
  await api.bill(id, 'A-2026/000118', '150.00');
  inputs = [];
  const rowsOf = () => {
    const updates = inputs.flatMap(({ TransactItems = [] }) => TransactItems.flatMap(({ Update }) => Update ?? []));
    inputs = [];
    const ofTax = updates.filter(({ ExpressionAttributeNames = {} }) => Object.values(ExpressionAttributeNames).includes('qi:IVA-G:21'));
    return [ofTax.map(({ Key }) => `${Key?.pk?.S?.slice(-7)} ${Key?.sk?.S}`), updates.length];
  };
  await projectCompany(tenant);
  // 622, 472 and 410 by year and by month.
  expect(rowsOf()).toEqual([['2026-03 472'], 6]);
  for (let i = 0; i < 9; i += 1) await api.bill(id, `B-${i}`, '150.00');
  inputs = [];
  await projectCompany(tenant);
  expect(rowsOf()).toEqual([['2026-03 472'], 6]);
});
