import { Customers } from '#domain/crm/customers/customer.ts';
import { gainedBy } from '#domain/finance/currencies/exchange-difference.ts';
import type { EntryLine } from '#domain/finance/ledger/entry.ts';
import type { Settlement } from '#domain/finance/open-items/subledger.ts';
import type { IsoDate } from '#kernel/date.ts';
import type { Change } from '#kernel/record.ts';
import { differenceChanges, type World } from '../currencies/differences.ts';
import { adjustExposure } from './exposure.ts';

interface Document {
  readonly customerId: string;
  readonly entry?: { readonly lines: readonly EntryLine[] };
}

/**
 * What follows of settling invoices in a foreign currency, or of undoing that: the difference with its entry, and by as much more or
 * less at risk, as 430 has it. Of those in euros nothing does, and nothing is read.
 */
export async function settledChanges(
  world: World,
  document: Document,
  { settlements, date }: { readonly settlements: readonly Settlement[]; readonly date: IsoDate },
): Promise<Change[]> {
  if (settlements.length === 0) return [];
  const [differences, customer] = await Promise.all([
    differenceChanges(world, { side: 'receivable', settlements, document, date }),
    world.records.getOrThrow(Customers, document.customerId),
  ]);
  return [...differences, ...(await adjustExposure(world.records, customer, gainedBy('receivable', settlements), { ignoringLimit: true }))];
}
