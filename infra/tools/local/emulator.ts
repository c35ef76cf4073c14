import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, open, readFile, rm, stat } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir, totalmem } from 'node:os';
import { delimiter, join } from 'node:path';
import { Failure } from './failure.ts';
import { TOOLS } from './lock.ts';
import { runs, signal, until } from './processes.ts';
import { type Python, preparePython } from './python.ts';
import { missing, NODE_BIN, readJson, type Workspace, writeJson } from './workspace.ts';

export const ACCOUNT = '000000000000';
export const REGION = 'eu-west-1';

/** The AWS services that the product uses, and those that the CDK CLI deploys it by. */
const SERVICES = [
  'dynamodb',
  'dynamodbstreams',
  's3',
  'sqs',
  'sns',
  'lambda',
  'iam',
  'sts',
  'cloudformation',
  'apigateway',
  'cognito-idp',
  'states',
  'events',
  'scheduler',
  'ses',
  'ssm',
  'kms',
  'secretsmanager',
  'logs',
  'monitoring',
  'ecr',
  'tagging',
  'cloudfront',
];
const PROGRAM = join(import.meta.dirname, 'emulator.py');
/** Of its own: Node itself, as much again, is there once for all. */
const PROCESS_BYTES = 40 * 2 ** 20;
/** Reading a large saved state takes a while. */
const START_TIMEOUT_MS = 120_000;
/** State is written at the end: a process killed early loses it. */
const STOP_TIMEOUT_MS = 60_000;

export interface EmulatorOptions {
  readonly port: number;
  readonly space: Workspace;
  readonly persist: boolean;
  readonly note?: (line: string) => void;
}

export interface Emulator {
  readonly url: string;
  readonly pid: number;
  /** Ends it and every Lambda process it started; its state is on disk when this resolves. */
  stop(): Promise<void>;
  /** Ends it at once and without writing: its state stays as it was last saved. */
  discard(): Promise<void>;
  /** Writes its state now. @throws Failure when it does not. */
  save(): Promise<void>;
  /** Resolves when it has ended by itself. While somebody waits, this process stays. */
  ended(): Promise<void>;
}

/** What is recorded of a running emulator, so that a later start can find it. */
interface Running {
  readonly pid: number;
  readonly port: number;
  /** The tool that started it and will stop it. */
  readonly owner: number;
}

const servicesOf = ({ stateDir }: Pick<Workspace, 'stateDir'>): string => join(stateDir, 'services');
export const urlOf = (port: number): string => `http://localhost:${port}`;

/** Starts MiniStack on a port of this machine only, and waits until it answers. */
export async function startEmulator({ port, space, persist, note = () => undefined }: EmulatorOptions): Promise<Emulator> {
  const python = await preparePython(note);
  if (await answers(port)) throw new Failure(`port ${port} is busy: stop the program that uses it, or choose another with --port`);
  const temporary = join(tmpdir(), `trastienda-${port}`);
  await rm(temporary, { recursive: true, force: true });
  await mkdir(temporary, { recursive: true });
  await mkdir(space.stateDir, { recursive: true });
  const log = await open(space.emulatorLog, 'w');
  // The folder only marks the process as ours for `ps`; a group of its own keeps Ctrl-C from ending it before its state is written.
  const child = spawn(python.command, [PROGRAM, space.stateDir], {
    cwd: space.dir,
    detached: true,
    env: environment(python, port, space, persist, temporary),
    stdio: ['ignore', log.fd, log.fd],
  });
  // Before anything is awaited: the event may come at the next turn, and would be missed for ever.
  const spawned = once(child, 'spawn');
  const exited = once(child, 'exit');
  await log.close();
  await spawned;
  const pid = child.pid as number;
  const clean = (): Promise<void> => rm(temporary, { recursive: true, force: true });
  const stop = (): Promise<void> => end(pid, space).finally(clean);
  const discard = (): Promise<void> => kill(pid, space).finally(clean);
  try {
    await writeJson(space.emulatorFile, { pid, port, owner: process.pid } satisfies Running);
    await healthy(port, () => child.exitCode !== null || child.signalCode !== null, space);
  } catch (error) {
    // Half-read state must not be written over the whole.
    await discard();
    throw error;
  }
  child.unref();
  const ended = async (): Promise<void> => {
    child.ref();
    await exited;
  };
  return { url: urlOf(port), pid, stop, discard, ended, save: () => save(pid, space) };
}

/** An emulator that a finished run left for the next one on purpose. */
export async function adoptEmulator(space: Workspace, command: string): Promise<Emulator | undefined> {
  const running = await leftBehind(space, command);
  if (!running) return undefined;
  const { pid, port } = running;
  await writeJson(space.emulatorFile, { pid, port, owner: process.pid } satisfies Running);
  const ended = async (): Promise<void> => {
    await until(() => !runs(pid, space.stateDir), Number.POSITIVE_INFINITY, 2000);
  };
  const [stop, discard] = [() => end(pid, space), () => kill(pid, space)];
  return { url: urlOf(port), pid, stop, discard, ended, save: () => save(pid, space) };
}

/** Ends an emulator that a crashed run left behind, which saves its state; true where one had crashed without saving. */
export async function clearStale(space: Workspace, command: string): Promise<boolean> {
  const running = await leftBehind(space, command);
  if (running) await end(running.pid, space);
  else if (await readJson<Running>(space.emulatorFile)) {
    await rm(space.emulatorFile, { force: true });
    return true;
  }
  return false;
}

/** An emulator of this workspace whose starter has ended; a failure where it has not. */
async function leftBehind(space: Workspace, command: string): Promise<Running | undefined> {
  const running = await readJson<Running>(space.emulatorFile);
  if (!running || !runs(running.pid, space.stateDir)) return undefined;
  if (runs(running.owner, TOOLS))
    throw new Failure(`${command} already runs here on port ${running.port} (process ${running.owner}): stop it first`);
  return running;
}

async function kill(pid: number, space: Workspace): Promise<void> {
  signal(-pid, 'SIGKILL');
  await until(() => !runs(pid, space.stateDir), STOP_TIMEOUT_MS);
  await rm(space.emulatorFile, { force: true });
}

/** When the state on disk was written; undefined where there is none. */
export async function savedAt(space: Workspace): Promise<Date | undefined> {
  try {
    return (await stat(servicesOf(space))).birthtime;
  } catch (error) {
    if (missing(error)) return undefined;
    throw error;
  }
}

/** The emulator writes into a new folder, which takes the place of the old one: its number on disk tells that it has. */
async function save(pid: number, space: Workspace): Promise<void> {
  const folder = async (): Promise<number | undefined> => (await stat(servicesOf(space)).catch(() => undefined))?.ino;
  const before = await folder();
  signal(pid, 'SIGUSR1');
  const now = async (): Promise<boolean> => ![before, undefined].includes(await folder());
  if (!(await until(now, STOP_TIMEOUT_MS))) throw new Failure(`the emulator did not save its state: see ${space.emulatorLog}`);
}

async function end(pid: number, space: Workspace): Promise<void> {
  if (runs(pid, space.stateDir)) signal(pid, 'SIGTERM');
  const ended = await until(() => !runs(pid, space.stateDir), STOP_TIMEOUT_MS);
  // Whatever is left of its process group: Lambda processes, and the emulator itself where it did not end.
  signal(-pid, 'SIGKILL');
  await rm(space.emulatorFile, { force: true });
  if (!ended)
    throw new Failure(
      `the emulator (process ${pid}) did not stop within ${STOP_TIMEOUT_MS / 1000} s and was killed: its state may be incomplete; see ${space.emulatorLog}`,
    );
}

/** Of `npm start`: with more, a laptop's memory goes to processes that wait. */
const MOST_AT_HOME = 26;

/**
 * Lambda processes inherit the emulator's environment. Only what they and Python need is passed on: a developer's AWS
 * profile, proxy secrets or NODE_OPTIONS must not change how the product runs, and their clock is UTC, as on AWS.
 */
function environment(python: Python, port: number, { stateDir }: Workspace, persist: boolean, temporary: string): NodeJS.ProcessEnv {
  const kept = ['HOME', 'LANG', 'LD_LIBRARY_PATH', 'SSL_CERT_FILE', 'NODE_EXTRA_CA_CERTS'].flatMap((name) =>
    process.env[name] ? [[name, process.env[name]]] : [],
  );
  const on = persist ? '1' : '0';
  return {
    ...(Object.fromEntries(kept) as NodeJS.ProcessEnv),
    ...python.env,
    PATH: `${NODE_BIN}${delimiter}${process.env.PATH ?? ''}`,
    TMPDIR: temporary,
    TZ: 'UTC',
    GATEWAY_PORT: String(port),
    BIND_HOST: '127.0.0.1',
    IOT_MTLS_ENABLED: '0',
    MINISTACK_REGION: REGION,
    MINISTACK_ACCOUNT_ID: ACCOUNT,
    SERVICES: SERVICES.join(','),
    PERSIST_STATE: on,
    STATE_DIR: servicesOf({ stateDir }),
    TRASTIENDA_MOST_PROCESSES: String(persist ? MOST_AT_HOME : processesForTests()),
    LAMBDA_WARM_TTL_SECONDS: persist ? '60' : '600',
    // Young objects of a short call need no more, and two dozen of these live side by side.
    ...(persist ? { NODE_OPTIONS: '--max-semi-space-size=2' } : {}),
    S3_PERSIST: on,
    S3_DATA_DIR: join(stateDir, 's3'),
    PYTHONDONTWRITEBYTECODE: '1',
    LOG_LEVEL: process.env.TRASTIENDA_EMULATOR_LOG ?? 'INFO',
  };
}

/**
 * Tests use all functions, some twice side by side: where fewer processes than these may live, they end and start by the
 * thousand. They may have a quarter of the machine's memory.
 */
export const processesForTests = (bytes = Math.min(totalmem(), process.constrainedMemory() || totalmem())): number =>
  Math.min(96, Math.max(48, Math.floor(bytes / 4 / PROCESS_BYTES)));

/** Whether anything listens on the port of this machine. */
export const answers = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect({ port, host: '127.0.0.1' });
    const settle = (answer: boolean) => () => {
      socket.destroy();
      resolve(answer);
    };
    socket.once('connect', settle(true)).once('error', settle(false));
  });

async function healthy(port: number, ended: () => boolean, space: Workspace): Promise<void> {
  const well = async (): Promise<boolean> => (await answers(port)) && (await fetch(`${urlOf(port)}/_ministack/health`)).ok;
  const up = await until(async () => ended() || (await well()), START_TIMEOUT_MS);
  if (up && !ended()) return;
  const last = (await readFile(space.emulatorLog, 'utf8')).trim().split('\n').at(-1) ?? '';
  throw new Failure(
    `the emulator ${ended() ? 'ended' : 'gave no answer'} while starting on port ${port}: ${last} (full output: ${space.emulatorLog})`,
  );
}
