import type { DynamoDBRecord, SQSRecord } from 'aws-lambda';
import { orders } from '#api/sales/orders.ts';
import { storageOf } from '#domain/kinds.ts';
import { entryOf, messageBatches } from '#runtime/change-queues.ts';
import { changeOf } from '#runtime/stream.ts';
import { handler as projectBalances } from '../../../functions/finance/ledger/project-balances.event.ts';
import { handler as closeOrder } from '../../../functions/sales/orders/close-order.task.ts';
import { handler as followSales } from '../../../functions/sales/orders/follow-sales.event.ts';
import type { Endpoints } from '../local/outputs.ts';
import { until } from '../local/processes.ts';
import { type BenchCompany, benchCompany, paying, placing, tenantOf, YEAR } from './company.ts';
import { hasEnded, statesEntered } from './executions.ts';
import { type Call, type Meter, streamRecord } from './meter.ts';
import { followedBy } from './streams.ts';
import { type Item, indexUnits, itemSize, writeUnits } from './units.ts';

/** One step of the cycle and what it called. `by`: what runs it, for the count of Lambda invocations. */
export interface Step {
  readonly name: string;
  readonly by: 'http' | 'stream' | 'queue' | 'task' | 'machine';
  readonly calls: readonly Call[];
  /** Changes that it put into the queues of those who follow, or took from there. */
  readonly messages?: number;
}

export interface Cycle {
  readonly lines: number;
  readonly steps: readonly Step[];
  /** States that the real execution entered. */
  readonly states: readonly string[];
}

const DATE = `${YEAR}-11-16`;
const FOLLOWED = followedBy(orders, 'followSales');
export const hasEntry = ({ eventName, dynamodb }: DynamoDBRecord): boolean =>
  eventName === 'INSERT' && (dynamodb?.NewImage as Item | undefined)?.data?.M?.entry?.M?.seq !== undefined;

/** Runs the handlers of one order's life in this process, against the real state machine, and counts. */
export class CycleMeter {
  readonly #steps: Step[] = [];
  readonly #entries: DynamoDBRecord[] = [];
  readonly #meter: Meter;
  readonly #company: BenchCompany;

  constructor(meter: Meter, company: BenchCompany) {
    this.#meter = meter;
    this.#company = company;
  }

  async run(cloud: Endpoints, lines: number): Promise<Cycle> {
    const { itemIds } = this.#company;
    const order = await this.#http('Place', 'POST /orders', placing(this.#company, itemIds.slice(0, lines), DATE));
    await this.#follow();
    await this.#waits(order.id, 'shipment');
    const shipped = await this.#http('Ship and invoice', `POST /orders/${order.id}/shipments`, { date: DATE });
    await this.#follow();
    await this.#waits(order.id, 'payment');
    await this.#http('Pay', 'POST /receipts', paying(this.#company, shipped.invoiceId, order.totals.gross, DATE));
    await this.#follow();
    await this.#closed(cloud, order.id, lines);
    await this.#project();
    return { lines, steps: this.#steps, states: await statesEntered(cloud, this.#company.tenant, order.id) };
  }

  async #step<T>(name: string, by: Step['by'], work: () => Promise<T>): Promise<T> {
    const { value, calls } = await this.#meter.during(work);
    this.#steps.push({ name, by, calls });
    return value;
  }

  #http = (name: string, route: string, body: object) => this.#step(name, 'http', () => this.#company.ask(route, body));

  /** Gives the follower of orders what has been written since, as one batch of the publisher and one of its queue. */
  async #follow(changes = this.#meter.takeChanges()): Promise<void> {
    this.#entries.push(...changes.filter(hasEntry));
    const entries = changes
      .flatMap((record) => changeOf(record, storageOf) ?? [])
      .filter(({ kind }) => FOLLOWED.has(kind))
      .map((change, i) => entryOf({ change, event: String(i) }, i));
    const messages = entries.length;
    if (messages === 0) return;
    this.#steps.push({ name: 'Publish', by: 'stream', messages, calls: messageBatches(entries).map(() => request('SendMessageBatch')) });
    const Records = entries.map((e) => ({ messageId: e.Id, body: e.MessageBody, attributes: e }) as unknown as SQSRecord);
    const { value, calls } = await this.#meter.during(() => followSales({ Records }));
    this.#steps.push({ name: 'Follow', by: 'queue', messages, calls });
    if (value.batchItemFailures.length > 0) throw new Error('the follower of orders failed: run with LOG=on');
  }

  /** The state machine puts its wait itself: its units are worked out from the item that it put. */
  async #waits(orderId: string, awaits: string): Promise<void> {
    const key = { pk: { S: `${this.#company.tenant}#wait#${orderId}` }, sk: { S: '#' } };
    const before = awaits === 'shipment' ? undefined : await this.#meter.look(key);
    const there = await until(async () => (await this.#meter.look(key))?.awaits?.S === awaits, 30_000);
    const after = await this.#meter.look(key);
    if (!there || !after) throw new Error(`the execution of ${orderId} did not come to wait for ${awaits}`);
    this.#steps.push({ name: 'Wait', by: 'machine', calls: [putOf(before, after)] });
    await this.#follow([streamRecord(before ? 'MODIFY' : 'INSERT', before, after)]);
  }

  /** The deployed task has closed the order; the same task over a twin, which no execution follows, is counted. */
  async #closed(cloud: Endpoints, orderId: string, lines: number): Promise<void> {
    const { tenant } = this.#company;
    const key = { pk: { S: `${tenant}#order#${orderId}` }, sk: { S: '#' } };
    const before = await this.#meter.look(key);
    if (!(await until(() => hasEnded(cloud, tenant, orderId), 30_000))) throw new Error(`the execution of ${orderId} did not end`);
    const after = await this.#meter.look(key);
    const twin = await playCycle(this.#company, this.#company.itemIds.slice(0, lines), DATE);
    this.#meter.takeChanges();
    await this.#step('Close', 'task', () => closeOrder({ tenant, orderId: twin, execution: twin }, {} as never));
    this.#meter.takeChanges();
    if (before?.data?.M?.state?.S === 'closed') throw new Error('the order was closed before it was looked at');
    await this.#follow([streamRecord('MODIFY', before, after)]);
  }

  /** Each entry alone, as on a quiet day. */
  async #project(): Promise<void> {
    for (const entry of this.#entries) await this.#step('Projection, alone', 'stream', () => projectBalances({ Records: [entry] }));
    this.#meter.takeChanges();
  }
}

/** A call that costs no units. */
const request = (name: string): Call => ({
  name,
  writes: 0,
  reads: 0,
  indexWrites: 0,
  items: 0,
  reported: undefined,
  sizes: new Map(),
  turn: 1,
});

const putOf = (before: Item | undefined, after: Item): Call => ({
  name: 'PutItem',
  writes: writeUnits(before ? itemSize(before) : 0, itemSize(after)),
  reads: 0,
  indexWrites: indexUnits(before, after),
  items: 0,
  reported: undefined,
  sizes: new Map([['wait', itemSize(after)]]),
  turn: 1,
});

/** Places, ships and pays an order in this process; its id. */
export async function playCycle(company: BenchCompany, itemIds: readonly string[], date: string): Promise<string> {
  const order = await company.ask('POST /orders', placing(company, itemIds, date));
  const { invoiceId } = await company.ask(`POST /orders/${order.id}/shipments`, { date });
  await company.ask('POST /receipts', paying(company, invoiceId, order.totals.gross, date));
  return order.id;
}

/** What the projection costs when the stream brings the entries of `orders` orders in full batches. */
export async function projectInBatches(meter: Meter, orders: number, batch: number): Promise<Step[]> {
  const company = await benchCompany(tenantOf('projection'), 3);
  meter.takeChanges();
  for (let i = 0; i < orders; i += 1) await playCycle(company, company.itemIds.slice(i % 3, (i % 3) + 1), DATE);
  const entries = meter.takeChanges().filter(hasEntry);
  const steps: Step[] = [];
  for (let at = 0; at < entries.length; at += batch) {
    const { calls } = await meter.during(() => projectBalances({ Records: entries.slice(at, at + batch) }));
    steps.push({ name: 'Projection, in batches', by: 'stream', calls });
  }
  meter.takeChanges();
  return steps;
}
