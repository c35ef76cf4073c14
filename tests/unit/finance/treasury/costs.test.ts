import type { PutItemCommandInput, TransactWriteItemsCommandInput } from '@aws-sdk/client-dynamodb';
import { afterAll, expect, it, vi } from 'vitest';
import { type Item, itemSize, writeUnits } from '../../../../infra/tools/bench/units.ts';
import { SupplierBills } from '../../../../shared/domain/finance/payables/supplier-bill.ts';
import { Suppliers } from '../../../../shared/domain/finance/suppliers/supplier.ts';
import { create, plain } from '../../../../shared/kernel/record.ts';
import { dynamo } from '../../../../shared/runtime/dynamo.ts';
import { idFrom } from '../../../../shared/runtime/fingerprint.ts';
import { newTenant } from '../../../support/call.ts';
import { newCompany, recordsOf } from '../../../support/company.ts';
import { useMemoryTable } from '../../../support/memory-table.ts';
import { payablesOf } from '../../../support/payables.ts';
import { IBAN, treasuryOf } from '../../../support/treasury.ts';

useMemoryTable({ openWork: true });
let inputs: Partial<TransactWriteItemsCommandInput & PutItemCommandInput>[] = [];
dynamo.middlewareStack.add(
  (next) => (args) => {
    inputs.push(args.input as (typeof inputs)[number]);
    return next(args);
  },
  { step: 'initialize', priority: 'high', name: 'lookAtRuns' },
);
const sizes = new Map<string, number>();
const keep = (item: Item): number => {
  sizes.set(String(item.pk?.S), itemSize(item));
  return itemSize(item);
};
const sizeOf = ({ pk }: Item = {}): number => sizes.get(String(pk?.S)) ?? 0;

/** Write units of the table since the last look; a check in a transaction costs as much as what it checks. Indexes come on top. */
function unitsWritten(): number {
  const taken = inputs;
  inputs = [];
  return taken.reduce((sum, { TransactItems = [], Item }) => {
    const together = TransactItems.map(({ Put, ConditionCheck, Delete }) =>
      Put ? keep(Put.Item as Item) : sizeOf((ConditionCheck ?? Delete)?.Key as Item),
    );
    const alone = Item ? writeUnits(0, keep(Item as Item), false) : 0;
    return sum + alone + together.reduce((all, size) => all + writeUnits(0, size, true), 0);
  }, 0);
}

afterAll(() => void vi.useRealTimers());

/** 100 suppliers with five bills of 181.50 each, of texts of an ordinary length. */
async function fiveHundredBills(tenant: string) {
  const [api, records] = [payablesOf(tenant), recordsOf(tenant)];
  const { id } = await api.supplier({ iban: IBAN });
  vi.setSystemTime(new Date('2026-03-04T10:00:00Z'));
  const { id: bill } = await api.bill(id, 'A-2026/000118', '150.00', { dueDate: '2026-03-31' });
  const [supplier, first] = [await records.getOrThrow(Suppliers, id), await records.getOrThrow(SupplierBills, bill)];
  for (let i = 0; i < 100; i += 1) {
    const supplierId = idFrom('sup', tenant, `s${i}`);
    const copies = Array.from({ length: 5 }, (_, k) => ({
      ...plain(first),
      supplierId,
      dueDate: '2026-03-10',
      reference: `A-2026/000${i}${k}`,
    }));
    await records.commit([
      create(Suppliers, supplierId, { ...plain(supplier), name: `Talleres y Repuestos ${i}, S.L.` }),
      ...copies.map((copy) => create(SupplierBills, idFrom('bil', tenant, copy.reference), copy)),
    ]);
  }
}

it('a payment run of 500 bills costs nine write units a bill from the proposal to the books, and one file', async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-03-02T10:00:00Z') });
  const tenant = newTenant();
  await newCompany(tenant);
  const runs = treasuryOf(tenant);
  for (const by of ['ana', 'bea', 'carlos']) await runs.ask(by, 'GET /treasury/payment-runs', undefined, { roles: ['accountant'] });
  await fiveHundredBills(tenant);
  unitsWritten();
  vi.setSystemTime(new Date('2026-03-10T10:00:00Z'));
  const { id, count, total } = await runs.propose('ana');
  expect([count, total.amount]).toEqual([100, '90750.00']);
  const proposed = unitsWritten();
  for (const by of ['bea', 'carlos']) await runs.approve(by, id);
  const file = await runs.send(id);
  const approved = unitsWritten();
  await runs.execute('bea', id);
  const posted = unitsWritten();
  expect((proposed + approved + posted) / 500).toBeLessThanOrEqual(9);
  expect([file.match(/<CdtTrfTxInf>/g)?.length, /<CtrlSum>90750\.00<\/CtrlSum>/.test(file)]).toEqual([100, true]);
  console.info(`write units: ${proposed} proposed, ${approved} approved and sent, ${posted} posted; file ${file.length} bytes`);
});
