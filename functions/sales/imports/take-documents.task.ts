import * as z from 'zod/mini';
import { COMPANY_ID, Companies } from '#domain/platform/company/company.ts';
import { counted, Imports, type StoredImport } from '#domain/sales/imports/import.ts';
import { profileOf } from '#domain/sales/imports/profiles.ts';
import type { Records } from '#runtime/records.ts';
import { task } from '#runtime/task.ts';
import { step } from './import-store.ts';
import { Masters } from './masters.ts';
import { type Planned, readPlan } from './plan-store.ts';
import { type Run, standings, takeDocument } from './taking.ts';

const Input = z.strictObject({ tenant: z.string(), importId: z.string(), execution: z.string() });

/** How long one call goes on taking documents. */
const BUDGET_MS = 60_000;
/** Documents looked up, and items and customers made, at once. */
const WINDOW = 25;
/** People watch the progress: it is saved at least so often. */
const SAVE_MS = 2000;

/** Takes documents in the order of the file, one after the other, and tells how far it has come. */
export const handler = task('takeDocuments', Input, async ({ input, records }) => {
  const { tenant, importId } = input;
  const [started, company] = await Promise.all([records.need(Imports, importId), records.need(Companies, COMPANY_ID)]);
  if (started.status !== 'running') return { tenant, importId, more: false };
  const profile = profileOf(started.profile);
  const run: Run = { importId, profile, company, masters: new Masters(records, profile, company) };
  const until = Date.now() + BUDGET_MS;
  let now: StoredImport = started;
  for await (const window of readPlan(tenant, importId, started.position, WINDOW)) {
    now = await takeWindow(records, run, now, window);
    if (Date.now() > until) return { tenant, importId, more: true };
  }
  return { tenant, importId, more: false };
});

async function takeWindow(records: Records, run: Run, before: StoredImport, window: readonly Planned[]): Promise<StoredImport> {
  const looked = await standings(
    records,
    run,
    window.map(({ document }) => document),
  );
  await run.masters.ensure(looked.flatMap(({ standing, document }) => (standing === 'new' ? [document] : [])));
  let now = before;
  let { tally } = before;
  let saved = Date.now();
  for (const [i, { document, next }] of window.entries()) {
    tally = counted(tally, await takeDocument(records, run, looked[i] ?? { document, standing: 'none' }));
    if (Date.now() - saved < SAVE_MS && i < window.length - 1) continue;
    now = await step(records, now, { position: next, tally });
    saved = Date.now();
  }
  return now;
}
