import { ActionIcon, Button, FileButton, Progress } from '@mantine/core';
import { useRef, useState } from 'react';
import { api, dataOf } from '../api/client.ts';
import { upload } from '../api/upload.ts';
import { useFormats } from '../i18n/format.ts';
import { useT } from '../i18n/i18n.ts';
import { usePerson } from '../session/session.ts';
import { IconPaperclip, IconTrash } from '../ui/icons.ts';
import { ProblemNote } from '../ui/problem-note.tsx';
import { StateBadge } from '../ui/state-badge.tsx';
import { type Attachment, useShown } from './activity.ts';
import { useFileDrop } from './file-drop.ts';
import { FileLink } from './file-link.tsx';
import styles from './notes.module.css';
import { Removal } from './removal.tsx';

/** The files of a record; more are dropped here, or chosen. */
export function Attachments({ record, files }: { readonly record: string; readonly files: readonly Attachment[] }) {
  const t = useT();
  const zone = useRef<HTMLDivElement>(null);
  const reset = useRef<() => void>(null);
  const { sent, fault, send } = useSending(record);
  const over = useFileDrop(zone, send);
  return (
    <div ref={zone} className={styles.files} data-over={over || undefined}>
      {files.length > 0 && (
        <ul>
          {files.map((file) => (
            <File key={file.id} file={file} record={record} />
          ))}
        </ul>
      )}
      {[...sent].map(([name, share]) => (
        <div key={name}>
          <small>{name}</small>
          <Progress.Root>
            <Progress.Section value={share * 100} aria-label={t('notes.files.sending', { name })} />
          </Progress.Root>
        </div>
      ))}
      <ProblemNote error={fault} />
      <div className={styles.buttons}>
        <FileButton
          multiple
          resetRef={reset}
          onChange={(chosen) => {
            send(chosen);
            reset.current?.();
          }}
        >
          {(button) => (
            <Button {...button} size="compact-md" variant="default" leftSection={<IconPaperclip size={16} aria-hidden />}>
              {t('notes.files.add')}
            </Button>
          )}
        </FileButton>
        <small className="dimmed">{t('notes.files.hint')}</small>
      </div>
    </div>
  );
}

function File({ file, record }: { readonly file: Attachment; readonly record: string }) {
  const t = useT();
  const { megabytes, whole } = useFormats();
  const shown = useShown(record);
  const { email } = usePerson();
  const [removing, setRemoving] = useState(false);
  const { id, fileName, bytes, state, fault, createdBy } = file;
  const size = bytes < 104_858 ? t('notes.files.kilobytes', { size: whole(Math.ceil(bytes / 1024)) }) : megabytes(bytes);
  return (
    <li>
      <span className={styles.name}>
        <FileLink file={file} /> <small className="dimmed">{size}</small>
        {fault && <small className={styles.fault}>{t(`notes.files.faults.${fault}`)}</small>}
      </span>
      {state !== 'clean' && <StateBadge kind="attachment" state={state} />}
      {createdBy === email && (
        <ActionIcon size="sm" aria-label={t('notes.files.remove', { name: fileName })} onClick={() => setRemoving(true)}>
          <IconTrash size={15} />
        </ActionIcon>
      )}
      {removing && (
        <Removal
          title={t('notes.files.remove', { name: fileName })}
          text={t('notes.files.removal')}
          remove={() => api.DELETE('/attachments/{attachmentId}', { params: { path: { attachmentId: id } } })}
          onDone={() => shown(({ files }) => ({ files: files.filter((other) => other.id !== id) }))}
          onClose={() => setRemoving(false)}
        />
      )}
    </li>
  );
}

/** Sends files one after the other, and tells how much of each has gone. */
function useSending(record: string) {
  const shown = useShown(record);
  const [sent, setSent] = useState<ReadonlyMap<string, number>>(new Map());
  const [fault, setFault] = useState<unknown>();
  const one = async (file: File) => {
    const note = (share: number | undefined) =>
      setSent((before) => {
        const after = new Map(before);
        if (share === undefined) after.delete(file.name);
        else after.set(file.name, share);
        return after;
      });
    try {
      note(0);
      const answer = await api.POST('/attachments', {
        params: { header: { 'Idempotency-Key': crypto.randomUUID() } },
        body: { record, fileName: file.name, bytes: file.size },
      });
      const { upload: link, ...attachment } = dataOf(answer);
      await upload(link.url, file, (bytes) => note(bytes / file.size)).done;
      shown(({ files }) => ({ files: [...files.filter(({ id }) => id !== attachment.id), attachment], following: true }));
    } finally {
      note(undefined);
    }
  };
  const send = async (files: readonly File[]) => {
    setFault(undefined);
    // One that fails keeps no other back; the last refusal is shown.
    for (const file of files) await one(file).catch(setFault);
  };
  return { sent, fault, send: (files: readonly File[]) => void send(files) };
}
