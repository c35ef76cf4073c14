import { ROLES } from '#kernel/action.ts';
import { useT } from '../../i18n/i18n.ts';
import { LinesTable } from '../../record/lines-table.tsx';
import record from '../../record/record.module.css';
import { Dialog } from '../../ui/dialog.tsx';
import { IconCheck } from '../../ui/icons.ts';
import { ABILITIES, mayDo } from './roles.ts';

/** Which role may do what, side by side. */
export function RolesTable({ onClose }: { readonly onClose: () => void }) {
  const t = useT();
  return (
    <Dialog onClose={onClose} title={t('members.compare')} size="xl">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard (WCAG 2.1.1). */}
      <section className={record.section} tabIndex={0} aria-label={t('members.compare')}>
        <LinesTable>
          <thead>
            <tr>
              <th scope="col">{t('members.ability')}</th>
              {ROLES.map((role) => (
                <th key={role} scope="col">
                  {t(`shell.roles.${role}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {ABILITIES.map(([ability]) => (
              <tr key={ability}>
                <th scope="row">{t(`members.can.${ability}`)}</th>
                {ROLES.map((role) => (
                  <td key={role}>
                    {mayDo(role, ability) ? (
                      <IconCheck size={16} role="img" aria-label={t('members.yes')} />
                    ) : (
                      <span className="unseen">{t('members.no')}</span>
                    )}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </LinesTable>
      </section>
    </Dialog>
  );
}
