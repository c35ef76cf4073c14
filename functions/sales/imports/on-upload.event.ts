import { COMPANY_ID, Companies } from '#domain/platform/company/company.ts';
import { Imports, type NewImport, newImport, type StoredImport } from '#domain/sales/imports/import.ts';
import { DEFAULT_PROFILE } from '#domain/sales/imports/profiles.ts';
import { dateIn } from '#kernel/date.ts';
import { create } from '#kernel/record.ts';
import { AlreadyThere } from '#runtime/conflicts.ts';
import { idFrom } from '#runtime/fingerprint.ts';
import { log } from '#runtime/log.ts';
import { WORKER } from '#runtime/record-item.ts';
import { Records } from '#runtime/records.ts';
import { startOnce } from '#runtime/task-tokens.ts';
import { type UploadedObject, uploadHandler } from '#runtime/uploads.ts';
import { step } from './import-store.ts';

const WORKFLOW = 'order-import';
/** Only these are shop files: the company's name is the folder. */
const UPLOAD = /^imports\/orders\/([a-z][a-z0-9-]{1,30})\/([^/]{1,200})\.csv$/i;

/** Starts an import for each new file. A message that comes again finds the execution of its name there already. */
export const handler = uploadHandler('uploads', 'upload.failed', startImport);

async function startImport({ key, event, version: versionOf }: UploadedObject): Promise<void> {
  const [, tenant, name = ''] = UPLOAD.exec(key) ?? [];
  if (!tenant) return;
  const at = new Date();
  const stamp = { by: WORKER, request: `upload-${event}`, action: 'onUpload', at };
  const records = new Records(tenant, stamp);
  const company = await records.get(Companies, COMPANY_ID);
  if (!company) return log('warn', 'upload.stray', { key });
  const version = versionOf();
  const requested = await records.get(Imports, name);
  const link = requested?.key === key ? requested : undefined;
  const importId = await importOf(new Records(tenant, { ...stamp, by: link?.history[0]?.by ?? stamp.by }), link, {
    profile: link?.profile ?? DEFAULT_PROFILE,
    fileName: link?.fileName ?? `${name}.csv`.normalize('NFC'),
    key,
    version,
    date: dateIn(company.timeZone, at),
    madeAt: at.toISOString(),
  });
  const started = await startOnce(WORKFLOW, importId, { tenant, importId, version });
  log('info', 'upload', { tenant, importId, started });
}

/**
 * The import that reads the object. Whoever asked for a link has the first file that comes by it; what comes by it later, and
 * what was dropped without asking, is an import of its own, by key and version.
 */
async function importOf(records: Records, link: StoredImport | undefined, file: NewImport & { readonly version: string }): Promise<string> {
  const { version } = file;
  if (link?.version === version) return link.id;
  if (link && !link.version) return (await step(records, link, { version })).id;
  const id = idFrom('imp', records.tenant, file.key, version);
  try {
    await records.commit([create(Imports, id, { ...newImport(file), version })]);
  } catch (error) {
    if (!(error instanceof AlreadyThere)) throw error;
  }
  return id;
}
