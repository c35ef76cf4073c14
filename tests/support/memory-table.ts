import { TransactionCanceledException } from '@aws-sdk/client-dynamodb';
import { type Attributes, dynamo } from '../../shared/runtime/dynamo.ts';
import { usageClient } from '../../shared/runtime/usage.ts';

interface Key {
  readonly pk: { readonly S: string };
  readonly sk: { readonly S: string };
}
interface Write {
  readonly Item?: Attributes;
  readonly Key?: Attributes;
  readonly ConditionExpression?: string;
  readonly ExpressionAttributeValues?: Attributes;
}
interface Input extends Write {
  readonly RequestItems?: Readonly<Record<string, { readonly Keys: readonly Attributes[] }>>;
  readonly IndexName?: string;
  readonly TransactItems?: readonly Readonly<Partial<Record<'Put' | 'Delete' | 'ConditionCheck', Write>>>[];
}

export interface MemoryTable {
  readonly writes: () => number;
  clear(): void;
  use(requests: number): void;
  /** The index of open work follows no more what is written, as it may for a moment; until {@link follow}. */
  hold(): void;
  follow(): void;
  /** Lets something else happen before the next call of a name (`TransactWriteItems`). */
  before(call: string, work: () => Promise<unknown>): void;
}

const isBetween = (text = '', from = '', to = ''): boolean => text >= from && text <= to;

/**
 * Records in memory in place of the table, for tests of what is decided before anything is written: gets, and writes that
 * want an item to be absent, or at the revision that was read. Its indexes are empty, but for that of open work where it is asked for; it knows the directory of tenants,
 * and no company is over its share. Stays for the whole file.
 */
export function useMemoryTable({ openWork = false } = {}): MemoryTable {
  process.env.TABLE_RECORDS = 'memory';
  Object.assign(process.env, { TABLE_USAGE: 'usage', COMPANY_REQUESTS_A_SECOND: '10000' });
  process.env.AWS_REGION ??= 'eu-west-1';
  const items = new Map<string, Attributes>();
  let [writes, used] = [0, 1];
  let interruption: { readonly name: string; readonly work: () => Promise<unknown> } | undefined;
  /** The index of open work as it stands, or as it stood when it was held. */
  let held: readonly Attributes[] | undefined;
  const tenants = ({ ExpressionAttributeValues: values }: Input): Attributes[] =>
    values?.[':pk']?.S === '#tenants' ? [...items.values()].filter(({ pk }) => pk?.S === '#tenants') : [];
  const openRows = ({ IndexName, ExpressionAttributeValues: values }: Input): Attributes[] => {
    if (!openWork || IndexName !== 'open') return [];
    const [from, to, party] = [':from', ':to', ':party'].map((name) => values?.[name]?.S);
    return [...(held ?? items.values())]
      .filter(({ opk, osk, party: of }) => opk?.S === values?.[':opk']?.S && isBetween(osk?.S, from, to) && (!party || of?.S === party))
      .sort((a, b) => ((a.osk?.S ?? '') < (b.osk?.S ?? '') ? -1 : 1));
  };
  const idOf = ({ pk, sk }: Key): string => `${pk.S}|${sk.S}`;
  const at = (of: Attributes | undefined): string => idOf(of as unknown as Key);
  const holds = ({ Item, Key, ConditionExpression, ExpressionAttributeValues: values }: Write): boolean => {
    const there = items.get(at(Item ?? Key));
    if (ConditionExpression === undefined) return true;
    return ConditionExpression === 'rev = :rev' ? there?.rev?.N === values?.[':rev']?.N : there === undefined;
  };
  const carryOut = ({ Item, Key }: Write, removes = false): void => {
    writes += 1;
    if (Item) items.set(at(Item), Item);
    else if (removes) items.delete(at(Key));
  };
  const refused = () => Object.assign(new Error('The conditional request failed'), { name: 'ConditionalCheckFailedException' });
  const transact = ({ TransactItems = [] }: Input): void => {
    const all = TransactItems.map(({ Put, Delete, ConditionCheck }) => ({
      write: Put ?? Delete ?? ConditionCheck ?? {},
      removes: !!Delete,
    }));
    const CancellationReasons = all.map(({ write }) => ({ Code: holds(write) ? 'None' : 'ConditionalCheckFailed' }));
    if (CancellationReasons.some(({ Code }) => Code !== 'None'))
      throw new TransactionCanceledException({ message: 'cancelled', $metadata: {}, CancellationReasons });
    for (const { write, removes } of all) carryOut(write, removes);
  };
  const answerTo = (name: string, input: Input): object => {
    if (name === 'GetItem') return { Item: items.get(at(input.Key)) };
    const keys = input.RequestItems?.memory?.Keys ?? [];
    if (name === 'BatchGetItem')
      return { Responses: { memory: keys.map((key) => items.get(at(key))).filter((item) => item !== undefined) } };
    if (name === 'Query') {
      const Items = [...tenants(input), ...openRows(input)];
      return { Items, Count: Items.length, ScannedCount: Items.length };
    }
    if (name === 'TransactWriteItems') transact(input);
    else if (name !== 'PutItem') throw new Error(`the table in memory does not know ${name}`);
    else if (holds(input)) carryOut(input);
    else throw refused();
    return {};
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
    hold: () => {
      held = [...items.values()];
    },
    follow: () => {
      held = undefined;
    },
    before: (name, work) => {
      interruption = { name, work };
    },
    clear: () => {
      items.clear();
      held = undefined;
      [writes, used] = [0, 1];
    },
    /** As many requests have been counted of whichever company is counted next. */
    use: (requests) => {
      used = requests;
    },
  };
}
