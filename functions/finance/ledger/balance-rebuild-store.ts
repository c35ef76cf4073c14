import { setTimeout as pause } from 'node:timers/promises';
import { type TransactWriteItem, TransactWriteItemsCommand } from '@aws-sdk/client-dynamodb';
import { CLOSING_SHARD } from '#domain/finance/ledger/entry.ts';
import { type PeriodSequence, PeriodSequences, sequenceId } from '#domain/finance/ledger/period-sequence.ts';
import {
  analyticSpan,
  balancesKey,
  type Checkpoint,
  checkpointPlace,
  currencySpan,
  MAX_ITEMS,
  piecesOf,
  project,
  START,
  shardKey,
} from '#domain/finance/ledger/projection.ts';
import { type Month, yearOf } from '#kernel/date.ts';
import { untilCommitted, WriteConflict } from '#runtime/conflicts.ts';
import { dynamo, marshall, tableName } from '#runtime/dynamo.ts';
import { readPartition } from '#runtime/partition.ts';
import type { Records } from '#runtime/records.ts';
import { moveCheckpoint, readCheckpoints, type StoredCheckpoint, sameRevisions } from './balance-store.ts';
import { walkJournal } from './journal-store.ts';
import { sequencesOf } from './period-store.ts';

/** A figure of the balances that is not what the entries come to. */
export interface Difference {
  /** Partition and sort key of the row. */
  readonly pk: string;
  readonly sk: string;
  /** `d03`: debits of month (or day) 3. */
  readonly field: string;
  readonly stored: string;
  readonly expected: string;
}

/** A month's balances beside its entries. */
export interface MonthComparison {
  readonly month: Month;
  readonly entries: number;
  /** Entries that the period has numbered and no document carries, or one that is damaged: `2026-03.1 #17`. */
  readonly missing: readonly string[];
  readonly differences: readonly Difference[];
  /** Shards that are counted otherwise than their entries stand. */
  readonly shards: readonly string[];
}

/** Entries are found by an index that follows the records: so long is waited for one that has a number and is not there. */
const PATIENCE_MS = 10_000;

/** Compares the balances of a month with its entries; nothing is written. */
export async function compareBalances(records: Records, month: Month): Promise<MonthComparison> {
  return (await foldMonth(records, month)).comparison;
}

/**
 * Folds a month's entries again and puts right what the balances hold otherwise: figures, and up to where each shard is
 * counted. Postings go on meanwhile: where the projection counts one in between, the month is folded once more.
 * @returns what was put right.
 */
export const rebuildBalances = (records: Records, month: Month): Promise<MonthComparison> =>
  untilCommitted(async () => {
    const { comparison, before, after } = await foldMonth(records, month);
    const updates = updatesOf(comparison.differences);
    const shards = [...after.keys()];
    const guards = shards.map((shard) => guard(shard, before.get(shard)?.rev));
    const room = MAX_ITEMS - shards.length;
    for (let at = 0; at < updates.length; at += room) await write([...guards, ...updates.slice(at, at + room)]);
    // All of them, also those that stand right: who reads balances meanwhile sees that they moved, and reads again.
    if (updates.length + comparison.shards.length > 0)
      await write(shards.map((shard) => moveCheckpoint(shard, after.get(shard) ?? START, before.get(shard)?.rev)));
    return comparison;
  });

/** What the entries of a month come to, and how it is stored: both seen between two equal sights of its checkpoints. */
async function foldMonth(records: Records, month: Month) {
  const { tenant } = records;
  const ids = [...sequencesOf(month), sequenceId(month, CLOSING_SHARD)];
  const keys = ids.map((_, shard) => shardKey(tenant, month, shard));
  for (const end = Date.now() + PATIENCE_MS; ; await pause(200)) {
    const before = await readCheckpoints(keys);
    const sequences = await records.getMany(PeriodSequences, ids);
    const entries = await entriesOf(records, month);
    const missing = sequences.flatMap((sequence) => (sequence ? gapsIn(sequence, entries) : []));
    const { increments, checkpoints } = project(entries.flatMap(piecesOf), new Map());
    const differences = await differencesIn(tenant, month, increments);
    const isSettled = missing.length === 0 || Date.now() > end;
    if (!isSettled || !sameRevisions(before, await readCheckpoints(keys))) continue;
    const after = new Map(keys.map((key) => [key, checkpoints.get(key) ?? START]));
    const shards = keys.filter((key) => !sameCheckpoint(before.get(key) ?? START, after.get(key) ?? START));
    return { before, after, comparison: { month, entries: entries.length, missing, differences, shards } };
  }
}

async function entriesOf(records: Records, month: Month) {
  const steps = await Array.fromAsync(walkJournal(records, { months: [month], order: 'asc', pace: 100, unreadable: new Set() }));
  return steps.flatMap(({ items }) => items.map(({ document: { entry, taxes } }) => ({ tenant: records.tenant, entry, taxes })));
}

function gapsIn({ period, shard, seq }: PeriodSequence, entries: Awaited<ReturnType<typeof entriesOf>>): string[] {
  const there = new Set(entries.flatMap(({ entry }) => (entry.shard === shard ? [entry.seq] : [])));
  return Array.from({ length: seq }, (_, i) => i + 1).flatMap((no) => (there.has(no) ? [] : [`${period}.${shard} #${no}`]));
}

/** The month's own rows by day, and its fields in the rows of the year. */
async function differencesIn(tenant: string, month: Month, increments: ReturnType<typeof project>['increments']): Promise<Difference[]> {
  const year = yearOf(month);
  const stored = new Map<string, Record<string, unknown>>();
  for (const span of [month, year, analyticSpan(year), currencySpan(year)])
    for (const { pk, sk, ...sums } of await readPartition(balancesKey(tenant, span)))
      stored.set(
        `${pk} ${sk}`,
        Object.fromEntries(Object.entries(sums).filter(([field]) => span === month || field.slice(1, 3) === month.slice(5))),
      );
  const expected = new Map(increments.map(({ span, account, sums }) => [`${balancesKey(tenant, span)} ${account}`, sums]));
  return [...new Set([...stored.keys(), ...expected.keys()])].flatMap((row) => {
    const [have, want] = [stored.get(row) ?? {}, expected.get(row) ?? {}];
    const [pk = '', sk = ''] = row.split(' ');
    return [...new Set([...Object.keys(have), ...Object.keys(want)])].flatMap((field) => {
      const [is, be] = [String(have[field] ?? 0), String(want[field] ?? 0)];
      return is === be ? [] : [{ pk, sk, field, stored: is, expected: be }];
    });
  });
}

const sameCheckpoint = (a: Checkpoint, b: Checkpoint): boolean =>
  a.contiguousTo === b.contiguousTo && a.ahead.join() === b.ahead.join() && a.begun === undefined;

/** One update a row: what it should hold is set, whatever it holds. */
const updatesOf = (differences: readonly Difference[]): TransactWriteItem[] =>
  [...Map.groupBy(differences, ({ pk, sk }) => `${pk} ${sk}`).values()].map((fields) => ({
    Update: {
      TableName: tableName(),
      Key: marshall({ pk: fields[0]?.pk, sk: fields[0]?.sk }),
      UpdateExpression: `SET ${fields.map((_, i) => `#f${i} = :v${i}`).join(', ')}`,
      ExpressionAttributeNames: Object.fromEntries(fields.map(({ field }, i) => [`#f${i}`, field])),
      ExpressionAttributeValues: marshall(Object.fromEntries(fields.map(({ expected }, i) => [`:v${i}`, BigInt(expected)]))),
    },
  }));

const guard = (shard: string, rev: StoredCheckpoint['rev'] | undefined): TransactWriteItem => ({
  ConditionCheck: {
    TableName: tableName(),
    Key: marshall(checkpointPlace(shard)),
    ...(rev === undefined
      ? { ConditionExpression: 'attribute_not_exists(pk)' }
      : { ConditionExpression: 'rev = :rev', ExpressionAttributeValues: marshall({ ':rev': rev }) }),
  },
});

async function write(TransactItems: TransactWriteItem[]): Promise<void> {
  try {
    await dynamo.send(new TransactWriteItemsCommand({ TransactItems }));
  } catch (error) {
    throw error instanceof Error && error.name === 'TransactionCanceledException' ? new WriteConflict(error.message) : error;
  }
}
