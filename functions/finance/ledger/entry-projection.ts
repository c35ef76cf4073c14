import type { DynamoDBRecord } from 'aws-lambda';
import { assertBalanced, Entry } from '#domain/finance/ledger/entry.ts';
import { type KnownEntry, outOfDay } from '#domain/finance/ledger/known.ts';
import { type Checkpoint, type Piece, pass, piecesOf, project, START, shardOf } from '#domain/finance/ledger/projection.ts';
import { storageOf, taxesOf } from '#domain/kinds.ts';
import { untilCommitted } from '#runtime/conflicts.ts';
import { type Attributes, unmarshall } from '#runtime/dynamo.ts';
import { type Packed, unpacked } from '#runtime/history.ts';
import { dataIn, faultsIn, idIn } from '#runtime/record-item.ts';
import { keepLeaves, type Leaf, leafOf } from '../proof/leaf-store.ts';
import { applyProjection, readCheckpoints } from './balance-store.ts';

/** The entry of a document's item, in pieces; none where it carries none. @throws Error where nobody can count it. */
export function piecesIn(item: Attributes): Piece[] {
  if (!item.tenant?.S || !item.data?.M?.entry) return [];
  const kind = item.kind?.S ?? '';
  const plain = unmarshall(item);
  const document = dataIn(storageOf(kind), plain);
  const { entry } = document as { readonly entry: Entry };
  const wrong = faultsIn({ data: Entry }, entry);
  if (wrong) throw new TypeError(wrong);
  assertBalanced(entry.lines);
  const pieces = piecesOf({
    tenant: item.tenant.S,
    entry,
    taxes: taxesOf(kind, document),
  });
  // What would fail together with others of a transaction fails here, alone.
  project(pieces, new Map());
  const { hash } = leafOf(item.tenant.S, idIn(plain as { pk: string; sk: string }, item.tenant.S, kind), entry);
  return pieces.map((piece) => ({ ...piece, hash }));
}

/** Where an entry of the stream came on another day than its own: what is kept of that. Who wrote it must be told, or nothing is kept. */
export function outOfDayIn({ eventName, dynamodb }: DynamoDBRecord): { readonly tenant: string; readonly entry: KnownEntry } | undefined {
  const item = unmarshall((dynamodb?.NewImage ?? {}) as Attributes);
  const { tenant, kind, history } = item as { tenant: string; kind: string; history?: Packed[] };
  if (!history) return undefined;
  const storage = storageOf(kind);
  const { entry } = dataIn(storage, item) as { readonly entry: Entry };
  const at = unpacked(history, storage.short).at(-1)?.at ?? '';
  const id = idIn(item as { pk: string; sk: string }, tenant, kind);
  const known = outOfDay({ id, kind, entry, at }, eventName === 'INSERT');
  return known && { tenant, entry: known };
}

/** The hashes of entries that begin to be counted: they are kept before, and those of what was counted stay as they were. */
const leavesOf = (pieces: readonly Piece[], before: ReadonlyMap<string, Checkpoint>): Leaf[] =>
  pieces.flatMap((piece) => {
    const { tenant, entry, hash } = piece;
    const isNew =
      hash !== undefined && piece.piece === 0 && pass(before.get(shardOf(piece)) ?? START, entry.seq, 0, piece.pieces) !== undefined;
    return isNew ? [{ tenant, period: entry.period, shard: entry.shard, seq: entry.seq, hash }] : [];
  });

/** Counts pieces in one transaction, or in none when all of them were counted before; how many entries came to their end. */
export const countPieces = (pieces: readonly Piece[]): Promise<number> =>
  untilCommitted(async () => {
    const before = await readCheckpoints([...new Set(pieces.map(shardOf))]);
    const { increments, checkpoints, counted } = project(pieces, before);
    await keepLeaves(leavesOf(pieces, before));
    if (checkpoints.size > 0) await applyProjection(increments, checkpoints, before);
    return counted;
  });
