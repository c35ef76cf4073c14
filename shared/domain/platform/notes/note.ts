import * as z from 'zod/mini';
import { forbidden } from '#kernel/errors.ts';
import { dated, recordType, type Stored } from '#kernel/record.ts';
import { list } from '#kernel/stored.ts';
import { cut } from '#kernel/text.ts';

export const MAX_NOTE_CHARS = 4000;
export const MAX_MENTIONS = 20;

/** What somebody wrote about a record, for whoever may see it. */
export const Note = z.object({
  record: z.string(),
  text: z.string(),
  /** Members whom it calls by `@`. */
  mentions: list(z.string()),
  /** ISO instants. */
  writtenAt: z.string(),
  /** Its text is gone; who wrote and deleted it, and when, stays in its story. */
  deletedAt: z.exactOptional(z.string()),
});
export type Note = Readonly<z.output<typeof Note>>;
export type StoredNote = Stored<Note>;

export const Notes = recordType<Note, 'written' | 'deleted'>({
  kind: 'note',
  prefix: 'not',
  data: Note,
  history: 'all',
  list: dated({ date: (n) => n.writtenAt.slice(0, 10), instant: (n) => n.writtenAt, words: (n) => [n.text] }),
  open: (n, id) => (n.deletedAt ? undefined : { queue: n.record, sort: `${n.writtenAt}#${id}` }),
  state: (n) => (n.deletedAt ? 'deleted' : 'written'),
  summary: (n) => ({ title: cut(n.text.replaceAll(/\s+/g, ' '), 80), date: n.writtenAt.slice(0, 10) }),
  parent: (n) => n.record,
  screen: { none: 'It is shown on the page of the record that it is about.' },
  icon: 'note',
  read: 'member',
});

/** @throws DomainError `author.other` (403): what somebody wrote or attached is theirs to change. */
export function requireAuthor(email: string, { history }: Pick<Stored<unknown>, 'history'>): void {
  const author = history[0]?.by ?? '';
  if (author !== email) throw forbidden('author.other', `Only ${author} can change or delete this.`, undefined, { author });
}
