import { type IntakeDocument, IntakeDocuments, type StoredDocument } from '#domain/automation/intake/intake-document.ts';
import type { PageRange } from '#domain/automation/intake/paper-parts.ts';
import {
  asJoined,
  asPutBack,
  asSplit,
  asTakenOut,
  invoicesOf,
  newInvoices,
  newPages,
  partsAt,
  refusalOfPart,
} from '#domain/automation/intake/split-document.ts';
import { assertDefined } from '#kernel/assert.ts';
import { throwIf } from '#kernel/errors.ts';
import { type Changes, create, update } from '#kernel/record.ts';
import { idFrom } from '#runtime/fingerprint.ts';
import type { Records } from '#runtime/records.ts';

/** A document becomes one for each of these first pages, all in one transaction; the same pages are the same part, also once joined and split again. */
export async function splitChanges(records: Records, whole: StoredDocument, starts: readonly number[]): Promise<Changes<IntakeDocument>> {
  const ranges = partsAt(whole, starts);
  const ids = ranges.map(({ from, to }) => idFrom('doc', whole.id, 'pages', `${from}-${to}`));
  const known = await records.getMany(IntakeDocuments, ids);
  const parts = ranges.map((pages, i) => {
    const part = known[i];
    return part ? update(IntakeDocuments, part, asTakenOut(part)) : create(IntakeDocuments, ids[i] ?? '', newPages(whole, pages, i));
  });
  return [update(IntakeDocuments, whole, asSplit(whole, ids, starts)), ...parts];
}

/** A batch of invoices becomes a document for each of them, all in one transaction. */
export function batchChanges(whole: StoredDocument, invoices: PageRange): Changes<IntakeDocument> {
  const ranges = invoicesOf(invoices);
  const ids = ranges.map(({ from, to }) => idFrom('doc', whole.id, 'invoices', `${from}-${to}`));
  const parts = ranges.map((range, i) => create(IntakeDocuments, ids[i] ?? '', newInvoices(whole, range, i)));
  return [update(IntakeDocuments, whole, asSplit(whole, ids)), ...parts];
}

/** A document becomes one again, and its parts are put away. @throws DomainError `document.part_state` (422) where somebody has dealt with one. */
export async function joinChanges(records: Records, whole: StoredDocument): Promise<Changes<IntakeDocument>> {
  const ids = whole.parts ?? [];
  const parts = (await records.getMany(IntakeDocuments, ids)).map((part, i) => assertDefined(part, ids[i] ?? ''));
  for (const part of parts) throwIf(refusalOfPart(part));
  return [update(IntakeDocuments, whole, asJoined(whole)), ...parts.map((part) => update(IntakeDocuments, part, asPutBack(part)))];
}

/** What a document came in: of a part of a file of an archive, the archive. */
export async function originOf(records: Records, document: StoredDocument): Promise<StoredDocument> {
  let origin = document;
  while (origin.parent !== undefined) origin = await records.getOrThrow(IntakeDocuments, origin.parent);
  return origin;
}
