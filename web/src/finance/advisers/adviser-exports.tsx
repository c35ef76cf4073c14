import { Button, Loader, NativeSelect } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { ActionDialog } from '../../actions/action-dialog.tsx';
import { $api, api, dataOf, type Schemas } from '../../api/client.ts';
import { ReasonField } from '../../form/step-fields.tsx';
import { today, useFormats } from '../../i18n/format.ts';
import { useT } from '../../i18n/i18n.ts';
import { amounts, LinesTable } from '../../record/lines-table.tsx';
import { Facts, Section } from '../../record/record-page.tsx';
import { useCan } from '../../session/session.ts';
import { IconDownload } from '../../ui/icons.ts';
import { ProblemNote, useProblemText } from '../../ui/problem-note.tsx';
import { refusalText } from '../../ui/problem-text.ts';
import { quarterOf, quartersUntil } from '../tax/periods.ts';

type Export = Schemas['AdviserExport'];

/** The browser saves what a link leads to. */
function follow(url: string | undefined): void {
  const link = document.createElement('a');
  link.href = url ?? '';
  link.click();
}

/** What the firm would get of a quarter, and the button that makes it. */
export function NewExport({ adviserId }: { readonly adviserId: string }) {
  const t = useT();
  const can = useCan();
  const queries = useQueryClient();
  const problem = useProblemText();
  const [period, setPeriod] = useState(quarterOf(today()));
  const [busy, setBusy] = useState(false);
  const query = $api.useQuery('get', '/advisers/{adviserId}/preview', { params: { path: { adviserId }, query: { period } } });
  const send = async () => {
    setBusy(true);
    await api
      .POST('/advisers/{adviserId}/exports', {
        params: { path: { adviserId }, header: { 'Idempotency-Key': crypto.randomUUID() } },
        body: { period },
      })
      .then((answer) => {
        const { url, entries } = dataOf(answer);
        follow(url);
        notifications.show({ message: t('advisers.export.done', { count: entries }), color: 'teal' });
        return queries.invalidateQueries();
      })
      .catch((error: unknown) => notifications.show({ color: 'red', message: problem(error) }));
    setBusy(false);
  };
  return (
    <Section title={t('advisers.export.title')}>
      <NativeSelect
        label={t('tax.period')}
        data={quartersUntil(today(), 8).map((value) => ({
          value,
          label: t('tax.quarter', { quarter: value.slice(5, 6), year: value.slice(0, 4) }),
        }))}
        value={period}
        onChange={(event) => setPeriod(event.currentTarget.value)}
      />
      <ProblemNote error={query.error} />
      {query.isPending && <Loader aria-label={t('shell.loading')} />}
      {query.data && <Preview preview={query.data} />}
      {can('createAdviserExport') && query.data && !query.data.missing && (
        <Button loading={busy} leftSection={<IconDownload size={16} />} onClick={() => void send()}>
          {t('advisers.export.action')}
        </Button>
      )}
    </Section>
  );
}

function Preview({ preview }: { readonly preview: Schemas['AdviserPreview'] }) {
  const t = useT();
  const { money, whole } = useFormats();
  const { entries, lines, debit, credit, unmapped, padded, newParties, missing } = preview;
  return (
    <>
      <Facts
        facts={[
          [t('advisers.export.entries'), `${whole(entries)} · ${t('advisers.export.lines', { count: lines })}`],
          [t('advisers.export.debit'), money(debit)],
          [t('advisers.export.credit'), money(credit)],
          [t('advisers.export.newParties'), whole(newParties)],
        ]}
      />
      {missing && <p role="status">{refusalText(missing)}</p>}
      {[...unmapped.map((each) => ({ ...each, subaccount: '–' })), ...padded].length > 0 && (
        <LinesTable caption={t('advisers.export.unnamed')} heads={[t('advisers.account'), t('advisers.subaccount')]}>
          <tbody>
            {[...unmapped.map((each) => ({ ...each, subaccount: '' })), ...padded].map(({ account, name, subaccount }) => (
              <tr key={account}>
                <th scope="row">
                  {account} {name}
                </th>
                <td>{subaccount || t('advisers.export.none')}</td>
              </tr>
            ))}
          </tbody>
        </LinesTable>
      )}
    </>
  );
}

/** What the firm has got, latest first: each with its link, and once more with a reason. */
export function Exports({ adviserId }: { readonly adviserId: string }) {
  const t = useT();
  const { date, money, whole } = useFormats();
  const can = useCan();
  const problem = useProblemText();
  const [repeating, setRepeating] = useState<Export>();
  const { data } = $api.useQuery('get', '/advisers/{adviserId}/exports', {
    params: { path: { adviserId }, query: { limit: 50, order: 'desc' } },
  });
  const fetchFile = (adviserExportId: string) =>
    void api
      .GET('/advisers/exports/{adviserExportId}', { params: { path: { adviserExportId } } })
      .then((answer) => follow(dataOf(answer).url))
      .catch((error: unknown) => notifications.show({ color: 'red', message: problem(error) }));
  if (!data || data.items.length === 0) return null;
  return (
    <Section title={t('advisers.sent.title')}>
      <LinesTable
        heads={[
          t('advisers.sent.on'),
          t('tax.period'),
          t('advisers.sent.numbers'),
          ...amounts(t('advisers.export.debit')),
          t('advisers.sent.actions'),
        ]}
      >
        <tbody>
          {data.items.map((made) => (
            <tr key={made.id}>
              <th scope="row">
                {date(made.on)} · {made.number}
              </th>
              <td>
                {made.period}
                {made.again && <div className="dimmed">{t('advisers.sent.again', { reason: made.again.reason })}</div>}
              </td>
              <td>
                {whole(made.firstNumber)}–{whole(made.lastNumber)}
              </td>
              <td className="amount">{money(made.total)}</td>
              <td>
                {can('getAdviserExport') && (
                  <Button
                    size="compact-sm"
                    variant="default"
                    aria-label={`${t('advisers.sent.file')} · ${made.number}`}
                    onClick={() => fetchFile(made.id)}
                  >
                    {t('advisers.sent.file')}
                  </Button>
                )}{' '}
                {can('createAdviserExport') && (
                  <Button
                    size="compact-sm"
                    variant="default"
                    aria-label={`${t('advisers.sent.repeat')} · ${made.number}`}
                    onClick={() => setRepeating(made)}
                  >
                    {t('advisers.sent.repeat')}
                  </Button>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </LinesTable>
      {repeating && <AgainDialog made={repeating} onClose={() => setRepeating(undefined)} />}
    </Section>
  );
}

function AgainDialog({ made, onClose }: { readonly made: Export; readonly onClose: () => void }) {
  const t = useT();
  const [reason, setReason] = useState('');
  const { id, adviserId, period, number } = made;
  const body = { period, again: { exportId: made.again?.exportId ?? id, reason } };
  return (
    <ActionDialog
      title={t('advisers.sent.repeatOf', { number })}
      confirm={t('advisers.sent.repeat')}
      tries={false}
      size="md"
      onClose={onClose}
      input={body}
      incomplete={reason.trim() === '' ? t('actions.reasonNeeded') : undefined}
      run={({ key }) =>
        api
          .POST('/advisers/{adviserId}/exports', { params: { path: { adviserId }, header: { 'Idempotency-Key': key } }, body })
          .then(dataOf)
      }
      done={({ entries }) => t('advisers.export.done', { count: entries })}
      onDone={({ url }) => follow(url)}
    >
      <p>{t('advisers.sent.repeatText')}</p>
      <ReasonField value={reason} onChange={setReason} />
    </ActionDialog>
  );
}
