import { Loader } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useT } from '../i18n/i18n.ts';
import record from '../record/record.module.css';
import { ProblemNote } from '../ui/problem-note.tsx';
import styles from './notes.module.css';

/** What a browser shows by itself, and runs nothing of. The server has told the type by the bytes. */
const SHOWN_TYPES: readonly string[] = ['application/pdf', 'image/png', 'image/jpeg', 'image/webp'];
export const isShownType = (contentType = ''): boolean => SHOWN_TYPES.includes(contentType);

interface Props {
  readonly id: string;
  readonly fileName: string;
  readonly contentType?: string | undefined;
  /** Asks for a link to it. */
  readonly link: () => Promise<{ readonly url: string }>;
}

/** A file as the browser shows it; of another kind, a link that saves it. */
export function PaperFile({ id, fileName, contentType = '', link }: Props) {
  const t = useT();
  const { data, error, isPending } = useQuery({
    queryKey: ['paper', id],
    // From memory, as what it was found to be: its link saves it, whatever asks for it.
    queryFn: async ({ signal }) => {
      const { url } = await link();
      const answer = await fetch(url, { signal });
      if (!answer.ok) throw new Error(`The file's store answered ${answer.status}.`);
      return URL.createObjectURL(new Blob([await answer.arrayBuffer()], { type: contentType }));
    },
    // A file never changes, and its blob is good while the page is open.
    staleTime: 'static',
    gcTime: Number.POSITIVE_INFINITY,
  });
  if (isPending) return <Loader aria-label={t('shell.loading')} />;
  if (error) return <ProblemNote error={error} />;
  if (!isShownType(contentType))
    return (
      <a href={data} download={fileName}>
        {fileName}
      </a>
    );
  return contentType === 'application/pdf' ? (
    <iframe className={record.pdf} src={data} title={fileName} />
  ) : (
    <img className={styles.photo} src={data} alt={fileName} />
  );
}
