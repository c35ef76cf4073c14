/** A name and what it is: `['Vencimiento', '23/04/2026']`. */
export type Pair = readonly [name: string, value: string];

export interface Column {
  readonly label: string;
  readonly align?: 'left' | 'right';
  /** Its share of the width that the other columns leave, where its text may take several lines. Absent: as wide as its longest text. */
  readonly share?: number;
  readonly soft?: boolean;
}

export interface Table {
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly string[])[];
  /** How deep each row stands: 1 and 2 are headings, deeper ones are set in. Absent: all alike. */
  readonly levels?: readonly number[];
}

export type Block =
  /** A table of any length: its heading stands again on every page, and no row is torn apart. */
  | ({ readonly kind: 'lines' } & Table)
  /** What stays together on one page: a summary, sums, and the total. */
  | { readonly kind: 'closing'; readonly summary: Table; readonly sums: readonly Pair[]; readonly total: Pair }
  | { readonly kind: 'remarks'; readonly pairs: readonly Pair[] };

export interface PaperLogo {
  readonly format: 'png' | 'jpg' | 'svg';
  readonly bytes: Uint8Array;
}

/** Whose paper it is, and how that company's paper looks. */
export interface Letterhead {
  readonly name: string;
  readonly lines: readonly string[];
  /** `#0f5b5c`: title, total and the band at the top. */
  readonly accent: string;
  /** Behind the total. */
  readonly tint: string;
  readonly logo?: PaperLogo;
}

/** A file within the PDF, as PDF/A-3 allows: an e-invoice beside what a person reads. */
export interface EmbeddedFile {
  readonly name: string;
  readonly type: string;
  readonly bytes: Uint8Array;
  readonly description: string;
  /** What it is to the document: another representation of the same, what it was made from, more of it. */
  readonly relationship: 'alternative' | 'source' | 'data' | 'supplement';
}

/** A printed document as plain data: whoever prints says what stands on it, {@link printPaper} how it looks. */
export interface Paper {
  readonly language: 'es' | 'en';
  /** `Factura`, and its number. */
  readonly title: string;
  readonly number: string;
  /** The document's own instant, not that of printing: the same document always gives the same bytes. */
  readonly at: Date;
  readonly letterhead: Letterhead;
  /** For whom it is, where they are known, and who else is named with an address. */
  readonly parties: readonly PaperParty[];
  readonly facts: readonly Pair[];
  readonly blocks: readonly Block[];
  /** What stands at the foot of every page, beside its number. */
  readonly foot: readonly string[];
  /** A QR code at its head, with a line above and below it. */
  readonly qr?: { readonly text: string; readonly above: string; readonly below?: string };
  readonly files?: readonly EmbeddedFile[];
  /** Lying, in smaller letters: for tables of many columns. */
  readonly wide?: boolean;
  /** Standing, in smaller letters and closer lines: for what should be read on one page. */
  readonly dense?: boolean;
}

export interface PaperParty {
  readonly label: string;
  readonly name: string;
  readonly lines: readonly string[];
}
