import { Button, Checkbox } from '@mantine/core';
import { useEffect, useState } from 'react';
import { api, dataOf, type Schemas } from '../../api/client.ts';
import { useFormats } from '../../i18n/format.ts';
import { useT } from '../../i18n/i18n.ts';
import type { ListSpec } from '../../list/spec.ts';
import { useRows } from '../../list/use-rows.ts';
import { LinesTable } from '../../record/lines-table.tsx';
import { Section } from '../../record/record-page.tsx';
import { useCan } from '../../session/session.ts';
import { IconPlus } from '../../ui/icons.ts';
import { Notice } from '../../ui/notice.tsx';
import { StateBadge } from '../../ui/state-badge.tsx';
import { AddClient, RemoveClient, RenewSecret } from './api-client-dialogs.tsx';
import { SecretDialog } from './secret-dialog.tsx';
import styles from './settings.module.css';
import { SettingsPage } from './settings-page.tsx';

type Client = Schemas['ApiClient'];
type Doing = { readonly what: 'add' } | { readonly what: 'renew' | 'remove'; readonly client: Client };

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
  const [doing, setDoing] = useState<Doing>();
  const [issued, setIssued] = useState<Schemas['IssuedApiClient']>();
  useEffect(() => {
    if (!complete && rows.length > 0) more();
  }, [complete, rows.length, more]);
  const close = () => setDoing(undefined);
  const shown = rows.filter(({ state }) => all || state === 'active');
  const add = can('createApiClient') && (
    <Button leftSection={<IconPlus size={16} />} onClick={() => setDoing({ what: 'add' })}>
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
        {shown.length > 0 && <Clients clients={shown} onDo={setDoing} />}
        {shown.length === 0 && complete && <Notice title={t('settings.clients.none.title')} text={t('settings.clients.none.text')} />}
      </Section>
      {doing?.what === 'add' && <AddClient onClose={close} onIssued={setIssued} />}
      {doing?.what === 'renew' && <RenewSecret client={doing.client} onClose={close} onIssued={setIssued} />}
      {doing?.what === 'remove' && <RemoveClient client={doing.client} onClose={close} />}
      {issued && <SecretDialog client={issued} onClose={() => setIssued(undefined)} />}
    </SettingsPage>
  );
}

function Clients({ clients, onDo }: { readonly clients: readonly Client[]; readonly onDo: (doing: Doing) => void }) {
  const t = useT();
  const { moment } = useFormats();
  const can = useCan();
  return (
    <LinesTable>
      <thead>
        <tr>
          <th scope="col">{t('settings.clients.name')}</th>
          <th scope="col">{t('settings.clients.state')}</th>
          <th scope="col">{t('settings.clients.secretSince')}</th>
          {can('renewSecret') && (
            <th scope="col">
              <span className="unseen">{t('settings.clients.actions')}</span>
            </th>
          )}
        </tr>
      </thead>
      <tbody>
        {clients.map((client) => (
          <tr key={client.id}>
            <td>
              <b>{client.name}</b>
              <br />
              <small className="dimmed">{client.clientId}</small>
            </td>
            <td>
              <StateBadge kind="member" state={client.state} />
            </td>
            <td>{moment(client.secretSince)}</td>
            {can('renewSecret') && (
              <td>
                {client.state === 'active' && (
                  <div className={styles.rowButtons}>
                    <Button
                      size="compact-sm"
                      variant="default"
                      aria-label={t('settings.clients.renewOf', { name: client.name })}
                      onClick={() => onDo({ what: 'renew', client })}
                    >
                      {t('settings.clients.renew')}
                    </Button>
                    <Button
                      size="compact-sm"
                      variant="default"
                      c="var(--bad)"
                      aria-label={t('settings.clients.removeOf', { name: client.name })}
                      onClick={() => onDo({ what: 'remove', client })}
                    >
                      {t('settings.clients.remove')}
                    </Button>
                  </div>
                )}
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </LinesTable>
  );
}
