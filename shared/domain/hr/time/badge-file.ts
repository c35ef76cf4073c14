import * as z from 'zod/mini';
import { isIsoDate } from '#kernel/date.ts';
import { invalid } from '#kernel/errors.ts';
import { recordType, type Stored } from '#kernel/record.ts';
import { stamped, stampFields } from '#kernel/stamps.ts';
import { list } from '#kernel/stored.ts';
import { isSpanishTaxId } from '#kernel/tax-id-es.ts';
import { normalise } from '#kernel/text.ts';
import { writtenText } from '#kernel/written-text.ts';
import type { ClockKind } from './clock-entry.ts';

/** Rows of one file: a month of some twenty people. */
export const MOST_BADGE_ROWS = 2000;
/** A reader's file may be brought so many days late. */
export const MOST_BADGE_DAYS = 62;

export const BadgeFileInput = z.strictObject({
  fileName: writtenText(120),
  /** A CSV with a heading: who (NIF, address or id), day, hour, what. */
  text: z.string().check(z.minLength(1), z.maxLength(300_000)),
});

export const BADGE_FAULTS = ['columns', 'person', 'day', 'hour', 'kind', 'employee', 'not-employed', 'age'] as const;
export type BadgeFault = (typeof BADGE_FAULTS)[number];
const Refused = z.object({ line: z.int(), fault: z.enum(BADGE_FAULTS) });

/** A file of a badge reader that was brought, and what became of its rows. */
export const BadgeFile = z.object({
  fileName: z.string(),
  rows: z.int(),
  /** Entries that are new in the register. */
  created: z.int(),
  /** Entries that were there already. */
  known: z.int(),
  refused: list(Refused),
});
export type BadgeFile = Readonly<z.output<typeof BadgeFile>>;

export const BadgeFiles = recordType<BadgeFile>({
  kind: 'badge-file',
  prefix: 'bdg',
  data: BadgeFile,
  history: 'all',
  screen: { none: 'The answer that took it in says what became of it.' },
  read: 'time.read',
});

/** One row, as it was read. `who` is a bare tax id, an address in small letters, or the id of an employee. */
export interface BadgeRow {
  /** From 1 on, the heading being the first. */
  readonly line: number;
  readonly who: string;
  readonly date: string;
  readonly time: string;
  readonly kind: ClockKind;
}
type Read = { readonly rows: readonly BadgeRow[]; readonly refused: readonly z.output<typeof Refused>[]; readonly count: number };

/** Headings by what people call them. */
const HEADS: Readonly<Record<'who' | 'date' | 'time' | 'kind', readonly string[]>> = {
  who: ['persona', 'empleado', 'trabajador', 'nif', 'dni', 'correo', 'email', 'employee', 'person'],
  date: ['fecha', 'dia', 'date', 'day'],
  time: ['hora', 'time', 'hour'],
  kind: ['tipo', 'fichaje', 'movimiento', 'kind', 'type'],
};
const KINDS: ReadonlyMap<string, ClockKind> = new Map([
  ...(['entrada', 'e', 'in', 'i', 'start'] as const).map((word) => [word, 'in'] as const),
  ...(['salida', 's', 'out', 'o', 'end'] as const).map((word) => [word, 'out'] as const),
  ...(['pausa', 'p', 'break', 'inicio de pausa'] as const).map((word) => [word, 'break'] as const),
  ...(['vuelta', 'v', 'resume', 'fin de pausa'] as const).map((word) => [word, 'resume'] as const),
]);

/** Cells of a line; a quoted one may hold the separator. */
function cellsOf(line: string, separator: string): string[] {
  const cells = [...line.matchAll(new RegExp(`(?:^|[${separator}])(?:"((?:[^"]|"")*)"|([^${separator}]*))`, 'g'))];
  return cells.map(([, quoted, bare]) => (quoted === undefined ? (bare ?? '') : quoted.replaceAll('""', '"')).trim());
}

function dayOf(text: string): string | undefined {
  const [, day = '', month = '', year = ''] = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(text) ?? [];
  const iso = year ? `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}` : text;
  return isIsoDate(iso) ? iso : undefined;
}
function hourOf(text: string): string | undefined {
  const [, hour = '', minute = ''] = /^(\d{1,2})[:.](\d{2})(?::\d{2})?$/.exec(text) ?? [];
  return hour !== '' && Number(hour) < 24 && Number(minute) < 60 ? `${hour.padStart(2, '0')}:${minute}` : undefined;
}
function personOf(text: string): string | undefined {
  if (/^emp_[0-9A-Z]{26}$/.test(text)) return text;
  if (/^\S+@\S+$/.test(text)) return text.toLowerCase();
  const bare = text.toUpperCase().replaceAll(/[\s.-]/g, '');
  return isSpanishTaxId(bare) ? bare : undefined;
}

/** @throws DomainError `badge_file.heading` (400) where a column is not named, `badge_file.too_long` (400). */
function columnsOf(heads: readonly string[]): Readonly<Record<keyof typeof HEADS, number>> {
  const at = (name: keyof typeof HEADS) => {
    const place = heads.findIndex((head) => HEADS[name].includes(normalise(head)));
    if (place < 0)
      throw invalid('badge_file.heading', `The first line names no column of ${HEADS[name].slice(0, 3).join(', ')}: add it.`, 'body.text', {
        wanted: HEADS[name][0] ?? '',
      });
    return place;
  };
  return { who: at('who'), date: at('date'), time: at('time'), kind: at('kind') };
}

/** Reads the file: a row that says nothing is refused by itself, and the others count. */
export function readBadgeFile(text: string): Read {
  const lines = text.replace(/^\ufeff/, '').split(/\r\n|\n|\r/);
  const separator = [';', '\t', ','].find((each) => lines[0]?.includes(each)) ?? ';';
  const columns = columnsOf(cellsOf(lines[0] ?? '', separator));
  const told = lines.flatMap((line, i) => (i > 0 && line.trim() !== '' ? [{ cells: cellsOf(line, separator), line: i + 1 }] : []));
  if (told.length > MOST_BADGE_ROWS)
    throw invalid(
      'badge_file.too_long',
      `A file has ${MOST_BADGE_ROWS} rows at most, and this has ${told.length}: split it.`,
      'body.text',
      {
        limit: MOST_BADGE_ROWS,
        rows: told.length,
      },
    );
  const rows: BadgeRow[] = [];
  const refused: z.output<typeof Refused>[] = [];
  for (const { cells, line } of told) {
    const read = rowOf(cells, columns);
    if (typeof read === 'string') refused.push({ line, fault: read });
    else rows.push({ line, ...read });
  }
  return { rows, refused, count: told.length };
}

function rowOf(cells: readonly string[], columns: ReturnType<typeof columnsOf>): Omit<BadgeRow, 'line'> | BadgeFault {
  const [who, date, time, kind] = (['who', 'date', 'time', 'kind'] as const).map((name) => cells[columns[name]]);
  if (who === undefined || date === undefined || time === undefined || kind === undefined) return 'columns';
  const read = { who: personOf(who), date: dayOf(date), time: hourOf(time), kind: KINDS.get(normalise(kind)) };
  if (read.who === undefined) return 'person';
  if (read.date === undefined) return 'day';
  if (read.time === undefined) return 'hour';
  return read.kind === undefined ? 'kind' : { who: read.who, date: read.date, time: read.time, kind: read.kind };
}

export const BadgeFileView = z.object({ id: z.string(), ...BadgeFile.shape, refused: z.array(Refused), ...stampFields });
export const badgeFileView = (file: Stored<BadgeFile>) => ({ ...stamped(file), refused: [...file.refused] });
