import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { StepDialog } from '../../actions/step-dialog.tsx';
import type { Schemas } from '../../api/client.ts';
import { useT } from '../../i18n/i18n.ts';
import { LinesTable } from '../../record/lines-table.tsx';
import { RowActions } from '../../record/record-actions.tsx';
import { Section } from '../../record/record-page.tsx';
import { useCan } from '../../session/session.ts';
import { IconPlus } from '../../ui/icons.ts';
import { Notice } from '../../ui/notice.tsx';
import { SettingsPage } from '../settings/settings-page.tsx';
import { EditRole, retireRole } from './role-dialogs.tsx';
import { useRoles } from './role-names.ts';
import { RolesTable } from './roles-table.tsx';

type ActiveDialog = { readonly what: 'add' } | { readonly what: 'edit' | 'retire'; readonly role: Schemas['Role'] };

/** Roles of the company's own, and what each role gives. */
export function Screen() {
  const t = useT();
  const can = useCan();
  const [activeDialog, setActiveDialog] = useState<ActiveDialog>();
  const roles = useRoles();
  const own = roles.flatMap((role) => (role.own ? [role.own] : []));
  const close = () => setActiveDialog(undefined);
  const add = can('createRole') && (
    <Button leftSection={<IconPlus size={16} />} onClick={() => setActiveDialog({ what: 'add' })}>
      {t('roles.add')}
    </Button>
  );
  return (
    <SettingsPage part="roles" text={t('roles.text')} actions={add}>
      <Section title={t('roles.ownTitle')}>
        {own.length > 0 ? (
          <OwnRoles roles={own} onDo={setActiveDialog} />
        ) : (
          <Notice title={t('roles.none.title')} text={t('roles.none.text')} />
        )}
      </Section>
      <Section title={t('roles.compare')}>
        <RolesTable roles={roles} />
      </Section>
      {activeDialog?.what === 'add' && <EditRole onClose={close} />}
      {activeDialog?.what === 'edit' && <EditRole role={activeDialog.role} onClose={close} />}
      {activeDialog?.what === 'retire' && <StepDialog {...retireRole(activeDialog.role, t)} onClose={close} />}
    </SettingsPage>
  );
}

function OwnRoles({ roles, onDo }: { readonly roles: readonly Schemas['Role'][]; readonly onDo: (activeDialog: ActiveDialog) => void }) {
  const t = useT();
  const can = useCan();
  return (
    <LinesTable heads={[t('roles.name'), t('roles.gives'), t('roles.who'), can('patchRole') && [t('roles.actions'), 'unseen']]}>
      <tbody>
        {roles.map((role) => (
          <tr key={role.id}>
            <td>
              <b>{role.name}</b>
            </td>
            <td>{t('roles.count', { count: role.grants.length })}</td>
            <td>
              <Link to={'/settings/members' as never} search={{ role: role.id } as never}>
                {t('roles.members')}
              </Link>
            </td>
            {can('patchRole') && (
              <td>
                <RowActions
                  answered={role.actions}
                  actions={(['edit', 'retire'] as const).map((what) => ({
                    needs: what === 'edit' ? 'patchRole' : 'retireRole',
                    label: t(`roles.${what}.action`),
                    name: t(`roles.${what}.title`, { name: role.name }),
                    start: () => onDo({ what, role }),
                  }))}
                />
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </LinesTable>
  );
}
