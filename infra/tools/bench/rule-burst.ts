import { type InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda';
import type { SQSRecord } from 'aws-lambda';
import { DOORS } from '#api/rule-effects.ts';
import { type RuleRun, RuleRuns } from '#domain/automation/rules/rule-run.ts';
import { Orders } from '#domain/sales/orders/order.ts';
import { create, plain, type Stored } from '#kernel/record.ts';
import type { RecordChange } from '#runtime/changes.ts';
import { idFrom } from '#runtime/fingerprint.ts';
import { everyRecord } from '#runtime/lists.ts';
import { Records } from '#runtime/records.ts';
import { handler as carryOut } from '../../../functions/automation/rules/carry-out-runs.event.ts';
import { handler as evaluate } from '../../../functions/automation/rules/evaluate-rules.event.ts';
import { handler as notes } from '../../../functions/platform/notes/commands.ts';
import { askAs, type BenchCompany, benchCompany, placing, tenantOf, YEAR } from './company.ts';
import type { Call, Meter } from './meter.ts';

/** Orders that come at once. */
export const BURSTS = [50, 200] as const;
/** A queue gives as many changes to one process. */
const BATCH = 10;
/** Rules that take each order, that may take ten a day, and that ask for what no order has. */
const RULES = { all: 4, limited: 4, idle: 12 } as const;
const PER_DAY = 10;

/** What a burst of orders costs, and whether all was done once. */
export interface BurstFigures {
  readonly orders: number;
  readonly rules: number;
  readonly runs: number;
  /** Runs that should be there and are not, and those that are there twice or beyond a limit. */
  readonly lost: number;
  readonly extra: number;
  /** For each order: looking at the rules; for each run: carrying it out, with its effect. */
  readonly perOrder: Use;
  readonly perRun: Use;
  readonly ms: number;
}
interface Use {
  readonly writes: number;
  readonly reads: number;
  /** Of Lambda, doors of effects among them. */
  readonly invocations: number;
}

const sumOf = (calls: readonly Call[], of: (call: Call) => number): number => calls.reduce((sum, call) => sum + of(call), 0);
const useOf = (calls: readonly Call[], invocations: number, by: number): Use => ({
  writes: sumOf(calls, (call) => call.writes + call.indexWrites) / by,
  reads: sumOf(calls, ({ reads }) => reads) / by,
  invocations: invocations / by,
});

/** Functions that rules enter, in this process, and how often they were. */
function openDoors(): { count: number } {
  const seen = { count: 0 };
  process.env.DOORS = JSON.stringify(Object.fromEntries(Object.values(DOORS).map(({ pool }) => [pool, pool])));
  LambdaClient.prototype.send = (async ({ input }: InvokeCommand) => {
    seen.count += 1;
    const answer = await (notes as (event: never, context: never) => Promise<unknown>)(
      JSON.parse(String(input.Payload)) as never,
      {} as never,
    );
    return { Payload: Buffer.from(JSON.stringify(answer)) };
  }) as never;
  return seen;
}

const recordsIn = (changes: readonly RecordChange[]) => ({
  Records: changes.map(
    (change, i) =>
      ({ messageId: String(i), body: JSON.stringify(change), attributes: { MessageGroupId: change.id } }) as unknown as SQSRecord,
  ),
});

/** Gives changes to a follower, ten at a time. @returns how often it was called. @throws Error where it failed. */
async function handOver(changes: readonly RecordChange[], handler: typeof evaluate): Promise<number> {
  let calls = 0;
  for (let at = 0; at < changes.length; at += BATCH) {
    calls += 1;
    const { batchItemFailures } = await handler(recordsIn(changes.slice(at, at + BATCH)) as never);
    if (batchItemFailures.length > 0) throw new Error('a follower of changes failed: run with LOG=on');
  }
  return calls;
}

async function writeRules({ tenant }: BenchCompany): Promise<void> {
  const owner = `owner@${tenant}.example`;
  const write = async (name: string, over: string, perDay: number) => {
    const body = {
      ...{ name, trigger: 'order.placed', limits: { perDay }, effects: [{ do: 'tag', tags: [name] }] },
      conditions: { items: [{ field: 'amount', op: 'over', value: over }] },
    };
    const { id } = await askAs(tenant, owner, 'POST /automation/rules', body);
    await askAs(tenant, owner, `POST /automation/rules/${id}/activation`, {});
  };
  for (let i = 0; i < RULES.all; i += 1) await write(`todos ${i}`, '0.00', 1000);
  for (let i = 0; i < RULES.limited; i += 1) await write(`diez ${i}`, '0.00', PER_DAY);
  for (let i = 0; i < RULES.idle; i += 1) await write(`nunca ${i}`, '9000000.00', 1000);
}

async function ordersAtOnce(company: BenchCompany, count: number): Promise<string[]> {
  const { tenant, records } = company;
  const { id } = await company.ask('POST /orders', placing(company, company.itemIds, `${YEAR}-11-16`));
  const order = plain(await records.getOrThrow(Orders, id));
  const ids = Array.from({ length: count }, (_, i) => idFrom('ord', tenant, `burst ${i}`));
  // What was placed before the rules were switched on would be none of their business.
  const now = new Records(tenant, { by: 'ventas', request: 'burst', action: 'placeOrder', at: new Date() });
  for (const one of ids) await now.commit([create(Orders, one, order)]);
  return ids;
}

/** Bursts of orders against twenty rules: each change is told twice, as a queue may. */
export async function measureBursts(meter: Meter): Promise<BurstFigures[]> {
  const doors = openDoors();
  const figures: BurstFigures[] = [];
  for (const count of BURSTS) {
    const company = await meter.uncounted(async () => {
      const made = await benchCompany(tenantOf(`burst${count}`), 1);
      await writeRules(made);
      return made;
    });
    figures.push(await measureBurst(meter, company, count, doors));
    meter.takeChanges();
  }
  return figures;
}

async function measureBurst(meter: Meter, company: BenchCompany, count: number, doors: { count: number }): Promise<BurstFigures> {
  const { tenant, records } = company;
  const ids = await meter.uncounted(() => ordersAtOnce(company, count));
  const told = ids.map((id): RecordChange => ({ tenant, kind: 'order', id, rev: 1, again: true, after: {} }));
  const began = performance.now();
  const looked = await meter.during(() => handOver(told, evaluate));
  await meter.uncounted(() => handOver(told, evaluate));
  const begun = await meter.uncounted(() => runsOf(records));
  const changes = begun.flatMap(({ id, state }): RecordChange[] =>
    state === 'running' ? [{ tenant, kind: 'rule-run', id, rev: 1, again: true, after: {} }] : [],
  );
  doors.count = 0;
  const carried = await meter.during(() => handOver(changes, carryOut));
  const done = (await meter.uncounted(() => runsOf(records))).filter(({ state }) => state === 'done');
  const wanted = RULES.all * count + RULES.limited * Math.min(PER_DAY, count);
  const different = new Set(done.map(({ ruleId, subject }) => `${ruleId} ${subject}`)).size;
  return {
    orders: count,
    rules: RULES.all + RULES.limited + RULES.idle,
    runs: done.length,
    lost: Math.max(0, wanted - different),
    extra: done.length - Math.min(wanted, different),
    perOrder: useOf(looked.calls, looked.value, count),
    perRun: useOf(carried.calls, carried.value + doors.count, Math.max(1, done.length)),
    ms: performance.now() - began,
  };
}

async function runsOf(records: BenchCompany['records']): Promise<Stored<RuleRun>[]> {
  const runs: Stored<RuleRun>[] = [];
  const month = new Date().toISOString().slice(0, 7);
  for await (const run of everyRecord(records, RuleRuns, { bucket: month })) runs.push(run);
  return runs;
}

/** A table of bursts, and how their cost grows. */
export function burstsText(figures: readonly BurstFigures[]): string {
  const rows = figures.map(
    ({ orders, rules, runs, lost, extra, perOrder, perRun, ms }) =>
      `${String(orders).padStart(7)} ${String(rules).padStart(6)} ${String(runs).padStart(6)} ${String(lost).padStart(5)} ${String(extra).padStart(6)}   ${perOrder.writes.toFixed(1).padStart(6)} ${perOrder.reads.toFixed(1).padStart(6)} ${perOrder.invocations.toFixed(2).padStart(6)}   ${perRun.writes.toFixed(1).padStart(6)} ${perRun.reads.toFixed(1).padStart(6)} ${perRun.invocations.toFixed(2).padStart(6)} ${Math.round(ms / 1000)} s`,
  );
  const [small, large] = [figures[0], figures.at(-1)];
  const ratio = small && large ? (large.perOrder.writes / small.perOrder.writes).toFixed(2) : '–';
  return [
    'Bursts of orders against rules: lost and extra runs (goal 0)',
    ' orders  rules   runs  lost  extra   WRU/order RRU Lambda   WRU/run RRU Lambda',
    ...rows,
    `Write units of an order, ${large?.orders} to ${small?.orders}: × ${ratio} (goal ≤ 1.1; ten a day of four rules weigh less in a larger burst)`,
  ].join('\n');
}
