import type * as z from 'zod/mini';
import type { Need } from './permission.ts';

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
// biome-ignore lint/suspicious/noExplicitAny: the bound of every schema; the concrete types are inferred from the table.
export type Schema = z.ZodMiniType<any, any>;

/**
 * The permission profile: which Lambda (and so which IAM role) runs the action. `documents` may read and write files,
 * `print` has the engine and fonts of printed documents as well, `identities` may change who can sign in, `secrets` may keep and use
 * the keys that companies sign with, `uploads` may sign links that take a file into quarantine, and read no file.
 */
export type Profile = 'commands' | 'queries' | 'documents' | 'uploads' | 'print' | 'identities' | 'secrets' | 'public';

/**
 * One row of a module's table: all that API Gateway, IAM, OpenAPI, the console and a reviewer need to know of an action.
 * Free of AWS imports.
 */
export interface ActionSpec {
  readonly route: `${Method} /${string}`;
  readonly summary: string;
  readonly description?: string;
  /** What the caller must be allowed. */
  readonly permission: Need;
  /** Absent: `queries` reads, `commands` does all else. */
  readonly profile?: Profile;
  readonly path?: Schema;
  readonly query?: Schema;
  readonly body?: Schema;
  readonly output: Schema;
  /** Absent: 201 of a POST, which makes a record; else 200. */
  readonly status?: 200 | 201 | 202;
  /** Whether `?dryRun=true` shows what would happen without doing it. */
  readonly dryRun?: true;
  /** Content type (or types) other than JSON; the output schema then describes the text. */
  readonly produces?: string | readonly string[];
  /** Codes of the refusals that this action foresees, beside those that any request, or any page of a list, can meet. */
  readonly errors?: readonly string[];
  readonly example?: { readonly body?: unknown; readonly answer?: unknown };
}

/** What a worker's role may do, beside writing its log. */
export type ResourceGrant =
  | 'records:read'
  /** Reading as well. */
  | 'records:write'
  /** Adding to counters in place: the projection of balances alone. */
  | 'records:add'
  | 'uploads:read'
  /** Files of banks: reading and, with the statement, deleting them. */
  | 'statements:read'
  | 'statements:erase'
  /** Putting a file of a bank where uploads of them come in. */
  | 'statements:pass'
  /** Files of the inbox: reading them, and putting there what an archive holds. */
  | 'intake:receive'
  /** Mails that came in: reading them, and putting their files into the inbox. */
  | 'mail:receive'
  /** What companies sign with: reading it. */
  | 'signing-keys:read'
  /** Originals of documents that came in: keeping, and reading. */
  | 'received:keep'
  | 'received:read'
  /** The layer with what pages of scans are recognised by; reading and keeping what was read of originals. */
  | 'scans:read'
  /** What was read of originals before: reading it; keeping it, too. */
  | 'readings:read'
  | 'readings:keep'
  /** Reading what waits in quarantine, keeping what was found clean. */
  | 'files:check'
  /** Deleting what was kept. */
  | 'files:erase'
  /** Reading what was kept. */
  | 'files:read'
  /** Printing documents that the law keeps, and reading them. */
  | 'papers:print'
  /** The engine and fonts of printed documents, for what is printed and not kept as the law wants it. */
  | 'print-engine:use'
  | 'reports:write'
  /** Seals of books: keeping them where nobody can change them. */
  | 'seals:keep'
  | 'mail:send'
  /** Looking at users of the pool, and entering them in companies or letting them leave. */
  | 'identities:compare'
  /** Making users as well, and mailing them their invitations. */
  | 'identities:manage'
  /** Putting changes of records into the queues of the workers that ask for them. */
  | 'changes:publish'
  /** Calling the actions of a function on behalf of a rule: `platform/notes/commands`. */
  | `enters:${string}`
  /** Starting executions of a state machine of its own context, and looking at them. */
  | `starts:${string}`
  /** Answering the task tokens of a state machine of its own context. */
  | `answers:${string}`;

/** How often a worker tries what comes by a queue, before it gives it up and a person has to look at it. */
export const MAX_TRIES = 5;

/** What calls a worker. Absent: a state machine does. */
export type Trigger =
  /**
   * Changes of records of these kinds (and of waits, kind `wait`), each at least once, those of one record in their order:
   * by a queue of the worker's own, which the one publisher behind the table's stream fills.
   */
  | { readonly changes: readonly string[] }
  /** The table's stream itself: each new journal entry, or every change that a worker asks for. Two readers, and no more. */
  | { readonly stream: 'entries' | 'changes'; readonly batch: number }
  /** New objects below `imports/` (uploads), `quarantine/`, `statements/`, `intake/` or `mail/` in the documents bucket, by way of a queue. */
  | { readonly queue: 'uploads' | 'quarantine' | 'statements' | 'intake' | 'mail' }
  /** What SES tells of mails that were sent: they came back, or were called unwanted. */
  | { readonly queue: 'mailEvents' }
  /** An EventBridge schedule, UTC. */
  | { readonly schedule: string };

/**
 * A Lambda that is not called over HTTP: a task of a state machine, or the handler of an event. Alone in its function,
 * with a role of its own.
 */
export interface WorkerSpec {
  /** File beside the table, without `.ts`: `close-order.task`, `follow-sales.event`. */
  readonly file: `${string}.task` | `${string}.event`;
  readonly summary: string;
  readonly on?: Trigger;
  readonly grants: readonly ResourceGrant[];
  readonly timeoutSeconds?: number;
  readonly memoryMb?: number;
}

/** A row with what it leaves out, since its route says it. */
export type ActionRow = ActionSpec & Required<Pick<ActionSpec, 'profile' | 'status'>>;
type ProfileOf<A extends ActionSpec> = A extends { readonly profile: infer P }
  ? P
  : A['route'] extends `GET ${string}`
    ? 'queries'
    : 'commands';
type RowsOf<A extends Record<string, ActionSpec>> = {
  readonly [K in keyof A]: A[K] & Pick<ActionRow, 'status'> & { readonly profile: ProfileOf<A[K]> };
};

export interface ModuleSpec<A extends Record<string, ActionRow> = Record<string, ActionRow>> {
  /** `<context>/<module>`: its folder under `functions/`. */
  readonly name: string;
  readonly title: string;
  readonly actions: A;
  readonly workers: Readonly<Record<string, WorkerSpec>>;
  /** Its functions open what is sealed under people's keys, or those of these profiles do: the modules of people alone. */
  readonly opensPersonal?: true | readonly Profile[];
  /** Its functions seal what is told of people who are new, and can open nothing: those that everybody may call. */
  readonly sealsPersonal?: true;
}

/** Whether all that a profile of a module does is open to everybody. */
export const isPublicIn = ({ actions }: Pick<ModuleSpec, 'actions'>, profile: Profile): boolean =>
  Object.values(actions).every((action) => action.profile !== profile || action.permission === 'public');

/** Whether a function opens what is sealed under people's keys: that of a profile, or a worker. */
export const opensPersonalIn = ({ opensPersonal }: Pick<ModuleSpec, 'opensPersonal'>, profile?: Profile): boolean =>
  opensPersonal === true || (profile !== undefined && opensPersonal?.includes(profile) === true);

const rowOf = (spec: ActionSpec): ActionRow => {
  const [method] = spec.route.split(' ');
  const { profile = method === 'GET' ? 'queries' : 'commands', status = method === 'POST' ? 201 : 200, errors = [] } = spec;
  const paged = spec.query && 'shape' in spec.query && 'cursor' in (spec.query.shape as object);
  return { ...spec, profile, status, errors: paged ? ['cursor.invalid', ...errors] : errors };
};

/** Declares a module's table; types are inferred from it. `about` is its title, with its workers where it has any, and whether it opens or seals personal data. */
export const defineModule = <const A extends Record<string, ActionSpec>>(
  name: string,
  about: string | (Pick<ModuleSpec, 'title' | 'opensPersonal' | 'sealsPersonal'> & Partial<Pick<ModuleSpec, 'workers'>>),
  actions: A,
): ModuleSpec<RowsOf<A>> => ({
  name,
  actions: Object.fromEntries(Object.entries(actions).map(([action, spec]) => [action, rowOf(spec)])) as RowsOf<A>,
  workers: {},
  ...(typeof about === 'string' ? { title: about } : about),
});
