import { zipSync } from 'fflate';
import writeXlsxFile, { type SheetData } from 'write-excel-file/node';
import { PeriodSequences } from '#domain/finance/ledger/period-sequence.ts';
import { file303, refusalOfNegative } from '#domain/finance/tax/m303-file.ts';
import { TAX_FILE_TYPES, type TaxFile, type TaxFileKind } from '#domain/finance/tax/tax-file.ts';
import { daysOfTaxPeriod, monthsOfTaxPeriod } from '#domain/finance/tax/tax-period.ts';
import { declarationType } from '#domain/finance/tax/tax-return.ts';
import {
  BOOK_COLUMNS,
  BOOK_SHEETS,
  BOOKS,
  type Book,
  type BookRow,
  bookCsvHead,
  bookCsvRow,
  spanishDay,
} from '#domain/finance/tax/vat-book.ts';
import type { CompanyData } from '#domain/platform/company/company.ts';
import type { IsoDate } from '#kernel/date.ts';
import { minorText } from '#kernel/money.ts';
import { BOM } from '#kernel/text.ts';
import { putObject } from '#runtime/documents.ts';
import type { Records } from '#runtime/records.ts';
import { writeExport } from '../ledger/export-writer.ts';
import { sequencesOf } from '../ledger/period-store.ts';
import { walkBook } from './book-reader.ts';
import { readReturn } from './return-reader.ts';

interface Asked extends Pick<TaxFile, 'kind' | 'period' | 'key'> {
  readonly records: Records;
  readonly company: CompanyData;
  readonly today: IsoDate;
}
interface Made {
  readonly bytes: Uint8Array;
  readonly lines: number;
}

/**
 * Makes a file of the registers and puts it where its key says. @throws DomainError `balances.behind` (503).
 * @param most entries that there is time for: undefined, and no file, where the period has more.
 */
export async function writeTaxFile(asked: Asked, most: number): Promise<Required<Pick<TaxFile, 'bytes' | 'lines'>> | undefined> {
  const sequences = await asked.records.getMany(PeriodSequences, monthsOfTaxPeriod(asked.period).flatMap(sequencesOf));
  if (sequences.reduce((sum, sequence) => sum + (sequence?.seq ?? 0), 0) > most) return undefined;
  const { bytes, lines } = await MAKERS[asked.kind](asked);
  await putObject('reports', asked.key, bytes, TAX_FILE_TYPES[asked.kind].contentType);
  return { bytes: bytes.length, lines };
}

const MAKERS: Readonly<Record<TaxFileKind, (asked: Asked) => Promise<Made>>> = {
  'vat-issued-csv': async ({ records, period }) => csvOf(await readRows(records, 'issued', period), 'issued'),
  'vat-received-csv': async ({ records, period }) => csvOf(await readRows(records, 'received', period), 'received'),
  'vat-books-xlsx': async ({ records, period }) => workbookOf(await readBoth(records, period)),
  'adviser-zip': adviserZip,
};

async function readRows(records: Records, book: Book, period: string): Promise<BookRow[]> {
  const rows: BookRow[] = [];
  for await (const step of walkBook(records, book, period)) rows.push(...step);
  return rows;
}
const readBoth = async (records: Records, period: string) => {
  const [issued, received] = await Promise.all([readRows(records, 'issued', period), readRows(records, 'received', period)]);
  return { issued, received };
};

function csvOf(rows: readonly BookRow[], book: Book): Made {
  const text = [`${BOM}${bookCsvHead(book)}`, ...rows.map(bookCsvRow), ''].join('\r\n');
  return { bytes: Buffer.from(text), lines: rows.length };
}

/** Two rows of heading, groups and names, as AEAT's template has them; data from the third on, days as its text wants them. */
function sheetOf(book: Book, rows: readonly BookRow[]): SheetData {
  const columns = BOOK_COLUMNS[book];
  const text = (value: string) => (value === '' ? null : { value, type: String });
  return [
    columns.map(({ group, name }) => text(group || name)),
    columns.map(({ group, name }) => text(group ? name : '')),
    ...rows.map((row) =>
      columns.map(({ value, kind }) => {
        const told = value(row);
        if (kind === 'amount' && told !== '') return { value: Number(told), type: Number, format: '0.00' };
        return text(kind === 'date' ? spanishDay(told) : told);
      }),
    ),
  ];
}

async function workbookOf(books: Readonly<Record<Book, readonly BookRow[]>>): Promise<Made> {
  const sheets = BOOKS.map((book) => ({ data: sheetOf(book, books[book]), sheet: BOOK_SHEETS[book] }));
  return { bytes: await writeXlsxFile(sheets).toBuffer(), lines: books.issued.length + books.received.length };
}

/** All that an adviser asks for of a period: registers, journal, and form 303 as it stands. */
async function adviserZip(asked: Asked): Promise<Made> {
  const { records, company, period, today } = asked;
  const { from, to } = daysOfTaxPeriod(period);
  const [books, read, csv, hledger] = await Promise.all([
    readBoth(records, period),
    readReturn({ records, company, period, consistent: true, today }),
    ...(['journal-csv', 'journal-hledger'] as const).map((kind) =>
      writeExport(records, company, { kind, range: { from, to } }, { on: today, most: Number.POSITIVE_INFINITY }),
    ),
  ]);
  const boxes = read.draft.boxes.map(({ box, amount, label }) => ({ box, label, amount: minorText(amount) }));
  const workbook = await workbookOf(books);
  const files = {
    'libros/expedidas.csv': csvOf(books.issued, 'issued').bytes,
    'libros/recibidas.csv': csvOf(books.received, 'received').bytes,
    'libros/libros-registro.xlsx': workbook.bytes,
    'diario/diario.csv': Buffer.from(csv?.text ?? ''),
    'diario/diario.journal': Buffer.from(hledger?.text ?? ''),
    '303/borrador.json': Buffer.from(`${JSON.stringify({ period, boxes, missing: read.missing }, null, 2)}\n`),
    ...(refusalOfNegative(read.draft.boxes) ? {} : { [`303/303_${period}.303`]: fileOf(asked, read) }),
  };
  return { bytes: zipSync(files), lines: workbook.lines };
}

function fileOf({ company, period }: Asked, { draft }: Awaited<ReturnType<typeof readReturn>>): Uint8Array {
  const boxes = draft.boxes.map(({ box, amount }) => ({ box, amount: Number(amount) }));
  return Buffer.from(file303({ company, period, type: declarationType(boxes, false, undefined), boxes: draft.boxes }), 'latin1');
}
