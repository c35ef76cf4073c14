import { randomBytes, randomUUID } from 'node:crypto';
import { enterMember } from '../../infra/tools/local/members.ts';
import { createUsers, idTokenOf } from '../../infra/tools/local/users.ts';
import { ROLES, type Role } from '../../shared/kernel/permission.ts';
import { endpoints } from './endpoints.ts';

/** The deployed stack. @throws Error in a run without one: tests over HTTP need it. */
export const deployed = () => {
  if (!endpoints) throw new Error('these tests need the deployed stack: run them by npm test');
  return endpoints;
};

export interface Response {
  readonly status: number;
  readonly type: string;
  readonly headers: Headers;
  // biome-ignore lint/suspicious/noExplicitAny: a test asserts on the parts it knows.
  readonly body: any;
  readonly text: string;
}

export interface Request {
  readonly token?: string | undefined;
  /** Text is sent as it is, anything else as JSON. */
  readonly body?: unknown;
  /** Absent: a new one on every POST. Null: none. */
  readonly key?: string | null;
  readonly headers?: Readonly<Record<string, string>>;
}

/** `POST /orders?dryRun=true` to the API, as any client would send it. */
export async function send(route: string, request: Request = {}): Promise<Response> {
  const [method = '', path = ''] = route.split(' ');
  const { token, body, key = randomUUID(), headers = {} } = request;
  const answer = await fetch(`${deployed().apiUrl}${path}`, {
    method,
    headers: {
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...(method === 'POST' && key !== null ? { 'idempotency-key': key } : {}),
      ...headers,
    },
    ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  });
  const text = await answer.text();
  const type = answer.headers.get('content-type') ?? '';
  return { status: answer.status, type, headers: answer.headers, text, body: /json/.test(type) ? JSON.parse(text) : text };
}

const BUSY = [429, 502, 503];

/**
 * Sends as a patient client does: again, with the same key, while the gateway has no process for it or many are writing
 * the same record. @throws Error when it does not end within a minute.
 */
export async function sendPatiently(route: string, request: Request & { readonly key: string }): Promise<Response> {
  for (const until = Date.now() + 60_000; ; ) {
    const answer = await send(route, request);
    if (!BUSY.includes(answer.status) && answer.body?.code !== 'write.contention') return answer;
    if (Date.now() > until) throw new Error(`${route} still answers ${answer.status} after a minute: ${answer.text.slice(0, 200)}`);
  }
}

/** A company that is not set up yet, with one member per role, and the ID token of each. */
export interface Tenant {
  readonly name: string;
  readonly tokens: Readonly<Record<Role, string>>;
  /** What each of them signs in with. */
  readonly people: Readonly<Record<Role, { readonly email: string; readonly password: string }>>;
}

/** Makes users of their own for one test file: one per role, in a company that nobody else uses. */
export async function newTenant(): Promise<Tenant> {
  const name = `h${randomBytes(5).toString('hex')}`;
  const users = ROLES.map((role) => ({ email: `${role}@${name}.example`, password: newTestPassword(), company: name, roles: [role] }));
  await createUsers(deployed(), users);
  for (const { email, roles } of users) await enterMember(name, email, roles);
  const tokens = await Promise.all(users.map(async (user) => [user.roles[0], await idTokenOf(deployed(), user)] as const));
  const people = Object.fromEntries(users.map(({ email, password, roles: [role] }) => [role, { email, password }]));
  return { name, tokens: Object.fromEntries(tokens) as Record<Role, string>, people: people as Tenant['people'] };
}

/** A user with attributes of their own choosing, whom no company has let in. */
export async function newUser(company: string, roles: readonly Role[]): Promise<string> {
  const user = { email: `u${randomBytes(5).toString('hex')}@users.example`, password: newTestPassword(), company, roles };
  await createUsers(deployed(), [user]);
  return idTokenOf(deployed(), user);
}

const newTestPassword = (): string => `Aa1-${randomBytes(12).toString('hex')}`;

/** What a refusal says, to compare. */
export const refusal = ({ status, body }: Response) => ({ status, code: body.code, field: body.field });
