import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { digestOf } from './digest.ts';
import { Failure } from './failure.ts';
import { TOOLS, withLock } from './lock.ts';
import { runLines } from './processes.ts';
import { LOCAL, missing, NODE_BIN, ROOT, readJson, writeJson } from './workspace.ts';

/** Everything that decides how the console is built. */
const SOURCES = ['web', 'docs/verify', 'shared/kernel', 'shared/domain', 'shared/api', 'statemachines', 'package-lock.json'];
const DIST = join(ROOT, 'dist');
/** The files that are served. */
export const CONSOLE_FILES = join(DIST, 'web');
/** Vite's record of what was built from what: for measurements, not to be served. */
export const CONSOLE_MANIFEST = join(DIST, 'web-manifest.json');
const DIGEST = join(DIST, 'web-digest.json');
const DRAFT = join(DIST, 'web-draft');
const LOG = join(LOCAL, 'console-build.log');
const LOCK = join(LOCAL, 'console.lock');

/**
 * Builds the console into `dist/web` where its sources have changed since the last time; true where it had to.
 * The finished folder takes the place of the old one: who serves it never sees half of it.
 * @throws Failure with the compiler's last line.
 */
export async function buildConsole(): Promise<boolean> {
  const digest = await digestOf(ROOT, SOURCES);
  return withLock(LOCK, TOOLS, async () => {
    if ((await readJson<string>(DIGEST)) === digest) return false;
    await rm(DIGEST, { force: true });
    await vite();
    await rename(join(DRAFT, '.vite', 'manifest.json'), CONSOLE_MANIFEST);
    await rm(join(DRAFT, '.vite'), { recursive: true });
    const old = `${DRAFT}-old`;
    await rm(old, { recursive: true, force: true });
    await rename(CONSOLE_FILES, old).catch((error: unknown) => (missing(error) ? undefined : Promise.reject(error)));
    await rename(DRAFT, CONSOLE_FILES);
    await rm(old, { recursive: true, force: true });
    await writeJson(DIGEST, digest);
    return true;
  });
}

/** In a process of its own: it compiles while the stacks are deployed. */
async function vite(): Promise<void> {
  const lines: string[] = [];
  const web = join(ROOT, 'web');
  const args = ['build', web, '--config', join(web, 'vite.config.ts'), '--outDir', DRAFT, '--emptyOutDir', '--manifest'];
  const env = { ...process.env, NODE_ENV: 'production', NO_COLOR: '1' };
  const code = await runLines(join(NODE_BIN, 'vite'), args, { cwd: ROOT, env }, (line) => lines.push(line));
  await mkdir(LOCAL, { recursive: true });
  await writeFile(LOG, `${lines.join('\n')}\n`);
  if (code === 0) return;
  // Vite puts what is wrong below this heading.
  const heading = lines.findIndex((line) => /error during build/i.test(line));
  const reason = (heading >= 0 ? lines.slice(heading + 1, heading + 3) : lines.slice(-1)).join(' ') || 'it printed nothing';
  throw new Failure(`the console could not be built: ${reason.slice(0, 300)} (full output: ${LOG})`);
}
