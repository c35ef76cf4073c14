import { existsSync, readFileSync } from 'node:fs';

export interface Endpoints {
  readonly apiUrl: string;
  /** Where the console is served; null in a run without browser tests. */
  readonly consoleUrl: string | null;
  readonly endpointUrl: string;
  readonly region: string;
  readonly userPoolId: string;
  readonly clientId: string;
  readonly tables: Readonly<Record<string, string>>;
  readonly keys: Readonly<Record<string, string>>;
  readonly buckets: Readonly<Record<string, string>>;
  readonly stateMachines: Readonly<Record<string, string>>;
  readonly functions: Readonly<Record<string, string>>;
  readonly users: readonly {
    readonly email: string;
    readonly password: string;
    readonly company: string;
    readonly roles: readonly string[];
  }[];
}

const path = process.env.TRASTIENDA_ENDPOINTS;

/** The deployed stack that the tests run against; undefined in a run of unit tests alone. */
export const endpoints: Endpoints | undefined =
  path && existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as Endpoints) : undefined;
