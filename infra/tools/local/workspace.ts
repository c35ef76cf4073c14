import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

export const ROOT = join(import.meta.dirname, '..', '..', '..');
export const NODE_BIN = join(ROOT, 'node_modules', '.bin');
/** What the tools make on this machine and git ignores. */
export const LOCAL = join(ROOT, '.local');

/** The files of one local cloud: that of `npm start`, that of `npm test`. */
export interface Workspace {
  readonly name: string;
  readonly dir: string;
  /** The emulator's own data: everything that a fresh start deletes. */
  readonly stateDir: string;
  readonly emulatorLog: string;
  readonly emulatorFile: string;
  /** Held by the tool that uses the workspace. */
  readonly lock: string;
  readonly deployLog: string;
  readonly outputs: string;
  readonly cdkOut: string;
  readonly endpoints: string;
  /** What was deployed and seeded when the state was last written whole. */
  readonly savedFile: string;
}

export function workspace(name: string): Workspace {
  const dir = join(LOCAL, name);
  return {
    name,
    dir,
    stateDir: join(dir, 'state'),
    emulatorLog: join(dir, 'emulator.log'),
    emulatorFile: join(dir, 'emulator.json'),
    lock: join(dir, 'owner.lock'),
    deployLog: join(dir, 'deploy.log'),
    outputs: join(dir, 'outputs.json'),
    cdkOut: join(dir, 'cdk.out'),
    endpoints: join(dir, 'endpoints.json'),
    savedFile: join(dir, 'saved.json'),
  };
}

export const missing = (error: unknown): boolean => (error as NodeJS.ErrnoException).code === 'ENOENT';

/** The parsed file, or undefined where there is none; a damaged file is an error. */
export async function readJson<T>(path: string): Promise<T | undefined> {
  try {
    return JSON.parse(await readFile(path, 'utf8')) as T;
  } catch (error) {
    if (missing(error)) return undefined;
    throw error;
  }
}

/** Whole or not at all: other processes read these files while they are written. */
export async function writeJson(path: string, value: unknown, mode = 0o644): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  const draft = `${path}.${process.pid}`;
  await writeFile(draft, `${JSON.stringify(value, null, 2)}\n`, { mode });
  await rename(draft, path);
}
