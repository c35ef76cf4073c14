import * as z from 'zod/mini';
import { refused } from '#kernel/errors.ts';
import { recordType } from '#kernel/record.ts';

/** What a document that came in was entered as, and stands: a bill, a credit note or an expense claim. None is entered twice. */
export const DocumentClaims = recordType<{ readonly documentId: string }>({
  kind: 'document-claim',
  prefix: 'dcl',
  /** Of the bill, credit note or expense claim. */
  data: z.object({ documentId: z.string() }),
  history: 'ends',
  screen: { none: 'It only keeps a document from being entered twice.' },
  read: 'payables.read',
});

/** @param number of what it was entered as. */
export const claimedAlready = (documentId: string, number: string, field: string) =>
  refused(
    'document.claimed',
    `The document ${documentId} was entered already, as ${number}: take that back first, or leave the document out.`,
    field,
    { document: documentId, number },
  );
