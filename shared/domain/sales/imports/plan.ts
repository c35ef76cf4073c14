import * as z from 'zod/mini';
import { list } from '#kernel/stored.ts';
import { cut } from '#kernel/text.ts';
import type { Head, ReadRow, Row, RowProblem } from './rows.ts';

/** All rows with one document number, in file order, also where they do not stand together. */
export interface PlannedDocument {
  /** The shop's number; empty for rows that name none. */
  readonly number: string;
  readonly returned: boolean;
  /** 2 for rows of a document that was taken without them, because something was wrong with them, and so on; else absent. */
  readonly part?: number;
  /** Of the first row that can be taken; absent where none can. */
  readonly head?: Head;
  readonly rows: readonly Row[];
  readonly problems: readonly RowProblem[];
}

/** How much a file holds. */
export const PlanSize = z.object({
  rows: z.int(),
  /** Documents with a row that can be taken. */
  documents: z.int(),
});
export type PlanSize = Readonly<z.output<typeof PlanSize>>;

interface Growing {
  head?: Head;
  /** The first row that says something else of the document than the rows before it. */
  mixed?: Pick<RowProblem, 'reason' | 'detail' | 'params'> | undefined;
  readonly rows: Row[];
  readonly problems: RowProblem[];
}

/** Gathers a file's rows by document. */
export class Grouping {
  readonly #documents = new Map<string, Growing>();
  /** Texts that stand on thousands of rows are kept once. */
  readonly #texts = new Map<string, string>();
  #rows = 0;

  get rows(): number {
    return this.#rows;
  }

  add(read: ReadRow): void {
    this.#rows += 1;
    const number = this.#once(read.document);
    const document = this.#documents.get(number) ?? { rows: [], problems: [] };
    this.#documents.set(number, document);
    if ('problem' in read) document.problems.push(read.problem);
    else {
      const { code, description, price, quantity } = read.row;
      document.head ??= read.head;
      document.mixed ??= differenceOf(document.head, read.head, read.row.line);
      const texts = {
        code: this.#once(code),
        description: this.#once(description),
        price: this.#once(price),
        quantity: this.#once(quantity),
      };
      document.rows.push({ line: read.row.line, ...texts });
    }
  }

  /** The documents in the order in which the file first names them. */
  *documents(isReturn: (number: string) => boolean): Generator<PlannedDocument> {
    for (const [number, { head, mixed, rows, problems }] of this.#documents) {
      const about = { number, returned: isReturn(number) };
      // Whose it is, or of which day, nobody can tell: nothing of it is taken.
      if (mixed) yield { ...about, rows: [], problems: [...problems, ...rows.map(({ line }) => ({ line, ...mixed }))] };
      else yield { ...about, ...(head ? { head } : {}), rows, problems };
    }
  }

  #once(text: string): string {
    const stored = this.#texts.get(text);
    if (stored !== undefined) return stored;
    this.#texts.set(text, text);
    return text;
  }
}

/** What must be alike on all rows of a document. */
const ALIKE = ['date', 'customer', 'country'] as const;

function differenceOf(head: Head, other: Head, line: number): Growing['mixed'] {
  const field = ALIKE.find((name) => head[name] !== other[name]);
  if (!field) return undefined;
  const [first, second] = [cut(head[field], 40), cut(other[field], 40)];
  const detail = `The rows of the document differ in their ${field}: "${first}" and, on line ${line}, "${second}".`;
  return { reason: 'mixed', detail, params: { why: field, first, second, line } };
}

/** What a document says, whatever the order of its rows: two files that say the same give the same. */
export const contentOf = ({ head, rows }: Pick<PlannedDocument, 'head' | 'rows'>): unknown => [
  head?.date,
  head?.customer,
  rows.map((row) => [row.code, row.description, row.quantity, row.price].join('\t')).sort(),
];

/** What a document that was taken in part leaves to be put right: fingerprints of the rows that were taken, and how many were not. */
export const Left = z.object({ taken: list(z.string()), missing: z.int() });
export type Left = Readonly<z.output<typeof Left>>;

type WithHead = PlannedDocument & { readonly head: Head };

/** What a row and its document say, to be known again by. */
const rowText = ({ date, customer }: Head, { code, description, quantity, price }: Row): string =>
  [date, customer, code, description, quantity, price].join('\t');

/** Of a document some rows of which are not taken. @param printOf a short fingerprint of a text. */
export const leftOf = ({ head, rows, problems }: WithHead, printOf: (text: string) => string): Left | undefined =>
  problems.length === 0 ? undefined : { taken: rows.map((row) => printOf(rowText(head, row))), missing: problems.length };

/**
 * A later file's document, divided into the rows that were taken before and those that were put right since: where all of the
 * first are there as they were, and as many of the others as were missing. Undefined where anything else has changed.
 */
export function correctedSince(
  document: WithHead,
  left: Left,
  printOf: (text: string) => string,
): { readonly taken: PlannedDocument; readonly corrected: PlannedDocument } | undefined {
  const { head, rows, problems, part = 1 } = document;
  const before = new Map<string, number>();
  for (const print of left.taken) before.set(print, (before.get(print) ?? 0) + 1);
  const isTaken = rows.map((row) => {
    const print = printOf(rowText(head, row));
    const count = before.get(print) ?? 0;
    before.set(print, count - 1);
    return count > 0;
  });
  const corrected = rows.filter((_, i) => !isTaken[i]);
  const complete =
    rows.length - corrected.length === left.taken.length && rows.length + problems.length === left.taken.length + left.missing;
  if (!complete || corrected.length === 0) return undefined;
  return {
    taken: { ...document, rows: rows.filter((_, i) => isTaken[i]), problems: [] },
    corrected: { ...document, part: part + 1, rows: corrected },
  };
}
