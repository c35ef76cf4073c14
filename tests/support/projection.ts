import type { DynamoDBRecord, DynamoDBStreamEvent } from 'aws-lambda';
import { walkJournal } from '../../functions/finance/ledger/journal-store.ts';
import { periodsOf } from '../../functions/finance/ledger/period-store.ts';
import { handler } from '../../functions/finance/ledger/project-balances.event.ts';
import type { TenantEntry } from '../../shared/domain/finance/ledger/projection.ts';
import { POSTING_KINDS, type PostingType, storageOf } from '../../shared/domain/kinds.ts';
import { COMPANY_ID, Companies } from '../../shared/domain/platform/company/company.ts';
import { marshall } from '../../shared/runtime/dynamo.ts';
import { keyOf } from '../../shared/runtime/record-item.ts';
import { shorten } from '../../shared/runtime/short-names.ts';
import { recordsOf } from './company.ts';
import type { MemoryTable } from './memory-table.ts';

/** An entry and its document; without one a manual entry. */
interface Posted extends TenantEntry {
  readonly kind?: string;
  readonly document?: object;
  readonly id?: string;
}

const postingKind = (kind: string) => POSTING_KINDS.find((known) => known.kind === kind) ?? { kind };

/** What the stream tells of a document that was made with an entry. */
export const insertion = ({ tenant, entry, kind = 'manual-entry', document = { entry }, id = 'x' }: Posted): DynamoDBRecord => ({
  eventName: 'INSERT',
  dynamodb: {
    NewImage: marshall({ ...keyOf(tenant, postingKind(kind), id), tenant, kind, data: shorten(document, storageOf(kind).short) }) as never,
  },
});

export const batchOf = (entries: readonly Posted[]): DynamoDBStreamEvent => ({ Records: entries.map(insertion) });

/** Every entry of a company, from its documents. */
export async function entriesOf(tenant: string): Promise<Posted[]> {
  const records = recordsOf(tenant);
  const { fiscalYears } = await records.getOrThrow(Companies, COMPANY_ID);
  const entries: Posted[] = [];
  for await (const { items } of walkJournal(records, { months: periodsOf(fiscalYears), order: 'asc', pace: 100 }))
    for (const { document } of items) {
      const { entry, kind, id } = document;
      const type = POSTING_KINDS.find((known) => known.kind === kind) as PostingType;
      entries.push({ tenant, entry, kind, document: await records.getOrThrow(type, id), id });
    }
  return entries;
}

/** Counts what the table in memory was given since the last time, as its stream would tell it: of a company with many entries. */
export const projectNews = (table: Pick<MemoryTable, 'news'>): Promise<void> =>
  handler({ Records: table.news().map((item) => ({ eventName: 'INSERT', dynamodb: { NewImage: item as never } })) });

/**
 * Counts all entries of a company into its balances, as the table's stream does. Where the stack is deployed its own
 * projection runs as well: each entry counts once all the same.
 */
export async function projectCompany(tenant: string): Promise<void> {
  await handler(batchOf(await entriesOf(tenant)));
}
