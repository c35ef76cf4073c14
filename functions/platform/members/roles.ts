import { members } from '#api/platform/members.ts';
import {
  CompanyRoles,
  type Grant,
  grantsOfRole,
  MAX_ROLES,
  requireGrantable,
  requireHeld,
  roleActions,
} from '#domain/platform/members/role.ts';
import { roleView } from '#domain/platform/members/wire.ts';
import { conflict, refused, throwIf } from '#kernel/errors.ts';
import { create, update } from '#kernel/record.ts';
import { applyPatch } from '#kernel/stamps.ts';
import { normalise } from '#kernel/text.ts';
import { creates, on } from '#runtime/action.ts';
import type { Caller } from '#runtime/caller.ts';
import { listRecords } from '#runtime/lists.ts';
import type { Records } from '#runtime/records.ts';
import { command } from '../service.ts';
import { roleHolders } from './member-store.ts';

const { actions } = members;

function requireGivenBy(caller: Caller, grants: readonly Grant[]): void {
  requireGrantable(grants);
  requireHeld(caller.grants, grantsOfRole(grants), 'body.grants');
}

/** @throws DomainError `role.same_name` (409) for a name that another role has, `role.too_many` (422). */
async function requireName(records: Records, name: string, own?: string): Promise<void> {
  const { items } = await listRecords(records, CompanyRoles, { buckets: ['all'], order: 'asc', limit: MAX_ROLES, where: isActive });
  const others = items.filter(({ id }) => id !== own);
  if (others.some((other) => normalise(other.name) === normalise(name)))
    throw conflict('role.same_name', `Another role is named ${name}.`, 'body.name', { name });
  if (others.length >= MAX_ROLES)
    throw refused('role.too_many', `A company has ${MAX_ROLES} roles of its own at most: retire one first.`, undefined, {
      most: MAX_ROLES,
    });
}

const isActive = ({ state }: { readonly state: string }): boolean => state === 'active';

export const createRole = command(
  actions.createRole,
  creates(CompanyRoles, 'rol'),
  async ({ body, records, caller, newId }) => {
    requireGivenBy(caller, body.grants);
    await requireName(records, body.name);
    return [create(CompanyRoles, newId('rol'), { ...body, state: 'active' })];
  },
  roleView,
);

export const patchRole = command(
  actions.patchRole,
  on(CompanyRoles, (path) => path.roleId),
  async ({ body, records, caller }, role) => {
    throwIf(roleActions.patchRole({ role }));
    if (body.grants) requireGivenBy(caller, body.grants);
    if (body.name && body.name !== role.name) await requireName(records, body.name, role.id);
    const { data, was } = applyPatch(role, body);
    return Object.keys(was).length === 0 ? role : [update(CompanyRoles, role, data, was)];
  },
  roleView,
);

export const retireRole = command(
  actions.retireRole,
  on(CompanyRoles, (path) => path.roleId),
  async ({ records }, role) => {
    const holders = await roleHolders(records, [role]);
    throwIf(roleActions.retireRole({ role, holder: holders.get(role.id) }));
    const { data, was } = applyPatch(role, { state: 'retired' as const });
    return [update(CompanyRoles, role, data, was)];
  },
  roleView,
);
