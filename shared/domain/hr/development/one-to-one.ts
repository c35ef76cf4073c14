import * as z from 'zod/mini';
import { BusinessDate } from '#kernel/date.ts';
import { refused } from '#kernel/errors.ts';
import { recordType, type Stored } from '#kernel/record.ts';
import { writtenText as text } from '#kernel/written-text.ts';

export const OneToOneInput = z.strictObject({ on: BusinessDate, topics: z.optional(text(2000)) });
const Note = z.object({ by: z.string(), at: z.string(), text: z.string() });

/** A talk of two: somebody, and who led them then. Only the two see it, and nobody else ever, HR and owners included. */
export const OneToOne = z.object({
  employeeId: z.string(),
  managerId: z.string(),
  /** Of both, for each to see with whom it was. */
  name: z.string(),
  managerName: z.string(),
  on: z.string(),
  topics: z.optional(z.string()),
  notes: z.array(Note),
});
export type OneToOne = Readonly<z.output<typeof OneToOne>>;
export type StoredOneToOne = Stored<OneToOne>;
export const OneToOnes = recordType<OneToOne>({
  kind: 'one-to-one',
  prefix: 'oto',
  data: OneToOne,
  history: 'ends',
  partitioned: true,
  person: ({ employeeId }) => employeeId,
  sealed: true,
  screen: { none: 'It is shown to the two alone, on their page of talks.' },
  read: 'nobody',
});
export const oneToOneShelf = (employeeId: string): string => `oto_${employeeId.slice(4)}`;
/** @param place the day, and what tells apart those of one day. */
export const oneToOneId = (employeeId: string, place: string): string => `${oneToOneShelf(employeeId)}/${place}`;
export const talkPlaceOf = (id: string): string => id.slice(id.indexOf('/') + 1);
export const OneToOnePlace = z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}\.[0-9A-Z]{8}$/, 'must be the place of a talk'));

export const MOST_TALK_NOTES = 40;
/** @throws DomainError `one_to_one.full` (422) of a talk that holds no more notes. */
export function withNote<T extends OneToOne>(talk: T, note: z.output<typeof Note>): T {
  if (talk.notes.length >= MOST_TALK_NOTES)
    throw refused('one_to_one.full', `A talk has no more than ${MOST_TALK_NOTES} notes: enter another talk.`, 'body.text', {
      most: MOST_TALK_NOTES,
    });
  return { ...talk, notes: [...talk.notes, note] };
}

export const OneToOneView = z.object({ place: z.string(), ...OneToOne.shape });
export const oneToOneView = ({ id, rev: _, history: __, ...talk }: StoredOneToOne) => ({ place: talkPlaceOf(id), ...talk });
