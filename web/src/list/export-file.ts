import { stringify } from 'csv-stringify/browser/esm/sync';
import writeXlsxFile from 'write-excel-file/browser';
import { withoutFormulas } from '#kernel/text.ts';
import { today } from '../i18n/format.ts';
import { saveFile } from '../ui/save-file.ts';
import type { Column, ListSpec } from './spec.ts';

const DATE = /^\d{4}-\d{2}-\d{2}$/;

/** Saves rows as a file with the columns of their list: values as a spreadsheet calculates with them, not as text of a screen. */
export async function saveTable<Row>(
  format: 'csv' | 'xlsx',
  spec: Pick<ListSpec<Row>, 'id' | 'columns'>,
  rows: readonly Row[],
  language: 'es' | 'en',
): Promise<void> {
  const name = `${spec.id}-${today()}.${format}`;
  if (format === 'xlsx') return xlsx(spec, rows, name, language);
  // Excel in Spain reads semicolons and decimal commas; the mark at the start tells it that this is UTF-8.
  const spanish = language === 'es';
  const text = stringify(
    [spec.columns.map(({ header }) => header), ...rows.map((row) => spec.columns.map((column) => plain(column, row, spanish)))],
    {
      delimiter: spanish ? ';' : ',',
      bom: true,
    },
  );
  saveFile(new Blob([text], { type: 'text/csv;charset=utf-8' }), name);
}

/** A cell such as `=cmd()` would be carried out by the program that opens the file (CWE-1236). Numbers may begin with a minus. */
function plain<Row>({ value, numeric }: Column<Row>, row: Row, spanish: boolean): string {
  const text = String(value(row));
  if (!numeric) return withoutFormulas(text);
  return spanish ? text.replace('.', ',') : text;
}

async function xlsx<Row>(
  spec: Pick<ListSpec<Row>, 'id' | 'columns'>,
  rows: readonly Row[],
  name: string,
  language: 'es' | 'en',
): Promise<void> {
  const head = spec.columns.map(({ header }) => ({ value: header, fontWeight: 'bold' as const }));
  const body = rows.map((row) => spec.columns.map((column) => cellOf(column, row, language)));
  const file = await writeXlsxFile([head, ...body], {
    stickyRowsCount: 1,
    columns: spec.columns.map(({ numeric }) => ({ width: numeric ? 14 : 24 })),
  }).toBlob();
  saveFile(file, name);
}

function cellOf<Row>({ value, numeric }: Column<Row>, row: Row, language: 'es' | 'en') {
  const raw = value(row);
  if (raw === '') return null;
  if (numeric) return { value: Number(raw), type: Number, format: '#,##0.00' };
  if (typeof raw === 'string' && DATE.test(raw))
    return { value: new Date(`${raw}T00:00:00Z`), type: Date, format: language === 'es' ? 'dd/mm/yyyy' : 'yyyy-mm-dd' };
  return { value: String(raw), type: String };
}
