import { Button, Loader } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { $api, api, dataOf } from '../../api/client.ts';
import { useT } from '../../i18n/i18n.ts';
import { ProblemNote } from '../../ui/problem-note.tsx';
import { useTitle } from '../../ui/title.ts';
import { AddressForm } from './address-form.tsx';
import { MailFailureSection } from './mail-failures.tsx';
import { MailRecipientSection } from './mail-recipients.tsx';
import styles from './rule.module.css';

interface Stop {
  readonly address?: string;
  readonly stopped: boolean;
}

/** To whom rules send no mails. */
export function Screen() {
  const t = useT();
  const client = useQueryClient();
  useTitle(t('automation.mails.title'));
  const query = $api.useQuery('get', '/automation/mail-stops', {});
  const put = useMutation({
    mutationFn: (body: Stop) => api.PUT('/automation/mail-stops', { body }).then(dataOf),
    onSuccess: () => client.invalidateQueries({ queryKey: ['get', '/automation/mail-stops'] }),
  });
  const addresses = query.data?.addresses ?? [];
  return (
    <section className={styles.page} aria-labelledby="mails-title" aria-busy={query.isPending}>
      <nav>
        <Link to={'/automation/rules' as never}>{t('menu.automation')}</Link>
      </nav>
      <h1 id="mails-title">{t('automation.mails.title')}</h1>
      <p className="dimmed">{t(addresses.length > 0 ? 'automation.mails.meaning' : 'automation.mails.none')}</p>
      {query.isPending && <Loader aria-label={t('shell.loading')} />}
      <ul className={styles.sentence}>
        {addresses.map((one) => (
          <li key={one}>
            {one}{' '}
            <Button
              size="compact-xs"
              variant="default"
              aria-label={t('automation.mails.again', { address: one })}
              onClick={() => put.mutate({ address: one, stopped: false })}
            >
              ×
            </Button>
          </li>
        ))}
      </ul>
      <AddressForm
        label={t('automation.mails.address')}
        action={t('automation.mails.stop')}
        isPending={put.isPending}
        onSend={(address) => put.mutateAsync({ address, stopped: true })}
      >
        <Button variant="default" onClick={() => put.mutate({ stopped: true })}>
          {t('automation.mails.stopMine')}
        </Button>
      </AddressForm>
      <ProblemNote error={query.error ?? put.error} />
      <MailFailureSection />
      <MailRecipientSection />
    </section>
  );
}
