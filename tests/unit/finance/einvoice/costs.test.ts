import type { PutItemCommandInput, TransactWriteItemsCommandInput } from '@aws-sdk/client-dynamodb';
import { expect, it } from 'vitest';
import { type Item, itemSize, writeUnits } from '../../../../infra/tools/bench/units.ts';
import { dynamo } from '../../../../shared/runtime/dynamo.ts';
import { newTenant } from '../../../support/call.ts';
import { newCompany } from '../../../support/company.ts';
import { einvoicingOf } from '../../../support/einvoicing.ts';
import { useMemoryTable } from '../../../support/memory-table.ts';
import { receivablesOf } from '../../../support/receivables.ts';

useMemoryTable({ lists: true });
interface Calls {
  readonly TransactItems?: TransactWriteItemsCommandInput['TransactItems'];
  readonly Item?: PutItemCommandInput['Item'];
  readonly RequestItems?: Readonly<Record<string, { readonly Keys?: readonly object[] }>>;
}
let inputs: Calls[] = [];
dynamo.middlewareStack.add(
  (next) => (args) => {
    inputs.push(args.input as Calls);
    return next(args);
  },
  { step: 'initialize', priority: 'high', name: 'look-at-einvoices' },
);

/** Write units of the table since the last look, and calls; items of a transaction count twice. */
function spent(): readonly [units: number, calls: number] {
  const together = inputs.flatMap(({ TransactItems = [] }) => TransactItems.map(({ Put }) => [Put?.Item, true] as const));
  const alone = inputs.flatMap(({ Item }) => (Item ? [[Item, false] as const] : []));
  const calls = inputs.length;
  inputs = [];
  return [[...together, ...alone].reduce((sum, [item, twice]) => sum + writeUnits(0, itemSize((item ?? {}) as Item), twice), 0), calls];
}

it('an invoice with a record of Verifactu costs two write units more, and one call; while it is off nothing', async () => {
  const tenant = newTenant();
  const { customerId } = await newCompany(tenant, {}, 100_000_000);
  const [sales, einvoices] = [receivablesOf(tenant), einvoicingOf(tenant)];
  const issue = async () => {
    const { id } = await sales.draft(customerId, '100');
    spent();
    await sales.done(`POST /invoice-drafts/${id}/issue`, {});
    return spent();
  };
  await issue();
  const off = await issue();
  await einvoices.chains();
  await issue();
  const on = await issue();
  expect([on[0] - off[0], on[1] - off[1]]).toEqual([2, 1]);
  expect(off[0]).toBe(8);
});

it('what becomes of an invoice costs a write unit as it is issued, and nothing before the day from which invoices are followed', async () => {
  const tenant = newTenant();
  const { customerId } = await newCompany(tenant, {}, 100_000_000);
  const [sales, einvoices] = [receivablesOf(tenant), einvoicingOf(tenant)];
  const told = async () => {
    const { id } = await sales.invoice(customerId, '100');
    spent();
    await einvoices.told(id);
    return spent()[0];
  };
  expect(await told()).toBe(0);
  await einvoices.done('PATCH /e-invoicing/settings', { followedFrom: '2026-01-01' });
  expect(await told()).toBe(1);
});
