import { trigger } from '#kernel/trigger.ts';
import { BookSeals } from './book-seal.ts';

/** What happens to the seals of books: there is a new one, whose hash somebody else may keep. */
export const sealTriggers = [
  trigger({
    type: BookSeals,
    name: 'books.sealed',
    fields: {
      no: { type: 'number', of: (seal) => String(seal.no) },
      date: { type: 'date', of: (seal) => seal.day },
      entries: { type: 'number', of: (seal) => String(seal.entries) },
      /** SHA-256 of its file, which names that of the one before. */
      hash: { type: 'text', of: (seal) => seal.sha256 },
    },
    at: (seal) => seal.at,
  }),
];
