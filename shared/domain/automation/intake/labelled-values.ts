import { type Label, labelsIn } from './invoice-labels.ts';
import { type Cell, overlap, type PrintedLine } from './page.ts';

/** A label's cell, and the texts that stand for its value: the likeliest first. */
export interface LabelledValue {
  readonly label: Label;
  /** Nothing but its value follows it, in its cell. */
  readonly isWhole: boolean;
  readonly values: readonly Cell[];
}

/** What the labels of a document name. */
export const labelledValues = (lines: readonly PrintedLine[]): LabelledValue[] => lines.flatMap((line, i) => valuesOfLine(lines, i, line));

function valuesOfLine(lines: readonly PrintedLine[], index: number, line: PrintedLine): LabelledValue[] {
  return line.cells.flatMap((cell, column) => {
    const labels = labelsIn(cell.text);
    return labels.map((label, i) => {
      const rest = partOf(cell, label.end, labels[i + 1]?.at ?? cell.text.length);
      const isLast = i === labels.length - 1;
      const right = isLast ? toTheRight(line, column) : [];
      const isWhole = /^[\s:#.]*(?:$|\d)/.test(cell.text.slice(label.end));
      return { label, isWhole, values: [...(rest ? [rest] : []), ...right, ...(isLast ? below(lines, index, cell) : [])] };
    });
  });
}

/** Part of a cell as one of its own; undefined where nothing stands there. */
function partOf(cell: Cell, from: number, to: number): Cell | undefined {
  const raw = cell.text.slice(from, to);
  const text = raw.replace(/^[\s:#.·=-]+|[\s:]+$/g, '');
  if (text === '') return undefined;
  const each = cell.width / cell.text.length;
  return { ...cell, text, x: cell.x + each * (from + raw.indexOf(text)), width: each * text.length };
}

/** The cells after one, up to the next that bears a label. */
function toTheRight(line: PrintedLine, column: number): Cell[] {
  const cells: Cell[] = [];
  for (const cell of line.cells.slice(column + 1)) {
    if (labelsIn(cell.text).length > 0) break;
    cells.push(cell);
  }
  return cells;
}

/** How many lines below its label a value may stand. */
const LINES_BELOW = 3;

function below(lines: readonly PrintedLine[], index: number, label: Cell): Cell[] {
  const cells: Cell[] = [];
  for (const line of lines.slice(index + 1, index + 1 + LINES_BELOW)) {
    if (line.page !== label.page || line.y - (label.y + label.height) > 3.2 * label.height) break;
    const cell = line.cells.find((own) => overlap(own, label) > 0.3);
    if (!cell) continue;
    if (labelsIn(cell.text).length > 0) break;
    cells.push(cell);
    break;
  }
  return cells;
}
