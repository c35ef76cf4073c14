import { type Fault, type Import, Imports, type StoredImport } from '#domain/sales/imports/import.ts';
import { update } from '#kernel/record.ts';
import { untilCommitted } from '#runtime/conflicts.ts';
import type { Records } from '#runtime/records.ts';

/** Where uploads are dropped: `imports/orders/<tenant>/<file>.csv`. */
export const uploadKey = (tenant: string, importId: string): string => `imports/orders/${tenant}/${importId}.csv`;

/** Saves a step of an import, and gives it as it then stands. */
export const step = async (records: Records, before: StoredImport, data: Partial<Import>): Promise<StoredImport> =>
  await records.save([update(Imports, before, { ...before, ...data })]);

/** Ends an import that cannot go on; one that has ended stays as it is. */
export const failImportWith = (records: Records, importId: string, fault: Fault): Promise<void> =>
  untilCommitted(async () => {
    const before = await records.getOrThrow(Imports, importId);
    if (before.status === 'done' || before.status === 'failed') return;
    await step(records, before, { status: 'failed', finishedAt: new Date().toISOString(), fault });
  });
