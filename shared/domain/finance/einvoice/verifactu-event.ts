import * as z from 'zod/mini';
import { dated, recordType, type Stored } from '#kernel/record.ts';

export const VERIFACTU_EVENTS = ['switched-on', 'switched-off', 'checked', 'exported', 'events-exported'] as const;

/** What was done with the system of records itself (RD 1007/2023 art. 9): kept for good. */
export const VerifactuEvent = z.object({
  what: z.enum(VERIFACTU_EVENTS),
  /** ISO instant. */
  at: z.string(),
  /** First and last day of the chain, as it was set. */
  from: z.exactOptional(z.string()),
  until: z.exactOptional(z.string()),
  /** First and last place that were looked at, or written to a file. */
  first: z.exactOptional(z.int()),
  last: z.exactOptional(z.int()),
  /** The first record that does not hold. */
  broken: z.exactOptional(z.object({ place: z.int(), why: z.enum(['missing', 'hash', 'link', 'document']) })),
});
export type VerifactuEvent = Readonly<z.output<typeof VerifactuEvent>>;
export type StoredVerifactuEvent = Stored<VerifactuEvent>;

export const VerifactuEvents = recordType<VerifactuEvent>({
  kind: 'verifactu-event',
  prefix: 'vfe',
  data: VerifactuEvent,
  history: 'ends',
  list: dated({ date: (e) => e.at.slice(0, 10), instant: (e) => e.at }),
  summary: (e) => ({ title: e.what, date: e.at.slice(0, 10) }),
  screen: { none: 'It is shown where electronic invoicing is set up.' },
  read: 'books.read',
});
