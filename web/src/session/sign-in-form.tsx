import { Button, PasswordInput, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useT } from '../i18n/i18n.ts';
import { CognitoError } from './cognito.ts';
import { requireStrong } from './password-rule.ts';
import { take } from './session.ts';
import styles from './sign-in.module.css';
import type { SignIn } from './sign-in.ts';

/** What a refusal of Cognito means to the person. */
export function useCognitoText(): (error: unknown) => string {
  const t = useT();
  return (error) =>
    t(`session.errors.${error instanceof CognitoError ? reasonOf(error) : 'other'}` as 'session.errors.other', {
      defaultValue: t('session.errors.other'),
    });
}

/** Cognito refuses many things by one name: what the person can do about them differs. */
function reasonOf({ code, message }: CognitoError): string {
  if (code !== 'NotAuthorizedException') return code;
  if (/temporary password.*expired/i.test(message)) return 'invitationExpired';
  if (/disabled/i.test(message)) return 'disabled';
  if (/attempts exceeded/i.test(message)) return 'TooManyRequestsException';
  return /session/i.test(message) ? 'tooLate' : code;
}

/** E-mail and password, then whatever Cognito asks for besides. */
export function SignInForm({ email: initialEmail, onForgot }: { readonly email?: string; readonly onForgot?: () => void }) {
  const [step, setStep] = useState<Exclude<SignIn, { kind: 'tokens' }>>();
  const go = (next: SignIn) => (next.kind === 'tokens' ? take(next.tokens) : setStep(next));
  if (step) return <Challenge key={step.kind} step={step} go={go} onBack={() => setStep(undefined)} />;
  return <Password initialEmail={initialEmail} go={go} onForgot={onForgot} />;
}

interface Going {
  readonly go: (next: SignIn) => void;
}

/** Runs one step, and tells what went wrong with it. */
function useStep(go: Going['go']) {
  const text = useCognitoText();
  const [fault, setFault] = useState('');
  const [busy, setBusy] = useState(false);
  const run = (event: FormEvent, step: () => Promise<SignIn>) => {
    event.preventDefault();
    setBusy(true);
    setFault('');
    step()
      .then(go)
      .catch((error: unknown) => setFault(text(error)))
      .finally(() => setBusy(false));
  };
  return { run, busy, fault };
}

function Password({
  initialEmail,
  go,
  onForgot,
}: Going & { readonly initialEmail: string | undefined; readonly onForgot: (() => void) | undefined }) {
  const t = useT();
  const { run, busy, fault } = useStep(go);
  const [email, setEmail] = useState(initialEmail ?? '');
  const [password, setPassword] = useState('');
  const submit = (event: FormEvent) =>
    run(event, async () => {
      const { signIn } = await import('./sign-in.ts');
      return signIn(email.trim().toLowerCase(), password);
    });
  return (
    <form onSubmit={submit} className={styles.form}>
      {/* The browser's password store needs the name even where it cannot be changed. */}
      <TextInput
        label={t('session.email')}
        type="email"
        autoComplete="username"
        required
        readOnly={initialEmail !== undefined}
        value={email}
        onChange={(e) => setEmail(e.currentTarget.value)}
        autoFocus={!initialEmail}
      />
      <PasswordInput
        visibilityToggleButtonProps={{ 'aria-label': t('session.show') }}
        label={t('session.password')}
        autoComplete="current-password"
        required
        value={password}
        onChange={(e) => setPassword(e.currentTarget.value)}
        autoFocus={!!initialEmail}
      />
      <SignInFault text={fault} />
      <Button type="submit" loading={busy} fullWidth>
        {t('session.signIn')}
      </Button>
      {onForgot && (
        <Button variant="subtle" onClick={onForgot} fullWidth>
          {t('session.forgot')}
        </Button>
      )}
    </form>
  );
}

function Challenge({ step, go, onBack }: Going & { readonly step: Exclude<SignIn, { kind: 'tokens' }>; readonly onBack: () => void }) {
  const t = useT();
  const { run, busy, fault } = useStep(go);
  const [answer, setAnswer] = useState('');
  const first = step.kind === 'new-password';
  return (
    <form
      onSubmit={(event) =>
        run(event, async () => {
          if (first) requireStrong(answer.trim());
          return step.answer(answer.trim());
        })
      }
      className={styles.form}
    >
      <h2>{t(first ? 'session.newPassword.title' : 'session.code.title')}</h2>
      {first && <p className="dimmed">{t('session.newPassword.text')}</p>}
      {first ? (
        <PasswordInput
          visibilityToggleButtonProps={{ 'aria-label': t('session.show') }}
          label={t('session.newPassword.label')}
          autoComplete="new-password"
          required
          value={answer}
          onChange={(e) => setAnswer(e.currentTarget.value)}
          autoFocus
        />
      ) : (
        <TextInput
          label={t('session.code.label')}
          inputMode="numeric"
          autoComplete="one-time-code"
          pattern="\d{6}"
          required
          value={answer}
          onChange={(e) => setAnswer(e.currentTarget.value)}
          autoFocus
        />
      )}
      <SignInFault text={fault} />
      <Button type="submit" loading={busy} fullWidth>
        {t(first ? 'session.newPassword.save' : 'session.code.confirm')}
      </Button>
      <Button variant="subtle" onClick={onBack} fullWidth>
        {t('session.back')}
      </Button>
    </form>
  );
}

/** Always there, so that a screen reader hears what comes into it. */
export function SignInFault({ text }: { readonly text: string }) {
  return (
    <p role="alert" className={styles.fault}>
      {text}
    </p>
  );
}
