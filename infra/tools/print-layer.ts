import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { cp, mkdir, mkdtemp, readFile, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { FAMILIES } from '../../shared/runtime/paper/fonts.ts';

const run = promisify(execFile);
const ROOT = join(import.meta.dirname, '..', '..');
const packages = createRequire(import.meta.url);
const ENGINE = '@myriaddreamin/typst-ts-node-compiler';
/** Where Lambda looks for packages of a layer. */
const MODULES = join('nodejs', 'node_modules');

/**
 * Writes the layer that functions print with: the fonts, and the engine as it runs on `platform` (Lambda's, where nothing
 * else is said), which npm has not installed where this machine is another.
 */
export async function buildPrintLayer(folder = join(ROOT, 'dist', 'layers', 'print'), platform = 'linux-arm64-gnu'): Promise<void> {
  await rm(folder, { recursive: true, force: true });
  const modules = join(folder, MODULES);
  await cp(dirname(packages.resolve(ENGINE)), join(modules, ENGINE), { recursive: true });
  for (const file of FAMILIES.flatMap(({ files }) => files)) await cp(packages.resolve(file), join(modules, file));
  const binary = `${ENGINE}-${platform}`;
  const installed = join(ROOT, 'node_modules', binary);
  if (existsSync(installed)) await cp(installed, join(modules, binary), { recursive: true });
  else await unpack(binary, join(modules, binary));
}

/** A package of any platform, as the lockfile has it: npm itself would refuse to install it here. */
async function unpack(name: string, into: string): Promise<void> {
  const { packages: locked } = JSON.parse(await readFile(join(ROOT, 'package-lock.json'), 'utf8')) as Lockfile;
  const wanted = locked[`node_modules/${name}`];
  if (!wanted) throw new Error(`package-lock.json does not have ${name}`);
  const temporary = await mkdtemp(join(tmpdir(), 'print-layer-'));
  try {
    const { stdout } = await run('npm', ['pack', `${name}@${wanted.version}`, '--json', '--pack-destination', temporary], {
      cwd: temporary,
    });
    const [packed] = JSON.parse(stdout) as { filename: string; integrity: string }[];
    if (packed?.integrity !== wanted.integrity) throw new Error(`${name} is not what package-lock.json says`);
    await mkdir(into, { recursive: true });
    await run('tar', ['-xzf', join(temporary, packed.filename), '-C', into, '--strip-components', '1']);
  } finally {
    await rm(temporary, { recursive: true, force: true });
  }
}

interface Lockfile {
  readonly packages: Readonly<Record<string, { readonly version: string; readonly integrity: string }>>;
}
