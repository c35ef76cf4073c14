import { Loader } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense } from 'react';
import type { Schemas } from '../../api/client.ts';
import { api, dataOf } from '../../api/client.ts';
import { useT } from '../../i18n/i18n.ts';
import { PaperFile } from '../../notes/paper-file.tsx';
import { Section } from '../../record/record-page.tsx';
import { ProblemNote } from '../../ui/problem-note.tsx';
import { PhotoPage } from './photo-page.tsx';

type Document = Pick<Schemas['DocumentRow'], 'id' | 'fileName' | 'contentType' | 'state' | 'pages' | 'kind' | 'invoices'>;
type Link = () => Promise<{ readonly url: string }>;

/** Pictures that browsers show. */
const PHOTOS: readonly string[] = ['image/jpeg', 'image/png', 'image/webp'];

// What draws pages weighs as much as the rest of the screen: it comes with the first of them.
const PdfPage = lazy(() => import('./pdf-page.tsx'));
const EInvoicePage = lazy(() => import('./einvoice-page.tsx'));
/** Electronic invoices, which have no page of their own. */
const EINVOICES: readonly (string | undefined)[] = ['ubl', 'cii', 'facturae'];

/** The original of a document, beside what was read of it. */
export function DocumentPaper({ document: { id, fileName, contentType, state, pages, kind, invoices } }: { readonly document: Document }) {
  const t = useT();
  const hasFile = contentType !== undefined && state !== 'quarantined';
  const isXml = contentType !== 'application/pdf' && EINVOICES.includes(kind);
  const link = () => api.GET('/documents/{documentId}/file', { params: { path: { documentId: id } } }).then(dataOf);
  return (
    <Section title={t('notes.paper.title')} printed={false}>
      {!hasFile && <p className="dimmed">{t('documents.noFile')}</p>}
      {hasFile && contentType === 'application/pdf' && <PdfPaper key={id} id={id} fileName={fileName} pages={pages} link={link} />}
      {hasFile && PHOTOS.includes(contentType) && <PhotoPage id={id} fileName={fileName} contentType={contentType} link={link} />}
      {hasFile && isXml && (
        <Suspense fallback={<Loader aria-label={t('shell.loading')} />}>
          <EInvoicePage key={id} id={id} fileName={fileName} contentType={contentType} invoices={invoices} link={link} />
        </Suspense>
      )}
      {hasFile && contentType !== 'application/pdf' && !PHOTOS.includes(contentType) && !isXml && (
        <PaperFile id={id} fileName={fileName} contentType={contentType} link={link} />
      )}
    </Section>
  );
}

interface PdfProps extends Pick<Document, 'id' | 'fileName'> {
  readonly pages: Document['pages'] | undefined;
  readonly link: Link;
}

function PdfPaper({ id, fileName, pages, link }: PdfProps) {
  const t = useT();
  const { data, error } = useQuery({
    queryKey: ['pages', id],
    queryFn: async ({ signal }) => {
      const { url } = await link();
      const answer = await fetch(url, { signal });
      if (!answer.ok) throw new Error(`The file's store answered ${answer.status}.`);
      return new Uint8Array(await answer.arrayBuffer());
    },
    // A file never changes.
    staleTime: 'static',
  });
  const waits = <Loader aria-label={t('shell.loading')} />;
  if (error) return <ProblemNote error={error} />;
  return data === undefined ? (
    waits
  ) : (
    <Suspense fallback={waits}>
      <PdfPage bytes={data} title={fileName} pages={pages} />
    </Suspense>
  );
}
