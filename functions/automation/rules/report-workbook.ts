import writeXlsxFile, { type SheetData } from 'write-excel-file/node';
import type { ReportTable } from '#domain/automation/rules/report-table.ts';

/** Beyond what a cell holds exactly (15 digits), a figure is a text. */
const MOST_DIGITS = 15;
const WIDTHS = { text: 32, date: 12, number: 14, money: 16 } as const;
const FORMATS = { number: '#,##0.######', money: '#,##0.00' } as const;
const DAY = /^\d{4}-\d{2}-\d{2}$/;

function cell(text: string, type: ReportTable['types'][number], bold: boolean) {
  const weight = bold ? { fontWeight: 'bold' as const } : {};
  if (text === '') return null;
  if (type === 'date' && DAY.test(text)) return { value: new Date(`${text}T00:00:00Z`), type: Date, format: 'dd/mm/yyyy', ...weight };
  const isFigure = (type === 'number' || type === 'money') && /^-?[\d.]+$/.test(text) && text.replace(/\D/g, '').length <= MOST_DIGITS;
  return isFigure ? { value: Number(text), type: Number, format: FORMATS[type], ...weight } : { value: text, type: String, ...weight };
}

/** The table as a workbook. Its cells have types: a text is never taken for a formula, and an amount is a number. */
export async function tableWorkbook({ heads, types, rows, totals }: ReportTable): Promise<Uint8Array> {
  const data: SheetData = [
    heads.map((head) => cell(head, 'text', true)),
    ...rows.map((cells) => cells.map((text, i) => cell(text, types[i] ?? 'text', false))),
    ...(totals ? [totals.map((text, i) => cell(text, types[i] ?? 'text', true))] : []),
  ];
  return writeXlsxFile(data, { stickyRowsCount: 1, columns: types.map((type) => ({ width: WIDTHS[type] })) }).toBuffer();
}
