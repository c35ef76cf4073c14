import {
  BatchGetItemCommand,
  DeleteItemCommand,
  GetItemCommand,
  PutItemCommand,
  type TransactWriteItem,
  TransactWriteItemsCommand,
} from '@aws-sdk/client-dynamodb';
import { assert } from '#kernel/assert.ts';
import { missing } from '#kernel/errors.ts';
import type { Change, RecordType, Stored } from '#kernel/record.ts';
import { dynamo, marshall, tableName, unmarshall } from './dynamo.ts';
import { fromStored, keyOf, type Stamp, toStored } from './record-item.ts';
import { refusalOf } from './transaction-refusal.ts';

/** The most a DynamoDB transaction may hold. */
export const MAX_TRANSACTION_ITEMS = 100;

/**
 * One company's records. The tenant is fixed at construction, from the verified token or the workflow's input, and is
 * the first part of every key: no call can name another company's record.
 */
export class Records {
  readonly tenant: string;
  readonly stamp: Stamp;
  /** On a dry run: what would have been written, so that later steps of the same action see it. */
  readonly #planned = new Map<string, Stored<object> | undefined>();

  /** Records on which the request's key is kept: what tells a repeat of it. On all others it would only take room. */
  readonly #proofs = new Set<string>();

  /** A change that goes along with the first commit of the action. */
  #along: Change | undefined;

  constructor(tenant: string, stamp: Stamp) {
    assert(/^[a-z][a-z0-9-]{1,30}$/.test(tenant), 'the tenant is a plain name');
    this.tenant = tenant;
    this.stamp = stamp;
  }

  /** The record, strongly consistent, or undefined. 1 read unit per 4 KB. */
  async get<T>(type: RecordType<T>, id: string): Promise<Stored<T> | undefined> {
    if (this.#planned.has(id)) return this.#planned.get(id) as Stored<T> | undefined;
    const { Item } = await dynamo.send(
      new GetItemCommand({ TableName: tableName(), Key: marshall(keyOf(this.tenant, type.kind, id)), ConsistentRead: true }),
    );
    return Item && fromStored<T>(unmarshall(Item));
  }

  /** The record. @throws DomainError `<kind>.not_found` (404), also for another company's id. */
  async need<T>(type: RecordType<T>, id: string, field?: string): Promise<Stored<T>> {
    const found = await this.get(type, id);
    if (!found) throw missing(`${type.kind}.not_found`, `There is no ${type.kind.replaceAll('-', ' ')} ${id}.`, field, { id });
    return found;
  }

  /** Several records of one kind by id, in the order asked for; undefined where there is none. 100 per call, calls in parallel. */
  async getMany<T>(type: RecordType<T>, ids: readonly string[]): Promise<(Stored<T> | undefined)[]> {
    const unique = [...new Set(ids)];
    const found = new Map<string, Stored<T>>();
    const chunks = Array.from({ length: Math.ceil(unique.length / 100) }, (_, i) => unique.slice(i * 100, i * 100 + 100));
    await Promise.all(chunks.map((chunk) => this.#batch(type, chunk, found)));
    return ids.map((id) => (this.#planned.has(id) ? (this.#planned.get(id) as Stored<T> | undefined) : found.get(id)));
  }

  async #batch<T>(type: RecordType<T>, ids: readonly string[], found: Map<string, Stored<T>>): Promise<void> {
    let keys = ids.map((id) => marshall(keyOf(this.tenant, type.kind, id)));
    while (keys.length > 0) {
      const answer = await dynamo.send(new BatchGetItemCommand({ RequestItems: { [tableName()]: { Keys: keys, ConsistentRead: true } } }));
      for (const item of answer.Responses?.[tableName()] ?? []) {
        const record = fromStored<T>(unmarshall(item));
        found.set(record.id, record);
      }
      keys = (answer.UnprocessedKeys?.[tableName()]?.Keys ?? []) as typeof keys;
    }
  }

  /**
   * Commits the changes of one business action together or not at all, and returns the records as they now stand, in
   * the order of the changes (the first one typed `T`). On a dry run nothing is written.
   * @throws AlreadyThere when a created id exists, WriteConflict when a record moved on since it was read.
   */
  async commit<T = object>(asked: readonly Change[]): Promise<[Stored<T>, ...Stored<object>[]]> {
    const changes = this.#along ? [...asked, this.#along] : asked;
    assert(changes.length > 0 && changes.length <= MAX_TRANSACTION_ITEMS, `a transaction has 1 to 100 changes, not ${changes.length}`);
    const writes = changes.map((change) => this.#write(change));
    if (this.stamp.dryRun)
      for (const [i, { after }] of writes.entries()) this.#planned.set(after.id, changes[i]?.op === 'remove' ? undefined : after);
    else
      await this.#send(
        changes,
        writes.map((w) => w.write),
      );
    this.#along = undefined;
    return writes.map((w) => w.after) as [Stored<T>, ...Stored<object>[]];
  }

  /** Keeps the request's key on the record's next step, so that a repeat finds it there. */
  proveOn(id: string): void {
    this.#proofs.add(id);
  }

  #stampFor(id: string): Stamp {
    const { key, digest, ...plain } = this.stamp;
    return this.#proofs.has(id) ? this.stamp : plain;
  }

  /** Lets a change go along with the next commit, in its transaction. */
  goAlong(change: Change): void {
    this.#along = change;
  }

  #write(change: Change): { write: TransactWriteItem; after: Stored<object> } {
    const TableName = tableName();
    if (change.op === 'create') {
      const { item, after } = toStored(this.tenant, this.#stampFor(change.id), change.type, change.id, change.data, undefined);
      return { after, write: { Put: { TableName, Item: marshall(item), ConditionExpression: 'attribute_not_exists(pk)' } } };
    }
    const guard = {
      TableName,
      ConditionExpression: 'rev = :rev',
      ExpressionAttributeValues: marshall({ ':rev': change.before.rev }),
    };
    const Key = marshall(keyOf(this.tenant, change.type.kind, change.before.id));
    if (change.op === 'check') return { after: change.before as Stored<object>, write: { ConditionCheck: { ...guard, Key } } };
    if (change.op === 'remove') return { after: change.before as Stored<object>, write: { Delete: { ...guard, Key } } };
    const { item, after } = toStored(
      this.tenant,
      this.#stampFor(change.before.id),
      change.type,
      change.before.id,
      change.data,
      change.before,
      change.was,
    );
    return { after, write: { Put: { ...guard, Item: marshall(item) } } };
  }

  /** A single change needs no transaction (half the price); several go as one. */
  async #send(changes: readonly Change[], writes: TransactWriteItem[]): Promise<void> {
    const only = writes.length === 1 ? writes[0] : undefined;
    try {
      if (only?.Put) await dynamo.send(new PutItemCommand(only.Put));
      else if (only?.Delete) await dynamo.send(new DeleteItemCommand(only.Delete));
      else await dynamo.send(new TransactWriteItemsCommand({ TransactItems: writes }));
    } catch (error) {
      throw refusalOf(error, changes) ?? error;
    }
  }
}
