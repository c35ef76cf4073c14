import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { recordChanges } from '#api/platform/records.ts';
import type { Cycle, Step } from './cycle.ts';
import type { Call } from './meter.ts';
import { batchOf } from './streams.ts';

export interface Prices {
  readonly asOf: string;
  readonly region: string;
  readonly prices: Readonly<Record<string, { readonly usd: number; readonly per: string; readonly source: string }>>;
  readonly assumptions: Readonly<Record<string, { readonly value: number; readonly why: string }>>;
}

export const readPrices = async (): Promise<Prices> =>
  JSON.parse(await readFile(join(import.meta.dirname, 'prices-us-east-1.json'), 'utf8')) as Prices;

/** A queue sends, gives and deletes ten messages at most by one request. */
const QUEUE_BATCH = 10;
/** What the publisher takes of the stream at once. */
const STREAM_BATCH = batchOf(recordChanges, 'publishChanges');

/** What a piece of work uses. */
export interface Use {
  readonly writes: number;
  readonly indexWrites: number;
  readonly reads: number;
  readonly calls: number;
  readonly invocations: number;
  readonly requests: number;
  /** Requests of queues. */
  readonly queueRequests: number;
}

const total = (calls: readonly Call[], of: (call: Call) => number): number => calls.reduce((sum, call) => sum + of(call), 0);

export function useOf(steps: readonly Step[]): Use {
  const calls = steps.flatMap((step) => step.calls);
  return {
    writes: total(calls, (c) => c.writes),
    indexWrites: total(calls, (c) => c.indexWrites),
    reads: total(calls, (c) => c.reads),
    // What the state machine calls itself is in its transitions.
    calls: steps.filter((step) => step.by !== 'machine').flatMap((step) => step.calls).length,
    invocations: steps.filter((step) => step.by !== 'machine').length,
    requests: steps.filter((step) => step.by === 'http').length,
    queueRequests: steps.reduce((sum, step) => sum + queueRequestsOf(step), 0),
  };
}

/** Sending is the publisher's call; what is followed has been received and is deleted. */
const queueRequestsOf = ({ by, messages = 0, calls }: Step): number =>
  messages === 0 ? 0 : by === 'queue' ? 2 * Math.ceil(messages / QUEUE_BATCH) : calls.length;

export const sumOf = (uses: readonly Use[]): Use => {
  const of = (field: keyof Use): number => uses.reduce((sum, use) => sum + use[field], 0);
  return {
    writes: of('writes'),
    indexWrites: of('indexWrites'),
    reads: of('reads'),
    calls: of('calls'),
    invocations: of('invocations'),
    requests: of('requests'),
    queueRequests: of('queueRequests'),
  };
};

export const scaled = (use: Use, factor: number): Use => ({
  writes: use.writes * factor,
  indexWrites: use.indexWrites * factor,
  reads: use.reads * factor,
  calls: use.calls * factor,
  invocations: use.invocations * factor,
  requests: use.requests * factor,
  queueRequests: use.queueRequests * factor,
});

const isProjection = (step: Step): boolean => step.name.startsWith('Projection');

/** A step's use where its batches are full: its part of a batch, and every call about a record of its own. */
function inFullBatches(step: Step): Use {
  const use = useOf([step]);
  const { by, messages = 0 } = step;
  if (messages === 0) return use;
  if (by === 'queue') return { ...use, invocations: messages / QUEUE_BATCH, queueRequests: (2 * messages) / QUEUE_BATCH };
  const sends = messages / QUEUE_BATCH;
  return { ...use, calls: sends, queueRequests: sends, invocations: messages / STREAM_BATCH };
}

/** The cycle's use on a busy day: balances projected (`projection`: of one order) and changes published in full batches. */
export const busyUse = (cycle: Cycle, projection: Use): Use =>
  sumOf([...cycle.steps.filter((step) => !isProjection(step)).map(inFullBatches), projection]);
/** The cycle's use with every entry projected, and every commit published and followed, alone. */
export const quietUse = (cycle: Cycle): Use => useOf(cycle.steps);

/** US$ for 1,000 orders by service. */
export function dollars({ prices, assumptions }: Prices, use: Use, transitions: number): Readonly<Record<string, number>> {
  const price = (name: string): number => prices[name]?.usd ?? Number.NaN;
  const assumed = (name: string): number => assumptions[name]?.value ?? Number.NaN;
  const ms = use.invocations * assumed('lambdaBaseMs') + use.calls * assumed('lambdaMsPerCall');
  const logBytes = use.invocations * assumed('logBytesPerInvocation') + use.requests * assumed('accessLogBytesPerRequest');
  const each = {
    'DynamoDB writes': (use.writes + use.indexWrites) * price('dynamodbWriteUnit'),
    'DynamoDB reads': use.reads * price('dynamodbReadUnit'),
    'HTTP API': use.requests * price('httpApiRequest'),
    'Lambda requests': use.invocations * price('lambdaRequest'),
    'Lambda time': (ms / 1000) * assumed('lambdaMemoryGb') * price('lambdaGbSecond'),
    'Step Functions': transitions * price('stepFunctionsTransition'),
    Logs: (logBytes / 1e9) * price('logsGb'),
    SQS: use.queueRequests * price('sqsFifoRequest'),
    S3: 0,
  };
  const thousand = Object.fromEntries(Object.entries(each).map(([service, usd]) => [service, usd * 1000]));
  return { ...thousand, Total: Object.values(thousand).reduce((sum, usd) => sum + usd, 0) };
}
