import type { ModuleSpec, Trigger } from '#kernel/action.ts';
import type { Endpoints } from '../local/outputs.ts';

/** The emulator's Lambda API by plain requests: one list and one switch need no client library. */
async function lambda(cloud: Endpoints, method: string, path: string, body?: unknown): Promise<unknown> {
  const scope = `${new Date().toISOString().slice(0, 10).replaceAll('-', '')}/${cloud.region}/lambda/aws4_request`;
  const response = await fetch(`${cloud.endpointUrl}/2015-03-31/${path}`, {
    method,
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    headers: { authorization: `AWS4-HMAC-SHA256 Credential=test/${scope}, SignedHeaders=host, Signature=0` },
  });
  if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`);
  return response.json();
}

/**
 * Lets the deployed readers of the table's stream rest, or work again: while they rest, what they and those behind them do
 * is done by this process, where it can be counted, and done once.
 */
export async function letFollowers(cloud: Endpoints, how: 'rest' | 'work'): Promise<void> {
  const list = (await lambda(cloud, 'GET', 'event-source-mappings/')) as {
    EventSourceMappings: { UUID: string; EventSourceArn: string }[];
  };
  const streams = list.EventSourceMappings.filter(({ EventSourceArn }) => EventSourceArn.includes(':dynamodb:'));
  for (const { UUID } of streams) await lambda(cloud, 'PUT', `event-source-mappings/${UUID}`, { Enabled: how === 'work' });
}

const triggerOf = (module: ModuleSpec, worker: string): Trigger | undefined => module.workers[worker]?.on;

/** How many records of the table's stream a module's worker takes at once. @throws Error where it reads none. */
export function batchOf(module: ModuleSpec, worker: string): number {
  const on = triggerOf(module, worker);
  if (!on || !('stream' in on)) throw new Error(`${module.name}: ${worker} reads no stream`);
  return on.batch;
}

/** The kinds of records whose changes a module's worker follows. @throws Error where it follows none. */
export function followedBy(module: ModuleSpec, worker: string): ReadonlySet<string> {
  const on = triggerOf(module, worker);
  if (!on || !('changes' in on)) throw new Error(`${module.name}: ${worker} follows no changes`);
  return new Set(on.changes);
}
