import { Button } from '@mantine/core';
import { useState } from 'react';
import { api, dataOf } from '../api/client.ts';
import { useT } from '../i18n/i18n.ts';
import { Section } from '../record/record-page.tsx';
import { IconBell } from '../ui/icons.ts';
import { ProblemNote } from '../ui/problem-note.tsx';
import { type Activity, useReadHere, useShown } from './activity.ts';
import { Attachments } from './attachments.tsx';
import { NoteField } from './note-field.tsx';
import styles from './notes.module.css';
import { Tags } from './tags.tsx';

/** What people add to a record: notes, files, tags; and whether they follow it. */
export function NotesPanel({ record, activity }: { readonly record: string; readonly activity: Activity }) {
  const t = useT();
  const shown = useShown(record);
  useReadHere(record);
  return (
    <div className="no-print">
      <Section title={t('notes.title')} actions={<Follow record={record} activity={activity} />}>
        <div className={styles.panel}>
          <Tags record={record} tags={activity.tags} />
          <NoteField
            record={record}
            onDone={(note) => shown(({ notes }) => ({ notes: [note, ...notes.filter(({ id }) => id !== note.id)], following: true }))}
          />
          <Attachments record={record} files={activity.files} />
        </div>
      </Section>
    </div>
  );
}

function Follow({ record, activity: { following, followers } }: { readonly record: string; readonly activity: Activity }) {
  const t = useT();
  const shown = useShown(record);
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<unknown>();
  const names = followers.map(({ name }) => name).join(', ');
  const turn = () => {
    setBusy(true);
    setFault(undefined);
    api
      .PUT('/followers', { body: { record, following: !following } })
      .then((answer) => shown(() => ({ following: dataOf(answer).following })))
      .catch(setFault)
      .finally(() => setBusy(false));
  };
  return (
    <>
      <Button
        size="compact-sm"
        variant={following ? 'light' : 'default'}
        leftSection={<IconBell size={15} aria-hidden />}
        aria-pressed={following}
        title={names ? t('notes.followers', { names }) : t('notes.noFollowers')}
        loading={busy}
        onClick={turn}
      >
        {t(following ? 'notes.following' : 'notes.follow')}
      </Button>
      <ProblemNote error={fault} />
    </>
  );
}
