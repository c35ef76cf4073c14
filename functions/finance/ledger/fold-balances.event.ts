import type { DynamoDBBatchResponse, DynamoDBStreamEvent } from 'aws-lambda';
import { type TenantEntry, fold, laneOf } from '#domain/finance/ledger/fold.ts';
import type { Entry } from '#domain/finance/ledger/entry.ts';
import { untilCommitted } from '#runtime/conflicts.ts';
import { type Attributes, unmarshall } from '#runtime/dynamo.ts';
import { log } from '#runtime/log.ts';
import { applyFold, readFences, rowsOf } from './balance-store.ts';

/** A transaction holds 100 items: rows of balances and fences together. */
const MAX_ITEMS = 100;

/** Folds new entries into the balances. A failure fails the whole batch: it comes again, and counts nothing twice. */
export async function handler(event: DynamoDBStreamEvent): Promise<DynamoDBBatchResponse> {
  const entries = event.Records.flatMap(entriesOf);
  let counted = 0;
  for (const chunk of chunksOf(entries)) counted += await untilCommitted(() => foldChunk(chunk));
  log('info', 'fold', { records: event.Records.length, entries: entries.length, counted });
  return { batchItemFailures: [] };
}

/** Entries are born with their document and never change: only insertions count. */
function entriesOf(record: DynamoDBStreamEvent['Records'][number]): TenantEntry[] {
  if (record.eventName !== 'INSERT' || !record.dynamodb?.NewImage) return [];
  const image = unmarshall(record.dynamodb.NewImage as Attributes) as { tenant?: string; data?: { entry?: Entry } };
  return image.tenant && image.data?.entry ? [{ tenant: image.tenant, entry: image.data.entry }] : [];
}

async function foldChunk(chunk: readonly TenantEntry[]): Promise<number> {
  const before = await readFences([...new Set(chunk.map(laneOf))]);
  const { movements, fences, counted } = fold(chunk, before);
  if (counted > 0) await applyFold(movements, fences, before);
  return counted;
}

/** The fewest chunks whose rows and fences fit into a transaction each. */
export function chunksOf(entries: readonly TenantEntry[]): TenantEntry[][] {
  const chunks: TenantEntry[][] = [];
  let chunk: TenantEntry[] = [];
  for (const entry of entries) {
    if (chunk.length > 0 && itemsOf([...chunk, entry]) > MAX_ITEMS) {
      chunks.push(chunk);
      chunk = [];
    }
    chunk.push(entry);
  }
  return chunk.length > 0 ? [...chunks, chunk] : chunks;
}

function itemsOf(entries: readonly TenantEntry[]): number {
  const { movements, fences } = fold(entries, new Map());
  return rowsOf(movements).length + fences.size;
}
