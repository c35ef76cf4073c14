import * as z from 'zod/mini';
import { recordType } from '#kernel/record.ts';

/** What of a person is read that is theirs alone. */
export const READ_OF_PEOPLE = ['personal-data', 'document', 'evidence-pack'] as const;

const PersonalReading = z.object({
  employeeId: z.string(),
  what: z.enum(READ_OF_PEOPLE),
  /** Of what there are several: which. */
  record: z.exactOptional(z.string()),
  by: z.string(),
  /** The first instant of that day, UTC. */
  at: z.string(),
});
export type PersonalReading = Readonly<z.output<typeof PersonalReading>>;

/**
 * Who has read what of a person: one a reader and day, kept with the others of the person in the order of days (GDPR arts. 5.2 and
 * 32: who processes personal data can show who had them). What people read of themselves is not written down.
 */
export const PersonalReadings = recordType<PersonalReading>({
  kind: 'personal-reading',
  prefix: 'prd',
  data: PersonalReading,
  history: 'ends',
  partitioned: true,
  person: ({ employeeId }) => employeeId,
  screen: { none: "It is shown on the employee's page." },
  read: 'people.personal',
});

type Read = Pick<PersonalReading, 'employeeId' | 'what' | 'record'>;
/** @param reader the record of who reads as a member. */
export const readingId = ({ employeeId, what, record }: Read, day: string, reader: string): string =>
  `${readingsOf(employeeId)}/${[day, reader.slice(4), what, ...(record ? [record] : [])].join('#')}`;
export const readingsOf = (employeeId: string): string => `prd_${employeeId.slice(4)}`;

export const PersonalReadingView = z.object({
  what: z.enum(READ_OF_PEOPLE),
  record: z.optional(z.string()),
  by: z.string(),
  at: z.string(),
});
