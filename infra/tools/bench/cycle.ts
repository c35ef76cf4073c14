import type { DynamoDBRecord } from 'aws-lambda';
import { handler as foldBalances } from '../../../functions/finance/ledger/fold-balances.event.ts';
import { handler as closeOrder } from '../../../functions/sales/orders/close-order.task.ts';
import { handler as followSales } from '../../../functions/sales/orders/follow-sales.event.ts';
import { orders } from '../../../functions/sales/orders/module.ts';
import type { Endpoints } from '../local/outputs.ts';
import { until } from '../local/processes.ts';
import { type BenchCompany, benchCompany, paying, placing, tenantOf, YEAR } from './company.ts';
import { hasEnded, statesEntered } from './executions.ts';
import { type Call, type Meter, streamRecord } from './meter.ts';
import { following } from './streams.ts';
import { type Item, indexUnits, itemSize, writeUnits } from './units.ts';

/** One step of the cycle and what it called. `by`: what runs it, for the count of Lambda invocations. */
export interface Step {
  readonly name: string;
  readonly by: 'http' | 'stream' | 'task' | 'machine';
  readonly calls: readonly Call[];
}

export interface Cycle {
  readonly lines: number;
  readonly steps: readonly Step[];
  /** States that the real execution entered. */
  readonly states: readonly string[];
}

const DATE = `${YEAR}-11-16`;
const followed = following(orders, 'followSales').stream;
const FOLLOWED: ReadonlySet<string> = new Set(followed === 'entries' ? [] : followed.kinds);
const kindOf = (item: Item | undefined): string => item?.kind?.S ?? '';
const isFollowed = ({ dynamodb }: DynamoDBRecord): boolean => FOLLOWED.has(kindOf(dynamodb?.NewImage as Item | undefined));
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
    await this.#fold();
    return { lines, steps: this.#steps, states: await statesEntered(cloud, order.id) };
  }

  async #step<T>(name: string, by: Step['by'], work: () => Promise<T>): Promise<T> {
    const { value, calls } = await this.#meter.during(work);
    this.#steps.push({ name, by, calls });
    return value;
  }

  #http = (name: string, route: string, body: object) => this.#step(name, 'http', () => this.#company.ask(route, body));

  /** Gives the follower of orders what has been written since, as one batch. */
  async #follow(changes = this.#meter.takeChanges()): Promise<void> {
    this.#entries.push(...changes.filter(hasEntry));
    const Records = changes.filter(isFollowed);
    if (Records.length === 0) return;
    const { batchItemFailures } = await this.#step('Follow the stream', 'stream', () => followSales({ Records }));
    if (batchItemFailures.length > 0) throw new Error('the follower of orders failed: run with LOG=on');
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
    if (!(await until(() => hasEnded(cloud, orderId), 30_000))) throw new Error(`the execution of ${orderId} did not end`);
    const after = await this.#meter.look(key);
    const twin = await playCycle(this.#company, this.#company.itemIds.slice(0, lines), DATE);
    this.#meter.takeChanges();
    await this.#step('Close', 'task', () => closeOrder({ tenant, orderId: twin, execution: twin }, {} as never));
    this.#meter.takeChanges();
    if (before?.data?.M?.state?.S === 'closed') throw new Error('the order was closed before it was looked at');
    await this.#follow([streamRecord('MODIFY', before, after)]);
  }

  /** Each entry alone, as on a quiet day. */
  async #fold(): Promise<void> {
    for (const entry of this.#entries) await this.#step('Fold, alone', 'stream', () => foldBalances({ Records: [entry] }));
    this.#meter.takeChanges();
  }
}

const putOf = (before: Item | undefined, after: Item): Call => ({
  name: 'PutItem',
  writes: writeUnits(before ? itemSize(before) : 0, itemSize(after)),
  reads: 0,
  indexWrites: indexUnits(before, after),
  items: 0,
  reported: undefined,
  sizes: new Map([['wait', itemSize(after)]]),
});

/** Places, ships and pays an order in this process; its id. */
export async function playCycle(company: BenchCompany, itemIds: readonly string[], date: string): Promise<string> {
  const order = await company.ask('POST /orders', placing(company, itemIds, date));
  const { invoiceId } = await company.ask(`POST /orders/${order.id}/shipments`, { date });
  await company.ask('POST /receipts', paying(company, invoiceId, order.totals.gross, date));
  return order.id;
}

/** What folding costs when the stream brings the entries of `orders` orders in full batches. */
export async function foldInBatches(meter: Meter, orders: number, batch: number): Promise<Step[]> {
  const company = await benchCompany(tenantOf('fold'), 3);
  meter.takeChanges();
  for (let i = 0; i < orders; i += 1) await playCycle(company, company.itemIds.slice(i % 3, (i % 3) + 1), DATE);
  const entries = meter.takeChanges().filter(hasEntry);
  const steps: Step[] = [];
  for (let at = 0; at < entries.length; at += batch) {
    const { calls } = await meter.during(() => foldBalances({ Records: entries.slice(at, at + batch) }));
    steps.push({ name: 'Fold, in batches', by: 'stream', calls });
  }
  meter.takeChanges();
  return steps;
}
