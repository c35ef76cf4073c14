import { PutItemCommand, QueryCommand } from '@aws-sdk/client-dynamodb';
import type { SealedPart, StoredSeal } from '#domain/finance/proof/book-seal.ts';
import { type EntrySequence, sequenceName } from '#domain/finance/proof/sequence.ts';
import { dynamo, marshall, tableName, unmarshall } from '#runtime/dynamo.ts';
import { leafPlace } from './leaf-store.ts';

const partKey = (tenant: string, sequence: EntrySequence): string => `${tenant}#seal-part#${sequenceName(sequence)}`;

/** Keeps by which seal the entries of each part are held; the same ones again are the same items. */
export async function keepParts(tenant: string, { no, parts }: Pick<StoredSeal, 'no' | 'parts'>): Promise<void> {
  await Promise.all(
    parts.map((part) =>
      dynamo.send(
        new PutItemCommand({
          TableName: tableName(),
          Item: marshall({ pk: partKey(tenant, part), sk: leafPlace(part.to), no, from: part.from }),
        }),
      ),
    ),
  );
}

/** The number of the seal that holds an entry; undefined of one that is not sealed yet. */
export async function sealHolding(
  tenant: string,
  { seq, ...sequence }: EntrySequence & { readonly seq: number },
): Promise<number | undefined> {
  const answer = await dynamo.send(
    new QueryCommand({
      TableName: tableName(),
      KeyConditionExpression: 'pk = :pk AND sk BETWEEN :seq AND :last',
      ExpressionAttributeValues: marshall({ ':pk': partKey(tenant, sequence), ':seq': leafPlace(seq), ':last': '9' }),
      ConsistentRead: true,
      Limit: 1,
    }),
  );
  const item = answer.Items?.[0];
  return item && Number(unmarshall(item).no);
}

/** Whether a part holds an entry of a number. */
export const isInPart = ({ period, shard, from, to }: SealedPart, entry: EntrySequence & { readonly seq: number }): boolean =>
  period === entry.period && shard === entry.shard && from <= entry.seq && entry.seq <= to;
