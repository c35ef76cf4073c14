import {
  asEntered,
  asToEnter,
  type IntakeDocument,
  IntakeDocuments,
  isPassed,
  isToEnter,
  type StoredDocument,
} from '#domain/automation/events.ts';
import { kindOf } from '#domain/kinds.ts';
import { type Refusal, refusal, throwIf } from '#kernel/errors.ts';
import { type Change, numberOf, update } from '#kernel/record.ts';
import { type Caller, mayReadOne, requirePermission } from '#runtime/caller.ts';
import { notFound, type Records } from '#runtime/records.ts';

/** The number that people know what was entered by. */
function shownNumber(id: string): string {
  const type = kindOf(id);
  return type ? numberOf(type, id) : id;
}

/** A document that something is entered of. */
interface Named {
  readonly documentId: string;
  /** Of the request, that names it. */
  readonly field: string;
}

interface Holder {
  /** Whoever enters it, who has to see the document; none where the program does. */
  readonly caller?: Caller | undefined;
  /** The bill, credit note or expense claim. */
  readonly holder: string;
}

/**
 * Documents as they are entered, changed together with what is entered of them: so whatever else is done with one in that moment
 * (split, joined, put away, read again, entered otherwise) stands before it, or is refused after it.
 * @throws DomainError `intake-document.not_found` (404), `document.claimed`, `document.not_to_enter` (422), naming the field.
 */
export async function enterDocuments(records: Records, named: readonly Named[], { caller, holder }: Holder): Promise<Change[]> {
  const documents = await records.getMany(
    IntakeDocuments,
    named.map(({ documentId }) => documentId),
  );
  return named.map(({ documentId, field }, i) => {
    const document = documents[i];
    if (!document || (caller && !mayReadOne(caller, IntakeDocuments, document))) throw notFound(IntakeDocuments.kind, documentId, field);
    throwIf(refusalToEnter(document, field));
    return update(IntakeDocuments, document, asEntered(document, holder));
  });
}

/** Why a document cannot be entered as anything now. */
function refusalToEnter(document: StoredDocument, field: string): Refusal | undefined {
  const { id, state, purpose } = document;
  if (state === 'entered') {
    const number = shownNumber(holderOf(document) ?? id);
    const message = `The document ${id} was entered already, as ${number}: take that back first, or leave the document out.`;
    return refusal('document.claimed', message, field, { document: id, number });
  }
  if (isPassed(purpose))
    return refusal(
      'document.not_to_enter',
      `The document ${id} is for ${purpose}: say on its page what else it is, or leave it out.`,
      field,
      { document: id, state: purpose },
    );
  return isToEnter(document)
    ? undefined
    : refusal('document.not_to_enter', `The document ${id} is ${state}: only one that waits to be entered is named here.`, field, {
        document: id,
        state,
      });
}

const holderOf = ({ claimId, billId }: IntakeDocument): string | undefined => claimId ?? billId;

/** The document of a bill or credit note; nothing where it names none. @throws as {@link enterDocuments}. */
export const enterDocument = (records: Records, documentId: string | undefined, holder: Holder): Promise<Change[]> =>
  documentId === undefined ? Promise.resolve([]) : enterDocuments(records, [{ documentId, field: 'body.documentId' }], holder);

/**
 * The documents of an expense claim, which its lines may share.
 * @throws DomainError `role.not_allowed` (403), and as {@link enterDocuments}.
 */
export async function enterReceipts(
  records: Records,
  lines: readonly { readonly documentId?: string | undefined }[],
  holder: Holder & { readonly caller: Caller },
): Promise<Change[]> {
  const ids = [...new Set(lines.flatMap(({ documentId }) => documentId ?? []))];
  if (ids.length === 0) return [];
  requirePermission(holder.caller, 'documents.read');
  const field = (id: string) => `body.lines.${lines.findIndex(({ documentId }) => documentId === id)}.documentId`;
  return enterDocuments(
    records,
    ids.map((documentId) => ({ documentId, field: field(documentId) })),
    holder,
  );
}

/** Documents wait again, once what was entered of them stands no more. */
export async function releaseDocuments(records: Records, documentIds: readonly (string | undefined)[], holder: string): Promise<Change[]> {
  const documents = await records.getMany(
    IntakeDocuments,
    documentIds.flatMap((documentId) => documentId ?? []),
  );
  return documents.flatMap((document) =>
    document?.state === 'entered' && holderOf(document) === holder ? [update(IntakeDocuments, document, asToEnter(document))] : [],
  );
}
