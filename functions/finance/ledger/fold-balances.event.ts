import type { DynamoDBBatchResponse, DynamoDBStreamEvent } from 'aws-lambda';
import type { Entry } from '#domain/finance/ledger/entry.ts';
import { chunksOf, fold, laneOf, type Piece, piecesOf, type TenantEntry } from '#domain/finance/ledger/fold.ts';
import { untilCommitted } from '#runtime/conflicts.ts';
import { type Attributes, unmarshall } from '#runtime/dynamo.ts';
import { log } from '#runtime/log.ts';
import { lengthen } from '#runtime/short-names.ts';
import { applyFold, readFences } from './balance-store.ts';

/**
 * Folds new entries into the balances. A failure is thrown and so fails the whole batch: it comes again from its start,
 * and what was counted passes no fence a second time. The list of failed items is therefore always empty.
 */
export async function handler(event: DynamoDBStreamEvent): Promise<DynamoDBBatchResponse> {
  const started = performance.now();
  const entries = event.Records.flatMap(entriesOf);
  const chunks = chunksOf(entries.flatMap(piecesOf));
  let counted = 0;
  for (const chunk of chunks) counted += await untilCommitted(() => foldChunk(chunk));
  log('info', 'fold', {
    records: event.Records.length,
    entries: entries.length,
    counted,
    transactions: chunks.length,
    ms: Math.round(performance.now() - started),
  });
  return { batchItemFailures: [] };
}

/** Entries are born with their document and never change: only insertions count. */
function entriesOf(record: DynamoDBStreamEvent['Records'][number]): TenantEntry[] {
  if (record.eventName !== 'INSERT' || !record.dynamodb?.NewImage) return [];
  const image = unmarshall(record.dynamodb.NewImage as Attributes) as { tenant?: string; data?: { entry?: unknown } };
  return image.tenant && image.data?.entry ? [{ tenant: image.tenant, entry: lengthen(image.data.entry) as Entry }] : [];
}

/** One transaction, or none when all of it was counted before. */
async function foldChunk(chunk: readonly Piece[]): Promise<number> {
  const before = await readFences([...new Set(chunk.map(laneOf))]);
  const { increments, fences, counted } = fold(chunk, before);
  if (fences.size > 0) await applyFold(increments, fences, before);
  return counted;
}
