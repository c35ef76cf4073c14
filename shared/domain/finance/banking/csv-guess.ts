import { normalise } from '#kernel/text.ts';
import type { BankAccount } from './bank-account.ts';
import { CSV_DATE_FORMATS } from './csv-columns.ts';
import { csvRows } from './csv-rows.ts';

type BankCsv = NonNullable<BankAccount['csv']>;
type DateFormat = BankCsv['dateFormat'];
type Field = Exclude<keyof BankCsv['columns'], 'text'>;

const DELIMITERS = [';', ',', '\t', '|'] as const;
/** Lines of a file that are looked at, and of those before its movements. */
const [LOOKED, MOST_SKIPPED] = [60, 30];

/** Words of headers in Spanish, English and German, by what stands below them; the first that fits. */
const HEADERS: readonly (readonly [Field | 'text', RegExp])[] = [
  ['valueDate', /valor|value|valuta|wertstellung/],
  ['date', /fecha|date|datum|buchung/],
  ['balance', /saldo|balance/],
  ['debit', /^(debe|cargos?|debit|debe \(.*|soll|importe debe)$/],
  ['credit', /^(haber|abonos?|credit|haben|importe haber)$/],
  ['amount', /importe|amount|betrag|cantidad/],
  ['currency', /divisa|moneda|currency|wahrung/],
  ['partyIban', /iban|cuenta (contrapartida|origen|destino)|counterparty account/],
  ['partyName', /ordenante|beneficiario|contrapartida|nombre|name|payee|tercero|auftraggeber/],
  ['reference', /referencia|reference|ref\b|verwendungszweck nr/],
  ['bankReference', /(numero|num|n\.?) ?(de )?(movimiento|operacion)|transaction id/],
  ['text', /concepto|descripcion|description|observaciones|detalle|mas datos|texto|memo|verwendungszweck|movimiento|details/],
];

const PATTERNS: Readonly<Record<DateFormat, RegExp>> = Object.fromEntries(
  CSV_DATE_FORMATS.map((format) => {
    const pattern = format
      .replaceAll(/[/.-]/g, String.raw`\$&`)
      .replace('YYYY', String.raw`(?:19|20)\d\d`)
      .replace('YY', String.raw`\d\d`)
      .replace('MM', '(?:0[1-9]|1[0-2])')
      .replace('DD', String.raw`(?:0[1-9]|[12]\d|3[01])`);
    return [format, new RegExp(`^${pattern}(?:[ T].*)?$`)];
  }),
) as Record<DateFormat, RegExp>;
const AMOUNT = /^\(?[+-]?\s?\d[\d.,' \u00a0]*\d?\s?[+-]?\)?(\s?(€|\$|£|[A-Z]{3}))?$/;

const formatOf = (cells: readonly string[]): DateFormat | undefined =>
  cells.length === 0 ? undefined : CSV_DATE_FORMATS.find((format) => cells.every((cell) => PATTERNS[format].test(cell.trim())));
const isAmount = (cell: string): boolean => AMOUNT.test(cell.trim()) && !formatOf([cell]);

/** What stands between the cells: what most lines have as often. */
function delimiterOf(lines: readonly string[]): BankCsv['delimiter'] {
  const score = (delimiter: string) => {
    const counts = lines.map((line) => line.split(delimiter).length - 1).filter((count) => count > 1);
    const usual = Math.max(0, ...counts.map((count) => counts.filter((each) => each === count).length * Math.min(count, 8)));
    return usual;
  };
  const [best = ';'] = [...DELIMITERS].sort((a, b) => score(b) - score(a));
  return best;
}

/** The mark of decimals: the one that stands behind the other, or before two digits at the end. */
function decimalOf(cells: readonly string[]): BankCsv['decimal'] {
  const marks = cells.map((cell) => /([.,])\d{1,2}\D*$/.exec(cell.trim())?.[1]);
  return marks.filter((mark) => mark === '.').length > marks.filter((mark) => mark === ',').length ? '.' : ',';
}

/** The first row with a day and an amount: movements begin with it. */
const firstMovement = (rows: readonly (readonly string[])[]): number =>
  rows.findIndex((cells) => cells.some((cell) => formatOf([cell])) && cells.some(isAmount));

/** Columns by what their headers say, each once; several may be told as the text. */
function byHeaders(names: readonly string[]): Partial<Record<Field, number>> & { text: number[] } {
  const found: Partial<Record<Field, number>> & { text: number[] } = { text: [] };
  for (const [at, name] of names.entries()) {
    const told = normalise(name).trim();
    const field = HEADERS.find(([id, pattern]) => pattern.test(told) && (id === 'text' || found[id] === undefined))?.[0];
    if (field === 'text') found.text.push(at);
    else if (field) found[field] = at;
  }
  return found;
}

/** Columns by what stands in them, where the headers do not say. */
function byCells(rows: readonly (readonly string[])[], found: ReturnType<typeof byHeaders>): ReturnType<typeof byHeaders> {
  const columns = (rows[0] ?? []).map((_, at) => rows.map((cells) => cells[at] ?? ''));
  const first = (is: (cells: readonly string[]) => boolean) => columns.findIndex(is);
  const date = found.date ?? first((cells) => formatOf(cells) !== undefined);
  const hasAmount = found.amount !== undefined || found.debit !== undefined || found.credit !== undefined;
  const amount = hasAmount ? found.amount : first((cells) => cells.every(isAmount));
  const longest = columns
    .map((cells, at) => ({ at, length: cells.join('').length }))
    .filter(({ at }) => at !== date && at !== amount)
    .toSorted((a, b) => b.length - a.length)[0]?.at;
  return { ...found, date, ...(amount === undefined ? {} : { amount }), text: found.text.length > 0 ? found.text : [longest ?? 0] };
}

/**
 * How the CSV of a bank may be read, by a file of it: told apart by its marks, its headers and what stands in its columns. Whoever looks
 * at the preview has the last word. Undefined where no row has a day and an amount.
 */
export function guessedCsv(text: string): BankCsv | undefined {
  const lines = text
    .replaceAll('\ufeff', '')
    .split(/\r\n|\n|\r/)
    .slice(0, LOOKED);
  const delimiter = delimiterOf(lines);
  const rows = csvRows(lines.join('\n'), delimiter).map(({ cells }) => cells);
  const start = firstMovement(rows);
  if (start === -1 || start > MOST_SKIPPED) return undefined;
  const above = rows[start - 1] ?? [];
  const header = start > 0 && above.filter((cell) => cell.trim() !== '').length > 2;
  const movements = rows.slice(start).filter((cells) => cells.some((cell) => formatOf([cell])));
  const columns = byCells(movements, byHeaders(header ? above : []));
  const { date = 0, text: texts, debit, credit, amount, ...others } = columns;
  const cellsOf = (at: number | undefined) =>
    at === undefined ? [] : movements.map((cells) => cells[at] ?? '').filter((cell) => cell !== '');
  // One column of signed amounts, or two.
  const money = debit !== undefined || credit !== undefined ? { debit, credit } : { amount: amount ?? 0 };
  const name = (at: number | undefined) =>
    at === undefined ? undefined : header && isOnce(above, at) ? (above[at]?.trim() ?? at + 1) : at + 1;
  const named = Object.fromEntries(
    Object.entries({ date, ...others, ...money }).flatMap(([field, at]) => (at === undefined ? [] : [[field, name(at)]])),
  );
  return {
    ...{ delimiter, decimal: decimalOf([amount, debit, credit].flatMap(cellsOf)), dateFormat: formatOf(cellsOf(date)) ?? 'DD/MM/YYYY' },
    ...{ skip: header ? start - 1 : start, header },
    columns: { ...named, text: texts.map((at) => name(at) ?? at + 1) } as BankCsv['columns'],
  };
}

/** Whether a header tells its column from the others; banks leave some blank, or name two alike. */
const isOnce = (names: readonly string[], at: number): boolean => {
  const told = normalise(names[at] ?? '').trim();
  return told !== '' && names.filter((name) => normalise(name).trim() === told).length === 1;
};
