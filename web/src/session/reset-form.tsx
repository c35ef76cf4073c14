import { Button, PasswordInput, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useT } from '../i18n/i18n.ts';
import { confirmPassword, forgotPassword } from './cognito.ts';
import { requireStrong } from './password-rule.ts';
import styles from './sign-in.module.css';
import { SignInFault, useCognitoText } from './sign-in-form.tsx';

/** A new password by a code that Cognito sends to the e-mail address. */
export function ResetForm({ onBack }: { readonly onBack: () => void }) {
  const t = useT();
  const text = useCognitoText();
  const [email, setEmail] = useState('');
  const [code, setCode] = useState('');
  const [password, setPassword] = useState('');
  const [step, setStep] = useState<'ask' | 'confirm' | 'done'>('ask');
  const [fault, setFault] = useState('');
  const run = (event: FormEvent, work: () => Promise<void>, next: typeof step) => {
    event.preventDefault();
    setFault('');
    work()
      .then(() => setStep(next))
      .catch((error: unknown) => setFault(text(error)));
  };
  const change = async () => {
    requireStrong(password);
    await confirmPassword(email.trim(), code.trim(), password);
  };
  const submit = (event: FormEvent) =>
    step === 'ask' ? run(event, () => forgotPassword(email.trim()), 'confirm') : run(event, change, 'done');
  return (
    <form onSubmit={submit} className={styles.form}>
      {step !== 'ask' && <p role="status">{t(step === 'done' ? 'session.reset.done' : 'session.reset.sent')}</p>}
      {step === 'ask' && (
        <TextInput
          label={t('session.email')}
          type="email"
          autoComplete="username"
          required
          value={email}
          onChange={(e) => setEmail(e.currentTarget.value)}
          autoFocus
        />
      )}
      {step === 'confirm' && (
        <>
          <TextInput
            label={t('session.reset.code')}
            inputMode="numeric"
            autoComplete="one-time-code"
            required
            value={code}
            onChange={(e) => setCode(e.currentTarget.value)}
            autoFocus
          />
          <PasswordInput
            visibilityToggleButtonProps={{ 'aria-label': t('session.show') }}
            label={t('session.newPassword.label')}
            autoComplete="new-password"
            required
            value={password}
            onChange={(e) => setPassword(e.currentTarget.value)}
          />
        </>
      )}
      <SignInFault text={fault} />
      {step !== 'done' && (
        <Button type="submit" fullWidth>
          {t(step === 'ask' ? 'session.reset.send' : 'session.reset.save')}
        </Button>
      )}
      <Button variant="subtle" onClick={onBack} fullWidth>
        {t('session.back')}
      </Button>
    </form>
  );
}
