import { GetItemCommand, ScanCommand, type ScanCommandInput } from '@aws-sdk/client-dynamodb';
import { kindOf, storageOf } from '../../../shared/domain/kinds.ts';
import { sendChanges } from '../../../shared/runtime/change-queues.ts';
import type { RecordChange } from '../../../shared/runtime/changes.ts';
import type { DeadLetter, RecordRef } from '../../../shared/runtime/dead-letters.ts';
import { type Attributes, dynamo, marshall, tableName } from '../../../shared/runtime/dynamo.ts';
import { keyOf } from '../../../shared/runtime/record-item.ts';
import { changeAgain } from '../../../shared/runtime/stream.ts';
import { Failure } from '../local/failure.ts';
import { followedKinds } from './target.ts';

/** The item of a record as it stands. */
export async function itemOf({ tenant, kind, id }: RecordRef): Promise<Attributes | undefined> {
  const Key = marshall(keyOf(tenant, { kind }, id));
  return (await dynamo.send(new GetItemCommand({ TableName: tableName(), Key, ConsistentRead: true }))).Item;
}

/** Tells a record once more, as it stands; one that is gone, as it was told. @throws Failure where a queue does not take it. */
export async function republish(about: DeadLetter): Promise<void> {
  const item = await itemOf(about);
  const { cause, ...described } = about;
  await send([(item && changeAgain(item, storageOf)) ?? { ...described, again: true }]);
}

/** Tells a company's record once more, by its id. */
export async function republishRecord(tenant: string, id: string): Promise<void> {
  const type = kindOf(id);
  if (!type || !followedKinds().includes(type.kind)) throw new Failure(`nobody follows ${id}: followed are ${followedKinds().join(', ')}`);
  if (!(await itemOf({ tenant, kind: type.kind, id }))) throw new Failure(`${tenant} has no ${id}`);
  await republish({ tenant, kind: type.kind, id });
}

/** Tells every record of a company that somebody follows once more; how many. Reads the whole table, since no index is by company. */
export async function republishCompany(tenant: string): Promise<number> {
  const kinds = followedKinds();
  const names = kinds.map((_, i) => `:k${i}`);
  const scan: ScanCommandInput = {
    TableName: tableName(),
    FilterExpression: `tenant = :t AND kind IN (${names.join(', ')})`,
    ExpressionAttributeValues: marshall({ ':t': tenant, ...Object.fromEntries(kinds.map((kind, i) => [`:k${i}`, kind])) }),
  };
  let count = 0;
  let start: Attributes | undefined;
  do {
    const { Items = [], LastEvaluatedKey } = await dynamo.send(
      new ScanCommand({ ...scan, ...(start ? { ExclusiveStartKey: start } : {}) }),
    );
    const changes = Items.flatMap((item) => changeAgain(item, storageOf) ?? []);
    await send(changes);
    count += changes.length;
    start = LastEvaluatedKey;
  } while (start);
  return count;
}

/** Each time as a new message: the queue must not take it for one that it had. */
async function send(changes: readonly RecordChange[]): Promise<void> {
  const now = Date.now();
  const { refused } = await sendChanges(changes.map((change, i) => ({ change, event: `again-${now}-${process.pid}-${i}` })));
  const [first] = refused;
  if (first) throw new Failure(`${first.change.tenant} ${first.change.id} and ${refused.length - 1} more were not taken: ${first.cause}`);
}
