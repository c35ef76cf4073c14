import { INTAKE_KEY, IntakeDocuments, newDocument } from '#domain/automation/intake/intake-document.ts';
import { DomainError } from '#kernel/errors.ts';
import { prefixOf } from '#kernel/id.ts';
import { create } from '#kernel/record.ts';
import { AlreadyThere } from '#runtime/conflicts.ts';
import { idFrom } from '#runtime/fingerprint.ts';
import { log } from '#runtime/log.ts';
import { WORKER } from '#runtime/record-item.ts';
import { Records } from '#runtime/records.ts';
import { firstName, startOnce } from '#runtime/task-tokens.ts';
import { type UploadedObject, uploadHandler } from '#runtime/uploads.ts';
import { companyAndDay } from '../../platform/service.ts';
import { WORKFLOW } from './document-store.ts';

/** Starts the reading of each file that comes in. A message that comes again finds the execution of its name there already. */
export const handler = uploadHandler('documents', 'document.failed', startReading);

async function startReading(object: UploadedObject): Promise<void> {
  const [, tenant, name = ''] = INTAKE_KEY.exec(object.key) ?? [];
  if (!tenant) return;
  const at = new Date();
  const records = new Records(tenant, { by: WORKER, request: `document-${object.event}`, action: 'onDocument', at });
  const documentId = await documentOf(records, name, object, at);
  if (!documentId) return log('warn', 'document.stray', { tenant, key: object.key });
  const version = object.version();
  const started = await startOnce(WORKFLOW, firstName(tenant, documentId), { tenant, documentId, key: object.key, version });
  log('info', 'document', { tenant, documentId, started });
}

/** The document that was announced under the name; for a file that was dropped, a new one by its key and version. */
async function documentOf(records: Records, name: string, object: UploadedObject, at: Date): Promise<string | undefined> {
  const announced = prefixOf(name) === IntakeDocuments.prefix ? await records.get(IntakeDocuments, name) : undefined;
  if (announced) return announced.state === 'waiting' ? announced.id : undefined;
  // A prefix of no company: it would come again until somebody founds one of that name.
  const world = await companyAndDay(records, at).catch((error: unknown) => {
    if (error instanceof DomainError && error.code === 'company.not_found') return undefined;
    throw error;
  });
  if (!world) return undefined;
  const { today } = world;
  const id = idFrom('doc', records.tenant, object.key, object.version());
  const dropped = { fileName: name.normalize('NFC'), source: 'drop' as const, date: today, cameAt: at.toISOString(), bytes: object.bytes };
  try {
    await records.commit([create(IntakeDocuments, id, newDocument(dropped))]);
  } catch (error) {
    if (!(error instanceof AlreadyThere)) throw error;
  }
  return id;
}
