import writeXlsxFile, { type SheetData } from 'write-excel-file/node';
import { PeriodSequences } from '#domain/finance/ledger/period-sequence.ts';
import { TAX_FILE_TYPES, type TaxFile, type TaxFileKind } from '#domain/finance/tax/tax-file.ts';
import { monthsOfTaxPeriod } from '#domain/finance/tax/tax-period.ts';
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
import { BOM } from '#kernel/text.ts';
import { putObject } from '#runtime/documents.ts';
import type { Records } from '#runtime/records.ts';
import { sequencesOf } from '../ledger/period-store.ts';
import { walkBook } from './book-reader.ts';

export interface Asked extends Pick<TaxFile, 'kind' | 'period' | 'key'> {
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
  // With its documents it takes as long as they are many.
  if (asked.kind === 'adviser-zip') return undefined;
  const sequences = await asked.records.getMany(PeriodSequences, monthsOfTaxPeriod(asked.period).flatMap(sequencesOf));
  if (sequences.reduce((sum, sequence) => sum + (sequence?.seq ?? 0), 0) > most) return undefined;
  const { bytes, lines } = await MAKERS[asked.kind](asked);
  await putObject('reports', asked.key, bytes, TAX_FILE_TYPES[asked.kind].contentType);
  return { bytes: bytes.length, lines };
}

const MAKERS: Readonly<Record<Exclude<TaxFileKind, 'adviser-zip'>, (asked: Asked) => Promise<Made>>> = {
  'vat-issued-csv': async ({ records, period }) => csvOf(await readRows(records, 'issued', period), 'issued'),
  'vat-received-csv': async ({ records, period }) => csvOf(await readRows(records, 'received', period), 'received'),
  'vat-books-xlsx': async ({ records, period }) => workbookOf(await readBoth(records, period)),
};

async function readRows(records: Records, book: Book, period: string): Promise<BookRow[]> {
  const rows: BookRow[] = [];
  for await (const step of walkBook(records, book, period)) rows.push(...step);
  return rows;
}
export const readBoth = async (records: Records, period: string) => {
  const [issued, received] = await Promise.all([readRows(records, 'issued', period), readRows(records, 'received', period)]);
  return { issued, received };
};

export function csvOf(rows: readonly BookRow[], book: Book): Made {
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

export async function workbookOf(books: Readonly<Record<Book, readonly BookRow[]>>): Promise<Made> {
  const sheets = BOOKS.map((book) => ({ data: sheetOf(book, books[book]), sheet: BOOK_SHEETS[book] }));
  return { bytes: await writeXlsxFile(sheets).toBuffer(), lines: books.issued.length + books.received.length };
}
