import * as z from 'zod/mini';
import { Imports, MAX_FILE_BYTES, type StoredImport } from '#domain/sales/imports/import.ts';
import type { PlanSize } from '#domain/sales/imports/plan.ts';
import { type ImportProfile, importProfileOf } from '#domain/sales/imports/profiles.ts';
import { isReturn } from '#domain/sales/imports/rows.ts';
import { openObject } from '#runtime/documents.ts';
import type { Records } from '#runtime/records.ts';
import { task } from '#runtime/task.ts';
import { FileFault, readShopFile } from './csv-file.ts';
import { failImportWith, step } from './import-store.ts';
import { writePlan } from './plan-store.ts';

const Input = z.strictObject({ tenant: z.string(), importId: z.string(), execution: z.string(), version: z.string() });

/** Reads the whole file and plans its documents before the first of them is taken: of a broken file nothing is. */
export const handler = task('readFile', Input, async ({ input, records, now }) => {
  const { tenant, importId, version } = input;
  const before = await records.getOrThrow(Imports, importId);
  if (before.status !== 'waiting' && before.status !== 'running') return { tenant, importId, refused: true };
  const started = before.startedAt ? before : await step(records, before, { status: 'running', startedAt: now.toISOString() });
  if (started.size) return { tenant, importId, refused: false };
  return { tenant, importId, refused: !(await read(records, started, version)) };
});

async function read(records: Records, before: StoredImport, version: string): Promise<boolean> {
  try {
    const profile = importProfileOf(before.profile);
    await step(records, before, { size: await planOf(records.tenant, before, profile, version) });
    return true;
  } catch (error) {
    if (!(error instanceof FileFault)) throw error;
    await failImportWith(records, before.id, error.fault);
    return false;
  }
}

async function planOf(tenant: string, { id, key }: StoredImport, profile: ImportProfile, version: string): Promise<PlanSize> {
  const file = await openObject('documents', key, { version });
  if (!file) throw new FileFault('gone', 'The file was deleted before it was read. Send it again.');
  try {
    if (file.bytes === 0) throw new FileFault('empty', 'The file is empty: it has 0 bytes.');
    if (file.bytes > MAX_FILE_BYTES)
      throw new FileFault(
        'too_large',
        `The file has ${file.bytes} bytes; the most is ${MAX_FILE_BYTES}. Split it into several.`,
        undefined,
        {
          bytes: file.bytes,
          limit: MAX_FILE_BYTES,
        },
      );
    const grouping = await readShopFile(file.body, profile);
    const documents = await writePlan(
      tenant,
      id,
      grouping.documents((number) => isReturn(profile, number)),
    );
    return { rows: grouping.rows, documents };
  } finally {
    file.close();
  }
}
