import { members } from '#api/platform/members.ts';
import { ApiClients, clientIdOf, type IssuedApiClient } from '#domain/platform/members/api-client.ts';
import { PROGRAM, programGrants, requireHeld } from '#domain/platform/members/role.ts';
import { apiClientView } from '#domain/platform/members/wire.ts';
import { create, type RecordType } from '#kernel/record.ts';
import { creates } from '#runtime/action.ts';
import { may } from '#runtime/caller.ts';
import { command } from '../service.ts';
import { giveSecret, makeAccount } from './identity-gateway.ts';

export const createApiClient = command(
  members.actions.createApiClient,
  creates(ApiClients as RecordType<IssuedApiClient>, 'apc'),
  async ({ body, records, caller, tenant, newId, now }) => {
    const permissions = body.permissions ?? PROGRAM.filter((permission) => may(caller, permission));
    requireHeld(caller.grants, programGrants(permissions), 'body.permissions');
    const id = newId('apc');
    const user = clientIdOf(id);
    await makeAccount(tenant, user, { mail: false });
    const data = { name: body.name, permissions, state: 'active' as const, secretSince: now.toISOString() };
    const client = await records.save([create(ApiClients, id, data)]);
    // Only whoever made the record sets the secret: of two like requests at once, the other answers without one.
    return { ...client, secret: await giveSecret(user) };
  },
  apiClientView,
);
