import { afterEach, beforeEach, expect, it, vi } from 'vitest';

let lines: Record<string, unknown>[] = [];
const context = { awsRequestId: 'x' } as never;

/** The pipeline as a fresh process has it, with its log read. */
async function freshProcess() {
  vi.resetModules();
  vi.stubEnv('LOG', 'on');
  vi.stubEnv('POWERTOOLS_SERVICE_NAME', 'sales');
  const [pipeline, log] = [await import('../../../shared/runtime/pipeline.ts'), await import('../../../shared/runtime/log.ts')];
  return { ...pipeline, ...log };
}

beforeEach(() => {
  lines = [];
  const read = (text: unknown): boolean => {
    for (const line of String(text).trim().split('\n')) lines.push(JSON.parse(line));
    return true;
  };
  vi.spyOn(process.stdout, 'write').mockImplementation(read);
  vi.spyOn(process.stderr, 'write').mockImplementation(read);
  vi.spyOn(console, 'log').mockImplementation(read);
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
});

const metricsOf = () => lines.flatMap(({ _aws, ...line }) => (_aws ? [line] : []));

it('writes one line an invocation, with what it noted, and counts the cold start', async () => {
  const { worker, note } = await freshProcess();
  const handler = worker<{ n: number }, number>('test', async ({ n }) => {
    note({ messages: n });
    return n;
  });
  expect(await handler({ n: 3 }, context)).toBe(3);
  await handler({ n: 4 }, context);
  const written = lines.filter(({ code }) => code === 'test');
  expect(written).toEqual(
    [3, 4].map((messages) => ({ level: 'info', code: 'test', at: expect.any(String), messages, ms: expect.any(Number) })),
  );
  expect(metricsOf()).toEqual([{ ColdStarts: 1, service: 'sales' }]);
});

it('tells and counts what was thrown, and lets it go on to whoever called', async () => {
  const { worker } = await freshProcess();
  const handler = worker<object, void>('test', async () => {
    throw new TypeError('broken');
  });
  await expect(handler({}, context)).rejects.toThrow('broken');
  expect(lines.find(({ code }) => code === 'test.failed')).toMatchObject({ level: 'error', fault: 'TypeError: broken' });
  expect(lines.filter(({ code }) => code === 'test')).toHaveLength(1);
  expect(metricsOf()).toEqual([{ ColdStarts: 1, Faults: 1, service: 'sales' }]);
});

it('counts by nothing but the context: each dimension more would cost a metric for each of its values', async () => {
  const { worker } = await freshProcess();
  await worker<object, void>('test', async () => undefined)({}, context);
  const [emf] = lines.flatMap(({ _aws }) => (_aws ? [_aws as { CloudWatchMetrics: unknown[] }] : []));
  expect(emf?.CloudWatchMetrics).toEqual([
    { Namespace: 'Trastienda', Dimensions: [['service']], Metrics: [{ Name: 'ColdStarts', Unit: 'Count' }] },
  ]);
});
