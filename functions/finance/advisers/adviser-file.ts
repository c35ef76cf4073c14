import { zipSync } from 'fflate';
import writeXlsxFile from 'write-excel-file/node';
import type { StoredAdviser } from '#domain/finance/advisers/adviser.ts';
import { type Layout, type LayoutRow, layoutCell, layoutText, NEUTRAL_LAYOUT } from '#domain/finance/advisers/layout.ts';
import { minorText } from '#kernel/money.ts';
import { BOM, withoutFormulas } from '#kernel/text.ts';
import type { adviserBooks } from './adviser-books.ts';

type Books = Awaited<ReturnType<typeof adviserBooks>>;

/** The last letter of ISO-8859-1. */
const LATIN = 0xff;

/** Letters that the encoding does not have become `?`. */
const encoded = (text: string, layout: Layout): Uint8Array =>
  layout.encoding === 'windows-1252'
    ? Buffer.from(
        [...text.normalize('NFC')].map((letter) => (letter.charCodeAt(0) <= LATIN && letter.length === 1 ? letter : '?')).join(''),
        'latin1',
      )
    : Buffer.from(layout.format === 'csv' ? `${BOM}${text}` : text);

async function entriesFile(rows: readonly LayoutRow[], layout: Layout): Promise<readonly [name: string, bytes: Uint8Array]> {
  const { format, extension, columns } = layout;
  if (format !== 'xlsx') return [`asientos.${extension ?? (format === 'csv' ? 'csv' : 'txt')}`, encoded(layoutText(rows, layout), layout)];
  const titles = layout.header ? [columns.map(({ title, field }) => ({ value: title ?? field, type: String }))] : [];
  const data = [...titles, ...rows.map((row) => columns.map((column) => layoutCell(row, column, layout)))];
  return ['asientos.xlsx', await writeXlsxFile([{ data, sheet: layout.sheet }]).toBuffer()];
}

const quoted = (text: string): string => `"${withoutFormulas(text).replaceAll('"', '""')}"`;

/** The subaccounts of the entries, each once. */
function subaccountsCsv(rows: readonly LayoutRow[]): string {
  const known = new Map(rows.map(({ subaccount, name, taxId }) => [subaccount, `${subaccount};${quoted(name)};${taxId}`]));
  const lines = [...known].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, line]) => line);
  return [`${BOM}Subcuenta;Nombre;NIF`, ...lines, ''].join('\r\n');
}

/** What a firm gets: entries by its layout, the subaccounts that they name, and what they come to. */
export async function adviserZip(
  adviser: StoredAdviser,
  { rows, entries, debit, credit }: Books,
  about: { readonly period: string; readonly company: string; readonly taxId: string },
): Promise<Uint8Array> {
  const layout = adviser.layout ?? NEUTRAL_LAYOUT;
  const [name, bytes] = await entriesFile(rows, layout);
  const summary = {
    ...{ ...about, adviser: adviser.name, entries, lines: rows.length, debit: minorText(debit), credit: minorText(credit) },
    ...{ firstNumber: rows[0]?.number, lastNumber: rows.at(-1)?.number, layout: layout.source },
  };
  return zipSync({
    [name]: bytes,
    'subcuentas.csv': Buffer.from(subaccountsCsv(rows)),
    'resumen.json': Buffer.from(`${JSON.stringify(summary, null, 2)}\n`),
  });
}
