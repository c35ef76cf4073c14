import { Button } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { useNavigate } from '@tanstack/react-router';
import { type ReactNode, useEffect } from 'react';
import { $api, type Schemas } from '../../api/client.ts';
import { DocumentFlags, DocumentPaper, placeOfInput, showPlace, useNextDocument } from '../../automation/public.ts';
import { useT } from '../../i18n/i18n.ts';
import page from '../../record/record.module.css';

export type ReadPaper = Schemas['Document'];

/** A document that came in, with what a bill of it would be. */
export const useReadPaper = (documentId: string | undefined) =>
  $api.useQuery(
    'get',
    '/documents/{documentId}',
    { params: { path: { documentId: documentId ?? '' } } },
    { enabled: documentId !== undefined },
  );

/** What is typed, with the paper that it is typed from beside it: where a field is read, the paper shows its place. */
export function PaperBeside({ paper, children }: { readonly paper: ReadPaper | undefined; readonly children: ReactNode }) {
  // biome-ignore lint/correctness/useExhaustiveDependencies: a place of this paper is none on the next
  useEffect(() => () => showPlace(undefined), [paper?.id]);
  if (!paper) return children;
  return (
    <div className={page.columns} data-aside data-halves data-paper>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: it looks on while fields in it are gone through */}
      <div className={page.main} onFocus={({ target }) => showPlace(placeOfInput(target, paper.fields))}>
        <NextPaper id={paper.id} />
        <DocumentFlags document={paper} />
        {children}
      </div>
      <aside className={page.aside}>
        <DocumentPaper document={paper} />
      </aside>
    </div>
  );
}

/** Goes on to the next document that waits, without entering this one. */
function NextPaper({ id }: { readonly id: string }) {
  const t = useT();
  const navigate = useNavigate();
  const next = useNextDocument(id);
  const go = () => next && void navigate(next as never);
  useHotkeys([['alt+Enter', go]], []);
  return (
    next && (
      <div className="no-print">
        <Button variant="default" aria-keyshortcuts="Alt+Enter" onClick={go}>
          {t('documents.next')}
        </Button>
      </div>
    )
  );
}
