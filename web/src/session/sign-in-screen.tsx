import { useState } from 'react';
import { LANGUAGES, type Language, useLanguage, useT } from '../i18n/i18n.ts';
import { setLoginLanguage } from '../preferences/login-language.ts';
import { Logo } from '../ui/logo.tsx';
import { ResetForm } from './reset-form.tsx';
import styles from './sign-in.module.css';
import { SignInForm } from './sign-in-form.tsx';

/** The door: nothing of the console is shown before it. */
export default function SignInScreen() {
  const t = useT();
  const [forgot, setForgot] = useState(false);
  return (
    <main className={styles.door}>
      <div className={styles.card}>
        <Logo size={40} />
        <h1>{t(forgot ? 'session.reset.title' : 'session.title')}</h1>
        {forgot ? <ResetForm onBack={() => setForgot(false)} /> : <SignInForm onForgot={() => setForgot(true)} />}
      </div>
      <Languages />
    </main>
  );
}

function Languages() {
  const t = useT();
  const now = useLanguage();
  return (
    <nav aria-label={t('shell.language')} className={styles.languages}>
      {(Object.keys(LANGUAGES) as Language[]).map((language) => (
        <button key={language} type="button" lang={language} aria-pressed={language === now} onClick={() => setLoginLanguage(language)}>
          {LANGUAGES[language]}
        </button>
      ))}
    </nav>
  );
}
