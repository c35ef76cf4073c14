import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { type ConsoleSources, contentSecurityPolicy, FIXED_HEADERS } from '../../constructs/console-headers.ts';
import { CONSOLE_PORTS } from '../../constructs/console-ports.ts';
import { CONSOLE_FILES } from './console-build.ts';
import type { Site } from './console-serve.ts';
import { Failure } from './failure.ts';
import type { Endpoints } from './outputs.ts';

const PROGRAM = join(import.meta.dirname, 'console-serve.ts');

export interface ConsoleServer {
  readonly url: string;
  stop(): Promise<void>;
  /** Resolves when it has ended, by itself or not. */
  ended(): Promise<void>;
}

type Cloud = Pick<Endpoints, 'apiUrl' | 'endpointUrl' | 'region' | 'userPoolId' | 'clientId'>;

/** What the console asks for first: where its API and its sign-in are. */
const configOf = ({ apiUrl, endpointUrl, region, userPoolId, clientId }: Cloud): object => ({
  apiUrl,
  region,
  userPoolId,
  userPoolClientId: clientId,
  cognitoUrl: endpointUrl,
});

/** The emulator is everything at once; links that its functions sign may name this machine by its number. */
function sourcesOf({ endpointUrl }: Cloud): ConsoleSources {
  const { origin } = new URL(endpointUrl);
  const both = [origin, origin.replace('//localhost', '//127.0.0.1')];
  return { api: both, cognito: both, buckets: both };
}

/**
 * Serves the built console for a deployed cloud, on the first free port of `ports`.
 * @throws Failure where none is free.
 */
export async function serveConsole(cloud: Cloud, ports = CONSOLE_PORTS, folder = CONSOLE_FILES): Promise<ConsoleServer> {
  const headers = { ...FIXED_HEADERS, 'Content-Security-Policy': contentSecurityPolicy(sourcesOf(cloud)) };
  const site: Site = { folder, ports, headers, config: configOf(cloud) };
  const child = spawn(process.execPath, [PROGRAM, JSON.stringify(site)], {
    env: { ...process.env, NODE_ENV: 'production' },
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  const exited = once(child, 'exit').then(() => undefined);
  const errors: string[] = [];
  createInterface({ input: child.stderr }).on('line', (line) => errors.push(line));
  const printed = once(createInterface({ input: child.stdout }), 'line').then(([line]) => String(line));
  const url = await Promise.race([printed, exited]);
  if (!url) throw new Failure(`the console is not served: ${reasonOf(errors)}`);
  const stop = async (): Promise<void> => {
    child.stdin.end();
    await exited;
  };
  return { url, stop, ended: () => exited };
}

/** Of what Node prints about an error that nobody caught, the line that says it. */
const reasonOf = (lines: readonly string[]): string =>
  lines.find((line) => /^\w*Error: /.test(line))?.replace(/^\w*Error: /, '') ?? lines[0] ?? 'its server ended without a word';
