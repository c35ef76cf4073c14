import type { DynamoDBRecord, DynamoDBStreamEvent } from 'aws-lambda';
import { walkJournal } from '../../functions/finance/ledger/journal-store.ts';
import { periodsOf } from '../../functions/finance/ledger/period-store.ts';
import { handler } from '../../functions/finance/ledger/project-balances.event.ts';
import type { TenantEntry } from '../../shared/domain/finance/ledger/projection.ts';
import { COMPANY_ID, Companies } from '../../shared/domain/platform/company/company.ts';
import { marshall } from '../../shared/runtime/dynamo.ts';
import { recordsOf } from './company.ts';

/** What the stream tells of a document that was made with an entry. */
export const insertion = ({ tenant, entry }: TenantEntry): DynamoDBRecord => ({
  eventName: 'INSERT',
  dynamodb: { NewImage: marshall({ pk: `${tenant}#manual-entry#x`, sk: '#', tenant, kind: 'manual-entry', data: { entry } }) as never },
});

export const batchOf = (entries: readonly TenantEntry[]): DynamoDBStreamEvent => ({ Records: entries.map(insertion) });

/** Every entry of a company, from its documents. */
export async function entriesOf(tenant: string): Promise<TenantEntry[]> {
  const records = recordsOf(tenant);
  const { fiscalYears } = await records.getOrThrow(Companies, COMPANY_ID);
  const entries: TenantEntry[] = [];
  for await (const { items } of walkJournal(records, { months: periodsOf(fiscalYears), order: 'asc', pace: 100 }))
    entries.push(...items.map(({ document }) => ({ tenant, entry: document.entry })));
  return entries;
}

/**
 * Counts all entries of a company into its balances, as the table's stream does. Where the stack is deployed its own
 * projection runs as well: each entry counts once all the same.
 */
export async function projectCompany(tenant: string): Promise<void> {
  await handler(batchOf(await entriesOf(tenant)));
}
