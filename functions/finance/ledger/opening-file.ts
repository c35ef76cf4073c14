import { CsvError, parse } from 'csv-parse/sync';
import { type DecimalSign, decimalSign } from '#domain/finance/ledger/amount-cells.ts';
import { type ItemCells, itemColumns, MAX_ITEM_ROWS } from '#domain/finance/ledger/item-rows.ts';
import { MAX_OPENING_LINES, type OpeningCells, openingColumns } from '#domain/finance/ledger/opening-balances.ts';
import { invalid } from '#kernel/errors.ts';

interface Parsed {
  readonly record: readonly string[];
  readonly info: { readonly lines: number };
}

interface Table {
  readonly delimiter: string;
  readonly header: readonly string[];
  readonly parsed: readonly Parsed[];
}

/** The first line of a file, and the others. @throws DomainError `opening.unreadable`, `opening.too_long` (400). */
function tableOf(csv: string, limit: number, field: string): Table {
  const text = csv.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n');
  const delimiter = delimiterOf(text);
  const [header, ...parsed] = parsedOf(text, delimiter, field);
  if (parsed.length > limit)
    throw invalid('opening.too_long', `The file has ${parsed.length} rows; the most is ${limit}.`, field, { rows: parsed.length, limit });
  return { delimiter, header: header?.record ?? [], parsed };
}

const lacking = (columns: readonly string[], named: string, field: string) => {
  const missing = columns.join(', ');
  return invalid('opening.columns', `The first line lacks the columns ${missing}. It has to name ${named}.`, field, { missing });
};
const cellOf = (record: readonly string[], at: number): string => (at < 0 ? '' : (record[at] ?? '').normalize('NFC').trim());

/**
 * Reads the text of a file of balances: columns by their names in the first line, separated by semicolons, commas or tabs.
 * @throws DomainError `opening.unreadable`, `opening.columns`, `opening.too_long` (400).
 */
export function readOpening(csv: string): { readonly rows: OpeningCells[]; readonly sign: DecimalSign } {
  const { delimiter, header, parsed } = tableOf(csv, MAX_OPENING_LINES, 'body.csv');
  const columns = openingColumns(header);
  if ('missing' in columns) throw lacking(columns.missing, 'cuenta, debe and haber (account, debit, credit)', 'body.csv');
  const rows = parsed.map(({ record, info }) => ({
    line: info.lines,
    whole: record.length === header.length,
    account: cellOf(record, columns.account),
    name: cellOf(record, columns.name),
    debit: cellOf(record, columns.debit),
    credit: cellOf(record, columns.credit),
  }));
  return {
    rows,
    sign: decimalSign(
      rows.flatMap(({ debit, credit }) => [debit, credit]),
      delimiter,
    ),
  };
}

/** Reads the text of a file of open documents, like {@link readOpening}. */
export function readItems(csv: string): { readonly cells: ItemCells[]; readonly sign: DecimalSign } {
  const { delimiter, header, parsed } = tableOf(csv, MAX_ITEM_ROWS, 'body.items');
  const columns = itemColumns(header);
  if ('missing' in columns)
    throw lacking(columns.missing, 'cuenta, nif, factura, fecha and importe (account, tax id, number, date, amount)', 'body.items');
  const { account, taxId, name, number, date, due, amount } = columns;
  const cells = parsed.map(({ record, info }) => {
    const cell = (at: number) => cellOf(record, at);
    return {
      ...{ line: info.lines, whole: record.length === header.length },
      ...{ account: cell(account), taxId: cell(taxId), name: cell(name), number: cell(number) },
      ...{ date: cell(date), due: cell(due), amount: cell(amount) },
    };
  });
  return {
    cells,
    sign: decimalSign(
      cells.map((cell) => cell.amount),
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

function parsedOf(text: string, delimiter: string, field: string): Parsed[] {
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
    throw invalid('opening.unreadable', `The file is no CSV: a quotation mark is out of place near line ${line}.`, field, { line });
  }
}
