import { mkdir, open, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { buildFunctions } from '../build.ts';
import { reasonOf, type StackEvent, stackEvent } from './cdk-progress.ts';
import { applyCors } from './cors.ts';
import { ACCOUNT, REGION } from './emulator.ts';
import { Failure } from './failure.ts';
import { TOOLS, withLock } from './lock.ts';
import { endpointsOf, type Outputs } from './outputs.ts';
import { runLines } from './processes.ts';
import { LOCAL, NODE_BIN, ROOT, readJson, type Workspace } from './workspace.ts';

const STACKS_AT_ONCE = 2;
const LOCK = join(LOCAL, 'build.lock');

export interface DeployOptions {
  readonly space: Workspace;
  /** The emulator has had no deployment yet. */
  readonly bootstrap: boolean;
  readonly note: (line: string) => void;
  /** Begun where nothing had to be waited for, as a rule before the emulator answered. */
  readonly build: Build;
}

export interface Build {
  /** Rejects with what the build failed on. */
  readonly done: Promise<void>;
  /** Lets others build. */
  release(): void;
}

/**
 * Begins to build the Lambda bundles, which wants no cloud yet. `npm start` and `npm test` share dist/: one may not empty it while
 * the other reads it, so it is held until `release`.
 */
export function beginBuild(): Build {
  const { promise: deployed, resolve: release } = Promise.withResolvers<void>();
  const { promise: done, resolve, reject } = Promise.withResolvers<void>();
  // What fails here is thrown where `done` is waited for.
  done.catch(() => undefined);
  withLock(LOCK, TOOLS, async () => {
    await buildFunctions();
    resolve();
    await deployed;
  }).catch(reject);
  return { done, release };
}

/** Builds the Lambda bundles and deploys every stack to the emulator at `url`, by the CDK CLI as on AWS. */
export async function deployLocal(url: string, { space, bootstrap, note, build }: DeployOptions): Promise<ReturnType<typeof endpointsOf>> {
  await mkdir(space.dir, { recursive: true });
  await writeFile(space.deployLog, '');
  await rm(space.outputs, { force: true });
  try {
    await Promise.all([build.done, bootstrap ? prepareRegion(url, space) : undefined]);
    await cdk(deployArguments(space), url, space, progress(note));
  } finally {
    build.release();
  }
  const outputs = await readJson<Outputs>(space.outputs);
  if (!outputs) throw new Failure(`the deployment wrote no outputs (full output: ${space.deployLog})`);
  const deployed = endpointsOf(outputs, url, REGION);
  await applyCors(url, deployed.apiUrl.slice(deployed.apiUrl.lastIndexOf('/') + 1));
  return deployed;
}

/**
 * Makes what CDK wants of every region, a stack that is of no interest to the person who waits. Without an app: the CLI would
 * synthesise it, which takes seconds, and not look at it.
 */
const prepareRegion = (url: string, space: Workspace): Promise<void> =>
  cdk(['bootstrap', `aws://${ACCOUNT}/${REGION}`, '--app', ''], url, space, () => undefined);

const deployArguments = (space: Workspace): string[] => [
  'deploy',
  '--all',
  '--require-approval',
  'never',
  '--concurrency',
  String(STACKS_AT_ONCE),
  '--progress',
  'events',
  '--outputs-file',
  space.outputs,
  '--output',
  space.cdkOut,
];

/** Runs the CDK CLI against the emulator at `url`. @throws Failure with the reason of the stack that failed. */
export async function cdk(args: readonly string[], url: string, space: Workspace, onEvent: (event: StackEvent) => void): Promise<void> {
  const lines: string[] = [];
  const failed: string[] = [];
  const log = await open(space.deployLog, 'a');
  const code = await runLines(join(NODE_BIN, 'cdk'), args, { cwd: ROOT, env: environment(url) }, (line) => {
    lines.push(line);
    log.write(`${line}\n`).catch((error: unknown) => console.error(error));
    const event = stackEvent(line);
    if (event?.kind === 'failed') failed.push(event.stack);
    if (event) onEvent(event);
  });
  await log.close();
  if (code === 0) return;
  const what = failed.length > 0 ? failed.join(', ') : `cdk ${args[0]}`;
  throw new Failure(`${what} failed: ${reasonOf(lines)} (full output: ${space.deployLog})`);
}

/** The CLI and the app see the emulator and nothing of the developer's own AWS accounts. */
function environment(url: string): NodeJS.ProcessEnv {
  const own = Object.entries(process.env).filter(([name]) => !name.startsWith('AWS_') && !name.startsWith('CDK_'));
  return {
    ...Object.fromEntries(own),
    AWS_ENDPOINT_URL: url,
    // By number: for a name the SDK would put the bucket before it, and `bucket.localhost` resolves on few machines.
    AWS_ENDPOINT_URL_S3: url.replace('//localhost', '//127.0.0.1'),
    AWS_ACCESS_KEY_ID: 'test',
    AWS_SECRET_ACCESS_KEY: 'test',
    AWS_REGION: REGION,
    AWS_DEFAULT_REGION: REGION,
    AWS_EC2_METADATA_DISABLED: 'true',
    CDK_DEFAULT_ACCOUNT: ACCOUNT,
    CDK_DEFAULT_REGION: REGION,
    CDK_DISABLE_VERSION_CHECK: '1',
    TRASTIENDA_TARGET: 'local',
    CI: '1',
    NO_COLOR: '1',
  };
}

/** One line per stack as it ends. */
function progress(note: (line: string) => void): (event: StackEvent) => void {
  const began = new Map<string, number>();
  return (event) => {
    if (event.kind === 'started') began.set(event.stack, Date.now());
    if (event.kind === 'unchanged') note(`${event.stack}: unchanged`);
    if (event.kind === 'deployed') note(`${event.stack}: ${((Date.now() - (began.get(event.stack) ?? Date.now())) / 1000).toFixed(1)} s`);
  };
}
