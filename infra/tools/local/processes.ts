import { type ChildProcess, type SpawnOptions, spawn, spawnSync } from 'node:child_process';
import { createInterface } from 'node:readline';
import { setTimeout as delay } from 'node:timers/promises';

/** The command line of a running process, or undefined where no such process runs. */
export function commandOf(pid: number): string | undefined {
  const { status, stdout } = spawnSync('ps', ['-ww', '-o', 'command=', '-p', String(pid)], { encoding: 'utf8' });
  return status === 0 && stdout.trim() ? stdout.trim() : undefined;
}

/** Whether a process runs whose command line names `mark`: a process number alone may have been given to another program. */
export const runs = (pid: number, mark: string): boolean => commandOf(pid)?.includes(mark) ?? false;

/** Sends a signal; false where the process (or, for a negative number, its group) is gone. */
export function signal(pid: number, name: NodeJS.Signals): boolean {
  try {
    process.kill(pid, name);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ESRCH') return false;
    throw error;
  }
}

/** Waits until `done` holds, asking every `everyMs`; false when the time is over. */
export async function until(done: () => boolean | Promise<boolean>, timeoutMs: number, everyMs = 50): Promise<boolean> {
  const deadline = Date.now() + timeoutMs;
  while (!(await done())) {
    if (Date.now() > deadline) return false;
    await delay(everyMs);
  }
  return true;
}

const children = new Set<ChildProcess>();

/** Ends the programs that `run` and `runLines` wait for. */
export function killChildren(): void {
  for (const child of children) child.kill('SIGTERM');
}

function track(child: ChildProcess): Promise<number> {
  children.add(child);
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => {
      children.delete(child);
      resolve(code ?? 1);
    });
  });
}

/** Runs a program to its end on this terminal; resolves to its exit code. */
export const run = (command: string, args: readonly string[], options: SpawnOptions): Promise<number> =>
  track(spawn(command, args, { ...options, stdio: 'inherit' }));

/** Runs a program to its end, handing each line it prints to `onLine`; resolves to its exit code. */
export function runLines(command: string, args: readonly string[], options: SpawnOptions, onLine: (line: string) => void): Promise<number> {
  const child = spawn(command, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
  for (const stream of [child.stdout, child.stderr]) if (stream) createInterface({ input: stream }).on('line', onLine);
  return track(child);
}
