import { Customers } from '#domain/crm/customers/customer.ts';
import { type EntryDraft, entryDraft, SHARDS } from '#domain/finance/ledger/entry.ts';
import { ManualEntries } from '#domain/finance/ledger/manual-entry.ts';
import { numberEntries, PeriodSequences, sequenceId } from '#domain/finance/ledger/period-sequence.ts';
import { COMPANY_ID, Companies } from '#domain/platform/company/company.ts';
import { Items } from '#domain/sales/catalogue/item.ts';
import { newOrder } from '#domain/sales/orders/new-order.ts';
import { Orders } from '#domain/sales/orders/order.ts';
import { PlaceOrder } from '#domain/sales/orders/wire.ts';
import { create } from '#kernel/record.ts';
import { marshall } from '#runtime/dynamo.ts';
import { idFrom } from '#runtime/fingerprint.ts';
import { handler as projectBalances } from '../../../functions/finance/ledger/project-balances.event.ts';
import { type BenchCompany, benchCompany, placing, tenantOf, YEAR } from './company.ts';
import type { Call, Meter } from './meter.ts';
import { streamRecord } from './meter.ts';
import { exponent } from './stats.ts';

/** What an action costs at one size of the company's history. */
export interface Growth {
  readonly action: string;
  readonly records: number;
  readonly calls: number;
  readonly writes: number;
  readonly reads: number;
  readonly ms: number;
}

export const SIZES = [100, 1000, 10_000] as const;
const ACCOUNTS = ['621', '622', '623', '624', '625', '626', '627', '628', '629', '631'];
const PER_COMMIT = 90;

/** The `i`-th of `count` days spread evenly over the year up to mid-November. */
const dayOf = (i: number, count: number): string =>
  new Date(Date.UTC(Number(YEAR), 0, 1 + Math.floor((i * 318) / count))).toISOString().slice(0, 10);

/** Two lines each: an expense paid from the bank. */
const draftOf = (i: number, count: number): EntryDraft => {
  const amount = 1000 + ((i * 7919) % 90_000);
  return entryDraft(dayOf(i, count), `Gasto corriente ${i}`, [
    { account: ACCOUNTS[i % ACCOUNTS.length] ?? '629', amount },
    { account: '572', amount: -amount },
  ]);
};

/** Posts the entries through their periods, many to a transaction, and projects them as the stream would. */
async function seedEntries({ records, tenant }: BenchCompany, count: number): Promise<void> {
  const bySequence = Map.groupBy(
    Array.from({ length: count }, (_, i) => i),
    (i) => sequenceId(dayOf(i, count).slice(0, 7), i % SHARDS),
  );
  for (const [id, all] of bySequence)
    for (let at = 0; at < all.length; at += PER_COMMIT) {
      const some = all.slice(at, at + PER_COMMIT);
      const { entries, change } = numberEntries(
        await records.get(PeriodSequences, id),
        some.map((i) => draftOf(i, count)),
      );
      const made = entries.map((entry, k) =>
        create(ManualEntries, idFrom('man', tenant, String(some[k])), { date: entry.date, text: entry.text, entry }),
      );
      await records.commit([...made, change]);
      const images = entries.map((entry) =>
        marshall({ pk: `${tenant}#manual-entry#x`, sk: '#', tenant, kind: 'manual-entry', data: { entry } }),
      );
      await projectBalances({ Records: images.map((image) => streamRecord('INSERT', undefined, image)) });
    }
}

async function seedOrders({ records, tenant, customerId, itemIds }: BenchCompany, count: number): Promise<void> {
  const company = await records.getOrThrow(Companies, COMPANY_ID);
  const customer = await records.getOrThrow(Customers, customerId);
  const items = await records.getMany(Items, itemIds);
  for (let at = 0; at < count; at += PER_COMMIT)
    await records.commit(
      Array.from({ length: Math.min(PER_COMMIT, count - at) }, (_, k) => {
        const date = dayOf(at + k, count);
        const order = PlaceOrder.parse(placing({ customerId }, itemIds, date));
        return create(Orders, idFrom('ord', tenant, String(at + k)), newOrder(order, company, customer, items, date, 'api'));
      }),
    );
}

const grown = new Map<number, Promise<BenchCompany>>();

/** A company with as many orders and as many entries as asked for, in the shape that the API would have left: one of each size a run. */
export function grownCompany(count: number): Promise<BenchCompany> {
  const company = grown.get(count) ?? grow(count);
  grown.set(count, company);
  return company;
}

async function grow(count: number): Promise<BenchCompany> {
  const company = await benchCompany(tenantOf(`grown${count}`), 1);
  await seedEntries(company, count);
  await seedOrders(company, count);
  return company;
}

export const manualEntry = (amount: string) => ({
  date: `${YEAR}-11-16`,
  text: 'Alquiler del almacén',
  lines: [
    { account: '621', debit: { amount, currency: 'EUR' } },
    { account: '572', credit: { amount, currency: 'EUR' } },
  ],
});
export const TRIAL_DATE = `${YEAR}-11-16`;

/** Counts the three actions in a grown company. */
export async function measureGrowth(meter: Meter, company: BenchCompany, records: number): Promise<Growth[]> {
  const measured = async (action: string, work: () => Promise<unknown>): Promise<Growth> => {
    const began = performance.now();
    const { calls } = await meter.during(work);
    const total = (of: (call: Call) => number): number => calls.reduce((sum, call) => sum + of(call), 0);
    const ms = performance.now() - began;
    return { action, records, calls: calls.length, writes: total((c) => c.writes + c.indexWrites), reads: total((c) => c.reads), ms };
  };
  meter.takeChanges();
  const posted = await measured('Post a manual entry', () => company.ask('POST /journal-entries', manualEntry('850.00')));
  const projected = await measured('… and project it', () =>
    projectBalances({ Records: meter.takeChanges().filter((c) => c.eventName === 'INSERT') }),
  );
  const listed = await measured('List orders, first page', () => company.ask('GET /orders', undefined, { limit: '50' }));
  const balanced = await measured('Trial balance', () => company.ask('GET /trial-balance', undefined, { date: TRIAL_DATE }));
  return [posted, projected, listed, balanced];
}

/** The exponent of each count of an action against the number of records; the largest is what matters. */
export const exponentsOf = (rows: readonly Growth[]): Readonly<Record<'calls' | 'writes' | 'reads' | 'ms', number>> => {
  const of = (field: 'calls' | 'writes' | 'reads' | 'ms') => exponent(rows.map((row) => [row.records, row[field]]));
  return { calls: of('calls'), writes: of('writes'), reads: of('reads'), ms: of('ms') };
};
