import { Button, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { $api, api, dataOf } from '../../api/client.ts';
import { useFormats } from '../../i18n/format.ts';
import { useT } from '../../i18n/i18n.ts';
import { Section } from '../../record/record-page.tsx';
import { ask } from '../../session/admission.tsx';
import { associateApp, confirmApp, preferApp } from '../../session/cognito.ts';
import { accessToken, useGranted, usePerson } from '../../session/session.ts';
import { useCognitoText } from '../../session/sign-in-form.tsx';
import { QrCode } from '../../ui/qr-code.tsx';
import styles from './settings.module.css';
import { SettingsPage } from './settings-page.tsx';

/** The second factor of whoever is signed in. */
export function Screen() {
  const t = useT();
  const { data, error } = $api.useQuery('get', '/me', {});
  const [secret, setSecret] = useState<string>();
  return (
    <SettingsPage part="security" text={t('security.text')} error={error}>
      <Section title={t('security.title')}>
        {secret && <SetUp secret={secret} onEnd={() => setSecret(undefined)} />}
        {data && !secret && <Standing since={data.secondFactorSince} onBegin={setSecret} />}
      </Section>
    </SettingsPage>
  );
}

/** Tells the company what the user pool asks for, and everything on the page that it has changed. */
function useRecord(): () => Promise<void> {
  const queries = useQueryClient();
  const person = usePerson();
  return async () => {
    dataOf(await api.PUT('/me/second-factor', {}));
    await Promise.all([queries.invalidateQueries(), ask(person)]);
  };
}

/** Runs one step with the user pool, and tells what went wrong with it. */
function useStep() {
  const text = useCognitoText();
  const [fault, setFault] = useState('');
  const [busy, setBusy] = useState(false);
  const run = (step: () => Promise<void>) => {
    setBusy(true);
    setFault('');
    void step()
      .catch((error: unknown) => setFault(text(error)))
      .finally(() => setBusy(false));
  };
  return { run, busy, fault };
}

function Standing({ since, onBegin }: { readonly since: string | undefined; readonly onBegin: (secret: string) => void }) {
  const t = useT();
  const { moment } = useFormats();
  const { lacksSecondFactor } = useGranted();
  const record = useRecord();
  const { run, busy, fault } = useStep();
  const stop = async () => {
    await preferApp(await accessToken(), false);
    await record();
    notifications.show({ message: t('security.stopped'), color: 'teal' });
  };
  return (
    <div className={styles.form}>
      {lacksSecondFactor && <p className={styles.warning}>{t('security.required')}</p>}
      <p>{since ? t('security.since', { when: moment(since) }) : t('security.none')}</p>
      <p role="alert">{fault}</p>
      <div className={styles.buttons}>
        {since ? (
          <Button variant="default" loading={busy} onClick={() => run(stop)}>
            {t('security.stop')}
          </Button>
        ) : (
          <Button loading={busy} onClick={() => run(async () => onBegin(await associateApp(await accessToken())))}>
            {t('security.begin')}
          </Button>
        )}
      </div>
    </div>
  );
}

/** The code that the app reads, the same to be typed, and a first code of the app to prove it. */
function SetUp({ secret, onEnd }: { readonly secret: string; readonly onEnd: () => void }) {
  const t = useT();
  const { email } = usePerson();
  const record = useRecord();
  const { run, busy, fault } = useStep();
  const [code, setCode] = useState('');
  const address = `otpauth://totp/Trastienda:${encodeURIComponent(email)}?secret=${secret}&issuer=Trastienda`;
  const confirm = (event: FormEvent) => {
    event.preventDefault();
    run(async () => {
      await confirmApp(await accessToken(), code.trim());
      await record();
      notifications.show({ message: t('security.done'), color: 'teal' });
      onEnd();
    });
  };
  return (
    <form className={styles.form} noValidate onSubmit={confirm}>
      <p>{t('security.scan')}</p>
      <QrCode text={address} label={t('security.qr')} />
      <p className="dimmed">{t('security.type')}</p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it is read, and chosen, by keyboard too. */}
      <pre className={styles.code} tabIndex={0}>
        {secret.replaceAll(/(.{4})(?=.)/g, '$1 ')}
      </pre>
      <TextInput
        label={t('session.code.label')}
        inputMode="numeric"
        autoComplete="one-time-code"
        required
        value={code}
        onChange={(event) => setCode(event.currentTarget.value)}
        error={fault || undefined}
        data-autofocus
      />
      <div className={styles.buttons}>
        <Button type="submit" loading={busy}>
          {t('session.code.confirm')}
        </Button>
        <Button variant="default" onClick={onEnd}>
          {t('actions.cancel')}
        </Button>
      </div>
    </form>
  );
}
