import { randomBytes } from 'node:crypto';
import { TransactionCanceledException } from '@aws-sdk/client-dynamodb';
import { type Attributes, dynamo } from '../../shared/runtime/dynamo.ts';
import { keyService } from '../../shared/runtime/person-keys.ts';
import { usageClient } from '../../shared/runtime/usage.ts';
import { MemoryItems } from './memory-items.ts';
import { answerOf, type Query } from './memory-query.ts';

interface Key {
  readonly pk: { readonly S: string };
  readonly sk: { readonly S: string };
}
interface Write {
  readonly Item?: Attributes;
  readonly Key?: Attributes;
  readonly ConditionExpression?: string;
  /** `ADD #f0 :v0, …`: balances. */
  readonly UpdateExpression?: string;
  readonly ExpressionAttributeNames?: Readonly<Record<string, string>>;
  readonly ExpressionAttributeValues?: Attributes;
}
interface Input extends Write, Omit<Query, 'ExpressionAttributeValues'> {
  readonly RequestItems?: Readonly<Record<string, { readonly Keys: readonly Attributes[] }>>;
  readonly TransactItems?: readonly Readonly<Partial<Record<'Put' | 'Delete' | 'Update' | 'ConditionCheck', Write>>>[];
}

export interface MemoryTable {
  readonly writes: () => number;
  clear(): void;
  /** Keeps what the table holds, and gives what brings it back to that, as often as one wants. */
  keep(): () => void;
  use(requests: number): void;
  /** What was put since the last time that somebody asked, as the stream would tell it: none before the first. */
  news(): readonly Attributes[];
  /** The index of open work follows no more what is written, as it may for a moment; until {@link follow}. */
  hold(): void;
  follow(): void;
  /** Lets something else happen before the next call of a name (`TransactWriteItems`). */
  before(call: string, work: () => Promise<unknown>): void;
}

/** Keys of people without KMS: each wraps itself, with whom it is of. */
function memoryKeys(): void {
  process.env.PERSON_KEY = 'memory';
  interface Asked {
    readonly EncryptionContext?: Readonly<Record<string, string>>;
    readonly CiphertextBlob?: Uint8Array;
  }
  keyService.middlewareStack.add(
    (_next, context) => async (args) => {
      const { EncryptionContext, CiphertextBlob } = args.input as Asked;
      const of = JSON.stringify(EncryptionContext);
      if (context.commandName === 'GenerateDataKeyCommand') {
        const key = randomBytes(32);
        const wrapped = Buffer.from(JSON.stringify({ of, key: key.toString('base64') }));
        return { output: { $metadata: {}, Plaintext: key, CiphertextBlob: wrapped } as never, response: {} };
      }
      const kept = JSON.parse(Buffer.from(CiphertextBlob ?? []).toString()) as { of: string; key: string };
      if (kept.of !== of) throw new Error('a key is asked for with another context');
      return { output: { $metadata: {}, Plaintext: Buffer.from(kept.key, 'base64') } as never, response: {} };
    },
    { step: 'initialize', name: 'memoryTable', override: true },
  );
}

/**
 * Records in memory in place of the table: gets, queries, and writes that want an item to be absent, or at the revision that
 * was read. Its indexes are empty, but for those of open work and of lists where they are asked for, which then follow at
 * once; it takes a transaction of any size in bytes, and no company is over its share. Stays for the whole file, and is
 * not taken back: later files of the same process find it, so that none of them may be of the deployed stack.
 * @throws Error where files of the deployed stack share the process
 */
export function useMemoryTable({ openWork = false, lists = false } = {}): MemoryTable {
  if (process.env.TRASTIENDA_TABLE !== 'memory') throw new Error('a file with a table in memory belongs to RULES of vitest.config.ts');
  process.env.TABLE_RECORDS = 'memory';
  Object.assign(process.env, { TABLE_USAGE: 'usage', COMPANY_REQUESTS_A_SECOND: '10000' });
  process.env.AWS_REGION ??= 'eu-west-1';
  const items = new MemoryItems();
  let [writes, used] = [0, 1];
  let news: Attributes[] | undefined;
  let interruption: { readonly name: string; readonly work: () => Promise<unknown> } | undefined;
  /** The index of open work as it stands, or as it stood when it was held. */
  let held: readonly Attributes[] | undefined;
  const isEmpty = (index: string | undefined): boolean => (index === 'open' && !openWork) || (index === 'list' && !lists);
  /** What a query looks at: one partition, of the table or of the index. */
  const lookedAt = ({ IndexName, KeyConditionExpression = '', ExpressionAttributeValues }: Input): Iterable<Attributes> => {
    if (isEmpty(IndexName)) return [];
    if (IndexName === 'open' && held) return held;
    const [, name = '', value = ''] = /^(\w+) = (:\w+)/.exec(KeyConditionExpression) ?? [];
    return items.shelf(name, ExpressionAttributeValues?.[value]?.S ?? '');
  };
  const query = (input: Input) => answerOf(lookedAt(input), input);
  const idOf = ({ pk, sk }: Key): string => `${pk.S}|${sk.S}`;
  const at = (of: Attributes | undefined): string => idOf(of as unknown as Key);
  const holds = ({ Item, Key, ConditionExpression, ExpressionAttributeValues: values }: Write): boolean => {
    const there = items.get(at(Item ?? Key));
    if (ConditionExpression === undefined) return true;
    return ConditionExpression === 'rev = :rev' ? there?.rev?.N === values?.[':rev']?.N : there === undefined;
  };
  /** What an update adds to an item, or to one that was not there. */
  const added = ({ Key, ExpressionAttributeNames: names = {}, ExpressionAttributeValues: values = {} }: Write): Attributes => {
    const before: Attributes = items.get(at(Key)) ?? Key ?? {};
    const sums = Object.entries(names).map(([short, name]) => {
      const sum = BigInt(before[name]?.N ?? 0) + BigInt(values[short.replace('#f', ':v')]?.N ?? 0);
      return [name, { N: String(sum) }];
    });
    return { ...before, ...Object.fromEntries(sums) };
  };
  const carryOut = (write: Write, removes = false): void => {
    const { Item, Key } = write;
    writes += 1;
    if (write.UpdateExpression?.startsWith('ADD ')) items.set(at(Key), added(write));
    else if (Item) {
      items.set(at(Item), Item);
      news?.push(Item);
    } else if (removes) items.delete(at(Key));
  };
  const refused = () => Object.assign(new Error('The conditional request failed'), { name: 'ConditionalCheckFailedException' });
  const transact = ({ TransactItems = [] }: Input): object => {
    const all = TransactItems.map(({ Put, Delete, Update, ConditionCheck }) => ({
      write: Put ?? Delete ?? Update ?? ConditionCheck ?? {},
      removes: !!Delete,
    }));
    const distinct = new Set(all.map(({ write }) => at(write.Item ?? write.Key)));
    if (all.length > 100 || distinct.size < all.length) throw new Error(`a transaction of ${all.length} writes to ${distinct.size} items`);
    const CancellationReasons = all.map(({ write }) => ({ Code: holds(write) ? 'None' : 'ConditionalCheckFailed' }));
    if (CancellationReasons.some(({ Code }) => Code !== 'None'))
      throw new TransactionCanceledException({ message: 'cancelled', $metadata: {}, CancellationReasons });
    for (const { write, removes } of all) carryOut(write, removes);
    return {};
  };
  const writeOne = (input: Input, removes = false): object => {
    if (!holds(input)) throw refused();
    carryOut(input, removes);
    return {};
  };
  const putOne = (input: Input): object => writeOne(input);
  const deleteOne = (input: Input): object => writeOne(input, true);
  const itemOf = ({ Key }: Input): object => ({ Item: items.get(at(Key)) });
  const batchOf = ({ RequestItems }: Input): object => ({
    Responses: { memory: (RequestItems?.memory?.Keys ?? []).map((key) => items.get(at(key))).filter((item) => item !== undefined) },
  });
  const ANSWERS: Readonly<Record<string, (input: Input) => object>> = {
    GetItem: itemOf,
    BatchGetItem: batchOf,
    Query: query,
    PutItem: putOne,
    DeleteItem: deleteOne,
    TransactWriteItems: transact,
  };
  const answerTo = (name: string, input: Input): object => {
    const answer = ANSWERS[name];
    if (!answer) throw new Error(`the table in memory does not know ${name}`);
    return answer(input);
  };
  dynamo.middlewareStack.add(
    (_next, context) => async (args) => {
      const name = String(context.commandName).replace(/Command$/, '');
      const { name: at, work } = interruption ?? {};
      if (at === name && work) {
        interruption = undefined;
        await work();
      }
      return { output: { $metadata: {}, ...answerTo(name, args.input as Input) } as never, response: {} };
    },
    { step: 'initialize', name: 'memoryTable', override: true },
  );
  memoryKeys();
  usageClient.middlewareStack.add(
    () => async () => ({ output: { $metadata: {}, Attributes: { used: { N: String(used) } } } as never, response: {} }),
    {
      step: 'initialize',
      name: 'memoryTable',
      override: true,
    },
  );
  return {
    writes: () => writes,
    news: () => {
      const told = news ?? [];
      news = [];
      return told;
    },
    hold: () => {
      held = [...items.values()];
    },
    follow: () => {
      held = undefined;
    },
    before: (name, work) => {
      interruption = { name, work };
    },
    keep: () => {
      const kept = [...items];
      return () => {
        items.clear();
        for (const [key, item] of kept) items.set(key, item);
      };
    },
    clear: () => {
      items.clear();
      held = undefined;
      news = undefined;
      [writes, used] = [0, 1];
    },
    /** As many requests have been counted of whichever company is counted next. */
    use: (requests) => {
      used = requests;
    },
  };
}
