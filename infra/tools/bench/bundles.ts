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
  /** The same in processor time, which a busy machine changes less. */
  readonly cpuMs: number;
}

interface Import {
  readonly ms: number;
  readonly cpu: number;
}

const ROUNDS = 5;
const PROGRAM = `const t = performance.now(), c = process.cpuUsage();
await import(process.argv[1]);
const { user, system } = process.cpuUsage(c);
process.stdout.write(JSON.stringify({ ms: performance.now() - t, cpu: (user + system) / 1000 }));
process.exit(0);`;
const ENVIRONMENT = { PATH: process.env.PATH, AWS_REGION: 'eu-south-2', AWS_ACCESS_KEY_ID: 'test', AWS_SECRET_ACCESS_KEY: 'test' };

/** Time of one import, in a process of its own. */
const timeImport = (path: string): Promise<Import> =>
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
    child.on('close', (code) => (code === 0 ? resolve(JSON.parse(text) as Import) : reject(new Error(`${path} could not be imported`))));
  });

/** Size and import time of every Lambda's bundle, largest first. Bundles take turns, so that a busy moment hits all alike. */
export async function measureBundles(): Promise<Bundle[]> {
  const folder = join(ROOT, 'dist', 'functions');
  const paths = (await Array.fromAsync(glob('**/index.mjs', { cwd: folder }))).sort();
  const empty = join(LOCAL, 'bench', 'empty.mjs');
  await mkdir(dirname(empty), { recursive: true });
  await writeFile(empty, 'export const handler = () => undefined;\n');
  const times = new Map<string, Import[]>();
  for (let round = 0; round < ROUNDS; round += 1)
    for (const path of [empty, ...paths.map((p) => join(folder, p))]) times.set(path, [...(times.get(path) ?? []), await timeImport(path)]);
  const beyond = (path: string, of: keyof Import): number => {
    const [mine, nothing] = [path, empty].map((p) => median((times.get(p) ?? []).map((time) => time[of])));
    return (mine ?? 0) - (nothing ?? 0);
  };
  const bundles = await Promise.all(
    paths.map(async (path) => {
      const full = join(folder, path);
      return { name: dirname(path), kb: (await stat(full)).size / 1024, importMs: beyond(full, 'ms'), cpuMs: beyond(full, 'cpu') };
    }),
  );
  return bundles.sort((a, b) => b.kb - a.kb);
}
