import type { Schemas } from '../../api/client.ts';
import { api, dataOf } from '../../api/client.ts';
import { useT } from '../../i18n/i18n.ts';
import { PaperFile } from '../../notes/paper-file.tsx';
import { Section } from '../../record/record-page.tsx';

type Document = Pick<Schemas['DocumentRow'], 'id' | 'fileName' | 'contentType' | 'state'>;

/** The original of a document, beside what was read of it. */
export function DocumentPaper({ document: { id, fileName, contentType, state } }: { readonly document: Document }) {
  const t = useT();
  const hasFile = contentType !== undefined && state !== 'quarantined';
  const link = () => api.GET('/documents/{documentId}/file', { params: { path: { documentId: id } } }).then(dataOf);
  return (
    <Section title={t('notes.paper.title')} printed={false}>
      {hasFile ? (
        <PaperFile id={id} fileName={fileName} contentType={contentType} link={link} />
      ) : (
        <p className="dimmed">{t('documents.noFile')}</p>
      )}
    </Section>
  );
}
