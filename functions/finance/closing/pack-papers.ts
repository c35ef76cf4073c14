import { lastDayOfMonth } from '#domain/finance/closing/month-close.ts';
import type { Sheet, SheetFormat, SheetName } from '#domain/finance/statements/sheet.ts';
import { logoKey, styleOf } from '#domain/platform/company/paper.ts';
import { DomainError } from '#kernel/errors.ts';
import { minorText } from '#kernel/money.ts';
import { BOM } from '#kernel/text.ts';
import { loadLogo } from '#runtime/paper/load-logo.ts';
import type { PaperLogo } from '#runtime/paper/paper.ts';
import { readSheet } from '../statements/sheet-reader.ts';
import { SHEET_TYPES, sheetFile } from '../statements/statement-file.ts';
import { readReturn } from '../tax/return-reader.ts';
import { checklistPaper, checklistWorkbook } from './checklist-file.ts';
import type { PackedMonth } from './packed-month.ts';
import { declaresVat } from './subledger-checks.ts';

/** A file of a pack, and how it is made where nobody has made it yet. */
export interface PackPaper {
  readonly name: string;
  readonly type: string;
  readonly make: () => Promise<Uint8Array>;
}

const SHEETS: readonly SheetName[] = ['balance-sheet', 'income-statement', 'trial-balance', 'receivables-ageing', 'payables-ageing'];
const FORMATS: readonly SheetFormat[] = ['pdf', 'xlsx'];
const isAgeing = (name: SheetName): boolean => name.endsWith('-ageing');

/** All files of a pack, in the order in which they are made and listed. */
export function packPapers(packed: PackedMonth): PackPaper[] {
  const { company, close } = packed;
  const { language } = styleOf(company.paper);
  let logo: Promise<PaperLogo | undefined> | undefined;
  const readLogo = () => {
    logo ??= company.logo ? loadLogo(logoKey(packed.records.tenant, company.logo.file), company.logo.format) : Promise.resolve(undefined);
    return logo;
  };
  const sheets = SHEETS.flatMap((name) => {
    let read: ReturnType<typeof readPackSheet> | undefined;
    return FORMATS.map(
      (format): PackPaper => ({
        name: `${name}.${format}`,
        type: SHEET_TYPES[format],
        make: async () => {
          read ??= readPackSheet(packed, name);
          const { sheet, from } = await read;
          const to = isAgeing(name) ? packed.today : lastDayOfMonth(close.period);
          return printable(sheet, format, { company, logo: format === 'pdf' ? await readLogo() : undefined, from, to });
        },
      }),
    );
  });
  return [
    { name: 'checklist.pdf', type: SHEET_TYPES.pdf, make: async () => checklistPaper(packed, language, await readLogo()) },
    { name: 'checklist.xlsx', type: SHEET_TYPES.xlsx, make: () => checklistWorkbook(packed, language) },
    ...sheets,
    ...(declaresVat(company, close.period) ? [{ name: 'vat-303.csv', type: SHEET_TYPES.csv, make: () => vatBoxes(packed) }] : []),
  ];
}

/** Statements are as the books were known at the lock; what is owed by age is of the day on which they are made. */
function readPackSheet({ records, company, today, close }: PackedMonth, name: SheetName) {
  const { language } = styleOf(company.paper);
  return readSheet({
    ...{ records, company, name, language, today, model: 'pymes', accounts: true, whole: false },
    ...(isAgeing(name) ? { date: today } : { date: lastDayOfMonth(close.period), knownAt: close.lockedAt }),
  });
}

const TOO_LONG: readonly string[] = ['statement.too_long', 'statement.too_wide'];

/** What no PDF holds is in the workbook alone: the paper then says so. */
async function printable(sheet: Sheet, format: SheetFormat, owner: Parameters<typeof sheetFile>[2]): Promise<Uint8Array> {
  try {
    return await sheetFile(sheet, format, owner);
  } catch (error) {
    if (!(error instanceof DomainError && TOO_LONG.includes(error.code))) throw error;
    return sheetFile(
      {
        ...sheet,
        rows: [],
        warnings: [sheet.language === 'es' ? 'No cabe en un PDF: está en el libro XLSX.' : 'It does not fit a PDF: see the XLSX workbook.'],
      },
      format,
      owner,
    );
  }
}

/** The boxes of form 303 as the month's entries give them. */
async function vatBoxes({ records, company, today, close: { period } }: PackedMonth): Promise<Uint8Array> {
  const { draft } = await readReturn({ records, company, period, consistent: true, today });
  const isSpanish = styleOf(company.paper).language === 'es';
  const separator = isSpanish ? ';' : ',';
  const rows = draft.boxes.map(({ box, label, labelEn, amount }) => [
    ...[box, `"${(isSpanish ? label : labelEn).replaceAll('"', '""')}"`],
    isSpanish ? minorText(amount).replace('.', ',') : minorText(amount),
  ]);
  const heads = isSpanish ? ['Casilla', 'Concepto', 'Importe'] : ['Box', 'Label', 'Amount'];
  return Buffer.from(`${BOM}${[heads, ...rows].map((cells) => `${cells.join(separator)}\r\n`).join('')}`);
}
