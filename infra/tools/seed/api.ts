import { setTimeout as delay } from 'node:timers/promises';
import type { Role } from '../../../shared/kernel/permission.ts';
import { Failure } from '../local/failure.ts';
import type { Endpoints } from '../local/outputs.ts';
import { idTokenOf } from '../local/users.ts';

const TRIES = 6;
/** The API waits five seconds by itself each time. */
const BEHIND_TRIES = 30;
const FIRST_PAUSE_MS = 100;
/** Tokens are good for a quarter of an hour; many months of history take longer. */
const TOKEN_MS = 10 * 60_000;

/** A company's API, asked by its people with their own tokens. */
export interface Api {
  /** Who can ask. */
  readonly people: readonly { readonly email: string; readonly role: Role }[];
  get<T>(role: Role, route: string): Promise<T>;
  post<T>(role: Role, route: string, key: string, body: object): Promise<T>;
  put<T>(role: Role, route: string, body: object): Promise<T>;
  patch<T>(role: Role, route: string, body: object): Promise<T>;
}

/** Signs in one person per role. */
export async function apiOf(endpoints: Endpoints, tenant: string): Promise<Api> {
  const users = endpoints.users.filter((user) => user.company === tenant);
  const people = users.flatMap((user) => (user.roles as readonly Role[]).map((role) => ({ email: user.email, role })));
  const tokens = new Map<Role, { readonly token: string; readonly at: number }>();
  const tokenOf = async (role: Role): Promise<string> => {
    const cached = tokens.get(role);
    if (cached && Date.now() - cached.at < TOKEN_MS) return cached.token;
    const user = users.find(({ roles }) => roles.includes(role));
    if (!user) throw new Failure(`nobody of ${tenant} has the role ${role}`);
    const token = await idTokenOf(endpoints, user);
    tokens.set(role, { token, at: Date.now() });
    return token;
  };
  const ask = async <T>(method: string, role: Role, route: string, body?: object, key?: string): Promise<T> => {
    const headers = {
      authorization: `Bearer ${await tokenOf(role)}`,
      ...(body ? { 'content-type': 'application/json' } : {}),
      ...(key ? { 'idempotency-key': key } : {}),
    };
    const response = await patiently(`${endpoints.apiUrl}${route}`, { method, headers, ...(body ? { body: JSON.stringify(body) } : {}) });
    const text = await response.text();
    if (response.ok) return JSON.parse(text) as T;
    if (text.includes('"idempotency.key_reused"'))
      throw new Failure(`${tenant} was begun by another version of the demo data: npm start -- --fresh starts over`);
    throw new Refusal(`${method} ${route} by ${role}@${tenant} was refused (${response.status}): ${text.slice(0, 400)}`, response.status);
  };
  return {
    people,
    get: (role, route) => ask('GET', role, route),
    post: (role, route, key, body) => ask('POST', role, route, body, key),
    put: (role, route, body) => ask('PUT', role, route, body),
    patch: (role, route, body) => ask('PATCH', role, route, body),
  };
}

/** An answer that says no. */
export class Refusal extends Failure {
  readonly status: number;

  constructor(message: string, status: number) {
    super(message);
    this.status = status;
  }
}

/** Sends a request again while the other side is overwhelmed or cut off: its key keeps it from being carried out twice. */
async function patiently(url: string, init: RequestInit): Promise<Response> {
  for (let tries = 1; ; tries += 1) {
    try {
      const response = await fetch(url, init);
      if (response.status < 500 && response.status !== 429) return response;
      // Balances that follow their postings come late where the machine does much else: that is waited for longer.
      const isBehind = response.status === 503 && tries < BEHIND_TRIES && (await response.clone().text()).includes('"balances.behind"');
      if (tries >= TRIES && !isBehind) return response;
    } catch (error) {
      if (tries >= TRIES) throw error;
    }
    await delay(FIRST_PAUSE_MS * 2 ** Math.min(tries, TRIES));
  }
}
