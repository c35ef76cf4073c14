/** A piece of text as a page shows it: points (1/72 inch), from the page's upper left corner. */
export interface PrintedText {
  readonly text: string;
  readonly x: number;
  /** Its baseline. */
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface PrintedPage {
  /** 1, 2, 3… */
  readonly no: number;
  readonly width: number;
  readonly height: number;
  readonly texts: readonly PrintedText[];
}

/** Where on the paper something was read: for the mark beside the field. Points from the upper left corner. */
export interface Place {
  readonly page: number;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Texts that stand together as one: a column's entry in its line. */
export interface Cell extends Place {
  readonly text: string;
}

/** The cells of a line, from left to right. */
export interface PrintedLine {
  readonly page: number;
  readonly y: number;
  readonly cells: readonly Cell[];
}

/** Texts on one line stand at most this part of their height apart from its baseline. */
const SAME_LINE = 0.45;
/** What stands farther away than this many heights begins another cell: a word's space is a quarter to a half. */
const GAP = 1.1;

const byPlace = (a: PrintedText, b: PrintedText): number => a.y - b.y || a.x - b.x;

/** The lines of a document's pages, each with its cells. */
export const printedLines = (pages: readonly PrintedPage[]): PrintedLine[] => pages.flatMap(linesOfPage);

function linesOfPage({ no, texts }: PrintedPage): PrintedLine[] {
  const rows: { y: number; texts: PrintedText[] }[] = [];
  for (const text of texts.filter(({ text: own }) => own.trim() !== '').toSorted(byPlace)) {
    const row = rows.at(-1);
    if (row && Math.abs(row.y - text.y) <= Math.max(1, text.height * SAME_LINE)) row.texts.push(text);
    else rows.push({ y: text.y, texts: [text] });
  }
  return rows.map((row) => ({ page: no, y: row.y, cells: cellsOf(no, row.texts) }));
}

function cellsOf(page: number, texts: readonly PrintedText[]): Cell[] {
  const cells: { text: string; x: number; y: number; right: number; height: number }[] = [];
  for (const { text, x, y, width, height } of texts.toSorted((a, b) => a.x - b.x)) {
    const cell = cells.at(-1);
    const gap = cell ? x - cell.right : 0;
    if (cell && gap <= Math.max(2, height * GAP)) {
      cell.text += (gap > height * 0.15 && !cell.text.endsWith(' ') ? ' ' : '') + text;
      cell.right = Math.max(cell.right, x + width);
      cell.height = Math.max(cell.height, height);
    } else cells.push({ text, x, y, right: x + width, height });
  }
  return cells.map(({ text, x, y, right, height }) => ({
    ...{ text: text.replace(/\s+/g, ' ').trim(), page, x, y: y - height },
    ...{ width: right - x, height },
  }));
}

/** How much of the narrower one stands above or below the other: 0 to 1. */
export function overlap(a: Place, b: Place): number {
  const shared = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x);
  return Math.max(0, shared) / Math.max(1, Math.min(a.width, b.width));
}
