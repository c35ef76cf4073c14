import {
  BatchGetItemCommand,
  DeleteItemCommand,
  GetItemCommand,
  PutItemCommand,
  type TransactWriteItem,
  TransactWriteItemsCommand,
} from '@aws-sdk/client-dynamodb';
import { assert } from '#kernel/assert.ts';
import { isUnreadable, missing } from '#kernel/errors.ts';
import type { Change, Changes, RecordEvent, RecordType, Stored } from '#kernel/record.ts';
import { accumulatedChanges } from './accumulators.ts';
import { type Attributes, dynamo, marshall, tableName, unmarshall } from './dynamo.ts';
import { HISTORY, joined, type Packed, unpacked } from './history.ts';
import { readBackwards, readPartition } from './partition.ts';
import { fromStored, keyOf, type Stamp, toStored } from './record-item.ts';
import { sealedItem } from './sealed-item.ts';
import { openedRows, sealerOf, sealingKeys } from './sealed-records.ts';
import { refusalOf } from './transaction-refusal.ts';

/** The most a DynamoDB transaction may hold. */
export const MAX_TRANSACTION_ITEMS = 100;

/** Names a record of any kind. */
export interface Ref {
  readonly type: RecordType<never>;
  readonly id: string;
}

/** The refusal that names a record which is not there. */
export const notFound = (kind: string, id: string, field?: string) =>
  missing(`${kind}.not_found`, `There is no ${kind.replaceAll('-', ' ')} ${id}.`, field, { id });

/**
 * One company's records. The tenant is fixed at construction, from the verified token or the workflow's input, and is
 * the first part of every key: no call can name another company's record.
 */
export class Records {
  readonly tenant: string;
  readonly stamp: Stamp;
  /** On a dry run: what would have been written, so that later steps of the same action see it. */
  readonly #planned = new Map<string, Stored<object> | undefined>();

  /** What this action committed, by id. */
  readonly #written = new Map<string, Stored<object> | undefined>();
  #showsWritten = false;

  /** Records on which the request's key is kept: what tells a repeat of it. On all others it would only take room. */
  readonly #keyed = new Set<string>();

  /** What is written before the first commit of the action. */
  #before: Change | undefined;

  constructor(tenant: string, stamp: Stamp) {
    assert(/^[a-z][a-z0-9-]{1,30}$/.test(tenant), 'the tenant is a plain name');
    this.tenant = tenant;
    this.stamp = stamp;
  }

  /** The record, strongly consistent, or undefined. 1 read unit per 4 KB. @throws DomainError `record.unreadable` (500). */
  async get<T>(type: RecordType<T>, id: string): Promise<Stored<T> | undefined> {
    const own = this.#own();
    if (own.has(id)) return own.get(id) as Stored<T> | undefined;
    const item = await this.#item({ type, id });
    return item && this.#read<T>(type, item);
  }

  async #read<T>(type: RecordType<T>, item: Attributes): Promise<Stored<T> | undefined> {
    const [row] = await openedRows(this, [{ type, row: unmarshall(item) }]);
    return row && fromStored<T>(type, row);
  }

  /** The record. @throws DomainError `<kind>.not_found` (404), also for another company's id. */
  async getOrThrow<T>(type: RecordType<T>, id: string, field?: string): Promise<Stored<T>> {
    const found = await this.get(type, id);
    if (!found) throw notFound(type.kind, id, field);
    return found;
  }

  /**
   * Several records of one kind by id, in the order asked for; undefined where there is none. 100 per call, calls in parallel.
   * @param unreadable takes the ids of those that cannot be read, as if they were not there: what shows many records goes on.
   * @throws DomainError `record.unreadable` (500) where nobody takes them.
   */
  async getMany<T>(type: RecordType<T>, ids: readonly string[], unreadable?: Set<string>): Promise<(Stored<T> | undefined)[]> {
    return (await this.getTogether(
      ids.map((id) => ({ type, id })),
      unreadable,
    )) as (Stored<T> | undefined)[];
  }

  /** Records of several kinds at once, like {@link getMany}. */
  async getTogether(refs: readonly Ref[], unreadable?: Set<string>): Promise<(Stored<object> | undefined)[]> {
    const own = this.#own();
    const found = new Map<string, Stored<object> | undefined>();
    const wanted = [...new Map(refs.filter(({ id }) => !own.has(id)).map((ref) => [ref.id, ref])).values()];
    const chunks = Array.from({ length: Math.ceil(wanted.length / 100) }, (_, i) => wanted.slice(i * 100, i * 100 + 100));
    await Promise.all(chunks.map((chunk) => this.#batch(chunk, found, unreadable)));
    return refs.map(({ id }) => (own.has(id) ? own.get(id) : found.get(id)));
  }

  async #batch(refs: readonly Ref[], found: Map<string, Stored<object> | undefined>, unreadable?: Set<string>): Promise<void> {
    const only = refs.length === 1 ? refs[0] : undefined;
    const items = only ? [{ ...only, item: await this.#item(only) }] : await this.#items(refs);
    const there = items.flatMap(({ item, ...ref }) => (item ? [{ ...ref, row: unmarshall(item) }] : []));
    for (const [i, row] of (await openedRows(this, there)).entries()) {
      const { type, id } = there[i] as Ref;
      try {
        if (row) found.set(id, fromStored<object>(type, row));
      } catch (error) {
        if (!unreadable || !isUnreadable(error)) throw error;
        unreadable.add(id);
      }
    }
  }

  async #items(refs: readonly Ref[]): Promise<(Ref & { readonly item: Attributes })[]> {
    const found: (Ref & { readonly item: Attributes })[] = [];
    const textOf = ({ pk, sk }: { pk: string; sk: string }) => `${pk} ${sk}`;
    const byKey = new Map(refs.map((ref) => [textOf(keyOf(this.tenant, ref.type, ref.id)), ref]));
    let keys = refs.map(({ type, id }) => marshall(keyOf(this.tenant, type, id)));
    while (keys.length > 0) {
      const answer = await dynamo.send(new BatchGetItemCommand({ RequestItems: { [tableName()]: { Keys: keys, ConsistentRead: true } } }));
      for (const item of answer.Responses?.[tableName()] ?? [])
        found.push({ ...(byKey.get(textOf({ pk: item.pk?.S ?? '', sk: item.sk?.S ?? '' })) as Ref), item });
      keys = (answer.UnprocessedKeys?.[tableName()]?.Keys ?? []) as typeof keys;
    }
    return found;
  }

  async #item({ type, id }: Ref): Promise<Attributes | undefined> {
    const Key = marshall(keyOf(this.tenant, type, id));
    return (await dynamo.send(new GetItemCommand({ TableName: tableName(), Key, ConsistentRead: true }))).Item;
  }

  /**
   * All records of a partitioned kind that stand together, in their order: at once consistent. One read unit per 4 KB.
   * @param shelf what their ids have before the slash.
   */
  async standing<T>(type: RecordType<T>, shelf: string): Promise<Stored<T>[]> {
    assert(type.partitioned && type.history === 'ends', `records of ${type.kind} stand together, and nothing beside them`);
    const own = this.#own();
    const rows = await readPartition(keyOf(this.tenant, type, `${shelf}/`).pk);
    const opened = await openedRows(
      this,
      rows.map((row) => ({ type, row })),
    );
    const read = opened.flatMap((row) => (row ? [fromStored<T>(type, row)] : [])).filter(({ id }) => !own.has(id));
    const mine = [...own].flatMap(([id, record]) => (record && id.startsWith(`${shelf}/`) ? [record as Stored<T>] : []));
    return [...read, ...mine].sort((a, b) => (a.id < b.id ? -1 : 1));
  }

  /**
   * Records of a partitioned kind before a place, the last first: at once consistent. One read unit per 4 KB.
   * @param place an id of the kind; there need be no record of it.
   */
  async *before<T>(type: RecordType<T>, place: string): AsyncGenerator<Stored<T>> {
    const { pk, sk } = keyOf(this.tenant, type, place);
    assert(!type.sealed, `${type.kind} is not sealed: what is read backwards is read as it stands`);
    for await (const item of readBackwards(pk, sk)) yield fromStored<T>(type, item);
  }

  /** A record's whole story: what stands on it, and what has gone beside it (read only where something has). */
  async historyOf<T>(type: RecordType<T>, record: Stored<T>): Promise<readonly RecordEvent[]> {
    if (type.history === 'ends' || record.history.length >= record.rev) return record.history;
    const rows = await readPartition(keyOf(this.tenant, type, record.id).pk, HISTORY);
    const person = type.sealed && type.person?.(record, record.id);
    const opened = await openedRows(
      this,
      rows.map((row) => ({ type, row, person })),
    );
    return joined(
      record.history,
      opened.flatMap((row) => (row ? unpacked(row.steps as Packed[], type.short) : [])),
    );
  }

  /** Takes away the older steps of a record's story, which stand beside it: of what is erased. Those on the record are its writer's. */
  async forgetOlderSteps<T>(type: RecordType<T>, { id }: Stored<T>): Promise<void> {
    const { pk } = keyOf(this.tenant, type, id);
    for (const { sk } of await readPartition(pk, HISTORY))
      await dynamo.send(new DeleteItemCommand({ TableName: tableName(), Key: marshall({ pk, sk }) }));
  }

  /** Records that need no reading: what a dry run would have written, or what was written just now. */
  #own(): ReadonlyMap<string, Stored<object> | undefined> {
    return this.#showsWritten ? this.#written : this.#planned;
  }

  /** Runs what makes the answer: what the action itself has written needs not be read again. */
  async showingWritten<V>(answer: () => V | Promise<V>): Promise<V> {
    this.#showsWritten = true;
    try {
      return await answer();
    } finally {
      this.#showsWritten = false;
    }
  }

  /**
   * Commits the changes of one business action together or not at all, and returns the first one's record as it now
   * stands. On a dry run nothing is written.
   * @throws AlreadyThere when a created id exists, WriteConflict when a record moved on since it was read.
   */
  async save<T extends object>(input: Changes<T>): Promise<Stored<T>> {
    const { keys, made } = this.stamp.dryRun ? { keys: new Map(), made: [] } : await sealingKeys(this, input);
    const changes = this.stamp.dryRun ? input : [...input, ...(await accumulatedChanges(this, input)), ...made];
    assert(changes.length <= MAX_TRANSACTION_ITEMS, `a transaction has 1 to 100 changes, not ${changes.length}`);
    let room = MAX_TRANSACTION_ITEMS - changes.length;
    const writes = changes.map((change) => {
      const write = this.#write(change, room > 0, keys);
      if (write.beside) room -= 1;
      return write;
    });
    if (!this.stamp.dryRun) {
      if (this.#before) await this.#send([this.#before], [this.#write(this.#before, false, keys).write]);
      this.#before = undefined;
      await this.#send(
        changes,
        // What goes beside a record stands behind the changes: refusals are told by their places.
        [...writes.map((w) => w.write), ...writes.flatMap((w) => w.beside ?? [])],
      );
    }
    for (const [i, { after }] of writes.entries()) {
      const stands = changes[i]?.op === 'remove' ? undefined : after;
      this.#written.set(after.id, stands);
      if (this.stamp.dryRun) this.#planned.set(after.id, stands);
    }
    return writes[0]?.after as Stored<T>;
  }

  /** As {@link save}, of changes of which none is the first. There must be at least one. */
  async commit(changes: readonly Change[]): Promise<void> {
    assert(changes.length > 0, 'a transaction has at least one change');
    await this.save(changes as Changes<object>);
  }

  /** Keeps the request's key on the record's next step, so that a repeat finds it there. */
  recordKeyOn(id: string): void {
    this.#keyed.add(id);
  }

  /**
   * Writes a change before the next commit, once that is decided: by itself, at half the price of one in its transaction. For what
   * may stand alone, where the commit is refused or never comes.
   */
  writeBefore(change: Change): void {
    this.#before = change;
  }

  #stampFor(id: string): Stamp {
    const { key, digest, ...plain } = this.stamp;
    return this.#keyed.has(id) ? this.stamp : plain;
  }

  #write(
    change: Change,
    mayDivide: boolean,
    keys: ReadonlyMap<string, Uint8Array>,
  ): { write: TransactWriteItem; beside?: TransactWriteItem; after: Stored<object> } {
    const TableName = tableName();
    const person = sealerOf(change) ?? '';
    const key = keys.get(person);
    const itemOf = (item: Record<string, unknown>) => marshall(key ? sealedItem(item, key, person) : item);
    if (change.op === 'create') {
      const { item, after } = toStored(this.tenant, this.#stampFor(change.id), change);
      return { after, write: { Put: { TableName, Item: itemOf(item), ConditionExpression: 'attribute_not_exists(pk)' } } };
    }
    const guard = {
      TableName,
      ConditionExpression: 'rev = :rev',
      ExpressionAttributeValues: marshall({ ':rev': change.before.rev }),
    };
    const Key = marshall(keyOf(this.tenant, change.type, change.before.id));
    if (change.op === 'check') return { after: change.before as Stored<object>, write: { ConditionCheck: { ...guard, Key } } };
    if (change.op === 'remove') return { after: change.before as Stored<object>, write: { Delete: { ...guard, Key } } };
    const { item, beside, after } = toStored(this.tenant, this.#stampFor(change.before.id), { ...change, id: change.before.id, mayDivide });
    return {
      after,
      write: { Put: { ...guard, Item: itemOf(item) } },
      ...(beside ? { beside: { Put: { TableName, Item: itemOf(beside) } } } : {}),
    };
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
