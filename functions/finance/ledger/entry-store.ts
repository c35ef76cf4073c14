import type { BankTied } from '#domain/finance/ledger/bank-tie.ts';
import { documentIdOf } from '#domain/finance/ledger/entry.ts';
import { type EntrySource, refusalOfDocument } from '#domain/finance/ledger/entry-actions.ts';
import { ManualEntries, type StoredManualEntry } from '#domain/finance/ledger/manual-entry.ts';
import { POSTING_KINDS, type PostingType } from '#domain/kinds.ts';
import { assertDefined } from '#kernel/assert.ts';
import { missing, throwIf } from '#kernel/errors.ts';
import { prefixOf } from '#kernel/id.ts';
import { defined } from '#kernel/optional.ts';
import type { Meta, TaxFact, TaxPaper, WithheldPart, WithheldRecipient } from '#kernel/record.ts';
import type { Records } from '#runtime/records.ts';

/** A document as the journal sees it. */
export interface JournalDocument extends Meta, EntrySource, BankTied {
  readonly taxes: readonly TaxFact[];
  readonly paper: TaxPaper | undefined;
  readonly withheld: readonly WithheldPart[];
  readonly recipients: readonly WithheldRecipient[] | undefined;
}

/**
 * Documents of a kind, in the order asked for; undefined where there is none, or it posted nothing.
 * @param unreadable as in {@link Records.getMany}.
 */
export async function readEntries(
  records: Records,
  type: PostingType,
  ids: readonly string[],
  unreadable?: Set<string>,
): Promise<(JournalDocument | undefined)[]> {
  const documents = await records.getMany(type, ids, unreadable);
  return documents.map(
    (document) =>
      document?.entry && {
        ...type.posts.links?.(document),
        ...defined({ bankLine: (document as BankTied).bankLine }),
        kind: type.kind,
        undo: type.posts.undo,
        entry: document.entry,
        taxes: type.posts.taxes?.(document) ?? [],
        paper: type.posts.paper?.(document),
        withheld: type.posts.withheld?.(document) ?? [],
        recipients: type.posts.recipients?.(document),
        id: document.id,
        rev: document.rev,
        history: document.history,
      },
  );
}

const kindOfDocument = (id: string) => POSTING_KINDS.find(({ prefix }) => prefix === prefixOf(id));

/** The document that carries an entry. @throws DomainError `entry.not_found` (404). */
export async function needEntry(records: Records, entryId: string): Promise<JournalDocument> {
  const documentId = documentIdOf(entryId);
  const type = kindOfDocument(documentId);
  const [document] = type ? await readEntries(records, type, [documentId]) : [];
  if (!document) throw missing('entry.not_found', `There is no entry ${entryId}.`, 'path.entryId', { entry: entryId });
  return document;
}

/** The manual entry. @throws DomainError `entry.not_found` (404), `entry.of_document` (422, says what to do instead). */
export async function needManualEntry(records: Records, entryId: string): Promise<StoredManualEntry> {
  const documentId = documentIdOf(entryId);
  const isManual = kindOfDocument(documentId)?.kind === ManualEntries.kind;
  const manual = isManual ? await records.get(ManualEntries, documentId) : undefined;
  if (!manual) throwIf(refusalOfDocument(await needEntry(records, entryId)));
  return assertDefined(manual, entryId);
}
