import { createHash } from 'node:crypto';
import {
  Attachments,
  fileKey,
  MAX_ATTACHMENT_BYTES,
  QUARANTINED,
  quarantineKey,
  type StoredAttachment,
} from '#domain/platform/notes/attachment.ts';
import { attachmentContent } from '#domain/platform/notes/file-content.ts';
import { update } from '#kernel/record.ts';
import { untilCommitted } from '#runtime/conflicts.ts';
import { openObject, putObject } from '#runtime/documents.ts';
import { log } from '#runtime/log.ts';
import { WORKER } from '#runtime/record-item.ts';
import { Records } from '#runtime/records.ts';
import { type UploadedObject, uploadHandler } from '#runtime/uploads.ts';

/** Checks each file that has come into quarantine. What comes again has been checked, and is left as it is. */
export const handler = uploadHandler('files', 'file.failed', check);

async function check({ key, bytes, event }: UploadedObject): Promise<void> {
  const [, tenant, id = ''] = QUARANTINED.exec(key) ?? [];
  if (!tenant) return;
  const stamp = { by: WORKER, request: `file-${event}`, action: 'checkFile', at: new Date() };
  const records = new Records(tenant, stamp);
  const file = await records.get(Attachments, id);
  if (file?.state !== 'waiting') return log('warn', 'file.stray', { tenant, id });
  const verdict = await verdictOf(tenant, file, bytes);
  await untilCommitted(async () => {
    const now = await records.get(Attachments, id);
    if (now?.state === 'waiting') await records.commit([update(Attachments, now, { ...now, ...verdict })]);
  });
  log('info', 'file', { tenant, id, state: verdict.state });
}

/** What was checked is what is kept: the bytes in hand, not the object, which its link could still replace. */
async function verdictOf(
  tenant: string,
  { id, fileName, only }: StoredAttachment,
  size: number,
): Promise<Partial<StoredAttachment> & { state: 'clean' | 'refused' }> {
  if (size > MAX_ATTACHMENT_BYTES) return { state: 'refused', fault: 'too_large' };
  const bytes = await read(quarantineKey(tenant, id));
  if (!bytes) return { state: 'refused', fault: 'too_large' };
  const content = attachmentContent(bytes, fileName, only);
  if ('fault' in content) return { state: 'refused', fault: content.fault };
  await putObject('documents', fileKey(tenant, id), bytes, content.contentType);
  return {
    state: 'clean',
    bytes: bytes.length,
    contentType: content.contentType,
    sha256: createHash('sha256').update(bytes).digest('hex'),
  };
}

/** The object's bytes; undefined where there are more than a file may have. @throws Error where it is gone. */
async function read(key: string): Promise<Buffer | undefined> {
  const object = await openObject('documents', key);
  if (!object) throw new Error(`${key} is gone`);
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const part of object.body) {
    length += part.length;
    if (length > MAX_ATTACHMENT_BYTES) {
      object.close();
      return undefined;
    }
    parts.push(part);
  }
  return Buffer.concat(parts);
}
