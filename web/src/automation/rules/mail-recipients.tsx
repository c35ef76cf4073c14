import { Loader } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { $api, api, dataOf } from '../../api/client.ts';
import { useT } from '../../i18n/i18n.ts';
import { LinesTable } from '../../record/lines-table.tsx';
import { Section } from '../../record/record-page.tsx';
import { useCan } from '../../session/session.ts';
import { ProblemNote } from '../../ui/problem-note.tsx';
import { StateBadge } from '../../ui/state-badge.tsx';
import { AddressForm } from './address-form.tsx';

const PATH = '/automation/mail-recipients';

/** Addresses outside of the company that were asked whether they want reports, and asking another one. */
export function MailRecipientSection() {
  const t = useT();
  const can = useCan();
  const client = useQueryClient();
  const query = $api.useQuery('get', PATH, {});
  const ask = useMutation({
    mutationFn: (body: { address: string }) => api.PUT(PATH, { body }).then(dataOf),
    onSuccess: () => client.invalidateQueries({ queryKey: ['get', PATH] }),
  });
  const rows = query.data?.items ?? [];
  return (
    <Section title={t('automation.recipients.title')}>
      <p className="dimmed">{t(rows.length > 0 ? 'automation.recipients.meaning' : 'automation.recipients.none')}</p>
      {query.isPending && <Loader aria-label={t('shell.loading')} />}
      {rows.length > 0 && (
        <LinesTable heads={[t('automation.mails.address'), t('lists.columns.state')]}>
          <tbody>
            {rows.map(({ address: to, state }) => (
              <tr key={to}>
                <th scope="row">{to}</th>
                <td>
                  <StateBadge kind="mail-recipient" state={state} />
                </td>
              </tr>
            ))}
          </tbody>
        </LinesTable>
      )}
      {can('askMailRecipient') && (
        <AddressForm
          label={t('automation.recipients.address')}
          action={t('automation.recipients.ask')}
          isPending={ask.isPending}
          onSend={(address) => ask.mutateAsync({ address })}
        />
      )}
      <ProblemNote error={query.error ?? ask.error} />
    </Section>
  );
}
