import { Button } from '@mantine/core';
import { useState } from 'react';
import { api } from '../api/client.ts';
import { useFormats } from '../i18n/format.ts';
import { useT } from '../i18n/i18n.ts';
import { usePerson } from '../session/session.ts';
import { Actor } from '../ui/actor.tsx';
import { type Note, useShown } from './activity.ts';
import { NoteField } from './note-field.tsx';
import styles from './notes.module.css';
import { Removal } from './removal.tsx';

/** A note among the steps of its record; its author can change and delete it. */
export function NoteItem({ note }: { readonly note: Note }) {
  const t = useT();
  const { moment } = useFormats();
  const { email } = usePerson();
  const shown = useShown(note.record);
  const [doing, setDoing] = useState<'change' | 'remove'>();
  const stop = () => setDoing(undefined);
  const { id, text, createdAt, createdBy, rev } = note;
  if (doing === 'change')
    return (
      <NoteField
        record={note.record}
        note={note}
        onClose={stop}
        onDone={(changed) => {
          stop();
          shown(({ notes }) => ({ notes: notes.map((other) => (other.id === id ? changed : other)) }));
        }}
      />
    );
  return (
    <>
      <p className={styles.text}>{text}</p>
      <small>
        <Actor by={createdBy} /> · <time dateTime={createdAt}>{moment(createdAt)}</time>
        {rev > 1 && ` · ${t('notes.changed')}`}
      </small>
      {createdBy === email && (
        <span className="no-print">
          <Button size="compact-xs" variant="subtle" onClick={() => setDoing('change')}>
            {t('notes.edit')}
          </Button>
          <Button size="compact-xs" variant="subtle" onClick={() => setDoing('remove')}>
            {t('notes.delete')}
          </Button>
        </span>
      )}
      {doing === 'remove' && (
        <Removal
          title={t('notes.deleteTitle')}
          text={t('notes.deletion')}
          remove={() => api.DELETE('/notes/{noteId}', { params: { path: { noteId: id } } })}
          onDone={() => shown(({ notes }) => ({ notes: notes.filter((other) => other.id !== id) }))}
          onClose={stop}
        />
      )}
    </>
  );
}
