import { createServer } from 'node:net';
import { type Build, beginBuild, deployLocal } from './deploy.ts';
import { sourceDigest } from './digest.ts';
import { adoptEmulator, clearStale, startEmulator } from './emulator.ts';
import { Failure } from './failure.ts';
import { claim, TOOLS } from './lock.ts';
import type { Endpoints } from './outputs.ts';
import { isCurrent, readSaved, wipe, writeSaved } from './saved.ts';
import type { Shutdown } from './shutdown.ts';
import type { Steps } from './steps.ts';
import { createUsers, demoUsers } from './users.ts';
import { ROOT, type Workspace, writeJson } from './workspace.ts';

export interface OwnCloud {
  /** The command that asks, as a person would type it. */
  readonly command: string;
  /** Whom it is for: `the tests`. */
  readonly what: string;
  /** Whether the emulator stays for the next such run, and one that stayed is used again. */
  readonly keep: boolean;
  /** Work that wants the memory of a build for itself: it begins when the functions are built, and is over when the cloud stands. */
  readonly beside?: (() => Promise<unknown>) | undefined;
  readonly steps: Steps;
  readonly shutdown: Shutdown;
}

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });

/** An emulator of the workspace's own on a free port, with the product deployed and its users made. */
export async function ownCloud(space: Workspace, options: OwnCloud): Promise<Endpoints> {
  const { release } = await claim(space.lock, TOOLS, options.command);
  options.shutdown.add(release);
  const kept = options.keep ? await adoptEmulator(space, options.command) : undefined;
  if (!kept) return deployNew(space, options);
  try {
    return await deploy(space, kept.url, options);
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    // What is deployed there cannot become what the sources say now: some properties are for ever.
    await kept.discard();
    return deployNew(space, options);
  }
}

/** Builds while the emulator starts. */
async function deployNew(space: Workspace, options: OwnCloud): Promise<Endpoints> {
  const ahead = beginBuild();
  return deploy(space, await open(space, options), options, ahead);
}

/** The address of a new emulator. */
async function open(space: Workspace, { command, what, keep, steps, shutdown }: OwnCloud): Promise<string> {
  await clearStale(space, command);
  await wipe(space);
  const port = await freePort();
  return steps.run(`Starting an emulator for ${what} on port ${port}`, async (note) => {
    const emulator = await startEmulator({ port, space, persist: false, note });
    if (!keep) shutdown.add(() => emulator.stop());
    return emulator.url;
  });
}

/** Deploys the product where this emulator does not have it yet, and writes where it is reached. */
async function deploy(space: Workspace, url: string, { steps, beside }: OwnCloud, ahead?: Build): Promise<Endpoints> {
  const [before, digest] = await Promise.all([readSaved(space), sourceDigest(ROOT)]);
  if (isCurrent(before, digest)) {
    await beside?.();
    return before.endpoints;
  }
  const build = ahead ?? beginBuild();
  const [deployed] = await Promise.all([
    steps.run('Building the functions and deploying the stacks', (note) => deployLocal(url, { space, bootstrap: !before, note, build })),
    build.done.then(beside),
  ]);
  const users = await demoUsers();
  await createUsers(deployed, users);
  const endpoints = { ...deployed, users };
  await writeJson(space.endpoints, endpoints, 0o600);
  await writeSaved(space, { digest, endpoints, seededPool: null });
  return endpoints;
}
