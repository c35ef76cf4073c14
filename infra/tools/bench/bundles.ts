import { spawn } from 'node:child_process';
import { glob, mkdir, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { LOCAL, NODE_BIN, ROOT } from '../local/workspace.ts';
import { median } from './stats.ts';

export interface Bundle {
  /** `sales/orders/commands` */
  readonly name: string;
  readonly kb: number;
  /** Median milliseconds that its import takes beyond that of an empty module. */
  readonly importMs: number;
}

const ROUNDS = 5;
const PROGRAM = 'const t=performance.now();await import(process.argv[1]);process.stdout.write(String(performance.now()-t));process.exit(0)';
const ENVIRONMENT = { PATH: process.env.PATH, AWS_REGION: 'eu-south-2', AWS_ACCESS_KEY_ID: 'test', AWS_SECRET_ACCESS_KEY: 'test' };

/** Milliseconds of one import, in a process of its own. */
const importMs = (path: string): Promise<number> =>
  new Promise((resolve, reject) => {
    const child = spawn(join(NODE_BIN, 'node'), ['--input-type=module', '-e', PROGRAM, path], {
      env: ENVIRONMENT,
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let text = '';
    child.stdout.on('data', (chunk: Buffer) => {
      text += chunk.toString();
    });
    child.on('error', reject);
    child.on('close', (code) => (code === 0 ? resolve(Number(text)) : reject(new Error(`${path} could not be imported`))));
  });

/** Size and import time of every Lambda's bundle, largest first. Bundles take turns, so that a busy moment hits all alike. */
export async function measureBundles(): Promise<Bundle[]> {
  const folder = join(ROOT, 'dist', 'functions');
  const paths = (await Array.fromAsync(glob('**/index.mjs', { cwd: folder }))).sort();
  const empty = join(LOCAL, 'bench', 'empty.mjs');
  await mkdir(dirname(empty), { recursive: true });
  await writeFile(empty, 'export const handler = () => undefined;\n');
  const times = new Map<string, number[]>();
  for (let round = 0; round < ROUNDS; round += 1)
    for (const path of [empty, ...paths.map((p) => join(folder, p))]) times.set(path, [...(times.get(path) ?? []), await importMs(path)]);
  const nothing = median(times.get(empty) ?? []);
  const bundles = await Promise.all(
    paths.map(async (path) => {
      const full = join(folder, path);
      return { name: dirname(path), kb: (await stat(full)).size / 1024, importMs: median(times.get(full) ?? []) - nothing };
    }),
  );
  return bundles.sort((a, b) => b.kb - a.kb);
}
