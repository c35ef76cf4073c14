import { COMPANY_ID, Companies } from '#domain/platform/company/company.ts';
import { Imports } from '#domain/sales/imports/import.ts';
import { yearOf, yearsBetween } from '#kernel/date.ts';
import type { Records } from '#runtime/records.ts';
import { sweep } from '#runtime/sweep.ts';
import { lastRun, startOnce } from '#runtime/task-tokens.ts';

const WORKFLOW = 'order-import';

/**
 * Starts the execution of a running import again that ended without ending it (by hand, or with the emulator): with the
 * same input, under the next name. What it has made already it recognises.
 */
export const handler = sweep('reconcile-imports', {
  type: Imports,
  wants: ({ status }) => status === 'running' || status === 'waiting',
  fiscalYears: yearsOfImports,
  handle: async (_, { id }) => {
    const run = await lastRun(WORKFLOW, id);
    // An import that still waits for its file has no execution yet.
    if (run && !run.running) await startOnce(WORKFLOW, run.nextName, run.input);
  },
});

/** Imports are dated by the day on which they were made. */
async function yearsOfImports(records: Records): Promise<string[]> {
  const company = await records.get(Companies, COMPANY_ID);
  const now = new Date().toISOString();
  return company ? yearsBetween(yearOf(company.history[0]?.at ?? now), yearOf(now)) : [];
}
