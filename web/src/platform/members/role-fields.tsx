import { Checkbox, Stack } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Grants } from '#kernel/permission.ts';
import { $api } from '../../api/client.ts';
import { useT } from '../../i18n/i18n.ts';
import { refusalText } from '../../ui/problem-text.ts';
import { type ShownRole, useRoles } from './role-names.ts';

interface Props {
  readonly value: readonly string[];
  readonly onChange: (roles: string[]) => void;
  readonly error?: ReactNode;
  /** Why a role cannot be taken away. */
  readonly kept?: (role: string) => string | undefined;
}

/** Roles to choose, each with what it gives, or with why the person cannot give it. */
export function RoleFields({ value, onChange, error, kept }: Props) {
  const t = useT();
  const { data } = $api.useQuery('get', '/permissions', {});
  // `integration` is for programs: of people, whoever has it already keeps it.
  const offered = useRoles().filter(({ id }) => id !== 'integration' || value.includes(id));
  const disabledReason = ({ id, own }: ShownRole): string | undefined => {
    if (value.includes(id)) return kept?.(id);
    return refusalText((own ?? data?.roles.find(({ name }) => name === id))?.actions.inviteMember);
  };
  return (
    <Checkbox.Group
      label={t('members.rolesLabel')}
      description={t('members.rolesHint')}
      required
      value={[...value]}
      onChange={onChange}
      error={error}
    >
      <Stack gap="sm" mt="xs">
        {offered.map((role, index) => {
          const { id, name, grants } = role;
          const why = disabledReason(role);
          return (
            <Checkbox
              key={id}
              value={id}
              label={name}
              description={why ?? <Abilities grants={grants} />}
              disabled={why !== undefined}
              {...(index === 0 ? { 'data-path': 'roles' } : {})}
            />
          );
        })}
      </Stack>
    </Checkbox.Group>
  );
}

/** What a role gives beside looking, in a sentence. */
export function Abilities({ grants }: { readonly grants: Grants }) {
  const t = useT();
  const doing = [...grants.keys()].filter((permission) => !permission.endsWith('.read'));
  return <>{doing.map((permission) => t(`permissions.names.${permission}` as 'permissions.names.member')).join(' · ')}</>;
}
