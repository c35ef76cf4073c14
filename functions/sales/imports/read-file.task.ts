import * as z from 'zod/mini';
import { Imports, MAX_BYTES, type StoredImport } from '#domain/sales/imports/import.ts';
import type { PlanSize } from '#domain/sales/imports/plan.ts';
import { type Profile, profileOf } from '#domain/sales/imports/profiles.ts';
import { isReturn } from '#domain/sales/imports/rows.ts';
import { openObject } from '#runtime/documents.ts';
import type { Records } from '#runtime/records.ts';
import { task } from '#runtime/task.ts';
import { FileFault, readShopFile } from './csv-file.ts';
import { failImportWith, step } from './import-store.ts';
import { writePlan } from './plan-store.ts';

const Input = z.strictObject({ tenant: z.string(), importId: z.string(), execution: z.string(), etag: z.string() });

/** Reads the whole file and plans its documents before the first of them is taken: of a broken file nothing is. */
export const handler = task('readFile', Input, async ({ input, records, now }) => {
  const { tenant, importId, etag } = input;
  const before = await records.need(Imports, importId);
  if (before.status !== 'waiting' && before.status !== 'running') return { tenant, importId, refused: true };
  const started = before.startedAt ? before : await step(records, before, { status: 'running', startedAt: now.toISOString() });
  if (started.size) return { tenant, importId, refused: false };
  return { tenant, importId, refused: !(await read(records, started, etag)) };
});

async function read(records: Records, before: StoredImport, etag: string): Promise<boolean> {
  try {
    const profile = profileOf(before.profile);
    await step(records, before, { size: await planOf(records.tenant, before, profile, etag) });
    return true;
  } catch (error) {
    if (!(error instanceof FileFault)) throw error;
    await failImportWith(records, before.id, error.fault);
    return false;
  }
}

async function planOf(tenant: string, { id, key }: StoredImport, profile: Profile, etag: string): Promise<PlanSize> {
  const file = await openObject('documents', key, { etag });
  if (!file)
    throw new FileFault('replaced', 'The file is gone, or was replaced by another before it was read. The other has an import of its own.');
  try {
    if (file.bytes === 0) throw new FileFault('empty', 'The file is empty: it has 0 bytes.');
    if (file.bytes > MAX_BYTES)
      throw new FileFault('too_large', `The file has ${file.bytes} bytes; the most is ${MAX_BYTES}. Split it into several.`, undefined, {
        bytes: file.bytes,
        limit: MAX_BYTES,
      });
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
