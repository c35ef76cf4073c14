import type { Head, Problem, ReadRow, Row } from './rows.ts';

/** All rows with one document number, in file order, also where they do not stand together. */
export interface PlannedDocument {
  /** The shop's number; empty for rows that name none. */
  readonly number: string;
  readonly returned: boolean;
  /** Of the first row that can be taken; absent where none can. */
  readonly head?: Head;
  readonly rows: readonly Row[];
  readonly problems: readonly Problem[];
}

/** How much a file holds. */
export interface PlanSize {
  readonly rows: number;
  /** Documents with a row that can be taken. */
  readonly documents: number;
}

interface Growing {
  head?: Head;
  readonly rows: Row[];
  readonly problems: Problem[];
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
    for (const [number, document] of this.#documents) yield { number, returned: isReturn(number), ...document };
  }

  #once(text: string): string {
    const known = this.#texts.get(text);
    if (known !== undefined) return known;
    this.#texts.set(text, text);
    return text;
  }
}

/** What a document says, whatever the order of its rows: two files that say the same give the same. */
export const contentOf = ({ head, rows }: Pick<PlannedDocument, 'head' | 'rows'>): unknown => [
  head?.date,
  head?.customer,
  rows.map((row) => [row.code, row.description, row.quantity, row.price].join('\t')).sort(),
];
