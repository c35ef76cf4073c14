import { Imports, importActions } from '#domain/sales/imports/import.ts';
import { REPORT_HEADER, type ReportRow, reportLine } from '#domain/sales/imports/report.ts';
import { invalid, throwIf } from '#kernel/errors.ts';
import { BOM } from '#kernel/text.ts';
import { putObject, readText } from '#runtime/documents.ts';
import { decodeCursor, encodeCursor } from '#runtime/lists.ts';
import type { Records } from '#runtime/records.ts';

/** Rows in one part of the report: what a page of it reads. */
export const PART_ROWS = 1000;

const folder = (tenant: string, importId: string): string => `${tenant}/imports/${importId}`;
export const reportKey = (tenant: string, importId: string, kind: 'json' | 'csv'): string => `${folder(tenant, importId)}/report.${kind}`;
const partKey = (tenant: string, importId: string, part: number): string => `${folder(tenant, importId)}/rows/${part}.json`;

/** Writes the report: whole as JSON and CSV, and in parts for those who look through it row by row. */
export async function writeReport(tenant: string, importId: string, summary: object, rows: readonly ReportRow[]): Promise<void> {
  for (let part = 0; part * PART_ROWS < rows.length; part += 1) {
    const slice = rows.slice(part * PART_ROWS, (part + 1) * PART_ROWS);
    await putObject('reports', partKey(tenant, importId, part), JSON.stringify(slice), 'application/json');
  }
  await putObject(
    'reports',
    reportKey(tenant, importId, 'csv'),
    bytesOf([BOM, REPORT_HEADER, '\n'], rows, (row) => `${reportLine(row)}\n`),
    'text/csv',
  );
  const head = `${JSON.stringify(summary).slice(0, -1)},"rows":[\n`;
  const json = bytesOf([head], rows, (row, i) => `${i > 0 ? ',\n' : ''}${JSON.stringify(row)}`, '\n]}\n');
  await putObject('reports', reportKey(tenant, importId, 'json'), json, 'application/json');
}

/** One buffer of many small texts, without a string of them all. */
function bytesOf(head: readonly string[], rows: readonly ReportRow[], text: (row: ReportRow, i: number) => string, end = ''): Buffer {
  const parts = [Buffer.from(head.join(''))];
  for (let at = 0; at < rows.length; at += PART_ROWS)
    parts.push(
      Buffer.from(
        rows
          .slice(at, at + PART_ROWS)
          .map((row, i) => text(row, at + i))
          .join(''),
      ),
    );
  return Buffer.concat([...parts, Buffer.from(end)]);
}

/** A part of the report's rows; undefined behind the last. */
export async function readPart(tenant: string, importId: string, part: number): Promise<ReportRow[] | undefined> {
  const text = await readText('reports', partKey(tenant, importId, part));
  return text === undefined ? undefined : (JSON.parse(text) as ReportRow[]);
}

/** The import, which must have a report. @throws DomainError `import.not_found` (404), `import.not_done` (422). */
export async function requireDone(records: Records, importId: string): Promise<void> {
  throwIf(importActions.getImportReport(await records.getOrThrow(Imports, importId, 'path.importId')));
}

/** One request looks through no more than this many parts; its page may then be short and the cursor goes on. */
const MAX_PARTS = 10;

interface PageRequest {
  readonly limit: number;
  readonly cursor?: string | undefined;
}

/** One page of the report's rows. */
export async function findRows(
  tenant: string,
  importId: string,
  { limit, cursor }: PageRequest,
  where: (row: ReportRow) => boolean,
): Promise<{ items: ReportRow[]; nextCursor?: string }> {
  const first = cursor ? Number(decodeCursor(cursor, [importId]).sort) : 0;
  if (!Number.isSafeInteger(first) || first < 0)
    throw invalid('cursor.invalid', 'The cursor is not one that this list gave out.', 'query.cursor');
  const nextAt = (row: number) => encodeCursor({ bucket: importId, sort: String(row) });
  const items: ReportRow[] = [];
  let at = first;
  for await (const row of rowsFrom(tenant, importId, first)) {
    if (items.length === limit) return { items, nextCursor: nextAt(at) };
    if (where(row)) items.push(row);
    at += 1;
  }
  const looked = at === (Math.floor(first / PART_ROWS) + MAX_PARTS) * PART_ROWS;
  return looked ? { items, nextCursor: nextAt(at) } : { items };
}

/** The rows from one on, as far as one request looks. */
async function* rowsFrom(tenant: string, importId: string, first: number): AsyncGenerator<ReportRow> {
  const from = Math.floor(first / PART_ROWS);
  for (let part = from; part < from + MAX_PARTS; part += 1) {
    const rows = (await readPart(tenant, importId, part)) ?? [];
    yield* rows.slice(part === from ? first % PART_ROWS : 0);
    if (rows.length < PART_ROWS) return;
  }
}
