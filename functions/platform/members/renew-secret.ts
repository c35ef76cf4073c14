import { members } from '#api/platform/members.ts';
import { ApiClients, apiClientActions, clientIdOf, type IssuedApiClient } from '#domain/platform/members/api-client.ts';
import { PROGRAM, requireHeld } from '#domain/platform/members/role.ts';
import { apiClientView } from '#domain/platform/members/wire.ts';
import { throwIf } from '#kernel/errors.ts';
import { grantsOfAll } from '#kernel/permission.ts';
import { type RecordType, update } from '#kernel/record.ts';
import { applyPatch } from '#kernel/stamps.ts';
import { on } from '#runtime/action.ts';
import { command } from '../service.ts';
import { getIdentityOrThrow, giveSecret, signOut } from './identity-gateway.ts';

export const renewSecret = command(
  members.actions.renewSecret,
  on(ApiClients as RecordType<IssuedApiClient>, (path) => path.apiClientId),
  async ({ records, caller, tenant, now }, before) => {
    throwIf(apiClientActions.renewSecret(before));
    // Whoever learns the secret may do what the program may.
    requireHeld(caller.grants, grantsOfAll(before.permissions ?? PROGRAM), 'path.apiClientId');
    const user = clientIdOf(before.id);
    await getIdentityOrThrow(tenant, user);
    // Before the record: once it says that the old secret has stopped, it has.
    const secret = await giveSecret(user);
    await signOut(user);
    const { data, was } = applyPatch(before, { secretSince: now.toISOString() });
    return { ...(await records.save([update(ApiClients, before, data, was)])), secret };
  },
  apiClientView,
);
