import { CsvError, parse } from 'csv-parse/sync';
import {
  type DecimalSign,
  decimalSign,
  MAX_OPENING_LINES,
  type OpeningCells,
  openingColumns,
} from '#domain/finance/ledger/opening-balances.ts';
import { invalid } from '#kernel/errors.ts';

interface Parsed {
  readonly record: readonly string[];
  readonly info: { readonly lines: number };
}

/**
 * Reads the text of a file of balances: columns by their names in the first line, separated by semicolons, commas or tabs.
 * @throws DomainError `opening.unreadable`, `opening.columns`, `opening.too_long` (400).
 */
export function readOpening(csv: string): { readonly rows: OpeningCells[]; readonly sign: DecimalSign } {
  const text = csv.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n');
  const delimiter = delimiterOf(text);
  const [header, ...parsed] = parsedOf(text, delimiter);
  const columns = openingColumns(header?.record ?? []);
  if ('missing' in columns) {
    const missing = columns.missing.join(', ');
    const message = `The first line lacks the columns ${missing}. It has to name cuenta, debe and haber (account, debit, credit).`;
    throw invalid('opening.columns', message, 'body.csv', { missing });
  }
  if (parsed.length > MAX_OPENING_LINES)
    throw invalid('opening.too_long', `The file has ${parsed.length} rows; the most is ${MAX_OPENING_LINES}.`, 'body.csv', {
      rows: parsed.length,
      limit: MAX_OPENING_LINES,
    });
  const rows = parsed.map(({ record, info }) => {
    const cell = (at: number) => (at < 0 ? '' : (record[at] ?? '').normalize('NFC').trim());
    return {
      line: info.lines,
      whole: record.length === header?.record.length,
      account: cell(columns.account),
      name: cell(columns.name),
      debit: cell(columns.debit),
      credit: cell(columns.credit),
    };
  });
  return {
    rows,
    sign: decimalSign(
      rows.flatMap(({ debit, credit }) => [debit, credit]),
      delimiter,
    ),
  };
}

/** The sign that the first line has most of. */
function delimiterOf(text: string): string {
  const first = text.trimStart().split('\n')[0] ?? '';
  const count = (sign: string) => first.split(sign).length;
  return [';', '\t', ','].reduce((most, sign) => (count(sign) > count(most) ? sign : most), ';');
}

function parsedOf(text: string, delimiter: string): Parsed[] {
  try {
    return parse(text, {
      delimiter,
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
      skip_records_with_empty_values: true,
    }) as unknown as Parsed[];
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line = (error as CsvError & { lines?: number }).lines ?? 1;
    throw invalid('opening.unreadable', `The file is no CSV: a quotation mark is out of place near line ${line}.`, 'body.csv', { line });
  }
}
