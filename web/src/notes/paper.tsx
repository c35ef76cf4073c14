import { Button, Loader, NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api, dataOf } from '../api/client.ts';
import { useT } from '../i18n/i18n.ts';
import record from '../record/record.module.css';
import { Section } from '../record/record-page.tsx';
import { ProblemNote } from '../ui/problem-note.tsx';
import { type Attachment, useActivity } from './activity.ts';
import styles from './notes.module.css';

/** What a browser shows by itself, and runs nothing of. The server has told the type by the bytes. */
const SHOWN_TYPES: readonly string[] = ['application/pdf', 'image/png', 'image/jpeg', 'image/webp'];

/** The file from memory, as what it was found to be: its link saves it, whatever asks for it. */
async function blobOf({ id, contentType = '' }: Attachment, signal: AbortSignal): Promise<string> {
  const { url } = dataOf(await api.GET('/attachments/{attachmentId}/link', { params: { path: { attachmentId: id } } }));
  const answer = await fetch(url, { signal });
  if (!answer.ok) throw new Error(`The file's store answered ${answer.status}.`);
  return URL.createObjectURL(new Blob([await answer.arrayBuffer()], { type: contentType }));
}

interface Props {
  readonly id: string;
  readonly shown: boolean;
  readonly onShow: (shown: boolean) => void;
}

/** The paper of a record from among its files, beside what was entered of it. */
export function Paper({ id, shown, onShow }: Props) {
  const t = useT();
  const { data } = useActivity(id);
  const files = (data?.files ?? []).filter(({ state, contentType }) => state === 'clean' && SHOWN_TYPES.includes(contentType ?? ''));
  const [chosen, setChosen] = useState<string>();
  const file = files.find((each) => each.id === chosen) ?? files[0];
  return (
    <Section
      title={t('notes.paper.title')}
      printed={false}
      actions={
        file && (
          <Button variant="default" size="compact-md" aria-expanded={shown} onClick={() => onShow(!shown)}>
            {t(shown ? 'notes.paper.hide' : 'notes.paper.show')}
          </Button>
        )
      }
    >
      {data && !file && <p className="dimmed">{t('notes.paper.none')}</p>}
      {file && !shown && <p className="dimmed">{file.fileName}</p>}
      {file && shown && files.length > 1 && (
        <NativeSelect
          aria-label={t('notes.paper.which')}
          value={file.id}
          onChange={(event) => setChosen(event.currentTarget.value)}
          data={files.map(({ id: value, fileName }) => ({ value, label: fileName }))}
        />
      )}
      {file && shown && <Shown key={file.id} file={file} />}
    </Section>
  );
}

function Shown({ file }: { readonly file: Attachment }) {
  const t = useT();
  const { data, error, isPending } = useQuery({
    queryKey: ['paper', file.id],
    queryFn: ({ signal }) => blobOf(file, signal),
    // A file never changes, and its blob is good while the page is open.
    staleTime: 'static',
    gcTime: Number.POSITIVE_INFINITY,
  });
  if (isPending) return <Loader aria-label={t('shell.loading')} />;
  if (error) return <ProblemNote error={error} />;
  return file.contentType === 'application/pdf' ? (
    <iframe className={record.pdf} src={data} title={file.fileName} />
  ) : (
    <img className={styles.photo} src={data} alt={file.fileName} />
  );
}
