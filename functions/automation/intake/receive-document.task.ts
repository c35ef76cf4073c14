import { createHash } from 'node:crypto';
import * as z from 'zod/mini';
import { type Danger, MAX_DOCUMENT_BYTES } from '#domain/automation/intake/file-type.ts';
import {
  contentId,
  DocumentContents,
  type IntakeDocument,
  IntakeDocuments,
  intakeKey,
  newDocument,
  originalKey,
  type StoredDocument,
} from '#domain/automation/intake/intake-document.ts';
import { create, update } from '#kernel/record.ts';
import { openObject, putObject } from '#runtime/documents.ts';
import { idFrom } from '#runtime/fingerprint.ts';
import type { Records } from '#runtime/records.ts';
import { task } from '#runtime/task.ts';
import { documentStep } from './document-store.ts';
import { type Examined, examine } from './examine.ts';

const Input = z.strictObject({ tenant: z.string(), documentId: z.string(), execution: z.string(), key: z.string(), version: z.string() });

/** Years that a company keeps what it got: six from the last entry of the year (Código de Comercio, art. 30). */
const KEPT_YEARS = 7;

/** Checks the bytes, keeps the original, and makes documents of what an archive holds. */
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
    await documentStep(records, before, { state: 'reading', bytes: bytes.length });
    await stepOn(records, documentId, { state: 'duplicate', sameAs: earlier.documentId });
    return answer(false);
  }
  const examined = examine(bytes);
  if ('danger' in examined) return answer(await quarantine(records, before, examined.danger));
  const keptUntil = new Date(now);
  keptUntil.setUTCFullYear(keptUntil.getUTCFullYear() + KEPT_YEARS);
  await putObject('issued', originalKey(tenant, sha256), bytes, examined.contentType, keptUntil);
  return answer(await take(records, before, { sha256, bytes: bytes.length, examined }));
});

/** The whole object, or why it is not taken. */
async function bytesOf(key: string, version: string): Promise<Buffer | Danger> {
  const object = await openObject('documents', key, { version });
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

const stepOn = async (records: Records, id: string, data: Partial<IntakeDocument>): Promise<StoredDocument> =>
  documentStep(records, await records.getOrThrow(IntakeDocuments, id), data);

/** Says why a document goes no further. What is dangerous is deleted with the inbox's own files, unopened. */
async function quarantine(records: Records, before: StoredDocument, danger: Danger): Promise<false> {
  await documentStep(records, before, { state: 'reading' });
  await stepOn(records, before.id, { state: 'quarantined', flags: [{ code: danger }] });
  return false;
}

/** What a checked file goes on as: to be read, or as the documents that it holds. */
async function take(
  records: Records,
  before: StoredDocument,
  {
    sha256,
    bytes,
    examined,
  }: { readonly sha256: string; readonly bytes: number; readonly examined: Exclude<Examined, { danger: Danger }> },
): Promise<boolean> {
  const after = { ...before, state: 'reading' as const, sha256, bytes, contentType: examined.contentType, kind: examined.kind };
  const content = create(DocumentContents, contentId(sha256), { documentId: before.id });
  await records.commit([update(IntakeDocuments, before, after), content]);
  if (!examined.parts) return true;
  const parts: string[] = [];
  for (const [i, part] of examined.parts.entries()) {
    const id = idFrom('doc', before.id, String(i));
    if (!(await records.get(IntakeDocuments, id))) {
      const { date, cameAt } = before;
      const made = newDocument({ fileName: part.name, source: 'archive', date, cameAt, bytes: part.bytes.length, parent: before.id });
      await records.commit([create(IntakeDocuments, id, made)]);
    }
    await putObject('documents', intakeKey(records.tenant, id), part.bytes, 'application/octet-stream');
    parts.push(id);
  }
  await stepOn(records, before.id, { state: 'split', parts });
  return false;
}
