import * as z from 'zod/mini';
import type { IsoDate } from '#kernel/date.ts';
import { dated, recordType, type Stored } from '#kernel/record.ts';
import { list } from '#kernel/stored.ts';

/** What a seal holds of one sequence: its entries from a number to another, and what they come to. Hashes in hexadecimal. */
export const SealedPart = z.object({
  period: z.string(),
  shard: z.int(),
  from: z.int(),
  to: z.int(),
  /** Merkle root over the entries from `from` to `to`: RFC 6962. */
  root: z.string(),
  /** The chain of the sequence from its first entry to `to`. */
  chain: z.string(),
});
export type SealedPart = Readonly<z.output<typeof SealedPart>>;

/**
 * The entries that came into the books since the seal before, with a root for each of their sequences. Its file is what is kept
 * where nobody can change it; each names the hash of the one before, so that none can be left out.
 */
export const BookSeal = z.object({
  /** 1, 2, 3 … of the company. */
  no: z.int(),
  day: z.string(),
  /** ISO instant. */
  at: z.string(),
  entries: z.int(),
  parts: list(SealedPart),
  /** SHA-256 of the file of the seal before; absent of the first. */
  previous: z.exactOptional(z.string()),
  /** SHA-256 and length of its own file. */
  sha256: z.string(),
  bytes: z.int(),
});
export type BookSeal = Readonly<z.output<typeof BookSeal>>;
export type StoredSeal = Stored<BookSeal>;

export const BookSeals = recordType<BookSeal>({
  kind: 'book-seal',
  prefix: 'bsl',
  data: BookSeal,
  history: 'all',
  list: dated({ date: (s) => s.day, instant: (s) => s.at, words: (s) => [String(s.no), s.sha256] }),
  summary: (s) => ({ title: String(s.no), subtitle: [s.sha256], date: s.day }),
  screen: '/books/seals',
  icon: 'key',
  read: 'books.read',
});

/** `bsl_000012` */
export const sealId = (no: number): string => `bsl_${String(no).padStart(6, '0')}`;
export const sealKey = (tenant: string, no: number): string => `${tenant}/seals/${String(no).padStart(6, '0')}.json`;
export const sealFileName = ({ no, day }: Pick<BookSeal, 'no' | 'day'>): string => `seal-${String(no).padStart(6, '0')}-${day}.json`;

/** The last seal of a company: who makes the next one takes it into the same transaction. */
export const SealHead = z.object({
  no: z.int(),
  day: z.string(),
  sha256: z.string(),
  /** Its file is where it has to be. */
  kept: z.boolean(),
  /** There were more entries than one seal takes. */
  more: z.exactOptional(z.literal(true)),
});
export type SealHead = Readonly<z.output<typeof SealHead>>;
export const SealHeads = recordType<SealHead>({
  kind: 'seal-head',
  prefix: 'bsh',
  data: SealHead,
  history: 'ends',
  screen: { none: 'It only says which seal is the last.' },
  read: 'nobody',
});
export const SEAL_HEAD_ID = 'bsh_last';

/** Up to where the sequences of a calendar year are sealed: number and chain, by period and shard. */
export const SealedYear = z.object({
  year: z.string(),
  tips: z.record(z.string(), z.object({ seq: z.int(), chain: z.string() })),
});
export type SealedYear = Readonly<z.output<typeof SealedYear>>;
export const SealedYears = recordType<SealedYear>({
  kind: 'sealed-year',
  prefix: 'bsy',
  data: SealedYear,
  history: 'ends',
  screen: { none: 'It only says up to where a year is sealed.' },
  read: 'nobody',
});
export const sealedYearId = (year: string): string => `bsy_${year}`;

/** How long a seal is kept where nobody can change it: books are kept for six years from the last entry in them (CCom art. 30). */
export function sealKeptUntil(day: IsoDate): Date {
  return new Date(`${Number(day.slice(0, 4)) + 7}-12-31T23:59:59Z`);
}

/** A part with the hashes of its entries. */
export interface LeavedPart extends SealedPart {
  readonly leaves: readonly Uint8Array[];
}

/** What is told in the file beside the parts. */
export type SealFacts = Pick<BookSeal, 'no' | 'day' | 'at' | 'previous'>;

/**
 * The file of a seal: one line of JSON, always the same for the same seal. `leaves` are the hashes of the entries one after the other,
 * 32 bytes each, in base64: with them whoever checks can say which entry is another one than was sealed.
 */
export const sealFile = (company: string, { no, day, at, previous }: SealFacts, parts: readonly LeavedPart[]): string =>
  `${JSON.stringify({
    format: 'trastienda-seal',
    version: 1,
    company,
    ...{ no, day, at, previous: previous ?? null },
    parts: parts.map(({ leaves, period, shard, from, to, root, chain }) => ({
      ...{ period, shard, from, to, root, chain },
      leaves: base64(leaves),
    })),
  })}\n`;

/** Hashes one after the other, in base64; without a library of Node's, as this is the console's too. */
function base64(leaves: readonly Uint8Array[]): string {
  let text = '';
  for (const leaf of leaves) for (const byte of leaf) text += String.fromCharCode(byte);
  return btoa(text);
}
