import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useRef, useState } from 'react';
import { MAX_DOCUMENT_BYTES } from '#domain/automation/intake/file-danger.ts';
import { api, dataOf } from '../../api/client.ts';
import { upload } from '../../api/upload.ts';

/** A file on its way: how much of it has gone, and why it went no further. */
export interface SentFile {
  readonly id: number;
  readonly file: File;
  readonly percent: number;
  readonly state: 'waiting' | 'sending' | 'sent' | 'failed';
  readonly fault?: unknown;
  /** Why it is not even sent. */
  readonly refused?: 'empty' | 'too_large';
}

export interface FileQueue {
  readonly files: readonly SentFile[];
  readonly send: (files: readonly File[]) => void;
  readonly again: (id: number) => void;
  readonly clear: () => void;
}

/** Files that are on their way together. */
const TOGETHER = 3;

/** Sends files one by one, three at a time: what one of them meets stops no other, and it can be sent again. */
export function useFileQueue(): FileQueue {
  const queries = useQueryClient();
  const [files, setFiles] = useState<readonly SentFile[]>([]);
  const queue = useRef<SentFile[]>([]);
  const working = useRef(0);
  const last = useRef(0);
  const note = useCallback(
    (id: number, change: Partial<SentFile>) => setFiles((all) => all.map((each) => (each.id === id ? { ...each, ...change } : each))),
    [],
  );
  const work = useCallback(async () => {
    working.current += 1;
    for (let next = queue.current.shift(); next; next = queue.current.shift()) {
      const { id, file } = next;
      note(id, { state: 'sending', percent: 0, fault: undefined });
      await sendOne(file, (percent) => note(id, { percent })).then(
        () => note(id, { state: 'sent', percent: 100 }),
        (fault: unknown) => note(id, { state: 'failed', fault }),
      );
      await queries.invalidateQueries({ queryKey: ['list', 'documents'] });
    }
    working.current -= 1;
  }, [note, queries]);
  const enqueue = useCallback(
    (added: readonly SentFile[]) => {
      queue.current.push(...added);
      for (let free = Math.min(TOGETHER - working.current, added.length); free > 0; free -= 1) void work();
    },
    [work],
  );
  return {
    files,
    send: (chosen) => {
      const added = chosen.map((file): SentFile => {
        last.current += 1;
        const refused = file.size === 0 ? 'empty' : file.size > MAX_DOCUMENT_BYTES ? 'too_large' : undefined;
        return { id: last.current, file, percent: 0, ...(refused ? { state: 'failed', refused } : { state: 'waiting' }) };
      });
      setFiles((all) => [...all.filter(({ state }) => state !== 'sent'), ...added]);
      enqueue(added.filter(({ state }) => state === 'waiting'));
    },
    again: (id) => {
      const failed = files.find((each) => each.id === id && each.state === 'failed');
      if (failed) enqueue([failed]);
    },
    clear: () => setFiles((all) => all.filter(({ state }) => state === 'waiting' || state === 'sending')),
  };
}

async function sendOne(file: File, note: (percent: number) => void): Promise<void> {
  const body = { fileName: file.name.slice(-120), bytes: file.size };
  const { upload: link } = await api
    .POST('/documents', { params: { header: { 'Idempotency-Key': crypto.randomUUID() } }, body })
    .then(dataOf);
  await upload(link.url, file, (bytes) => note(Math.floor((bytes / Math.max(1, file.size)) * 100))).done;
}
