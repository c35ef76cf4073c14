import * as z from 'zod/mini';
import { labelsIn, plainOf } from './invoice-labels.ts';
import { type Cell, overlap, type PrintedLine } from './page.ts';
import { datesIn, decimalMarkOf, printedAmounts } from './printed-values.ts';

/** Fields whose place on a supplier's papers is learned. */
export const PLACED_FIELDS = ['number', 'date', 'total'] as const;
export type PlacedField = (typeof PLACED_FIELDS)[number];

/**
 * Where a value stands by its label: in one cell with it, to the right of it, below it; without any, by its place on the page.
 * Points from the page's upper left corner.
 */
export const LearnedPlace = z.object({
  side: z.enum(['in', 'right', 'below', 'page']),
  /** In lower case without accents; empty of a place on the page. */
  label: z.string(),
  /** Letters and digits of the value, each run as one: `A-2026/0117` is `A-9/9`. Empty of what is no number of a paper. */
  shape: z.string(),
  x: z.number(),
  y: z.number(),
});
export type LearnedPlace = Readonly<z.output<typeof LearnedPlace>>;
export type LearnedPlaces = Readonly<Partial<Record<PlacedField, LearnedPlace>>>;

/** What a paper says of a field, as people enter it: the number, the day (ISO), the amount in hundredths as text. */
export type EnteredValues = Readonly<Partial<Record<PlacedField, string>>>;

const compact = (text: string): string => text.replace(/\s/g, '').toUpperCase();

/** The form of a number, by which another text at its place is told from it. */
export const shapeOf = (number: string): string =>
  compact(number)
    .replace(/\p{L}+/gu, 'A')
    .replace(/\d+/g, '9');

/** A word of a label: letters, and what stands between and after them. */
const bare = (text: string): string =>
  plainOf(text)
    .replace(/^[^\p{L}º°]+|[\s:.#=·-]+$/gu, '')
    .replace(/\s+/g, ' ')
    .trim();
const isLabel = (text: string): boolean => /\p{L}{2}/u.test(text) && !/\d/.test(text) && text.length <= 40;

/** Where in a cell a value begins; undefined where it does not stand there. */
function valueAt(field: PlacedField, value: string, { text }: Cell, mark: ReturnType<typeof decimalMarkOf>): number | undefined {
  if (field === 'date') return datesIn(text).find(({ date }) => date === value)?.at;
  if (field === 'total')
    return printedAmounts(text, mark).find(({ exact, minor }) => exact && Math.abs(minor) === Math.abs(Number(value)))?.at;
  const at = text.toUpperCase().indexOf(value.toUpperCase());
  const isWord = at >= 0 && !/[\p{L}\d]/u.test(text.charAt(at - 1)) && !/[\p{L}\d]/u.test(text.charAt(at + value.length));
  return isWord ? at : undefined;
}

/** How many lines above its value a label may stand. */
const LINES_ABOVE = 3;

function labelAbove(lines: readonly PrintedLine[], index: number, cell: Cell): string | undefined {
  for (let i = index - 1; i >= Math.max(0, index - LINES_ABOVE); i -= 1) {
    const above = lines[i]?.page === cell.page ? lines[i]?.cells.find((own) => overlap(own, cell) > 0.3) : undefined;
    if (above) return isLabel(bare(above.text)) ? bare(above.text) : undefined;
  }
  return undefined;
}

/** The label of a value: before it in its cell, left of it in its line, above it. */
function labelOf(
  lines: readonly PrintedLine[],
  index: number,
  column: number,
  at: number,
): Pick<LearnedPlace, 'side' | 'label'> | undefined {
  const line = lines[index];
  const cell = line?.cells[column];
  if (!line || !cell) return undefined;
  const before = bare(/[^\d]*$/.exec(cell.text.slice(0, at))?.[0] ?? '');
  if (isLabel(before)) return { side: 'in', label: before };
  const left = column > 0 ? bare(line.cells[column - 1]?.text ?? '') : '';
  if (isLabel(left)) return { side: 'right', label: left };
  const above = labelAbove(lines, index, cell);
  return above ? { side: 'below', label: above } : undefined;
}

/** What a label says that it names, as far as it is one that is known: of several, the one next to its value. */
const namedBy = (label: string) => labelsIn(label).at(-1)?.field;

/** Whether a label names something else: what stands by it is this field by chance alone, and on the next paper is not. */
export const namesAnother = (field: PlacedField, label: string): boolean => {
  const named = namedBy(label);
  return named !== undefined && named !== field;
};

/**
 * Where a value that a person entered stands on its paper: by the label of its field, else by one that nobody knows, else by its spot.
 * Undefined where it is not found, or stands by labels of other fields alone.
 */
export function placeOfValue(lines: readonly PrintedLine[], field: PlacedField, value: string): LearnedPlace | undefined {
  const mark = decimalMarkOf(lines.flatMap(({ cells }) => cells.map(({ text }) => text)));
  const shape = field === 'number' ? shapeOf(value) : '';
  const found = lines.flatMap(({ cells }, i) =>
    cells.flatMap((cell, column) => {
      const at = valueAt(field, value, cell, mark);
      const label = at === undefined ? undefined : labelOf(lines, i, column, at);
      return at === undefined || (label && namesAnother(field, label.label)) ? [] : [{ cell, label }];
    }),
  );
  // What bears no label is told by its place, on the first page alone: the others are as long as they are.
  const best =
    found.find(({ label }) => label && namedBy(label.label) === field) ??
    found.find(({ label }) => label) ??
    found.find(({ cell }) => cell.page === lines[0]?.page);
  const { side, label } = best?.label ?? { side: 'page' as const, label: '' };
  return best && { side, label, shape, x: Math.round(best.cell.x), y: Math.round(best.cell.y) };
}

/** Points by which a value without a label may stand elsewhere. */
const NEARBY = 6;

/** Part of a cell that follows a label in it. */
function afterLabel(cell: Cell, label: string): Cell | undefined {
  const at = plainOf(cell.text).indexOf(label);
  if (at < 0 || /\p{L}/u.test(cell.text.charAt(at - 1))) return undefined;
  const raw = cell.text.slice(at + label.length);
  const text = raw.replace(/^[\s:.#=·-]+/, '');
  const each = cell.width / cell.text.length;
  return text === '' ? undefined : { ...cell, text, x: cell.x + each * (cell.text.length - text.length), width: each * text.length };
}

function cellBelow(lines: readonly PrintedLine[], index: number, label: Cell): Cell | undefined {
  for (const line of lines.slice(index + 1, index + 1 + LINES_ABOVE)) {
    const cell = line.page === label.page ? line.cells.find((own) => overlap(own, label) > 0.3) : undefined;
    if (cell) return cell;
  }
  return undefined;
}

/** The cells in which a value stands, by what was learned of its place: in the order of the paper. */
export function cellsAt(lines: readonly PrintedLine[], place: LearnedPlace): Cell[] {
  const own = place.side === 'page' ? spotted(lines, place) : lines.flatMap((_, i) => labelledIn(lines, i, place));
  return own.flatMap((cell) => cell ?? []);
}

const spotted = (lines: readonly PrintedLine[], { x, y }: LearnedPlace): Cell[] =>
  lines
    .filter(({ page }) => page === lines[0]?.page)
    .flatMap(({ cells }) => cells.filter((cell) => Math.abs(cell.x - x) <= NEARBY && Math.abs(cell.y - y) <= NEARBY));

/** What the label of a place names in a line, in each cell that bears it. */
function labelledIn(lines: readonly PrintedLine[], index: number, { side, label }: LearnedPlace): (Cell | undefined)[] {
  const cells = lines[index]?.cells ?? [];
  if (side === 'in') return cells.map((cell) => afterLabel(cell, label));
  return cells.flatMap((cell, column) =>
    bare(cell.text) === label ? [side === 'right' ? cells[column + 1] : cellBelow(lines, index, cell)] : [],
  );
}
