import writeXlsxFile, { type SheetData } from 'write-excel-file/node';
import { type Sheet, type SheetFormat, sheetCsv, sheetHeads, sheetTitle } from '#domain/finance/statements/sheet.ts';
import type { StoredCompany } from '#domain/platform/company/company.ts';
import { styleOf } from '#domain/platform/company/paper.ts';
import type { IsoDate } from '#kernel/date.ts';
import { minorText } from '#kernel/money.ts';
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

/** A statement as the bytes of a file. */
export async function sheetFile(sheet: Sheet, format: SheetFormat, owner: SheetOwner): Promise<Uint8Array> {
  if (format === 'csv') return Buffer.from(sheetCsv(sheet));
  if (format === 'pdf') return printPaper(sheetPaper(sheet, owner));
  return writeXlsxFile(workbook(sheet), {
    stickyRowsCount: 1,
    columns: [{ width: 11 }, { width: 60 }, ...sheet.heads.map(() => ({ width: 18 }))],
  }).toBuffer();
}

/** Beyond what a cell holds exactly (15 digits), a figure is a text. */
const amountCell = (text: string) =>
  text.replace(/\D/g, '').length > 15 ? { value: text, type: String } : { value: Number(text), type: Number, format: '#,##0.00' };

/** Cells have types: a text is never taken for a formula, and an amount is a number. */
function workbook({ language, heads, rows, warnings }: Sheet): SheetData {
  const text = (value: string, bold = false) =>
    value === '' ? null : { value, type: String, ...(bold ? { fontWeight: 'bold' as const } : {}) };
  return [
    [...sheetHeads(language), ...heads].map((head) => text(head, true)),
    ...rows.map(({ code, text: words, level, amounts }) => [
      text(code),
      text(words, level <= 2),
      ...amounts.map((sum) => ({ ...amountCell(minorText(sum)), ...(level <= 2 ? { fontWeight: 'bold' as const } : {}) })),
    ]),
    ...warnings.map((warning) => [null, text(warning, true)]),
  ];
}

/** More columns of figures than a standing page holds. */
const WIDE_FROM = 5;

/** The statement on paper. */
export function sheetPaper({ name, language, heads, rows, warnings }: Sheet, { company, logo, from, to }: SheetOwner): Paper {
  const { language: _, ...colours } = styleOf(company.paper);
  const [, line] = sheetHeads(language);
  const days = `${dateText(from)} – ${dateText(to)}`;
  const wide = heads.length >= WIDE_FROM;
  const width = wide ? { share: 1 } : {};
  const taxId = `${language === 'es' ? 'NIF' : 'Tax id'} ${company.taxId}`;
  return {
    language,
    title: sheetTitle(name, language),
    number: name === 'balance-sheet' ? dateText(to) : days,
    at: new Date(`${to}T00:00:00Z`),
    letterhead: {
      name: company.name,
      lines: [taxId, `${company.address.postalCode} ${company.address.city}`],
      ...colours,
      ...(logo ? { logo } : {}),
    },
    parties: [],
    facts: [],
    blocks: [
      {
        kind: 'lines',
        columns: [{ label: line, share: wide ? 3 : 1 }, ...heads.map((label) => ({ label, align: 'right' as const, ...width }))],
        rows: rows.map(({ code, text, amounts }) => [
          `${code} ${text}`.trim(),
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
