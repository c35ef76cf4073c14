import { Button, Group, Loader } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Schemas } from '../../api/client.ts';
import { useT } from '../../i18n/i18n.ts';
import styles from '../../record/record.module.css';
import { Section } from '../../record/record-page.tsx';
import { IconDownload } from '../../ui/icons.ts';
import { ProblemNote } from '../../ui/problem-note.tsx';

type Link = Schemas['GetInvoicePdfResult'];

interface Props {
  readonly id: string;
  readonly number: string;
  /** Asks for a link to the file, good for a quarter of an hour. */
  readonly link: () => Promise<Link>;
}

/** The paper of an invoice or credit note: shown when asked for, from memory, whatever the store says of downloads. */
export function PdfSection({ id, number, link }: Props) {
  const t = useT();
  const [shown, setShown] = useState(false);
  const file = useQuery({
    queryKey: ['pdf', id],
    queryFn: async ({ signal }) => URL.createObjectURL(await pdfOf(await link(), signal)),
    enabled: shown,
    // A bill's paper never changes, and its blob is good while the page is open.
    staleTime: 'static',
    gcTime: Number.POSITIVE_INFINITY,
  });
  return (
    <Section
      title={t('billing.pdf.title')}
      actions={
        <Group gap="xs" className="no-print">
          {file.data && (
            <Button component="a" href={file.data} download={`${number}.pdf`} variant="default" leftSection={<IconDownload size={16} />}>
              {t('billing.pdf.download')}
            </Button>
          )}
          <Button variant="default" aria-expanded={shown} onClick={() => setShown(!shown)}>
            {t(shown ? 'billing.pdf.hide' : 'billing.pdf.show')}
          </Button>
        </Group>
      }
    >
      {shown && file.isPending && <Loader aria-label={t('shell.loading')} />}
      {shown && <ProblemNote error={file.error} />}
      {shown && file.data && <iframe className={styles.pdf} src={file.data} title={t('billing.pdf.frame', { number })} />}
      {!shown && <p className="dimmed">{t('billing.pdf.text')}</p>}
    </Section>
  );
}

/** The file itself: its link is asked for anew each time, so that it is never an old one. */
export async function pdfOf({ url }: Link, signal?: AbortSignal): Promise<Blob> {
  const answer = await fetch(url, signal ? { signal } : {});
  if (!answer.ok) throw new Error(`The file's store answered ${answer.status}.`);
  return new Blob([await answer.arrayBuffer()], { type: 'application/pdf' });
}
