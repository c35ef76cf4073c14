import { type ApiClient, ApiClients, clientIdOf, requireInUse } from '#domain/platform/members/api-client.ts';
import { apiClientView } from '#domain/platform/members/wire.ts';
import { update } from '#kernel/record.ts';
import { atStep, edited } from '#kernel/stamps.ts';
import { command } from '#runtime/action.ts';
import { ownAccount, shutOut } from './identity-gateway.ts';
import { requireOwner } from './member-store.ts';
import { members } from './module.ts';

export const removeApiClient = command(members.actions.removeApiClient, {
  evidence: ({ path }) => ({ type: ApiClients, id: path.apiClientId, how: 'on' as const }),
  answer: (client, { records }) => apiClientView(atStep(client, records.stamp.key)),
  run: async ({ records, caller, tenant }, before) => {
    await requireOwner(records, caller);
    requireInUse(before);
    const user = clientIdOf(before.id);
    if (await ownAccount(tenant, user)) await shutOut(user);
    const { data, was } = edited(before, { state: 'removed' });
    return (await records.commit<ApiClient>([update(ApiClients, before, data, was)]))[0];
  },
});
