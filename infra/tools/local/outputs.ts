import { Failure } from './failure.ts';

export interface User {
  readonly email: string;
  readonly password: string;
  /** The tenant whose data the user sees. */
  readonly company: string;
  readonly roles: readonly string[];
}

/** Where a deployed stack is reached: what the seed, the tests and the token tool read. */
export interface Endpoints {
  readonly apiUrl: string;
  /** Null where the console is not served. */
  readonly consoleUrl: string | null;
  readonly endpointUrl: string;
  readonly region: string;
  readonly userPoolId: string;
  readonly clientId: string;
  readonly tables: Readonly<Record<string, string>>;
  /** Purpose → ARN of a key of KMS. */
  readonly keys: Readonly<Record<string, string>>;
  readonly buckets: Readonly<Record<string, string>>;
  /** Name → ARN. */
  readonly stateMachines: Readonly<Record<string, string>>;
  /** Purpose → function name. */
  readonly functions: Readonly<Record<string, string>>;
  readonly users: readonly User[];
}

/** The CDK CLI's outputs file: stack → output → value. */
export type Outputs = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** Everything but the users, from the outputs of all stacks. */
export function endpointsOf(outputs: Outputs, endpointUrl: string, region: string): Omit<Endpoints, 'users'> {
  const all: Record<string, string> = Object.assign({}, ...Object.values(outputs));
  const needed = (name: string): string => {
    const value = all[name];
    if (!value) throw new Failure(`no deployed stack has an output named ${name}`);
    return value;
  };
  return {
    // Without the stage's name: `$default` would have to be quoted in every shell, and the API serves its routes from the root.
    apiUrl: `${endpointUrl}/_aws/execute-api/${needed('ApiId')}`,
    consoleUrl: null,
    endpointUrl,
    region,
    userPoolId: needed('UserPoolId'),
    clientId: needed('UserPoolClientId'),
    tables: withPrefix(all, 'Table'),
    keys: withPrefix(all, 'Key'),
    buckets: withPrefix(all, 'Bucket'),
    stateMachines: kebab(withPrefix(all, 'StateMachine')),
    functions: withPrefix(all, 'Function'),
  };
}

/** `TableRecords` → `records` */
export function withPrefix(outputs: Readonly<Record<string, string>>, prefix: string): Record<string, string> {
  const named = Object.entries(outputs).filter(([key]) => key.startsWith(prefix) && key.length > prefix.length);
  return Object.fromEntries(named.map(([key, value]) => [key.charAt(prefix.length).toLowerCase() + key.slice(prefix.length + 1), value]));
}

/** `orderToCash` → `order-to-cash`, the name of the state machine's file. */
const kebab = (named: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(Object.entries(named).map(([name, value]) => [name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`), value]));
