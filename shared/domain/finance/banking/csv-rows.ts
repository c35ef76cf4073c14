import { refuseStatement } from './statement-fault.ts';

/** One row of a CSV with the line of the file in which it begins. */
export interface CsvRow {
  readonly at: number;
  readonly cells: readonly string[];
}

/** Reads the cells of one text (RFC 4180): what stands in quotes may hold delimiters, line ends, and quotes twice. */
class CsvCells {
  readonly rows: CsvRow[] = [];
  readonly #text: string;
  readonly #delimiter: string;
  #place = 0;
  #line = 1;

  constructor(text: string, delimiter: string) {
    this.#text = text;
    this.#delimiter = delimiter;
  }

  read(): readonly CsvRow[] {
    while (this.#place < this.#text.length) this.#row();
    return this.rows;
  }

  #row(): void {
    const at = this.#line;
    const cells: string[] = [];
    do cells.push(this.#cell());
    while (this.#took(this.#delimiter));
    this.rows.push({ at, cells });
    if (this.#took('\r\n') || this.#took('\n') || this.#took('\r')) this.#line += 1;
  }

  #took(mark: string): boolean {
    if (!this.#text.startsWith(mark, this.#place)) return false;
    this.#place += mark.length;
    return true;
  }

  #cell(): string {
    if (this.#took('"')) return this.#quoted() + this.#plain();
    return this.#plain();
  }

  #plain(): string {
    const start = this.#place;
    const text = this.#text;
    while (this.#place < text.length && text[this.#place] !== '\n' && text[this.#place] !== '\r' && text[this.#place] !== this.#delimiter)
      this.#place += 1;
    return text.slice(start, this.#place);
  }

  #quoted(): string {
    const at = this.#line;
    let value = '';
    for (;;) {
      const end = this.#text.indexOf('"', this.#place);
      if (end === -1) refuseStatement('not_closed', at, 'a quotation mark opens here, and none closes it.');
      const part = this.#text.slice(this.#place, end);
      this.#line += part.split(/\r\n|\n|\r/).length - 1;
      value += part;
      this.#place = end + 1;
      if (!this.#took('"')) return value;
      value += '"';
    }
  }
}

/** The rows of a CSV, blank ones included: they count as lines. @throws DomainError where a quotation mark is not closed */
export const csvRows = (text: string, delimiter: string): readonly CsvRow[] => new CsvCells(text, delimiter).read();
