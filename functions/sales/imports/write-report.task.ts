import * as z from 'zod/mini';
import { Imports } from '#domain/sales/imports/import.ts';
import { importProfileOf } from '#domain/sales/imports/profiles.ts';
import { type ReportRow, rowsOf } from '#domain/sales/imports/report.ts';
import { documentView, ImportDocumentView, ImportView, importView } from '#domain/sales/imports/wire.ts';
import { task } from '#runtime/task.ts';
import { lookUpDocuments } from './document-import.ts';
import { step } from './import-store.ts';
import { readPlan } from './plan-store.ts';
import { writeReport } from './report-store.ts';

const Input = z.strictObject({ tenant: z.string(), importId: z.string(), execution: z.string() });

/** Writes what became of every row, from the plan and the documents as they are kept: the same however often it is asked. */
export const handler = task('writeReport', Input, async ({ input, records }) => {
  const { tenant, importId } = input;
  const before = await records.getOrThrow(Imports, importId);
  if (before.status !== 'running') return { done: true };
  const profile = importProfileOf(before.profile);
  const run = { importId, profile };
  const rows: ReportRow[] = [];
  const documents: object[] = [];
  for await (const window of readPlan(tenant, importId, 0, 100))
    for (const outcome of (
      await lookUpDocuments(
        records,
        run,
        window.map(({ document }) => document),
      )
    ).flat()) {
      rows.push(...rowsOf(outcome));
      documents.push(z.encode(ImportDocumentView, documentView(outcome)));
    }
  rows.sort((a, b) => a.line - b.line);
  const ended = { status: 'done' as const, finishedAt: new Date().toISOString() };
  await writeReport(tenant, importId, { import: z.encode(ImportView, importView({ ...before, ...ended })), documents }, rows);
  await step(records, before, ended);
  return { done: true };
});
