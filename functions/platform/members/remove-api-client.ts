import { members } from '#api/platform/members.ts';
import { ApiClients, apiClientActions, clientIdOf } from '#domain/platform/members/api-client.ts';
import { apiClientView } from '#domain/platform/members/wire.ts';
import { throwIf } from '#kernel/errors.ts';
import { edit } from '#kernel/stamps.ts';
import { on } from '#runtime/action.ts';
import { command } from '../service.ts';
import { leaveCompany } from './identity-gateway.ts';

export const removeApiClient = command(
  members.actions.removeApiClient,
  on(ApiClients, (path) => path.apiClientId),
  async ({ tenant }, client) => {
    throwIf(apiClientActions.removeApiClient(client));
    const user = clientIdOf(client.id);
    await leaveCompany(tenant, user);
    return edit(ApiClients, client, { state: 'removed' });
  },
  apiClientView,
);
