import { Button, Modal } from '@mantine/core';
import { useT } from '../i18n/i18n.ts';
import { type Person, signOut } from './session.ts';
import { SignInForm } from './sign-in-form.tsx';

/** Over the page that was open: signing in again goes on where it stopped, and what was typed is still there. */
export default function ExpiredSession({ person }: { readonly person: Person }) {
  const t = useT();
  return (
    <Modal
      opened
      onClose={() => undefined}
      withCloseButton={false}
      closeOnEscape={false}
      closeOnClickOutside={false}
      title={t('session.expired.title')}
      zIndex={1000}
    >
      <p className="dimmed">{t('session.expired.text')}</p>
      <SignInForm email={person.email} />
      <Button variant="subtle" color="gray" fullWidth onClick={() => void signOut()}>
        {t('shell.signOut')}
      </Button>
    </Modal>
  );
}
