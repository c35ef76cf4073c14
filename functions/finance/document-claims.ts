import { IntakeDocuments, isToEnter } from '#domain/automation/events.ts';
import { claimedAlready, DocumentClaims } from '#domain/finance/open-items/document-claim.ts';
import { kindOf } from '#domain/kinds.ts';
import { refused } from '#kernel/errors.ts';
import { type Change, createNext, numberOf, remove } from '#kernel/record.ts';
import { type Caller, mayReadOne, requirePermission } from '#runtime/caller.ts';
import { idFrom } from '#runtime/fingerprint.ts';
import { notFound, type Records } from '#runtime/records.ts';

const claimIdOf = (tenant: string, documentId: string): string => idFrom('dcl', tenant, documentId);

/** The number that people know what was entered by. */
function shownNumber(id: string): string {
  const type = kindOf(id);
  return type ? numberOf(type, id) : id;
}

/**
 * The claim of a document that something is entered of; nothing where it names none. A rival's claim makes the action decide again.
 * @throws DomainError `document.claimed` (422) where it was entered as something else that stands.
 */
export async function claimDocument(records: Records, documentId: string | undefined, holder: string): Promise<Change[]> {
  if (documentId === undefined) return [];
  const id = claimIdOf(records.tenant, documentId);
  const claim = await records.get(DocumentClaims, id);
  if (claim) throw claimedAlready(documentId, shownNumber(claim.documentId), 'body.documentId');
  return [createNext(DocumentClaims, id, { documentId: holder })];
}

interface ClaimedLines {
  readonly caller: Caller;
  readonly lines: readonly { readonly documentId?: string | undefined }[];
  /** Of the claim that takes them. */
  readonly holder: string;
}

/**
 * The claims of the documents of an expense claim, which its lines may share. Whoever submits it sees them.
 * @throws DomainError `role.not_allowed` (403), `intake-document.not_found` (404), `document.claimed`, `expense.document` (422).
 */
export async function claimDocuments(records: Records, { caller, lines, holder }: ClaimedLines): Promise<Change[]> {
  const named = [...new Set(lines.flatMap(({ documentId }) => documentId ?? []))];
  if (named.length === 0) return [];
  requirePermission(caller, 'documents.read');
  const ids = named.map((documentId) => claimIdOf(records.tenant, documentId));
  const [documents, claims] = await Promise.all([records.getMany(IntakeDocuments, named), records.getMany(DocumentClaims, ids)]);
  return named.map((documentId, i) => {
    const [document, claim] = [documents[i], claims[i]];
    const field = `body.lines.${lines.findIndex((line) => line.documentId === documentId)}.documentId`;
    if (!document || !mayReadOne(caller, IntakeDocuments, document)) throw notFound(IntakeDocuments.kind, documentId, field);
    const taker = claim?.documentId ?? (document.state === 'entered' ? (document.claimId ?? document.billId) : undefined);
    if (taker) throw claimedAlready(documentId, shownNumber(taker), field);
    if (!isToEnter(document))
      throw refused(
        'expense.document',
        `The document ${documentId} is ${document.state}: only one that waits to be entered is claimed.`,
        field,
        { document: documentId, state: document.state },
      );
    return createNext(DocumentClaims, ids[i] ?? '', { documentId: holder });
  });
}

/** What frees documents again, once what was entered of them stands no more. */
export async function releaseDocuments(records: Records, documentIds: readonly (string | undefined)[], holder: string): Promise<Change[]> {
  const ids = documentIds.flatMap((documentId) => (documentId === undefined ? [] : [claimIdOf(records.tenant, documentId)]));
  const claims = await records.getMany(DocumentClaims, ids);
  return claims.flatMap((claim) => (claim?.documentId === holder ? [remove(DocumentClaims, claim)] : []));
}
