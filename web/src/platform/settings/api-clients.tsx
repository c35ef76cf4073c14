import { Button, Checkbox } from '@mantine/core';
import { useEffect, useState } from 'react';
import { StepDialog } from '../../actions/step-dialog.tsx';
import { api, dataOf, type Schemas } from '../../api/client.ts';
import { useFormats } from '../../i18n/format.ts';
import { useT } from '../../i18n/i18n.ts';
import type { ListSpec } from '../../list/spec.ts';
import { useRows } from '../../list/use-rows.ts';
import { LinesTable } from '../../record/lines-table.tsx';
import { type RowAction, RowActions } from '../../record/record-actions.tsx';
import { Section } from '../../record/record-page.tsx';
import { useCan } from '../../session/session.ts';
import { IconPlus } from '../../ui/icons.ts';
import { Notice } from '../../ui/notice.tsx';
import { StateBadge } from '../../ui/state-badge.tsx';
import { AddClient, EditClient, removeClient, renewSecret } from './api-client-dialogs.tsx';
import { SecretDialog } from './secret-dialog.tsx';
import { SettingsPage } from './settings-page.tsx';

type Client = Schemas['ApiClient'];
type Dialog = { readonly what: 'add' } | { readonly what: 'edit' | 'renew' | 'remove'; readonly client: Client };

const SPEC: ListSpec<Client> = {
  id: 'api-clients',
  title: '',
  order: 'asc',
  load: ({ cursor, limit, signal }) =>
    api.GET('/api-clients', { params: { query: { limit, ...(cursor ? { cursor } : {}) } }, signal }).then(dataOf),
  columns: [],
  rowId: ({ id }) => id,
  href: () => undefined,
  empty: { title: '', text: '' },
};

/** Programs that sign in by themselves. A secret is shown once, when it is made. */
export function Screen() {
  const t = useT();
  const can = useCan();
  const { rows, complete, more, error } = useRows(SPEC, {});
  const [all, setAll] = useState(false);
  const [activeDialog, setActiveDialog] = useState<Dialog>();
  const [issued, setIssued] = useState<Schemas['IssuedApiClient']>();
  useEffect(() => {
    if (!complete && rows.length > 0) more();
  }, [complete, rows.length, more]);
  const close = () => setActiveDialog(undefined);
  const shown = rows.filter(({ state }) => all || state === 'active');
  const add = can('createApiClient') && (
    <Button leftSection={<IconPlus size={16} />} onClick={() => setActiveDialog({ what: 'add' })}>
      {t('settings.clients.add')}
    </Button>
  );
  return (
    <SettingsPage part="apiClients" text={t('settings.clients.text')} error={error} actions={add}>
      <Section
        title={t('settings.clients.title')}
        actions={
          <Checkbox label={t('settings.clients.showRemoved')} checked={all} onChange={(event) => setAll(event.currentTarget.checked)} />
        }
      >
        {shown.length > 0 && <Clients clients={shown} onDo={setActiveDialog} />}
        {shown.length === 0 && complete && <Notice title={t('settings.clients.none.title')} text={t('settings.clients.none.text')} />}
      </Section>
      {activeDialog?.what === 'add' && <AddClient onClose={close} onIssued={setIssued} />}
      {activeDialog?.what === 'edit' && <EditClient client={activeDialog.client} onClose={close} />}
      {activeDialog?.what === 'renew' && <StepDialog {...renewSecret(activeDialog.client, t, setIssued)} onClose={close} />}
      {activeDialog?.what === 'remove' && <StepDialog {...removeClient(activeDialog.client, t)} onClose={close} />}
      {issued && <SecretDialog client={issued} onClose={() => setIssued(undefined)} />}
    </SettingsPage>
  );
}

const actionsOf = (client: Client, t: ReturnType<typeof useT>, onDo: (activeDialog: Dialog) => void): RowAction[] => {
  const { name } = client;
  const start = (what: 'edit' | 'renew' | 'remove') => () => onDo({ what, client });
  return [
    { needs: 'patchApiClient', label: t('settings.clients.edit'), name: t('settings.clients.editOf', { name }), start: start('edit') },
    { needs: 'renewSecret', label: t('settings.clients.renew'), name: t('settings.clients.renewOf', { name }), start: start('renew') },
    {
      needs: 'removeApiClient',
      label: t('settings.clients.remove'),
      name: t('settings.clients.removeOf', { name }),
      danger: true,
      start: start('remove'),
    },
  ];
};

function Clients({ clients, onDo }: { readonly clients: readonly Client[]; readonly onDo: (activeDialog: Dialog) => void }) {
  const t = useT();
  const { moment } = useFormats();
  const can = useCan();
  return (
    <LinesTable
      heads={[
        t('settings.clients.name'),
        t('settings.clients.state'),
        t('roles.gives'),
        t('settings.clients.secretSince'),
        can('renewSecret') && [t('settings.clients.actions'), 'unseen'],
      ]}
    >
      <tbody>
        {clients.map((client) => (
          <tr key={client.id}>
            <td>
              <b>{client.name}</b>
              <br />
              <small className="dimmed">{client.clientId}</small>
            </td>
            <td>
              <StateBadge kind="api-client" state={client.state} />
            </td>
            <td>{t('roles.count', { count: client.permissions.length })}</td>
            <td>{moment(client.secretSince)}</td>
            {can('renewSecret') && (
              <td>
                <RowActions answered={client.actions} actions={actionsOf(client, t, onDo)} />
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </LinesTable>
  );
}
