import { Button, Checkbox, FileButton, Group, NumberInput, Stack, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { $api, api, dataOf, type Schemas } from '../../api/client.ts';
import { useFormats } from '../../i18n/format.ts';
import { useT } from '../../i18n/i18n.ts';
import { LinesTable } from '../../record/lines-table.tsx';
import { useCan } from '../../session/session.ts';
import { ProblemNote } from '../../ui/problem-note.tsx';
import { saveFile } from '../../ui/save-file.ts';
import { StateBadge } from '../../ui/state-badge.tsx';

type Submission = Schemas['VerifactuSubmission'];
const once = () => ({ 'Idempotency-Key': crypto.randomUUID() });

/** Records in files that a person takes to AEAT, and what AEAT answered. */
export function VerifactuSubmissions() {
  const t = useT();
  const can = useCan();
  const { data, error } = $api.useQuery('get', '/verifactu/submissions', {});
  const items = data?.items ?? [];
  return (
    <Stack gap="sm">
      <h3>{t('einvoice.submissions.title')}</h3>
      <p className="dimmed">{t('einvoice.submissions.text')}</p>
      <ProblemNote error={error} />
      {can('createVerifactuSubmission') && <Prepare />}
      {items.length > 0 && (
        <LinesTable
          heads={[
            t('einvoice.submissions.records'),
            t('einvoice.submissions.made'),
            t('einvoice.submissions.reference'),
            t('einvoice.submissions.state'),
            '',
          ]}
        >
          <tbody>
            {items.map((submission) => (
              <Row key={submission.id} submission={submission} />
            ))}
          </tbody>
        </LinesTable>
      )}
    </Stack>
  );
}

function Prepare() {
  const t = useT();
  const queries = useQueryClient();
  const [reference, setReference] = useState('');
  const [ends, setEnds] = useState(false);
  const [range, setRange] = useState<{ from?: number; to?: number }>({});
  const prepare = useMutation({
    mutationFn: () =>
      api
        .POST('/verifactu/submissions', { params: { header: once() }, body: { ...range, reference, ...(ends ? { ends } : {}) } })
        .then(dataOf),
    onSuccess: () => queries.invalidateQueries(),
  });
  return (
    <>
      <Group align="end" gap="sm">
        <TextInput
          label={t('einvoice.submissions.reference')}
          value={reference}
          maxLength={18}
          required
          onChange={(event) => setReference(event.currentTarget.value.trim())}
        />
        {(['from', 'to'] as const).map((end) => (
          <NumberInput
            key={end}
            label={t(`einvoice.submissions.${end}`)}
            value={range[end] ?? ''}
            {...{ min: 1, max: 999_999_999, allowDecimal: false, hideControls: true, w: 140 }}
            onChange={(value) => setRange(({ [end]: _, ...rest }) => (typeof value === 'number' ? { ...rest, [end]: value } : rest))}
          />
        ))}
        <Checkbox label={t('einvoice.submissions.ends')} checked={ends} onChange={(event) => setEnds(event.currentTarget.checked)} />
        <Button variant="default" disabled={reference === ''} loading={prepare.isPending} onClick={() => prepare.mutate()}>
          {t('einvoice.submissions.prepare')}
        </Button>
      </Group>
      <ProblemNote error={prepare.error} />
    </>
  );
}

function Row({ submission }: { readonly submission: Submission }) {
  const t = useT();
  const { date } = useFormats();
  const { id, first, last, madeOn, reference, state, answer, address } = submission;
  return (
    <tr>
      <th scope="row">
        {first}–{last}
      </th>
      <td className="nowrap">{date(madeOn)}</td>
      <td>{reference}</td>
      <td>
        <div>
          <StateBadge kind="verifactu-submission" state={state} />
          {(state === 'prepared' || state === 'sent') && (
            <div className="dimmed" style={{ overflowWrap: 'anywhere' }}>
              {t('einvoice.submissions.address', { address })}
            </div>
          )}
          {answer && <Findings id={id} counts={answer.counts} />}
        </div>
      </td>
      <td>
        <Steps submission={submission} />
      </td>
    </tr>
  );
}

/** How many records AEAT said something of; what it said, once somebody asks for it. */
function Findings({ id, counts }: { readonly id: string; readonly counts: NonNullable<Submission['answer']>['counts'] }) {
  const t = useT();
  const [open, setOpen] = useState(false);
  const { data, error } = $api.useQuery(
    'get',
    '/verifactu/submissions/{submissionId}/findings',
    { params: { path: { submissionId: id } } },
    { enabled: open },
  );
  const told = STATES.filter((state) => counts[state] > 0).map(
    (state) => `${t(`einvoice.submissions.deliveries.${state}`)}: ${counts[state]}`,
  );
  if (told.length === 0) return null;
  return (
    <>
      <div className="dimmed">{told.join(' · ')}</div>
      {!open && (
        <Button variant="subtle" size="compact-sm" onClick={() => setOpen(true)}>
          {t('einvoice.submissions.findings')}
        </Button>
      )}
      <ProblemNote error={error} />
      {data?.items.map(({ place, code = '', text = '' }) => (
        <div key={place} className="dimmed">
          {t('einvoice.submissions.finding', { place, code, text })}
        </div>
      ))}
    </>
  );
}
const STATES = ['rejected', 'accepted-with-errors', 'accepted', 'cancelled'] as const;

/** Saving the file, saying that it was taken there, and taking the answer. */
function Steps({ submission: { id, state } }: { readonly submission: Submission }) {
  const t = useT();
  const can = useCan();
  const queries = useQueryClient();
  const params = { path: { submissionId: id } };
  const save = useMutation({
    mutationFn: async () => {
      const { content, contentType, fileName } = await api.GET('/verifactu/submissions/{submissionId}/file', { params }).then(dataOf);
      saveFile(new Blob([Uint8Array.from(atob(content), (letter) => letter.charCodeAt(0))], { type: contentType }), fileName);
    },
  });
  const onSuccess = () => queries.invalidateQueries();
  const send = useMutation({
    mutationFn: () =>
      api.POST('/verifactu/submissions/{submissionId}/sending', { params: { ...params, header: once() }, body: {} }).then(dataOf),
    onSuccess,
  });
  const discard = useMutation({
    mutationFn: () =>
      api.POST('/verifactu/submissions/{submissionId}/disposal', { params: { ...params, header: once() }, body: {} }).then(dataOf),
    onSuccess,
  });
  const take = useMutation({
    mutationFn: async (chosen: File) => {
      const file = base64Of(new Uint8Array(await chosen.arrayBuffer()));
      return api
        .POST('/verifactu/submissions/{submissionId}/answer', { params: { ...params, header: once() }, body: { file } })
        .then(dataOf);
    },
    onSuccess,
  });
  const open = state === 'prepared' || state === 'sent';
  return (
    <>
      <Group gap="xs">
        <Button variant="subtle" size="compact-sm" loading={save.isPending} onClick={() => save.mutate()}>
          {t('einvoice.submissions.file')}
        </Button>
        {state === 'prepared' && can('sendVerifactuSubmission') && (
          <Button variant="subtle" size="compact-sm" loading={send.isPending} onClick={() => send.mutate()}>
            {t('einvoice.submissions.send')}
          </Button>
        )}
        {state === 'prepared' && can('discardVerifactuSubmission') && (
          <Button variant="subtle" color="red" size="compact-sm" loading={discard.isPending} onClick={() => discard.mutate()}>
            {t('einvoice.submissions.discard')}
          </Button>
        )}
        {open && can('answerVerifactuSubmission') && (
          <FileButton accept=".xml,text/xml,application/xml" onChange={(chosen) => chosen && take.mutate(chosen)}>
            {(props) => (
              <Button {...props} variant="subtle" size="compact-sm" loading={take.isPending}>
                {t('einvoice.submissions.answer')}
              </Button>
            )}
          </FileButton>
        )}
      </Group>
      <ProblemNote error={save.error ?? send.error ?? discard.error ?? take.error} />
    </>
  );
}

const base64Of = (bytes: Uint8Array): string => btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
