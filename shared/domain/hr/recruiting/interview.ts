import * as z from 'zod/mini';
import { storedOf } from '#kernel/stored.ts';
import { writtenText as text } from '#kernel/written-text.ts';

const Instant = z
  .string()
  .check(z.regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{3})?)?Z$/, 'must be an instant in UTC such as 2026-12-31T17:00:00Z'));
export const InterviewInput = z.strictObject({
  at: Instant,
  minutes: z._default(z.int().check(z.minimum(10), z.maximum(480)), 45),
  /** A room, or the link of a call. */
  place: text(200),
  /** Addresses of those who meet the candidate. */
  with: z.array(z.email().check(z.maxLength(120))).check(z.minLength(1), z.maxLength(10)),
});

export const INTERVIEW_STATES = ['planned', 'cancelled'] as const;
export const Interview = z.extend(storedOf(InterviewInput), {
  no: z.int(),
  state: z.enum(INTERVIEW_STATES),
  /** How often it has changed since it was planned: calendars take the highest (RFC 5545 section 3.8.7.4). */
  sequence: z.int(),
  /** Whether those who take part have been written to of how it now stands; noted before the mails leave. */
  mail: z.enum(['wanted', 'sent', 'unsent']),
});
export type Interview = z.output<typeof Interview>;
export const MOST_INTERVIEWS = 20;

/** Those who have been told of it before must be told that it is off, even where they no longer take part. */
export const invitedTo = (interview: Interview, candidate: string | undefined): readonly string[] => [
  ...new Set([...(candidate ? [candidate] : []), ...interview.with]),
];

export const InterviewView = z.object({
  ...InterviewInput.shape,
  at: z.string(),
  minutes: z.int(),
  with: z.array(z.string()),
  no: z.int(),
  state: z.enum(INTERVIEW_STATES),
});
export const interviewView = ({ mail: _, sequence: __, ...shown }: Interview) => ({ ...shown, with: [...shown.with] });
