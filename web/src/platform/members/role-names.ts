import { useCallback, useMemo } from 'react';
import { builtInGrants, type Grants, type Permission, ROLES, type Scope } from '#kernel/permission.ts';
import { $api, type Schemas } from '../../api/client.ts';
import { useT } from '../../i18n/i18n.ts';
import { useCan, useGranted } from '../../session/session.ts';

type OwnRole = Schemas['Role'];
/** More own roles than these a company does not have (`role.too_many`). */
const MOST = 100;

/** A role as people see it: one that every company has, or one of the company's own. */
export interface ShownRole {
  readonly id: string;
  readonly name: string;
  readonly grants: Grants;
  readonly own?: OwnRole;
}

const grantsOf = ({ grants }: OwnRole): Grants =>
  new Map(grants.map(({ permission, scope }) => [permission as Permission, scope as Scope]));

/** All roles that can be given, built-in ones first; `retired` ones too where they are asked for. */
export function useRoles({ retired = false } = {}): readonly ShownRole[] {
  const t = useT();
  const can = useCan();
  const { data } = $api.useQuery('get', '/roles', { params: { query: { limit: MOST } } }, { enabled: can('listRoles') });
  return useMemo(() => {
    const own = (data?.items ?? []).filter(({ state }) => retired || state === 'active');
    return [
      ...ROLES.map((role) => ({ id: role, name: t(`shell.roles.${role}`), grants: builtInGrants(role) })),
      ...own.map((role) => ({ id: role.id, name: role.name, grants: grantsOf(role), own: role })),
    ];
  }, [t, data, retired]);
}

/** What a role is called: of the company's own, as far as the person may know them. */
export function useRoleName(): (role: string) => string {
  const t = useT();
  const { roleNames } = useGranted();
  const roles = useRoles({ retired: true });
  return useCallback((role) => roles.find(({ id }) => id === role)?.name ?? roleNames[role] ?? t('roles.own'), [t, roles, roleNames]);
}
