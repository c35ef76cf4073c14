import * as z from 'zod/mini';
import { type BookSeal, SealedPart, type StoredSeal } from './book-seal.ts';

export const BookSealView = z.object({
  id: z.string(),
  no: z.int(),
  day: z.string(),
  at: z.string(),
  entries: z.int(),
  /** SHA-256 of its file, and of that of the seal before. */
  sha256: z.string(),
  previous: z.optional(z.string()),
  bytes: z.int(),
});
export const bookSealView = ({ id, no, day, at, entries, sha256, previous, bytes }: StoredSeal) => ({
  ...{ id, no, day, at, entries, sha256, previous, bytes },
});

/** A seal with a link to its file. */
export const BookSealDetail = z.extend(BookSealView, {
  parts: z.array(SealedPart),
  url: z.string(),
  expiresAt: z.string(),
  fileName: z.string(),
});

export const EntryProofView = z.object({
  entryId: z.string(),
  /** What is hashed: the entry as it stands now, as JSON with sorted keys. */
  text: z.string(),
  /** SHA-256 of a zero byte and the text as it came into the books, in hexadecimal. */
  leaf: z.string(),
  /** Whether the entry is still the one that came into the books. */
  intact: z.boolean(),
  /** Its number in its sequence, which counts the entries of a shard of a period. */
  seq: z.int(),
  part: SealedPart,
  /** From the leaf up to the root of its part: the hash beside it at each step. */
  path: z.array(z.object({ side: z.enum(['left', 'right']), hash: z.string() })),
  seal: BookSealView,
});

/** @param seal as stored. */
export const sealFields = (seal: BookSeal) => ({ parts: seal.parts.map((part) => ({ ...part })) });
