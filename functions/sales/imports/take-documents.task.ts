import * as z from 'zod/mini';
import { COMPANY_ID, Companies } from '#domain/platform/company/company.ts';
import { counted, type DocumentOutcome, type Import, Imports, type StoredImport } from '#domain/sales/imports/import.ts';
import { importProfileOf } from '#domain/sales/imports/profiles.ts';
import { isToDo } from '#domain/sales/imports/shop-document.ts';
import { isUnreadable } from '#kernel/errors.ts';
import { log } from '#runtime/log.ts';
import { isOwnFault } from '#runtime/problem.ts';
import { Records } from '#runtime/records.ts';
import { task } from '#runtime/task.ts';
import { type ImportRun, importDocument, lookUpDocuments } from './document-import.ts';
import { authorityOf } from './import-authority.ts';
import { step } from './import-store.ts';
import { MasterData } from './master-data.ts';
import { type Planned, readPlan } from './plan-store.ts';

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
  const [started, company] = await Promise.all([records.getOrThrow(Imports, importId), records.getOrThrow(Companies, COMPANY_ID)]);
  if (started.status !== 'running') return { tenant, importId, more: false };
  const profile = importProfileOf(started.profile);
  const authority = await authorityOf(records, started);
  // What is made bears the name of whoever made the import.
  const own = new Records(tenant, { ...records.stamp, by: authority.by });
  const masters = new MasterData(own, profile, company);
  const approves = started.approves !== undefined;
  const run: ImportRun = { importId, importedAt: started.madeAt, profile, company, masters, authority, approves };
  const until = Date.now() + BUDGET_MS;
  let now: StoredImport = started;
  for await (const window of readPlan(tenant, importId, started.position, WINDOW)) {
    now = await takeWindow(own, run, now, window);
    if (Date.now() > until) return { tenant, importId, more: true };
  }
  return { tenant, importId, more: false };
});

async function takeWindow(records: Records, run: ImportRun, before: StoredImport, window: readonly Planned[]): Promise<StoredImport> {
  const looked = await lookUpDocuments(
    records,
    run,
    window.map(({ document }) => document),
  );
  await ensureTogether(run, looked.flat());
  let now = before;
  let saved = Date.now();
  let counts: Pick<Import, 'position' | 'tally'> = before;
  try {
    for (const [i, { next }] of window.entries()) {
      let { tally } = counts;
      for (const outcome of looked[i] ?? []) tally = counted(tally, await importDocument(records, run, outcome));
      counts = { position: next, tally };
      if (Date.now() - saved < SAVE_MS && i < window.length - 1) continue;
      now = await step(records, now, counts);
      saved = Date.now();
    }
  } catch (error) {
    // What was taken is told, also where the next document stops the call.
    if (counts.position > now.position) await step(records, now, counts);
    throw error;
  }
  return now;
}

/** What the documents of a window name is made at once. Where one of them spoils it for all, each is looked after by itself. */
async function ensureTogether({ masters }: ImportRun, looked: readonly DocumentOutcome[]): Promise<void> {
  try {
    await masters.ensure(looked.flatMap(({ status, document }) => (isToDo(status) ? [document] : [])));
  } catch (error) {
    if (!isOwnFault(error) && !isUnreadable(error)) throw error;
    log('warn', 'import.window', { cause: String(error) });
  }
}
