import { Button, Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useState } from 'react';
import { $api, api, dataOf, type Schemas } from '../../api/client.ts';
import { FormDialog } from '../../form/form-dialog.tsx';
import { today, useFormats } from '../../i18n/format.ts';
import { useT } from '../../i18n/i18n.ts';
import lists from '../../list/list.module.css';
import { Section } from '../../record/record-page.tsx';
import { DateField } from '../../ui/date-field.tsx';
import { Notice } from '../../ui/notice.tsx';
import { ProblemNote } from '../../ui/problem-note.tsx';
import { useTitle } from '../../ui/title.ts';
import { EmployeePicker } from '../people/employee-picker.tsx';
import styles from './development.module.css';

type Talk = Schemas['OneToOneRow'];

/** Talks of two: only the two see them. */
export function Screen() {
  const t = useT();
  useTitle(t('menu.talks'));
  const { date } = useFormats();
  const [adding, setAdding] = useState(false);
  const [noted, note] = useState<Talk>();
  const { data: clock } = $api.useQuery('get', '/time/clock');
  const { data, error } = $api.useQuery('get', '/development/talks');
  const talks = data?.items ?? [];
  const self = clock?.employeeId;
  return (
    <div className={lists.list}>
      <div className={lists.head}>
        <h1 id="list-title">{t('menu.talks')}</h1>
        <div className={lists.actions}>
          <Button onClick={() => setAdding(true)}>{t('development.talk.new')}</Button>
        </div>
      </div>
      <p className="dimmed">{t('development.talk.private')}</p>
      <ProblemNote error={error} />
      {data && talks.length === 0 && <Notice title={t('development.talk.empty.title')} text={t('development.talk.empty.text')} />}
      {talks.map((talk) => (
        <Section
          key={`${talk.employeeId}/${talk.place}`}
          title={t('development.talk.with', { name: talk.employeeId === self ? talk.managerName : talk.name, date: date(talk.on) })}
          actions={
            <Button size="compact-sm" variant="default" onClick={() => note(talk)}>
              {t('development.talk.note')}
            </Button>
          }
        >
          <Notes talk={talk} />
        </Section>
      ))}
      {adding && <TalkDialog self={self} onClose={() => setAdding(false)} />}
      {noted && <NoteDialog talk={noted} onClose={() => note(undefined)} />}
    </div>
  );
}

function Notes({ talk: { topics, notes } }: { readonly talk: Talk }) {
  const t = useT();
  const { moment } = useFormats();
  return (
    <>
      {topics && <p className={styles.text}>{topics}</p>}
      {notes.length === 0 && <p className="dimmed">{t('development.talk.noNotes')}</p>}
      <ul className={styles.answers}>
        {notes.map(({ by, at, text }) => (
          <li key={at}>
            <p className={styles.text}>{text}</p>
            <small className="dimmed">
              {by}, {moment(at)}
            </small>
          </li>
        ))}
      </ul>
    </>
  );
}

function TalkDialog({ self, onClose }: { readonly self: string | undefined; readonly onClose: () => void }) {
  const t = useT();
  const [whom, choose] = useState<Pick<Schemas['EmployeeRow'], 'id' | 'name' | 'position'>>();
  const form = useForm({
    initialValues: { employeeId: '', on: today(), topics: '' },
    validate: { employeeId: () => (whom || self ? null : t('forms.wrong')) },
  });
  return (
    <FormDialog
      title={t('development.talk.new')}
      form={form}
      send={({ on, topics }, key) =>
        api
          .POST('/development/employees/{employeeId}/talks', {
            params: { path: { employeeId: whom?.id ?? self ?? '' }, header: { 'Idempotency-Key': key } },
            body: { on, ...(topics.trim() ? { topics } : {}) },
          })
          .then(dataOf)
      }
      done={() => t('development.talk.done')}
      onClose={onClose}
    >
      <EmployeePicker
        label={self ? t('development.talk.whom') : t('development.employee')}
        value={whom}
        onChange={choose}
        error={form.errors.employeeId}
        path="employeeId"
      />
      <DateField
        label={t('development.talk.on')}
        required
        value={form.values.on}
        onChange={(on) => form.setFieldValue('on', on)}
        data-path="on"
      />
      <Textarea label={t('development.talk.topics')} autosize minRows={3} maxLength={2000} {...form.getInputProps('topics')} />
    </FormDialog>
  );
}

function NoteDialog({ talk: { employeeId, place }, onClose }: { readonly talk: Talk; readonly onClose: () => void }) {
  const t = useT();
  const form = useForm({
    initialValues: { text: '' },
    validate: { text: (text) => (text.trim() === '' ? t('forms.wrong') : null) },
  });
  return (
    <FormDialog
      title={t('development.talk.note')}
      form={form}
      send={({ text }, key) =>
        api
          .POST('/development/employees/{employeeId}/talks/{place}/notes', {
            params: { path: { employeeId, place }, header: { 'Idempotency-Key': key } },
            body: { text },
          })
          .then(dataOf)
      }
      done={() => t('development.talk.noted')}
      onClose={onClose}
    >
      <Textarea
        label={t('development.talk.text')}
        required
        autosize
        minRows={4}
        maxLength={2000}
        data-autofocus
        {...form.getInputProps('text')}
      />
    </FormDialog>
  );
}
