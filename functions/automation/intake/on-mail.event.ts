import { MAX_DOCUMENT_BYTES } from '#domain/automation/intake/file-danger.ts';
import { type DocumentFlag, IntakeDocuments, intakeKey, newDocument } from '#domain/automation/intake/intake-document.ts';
import {
  documentsOf,
  type EnclosedFile,
  filesLeftOut,
  isAutomaticAnswer,
  isInfected,
  type ReceivedMail,
  recipientsOf,
  whyHeld,
} from '#domain/automation/intake/received-mail.ts';
import { plainFileName } from '#domain/platform/notes/file-content.ts';
import { DomainError } from '#kernel/errors.ts';
import { create } from '#kernel/record.ts';
import { AlreadyThere } from '#runtime/conflicts.ts';
import { openObject, putObject } from '#runtime/documents.ts';
import { idFrom } from '#runtime/fingerprint.ts';
import { log } from '#runtime/log.ts';
import { WORKER } from '#runtime/record-item.ts';
import { Records } from '#runtime/records.ts';
import { type UploadedObject, uploadHandler } from '#runtime/uploads.ts';
import { companyAndDay } from '../../platform/service.ts';
import { parseMail } from './mail-content.ts';

/** Makes documents of the files of each mail that comes in, where somebody is told to take it. */
export const handler = uploadHandler('mail', 'mail.failed', takeMail);

async function takeMail(object: UploadedObject): Promise<void> {
  const domain = process.env.MAIL_IN_DOMAIN;
  const raw = domain ? await bytesOf(object) : undefined;
  if (!domain || !raw) return log('warn', 'mail.dropped', { key: object.key, why: domain ? 'too_large' : 'no_domain' });
  const mail = await parseMail(raw);
  if (!mail) return log('warn', 'mail.dropped', { key: object.key, why: 'unreadable' });
  if (isInfected(mail)) return log('warn', 'mail.dropped', { key: object.key, why: 'virus' });
  if (isAutomaticAnswer(mail, [process.env.MAIL_FROM ?? ''])) return log('info', 'mail.dropped', { key: object.key, why: 'automatic' });
  const companies = recipientsOf(mail, domain);
  for (const tenant of companies) await takeFor(tenant, { mail, raw, object });
  if (companies.length === 0) log('warn', 'mail.dropped', { key: object.key, why: 'no_company' });
}

interface Taken {
  readonly mail: ReceivedMail;
  readonly raw: Buffer;
  readonly object: UploadedObject;
}

/**
 * The files of a mail. One without any may bear a link, or the bill in its text: a person looks at the mail itself; as at one with too
 * many, which tells which were left out, and holds them.
 */
function filesAndMail(mail: ReceivedMail, raw: Buffer): readonly MailDocument[] {
  const files = documentsOf(mail);
  const left = filesLeftOut(mail);
  const whole = { name: 'correo.eml', bytes: raw, seen: left ? [left] : [] };
  return files.length > 0 && !left ? files : [...files, whole];
}

/** A file of a mail, or the mail itself with what has to be looked at in it. */
type MailDocument = Pick<EnclosedFile, 'name' | 'bytes'> & { readonly seen?: readonly DocumentFlag[] };

/** One company's documents. What was made before a crash is there already, and its file is put once more. */
async function takeFor(tenant: string, { mail, raw, object }: Taken): Promise<void> {
  const at = new Date();
  const records = new Records(tenant, { by: WORKER, request: `mail-${object.event}`, action: 'onMail', at });
  const world = await companyAndDay(records, at).catch((error: unknown) => {
    if (error instanceof DomainError && error.code === 'company.not_found') return undefined;
    throw error;
  });
  if (!world) return log('warn', 'mail.dropped', { tenant, key: object.key, why: 'no_company' });
  const held = whyHeld(mail, world.company.policies.mailSenders ?? []);
  const documents = filesAndMail(mail, raw);
  for (const [i, { name, bytes, seen = [] }] of documents.entries()) {
    const id = idFrom('doc', tenant, object.key, String(i));
    const came = {
      fileName: plainFileName(name).slice(-120) || 'adjunto',
      source: 'mail' as const,
      sender: mail.from,
      date: world.today,
      cameAt: at.toISOString(),
      bytes: bytes.length,
    };
    const document = {
      ...newDocument(came),
      ...(held ? {} : { madeFor: mail.from }),
      ...(seen.length > 0 ? { seen, flags: seen } : {}),
      ...(held ? { state: 'quarantined' as const, flags: [{ code: held, params: { sender: mail.from } }, ...seen] } : {}),
    };
    try {
      await records.commit([create(IntakeDocuments, id, document)]);
    } catch (error) {
      if (!(error instanceof AlreadyThere)) throw error;
    }
    await putObject('documents', intakeKey(tenant, id), bytes, 'application/octet-stream');
  }
  log('info', 'mail', { tenant, documents: documents.length, held });
}

/** SES takes 40 MB at most; what is larger did not come from it. */
async function bytesOf(object: UploadedObject): Promise<Buffer | undefined> {
  const open = await openObject('documents', object.key, { version: object.version() });
  if (!open) return undefined;
  try {
    if (open.bytes > MAX_DOCUMENT_BYTES) return undefined;
    const parts: Uint8Array[] = [];
    for await (const part of open.body) parts.push(part);
    return Buffer.concat(parts);
  } finally {
    open.close();
  }
}
