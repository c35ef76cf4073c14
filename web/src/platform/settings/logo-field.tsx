import { Button, FileButton, Group } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { MAX_LOGO_BYTES } from '#domain/platform/company/paper.ts';
import { api, type Schemas } from '../../api/client.ts';
import { Problem } from '../../api/problem.ts';
import { useT } from '../../i18n/i18n.ts';
import { ProblemNote } from '../../ui/problem-note.tsx';
import styles from './settings.module.css';

interface Props {
  readonly logo: Schemas['Company']['logo'];
  readonly readOnly: boolean;
}

/** The logo, which is saved as soon as it is chosen: the API looks into the file. */
export function LogoField({ logo, readOnly }: Props) {
  const t = useT();
  const queries = useQueryClient();
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<unknown>();
  const change = (work: () => Promise<unknown>) => {
    setBusy(true);
    setFault(undefined);
    work()
      .then(async () => {
        notifications.show({ message: t('settings.saved'), color: 'teal' });
        await queries.invalidateQueries();
      })
      .catch(setFault)
      .finally(() => setBusy(false));
  };
  return (
    <fieldset className={styles.stack}>
      <legend>{t('settings.paper.logo')}</legend>
      <p className="dimmed">{logo ? t('settings.paper.logoSet', { format: logo.format.toUpperCase() }) : t('settings.paper.logoNone')}</p>
      {!readOnly && (
        <Group gap="xs">
          <FileButton accept="image/png,image/jpeg,image/svg+xml" onChange={(file) => file && change(() => putLogo(file))}>
            {(props) => (
              <Button variant="default" loading={busy} {...props}>
                {t(logo ? 'settings.paper.logoChange' : 'settings.paper.logoChoose')}
              </Button>
            )}
          </FileButton>
          {logo && (
            <Button variant="default" disabled={busy} onClick={() => change(() => api.PATCH('/company', { body: { logo: null } }))}>
              {t('settings.paper.logoRemove')}
            </Button>
          )}
        </Group>
      )}
      <ProblemNote error={fault} />
    </fieldset>
  );
}

async function putLogo(content: File): Promise<void> {
  if (content.size === 0 || content.size > MAX_LOGO_BYTES)
    throw new Problem({ status: 422, code: 'company.logo_unusable', detail: 'The picture is too large: 512 KB at most.' });
  const { file, upload } = (await api.GET('/company/logo-upload', { params: { query: { bytes: String(content.size) } } })).data;
  // The link is signed without a type: with one, the store would refuse it.
  const answer = await fetch(upload.url, { method: upload.method, body: new Blob([content]) });
  if (!answer.ok) throw new Problem({ status: answer.status, code: 'upload.refused', detail: 'The file was not taken.' });
  await api.PUT('/company/logo', { body: { file } });
}
