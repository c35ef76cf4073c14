import { mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { Failure } from './failure.ts';
import { runs, until } from './processes.ts';
import { missing, readJson } from './workspace.ts';

/** What the command line of every tool of this repository names. */
export const TOOLS = 'infra/tools/';
const TIMEOUT_MS = 300_000;

/**
 * Does work that no two processes of this machine may do at once. A holder that crashed leaves its file behind: it counts
 * only while a process of its number runs whose command line names `mark`.
 */
export async function withLock<T>(lock: string, mark: string, work: () => Promise<T>): Promise<T> {
  if (!(await until(() => take(lock, mark), TIMEOUT_MS, 200)))
    throw new Failure(`another process has not ended its work for ${TIMEOUT_MS / 1000} s: if none runs, delete ${lock}`);
  try {
    return await work();
  } finally {
    await rm(lock, { force: true });
  }
}

/**
 * Holds a lock until `release` is called, or refuses at once.
 * @throws Failure naming the process that holds it.
 */
export async function claim(lock: string, mark: string, what: string): Promise<{ release(): Promise<void> }> {
  // The second try finds what a crashed holder left behind removed.
  if (!(await take(lock, mark)) && !(await take(lock, mark)))
    throw new Failure(`${what} already runs here (process ${await readJson<number>(lock)}): stop it first`);
  return { release: () => rm(lock, { force: true }) };
}

async function take(lock: string, mark: string): Promise<boolean> {
  await mkdir(dirname(lock), { recursive: true });
  try {
    await writeFile(lock, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
  // A half-written file is read again at the next turn.
  const holder = await readJson<number>(lock).catch((error: unknown) =>
    missing(error) || error instanceof SyntaxError ? undefined : Promise.reject(error),
  );
  if (holder && !runs(holder, mark)) await rm(lock, { force: true });
  return false;
}
