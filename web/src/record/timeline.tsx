import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { api, dataOf } from '../api/client.ts';
import { useFormats } from '../i18n/format.ts';
import { useT } from '../i18n/i18n.ts';
import { type Activity, type Attachment, useActivity, useShown } from '../notes/activity.ts';
import { FileLink } from '../notes/file-link.tsx';
import { NoteItem } from '../notes/note-item.tsx';
import { NotesPanel } from '../notes/panel.tsx';
import { Actor } from '../ui/actor.tsx';
import { ProblemNote } from '../ui/problem-note.tsx';
import styles from './record.module.css';
import { Section } from './record-page.tsx';

type Step = Activity['steps'][number];

/** Notes, files, tags and followers of a record, and who did and wrote what about it, newest first. One request, whatever its kind. */
export function Timeline({ id }: { readonly id: string }) {
  const t = useT();
  const { data, error } = useActivity(id);
  return (
    <>
      {data && <NotesPanel record={id} activity={data} />}
      <Section title={t('records.timeline')}>
        <ProblemNote error={error} />
        <ol className={styles.timeline}>{data && momentsOf(data).map(({ key, body }) => <li key={key}>{body}</li>)}</ol>
        {data?.nextCursor && <Older id={id} cursor={data.nextCursor} />}
      </Section>
    </>
  );
}

/** Steps, notes and files in order of time, newest first. */
function momentsOf({ steps, notes, files }: Activity): { at: string; key: string; body: ReactNode }[] {
  const all = [
    ...steps.map((step) => ({ at: step.at, key: String(step.rev), body: <StepItem step={step} /> })),
    ...notes.map((note) => ({ at: note.createdAt, key: note.id, body: <NoteItem note={note} /> })),
    ...files.map((file) => ({ at: file.createdAt, key: file.id, body: <FileItem file={file} /> })),
  ];
  // Of one instant the later step is the newer.
  return all.reverse().sort((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0));
}

/** Rounds call their steps as their files: `remind-customers`. */
const named = (action: string): string => action.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());

function StepItem({ step: { at, by, action, was } }: { readonly step: Step }) {
  const t = useT();
  const { moment } = useFormats();
  const nameOf = (field: string) => t(`records.fields.${field}` as 'records.fields.name', { defaultValue: field });
  return (
    <>
      <b>{t(`records.did.${named(action)}` as 'records.did.placeOrder', { defaultValue: action })}</b>
      <small>
        <Actor by={by} /> · <time dateTime={at}>{moment(at)}</time>
      </small>
      {was && <small>{t('records.was', { fields: Object.keys(was).map(nameOf).join(', ') })}</small>}
    </>
  );
}

function FileItem({ file }: { readonly file: Attachment }) {
  const t = useT();
  const { moment } = useFormats();
  return (
    <>
      <b>{t('records.did.createAttachment')}</b> <FileLink file={file} />
      <small>
        {file.createdBy} · <time dateTime={file.createdAt}>{moment(file.createdAt)}</time>
      </small>
    </>
  );
}

/** Of a record with more than a hundred notes, the next hundred. */
function Older({ id, cursor }: { readonly id: string; readonly cursor: string }) {
  const t = useT();
  const shown = useShown(id);
  const more = async () => {
    const { notes, nextCursor } = dataOf(await api.GET('/activity', { params: { query: { record: id, cursor } } }));
    shown((before) => ({ notes: [...before.notes, ...notes], nextCursor: nextCursor as string }));
  };
  return (
    <Button size="compact-sm" variant="default" onClick={() => void more()}>
      {t('notes.older')}
    </Button>
  );
}
