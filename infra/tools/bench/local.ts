import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { Failure } from '../local/failure.ts';
import type { Endpoints } from '../local/outputs.ts';
import { idTokenOf } from '../local/users.ts';
import { readJson, workspace } from '../local/workspace.ts';
import { openScreens } from './screens.ts';

/** Not the port that a person uses: nothing of theirs is touched. */
const PORT = 4599;
const AT_ONCE = 50;
const ROUNDS = 6;
const LOOK_EVERY_MS = 250;
const READS = [
  '/home',
  '/orders',
  '/customers',
  '/items',
  '/stock',
  '/invoices',
  '/receipts',
  '/journal-entries',
  '/returns',
  '/search?q=ta',
];

interface Memory {
  readonly when: string;
  /** Resident, pages that several processes share counted once (PSS); where the system does not tell that, each time. */
  readonly megabytes: number;
  readonly emulator: number;
  readonly processes: number;
}

export interface LocalUse {
  readonly starts: readonly { readonly steps: readonly (readonly [title: string, took: string])[]; readonly seconds: number }[];
  readonly memory: readonly Memory[];
  /** Of fifty requests at once: how long all took, and how many did not answer 200. */
  readonly burst: { readonly requests: number; readonly seconds: number; readonly failed: number };
}

/** Starts the local cloud from nothing and again, opens every screen, and asks fifty things at once. */
export async function measureLocal(): Promise<LocalUse> {
  const memory: Memory[] = [];
  const first = await begin('--fresh');
  const look = async (when: string) => memory.push({ when, ...(await memoryOf(first.child)) });
  try {
    const cloud = await readJson<Endpoints>(workspace(`dev-${PORT}`).endpoints);
    const owner = cloud?.users.find(({ roles }) => roles.includes('owner'));
    if (!cloud?.consoleUrl || !owner) throw new Failure(`npm start -- --port ${PORT} left no endpoints with a console and an owner`);
    await look('after the first start');
    await openScreens({ url: cloud.consoleUrl, apiUrl: cloud.apiUrl, user: owner });
    await look('after every screen was opened');
    const watching = setInterval(() => void look(''), LOOK_EVERY_MS);
    const burst = await askAtOnce(cloud.apiUrl, await idTokenOf(cloud, owner)).finally(() => clearInterval(watching));
    const highest = memory.splice(2).reduce((most, seen) => (seen.megabytes > most.megabytes ? seen : most));
    memory.push({ ...highest, when: `the most under ${AT_ONCE} requests at once` });
    await end(first.child);
    const second = await begin();
    await end(second.child);
    return { starts: [first, second].map(({ steps, seconds }) => ({ steps, seconds })), memory, burst };
  } finally {
    await end(first.child);
  }
}

/** `npm start`, until it says that it is ready. */
async function begin(...args: string[]) {
  const program = join(import.meta.dirname, '..', 'local', 'start.ts');
  const child = spawn(process.execPath, [program, '--port', String(PORT), ...args], { stdio: ['ignore', 'pipe', 'inherit'] });
  const began = Date.now();
  const steps: [string, string][] = [];
  let title = '';
  for await (const line of createInterface({ input: child.stdout })) {
    title = /^\d+\. (.*) …$/.exec(line)?.[1] ?? title;
    const took = /^ {3}done in (.*)$/.exec(line)?.[1];
    if (took) steps.push([title, took]);
    if (line.startsWith('Ctrl-C')) return { child, steps, seconds: (Date.now() - began) / 1000 };
  }
  throw new Failure(`npm start -- --port ${PORT} ended while it was starting`);
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exited = once(child, 'exit');
  child.kill('SIGINT');
  await exited;
}

/** Of a process and all that it has started. */
async function memoryOf({ pid }: ChildProcess): Promise<Omit<Memory, 'when'>> {
  const table = spawnSync('ps', ['-eo', 'pid=,ppid=,rss=,command='], { encoding: 'utf8' }).stdout.trim().split('\n');
  const all = table.map((line) => /^\s*(\d+)\s+(\d+)\s+(\d+)\s+(.*)$/.exec(line) ?? []);
  const own = new Set([String(pid)]);
  for (let before = 0; before !== own.size; ) {
    before = own.size;
    for (const [, id = '', parent = ''] of all) if (own.has(parent)) own.add(id);
  }
  const mine = await Promise.all(
    all
      .filter(([, id = '']) => own.has(id))
      .map(async ([, id = '', , rss, command = '']) => ({
        kb: (await sharedOnce(id)) ?? Number(rss),
        emulator: command.includes('emulator.py'),
      })),
  );
  const total = (of: typeof mine) => Math.round(of.reduce((sum, { kb }) => sum + kb, 0) / 1024);
  return { megabytes: total(mine), emulator: total(mine.filter(({ emulator }) => emulator)), processes: mine.length };
}

/** Linux counts what processes share; elsewhere, and of a process that has just ended, nobody does. */
const sharedOnce = async (pid: string): Promise<number | undefined> => {
  const told = await readFile(`/proc/${pid}/smaps_rollup`, 'utf8').catch(() => '');
  const found = /^Pss:\s+(\d+)/m.exec(told)?.[1];
  return found === undefined ? undefined : Number(found);
};

async function askAtOnce(apiUrl: string, token: string): Promise<LocalUse['burst']> {
  const began = Date.now();
  const statuses: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const asked = Array.from({ length: AT_ONCE }, async (_, at) => {
      const answer = await fetch(`${apiUrl}${READS[at % READS.length]}`, { headers: { authorization: `Bearer ${token}` } });
      await answer.text();
      return answer.status;
    });
    statuses.push(...(await Promise.all(asked)));
  }
  return { requests: statuses.length, seconds: (Date.now() - began) / 1000, failed: statuses.filter((status) => status !== 200).length };
}

/** The figures, with the goals beside them. */
export function localText({ starts, memory, burst }: LocalUse): string {
  const goals = ['120 s', '30 s'];
  return [
    ...starts.flatMap(({ steps, seconds }, at) => [
      `  ${at === 0 ? 'npm start -- --fresh' : 'npm start again'}: ${seconds.toFixed(1)} s (goal ${goals[at]})`,
      ...steps.map(([title, took]) => `    ${title.padEnd(64)} ${took.padStart(9)}`),
    ]),
    '  memory (goals: 2,500 MB after every screen, 4,000 MB under fifty requests at once)',
    ...memory.map(
      ({ when, megabytes, emulator, processes }) =>
        `    ${when.padEnd(44)} ${String(megabytes).padStart(6)} MB in ${processes} processes, the emulator itself ${emulator} MB`,
    ),
    `  ${burst.requests} requests, ${AT_ONCE} at once: ${burst.seconds.toFixed(1)} s, ${burst.failed} without an answer`,
  ].join('\n');
}
