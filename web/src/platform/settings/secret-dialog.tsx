import { Button, CopyButton } from '@mantine/core';
import type { Schemas } from '../../api/client.ts';
import { type Config, config } from '../../api/config.ts';
import { useT } from '../../i18n/i18n.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { IconCheck, IconCopy } from '../../ui/icons.ts';
import styles from './settings.module.css';

interface Props {
  readonly client: Schemas['IssuedApiClient'];
  readonly onClose: () => void;
}

/** The secret, once, and the commands that sign in with it. Closed with its button alone: a slip would lose it. */
export function SecretDialog({ client: { name, clientId, secret }, onClose }: Props) {
  const t = useT();
  return (
    <Dialog
      onClose={onClose}
      title={t('settings.clients.issued', { name })}
      size="lg"
      closeOnClickOutside={false}
      closeOnEscape={false}
      withCloseButton={false}
    >
      <div className={styles.form}>
        <p className={styles.warning}>{t(secret ? 'settings.clients.once' : 'settings.clients.lost')}</p>
        <Copied label={t('settings.clients.clientId')} text={clientId} />
        {secret && (
          <>
            <Copied label={t('settings.clients.secret')} text={secret} />
            <section>
              <h3>{t('settings.clients.how')}</h3>
              <p className="dimmed">{t('settings.clients.howText')}</p>
              <Copied label={t('settings.clients.command')} text={commandsOf(config(), clientId, secret)} bare />
            </section>
          </>
        )}
        <Button onClick={onClose} data-autofocus>
          {t('settings.clients.keptIt')}
        </Button>
      </div>
    </Dialog>
  );
}

function Copied({ label, text, bare = false }: { readonly label: string; readonly text: string; readonly bare?: boolean }) {
  const t = useT();
  return (
    <div>
      <div className={styles.head}>
        {bare ? <span /> : <b>{label}</b>}
        <CopyButton value={text} timeout={2500}>
          {({ copied, copy }) => (
            <Button
              size="compact-sm"
              variant="default"
              leftSection={copied ? <IconCheck size={14} aria-hidden /> : <IconCopy size={14} aria-hidden />}
              onClick={copy}
            >
              <span aria-live="polite">
                {copied ? t('settings.clients.copied') : t('settings.clients.copy', { what: label.toLowerCase() })}
              </span>
            </Button>
          )}
        </CopyButton>
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: long commands are read, and chosen, by keyboard too. */}
      <pre className={styles.code} tabIndex={0}>
        {text}
      </pre>
    </div>
  );
}

/** A token by name and secret, then a request with it. The secret goes in by the input: a process list shows no input. */
function commandsOf({ cognitoUrl, region, userPoolClientId, apiUrl }: Config, clientId: string, secret: string): string {
  const cognito = (cognitoUrl ?? `https://cognito-idp.${region}.amazonaws.com`).replace(/\/$/, '');
  const input = { AuthFlow: 'USER_PASSWORD_AUTH', ClientId: userPoolClientId, AuthParameters: { USERNAME: clientId, PASSWORD: secret } };
  return `TOKEN=$(curl -s '${cognito}/' \\
  -H 'Content-Type: application/x-amz-json-1.1' \\
  -H 'X-Amz-Target: AWSCognitoIdentityProviderService.InitiateAuth' \\
  -d @- <<'END' | sed -E 's/.*"IdToken": *"([^"]+)".*/\\1/'
${JSON.stringify(input)}
END
)
curl -s '${apiUrl.replace(/\/$/, '')}/me' -H "Authorization: Bearer $TOKEN"`;
}
