import { Button, Loader } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { $api, api, dataOf } from '../../api/client.ts';
import { useFormats } from '../../i18n/format.ts';
import { useT } from '../../i18n/i18n.ts';
import { LinesTable } from '../../record/lines-table.tsx';
import { Section } from '../../record/record-page.tsx';
import { useCan } from '../../session/session.ts';
import { ProblemNote } from '../../ui/problem-note.tsx';

const PATH = '/automation/mail-failures';

/** Addresses from which a mail came back, and having mails sent there again. */
export function MailFailureSection() {
  const t = useT();
  const can = useCan();
  const { moment } = useFormats();
  const client = useQueryClient();
  const query = $api.useQuery('get', PATH, {});
  const clear = useMutation({
    mutationFn: (mailFailureId: string) =>
      api
        .POST('/automation/mail-failures/{mailFailureId}/clearing', {
          params: { path: { mailFailureId }, header: { 'Idempotency-Key': crypto.randomUUID() } },
        })
        .then(dataOf),
    onSettled: () => client.invalidateQueries({ queryKey: ['get', PATH] }),
  });
  const rows = query.data?.items ?? [];
  return (
    <Section title={t('automation.failures.title')}>
      <p className="dimmed">{t(rows.length > 0 ? 'automation.failures.meaning' : 'automation.failures.none')}</p>
      {query.isPending && <Loader aria-label={t('shell.loading')} />}
      {rows.length > 0 && (
        <LinesTable heads={[t('automation.mails.address'), t('automation.failures.why'), t('automation.rule'), t('automation.at'), '']}>
          <tbody>
            {rows.map(({ id, address, why, detail, at, runId, ruleName }) => (
              <tr key={id}>
                <th scope="row">{address}</th>
                <td>
                  {t(`automation.failures.reasons.${why}`)} {detail && <small className="dimmed">{detail}</small>}
                </td>
                <td>{runId ? <Link to={`/automation/runs/${runId}` as never}>{ruleName}</Link> : t('automation.failures.noRule')}</td>
                <td>{moment(at)}</td>
                <td>
                  {can('clearMailFailure') && (
                    <Button
                      size="compact-sm"
                      variant="default"
                      loading={clear.isPending && clear.variables === id}
                      aria-label={t('automation.mails.again', { address })}
                      onClick={() => clear.mutate(id)}
                    >
                      {t('automation.failures.clear')}
                    </Button>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </LinesTable>
      )}
      <ProblemNote error={query.error ?? clear.error} />
    </Section>
  );
}
