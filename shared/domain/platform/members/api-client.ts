import * as z from 'zod/mini';
import { type ActionRules, type Refusal, refusal } from '#kernel/errors.ts';
import { PERMISSION_NAMES, type Permission } from '#kernel/permission.ts';
import { named, recordType, type Stored } from '#kernel/record.ts';
import { list } from '#kernel/stored.ts';

/**
 * A program that works for the company, with permissions of its own. It signs in to the user pool as a user whose address
 * nobody can have mail at; its password is the secret, which no record holds.
 */
export const ApiClient = z.object({
  name: z.string(),
  state: z.enum(['active', 'removed']),
  /** Absent: those of the role `integration`. */
  permissions: z.exactOptional(list(z.enum(PERMISSION_NAMES as [Permission, ...Permission[]]))),
  /** ISO instant since which the present secret is good. */
  secretSince: z.string(),
});
export type ApiClient = Readonly<z.output<typeof ApiClient>>;
export type StoredApiClient = Stored<ApiClient>;

/** With the secret, on the way to the one answer that shows it. */
export interface IssuedApiClient extends ApiClient {
  readonly secret?: string;
}

export const ApiClients = recordType<ApiClient, ApiClient['state']>({
  kind: 'api-client',
  prefix: 'apc',
  data: ApiClient,
  history: 'all',
  list: named({ by: (c) => c.name, words: (c) => [c.name] }),
  state: (c) => c.state,
  tones: { active: 'good', removed: 'plain' },
  summary: (c) => ({ title: c.name }),
  screen: { none: 'The settings show all API clients on one page.' },
  icon: 'key',
  read: 'credentials.read',
});

/** Reserved by RFC 2606: no mail server answers there, and nobody can be invited to it. */
const DOMAIN = '@clients.trastienda.invalid';

/** The name by which a client signs in: `apc_01JDG8…` → `01jdg8…@clients.trastienda.invalid`. */
export const clientIdOf = (id: string): string => `${id.slice(id.indexOf('_') + 1).toLowerCase()}${DOMAIN}`;
/** The record of the client that signs in by this name. */
export const idOfClient = (clientId: string): string => `apc_${clientId.slice(0, clientId.indexOf('@')).toUpperCase()}`;
export const isClientId = (email: string): boolean => email.toLowerCase().endsWith(DOMAIN);

const refusalOfRemoved = ({ state, name }: ApiClient): Refusal | undefined =>
  state === 'removed' ? refusal('api_client.removed', `${name} was removed: make a new one.`, 'path.apiClientId', { name }) : undefined;

/** Why an API client takes an action now or not: commands throw these, and its row shows them. */
export const apiClientActions = {
  patchApiClient: refusalOfRemoved,
  renewSecret: refusalOfRemoved,
  removeApiClient: refusalOfRemoved,
} as const satisfies ActionRules<ApiClient>;
