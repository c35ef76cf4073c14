import { members } from '#api/platform/members.ts';
import { ApiClients, apiClientActions } from '#domain/platform/members/api-client.ts';
import { programGrants, requireHeld } from '#domain/platform/members/role.ts';
import { apiClientView } from '#domain/platform/members/wire.ts';
import { throwIf } from '#kernel/errors.ts';
import { edit } from '#kernel/stamps.ts';
import { on } from '#runtime/action.ts';
import { command } from '../service.ts';

export const patchApiClient = command(
  members.actions.patchApiClient,
  on(ApiClients, (path) => path.apiClientId),
  ({ body, caller }, client) => {
    throwIf(apiClientActions.patchApiClient(client));
    if (body.permissions) requireHeld(caller.grants, programGrants(body.permissions), 'body.permissions');
    return edit(ApiClients, client, body);
  },
  apiClientView,
);
