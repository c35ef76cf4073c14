import { Checkbox, Select } from '@mantine/core';
import {
  areaOf,
  isForPeople,
  isNarrowable,
  isSensitive,
  PERMISSION_NAMES,
  type Permission,
  SCOPES,
  type Scope,
} from '#kernel/permission.ts';
import { useT } from '../../i18n/i18n.ts';
import { useGranted } from '../../session/session.ts';
import styles from './members.module.css';

export interface ChosenGrant {
  readonly permission: Permission;
  readonly scope: Scope;
}

interface Props {
  readonly label: string;
  readonly value: readonly ChosenGrant[];
  readonly onChange: (value: ChosenGrant[]) => void;
  readonly error?: React.ReactNode;
  /** For a program: what is for people alone is left out, and nothing is narrowed. */
  readonly program?: boolean;
}

/** Permissions to choose, by area. What one does not hold oneself cannot be given. */
export function PermissionFields({ label, value, onChange, error, program = false }: Props) {
  const t = useT();
  const { permissions: held } = useGranted();
  const scopesOf = (permission: Permission): Scope[] => {
    const own = held.find((each) => each.permission === permission)?.scope;
    return own === undefined
      ? []
      : SCOPES.slice(SCOPES.indexOf(own)).filter((scope) => scope === 'all' || (isNarrowable(permission) && !program));
  };
  const offered = PERMISSION_NAMES.filter((permission) => !program || !isForPeople(permission));
  const set = (permission: Permission, scope: Scope | undefined) =>
    onChange(
      PERMISSION_NAMES.flatMap((name): ChosenGrant[] => {
        if (name === permission) return scope ? [{ permission, scope }] : [];
        return value.filter((each) => each.permission === name);
      }),
    );
  return (
    <fieldset className={styles.permissions} data-path={program ? 'permissions' : 'grants'} tabIndex={-1}>
      <legend>{label}</legend>
      {error && (
        <p role="alert" className={styles.fault}>
          {error}
        </p>
      )}
      {[...Map.groupBy(offered, areaOf)].map(([area, names]) => (
        <section key={area} aria-label={t(`permissions.areas.${area}` as 'permissions.areas.orders')}>
          <h3>{t(`permissions.areas.${area}` as 'permissions.areas.orders')}</h3>
          {names.map((permission) => (
            <PermissionField
              key={permission}
              permission={permission}
              scope={value.find((each) => each.permission === permission)?.scope}
              scopes={scopesOf(permission)}
              onChange={(scope) => set(permission, scope)}
            />
          ))}
        </section>
      ))}
    </fieldset>
  );
}

interface FieldProps {
  readonly permission: Permission;
  readonly scope: Scope | undefined;
  /** Those that the person can give, widest first. */
  readonly scopes: readonly Scope[];
  readonly onChange: (scope: Scope | undefined) => void;
}

function PermissionField({ permission, scope, scopes, onChange }: FieldProps) {
  const t = useT();
  const name = t(`permissions.names.${permission}` as 'permissions.names.member');
  const notes = [isSensitive(permission) ? t('roles.sensitive') : '', scopes.length === 0 ? t('roles.notHeld') : ''].filter(Boolean);
  return (
    <div className={styles.permission}>
      <Checkbox
        label={name}
        {...(notes.length > 0 ? { description: notes.join(' · ') } : {})}
        checked={scope !== undefined}
        disabled={scopes.length === 0 && scope === undefined}
        onChange={(event) => onChange(event.currentTarget.checked ? scopes[0] : undefined)}
      />
      {scope && scopes.length > 1 && (
        <Select
          aria-label={t('roles.scopeOf', { name })}
          size="xs"
          allowDeselect={false}
          data={scopes.map((each) => ({ value: each, label: t(`roles.scopes.${each}`) }))}
          value={scope}
          onChange={(chosen) => onChange(chosen as Scope)}
        />
      )}
    </div>
  );
}
