import { rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { deployLocal } from './deploy.ts';
import { sourceDigest } from './digest.ts';
import { adoptEmulator, clearStale, startEmulator } from './emulator.ts';
import { claim } from './lock.ts';
import { killChildren, run } from './processes.ts';
import { isCurrent, readSaved, wipe, writeSaved } from './saved.ts';
import { Shutdown } from './shutdown.ts';
import { Steps } from './steps.ts';
import { needsNoCloud, type Report, summarise } from './summary.ts';
import { createUsers, demoUsers } from './users.ts';
import { NODE_BIN, ROOT, readJson, workspace, writeJson } from './workspace.ts';

const HELP = `Deploys the product to an emulator of its own and runs the tests against it.

  npm test                              everything
  npm test -- tests/unit                unit tests alone, without an emulator
  npm test -- tests/integration -t ship any arguments go to vitest
  TRASTIENDA_KEEP=1 npm test            leaves the emulator running; the next such run uses it again,
                                        and deploys only if the sources have changed

It can run while npm start runs. The last line counts: "N passed, N failed".
`;

const KEEP = process.env.TRASTIENDA_KEEP === '1';
const space = workspace('test');
const results = join(space.dir, 'results.json');

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });

/** The address of the tests' own emulator: one kept by the last run, or a new one. */
async function open(steps: Steps, shutdown: Shutdown): Promise<string> {
  const kept = KEEP ? await adoptEmulator(space, 'npm test') : undefined;
  if (kept) return kept.url;
  await clearStale(space, 'npm test');
  await wipe(space);
  const port = await freePort();
  return steps.run(`Starting an emulator for the tests on port ${port}`, async (note) => {
    const emulator = await startEmulator({ port, space, persist: false, note });
    if (!KEEP) shutdown.add(() => emulator.stop());
    return emulator.url;
  });
}

/** Deploys the product where this emulator does not have it yet, and writes where it is reached. */
async function deploy(url: string, steps: Steps): Promise<void> {
  const [before, digest] = await Promise.all([readSaved(space), sourceDigest(ROOT)]);
  if (isCurrent(before, digest)) return;
  const deployed = await steps.run('Building the functions and deploying the stacks', (note) =>
    deployLocal(url, { space, bootstrap: !before, note }),
  );
  const users = await demoUsers();
  await createUsers(deployed, users);
  const endpoints = { ...deployed, users };
  await writeJson(space.endpoints, endpoints, 0o600);
  await writeSaved(space, { digest, endpoints, seededPool: null });
}

async function vitest(args: readonly string[], endpoints: string | undefined): Promise<number> {
  await rm(results, { force: true });
  const env = { ...process.env, ...(endpoints ? { TRASTIENDA_ENDPOINTS: endpoints } : {}) };
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${results}`];
  return run(join(NODE_BIN, 'vitest'), ['run', ...reporters, ...args], { cwd: ROOT, env });
}

async function test(args: readonly string[], shutdown: Shutdown): Promise<number> {
  shutdown.add(killChildren);
  if (needsNoCloud(args)) return vitest(args, undefined);
  const { release } = await claim(space.lock, 'infra/tools/local/', 'npm test');
  shutdown.add(release);
  const steps = new Steps();
  await deploy(await open(steps, shutdown), steps);
  return vitest(args, space.endpoints);
}

const args = process.argv.slice(2);
if (args.includes('--help') || args.includes('-h')) console.log(HELP);
else {
  await rm(results, { force: true });
  const shutdown = new Shutdown();
  shutdown.listen(() => console.error('\nInterrupted: stopping …'));
  const code = await shutdown.run(() => test(args, shutdown));
  const summary = summarise(await readJson<Report>(results), code);
  console.log(summary.line);
  process.exitCode = summary.exitCode;
}
