import { members } from '#api/platform/members.ts';
import { ApiClients, apiClientActions, type StoredApiClient } from '#domain/platform/members/api-client.ts';
import { Members } from '#domain/platform/members/member.ts';
import { memberActions, refusalOfTakingRole } from '#domain/platform/members/member-actions.ts';
import { CompanyViews, MemberPreferences, SHARED_ID } from '#domain/platform/members/preferences.ts';
import { ownView, sharedView } from '#domain/platform/members/preferences-wire.ts';
import { builtInActions, CompanyRoles, roleActions, type StoredRole } from '#domain/platform/members/role.ts';
import { apiClientView, memberView, permissionsView, roleView } from '#domain/platform/members/wire.ts';
import { assertDefined } from '#kernel/assert.ts';
import { plainQuery } from '#runtime/action.ts';
import type { Caller } from '#runtime/caller.ts';
import { listRecords } from '#runtime/lists.ts';
import type { Records } from '#runtime/records.ts';
import { actionsOf, refusalView, serveModule } from '../service.ts';
import { readMemberStanding, roleHolders } from './member-store.ts';
import { preferencesIdOf } from './preferences-store.ts';

const { actions } = members;

export const getMember = plainQuery(actions.getMember, async ({ path, records, caller }) => {
  const member = await records.getOrThrow(Members, path.memberId, 'path.memberId');
  const standing = await readMemberStanding(records, caller, member);
  return {
    ...memberView(member),
    actions: actionsOf(caller, actions, memberActions, standing),
    keptRoles: member.roles.flatMap((role) => {
      const why = refusalOfTakingRole(role, standing);
      return why ? [{ role, why: refusalView(why) }] : [];
    }),
  };
});

export const listMembers = plainQuery(actions.listMembers, async ({ query: { q, state, role, ...request }, records }) => {
  const where = (member: { state: string; roles: readonly string[] }) =>
    (!state || member.state === state) && (!role || member.roles.includes(role));
  const page = await listRecords(records, Members, { ...request, buckets: ['all'], words: q, where: state || role ? where : undefined });
  return { ...page, items: page.items.map(memberView) };
});

export const listApiClients = plainQuery(actions.listApiClients, async ({ query: { q, state, ...request }, records, caller }) => {
  const where = state && ((client: { state: string }) => client.state === state);
  const page = await listRecords(records, ApiClients, { ...request, buckets: ['all'], words: q, where });
  const rowOf = (client: StoredApiClient) => ({
    ...apiClientView(client),
    actions: actionsOf(caller, actions, apiClientActions, client),
  });
  return { ...page, items: page.items.map(rowOf) };
});

export const getRole = plainQuery(actions.getRole, async ({ path, records, caller }) => {
  const role = await records.getOrThrow(CompanyRoles, path.roleId, 'path.roleId');
  return assertDefined((await rolesShown(records, caller, [role]))[0], 'the role');
});

async function rolesShown(records: Records, caller: Caller, roles: readonly StoredRole[]) {
  const holders = await roleHolders(records, roles);
  return roles.map((role) => ({
    ...roleView(role),
    actions: actionsOf(caller, actions, roleActions, { role, held: caller.grants, holder: holders.get(role.id) }),
  }));
}

export const listRoles = plainQuery(actions.listRoles, async ({ query: { q, state, ...request }, records, caller }) => {
  const where = state && ((role: { state: string }) => role.state === state);
  const page = await listRecords(records, CompanyRoles, { ...request, buckets: ['all'], words: q, where });
  return { ...page, items: await rolesShown(records, caller, page.items) };
});

export const listPermissions = plainQuery(actions.listPermissions, async ({ caller }) => {
  const view = permissionsView();
  const roles = view.roles.map((role) => ({
    ...role,
    actions: actionsOf(caller, actions, builtInActions, { role: role.name, held: caller.grants }),
  }));
  return { ...view, roles };
});

export const getPreferences = plainQuery(actions.getPreferences, async ({ caller, records }) => {
  const [own, shared] = await Promise.all([records.get(MemberPreferences, preferencesIdOf(caller)), records.get(CompanyViews, SHARED_ID)]);
  return { own: ownView(own), shared: sharedView(shared) };
});

export const handler = serveModule(members, {
  getMember,
  listMembers,
  listApiClients,
  getRole,
  listRoles,
  listPermissions,
  getPreferences,
});
