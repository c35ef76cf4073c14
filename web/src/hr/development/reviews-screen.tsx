import { Button, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { $api, api, dataOf, type Schemas } from '../../api/client.ts';
import { FormDialog } from '../../form/form-dialog.tsx';
import { useFormats } from '../../i18n/format.ts';
import { useT } from '../../i18n/i18n.ts';
import lists from '../../list/list.module.css';
import { Section } from '../../record/record-page.tsx';
import { RowsTable } from '../../record/rows-table.tsx';
import { useCan } from '../../session/session.ts';
import { DateField } from '../../ui/date-field.tsx';
import { Notice } from '../../ui/notice.tsx';
import { ProblemNote } from '../../ui/problem-note.tsx';
import { StateBadge } from '../../ui/state-badge.tsx';
import { useTitle } from '../../ui/title.ts';
import { RatingSelect } from './rating-select.tsx';

type PeerRequest = Schemas['PeerRequestRow'];

/** Cycles of reviews: one's own review in each, whom one leads, and whom one is asked about. */
export function Screen() {
  const t = useT();
  const can = useCan();
  useTitle(t('menu.reviews'));
  const [adding, setAdding] = useState(false);
  return (
    <div className={lists.list}>
      <div className={lists.head}>
        <h1 id="list-title">{t('menu.reviews')}</h1>
        <div className={lists.actions}>
          {can('createReviewCycle') && <Button onClick={() => setAdding(true)}>{t('development.review.newCycle')}</Button>}
        </div>
      </div>
      <PeerRequests />
      <Cycles />
      {adding && <CycleDialog onClose={() => setAdding(false)} />}
    </div>
  );
}

function Cycles() {
  const t = useT();
  const { date } = useFormats();
  const { data: clock } = $api.useQuery('get', '/time/clock');
  const { data, error } = $api.useQuery('get', '/development/cycles', { params: { query: { limit: '50' } } } as never);
  const cycles = (data?.items ?? []) as readonly Schemas['ReviewCycleRow'][];
  const own = (id: string) => `/development/reviews/${id}/${clock?.employeeId}`;
  if (error) return <ProblemNote error={error} />;
  if (data && cycles.length === 0) return <Notice title={t('development.review.empty.title')} text={t('development.review.empty.text')} />;
  return (
    <Section title={t('development.review.cycles')}>
      {cycles.length > 0 && (
        <RowsTable
          rows={cycles}
          columns={[
            [t('development.review.cycle'), ({ id, title }) => <Link to={`/development/reviews/${id}` as never}>{title}</Link>],
            [t('development.review.period'), ({ from, to }) => `${date(from)} – ${date(to)}`],
            [t('development.review.due'), ({ due }) => date(due), 'nowrap'],
            [t('lists.columns.state'), ({ phase }) => <StateBadge kind="review-cycle" state={phase} />],
            [
              t('development.review.mine'),
              ({ id, title }) =>
                clock?.employeeId && (
                  <Link to={own(id) as never} aria-label={`${t('development.review.openMine')}: ${title}`}>
                    {t('development.review.openMine')}
                  </Link>
                ),
            ],
          ]}
        />
      )}
    </Section>
  );
}

/** Colleagues about whom one is asked. */
function PeerRequests() {
  const t = useT();
  const { date } = useFormats();
  const [answered, answer] = useState<PeerRequest>();
  const { data } = $api.useQuery('get', '/development/peer-requests');
  const requests = data?.items ?? [];
  if (requests.length === 0) return null;
  return (
    <Section title={t('development.peers.asked')}>
      <RowsTable
        rows={requests}
        columns={[
          [t('development.employee'), ({ name }) => name],
          [t('development.review.cycle'), ({ cycle }) => cycle],
          [t('development.review.due'), ({ due }) => date(due), 'nowrap'],
          [
            t('development.steps'),
            (request) => (
              <Button size="compact-sm" onClick={() => answer(request)} aria-label={`${t('development.peers.answer')}: ${request.name}`}>
                {t('development.peers.answer')}
              </Button>
            ),
          ],
        ]}
      />
      {answered && <AnswerDialog request={answered} onClose={() => answer(undefined)} />}
    </Section>
  );
}

function AnswerDialog({ request: { id, name }, onClose }: { readonly request: PeerRequest; readonly onClose: () => void }) {
  const t = useT();
  const form = useForm({
    initialValues: { rating: '3', strengths: '', improvements: '' },
    validate: { strengths: (text) => (text.trim() === '' ? t('forms.wrong') : null) },
  });
  return (
    <FormDialog
      title={t('development.peers.about', { name })}
      confirm={t('development.peers.send')}
      form={form}
      send={({ rating, strengths, improvements }, key) =>
        api
          .POST('/development/peer-requests/{peerRequestId}/answer', {
            params: { path: { peerRequestId: id }, header: { 'Idempotency-Key': key } },
            body: { rating: Number(rating), strengths, ...(improvements.trim() ? { improvements } : {}) },
          })
          .then(dataOf)
      }
      done={() => t('development.peers.done')}
      onClose={onClose}
    >
      <p className="dimmed">{t('development.peers.anonymous')}</p>
      <RatingSelect {...form.getInputProps('rating')} />
      <Textarea
        label={t('development.peers.strengths')}
        required
        autosize
        minRows={3}
        maxLength={2000}
        {...form.getInputProps('strengths')}
      />
      <Textarea label={t('development.peers.improvements')} autosize minRows={3} maxLength={2000} {...form.getInputProps('improvements')} />
    </FormDialog>
  );
}

function CycleDialog({ onClose }: { readonly onClose: () => void }) {
  const t = useT();
  const needed = (value: string) => (value.trim() === '' ? t('forms.wrong') : null);
  const form = useForm({
    initialValues: { title: '', from: '', to: '', due: '', department: '' },
    validate: { title: needed, from: needed, to: needed, due: needed },
  });
  const day = (name: 'from' | 'to' | 'due') => ({
    value: form.values[name],
    onChange: (on: string) => form.setFieldValue(name, on),
    error: form.errors[name],
    required: true,
    'data-path': name,
  });
  return (
    <FormDialog
      title={t('development.review.newCycle')}
      form={form}
      send={({ department, ...values }, key) =>
        api
          .POST('/development/cycles', {
            params: { header: { 'Idempotency-Key': key } },
            body: { ...values, ...(department.trim() ? { department } : {}) },
          })
          .then(dataOf)
      }
      done={({ title }) => t('development.saved', { name: title })}
      onClose={onClose}
    >
      <TextInput label={t('development.review.cycle')} required maxLength={80} data-autofocus {...form.getInputProps('title')} />
      <DateField label={t('development.review.from')} {...day('from')} />
      <DateField label={t('development.review.to')} {...day('to')} />
      <DateField label={t('development.review.due')} {...day('due')} />
      <TextInput
        label={t('employees.department')}
        description={t('development.review.everybody')}
        maxLength={80}
        {...form.getInputProps('department')}
      />
    </FormDialog>
  );
}
