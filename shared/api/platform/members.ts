import * as z from 'zod/mini';
import { apiClientActions } from '#domain/platform/members/api-client.ts';
import { MemberState } from '#domain/platform/members/member.ts';
import { memberActions } from '#domain/platform/members/member-actions.ts';
import {
  OwnPreferencesView,
  PreferencesView,
  PutPreferences,
  PutSharedViews,
  SharedViewsView,
} from '#domain/platform/members/preferences-wire.ts';
import { builtInActions, RoleName, roleActions } from '#domain/platform/members/role.ts';
import {
  ApiClientInput,
  ApiClientPath,
  ApiClientView,
  BuiltInRoleView,
  IssuedApiClientView,
  MemberInput,
  MemberPath,
  MemberView,
  PatchApiClient,
  PatchMember,
  PatchRole,
  PermissionsView,
  RoleInput,
  RolePath,
  RoleView,
} from '#domain/platform/members/wire.ts';
import { defineModule, type WorkerSpec } from '#kernel/action.ts';
import { pageOf, pageQuery, searchWords } from '#kernel/page.ts';
import { RefusalView, withActions } from '../flow.ts';

const ROLE = {
  name: 'Mostrador',
  grants: [{ permission: 'catalogue.read' }, { permission: 'orders.read', scope: 'own' }, { permission: 'orders.write', scope: 'own' }],
} as const;
const orders = [{ name: 'Por enviar', search: { status: 'placed', sort: '-gross' } }];
const listQuery = {
  ...pageQuery,
  order: z._default(z.enum(['asc', 'desc']), 'asc'),
  q: searchWords,
};

const workers = {
  carryOutAccess: {
    file: 'carry-out-access.event',
    summary: 'Lets people in and out whom other modules order to, on behalf of who may do that',
    on: { changes: ['access-order'] },
    grants: ['records:write', 'identities:manage', 'mail:send'],
    timeoutSeconds: 60,
  },
  compareMembers: {
    file: 'compare-members.event',
    summary: 'Compares people and programs with the user pool: the records decide who belongs to a company',
    // One round a night: a run that has no time left is followed by the next.
    on: { schedule: 'cron(10/15 3-5 * * ? *)' },
    grants: ['records:write', 'identities:compare'],
    timeoutSeconds: 900,
  },
} as const satisfies Record<string, WorkerSpec>;
const about = { title: 'Members and API clients', workers };

export const members = defineModule('platform/members', about, {
  inviteMember: {
    route: 'POST /members',
    summary: 'Invite a member',
    description:
      'They get a mail with a temporary password, good for three days; who signs in to another company already is told by mail, where the deployment sends any, and keeps the password. The answer is the same.',
    permission: 'members.write',
    profile: 'identities',
    body: MemberInput,
    output: MemberView,
    errors: ['member.exists', 'member.email', 'member.too_many_invitations', 'role.unknown', 'role.retired', 'permission.not_held'],
    example: { body: { email: 'ana@lumbre.example', name: 'Ana Soler', roles: ['sales', 'warehouse'], locale: 'es' } },
  },
  listMembers: {
    route: 'GET /members',
    summary: 'List members by e-mail address',
    permission: 'members.read',
    query: z.strictObject({ ...listQuery, state: z.optional(MemberState), role: z.optional(RoleName) }),
    output: pageOf(MemberView),
  },
  getMember: {
    route: 'GET /members/{memberId}',
    summary: 'Get a member',
    permission: 'members.read',
    path: MemberPath,
    output: withActions(
      z.object({
        ...MemberView.shape,
        /** Roles that the caller cannot take from them, and why. */
        keptRoles: z.array(z.object({ role: z.string(), why: RefusalView })),
      }),
      memberActions,
    ),
    errors: ['member.not_found'],
  },
  patchMember: {
    route: 'PATCH /members/{memberId}',
    summary: 'Change a member’s name, team or roles',
    description:
      '`roles` are all that the member is to have. They are in force at once for whatever changes something, and within a minute for what only reads. Nobody gives roles with more than they hold, or changes a member who may do more than they.',
    permission: 'members.write',
    path: MemberPath,
    body: PatchMember,
    output: MemberView,
    errors: [
      'member.not_found',
      'member.removed',
      'member.self',
      'member.last_owner',
      'member.above',
      'role.unknown',
      'role.retired',
      'permission.not_held',
    ],
    example: { body: { roles: ['accountant'] } },
  },
  resendInvitation: {
    route: 'POST /members/{memberId}/invitation',
    summary: 'Resend an invitation with a new temporary password',
    permission: 'members.write',
    profile: 'identities',
    path: MemberPath,
    output: MemberView,
    status: 200,
    errors: ['member.not_found', 'member.removed', 'member.not_invited', 'member.no_account', 'member.too_many_invitations'],
  },
  removeMember: {
    route: 'POST /members/{memberId}/removal',
    summary: 'Remove a member’s access to the company',
    description:
      'Nobody signs in or renews a token any more. A token that was given out before changes nothing from this moment on, and reads nothing after a minute.',
    permission: 'members.write',
    profile: 'identities',
    path: MemberPath,
    output: MemberView,
    status: 200,
    errors: ['member.not_found', 'member.removed', 'member.self', 'member.last_owner', 'member.above'],
  },
  returnMember: {
    route: 'POST /members/{memberId}/return',
    summary: 'Restore a removed member with their previous roles',
    permission: 'members.write',
    profile: 'identities',
    path: MemberPath,
    output: MemberView,
    status: 200,
    errors: ['member.not_found', 'member.not_removed', 'member.no_account', 'member.above'],
  },
  createApiClient: {
    route: 'POST /api-clients',
    summary: 'Create an API client',
    description:
      'With the permissions that are named, or those of the role integration: never more than whoever makes it holds. The secret is in this answer alone, and nowhere kept: a repeat of the request answers without it.',
    permission: 'credentials.write',
    profile: 'identities',
    body: ApiClientInput,
    output: IssuedApiClientView,
    errors: ['permission.people', 'permission.not_held'],
    example: { body: { name: 'Tienda web', permissions: ['catalogue.read', 'customers.write', 'orders.read', 'orders.write'] } },
  },
  listApiClients: {
    route: 'GET /api-clients',
    summary: 'List API clients by name',
    permission: 'credentials.read',
    query: z.strictObject({ ...listQuery, state: z.optional(z.enum(['active', 'removed'])) }),
    output: pageOf(withActions(ApiClientView, apiClientActions)),
  },
  renewSecret: {
    route: 'POST /api-clients/{apiClientId}/secret',
    summary: 'Replace an API client’s secret',
    description: 'The secret is in this answer alone, and nowhere kept: a repeat of the request answers without it.',
    permission: 'credentials.write',
    profile: 'identities',
    path: ApiClientPath,
    output: IssuedApiClientView,
    status: 200,
    errors: ['api-client.not_found', 'api_client.removed', 'member.no_account', 'permission.not_held'],
  },
  removeApiClient: {
    route: 'POST /api-clients/{apiClientId}/removal',
    summary: 'Remove an API client for good',
    permission: 'credentials.write',
    profile: 'identities',
    path: ApiClientPath,
    output: ApiClientView,
    status: 200,
    errors: ['api-client.not_found', 'api_client.removed'],
  },
  patchApiClient: {
    route: 'PATCH /api-clients/{apiClientId}',
    summary: 'Change an API client’s name or permissions',
    description: '`permissions` are all that the program is to have. In force as a member’s roles are.',
    permission: 'credentials.write',
    path: ApiClientPath,
    body: PatchApiClient,
    output: ApiClientView,
    errors: ['api-client.not_found', 'api_client.removed', 'permission.people', 'permission.not_held'],
    example: { body: { permissions: ['catalogue.read', 'stock.read'] } },
  },
  listPermissions: {
    route: 'GET /permissions',
    summary: 'List all permissions and the built-in roles',
    permission: 'member',
    output: z.object({ ...PermissionsView.shape, roles: z.array(withActions(BuiltInRoleView, builtInActions)) }),
  },
  createRole: {
    route: 'POST /roles',
    summary: 'Create a role',
    description:
      'A bundle of permissions, which nobody fills with more than they hold. `scope` narrows some of them to what somebody made (`own`) or what the team made (`team`).',
    permission: 'members.roles',
    body: RoleInput,
    output: RoleView,
    errors: ['role.scope', 'role.twice', 'role.same_name', 'role.too_many', 'permission.not_held'],
    example: { body: ROLE },
  },
  listRoles: {
    route: 'GET /roles',
    summary: 'List the company’s own roles by name',
    permission: 'members.read',
    query: z.strictObject({ ...listQuery, state: z.optional(z.enum(['active', 'retired'])) }),
    output: pageOf(withActions(RoleView, roleActions)),
  },
  getRole: {
    route: 'GET /roles/{roleId}',
    summary: 'Get a role of the company’s own',
    permission: 'members.read',
    path: RolePath,
    output: withActions(RoleView, roleActions),
    errors: ['role.not_found'],
  },
  patchRole: {
    route: 'PATCH /roles/{roleId}',
    summary: 'Change a role’s name or permissions',
    description: '`grants` are all that it is to give: to everybody who has it, at once for changes and within a minute for reads.',
    permission: 'members.roles',
    path: RolePath,
    body: PatchRole,
    output: RoleView,
    errors: ['role.not_found', 'role.retired', 'role.scope', 'role.twice', 'role.same_name', 'permission.not_held'],
    example: { body: { name: 'Mostrador de tarde' } },
  },
  retireRole: {
    route: 'POST /roles/{roleId}/retirement',
    summary: 'Retire a role',
    permission: 'members.roles',
    path: RolePath,
    output: RoleView,
    status: 200,
    errors: ['role.not_found', 'role.retired', 'role.in_use'],
  },
  recordSecondFactor: {
    route: 'PUT /me/second-factor',
    summary: 'Record the state of the caller’s second factor',
    description: 'The user pool is asked: an authenticator app is set up there beforehand, with the access token.',
    permission: 'member',
    profile: 'identities',
    output: MemberView,
    errors: ['member.no_account', 'member.not_found'],
  },
  getPreferences: {
    route: 'GET /me/preferences',
    summary: 'Get the caller’s preferences and the company’s shared views',
    description: 'Version 0 where nothing was ever kept.',
    permission: 'workspace.use',
    output: PreferencesView,
  },
  putPreferences: {
    route: 'PUT /me/preferences',
    summary: 'Save the caller’s preferences',
    description:
      'All of it, in place of what was kept: made from the version that is sent along. Where another browser was quicker it is refused; read again, put the change into that, and send it again. At most 16 KB.',
    permission: 'workspace.use',
    body: PutPreferences,
    output: OwnPreferencesView,
    errors: ['preferences.changed', 'preferences.too_large', 'view.same_name'],
    example: { body: { version: 0, language: 'es', scheme: 'auto', tourSeen: true, views: { orders } } },
  },
  putSharedViews: {
    route: 'PUT /shared-views',
    summary: 'Save the company’s shared views',
    description: 'All of them, in place of what was kept: made from the version that is sent along. At most 16 KB.',
    permission: 'workspace.share',
    body: PutSharedViews,
    output: SharedViewsView,
    errors: ['preferences.changed', 'preferences.too_large', 'view.same_name'],
    example: { body: { version: 0, views: { orders } } },
  },
});
