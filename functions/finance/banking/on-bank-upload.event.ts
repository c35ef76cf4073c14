import { BankFiles, newBankFile, STATEMENT_KEY, type StoredBankFile } from '#domain/finance/banking/bank-file.ts';
import { COMPANY_ID, Companies } from '#domain/platform/company/company.ts';
import { create } from '#kernel/record.ts';
import { AlreadyThere } from '#runtime/conflicts.ts';
import { idFrom } from '#runtime/fingerprint.ts';
import { log } from '#runtime/log.ts';
import { WORKER } from '#runtime/record-item.ts';
import { Records } from '#runtime/records.ts';
import { startOnce } from '#runtime/task-tokens.ts';
import { type UploadedObject, uploadHandler } from '#runtime/uploads.ts';
import { BANK_STATEMENT, stepOfFile } from './bank-file-store.ts';

/** Starts reading each new file. A message that comes again finds the execution of its name there already. */
export const handler = uploadHandler('statements', 'statement.failed', startReading);

async function startReading({ key, event, version: versionOf }: UploadedObject): Promise<void> {
  const [, tenant, name = ''] = STATEMENT_KEY.exec(key) ?? [];
  if (!tenant) return;
  const at = new Date();
  const stamp = { by: WORKER, request: `statement-${event}`, action: 'onBankUpload', at };
  const records = new Records(tenant, stamp);
  if (!(await records.get(Companies, COMPANY_ID))) return log('warn', 'statement.stray', { key });
  const version = versionOf();
  const requested = await records.get(BankFiles, name);
  const link = requested?.key === key ? requested : undefined;
  const fileId = await fileOf(new Records(tenant, { ...stamp, by: link?.history[0]?.by ?? stamp.by }), link, { key, version, name, at });
  const started = await startOnce(BANK_STATEMENT, fileId, { tenant, fileId, version });
  log('info', 'statement', { tenant, fileId, started });
}

interface Arrived {
  readonly key: string;
  readonly version: string;
  readonly name: string;
  readonly at: Date;
}

/**
 * The file that the object is. Whoever asked for a link has the first object that comes by it; what comes by it later, and what
 * was dropped without asking, is a file of its own, by key and version.
 */
async function fileOf(records: Records, link: StoredBankFile | undefined, { key, version, name, at }: Arrived): Promise<string> {
  if (link?.version === version) return link.id;
  if (link && !link.version) return (await stepOfFile(records, link, { version })).id;
  const id = idFrom(BankFiles.prefix, records.tenant, key, version);
  const fileName = (link?.fileName ?? name).normalize('NFC');
  try {
    const file = newBankFile({ fileName, key, madeAt: at.toISOString() });
    await records.commit([
      create(BankFiles, id, { ...file, version, ...(link?.bankAccountId ? { bankAccountId: link.bankAccountId } : {}) }),
    ]);
  } catch (error) {
    if (!(error instanceof AlreadyThere)) throw error;
  }
  return id;
}
