import * as z from 'zod/mini';
import { recordType } from './record.ts';

const PersonKey = z.object({
  /** The data key, encrypted by the key of the deployment: base64. */
  wrapped: z.string(),
});
export type PersonKey = Readonly<z.output<typeof PersonKey>>;

/**
 * The key of a person, under which what is personal of them is sealed wherever it is kept: records, their past, copies and backups.
 * Removed, nothing of that can be read any more (GDPR art. 17), and what the books hold of them stays.
 */
export const PersonKeys = recordType<PersonKey>({
  kind: 'person-key',
  prefix: 'pky',
  data: PersonKey,
  history: 'ends',
  screen: { none: 'It only opens what is sealed of a person.' },
  read: 'nobody',
});

/** @param person the id of who it is of: an employee, a candidate. */
export const personKeyId = (person: string): string => `pky_${person.slice(4)}`;
