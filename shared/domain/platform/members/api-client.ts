import { refused } from '#kernel/errors.ts';
import { recordType, type Stored } from '#kernel/record.ts';
import { cut } from '#kernel/text.ts';

/**
 * A program that works for the company, with the role `integration`. It signs in to the user pool as a user whose address
 * nobody can have mail at; its password is the secret, which no record holds.
 */
export interface ApiClient {
  readonly name: string;
  readonly state: 'active' | 'removed';
  /** ISO instant since which the present secret is good. */
  readonly secretSince: string;
}
export type StoredApiClient = Stored<ApiClient>;

/** With the secret, on the way to the one answer that shows it. */
export interface IssuedApiClient extends ApiClient {
  readonly secret?: string;
}

export const ApiClients = recordType<ApiClient>({
  kind: 'api-client',
  prefix: 'apc',
  history: 'all',
  list: (c, id) => ({ bucket: 'all', sort: `${cut(c.name.toLowerCase(), 60)}#${id}`, label: c.name.toLowerCase() }),
});

/** Reserved by RFC 2606: no mail server answers there, and nobody can be invited to it. */
const DOMAIN = '@clients.trastienda.invalid';

/** The name by which a client signs in: `apc_01JDG8…` → `01jdg8…@clients.trastienda.invalid`. */
export const clientIdOf = (id: string): string => `${id.slice(id.indexOf('_') + 1).toLowerCase()}${DOMAIN}`;
export const isClientId = (email: string): boolean => email.toLowerCase().endsWith(DOMAIN);

/** @throws DomainError `api_client.removed` (422). */
export function requireInUse(client: ApiClient): void {
  if (client.state === 'removed')
    throw refused('api_client.removed', `${client.name} was removed: make a new one.`, 'path.apiClientId', { name: client.name });
}
