import type { S3Event, SQSBatchResponse, SQSEvent } from 'aws-lambda';
import { COMPANY_ID, Companies } from '#domain/platform/company/company.ts';
import { Imports, newImport } from '#domain/sales/imports/import.ts';
import { DEFAULT_PROFILE } from '#domain/sales/imports/profiles.ts';
import { dateIn } from '#kernel/date.ts';
import { create } from '#kernel/record.ts';
import { AlreadyThere } from '#runtime/conflicts.ts';
import { idFrom } from '#runtime/fingerprint.ts';
import { log } from '#runtime/log.ts';
import { Records } from '#runtime/records.ts';
import { startOnce } from '#runtime/task-tokens.ts';

const WORKFLOW = 'order-import';
/** Only these are shop files: the company's name is the folder. */
const UPLOAD = /^imports\/orders\/([a-z][a-z0-9-]{1,30})\/([^/]{1,200})\.csv$/i;

type S3Object = S3Event['Records'][number]['s3']['object'];

/** Starts an import for each new file. A message that comes again finds the execution of its name there already. */
export const handler = async ({ Records: messages }: SQSEvent): Promise<SQSBatchResponse> => {
  const failed: string[] = [];
  for (const { messageId, body } of messages) {
    try {
      const { Records: uploads = [] } = JSON.parse(body) as Partial<S3Event>;
      for (const { s3 } of uploads) await startImport(s3.object);
    } catch (error) {
      failed.push(messageId);
      log('error', 'upload.failed', { messageId, message: String(error), stack: error instanceof Error ? error.stack : undefined });
    }
  }
  log('info', 'uploads', { messages: messages.length, failed: failed.length });
  return { batchItemFailures: failed.map((itemIdentifier) => ({ itemIdentifier })) };
};

async function startImport(object: S3Object): Promise<void> {
  const key = decodeURIComponent(object.key.replaceAll('+', ' '));
  const [, tenant, name = ''] = UPLOAD.exec(key) ?? [];
  if (!tenant) return;
  const now = new Date();
  const records = new Records(tenant, {
    by: 'workflow',
    request: `upload-${object.sequencer ?? object.eTag}`,
    action: 'onUpload',
    at: now,
  });
  const company = await records.get(Companies, COMPANY_ID);
  if (!company) return log('warn', 'upload.stray', { key });
  const asked = await records.get(Imports, name);
  // Whoever asked for the import has its file now. What was dropped without asking is an import of its own, by key and version.
  const importId = asked?.key === key ? asked.id : idFrom('imp', tenant, key, object.versionId ?? object.sequencer ?? object.eTag);
  if (importId !== asked?.id) await record(records, importId, { key, fileName: `${name}.csv`, date: dateIn(company.timeZone, now) }, now);
  const started = await startOnce(WORKFLOW, importId, { tenant, importId, etag: object.eTag });
  log('info', 'upload', { tenant, importId, started });
}

async function record(records: Records, id: string, dropped: { key: string; fileName: string; date: string }, now: Date): Promise<void> {
  try {
    await records.commit([create(Imports, id, newImport({ ...dropped, profile: DEFAULT_PROFILE, madeAt: now.toISOString() }))]);
  } catch (error) {
    if (!(error instanceof AlreadyThere)) throw error;
  }
}
