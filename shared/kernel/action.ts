import type * as z from 'zod/mini';

/** What a person or a program may be in a company. Roles come from the verified token only. */
export const ROLES = ['owner', 'accountant', 'sales', 'warehouse', 'auditor', 'integration'] as const;
export type Role = (typeof ROLES)[number];
/** Everybody with a role in the company. */
export const EVERYBODY: readonly Role[] = ROLES;

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
// biome-ignore lint/suspicious/noExplicitAny: the bound of every schema; the concrete types are inferred from the table.
export type Schema = z.ZodMiniType<any, any>;

/** The permission profile: which Lambda (and so which IAM role) runs the action. `identities` may also change who can sign in. */
export type Profile = 'commands' | 'queries' | 'documents' | 'identities' | 'public';

/**
 * One row of a module's table: all that API Gateway, IAM, OpenAPI, the console and a reviewer need to know of an action.
 * Free of AWS imports.
 */
export interface ActionSpec {
  readonly route: `${Method} /${string}`;
  readonly summary: string;
  readonly description?: string;
  /** Who may: `public` needs no token. */
  readonly roles: readonly Role[] | 'public';
  readonly profile: Profile;
  readonly path?: Schema;
  readonly query?: Schema;
  readonly body?: Schema;
  readonly output: Schema;
  /** 201 for what makes a record, else 200. */
  readonly status?: 200 | 201 | 202;
  /** Whether `?dryRun=true` shows what would happen without doing it. */
  readonly dryRun?: true;
  /** Content type (or types) other than JSON; the output schema then describes the text. */
  readonly produces?: string | readonly string[];
  /** Codes of the refusals that this action foresees, beside those that any request can meet. */
  readonly errors?: readonly string[];
  readonly example?: { readonly body?: unknown; readonly answer?: unknown };
}

/** What a worker's role may do, beside writing its log. */
export type Grant =
  | 'records:read'
  /** Reading as well. */
  | 'records:write'
  /** Adding to counters in place: the balances' fold alone. */
  | 'records:add'
  | 'uploads:read'
  | 'reports:write'
  | 'mail:send'
  /** Starting executions of a state machine of its own context, and looking at them. */
  | `starts:${string}`
  /** Answering the task tokens of a state machine of its own context. */
  | `answers:${string}`;

/** What calls a worker. Absent: a state machine does. */
export type Trigger =
  /** The records' stream; `kinds` names the records whose changes it wants, `entries` wants each new journal entry. */
  | { readonly stream: { readonly kinds: readonly string[] } | 'entries'; readonly batch: number }
  /** New objects below `uploads/` in the documents bucket, by way of the queue. */
  | { readonly queue: 'uploads' }
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
  readonly grants: readonly Grant[];
  readonly timeoutSeconds?: number;
  readonly memoryMb?: number;
}

export interface ModuleSpec<A extends Record<string, ActionSpec> = Record<string, ActionSpec>> {
  /** `<context>/<module>`: its folder under `functions/`. */
  readonly name: string;
  readonly title: string;
  readonly actions: A;
  readonly workers: Readonly<Record<string, WorkerSpec>>;
}

/** Declares a module's table; types are inferred from it. `about` is its title, with its workers where it has any. */
export const defineModule = <const A extends Record<string, ActionSpec>>(
  name: string,
  about: string | Pick<ModuleSpec, 'title' | 'workers'>,
  actions: A,
): ModuleSpec<A> => ({ name, actions, ...(typeof about === 'string' ? { title: about, workers: {} } : about) });
