import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Cycle, Step } from './cycle.ts';
import type { Call } from './meter.ts';

export interface Prices {
  readonly asOf: string;
  readonly region: string;
  readonly prices: Readonly<Record<string, { readonly usd: number; readonly per: string; readonly source: string }>>;
  readonly assumptions: Readonly<Record<string, { readonly value: number; readonly why: string }>>;
}

export const readPrices = async (): Promise<Prices> =>
  JSON.parse(await readFile(join(import.meta.dirname, 'prices-us-east-1.json'), 'utf8')) as Prices;

/** What a piece of work uses. */
export interface Use {
  readonly writes: number;
  readonly indexWrites: number;
  readonly reads: number;
  readonly calls: number;
  readonly invocations: number;
  readonly requests: number;
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
  };
}

export const sumOf = (uses: readonly Use[]): Use => {
  const of = (field: keyof Use): number => uses.reduce((sum, use) => sum + use[field], 0);
  return {
    writes: of('writes'),
    indexWrites: of('indexWrites'),
    reads: of('reads'),
    calls: of('calls'),
    invocations: of('invocations'),
    requests: of('requests'),
  };
};

export const scaled = (use: Use, factor: number): Use => ({
  writes: use.writes * factor,
  indexWrites: use.indexWrites * factor,
  reads: use.reads * factor,
  calls: use.calls * factor,
  invocations: use.invocations * factor,
  requests: use.requests * factor,
});

const isFold = (step: Step): boolean => step.name.startsWith('Fold');

/** The cycle's use with balances folded in full batches (`fold`: of one order), as on a busy day. */
export const busyUse = (cycle: Cycle, fold: Use): Use => sumOf([useOf(cycle.steps.filter((step) => !isFold(step))), fold]);
/** The cycle's use with every entry folded alone. */
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
    SQS: 0,
    S3: 0,
  };
  const thousand = Object.fromEntries(Object.entries(each).map(([service, usd]) => [service, usd * 1000]));
  return { ...thousand, Total: Object.values(thousand).reduce((sum, usd) => sum + usd, 0) };
}
