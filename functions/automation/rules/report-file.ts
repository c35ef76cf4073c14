import { REPORT_SOURCES, type ReportOf, type ReportSource } from '#api/rule-reports.ts';
import { type ReportName, reportSpec, spanOf } from '#domain/automation/rules/report.ts';
import { type TableLanguage, tableCsv, tableOf } from '#domain/automation/rules/report-table.ts';
import { daysOf } from '#domain/automation/rules/span.ts';
import { BookExports } from '#domain/finance/ledger/export-record.ts';
import { TaxFiles } from '#domain/finance/tax/tax-file.ts';
import { COMPANY_ID, Companies } from '#domain/platform/company/company.ts';
import { styleOf } from '#domain/platform/company/paper.ts';
import { normalise } from '#kernel/text.ts';
import { readObject } from '#runtime/documents.ts';
import type { Records } from '#runtime/records.ts';
import { type DoorAnswer, type DoorCaller, enterDoor } from './door-gateway.ts';
import { readLists } from './report-lists.ts';
import { tableWorkbook } from './report-workbook.ts';

/** A report that is made: its bytes, or where they are kept already. */
export interface ReportFile {
  readonly fileName: string;
  readonly contentType: string;
  readonly bytes?: Uint8Array;
  readonly kept?: { readonly key: string; readonly size: number };
}

/** What became of making a report. `preparing`: its file is still being made, and who makes it tells when it is there. */
export type MadeReport = { readonly made: ReportFile } | 'preparing' | Extract<DoorAnswer, { ok: false }>;

interface Wanted extends Omit<ReportOf, 'today'> {
  readonly report: ReportName;
}

/** Mail servers take more; many people's do not. */
export const MAX_ATTACHED = 3_000_000;

/** Makes a report by the actions of the API, as whoever answers for the rule may have it. */
export async function makeReport(records: Records, wanted: Wanted, date: string, caller: DoorCaller): Promise<MadeReport> {
  const of: ReportOf = { ...wanted, today: date, span: spanOf(wanted.report, wanted.span) };
  const source = REPORT_SOURCES[wanted.report];
  if (source.by === 'table') return tableFile(records, wanted.report, of, caller);
  const answer = await enterDoor({ door: source.door, ...source.ask(of) }, caller);
  if (!answer.ok) return answer;
  if (source.by === 'kept') return keptFile(records, source.door, answer.body);
  const { fileName, contentType, content } = answer.body as unknown as Omit<ReportFile, 'bytes'> & { readonly content: string };
  return { made: { fileName, contentType, bytes: Buffer.from(content, 'base64') } };
}

/** A file that its action keeps below a key of its own. */
async function keptFile(
  records: Records,
  door: Extract<ReportSource, { by: 'kept' }>['door'],
  body: Readonly<Record<string, unknown>>,
): Promise<MadeReport> {
  const id = String(body.id);
  const record = door === 'createTaxFile' ? await records.get(TaxFiles, id) : await records.get(BookExports, id);
  if (record?.bytes === undefined) return 'preparing';
  const { key, fileName, bytes: size } = record;
  const bytes = size <= MAX_ATTACHED ? await readObject('reports', key) : undefined;
  return { made: { fileName, contentType: String(body.contentType), kept: { key, size }, ...(bytes ? { bytes } : {}) } };
}

const CONTENT_TYPES = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const;

async function tableFile(records: Records, report: ReportName, { today, span, format }: ReportOf, caller: DoorCaller): Promise<MadeReport> {
  const source = REPORT_SOURCES[report];
  if (source.by !== 'table') throw new Error(`${report} is no table`);
  const days = span && daysOf(span, today);
  const [answer, company] = [
    await readLists(source, days ? { ...(days.from ? { from: days.from } : {}), to: days.to } : {}, caller),
    await records.getOrThrow(Companies, COMPANY_ID),
  ];
  if (!answer.ok) return answer;
  const language: TableLanguage = styleOf(company.paper).language;
  const table = tableOf(source, answer.rows, language);
  const kind = format === 'csv' ? 'csv' : 'xlsx';
  const bytes = kind === 'csv' ? Buffer.from(tableCsv(table, language)) : await tableWorkbook(table);
  return { made: { fileName: `${fileNameOf(report, language, days ?? { to: today })}.${kind}`, contentType: CONTENT_TYPES[kind], bytes } };
}

/** `ventas-por-cliente-2026-11-01-2026-11-30`. */
const fileNameOf = (report: ReportName, language: TableLanguage, { from, to }: { readonly from?: string; readonly to: string }): string =>
  [normalise(reportSpec(report)[language]).replace(/[^a-z0-9]+/g, '-'), from, to].filter(Boolean).join('-');
