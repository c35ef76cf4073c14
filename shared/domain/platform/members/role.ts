import * as z from 'zod/mini';
import { type ActionRules, denial, invalid, type Refusal, refusal, throwIf } from '#kernel/errors.ts';
import { idWith } from '#kernel/id.ts';
import {
  BUNDLES,
  beyond,
  builtInGrants,
  type Grants,
  grantsOf,
  grantsOfAll,
  isForPeople,
  isNarrowable,
  PERMISSION_NAMES,
  type Permission,
  ROLES,
  type Role,
  SCOPES,
} from '#kernel/permission.ts';
import { named, recordType, type Stored } from '#kernel/record.ts';
import { list, storedOf } from '#kernel/stored.ts';

/** A permission in a role: for every record, or for some. */
export const Grant = z.strictObject({
  permission: z.enum(PERMISSION_NAMES as [Permission, ...Permission[]]),
  scope: z._default(z.enum(SCOPES), 'all'),
});
export type Grant = z.output<typeof Grant>;

/** What a company calls a bundle of permissions of its own. */
export const CompanyRole = z.object({
  name: z.string(),
  grants: list(storedOf(Grant)),
  /** `retired`: gives nothing any more. */
  state: z.enum(['active', 'retired']),
});
export type CompanyRole = Readonly<z.output<typeof CompanyRole>>;
export type StoredRole = Stored<CompanyRole>;

export const CompanyRoles = recordType<CompanyRole, CompanyRole['state']>({
  kind: 'role',
  prefix: 'rol',
  data: CompanyRole,
  history: 'all',
  list: named({ by: (role) => role.name, words: (role) => [role.name] }),
  state: (role) => role.state,
  tones: { active: 'good', retired: 'plain' },
  summary: (role) => ({ title: role.name }),
  screen: { none: 'The settings show all roles on one page.' },
  icon: 'key',
  read: 'members.read',
});

/** A role as a member has it: a built-in one by name, or one of the company's own by id. */
export const RoleName = z.union([z.enum(ROLES), idWith('rol')]);
export type RoleName = z.output<typeof RoleName>;

export const isBuiltIn = (name: string): name is Role => (ROLES as readonly string[]).includes(name);

/** Roles in their usual order, built-in ones first, each once. */
export const rolesOf = (names: readonly RoleName[]): readonly RoleName[] => [
  ...ROLES.filter((role) => names.includes(role)),
  ...new Set(names.filter((name) => !isBuiltIn(name)).sort()),
];

/** A company has no more roles of its own that are in use. */
export const MAX_ROLES = 50;

export const grantsOfRole = (grants: readonly Grant[]): Grants => new Map(grants.map(({ permission, scope }) => [permission, scope]));

/** What roles give together. Own roles that are not there, or retired, give nothing. */
export const grantsOfRoles = (names: readonly RoleName[], own: readonly (StoredRole | undefined)[]): Grants =>
  grantsOf(
    names.map((name) => {
      if (isBuiltIn(name)) return builtInGrants(name);
      const role = own.find((found) => found?.id === name);
      return grantsOfRole(role?.state === 'active' ? role.grants : []);
    }),
  );

/** The bundle of a program that was given none of its own. */
export const PROGRAM: readonly Permission[] = BUNDLES.integration;

/** @throws DomainError `role.scope` (400) where a permission cannot be narrowed, `role.twice` (400) where one is listed twice. */
export function requireGrantable(grants: readonly Grant[]): void {
  for (const [at, { permission, scope }] of grants.entries()) {
    if (scope !== 'all' && !isNarrowable(permission))
      throw invalid('role.scope', `${permission} is for all records or for none.`, `body.grants.${at}.scope`, { permission });
    if (grants.findIndex((other) => other.permission === permission) < at)
      throw invalid('role.twice', `${permission} is listed twice.`, `body.grants.${at}.permission`, { permission });
  }
}

/**
 * Nobody gives what they do not hold: not to another, not to a program, not by a role.
 * @throws DomainError `permission.not_held` (403).
 */
export const requireHeld = (held: Grants, given: Grants, field: string): void => throwIf(refusalOfGiving(held, given, field));

function refusalOfGiving(held: Grants, given: Grants, field: string): Refusal | undefined {
  const [permission] = beyond(held, given);
  return permission
    ? denial('permission.not_held', `This would give the permission ${permission}, which you do not hold so far.`, field, { permission })
    : undefined;
}

/** @throws DomainError `role.unknown` (400) for a role that is not there, `role.retired` (422). */
export function requireRoles(names: readonly RoleName[], own: readonly (StoredRole | undefined)[]): void {
  for (const [at, name] of names.entries()) {
    if (isBuiltIn(name)) continue;
    const role = own.find((found) => found?.id === name);
    if (!role) throw invalid('role.unknown', `There is no role ${name} to give.`, `body.roles.${at}`, { id: name });
    throwIf(refusalOfRetired(role, `body.roles.${at}`));
  }
}

const refusalOfRetired = ({ state, name }: CompanyRole, field: string): Refusal | undefined =>
  state === 'retired' ? refusal('role.retired', `The role ${name} was retired: make a new one.`, field, { name }) : undefined;

/** A built-in role beside what whoever is asking holds. */
interface BuiltInStanding {
  readonly role: Role;
  readonly held: Grants;
}
/** A role of the company's own: with a member who has it, if anybody has. */
interface RoleStanding {
  readonly role: CompanyRole;
  readonly held: Grants;
  readonly holder: { readonly email: string } | undefined;
}

const refusalOfHolder = ({ role: { name }, holder }: Omit<RoleStanding, 'held'>): Refusal | undefined =>
  holder &&
  refusal('role.in_use', `${holder.email} has the role ${name}: take it from whoever has it first.`, 'path.roleId', {
    name,
    email: holder.email,
  });

/** Why a built-in role is not given to a member by who is asking. */
export const builtInActions = {
  inviteMember: ({ role, held }) => refusalOfGiving(held, builtInGrants(role), 'body.roles'),
} as const satisfies ActionRules<BuiltInStanding>;

/** Why a role of the company's own takes an action now or not: commands throw these, and its row shows them. */
export const roleActions = {
  inviteMember: ({ role, held }) =>
    refusalOfRetired(role, 'body.roles.0') ?? refusalOfGiving(held, grantsOfRole(role.grants), 'body.roles'),
  patchRole: ({ role }: Pick<RoleStanding, 'role'>) => refusalOfRetired(role, 'path.roleId'),
  retireRole: ({ role, holder }: Omit<RoleStanding, 'held'>) => refusalOfRetired(role, 'path.roleId') ?? refusalOfHolder({ role, holder }),
} as const satisfies ActionRules<RoleStanding>;

/** What a program may do: all of it for every record. @throws DomainError `permission.people` (400). */
export function programGrants(permissions: readonly Permission[]): Grants {
  const at = permissions.findIndex(isForPeople);
  const permission = permissions[at];
  if (permission) throw invalid('permission.people', `${permission} is for people alone.`, `body.permissions.${at}`, { permission });
  return grantsOfAll(permissions);
}
