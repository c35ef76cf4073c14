import { randomUUID } from 'node:crypto';
import type { Endpoints } from '../local/outputs.ts';
import { until } from '../local/processes.ts';
import { createUsers, idTokenOf, newPassword } from '../local/users.ts';
import { type BenchCompany, benchCompany, paying, placing, tenantOf, YEAR } from './company.ts';
import { hasEnded } from './executions.ts';
import { manualEntry, TRIAL_DATE } from './growth.ts';
import { median, quantile } from './stats.ts';

export interface Latency {
  readonly what: string;
  readonly median: number;
  readonly p95: number;
  readonly perSecond: number;
  readonly samples: number;
}

const DATE = `${YEAR}-11-16`;
const WARM_UP = 5;
const CYCLES = 30;
const CLIENTS = 4;
const ITEMS = 60;

// biome-ignore lint/suspicious/noExplicitAny: a client looks at the parts it knows.
type Send = (route: string, body?: unknown) => Promise<any>;

/** A client signed in as the owner of a company. */
export async function clientOf(cloud: Endpoints, tenant: string): Promise<Send> {
  const user = { email: `owner@${tenant}.example`, password: newPassword(), company: tenant, roles: ['owner'] };
  await createUsers(cloud, [user]);
  const token = await idTokenOf(cloud, user);
  return async (route, body) => {
    const [method = '', path = ''] = route.split(' ');
    const response = await fetch(`${cloud.apiUrl}${path}`, {
      method,
      headers: {
        authorization: `Bearer ${token}`,
        'content-type': 'application/json',
        ...(method === 'POST' ? { 'idempotency-key': randomUUID() } : {}),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    if (!response.ok) throw new Error(`${route}: ${response.status} ${await response.text()}`);
    return response.json();
  };
}

async function timed<T>(work: () => Promise<T>): Promise<{ value: T; ms: number }> {
  const began = performance.now();
  const value = await work();
  return { value, ms: performance.now() - began };
}

/** Place → ship and invoice → paid, three lines; the order's id. */
async function cycle(send: Send, company: BenchCompany, turn: number): Promise<string> {
  const items = [0, 1, 2].map((k) => company.itemIds[(turn * 3 + k) % ITEMS] ?? '');
  const order = await send('POST /orders', placing(company, items, DATE));
  const { invoiceId } = await send(`POST /orders/${order.id}/shipments`, { date: DATE });
  await send('POST /receipts', paying(company, invoiceId, order.totals.gross, DATE));
  return order.id;
}

const summary = (what: string, ms: readonly number[], wallMs: number): Latency => ({
  what,
  median: median(ms),
  p95: quantile(ms, 0.95),
  perSecond: (ms.length / wallMs) * 1000,
  samples: ms.length,
});

/** End to end over HTTP: one client, then four at once; and how long until the execution has closed the order. */
export async function measureCycles(cloud: Endpoints): Promise<Latency[]> {
  const company = await benchCompany(tenantOf('http'), ITEMS);
  const send = await clientOf(cloud, company.tenant);
  for (let i = 0; i < WARM_UP; i += 1) await closedAfter(cloud, company.tenant, await cycle(send, company, i));
  const [one, closing]: [number[], number[]] = [[], []];
  for (let i = 0; i < CYCLES; i += 1) {
    const { value, ms } = await timed(() => cycle(send, company, i));
    one.push(ms);
    closing.push(ms + (await timed(() => closedAfter(cloud, company.tenant, value))).ms);
  }
  const many: number[] = [];
  const { ms: wall } = await timed(() =>
    Promise.all(
      Array.from({ length: CLIENTS }, async (_, client) => {
        for (let i = 0; i < CYCLES / 2; i += 1) many.push((await timed(() => cycle(send, company, client * 5 + i))).ms);
      }),
    ),
  );
  return [
    summary(
      'one client: place → ship → invoice → paid',
      one,
      one.reduce((a, b) => a + b, 0),
    ),
    summary(
      '… until its execution has closed it',
      closing,
      closing.reduce((a, b) => a + b, 0),
    ),
    summary(`${CLIENTS} clients at once`, many, wall),
  ];
}

async function closedAfter(cloud: Endpoints, tenant: string, orderId: string): Promise<void> {
  const ended = () =>
    hasEnded(cloud, tenant, orderId).catch((error: Error) => (error.name === 'ExecutionDoesNotExist' ? false : Promise.reject(error)));
  if (!(await until(ended, 60_000, 10))) throw new Error(`${orderId} was not closed within a minute`);
}

/** A journal entry and a trial balance over HTTP, in a company with a history. */
export async function measureBooks(cloud: Endpoints, tenant: string, records: number): Promise<Latency[]> {
  const send = await clientOf(cloud, tenant);
  const sample = async (what: string, work: () => Promise<unknown>): Promise<Latency> => {
    const ms: number[] = [];
    for (let i = 0; i < 12; i += 1) ms.push((await timed(work)).ms);
    const warm = ms.slice(2);
    return summary(
      `${what}, ${records} entries`,
      warm,
      warm.reduce((a, b) => a + b, 0),
    );
  };
  return [
    await sample('post a journal entry', () => send('POST /journal-entries', manualEntry('850.00'))),
    await sample('trial balance', () => send(`GET /trial-balance?date=${TRIAL_DATE}`)),
  ];
}
