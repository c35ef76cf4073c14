import type { DynamoDBRecord, DynamoDBStreamEvent } from 'aws-lambda';
import { chunksOf, type Piece } from '#domain/finance/ledger/projection.ts';
import { giveUp, type RecordRef } from '#runtime/dead-letters.ts';
import type { Attributes } from '#runtime/dynamo.ts';
import { note } from '#runtime/log.ts';
import { worker } from '#runtime/pipeline.ts';
import { refOf } from '#runtime/stream.ts';
import { isRefusedByTable } from './balance-store.ts';
import { countPieces, outOfDayIn, piecesIn } from './entry-projection.ts';
import { keepKnown } from './known-store.ts';

const CODE = 'projection';

/** An entry of the stream, in pieces, and the document that carries it. */
interface Counting {
  readonly about: RecordRef;
  readonly pieces: readonly Piece[];
}

/**
 * Adds new entries to the balances. A failure is thrown and so fails the whole batch: it comes again from its start,
 * and what was counted is not counted a second time. An entry that can never be counted goes to the dead letters: all
 * others are counted, and its number stays open in its shard until it is.
 */
export const handler = worker<DynamoDBStreamEvent, void>(CODE, async ({ Records }) => {
  const entries: Counting[] = [];
  const late: NonNullable<ReturnType<typeof outOfDayIn>>[] = [];
  for (const record of Records.filter(isNewEntry)) {
    const about = refOf(record);
    try {
      const pieces = piecesIn(record.dynamodb?.NewImage as Attributes);
      if (pieces.length === 0) continue;
      entries.push({ about, pieces });
      const known = outOfDayIn(record);
      if (known) late.push(known);
    } catch (error) {
      await giveUp(CODE, about, error);
    }
  }
  // Before they count: whoever waits for the balances finds it.
  await Promise.all(late.map(({ tenant, entry }) => keepKnown(tenant, entry)));
  const chunks = chunksOf(entries.flatMap(({ pieces }) => pieces));
  const givenUp = new Set<Counting>();
  let counted = 0;
  for (const chunk of chunks) counted += await countChunk(chunk, entries, givenUp);
  note({ records: Records.length, entries: entries.length, counted, transactions: chunks.length });
});

const hasEntry = (image: object | undefined): boolean => (image as Attributes | undefined)?.data?.M?.entry !== undefined;

/** An entry is never changed: it counts when its document is made with it or, of what is approved first, gets it. */
const isNewEntry = ({ eventName, dynamodb }: DynamoDBRecord): boolean =>
  eventName !== 'REMOVE' && hasEntry(dynamodb?.NewImage) && !(eventName === 'MODIFY' && hasEntry(dynamodb?.OldImage));

/** Entry by entry where the table refuses them together: it may be for one alone. */
async function countChunk(chunk: readonly Piece[], entries: readonly Counting[], givenUp: Set<Counting>): Promise<number> {
  try {
    if (givenUp.size === 0) return await countPieces(chunk);
  } catch (error) {
    if (!isRefusedByTable(error)) throw error;
  }
  let counted = 0;
  for (const entry of entries.filter((each) => !givenUp.has(each)))
    try {
      for (const piece of entry.pieces.filter((mine) => chunk.includes(mine))) counted += await countPieces([piece]);
    } catch (error) {
      if (!isRefusedByTable(error)) throw error;
      givenUp.add(entry);
      await giveUp(CODE, entry.about, error);
    }
  return counted;
}
