import { type AttributeValue, PutItemCommand, QueryCommand } from '@aws-sdk/client-dynamodb';
import type { Entry } from '#domain/finance/ledger/entry.ts';
import { leafHash } from '#domain/finance/proof/merkle.ts';
import { type EntrySequence, hashedText, sequenceName } from '#domain/finance/proof/sequence.ts';
import { assert } from '#kernel/assert.ts';
import { dynamo, marshall, tableName, unmarshall } from '#runtime/dynamo.ts';
import { digest } from './digest.ts';

/** The hash of an entry, by its number in its sequence. */
export interface Leaf extends EntrySequence {
  readonly tenant: string;
  readonly seq: number;
  readonly hash: Uint8Array;
}

/** The hash of an entry as it came into the books. @param document the id of what carries it. */
export const leafOf = (tenant: string, document: string, entry: Entry): Leaf => ({
  ...{ tenant, period: entry.period, shard: entry.shard, seq: entry.seq },
  hash: leafHash(digest, Buffer.from(hashedText(document, entry))),
});

/** Hashes in one item: with so many it is under three kilobytes. */
const MOST_IN_ROW = 64;
const HASH_BYTES = 32;
const DIGITS = 12;
export const leafPlace = (seq: number): string => String(seq).padStart(DIGITS, '0');
const leafKey = (tenant: string, sequence: EntrySequence): string => `${tenant}#leaf#${sequenceName(sequence)}`;

/** Leaves of one sequence that follow one another. */
type Run = readonly [Leaf, ...Leaf[]];

function runsOf(leaves: readonly Leaf[]): Run[] {
  const runs: [Leaf, ...Leaf[]][] = [];
  const bySequence = Map.groupBy(leaves, ({ tenant, ...sequence }) => leafKey(tenant, sequence));
  for (const mine of bySequence.values()) {
    let run: [Leaf, ...Leaf[]] | undefined;
    for (const leaf of mine.toSorted((a, b) => a.seq - b.seq)) {
      const last = run?.at(-1)?.seq;
      if (leaf.seq === last) continue;
      if (run && leaf.seq === (last ?? 0) + 1 && run.length < MOST_IN_ROW) run.push(leaf);
      else {
        run = [leaf];
        runs.push(run);
      }
    }
  }
  return runs;
}

/** Keeps the hashes of entries; the same ones again stand beside them, and say the same. */
export async function keepLeaves(leaves: readonly Leaf[]): Promise<void> {
  await Promise.all(
    runsOf(leaves).map(async (run) => {
      const [{ tenant, seq, ...sequence }] = run;
      const hashes = Buffer.concat(run.map(({ hash }) => hash)).toString('base64');
      const Item = marshall({ pk: leafKey(tenant, sequence), sk: `${leafPlace(seq)}#${run.length}`, hashes });
      await dynamo.send(new PutItemCommand({ TableName: tableName(), Item }));
    }),
  );
}

/** The hashes of entries of a sequence by their numbers; those that are not kept are left out. */
export async function readLeaves(
  tenant: string,
  sequence: EntrySequence,
  { from, to }: { readonly from: number; readonly to: number },
): Promise<Map<number, Uint8Array>> {
  const found = new Map<number, Uint8Array>();
  let start: Record<string, AttributeValue> | undefined;
  do {
    const answer = await dynamo.send(
      new QueryCommand({
        TableName: tableName(),
        KeyConditionExpression: 'pk = :pk AND sk BETWEEN :from AND :to',
        // A row that begins before may hold some of them.
        ExpressionAttributeValues: marshall({
          ':pk': leafKey(tenant, sequence),
          ':from': leafPlace(Math.max(from - MOST_IN_ROW + 1, 0)),
          ':to': `${leafPlace(to)}$`,
        }),
        ConsistentRead: true,
        ...(start ? { ExclusiveStartKey: start } : {}),
      }),
    );
    for (const item of answer.Items ?? []) takeRow(found, unmarshall(item) as unknown as Row, { from, to });
    start = answer.LastEvaluatedKey;
  } while (start);
  return found;
}

interface Row {
  readonly sk: string;
  /** One after the other, in base64. */
  readonly hashes: string;
}

function takeRow(found: Map<number, Uint8Array>, row: Row, { from, to }: { readonly from: number; readonly to: number }): void {
  const first = Number(row.sk.slice(0, DIGITS));
  const hashes = Buffer.from(row.hashes, 'base64');
  assert(hashes.length % HASH_BYTES === 0, 'a row holds whole hashes');
  for (let i = 0; i * HASH_BYTES < hashes.length; i += 1)
    if (first + i >= from && first + i <= to) found.set(first + i, hashes.subarray(i * HASH_BYTES, (i + 1) * HASH_BYTES));
}
