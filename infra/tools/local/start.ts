import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { CONSOLE_PORTS } from '../../constructs/console-ports.ts';
import { seed } from '../seed/seed.ts';
import { serveConsole } from './console.ts';
import { buildConsole } from './console-build.ts';
import { type Build, beginBuild, deployLocal } from './deploy.ts';
import { sourceDigest } from './digest.ts';
import { clearStale, type Emulator, REGION, savedAt, startEmulator } from './emulator.ts';
import { Failure } from './failure.ts';
import { claim, TOOLS } from './lock.ts';
import { saveNowAndThen } from './periodic-save.ts';
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
  npm start -- --console-port 5180
                                where the console is served: one of ${CONSOLE_PORTS[0]} to ${CONSOLE_PORTS.at(-1)}; the first free one otherwise

Where AWS_ENDPOINT_URL is set, that emulator is used instead of starting one. Ctrl-C stops everything.
`;

interface Options {
  readonly port: number;
  readonly fresh: boolean;
  readonly seeded: boolean;
  /** Of which the console takes the first that is free. */
  readonly consolePorts: readonly number[];
  /** An emulator that somebody else runs. */
  readonly external: string | undefined;
}

function optionsFrom(args: string[]): Options | 'help' {
  const options = {
    port: { type: 'string' },
    fresh: { type: 'boolean' },
    'no-seed': { type: 'boolean' },
    'console-port': { type: 'string' },
    help: { type: 'boolean', short: 'h' },
  } as const;
  try {
    const { values } = parseArgs({ args, options });
    if (values.help) return 'help';
    const port = Number(values.port ?? DEFAULT_PORT);
    if (!Number.isInteger(port) || port < 1 || port > 65_535) throw new Failure(`--port ${values.port} is not a port number`);
    return {
      port,
      fresh: values.fresh ?? false,
      seeded: !values['no-seed'],
      consolePorts: consolePortsOf(values['console-port']),
      external: process.env.AWS_ENDPOINT_URL || undefined,
    };
  } catch (error) {
    throw error instanceof Failure
      ? error
      : new Failure(`${(error as Error).message.split('. ')[0]}: npm start -- --help shows the options`);
  }
}

function consolePortsOf(choice: string | undefined): readonly number[] {
  if (choice === undefined) return CONSOLE_PORTS;
  if (!CONSOLE_PORTS.includes(Number(choice)))
    throw new Failure(`--console-port ${choice} is not one of ${CONSOLE_PORTS[0]} to ${CONSOLE_PORTS.at(-1)}, which the API lets in`);
  return [Number(choice)];
}

function spaceOf({ port, external }: Options): Workspace {
  if (external) return workspace('external');
  return workspace(port === DEFAULT_PORT ? 'dev' : `dev-${port}`);
}

/** The local cloud that the product is deployed to. */
interface Cloud {
  readonly url: string;
  /** The emulator, where it is this tool's own. */
  readonly own?: Emulator;
  /** From now on what the emulator holds is worth keeping when it ends. */
  keep(): void;
}

/** Starts the emulator, or takes the one named by the environment. */
async function open({ port, fresh, external }: Options, space: Workspace, steps: Steps, shutdown: Shutdown): Promise<Cloud> {
  if (external) {
    if (fresh) throw new Failure('--fresh is for the emulator that npm start runs itself; AWS_ENDPOINT_URL names another');
    console.log(`Using the emulator at ${external} (AWS_ENDPOINT_URL)`);
    return { url: await reachable(external.replace(/\/$/, '')), keep: () => undefined };
  }
  const crashed = await clearStale(space, 'npm start');
  const saved = await readSaved(space);
  if (fresh || !saved) await wipe(space);
  else if (saved.endpoints.region !== REGION)
    throw new Failure(
      `the data here is deployed to ${saved.endpoints.region}, and the product now goes to ${REGION}: npm start -- --fresh starts over`,
    );
  const at = await savedAt(space);
  if (at && crashed) console.log(`The last run was cut off: the data is as it was saved at ${at.toLocaleString()}`);
  return steps.run(`Starting the emulator on port ${port}${at ? ', with the data of the last start' : ''}`, async (note) => {
    const own = await startEmulator({ port, space, persist: true, note });
    let worthKeeping = false;
    // Half a deployment is not saved: the next start then begins from what there was before it.
    shutdown.add(async () => {
      await (worthKeeping ? own.stop() : own.discard());
      console.log(worthKeeping ? 'The data is kept for the next start' : 'Nothing new was kept: the next start begins where this one did');
    });
    return {
      url: own.url,
      own,
      keep: () => {
        worthKeeping = true;
      },
    };
  });
}

async function reachable(url: string): Promise<string> {
  try {
    await fetch(url);
    return url;
  } catch (cause) {
    throw new Failure(
      `nothing answers at ${url} (AWS_ENDPOINT_URL): start that emulator, or unset AWS_ENDPOINT_URL to let npm start run its own`,
      {
        cause,
      },
    );
  }
}

/** Builds while the emulator starts, where there is something to deploy. */
async function buildAhead({ fresh, external }: Options, space: Workspace): Promise<Build | undefined> {
  const wanted = fresh || external !== undefined || !isCurrent(await readSaved(space), await sourceDigest(ROOT));
  return wanted ? beginBuild() : undefined;
}

/** What the cloud holds afterwards: as it was where the sources are those deployed last, deployed and saved otherwise. */
async function deployed({ url, own, keep }: Cloud, space: Workspace, steps: Steps, ahead: Build | undefined): Promise<Saved> {
  const [before, digest] = await Promise.all([readSaved(space), sourceDigest(ROOT)]);
  if (own && isCurrent(before, digest)) {
    ahead?.release();
    keep();
    return before;
  }
  const endpoints = await steps.run('Building the functions and deploying the stacks', (note) =>
    deployLocal(url, { space, bootstrap: !own || !before, note, build: ahead ?? beginBuild() }),
  );
  const users = await demoUsers();
  await steps.run('Making the demo users', () => createUsers(endpoints, users));
  await own?.save();
  keep();
  const saved = { digest, endpoints: { ...endpoints, users }, seededPool: before?.seededPool ?? null };
  await writeSaved(space, saved);
  return saved;
}

/** Fills the demo companies; a seed that is cut off is finished by the next start. */
async function fill(saved: Saved, { own }: Cloud, space: Workspace, steps: Steps): Promise<void> {
  await steps.run('Filling the demo companies', (note) => seed(saved.endpoints, note));
  await own?.save();
  await writeSaved(space, { ...saved, seededPool: saved.endpoints.userPoolId });
}

async function start(args: string[], shutdown: Shutdown): Promise<number> {
  const options = optionsFrom(args);
  if (options === 'help') {
    console.log(HELP);
    return 0;
  }
  const steps = new Steps();
  const space = spaceOf(options);
  const { release } = await claim(space.lock, TOOLS, 'npm start');
  shutdown.add(release);
  shutdown.add(killChildren);
  // Programs that wait for this file find a cloud that is ready.
  for (const path of addressFiles(space)) await rm(path, { force: true });
  const ahead = await buildAhead(options, space);
  // One after the other: both at once take a gigabyte more.
  const building = settled(ahead ? ahead.done.then(buildConsole) : buildConsole());
  const cloud = await open(options, space, steps, shutdown);
  const saved = await deployed(cloud, space, steps, ahead);
  const seeded = saved.seededPool === saved.endpoints.userPoolId;
  if (options.seeded && !seeded) await fill(saved, cloud, space, steps);
  else await steps.run('Starting interrupted workflows again', (note) => reconcile(saved.endpoints, note));
  const page = await steps.run('Serving the console', async () => {
    await building();
    return serveConsole(saved.endpoints, options.consolePorts);
  });
  shutdown.add(page.stop);
  const endpoints = { ...saved.endpoints, consoleUrl: page.url };
  for (const path of addressFiles(space)) await writeJson(path, endpoints, 0o600);
  console.log(welcome(endpoints, steps.elapsed));
  ready = true;
  if (cloud.own) shutdown.add(saveNowAndThen(cloud.own, space));
  throw new Failure(
    await Promise.race([page.ended().then(() => 'the console’s server ended by itself: start again'), endOf(cloud, space)]),
  );
}

/** Why everything ends, once the emulator has; never for one that is not this tool's. */
async function endOf({ own }: Cloud, space: Workspace): Promise<string> {
  await (own ? own.ended() : new Promise(() => undefined));
  const at = await savedAt(space);
  return `the emulator ended by itself (see ${space.emulatorLog}): start again, with the data as it was saved at ${at?.toLocaleTimeString() ?? 'no time'}`;
}

/** A piece of work that goes on beside others: what it throws is thrown where its end is waited for, not before. */
function settled<T>(work: Promise<T>): () => Promise<T> {
  work.catch(() => undefined);
  return () => work;
}

const addressFiles = (space: Workspace): string[] => [space.endpoints, join(LOCAL, 'endpoints.json')];

const shutdown = new Shutdown();
let ready = false;
shutdown.listen(() => {
  console.log('\nStopping …');
  if (ready) process.exitCode = 0;
});
process.exitCode = await shutdown.run(() => start(process.argv.slice(2), shutdown));
