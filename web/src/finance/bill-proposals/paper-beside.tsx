import type { ReactNode } from 'react';
import { $api, type Schemas } from '../../api/client.ts';
import { DocumentFlags, DocumentPaper } from '../../automation/public.ts';
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

/** What is typed, with the paper that it is typed from beside it. */
export const PaperBeside = ({ paper, children }: { readonly paper: ReadPaper | undefined; readonly children: ReactNode }) =>
  paper ? (
    <div className={page.columns} data-aside data-halves>
      <div className={page.main}>
        <DocumentFlags document={paper} />
        {children}
      </div>
      <aside className={page.aside}>
        <DocumentPaper document={paper} />
      </aside>
    </div>
  ) : (
    children
  );
