import { type ApiClient, ApiClients, clientIdOf, type IssuedApiClient } from '#domain/platform/members/api-client.ts';
import { apiClientView } from '#domain/platform/members/wire.ts';
import { create, type RecordType } from '#kernel/record.ts';
import { atBirth, stampedAtBirth } from '#kernel/stamps.ts';
import { command } from '#runtime/action.ts';
import { giveRoles, giveSecret, makeAccount } from './identity-gateway.ts';
import { requireOwner } from './member-store.ts';
import { members } from './module.ts';

export const createApiClient = command(members.actions.createApiClient, {
  evidence: ({ made }) => ({ type: ApiClients as RecordType<IssuedApiClient>, id: made('apc'), how: 'make' as const }),
  answer: (client) => apiClientView(stampedAtBirth(atBirth(client))),
  run: async ({ body, records, caller, tenant, made, now }) => {
    await requireOwner(records, caller);
    const id = made('apc');
    const user = clientIdOf(id);
    await makeAccount(tenant, user, { mail: false });
    await giveRoles(user, ['integration']);
    const data: ApiClient = { ...body, state: 'active', secretSince: now.toISOString() };
    const [client] = await records.commit<ApiClient>([create(ApiClients, id, data)]);
    // Only whoever made the record sets the secret: of two like requests at once, the other answers without one.
    return { ...client, secret: await giveSecret(user) };
  },
});
