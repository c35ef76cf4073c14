import * as z from 'zod/mini';
import { MemberState } from '#domain/platform/members/member.ts';
import {
  OwnPreferencesView,
  PreferencesView,
  PutPreferences,
  PutSharedViews,
  SharedViewsView,
} from '#domain/platform/members/preferences-wire.ts';
import {
  ApiClientInput,
  ApiClientPath,
  ApiClientView,
  IssuedApiClientView,
  MemberInput,
  MemberPath,
  MemberView,
  PatchMember,
} from '#domain/platform/members/wire.ts';
import { defineModule } from '#kernel/action.ts';
import { pageOf, pageQuery } from '#kernel/page.ts';

const READERS = ['owner', 'accountant', 'auditor'] as const;
const OWNER = ['owner'] as const;
/** A program has no console to set up. */
const PEOPLE = ['owner', 'accountant', 'sales', 'warehouse', 'auditor'] as const;
const KEEPERS = ['owner', 'accountant'] as const;
const orders = [{ name: 'Por enviar', search: { status: 'placed', sort: '-gross' } }];
const listQuery = {
  ...pageQuery,
  order: z._default(z.enum(['asc', 'desc']), 'asc'),
  q: z.optional(z.string().check(z.maxLength(80))),
};

export const members = defineModule('platform/members', 'Members and API clients', {
  inviteMember: {
    route: 'POST /members',
    summary: 'Invite somebody to the company',
    description:
      'They get a mail with a temporary password, good for three days. An address can belong to one company only; one that is taken is refused alike, whoever has it.',
    roles: OWNER,
    profile: 'identities',
    body: MemberInput,
    output: MemberView,
    status: 201,
    errors: ['member.exists', 'member.email', 'member.not_owner'],
    example: { body: { email: 'ana@lumbre.example', name: 'Ana Soler', roles: ['sales', 'warehouse'], locale: 'es' } },
  },
  listMembers: {
    route: 'GET /members',
    summary: 'Members by e-mail address',
    description: 'Everybody who was invited, and everybody who ever asked `GET /me` as a user of the company.',
    roles: READERS,
    profile: 'queries',
    query: z.strictObject({ ...listQuery, state: z.optional(MemberState) }),
    output: pageOf(MemberView),
  },
  getMember: {
    route: 'GET /members/{memberId}',
    summary: 'One member',
    roles: READERS,
    profile: 'queries',
    path: MemberPath,
    output: MemberView,
    errors: ['member.not_found'],
  },
  patchMember: {
    route: 'PATCH /members/{memberId}',
    summary: 'Change the name or the roles of a member',
    description: '`roles` are all that the member is to have. They are in force from the next token on: within the hour.',
    roles: OWNER,
    profile: 'identities',
    path: MemberPath,
    body: PatchMember,
    output: MemberView,
    errors: ['member.not_found', 'member.removed', 'member.self', 'member.last_owner', 'member.no_account', 'member.not_owner'],
    example: { body: { roles: ['accountant'] } },
  },
  resendInvitation: {
    route: 'POST /members/{memberId}/invitation',
    summary: 'Send the invitation again, with another temporary password',
    roles: OWNER,
    profile: 'identities',
    path: MemberPath,
    output: MemberView,
    errors: ['member.not_found', 'member.removed', 'member.not_invited', 'member.no_account', 'member.not_owner'],
  },
  removeMember: {
    route: 'POST /members/{memberId}/removal',
    summary: 'Take the access to the company from a member',
    description: 'Nobody signs in or renews a token any more; a token that was given out before is good for up to an hour.',
    roles: OWNER,
    profile: 'identities',
    path: MemberPath,
    output: MemberView,
    errors: ['member.not_found', 'member.removed', 'member.self', 'member.last_owner', 'member.not_owner'],
  },
  returnMember: {
    route: 'POST /members/{memberId}/return',
    summary: 'Let a removed member back in, with the roles of before',
    roles: OWNER,
    profile: 'identities',
    path: MemberPath,
    output: MemberView,
    errors: ['member.not_found', 'member.not_removed', 'member.no_account', 'member.not_owner'],
  },
  createApiClient: {
    route: 'POST /api-clients',
    summary: 'Make a sign-in for a program, with the role integration',
    description: 'The secret is in this answer alone, and nowhere kept: a repeat of the request answers without it.',
    roles: OWNER,
    profile: 'identities',
    body: ApiClientInput,
    output: IssuedApiClientView,
    status: 201,
    errors: ['member.not_owner'],
    example: { body: { name: 'Tienda web' } },
  },
  listApiClients: {
    route: 'GET /api-clients',
    summary: 'API clients by name',
    roles: READERS,
    profile: 'queries',
    query: z.strictObject({ ...listQuery, state: z.optional(z.enum(['active', 'removed'])) }),
    output: pageOf(ApiClientView),
  },
  renewSecret: {
    route: 'POST /api-clients/{apiClientId}/secret',
    summary: 'A new secret for an API client; the old one stops',
    description: 'The secret is in this answer alone, and nowhere kept: a repeat of the request answers without it.',
    roles: OWNER,
    profile: 'identities',
    path: ApiClientPath,
    output: IssuedApiClientView,
    errors: ['api-client.not_found', 'api_client.removed', 'member.no_account', 'member.not_owner'],
  },
  removeApiClient: {
    route: 'POST /api-clients/{apiClientId}/removal',
    summary: 'Take the access from an API client, for good',
    roles: OWNER,
    profile: 'identities',
    path: ApiClientPath,
    output: ApiClientView,
    errors: ['api-client.not_found', 'api_client.removed', 'member.not_owner'],
  },
  getPreferences: {
    route: 'GET /me/preferences',
    summary: 'What I have set in the console, and the views that my company shares',
    description: 'Version 0 where nothing was ever kept.',
    roles: PEOPLE,
    profile: 'queries',
    output: PreferencesView,
  },
  putPreferences: {
    route: 'PUT /me/preferences',
    summary: 'Keep what I have set in the console',
    description:
      'All of it, in place of what was kept: made from the version that is sent along. Where another browser was quicker it is refused; read again, put the change into that, and send it again. At most 16 KB.',
    roles: PEOPLE,
    profile: 'commands',
    body: PutPreferences,
    output: OwnPreferencesView,
    errors: ['preferences.changed', 'preferences.too_large', 'view.same_name'],
    example: { body: { version: 0, language: 'es', scheme: 'auto', tourSeen: true, views: { orders } } },
  },
  putSharedViews: {
    route: 'PUT /shared-views',
    summary: 'Keep the views of lists that everybody in the company sees',
    description: 'All of them, in place of what was kept: made from the version that is sent along. At most 16 KB.',
    roles: KEEPERS,
    profile: 'commands',
    body: PutSharedViews,
    output: SharedViewsView,
    errors: ['preferences.changed', 'preferences.too_large', 'view.same_name'],
    example: { body: { version: 0, views: { orders } } },
  },
});
