import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { indexUnits, itemSize, writeUnits } from '../../../../infra/tools/bench/units.ts';
import { EXAMPLE_N43 } from '../../../support/bank-samples.ts';
import { bankingOf } from '../../../support/banking.ts';
import { newTenant } from '../../../support/call.ts';
import { newCompany } from '../../../support/company.ts';
import { isWrite, withFault } from '../../../support/faults.ts';
import { useMemoryTable } from '../../../support/memory-table.ts';
import { eur } from '../../../support/receivables.ts';

useMemoryTable({ openWork: true, lists: true });
beforeAll(() => void vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-04-02T10:00:00Z') }));
afterAll(() => void vi.useRealTimers());

type Item = Record<string, AttributeValue>;
interface Write {
  readonly TransactItems?: readonly { readonly Put?: { readonly Item?: Item } }[];
  readonly Item?: Item;
}
/** An item that is written, in a transaction or by itself. */
interface Written {
  readonly item: Item;
  readonly isTogether: boolean;
}

/** What some work writes of a line's own: its record, what ties documents to it, and what is learnt. */
async function itemsOf(work: () => Promise<unknown>): Promise<Written[]> {
  const items: Written[] = [];
  await withFault(
    (send, { input }) => {
      const { TransactItems = [], Item: alone } = input as Write;
      for (const { Put } of TransactItems) if (Put?.Item) items.push({ item: Put.Item, isTogether: true });
      if (alone) items.push({ item: alone, isTogether: false });
      return send();
    },
    (_, name) => isWrite(name),
    work,
  );
  return items.filter(({ item: { kind } }) => ['bank-line', 'bank-link', 'bank-habit'].includes(kind?.S ?? ''));
}

it('a line costs four write units when it comes, and at most five of its own when it is matched', async () => {
  const tenant = newTenant();
  await newCompany(tenant);
  const bank = bankingOf(tenant);
  await bank.ask('ana', 'GET /banking/accounts', undefined, { roles: ['accountant'] });
  const account = await bank.account();
  const made = await itemsOf(() => bank.take(EXAMPLE_N43));
  expect(made).toHaveLength(4);
  for (const { item } of made) expect(writeUnits(0, itemSize(item), true) + indexUnits(undefined, item)).toBe(4);
  const [, fee] = await bank.lines(account.id);
  const parts = [{ as: 'entry', account: '626', amount: eur('-3.50'), text: 'Comisión de mantenimiento' }];
  const written = await itemsOf(() => bank.match('ana', fee.id, parts));
  const before = made.find(({ item: { pk } }) => pk?.S?.endsWith(fee.id))?.item;
  const units = written.map(({ item, isTogether }) => {
    const was = item.pk?.S === before?.pk?.S ? before : undefined;
    return writeUnits(was ? itemSize(was) : 0, itemSize(item), isTogether) + indexUnits(was, item);
  });
  // The line 2 and its way out of the queue 1; what is learnt of the counterparty 1, by itself, and its place in the list 1.
  expect(units.toSorted()).toEqual([2, 3]);
  expect(Math.max(...written.map(({ item }) => itemSize(item)))).toBeLessThan(1024);
});
