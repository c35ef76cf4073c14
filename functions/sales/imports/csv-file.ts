import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { CsvError, parse } from 'csv-parse';
import { type Fault, MAX_ROWS } from '#domain/sales/imports/import.ts';
import { Grouping } from '#domain/sales/imports/plan.ts';
import type { ImportProfile } from '#domain/sales/imports/profiles.ts';
import { type Columns, columnsOf, readRow, statedSeparator } from '#domain/sales/imports/rows.ts';
import type { Params } from '#kernel/errors.ts';
import { cut } from '#kernel/text.ts';

/** The longest row that is read, in characters: a quote that is never closed must not swallow the memory. */
const MAX_ROW = 100_000;

/** The file cannot be read. Nothing of it is taken. */
export class FileFault extends Error {
  override readonly name = 'FileFault';
  readonly fault: Fault;
  constructor(code: string, message: string, line?: number, params?: Params) {
    super(message);
    this.fault = { code, message, ...(line === undefined ? {} : { line }), ...(params ? { params } : {}) };
  }
}

interface Parsed {
  readonly record: readonly string[];
  readonly info: { readonly lines: number };
}

/** Reads a shop's file piece by piece and gathers its rows by document. @throws FileFault naming what is wrong and where. */
export async function readShopFile(body: AsyncIterable<Uint8Array>, profile: ImportProfile): Promise<Grouping> {
  const parser = parse({
    delimiter: profile.delimiter,
    info: true,
    relax_column_count: true,
    skip_empty_lines: true,
    // Spreadsheets leave rows of separators where something was deleted.
    skip_records_with_empty_values: true,
    max_record_size: MAX_ROW,
  });
  const grouping = new Grouping();
  try {
    await pipeline(Readable.from(decoded(body)), parser, (rows: AsyncIterable<Parsed>) => gather(rows, profile, grouping));
  } catch (error) {
    throw error instanceof CsvError ? faultOf(error) : error;
  }
  if (grouping.rows === 0) throw new FileFault('no_rows', 'The file has a first line with the column names and nothing below it.');
  return grouping;
}

async function gather(rows: AsyncIterable<Parsed>, profile: ImportProfile, grouping: Grouping): Promise<void> {
  let head: { readonly columns: Columns; readonly width: number } | undefined;
  for await (const { record, info } of rows) {
    if (!head && info.lines === 1 && isSeparatorLine(profile, record)) continue;
    if (!head) {
      head = { columns: requireColumns(profile, record), width: record.length };
      continue;
    }
    // A row tells the line on which it ends; a cell may hold line ends.
    const line = info.lines - record.reduce((sum, cell) => sum + cell.split('\n').length - 1, 0);
    grouping.add(readRow(profile, head.columns, head.width, record, line));
    if (grouping.rows > MAX_ROWS)
      throw new FileFault('too_many_rows', `The file has more than ${MAX_ROWS} rows. Split it into several.`, line, { limit: MAX_ROWS });
  }
  if (!head) throw new FileFault('empty', 'The file is empty.');
}

/** Whether it is the line by which Excel is told the separator. @throws FileFault where that is not the profile's. */
function isSeparatorLine(profile: ImportProfile, record: readonly string[]): boolean {
  const stated = statedSeparator(profile, record);
  if (stated === undefined || stated === profile.delimiter) return stated !== undefined;
  const params = { separator: SEPARATORS[stated] ?? stated, wanted: SEPARATORS[profile.delimiter] ?? '', why: 'stated' };
  throw new FileFault(
    'columns',
    `The first line says that columns are separated by "${stated}"; the profile ${profile.name} separates them by "${profile.delimiter}".`,
    1,
    params,
  );
}

function requireColumns(profile: ImportProfile, header: readonly string[]): Columns {
  const found = columnsOf(profile, header);
  if ('columns' in found) return found.columns;
  const twice = found.twice?.join(', ');
  if (twice)
    throw new FileFault('columns', `The first line has these columns more than once: ${twice}. Leave one of each.`, 1, {
      twice,
      why: 'twice',
    });
  const missing = found.missing.join(', ');
  const separator = header.length === 1 ? [';', '\t', ','].find((s) => s !== profile.delimiter && header[0]?.includes(s)) : undefined;
  const names = cut(header.join(', '), 200);
  const why = separator
    ? `It seems to separate columns by "${separator === '\t' ? 'tab' : separator}"; the profile ${profile.name} separates them by "${profile.delimiter}".`
    : `It has: ${names}.`;
  const params = separator
    ? { missing, separator: SEPARATORS[separator] ?? '', wanted: SEPARATORS[profile.delimiter] ?? '', why: 'separator' }
    : { missing, found: names };
  throw new FileFault('columns', `The first line lacks the columns ${missing}. ${why}`, 1, params);
}

const SEPARATORS: Readonly<Record<string, string>> = { ';': 'semicolon', ',': 'comma', '\t': 'tab' };

const QUOTES: Readonly<Record<string, readonly [why: string, words: string]>> = {
  CSV_QUOTE_NOT_CLOSED: ['open', 'A quotation mark is opened and never closed'],
  CSV_MAX_RECORD_SIZE: ['long', `A row is longer than ${MAX_ROW} characters, perhaps because a quotation mark is never closed`],
  INVALID_OPENING_QUOTE: ['inside', 'A quotation mark stands inside a cell that does not begin with one'],
  CSV_INVALID_CLOSING_QUOTE: ['after', 'Something follows a closing quotation mark before the next separator'],
};

function faultOf(error: CsvError): FileFault {
  const { code, lines: line } = error as CsvError & { lines?: number };
  const explanation = QUOTES[code];
  if (!explanation) return new FileFault('csv', `The file is not CSV: ${error.message}`, line);
  const [why, words] = explanation;
  const where = line === undefined ? '' : ` (near line ${line})`;
  return new FileFault('quotes', `${words}${where}.`, line, { why, limit: MAX_ROW });
}

/** The text of the file, checked as it comes, with one kind of line end: so lines count right inside cells too. @throws FileFault for what is no UTF-8 text. */
async function* decoded(body: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let lines = 1;
  let first = true;
  let held = '';
  for await (const bytes of body) {
    if (first) requireText(bytes);
    first = false;
    const text = decode(decoder, bytes, lines);
    lines += text.split('\n').length - 1;
    if (text.includes('\0')) throw new FileFault('binary', `This is not a text file: there is a zero byte near line ${lines}.`, lines);
    const whole = held + text;
    held = whole.endsWith('\r') ? '\r' : '';
    yield whole.slice(0, whole.length - held.length).replaceAll('\r\n', '\n');
  }
  decode(decoder, undefined, lines);
  if (held) yield held;
}

function requireText(bytes: Uint8Array): void {
  const [a, b] = bytes;
  if ((a === 0xff && b === 0xfe) || (a === 0xfe && b === 0xff))
    throw new FileFault('encoding', 'The file is UTF-16. Save it as UTF-8 (in a spreadsheet: "CSV UTF-8").', 1);
  if (bytes.subarray(0, 1000).includes(0))
    throw new FileFault('binary', 'This is not a text file but a binary one. A CSV file is expected.', 1);
}

function decode(decoder: InstanceType<typeof TextDecoder>, bytes: Uint8Array | undefined, lines: number): string {
  try {
    return bytes ? decoder.decode(bytes, { stream: true }) : decoder.decode();
  } catch (cause) {
    const good = bytes ? (new TextDecoder().decode(bytes).split('\uFFFD')[0] ?? '') : '';
    const line = lines + good.split('\n').length - 1;
    const fault = new FileFault(
      'encoding',
      `The file is not UTF-8: line ${line} holds bytes that mean nothing in it. Save it as UTF-8.`,
      line,
    );
    throw Object.assign(fault, { cause });
  }
}
