import * as z from 'zod/mini';
import { NonNegativeMoney } from '#kernel/money.ts';
import { named, recordType, type Stored } from '#kernel/record.ts';
import { stampFields } from '#kernel/stamps.ts';
import { storedOf } from '#kernel/stored.ts';
import { writtenText as text } from '#kernel/written-text.ts';

/** Hours as decimal text: `2.5`. */
export const CourseHours = z.string().check(z.regex(/^\d{1,4}(\.\d{1,2})?$/, 'must be hours such as 7.50'));
const validity = z.int().check(z.minimum(1), z.maximum(240));

/** A course that the company gives or buys. */
export const CourseInput = z.strictObject({
  title: text(120),
  provider: z.optional(text(120)),
  hours: z.optional(CourseHours),
  /** Of one person. */
  cost: z.optional(NonNegativeMoney),
  /** Whether whoever passes it has a certificate. */
  certifies: z._default(z.boolean(), false),
  /** Months that the certificate is valid; absent: it does not end. */
  validMonths: z.optional(validity),
});
export type CourseInput = z.output<typeof CourseInput>;

export const COURSE_STATES = ['offered', 'withdrawn'] as const;
export type CourseState = (typeof COURSE_STATES)[number];
export const Course = z.extend(storedOf(CourseInput), { state: z.enum(COURSE_STATES) });
export type Course = Readonly<z.output<typeof Course>>;
export type StoredCourse = Stored<Course>;

export const Courses = recordType<Course, CourseState>({
  kind: 'course',
  prefix: 'crs',
  data: Course,
  history: 'all',
  list: named({ by: ({ title }) => title, words: ({ title, provider }) => [title, provider] }),
  state: ({ state }) => state,
  tones: { offered: 'good', withdrawn: 'plain' },
  summary: ({ title, provider }) => ({ title, subtitle: [provider] }),
  screen: '/development/courses',
  icon: 'book',
  read: 'member',
});

/** Null clears what may be absent. */
export const PatchCourse = z.strictObject({
  title: z.optional(text(120)),
  provider: z.optional(z.nullable(text(120))),
  hours: z.optional(z.nullable(CourseHours)),
  cost: z.optional(z.nullable(NonNegativeMoney)),
  certifies: z.optional(z.boolean()),
  validMonths: z.optional(z.nullable(validity)),
  state: z.optional(z.enum(COURSE_STATES)),
});

export const CourseView = z.object({
  id: z.string(),
  ...CourseInput.shape,
  certifies: z.boolean(),
  state: z.enum(COURSE_STATES),
  ...stampFields,
});
