import { type ApiClient, ApiClients, clientIdOf, type IssuedApiClient, requireInUse } from '#domain/platform/members/api-client.ts';
import { apiClientView } from '#domain/platform/members/wire.ts';
import { type RecordType, update } from '#kernel/record.ts';
import { atStep, edited } from '#kernel/stamps.ts';
import { command } from '#runtime/action.ts';
import { giveSecret, needAccount, signOut } from './identity-gateway.ts';
import { requireOwner } from './member-store.ts';
import { members } from './module.ts';

export const renewSecret = command(members.actions.renewSecret, {
  evidence: ({ path }) => ({ type: ApiClients as RecordType<IssuedApiClient>, id: path.apiClientId, how: 'on' as const }),
  answer: (client, { records }) => apiClientView(atStep(client, records.stamp.key)),
  run: async ({ records, caller, tenant, now }, before) => {
    await requireOwner(records, caller);
    requireInUse(before);
    const user = clientIdOf(before.id);
    await needAccount(tenant, user);
    // Before the record: once it says that the old secret has stopped, it has.
    const secret = await giveSecret(user);
    await signOut(user);
    const { data, was } = edited(before, { secretSince: now.toISOString() });
    const [client] = await records.commit<ApiClient>([update(ApiClients, before, data, was)]);
    return { ...client, secret };
  },
});
