import writeXlsxFile, { type SheetData } from 'write-excel-file/node';
import { documentIdOf } from '#domain/finance/ledger/entry.ts';
import { type Sheet, type SheetFormat, type SheetName, sheetCsv, sheetLeads, sheetTitle } from '#domain/finance/statements/sheet.ts';
import { kindOf } from '#domain/kinds.ts';
import type { StoredCompany } from '#domain/platform/company/company.ts';
import { styleOf } from '#domain/platform/company/paper.ts';
import type { IsoDate } from '#kernel/date.ts';
import { invalid } from '#kernel/errors.ts';
import { minorText } from '#kernel/money.ts';
import { numberOf } from '#kernel/record.ts';
import { dateText, numberText } from '#runtime/paper/figures.ts';
import type { Paper, PaperLogo } from '#runtime/paper/paper.ts';
import { printPaper } from '#runtime/paper/print-paper.ts';

export const SHEET_TYPES: Readonly<Record<SheetFormat, string>> = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  pdf: 'application/pdf',
};

/** Whose statement it is, and of which days. */
export interface SheetOwner {
  readonly company: Pick<StoredCompany, 'name' | 'taxId' | 'address' | 'paper'>;
  readonly logo?: PaperLogo | undefined;
  readonly from: IsoDate;
  readonly to: IsoDate;
}

/** A statement as the bytes of a file. @throws DomainError `statement.too_wide`, `statement.too_long` (400) of what no PDF holds. */
export async function sheetFile(sheet: Sheet, format: SheetFormat, owner: SheetOwner): Promise<Uint8Array> {
  if (format === 'csv') return Buffer.from(sheetCsv(sheet));
  if (format === 'pdf') {
    requirePrintable(sheet);
    return printPaper(sheetPaper(sheet, owner));
  }
  return writeXlsxFile(workbook(sheet), {
    stickyRowsCount: 1,
    columns: [
      { width: 11 },
      ...sheetLeads(sheet)
        .slice(2)
        .map(() => ({ width: 36 })),
      { width: 60 },
      ...sheet.heads.map(() => ({ width: 18 })),
    ],
  }).toBuffer();
}

/** Columns of figures that a page across can hold. */
const MOST_ON_PAPER = 10;

/** A PDF of more rows is more than an answer may hold. */
const MOST_ROWS_ON_PAPER = 2000;

/** @throws DomainError `statement.too_wide`, `statement.too_long` (400). */
function requirePrintable({ heads, rows }: Sheet): void {
  if (heads.length > MOST_ON_PAPER)
    throw invalid(
      'statement.too_wide',
      `A page holds ${MOST_ON_PAPER} columns, and there are ${heads.length}: ask for XLSX or CSV, or for one value.`,
      'query.format',
      { limit: MOST_ON_PAPER, columns: heads.length },
    );
  if (rows.length > MOST_ROWS_ON_PAPER)
    throw invalid(
      'statement.too_long',
      `A PDF holds ${MOST_ROWS_ON_PAPER} lines, and there are ${rows.length}: ask for XLSX or CSV, or for a shorter range.`,
      'query.format',
      { why: 'pdf', limit: MOST_ROWS_ON_PAPER, lines: rows.length },
    );
}

/** Beyond what a cell holds exactly (15 digits), a figure is a text. */
const amountCell = (text: string) =>
  text.replace(/\D/g, '').length > 15 ? { value: text, type: String } : { value: Number(text), type: Number, format: '#,##0.00' };

/** Cells have types: a text is never taken for a formula, and an amount is a number. */
function workbook(sheet: Sheet): SheetData {
  const { heads, rows, warnings, byDay } = sheet;
  const leads = sheetLeads(sheet);
  const text = (value: string, bold = false) =>
    value === '' ? null : { value, type: String, ...(bold ? { fontWeight: 'bold' as const } : {}) };
  const day = (date: string) => ({ value: new Date(`${date}T00:00:00Z`), type: Date, format: 'dd/mm/yyyy' });
  return [
    [...leads, ...heads].map((head) => text(head, true)),
    ...rows.map(({ code, besides = [], text: words, level, amounts }) => [
      byDay && code !== '' ? day(code) : text(code),
      ...besides.map((each) => text(each)),
      text(words, level <= 2),
      ...amounts.map((sum) => ({ ...amountCell(minorText(sum)), ...(level <= 2 ? { fontWeight: 'bold' as const } : {}) })),
    ]),
    ...warnings.map((warning) => [...leads.slice(1).map(() => null), text(warning, true)]),
  ];
}

/** More columns of figures than a standing page holds. */
const WIDE_FROM = 5;

/** Sheets that are of one day, and of no range. */
const OF_A_DAY: readonly SheetName[] = ['balance-sheet', 'receivables-ageing', 'payables-ageing'];

/** An entry by the number of the document that posted it, as people know it: whole ids leave the texts no room. */
function printedNumber(entryId: string): string {
  const id = documentIdOf(entryId);
  const kind = kindOf(id);
  return kind ? numberOf(kind, id) : entryId;
}

/** Whose paper it is, as on every statement. */
export function letterheadOf({ company, logo }: Pick<SheetOwner, 'company' | 'logo'>, taxId: string): Paper['letterhead'] {
  const { language: _, ...colours } = styleOf(company.paper);
  return {
    name: company.name,
    lines: [taxId, `${company.address.postalCode} ${company.address.city}`],
    ...colours,
    ...(logo ? { logo } : {}),
  };
}

/** The statement on paper: code and text in one column, unless a row has more texts than these. */
export function sheetPaper(sheet: Sheet, { company, logo, from, to }: SheetOwner): Paper {
  const { name, language, heads, rows, warnings, subject, byDay } = sheet;
  const leads = sheetLeads(sheet);
  const line = leads.at(-1) ?? '';
  const days = OF_A_DAY.includes(name) ? dateText(to) : `${dateText(from)} – ${dateText(to)}`;
  const wide = heads.length >= WIDE_FROM;
  const width = wide ? { share: 1 } : {};
  const taxId = `${language === 'es' ? 'NIF' : 'Tax id'} ${company.taxId}`;
  return {
    language,
    title: sheetTitle(name, language),
    number: days,
    at: new Date(`${to}T00:00:00Z`),
    letterhead: letterheadOf({ company, logo }, taxId),
    parties: [],
    facts: subject ? [[language === 'es' ? 'Cuenta' : 'Account', subject]] : [],
    blocks: [
      {
        kind: 'lines',
        columns: [
          ...(leads.length > 2 ? leads.slice(0, -1).map((label) => ({ label })) : []),
          { label: line, share: wide ? 3 : 1 },
          ...heads.map((label) => ({ label, align: 'right' as const, ...width })),
        ],
        rows: rows.map(({ code, besides, text, amounts }) => [
          ...(besides ? [byDay ? dateText(code) : code, ...besides.map(printedNumber), text] : [`${code} ${text}`.trim()]),
          ...amounts.map((sum) => (BigInt(sum) === 0n ? '' : numberText(language, minorText(sum), 2))),
        ]),
        levels: rows.map(({ level }) => level),
      },
      ...(warnings.length > 0 ? [{ kind: 'remarks' as const, pairs: warnings.map((warning) => ['!', warning] as const) }] : []),
    ],
    foot: [company.name, taxId, days],
    wide,
  };
}
