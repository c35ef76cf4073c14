import { type AttributeValue, PutItemCommand, QueryCommand } from '@aws-sdk/client-dynamodb';
import { isClosing } from '#domain/finance/ledger/entry.ts';
import {
  afterKey,
  aheadKey,
  dayOfInstant,
  type Known,
  type KnownEntry,
  knownEntry,
  knownPlace,
  touchedAfter,
} from '#domain/finance/ledger/known.ts';
import type { PeriodSequence } from '#domain/finance/ledger/period-sequence.ts';
import { type IsoDate, monthOf } from '#kernel/date.ts';
import type { Stored } from '#kernel/record.ts';
import { dynamo, marshall, tableName, unmarshall } from '#runtime/dynamo.ts';
import { LAST } from '#runtime/lists.ts';
import type { Records } from '#runtime/records.ts';
import { walkJournal } from './journal-store.ts';

/** Keeps an entry that came on another day than its own; the same one again is the same item. */
export async function keepKnown(tenant: string, entry: KnownEntry): Promise<void> {
  await dynamo.send(new PutItemCommand({ TableName: tableName(), Item: marshall({ ...knownPlace(tenant, entry), ...entry }) }));
}

async function readKnown(pk: string, sk: { readonly over: string; readonly upTo: string }): Promise<KnownEntry[]> {
  const found: KnownEntry[] = [];
  let start: Record<string, AttributeValue> | undefined;
  do {
    const answer = await dynamo.send(
      new QueryCommand({
        TableName: tableName(),
        KeyConditionExpression: 'pk = :pk AND sk BETWEEN :over AND :upTo',
        ExpressionAttributeValues: marshall({ ':pk': pk, ':over': sk.over, ':upTo': sk.upTo }),
        ConsistentRead: true,
        ...(start ? { ExclusiveStartKey: start } : {}),
      }),
    );
    found.push(...(answer.Items ?? []).map((item) => unmarshall(item) as unknown as KnownEntry));
    start = answer.LastEvaluatedKey;
  } while (start);
  return found;
}

/**
 * What the books up to a day did not know at an instant, or knew ahead: by the months in which anything was posted since, and the
 * entries of the instant's own day.
 * @param sequences of the periods up to that day.
 */
export async function readKnowledge(
  records: Records,
  sequences: readonly Stored<PeriodSequence>[],
  date: IsoDate,
  at: string,
): Promise<Known> {
  const last = dayOfInstant(at);
  const touched = touchedAfter(sequences, at).filter((month) => month <= monthOf(date) && month <= monthOf(last));
  const late = touched.map((month) => readKnown(afterKey(records.tenant, month), { over: `${at}$`, upTo: '9' }));
  const [after, ahead, sameDay] = await Promise.all([
    Promise.all(late),
    date > last ? readKnown(aheadKey(records.tenant), { over: `${last}$`, upTo: `${date}$` }) : [],
    date >= last && touched.includes(monthOf(last)) ? readDay(records, last, at) : [],
  ]);
  const told = after.flat().filter(({ day }) => day <= last);
  const ids = new Set(told.map(({ id }) => id));
  return {
    at,
    after: [...told, ...sameDay.filter(({ id }) => !ids.has(id))],
    ahead: ahead.filter((entry) => entry.at <= at),
  };
}

/** Entries of one day whose documents were made after an instant of it. */
async function readDay(records: Records, day: IsoDate, at: string): Promise<KnownEntry[]> {
  const found: KnownEntry[] = [];
  for await (const { items } of walkJournal(records, { months: [monthOf(day)], order: 'asc', from: day, to: `${day}${LAST}`, pace: 100 }))
    for (const { document } of items) {
      const { id, kind, entry, history } = document;
      const made = history[0]?.at ?? '';
      if (isClosing(entry) || dayOfInstant(made) !== day || made <= at) continue;
      found.push(knownEntry({ id, kind, entry, at: made }));
    }
  return found;
}
