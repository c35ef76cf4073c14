import { type AttributeValue, DynamoDBClient, GetItemCommand, type TransactWriteItem } from '@aws-sdk/client-dynamodb';
import type { DynamoDBRecord } from 'aws-lambda';
import { dynamo } from '#runtime/dynamo.ts';
import { workflows } from '#runtime/task-tokens.ts';
import { type Item, indexUnits, itemSize, projected, readUnits, writeUnits } from './units.ts';

/** One call of an AWS API, with what DynamoDB would charge for it. */
export interface Call {
  /** Command without its suffix: `TransactWriteItems`, `StartExecution`. */
  readonly name: string;
  /** Units of the table. */
  readonly writes: number;
  readonly reads: number;
  /** Write units of the indexes. */
  readonly indexWrites: number;
  /** Items of a transaction, or 0. */
  readonly items: number;
  /** Units as the emulator reports them; undefined where it does not. */
  readonly reported: number | undefined;
  /** Items written: kind of record → bytes of the largest. */
  readonly sizes: ReadonlyMap<string, number>;
  /** How many calls had ended, one after the other, when it began, and itself: 1 for the first. */
  readonly turn: number;
}

/** How many calls a piece of work waits for one after the other. */
export const inSequence = (calls: readonly Call[]): number => Math.max(0, ...calls.map(({ turn }) => turn));

type Key = Readonly<Record<'pk' | 'sk', AttributeValue>>;
interface Write {
  readonly key: Key;
  readonly checks: boolean;
}
interface Written extends Write {
  readonly before: Item | undefined;
  readonly after: Item | undefined;
}
type Put = NonNullable<TransactWriteItem['Put']>;
interface Input extends Partial<Omit<Put, 'TableName'>> {
  readonly TableName?: string;
  readonly Key?: Item;
  readonly IndexName?: string;
  readonly ConsistentRead?: boolean;
  readonly TransactItems?: TransactWriteItem[];
  readonly RequestItems?: Readonly<Record<string, { readonly Keys?: Item[] }>>;
}
interface Output {
  readonly Item?: Item;
  readonly Items?: readonly Item[];
  readonly Responses?: Readonly<Record<string, readonly Item[]>>;
  readonly ConsumedCapacity?: { CapacityUnits?: number } | readonly { CapacityUnits?: number }[];
}

const keyOf = (item: Item | undefined): Key => ({ pk: item?.pk ?? { S: '' }, sk: item?.sk ?? { S: '' } });

function writesOf(command: string, input: Input): Write[] {
  if (command === 'PutItem') return [{ key: keyOf(input.Item), checks: false }];
  if (command === 'DeleteItem' || command === 'UpdateItem') return [{ key: keyOf(input.Key), checks: false }];
  return (input.TransactItems ?? []).map(({ Put, Update, Delete, ConditionCheck }) => ({
    key: keyOf(Put?.Item ?? Update?.Key ?? Delete?.Key ?? ConditionCheck?.Key),
    checks: ConditionCheck !== undefined,
  }));
}

function unitsRead(command: string, input: Input, output: Output): number {
  const reading = input.ConsistentRead ? 'strong' : 'eventual';
  if (command === 'GetItem') return readUnits(output.Item ? itemSize(output.Item) : 0, reading);
  if (command === 'Query') {
    const bytes = (output.Items ?? []).map((item) => itemSize((input.IndexName && projected(item)) || item));
    return readUnits(
      bytes.reduce((a, b) => a + b, 0),
      reading,
    );
  }
  if (command !== 'BatchGetItem') return 0;
  // Every batch read of the product asks for strong consistency; keys without an item cost as much as the smallest item.
  const keys = Object.values(input.RequestItems ?? {}).flatMap(({ Keys = [] }) => Keys).length;
  const found = Object.values(output.Responses ?? {}).flat();
  return found.reduce((units, item) => units + readUnits(itemSize(item), 'strong'), keys - found.length);
}

function reportedBy({ ConsumedCapacity: of }: Output): number | undefined {
  if (!of) return undefined;
  return (Array.isArray(of) ? of : [of]).reduce((units, { CapacityUnits = 0 }) => units + CapacityUnits, 0);
}

/** Counts what the handlers of this process ask of AWS, and keeps what the table's stream would tell. One request at a time. */
export class Meter {
  #calls: Call[] = [];
  #changes: DynamoDBRecord[] = [];
  #resting = false;
  /** The last turn of a call that has ended. */
  #turn = 0;
  readonly #raw = new DynamoDBClient({});

  constructor() {
    dynamo.middlewareStack.add(
      (next, context) => async (args) => {
        if (this.#resting) return next(args);
        const name = (context.commandName ?? '').replace(/Command$/, '');
        const input = args.input as unknown as Input;
        const writes = writesOf(name, input);
        const turn = this.#turn + 1;
        const before = await this.#images(input.TableName, writes);
        const result = await next({ ...args, input: { ...args.input, ReturnConsumedCapacity: 'INDEXES' } as never });
        const after = await this.#images(input.TableName, writes);
        const done = writes.map((write, i) => ({ ...write, before: before[i], after: after[i] }));
        this.#turn = Math.max(this.#turn, turn);
        this.#calls.push({ ...callOf(name, input, result.output as unknown as Output, done), turn });
        this.#changes.push(...done.flatMap(recordOf));
        return result;
      },
      { step: 'initialize', name: 'meter' },
    );
    workflows.middlewareStack.add(
      (next, context) => async (args) => {
        const name = (context.commandName ?? '').replace(/Command$/, '');
        const turn = this.#turn + 1;
        const result = await next(args);
        this.#turn = Math.max(this.#turn, turn);
        this.#calls.push({ name, writes: 0, reads: 0, indexWrites: 0, items: 0, reported: undefined, sizes: new Map(), turn });
        return result;
      },
      { step: 'initialize', name: 'meter' },
    );
  }

  /** What a piece of work called. */
  async during<T>(work: () => Promise<T>): Promise<{ value: T; calls: Call[] }> {
    this.#calls = [];
    this.#turn = 0;
    const value = await work();
    const calls = this.#calls;
    this.#calls = [];
    return { value, calls };
  }

  /** Does work that nobody counts, such as filling a company, without looking at every item. */
  async uncounted<T>(work: () => Promise<T>): Promise<T> {
    this.#resting = true;
    try {
      return await work();
    } finally {
      this.#resting = false;
    }
  }

  /** What the stream tells of the writes since it was last asked. */
  takeChanges(): DynamoDBRecord[] {
    const changes = this.#changes;
    this.#changes = [];
    return changes;
  }

  /** An item as it stands, past the meter. */
  async look(key: Key, table = process.env.TABLE_RECORDS): Promise<Item | undefined> {
    return (await this.#raw.send(new GetItemCommand({ TableName: table, Key: { ...key }, ConsistentRead: true }))).Item;
  }

  #images = (table: string | undefined, writes: readonly Write[]): Promise<(Item | undefined)[]> =>
    Promise.all(writes.map(({ key }) => this.look(key, table)));
}

function callOf(name: string, input: Input, output: Output, done: readonly Written[]): Omit<Call, 'turn'> {
  const transactional = input.TransactItems !== undefined;
  const size = (item: Item | undefined): number => (item ? itemSize(item) : 0);
  const sizes = new Map<string, number>();
  for (const { before, after } of done) {
    const kind = (after ?? before)?.kind?.S ?? keyOf(after ?? before).pk.S?.split('#')[1] ?? '';
    sizes.set(kind, Math.max(sizes.get(kind) ?? 0, size(before), size(after)));
  }
  return {
    name,
    writes: done.reduce((units, { before, after }) => units + writeUnits(size(before), size(after), transactional), 0),
    reads: unitsRead(name, input, output),
    indexWrites: done.reduce((units, { before, after }) => units + indexUnits(before, after), 0),
    items: input.TransactItems?.length ?? 0,
    reported: reportedBy(output),
    sizes,
  };
}

/** The stream's record of a write that changed something. */
function recordOf({ before, after, checks }: Written): DynamoDBRecord[] {
  if (checks || (!before && !after)) return [];
  const eventName = !before ? 'INSERT' : after ? 'MODIFY' : 'REMOVE';
  return [streamRecord(eventName, before, after)];
}

export const streamRecord = (
  eventName: 'INSERT' | 'MODIFY' | 'REMOVE',
  before: Item | undefined,
  after: Item | undefined,
): DynamoDBRecord => ({
  eventName,
  dynamodb: { ...(before ? { OldImage: before as never } : {}), ...(after ? { NewImage: after as never } : {}) },
});
