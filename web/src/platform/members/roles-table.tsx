import type { RefObject } from 'react';
import { PERMISSION_NAMES, type Scope } from '#kernel/permission.ts';
import { useT } from '../../i18n/i18n.ts';
import { LinesTable } from '../../record/lines-table.tsx';
import { IconCheck } from '../../ui/icons.ts';
import { useScrollBox } from '../../ui/use-scroll-box.ts';
import styles from './members.module.css';
import type { ShownRole } from './role-names.ts';

/** Which role gives what, side by side. */
export function RolesTable({ roles }: { readonly roles: readonly ShownRole[] }) {
  const t = useT();
  return (
    <div {...(useScrollBox() as { ref: RefObject<HTMLDivElement | null> })} className={styles.scroll}>
      <LinesTable heads={[t('roles.permission'), ...roles.map(({ name }) => name)]}>
        <tbody>
          {PERMISSION_NAMES.map((permission) => (
            <tr key={permission}>
              <th scope="row">{t(`permissions.names.${permission}` as 'permissions.names.member')}</th>
              {roles.map(({ id, grants }) => (
                <td key={id}>
                  <Reach scope={grants.get(permission)} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </LinesTable>
    </div>
  );
}

function Reach({ scope }: { readonly scope: Scope | undefined }) {
  const t = useT();
  if (scope === undefined) return <span className="unseen">{t('members.no')}</span>;
  if (scope === 'all') return <IconCheck size={16} role="img" aria-label={t('members.yes')} />;
  return <small>{t(`roles.scopes.${scope}`)}</small>;
}
