import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { deployLocal } from './deploy.ts';
import { sourceDigest } from './digest.ts';
import { clearStale, startEmulator } from './emulator.ts';
import { Failure } from './failure.ts';
import type { Endpoints } from './outputs.ts';
import { killChildren } from './processes.ts';
import { reconcile } from './reconcile.ts';
import { isCurrent, readSaved, type Saved, wipe, writeSaved } from './saved.ts';
import { Shutdown } from './shutdown.ts';
import { Steps } from './steps.ts';
import { createUsers, demoUsers } from './users.ts';
import { welcome } from './welcome.ts';
import { LOCAL, ROOT, type Workspace, workspace, writeJson } from './workspace.ts';

const DEFAULT_PORT = 4566;
const HELP = `Runs Trastienda on this machine: starts an AWS emulator, deploys the product to it, fills it with demo companies.

  npm start                     ready in a minute or two; later starts keep the data and take seconds
  npm start -- --port 4600      another port (each port keeps its own data)
  npm start -- --fresh          delete the data of an earlier start first
  npm start -- --no-seed        no demo data (the demo users are made all the same)

Where AWS_ENDPOINT_URL is set, that emulator is used instead of starting one. Ctrl-C stops everything.
`;

interface Options {
  readonly port: number;
  readonly fresh: boolean;
  readonly seeded: boolean;
  /** An emulator that somebody else runs. */
  readonly external: string | undefined;
}

function optionsFrom(args: string[]): Options | 'help' {
  const options = {
    port: { type: 'string' },
    fresh: { type: 'boolean' },
    'no-seed': { type: 'boolean' },
    help: { type: 'boolean', short: 'h' },
  } as const;
  try {
    const { values } = parseArgs({ args, options });
    if (values.help) return 'help';
    const port = Number(values.port ?? DEFAULT_PORT);
    if (!Number.isInteger(port) || port < 1 || port > 65_535) throw new Failure(`--port ${values.port} is not a port number`);
    return { port, fresh: values.fresh ?? false, seeded: !values['no-seed'], external: process.env.AWS_ENDPOINT_URL || undefined };
  } catch (error) {
    throw error instanceof Failure
      ? error
      : new Failure(`${(error as Error).message.split('. ')[0]}: npm start -- --help shows the options`);
  }
}

function spaceOf({ port, external }: Options): Workspace {
  if (external) return workspace('external');
  return workspace(port === DEFAULT_PORT ? 'dev' : `dev-${port}`);
}

/** The local cloud's address; `ended` resolves when it stops by itself, and is undefined where somebody else runs it. */
interface Cloud {
  readonly url: string;
  readonly ended?: () => Promise<void>;
}

/** Starts the emulator, or takes the one named by the environment. */
async function open({ port, fresh, external }: Options, space: Workspace, steps: Steps, shutdown: Shutdown): Promise<Cloud> {
  if (external) {
    if (fresh) throw new Failure('--fresh is for the emulator that npm start runs itself; AWS_ENDPOINT_URL names another');
    console.log(`Using the emulator at ${external} (AWS_ENDPOINT_URL)`);
    return { url: external.replace(/\/$/, '') };
  }
  if (await clearStale(space, 'npm start')) console.log('Stopped an emulator that an earlier start had left behind');
  if (fresh || !(await readSaved(space))) await wipe(space);
  const kept = (await readSaved(space)) ? ', with the data of the last start' : '';
  return steps.run(`Starting the emulator on port ${port}${kept}`, async (note) => {
    const emulator = await startEmulator({ port, space, persist: true, note });
    shutdown.add(async () => {
      await emulator.stop();
      const saved = await readSaved(space);
      if (saved) await writeSaved(space, { ...saved, clean: true });
    });
    return emulator;
  });
}

async function deploy(url: string, digest: string, before: Saved | undefined, space: Workspace, steps: Steps): Promise<Saved> {
  const deployed = await steps.run('Building the functions and deploying the stacks', (note) =>
    deployLocal(url, { space, bootstrap: !before?.clean, note }),
  );
  const users = await demoUsers();
  await steps.run('Making the demo users', () => createUsers(deployed, users));
  return { digest, endpoints: { ...deployed, users }, seededPool: before?.seededPool ?? null, clean: false };
}

async function fill(saved: Saved, steps: Steps): Promise<Saved> {
  const path = fileURLToPath(new URL('../seed/seed.ts', import.meta.url));
  if (!existsSync(path)) return saved;
  const { seed } = (await import(path)) as { seed: (endpoints: Endpoints, note: (line: string) => void) => Promise<void> };
  await steps.run('Filling the demo companies', (note) => seed(saved.endpoints, note));
  return { ...saved, seededPool: saved.endpoints.userPoolId };
}

async function start(args: string[], shutdown: Shutdown): Promise<number> {
  const options = optionsFrom(args);
  if (options === 'help') {
    console.log(HELP);
    return 0;
  }
  const steps = new Steps();
  const space = spaceOf(options);
  shutdown.add(killChildren);
  const { url, ended } = await open(options, space, steps, shutdown);
  const [before, digest] = await Promise.all([readSaved(space), sourceDigest(ROOT)]);
  let saved =
    isCurrent(before, digest) && !options.external ? { ...before, clean: false } : await deploy(url, digest, before, space, steps);
  await writeSaved(space, saved);
  const again = saved.seededPool === saved.endpoints.userPoolId;
  if (again) await steps.run('Starting interrupted workflows again', (note) => reconcile(saved.endpoints, note));
  else if (options.seeded) saved = await fill(saved, steps);
  await writeSaved(space, saved);
  for (const path of [space.endpoints, join(LOCAL, 'endpoints.json')]) await writeJson(path, saved.endpoints, 0o600);
  console.log(welcome(saved.endpoints, steps.elapsed));
  ready = true;
  if (!ended) return 0;
  await ended();
  throw new Failure(`the emulator ended by itself: see ${space.emulatorLog}, then start again`);
}

const shutdown = new Shutdown();
let ready = false;
shutdown.listen(() => {
  console.log('\nStopping, and keeping the data …');
  if (ready) process.exitCode = 0;
});
process.exitCode = await shutdown.run(() => start(process.argv.slice(2), shutdown));
