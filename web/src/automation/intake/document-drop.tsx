import { Button } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { type DragEvent, useRef, useState } from 'react';
import { MAX_DOCUMENT_BYTES } from '#domain/automation/intake/file-type.ts';
import { api, dataOf } from '../../api/client.ts';
import { upload } from '../../api/upload.ts';
import { useT } from '../../i18n/i18n.ts';
import { useCan } from '../../session/session.ts';
import { IconFileUpload } from '../../ui/icons.ts';
import { ProblemNote } from '../../ui/problem-note.tsx';

/** A button that takes files: chosen, dropped on it, or (on a phone) photographed. Each is sent by itself, three at a time. */
export function DocumentDrop() {
  const t = useT();
  const input = useRef<HTMLInputElement>(null);
  const { sent, all, fault, send } = useSending();
  const can = useCan();
  if (!can('createDocument')) return null;
  const drop = (event: DragEvent) => {
    event.preventDefault();
    send([...event.dataTransfer.files]);
  };
  return (
    <>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        aria-label={t('documents.add')}
        onChange={({ currentTarget }) => {
          send([...(currentTarget.files ?? [])]);
          currentTarget.value = '';
        }}
      />
      <Button
        leftSection={<IconFileUpload size={18} aria-hidden />}
        loading={sent < all}
        onClick={() => input.current?.click()}
        onDragOver={(event) => event.preventDefault()}
        onDrop={drop}
      >
        {t('documents.add')}
      </Button>
      <span role="status" className={sent < all ? 'dimmed' : 'unseen'}>
        {all > 0 && t('documents.sent', { sent, all })}
      </span>
      <ProblemNote error={fault} />
    </>
  );
}

/** Files that are on their way together. */
const TOGETHER = 3;

function useSending() {
  const queries = useQueryClient();
  const [sent, setSent] = useState(0);
  const [all, setAll] = useState(0);
  const [fault, setFault] = useState<unknown>();
  const send = async (files: readonly File[]) => {
    setFault(undefined);
    setSent(0);
    setAll(files.length);
    const left = [...files];
    const work = async () => {
      for (let file = left.shift(); file; file = left.shift()) {
        await sendOne(file).catch(setFault);
        setSent((count) => count + 1);
      }
    };
    await Promise.all(Array.from({ length: TOGETHER }, work));
    await queries.invalidateQueries({ queryKey: ['list', 'documents'] });
  };
  return { sent, all, fault, send: (files: readonly File[]) => void send(files) };
}

async function sendOne(file: File): Promise<void> {
  const body = { fileName: file.name, bytes: Math.min(file.size, MAX_DOCUMENT_BYTES + 1) };
  const { upload: link } = await api
    .POST('/documents', { params: { header: { 'Idempotency-Key': crypto.randomUUID() } }, body })
    .then(dataOf);
  // How far all of them are is shown, not each.
  await upload(link.url, file, () => undefined).done;
}
