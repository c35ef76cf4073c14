import { Button, FileInput, Group, PasswordInput } from '@mantine/core';
import { useState } from 'react';
import { ActionDialog } from '../../actions/action-dialog.tsx';
import { api, dataOf, type Schemas } from '../../api/client.ts';
import { useFormats } from '../../i18n/format.ts';
import { useT } from '../../i18n/i18n.ts';
import { Facts, Section } from '../../record/record-page.tsx';
import { useCan } from '../../session/session.ts';
import { base64Of } from './base64.ts';

type Certificate = Schemas['EInvoicing']['certificate'];

/** What Facturae files are signed with: whose it is and when it ends, putting another in its place, taking it away. */
export function CertificateSection({ certificate }: { readonly certificate: Certificate }) {
  const t = useT();
  const can = useCan();
  const { date } = useFormats();
  const [opened, setOpened] = useState<'upload' | 'remove'>();
  const close = () => setOpened(undefined);
  return (
    <Section
      title={t('einvoice.certificate.title')}
      actions={
        can('putCertificate') && (
          <Group gap="xs">
            {certificate && (
              <Button variant="default" size="sm" onClick={() => setOpened('remove')}>
                {t('einvoice.certificate.remove')}
              </Button>
            )}
            <Button variant="default" size="sm" onClick={() => setOpened('upload')}>
              {t(certificate ? 'einvoice.certificate.replace' : 'einvoice.certificate.upload')}
            </Button>
          </Group>
        )
      }
    >
      {certificate ? (
        <Facts
          facts={[
            [t('einvoice.certificate.holder'), certificate.holder],
            [t('einvoice.certificate.taxId'), certificate.taxId],
            [t('einvoice.certificate.issuer'), certificate.issuer],
            [
              t('einvoice.certificate.until'),
              <span key="until">
                {date(certificate.until.slice(0, 10))}
                {certificate.state !== 'valid' && (
                  <>
                    {' · '}
                    <strong>{t(`einvoice.certificate.states.${certificate.state}`)}</strong>
                  </>
                )}
              </span>,
            ],
          ]}
        />
      ) : (
        <p className="dimmed">{t('einvoice.certificate.none')}</p>
      )}
      {opened === 'upload' && <UploadDialog onClose={close} />}
      {opened === 'remove' && <RemoveDialog onClose={close} />}
    </Section>
  );
}

function UploadDialog({ onClose }: { readonly onClose: () => void }) {
  const t = useT();
  const [file, setFile] = useState('');
  const [password, setPassword] = useState('');
  const take = async (chosen: File | null) => setFile(chosen ? base64Of(new Uint8Array(await chosen.arrayBuffer())) : '');
  return (
    <ActionDialog
      title={t('einvoice.certificate.title')}
      confirm={t('einvoice.certificate.upload')}
      tries={false}
      size="md"
      onClose={onClose}
      input={{ file, password }}
      incomplete={file === '' ? t('einvoice.certificate.lacking') : undefined}
      run={() => api.PUT('/certificates/own', { body: { file, password } }).then(dataOf)}
      done={({ certificate }) => t('einvoice.certificate.done', { holder: certificate?.holder ?? '' })}
    >
      <p>{t('einvoice.certificate.text')}</p>
      <FileInput
        label={t('einvoice.certificate.file')}
        accept=".p12,.pfx,application/x-pkcs12"
        onChange={(chosen) => void take(chosen)}
        data-autofocus
      />
      <PasswordInput
        label={t('einvoice.certificate.password')}
        value={password}
        autoComplete="off"
        onChange={(event) => setPassword(event.currentTarget.value)}
      />
    </ActionDialog>
  );
}

function RemoveDialog({ onClose }: { readonly onClose: () => void }) {
  const t = useT();
  return (
    <ActionDialog
      title={t('einvoice.certificate.remove')}
      confirm={t('einvoice.certificate.remove')}
      danger
      tries={false}
      size="md"
      onClose={onClose}
      input={{}}
      run={() => api.DELETE('/certificates/own', {}).then(dataOf)}
      done={() => t('einvoice.certificate.removed')}
    >
      <p>{t('einvoice.certificate.removeText')}</p>
    </ActionDialog>
  );
}
