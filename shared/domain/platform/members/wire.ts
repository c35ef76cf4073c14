import * as z from 'zod/mini';
import { idWith } from '#kernel/id.ts';
import {
  areaOf,
  BUNDLES,
  isForPeople,
  isNarrowable,
  isSensitive,
  PERMISSION_NAMES,
  type Permission,
  ROLES,
  SCOPES,
} from '#kernel/permission.ts';
import { stamped, stampFields } from '#kernel/stamps.ts';
import { writtenText as text } from '#kernel/written-text.ts';
import { clientIdOf, type StoredApiClient } from './api-client.ts';
import { Locale, MemberState, type StoredMember } from './member.ts';
import { Grant, PROGRAM, RoleName, type StoredRole } from './role.ts';

const Roles = z.array(RoleName).check(z.minLength(1), z.maxLength(20));
const Permissions = z
  .array(z.enum(PERMISSION_NAMES as [Permission, ...Permission[]]))
  .check(z.minLength(1), z.maxLength(PERMISSION_NAMES.length));

export const MemberPath = z.strictObject({ memberId: idWith('mem') });
export const ApiClientPath = z.strictObject({ apiClientId: idWith('apc') });

/** Whom to let in. The address is taken in lower case: the user pool tells `Ana@` from `ana@`. */
export const MemberInput = z.strictObject({
  email: z.email().check(z.maxLength(120), z.toLowerCase()),
  name: z.optional(text(80)),
  roles: Roles,
  team: z.optional(text(40)),
  locale: z.optional(Locale),
});

/** Absent fields stay; null clears. `roles` are all that the member is to have. */
export const PatchMember = z.strictObject({
  name: z.optional(z.nullable(text(80))),
  roles: z.optional(Roles),
  team: z.optional(z.nullable(text(40))),
});

export const MemberView = z.object({
  id: z.string(),
  email: z.string(),
  name: z.optional(z.string()),
  roles: z.array(RoleName),
  team: z.optional(z.string()),
  locale: z.optional(Locale),
  state: MemberState,
  invitedAt: z.optional(z.string()),
  secondFactorSince: z.optional(z.string()),
  ...stampFields,
});

export const memberView = (member: StoredMember) => {
  const view = stamped(member);
  return { ...view, roles: [...view.roles] };
};

/** Without permissions it has those of the role `integration`, as far as whoever makes it holds them. */
export const ApiClientInput = z.strictObject({ name: text(80), permissions: z.optional(Permissions) });
/** Absent fields stay. `permissions` are all that the program is to have. */
export const PatchApiClient = z.strictObject({ name: z.optional(text(80)), permissions: z.optional(Permissions) });

export const ApiClientView = z.object({
  id: z.string(),
  /** The user name to sign in with. */
  clientId: z.string(),
  name: z.string(),
  state: z.enum(['active', 'removed']),
  permissions: z.array(z.string()),
  secretSince: z.string(),
  ...stampFields,
});

/** `secret` is shown once: a repeat of the request cannot show it again. */
export const IssuedApiClientView = z.extend(ApiClientView, { secret: z.optional(z.string()) });

export const apiClientView = (client: StoredApiClient) => ({
  ...stamped(client),
  clientId: clientIdOf(client.id),
  permissions: [...(client.permissions ?? PROGRAM)],
});

/** Everything that can be allowed, and the bundles that every company has. */
export const BuiltInRoleView = z.object({ name: z.enum(ROLES), permissions: z.array(z.string()) });
export const PermissionsView = z.object({
  permissions: z.array(
    z.object({
      name: z.string(),
      area: z.string(),
      /** Moves money, changes the books for good, or decides who may do what. */
      sensitive: z.boolean(),
      /** Reaches that a role may give it for. */
      scopes: z.array(z.enum(SCOPES)),
      /** A program may have it. */
      programs: z.boolean(),
    }),
  ),
  roles: z.array(BuiltInRoleView),
});

export const permissionsView = (): z.output<typeof PermissionsView> => ({
  permissions: PERMISSION_NAMES.map((name) => ({
    name,
    area: areaOf(name),
    sensitive: isSensitive(name),
    scopes: isNarrowable(name) ? [...SCOPES] : ['all'],
    programs: !isForPeople(name),
  })),
  roles: ROLES.map((name) => ({ name, permissions: [...BUNDLES[name]] })),
});

export const RolePath = z.strictObject({ roleId: idWith('rol') });
const Grants = z.array(Grant).check(z.minLength(1), z.maxLength(PERMISSION_NAMES.length));
export const RoleInput = z.strictObject({ name: text(60), grants: Grants });
/** Absent fields stay. `grants` are all that the role is to give. */
export const PatchRole = z.strictObject({ name: z.optional(text(60)), grants: z.optional(Grants) });

export const RoleView = z.object({
  id: z.string(),
  name: z.string(),
  grants: z.array(z.object({ permission: z.string(), scope: z.string() })),
  state: z.enum(['active', 'retired']),
  ...stampFields,
});

export const roleView = (role: StoredRole) => ({ ...stamped(role), grants: role.grants.map((grant) => ({ ...grant })) });
