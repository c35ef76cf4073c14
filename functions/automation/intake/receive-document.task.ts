import { createHash } from 'node:crypto';
import * as z from 'zod/mini';
import { type Danger, MAX_DOCUMENT_BYTES } from '#domain/automation/intake/file-danger.ts';
import {
  contentId,
  DocumentContents,
  type IntakeDocument,
  IntakeDocuments,
  intakeKey,
  newPart,
  originalKey,
  passedKey,
  passesItself,
  type StoredDocument,
} from '#domain/automation/intake/intake-document.ts';
import { fileTypeOf } from '#kernel/file-type.ts';
import { create, update } from '#kernel/record.ts';
import { openObject, putObject, putOnce } from '#runtime/documents.ts';
import { idFrom } from '#runtime/fingerprint.ts';
import type { Records } from '#runtime/records.ts';
import { task } from '#runtime/task.ts';
import { statementFileKind } from '../../finance/service.ts';
import { documentStep } from './document-store.ts';
import { type ExaminedFile, examine } from './examine.ts';
import { opensFreely } from './pdf-pages.ts';

const Input = z.strictObject({ tenant: z.string(), documentId: z.string(), execution: z.string(), key: z.string(), version: z.string() });

/** Years that a company keeps what it got: six from the last entry of the year (Código de Comercio, art. 30). */
const KEPT_YEARS = 7;

/** Checks the bytes, keeps the original, and makes documents of what an archive holds. It waits until all of that is done: a crash begins again. */
export const handler = task('receiveDocument', Input, async ({ input, records, now }) => {
  const { tenant, documentId, key, version } = input;
  const before = await records.getOrThrow(IntakeDocuments, documentId);
  const answer = (readable: boolean) => ({ tenant, documentId, readable });
  if (before.state !== 'waiting') return answer(before.state === 'reading');
  const bytes = await bytesOf(key, version);
  if (typeof bytes === 'string') return answer(await quarantine(records, before, bytes));
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const earlier = await records.get(DocumentContents, contentId(sha256));
  if (earlier && earlier.documentId !== documentId) {
    await documentStep(records, before, { state: 'duplicate', bytes: bytes.length, sameAs: earlier.documentId });
    return answer(false);
  }
  const examined = await opened(bytes);
  if ('danger' in examined) return answer(await quarantine(records, before, examined.danger));
  // An archive in an archive may unpack to another, and so on without an end.
  if (examined.parts && before.parent) return answer(await quarantine(records, before, 'archive'));
  const keptUntil = new Date(now);
  keptUntil.setUTCFullYear(keptUntil.getUTCFullYear() + KEPT_YEARS);
  await putObject('issued', originalKey(tenant, sha256), bytes, examined.contentType, keptUntil);
  const parts = examined.parts && (await partsOf(records, before, examined.parts));
  const { contentType, kind } = examined;
  const went = await passedOn(tenant, before, bytes, contentType);
  const state = parts ? ('split' as const) : ('reading' as const);
  const after = { ...before, ...{ state, sha256, bytes: bytes.length, contentType, kind }, ...went, ...(parts ? { parts } : {}) };
  await records.commit([update(IntakeDocuments, before, after), create(DocumentContents, contentId(sha256), { documentId })]);
  return answer(after.state === 'reading');
});

/** Statements are text or XML, whatever stands in a file of another type. */
const isText = (contentType: string): boolean => contentType === 'text/plain' || contentType === 'application/xml';

/** What a bank statement becomes: it goes on to banking, where whoever brought it may send it there. Else a person passes it. */
async function passedOn(tenant: string, document: StoredDocument, bytes: Buffer, contentType: string): Promise<Partial<IntakeDocument>> {
  if (!isText(contentType) || !statementFileKind(bytes)) return {};
  const told = { kind: 'statement' as const, purpose: 'statement' as const };
  if (!passesItself(document)) return told;
  await putOnce('documents', passedKey(tenant, document.id, 'statement'), bytes, contentType);
  return { ...told, state: 'passed' };
}

/** What the file is. A PDF whose owner only forbids to change or print it opens without a password, as most encrypted ones do. */
async function opened(bytes: Buffer): Promise<ReturnType<typeof examine>> {
  const examined = examine(bytes);
  const isLocked = 'danger' in examined && examined.danger === 'encrypted' && fileTypeOf(bytes) === 'pdf';
  return isLocked && (await opensFreely(bytes)) ? { contentType: 'application/pdf', kind: 'pdf' } : examined;
}

/** The whole object, or why it is not taken. */
async function bytesOf(key: string, version: string): Promise<Buffer | Danger> {
  // What was held has no version of its own: nobody but ourselves can have put it there.
  const object = await openObject('documents', key, version ? { version } : {});
  if (!object) return 'broken';
  try {
    if (object.bytes === 0) return 'empty';
    if (object.bytes > MAX_DOCUMENT_BYTES) return 'too_large';
    const parts: Uint8Array[] = [];
    for await (const part of object.body) parts.push(part);
    return Buffer.concat(parts);
  } finally {
    object.close();
  }
}

/** Says why a document goes no further. What is dangerous is deleted with the inbox's own files, unopened. */
async function quarantine(records: Records, before: StoredDocument, danger: Danger): Promise<false> {
  await documentStep(records, before, { state: 'quarantined', flags: [{ code: danger }] });
  return false;
}

/** A document for each file of an archive, put where it is read as any other. What was made before a crash is there already. */
async function partsOf(records: Records, before: StoredDocument, files: NonNullable<ExaminedFile['parts']>): Promise<string[]> {
  const ids: string[] = [];
  for (const [i, { name, bytes }] of files.entries()) {
    const id = idFrom('doc', before.id, String(i));
    if (!(await records.get(IntakeDocuments, id))) {
      const made = newPart(before, { name, bytes: bytes.length }, i);
      await records.commit([create(IntakeDocuments, id, made)]);
    }
    await putObject('documents', intakeKey(records.tenant, id), bytes, 'application/octet-stream');
    ids.push(id);
  }
  return ids;
}
