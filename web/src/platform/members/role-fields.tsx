import { Checkbox, Stack } from '@mantine/core';
import type { ReactNode } from 'react';
import { ROLES, type Role } from '#kernel/action.ts';
import { useT } from '../../i18n/i18n.ts';
import { abilitiesOf, PERSON_ROLES } from './roles.ts';

interface Props {
  readonly value: readonly Role[];
  readonly onChange: (roles: Role[]) => void;
  readonly error?: ReactNode;
  /** Why a role cannot be taken away. */
  readonly kept?: (role: Role) => string | undefined;
}

/** Roles to choose, each with what it may do. */
export function RoleFields({ value, onChange, error, kept }: Props) {
  const t = useT();
  const offered = ROLES.filter((role) => PERSON_ROLES.includes(role) || value.includes(role));
  return (
    <Checkbox.Group
      label={t('members.rolesLabel')}
      description={t('members.rolesHint')}
      required
      value={[...value]}
      onChange={(roles) => onChange(roles as Role[])}
      error={error}
    >
      <Stack gap="sm" mt="xs">
        {offered.map((role, index) => {
          const why = value.includes(role) ? kept?.(role) : undefined;
          return (
            <Checkbox
              key={role}
              value={role}
              label={t(`shell.roles.${role}`)}
              description={why ?? <Abilities role={role} />}
              disabled={why !== undefined}
              {...(index === 0 ? { 'data-path': 'roles' } : {})}
            />
          );
        })}
      </Stack>
    </Checkbox.Group>
  );
}

/** What a role may do, in a sentence. */
export function Abilities({ role }: { readonly role: Role }) {
  const t = useT();
  const words = abilitiesOf(role).map((ability) => t(`members.can.${ability}`));
  return <>{words.join(' · ')}</>;
}
