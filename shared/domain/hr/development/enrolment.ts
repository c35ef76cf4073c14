import * as z from 'zod/mini';
import { BusinessDate, type IsoDate } from '#kernel/date.ts';
import { type ActionRules, denial, type Refusal, refusal } from '#kernel/errors.ts';
import { idWith } from '#kernel/id.ts';
import { Money, NonNegativeMoney } from '#kernel/money.ts';
import { dated, recordType, type Stored } from '#kernel/record.ts';
import { stamped, stampFields } from '#kernel/stamps.ts';
import { list } from '#kernel/stored.ts';
import { writtenText as text } from '#kernel/written-text.ts';
import { CourseHours } from './course.ts';

export const EnrolmentInput = z.strictObject({
  employeeId: idWith('emp'),
  courseId: idWith('crs'),
  /** The first day. */
  on: BusinessDate,
  note: z.optional(text(200)),
});
export type EnrolmentInput = z.output<typeof EnrolmentInput>;

export const ENROLMENT_STATES = ['planned', 'ordered', 'done', 'failed', 'cancelled'] as const;
export type EnrolmentState = (typeof ENROLMENT_STATES)[number];
export const Enrolment = z.object({
  employeeId: z.string(),
  name: z.string(),
  courseId: z.string(),
  /** Its title, as it was then. */
  course: z.string(),
  on: z.string(),
  note: z.optional(z.string()),
  /** Hours and cost are the course's until whoever orders it says otherwise. Minor units. */
  hours: z.optional(z.string()),
  cost: z.optional(z.int()),
  state: z.enum(ENROLMENT_STATES),
  /** The day on which it ended, passed or not. */
  endedOn: z.optional(z.string()),
  certificateId: z.optional(z.string()),
  reason: z.optional(z.string()),
  /** The record that asked for it, where no person did. */
  about: z.optional(z.string()),
});
export type Enrolment = Readonly<z.output<typeof Enrolment>>;
export type StoredEnrolment = Stored<Enrolment>;

/** Queues: planned ones are ordered, ordered ones end. */
export const TO_ORDER = 'order';
export const TO_ATTEND = 'attend';
const QUEUES: Readonly<Partial<Record<EnrolmentState, string>>> = { planned: TO_ORDER, ordered: TO_ATTEND };
export const Enrolments = recordType<Enrolment, EnrolmentState>({
  kind: 'enrolment',
  prefix: 'enr',
  data: Enrolment,
  history: 'all',
  list: dated({ date: ({ on }) => on, party: ({ employeeId }) => employeeId, words: ({ name, course }) => [name, course] }),
  open: ({ state, on }, id) => {
    const queue = QUEUES[state];
    return queue ? { queue, sort: `${on}#${id}` } : undefined;
  },
  lifecycle: {
    of: ({ state }) => state,
    next: { planned: ['ordered', 'done', 'failed', 'cancelled'], ordered: ['done', 'failed', 'cancelled'] },
  },
  state: ({ state }) => state,
  tones: { planned: 'warn', ordered: 'calm', done: 'good', failed: 'bad', cancelled: 'plain' },
  summary: ({ course, name, on }) => ({ title: course, subtitle: [name], date: on }),
  related: ({ employeeId, courseId }) => [employeeId, courseId],
  person: ({ employeeId }) => employeeId,
  screen: '/development/enrolments',
  icon: 'book',
  read: 'development.read',
});

/** Who looks at it. */
interface EnrolmentStanding {
  /** Whether they set development up: order courses, and say how they ended. */
  readonly sets?: boolean | undefined;
}
type Asked = StoredEnrolment & EnrolmentStanding;
const FIELD = 'path.enrolmentId';
const isOpen = ({ state }: Enrolment): boolean => state === 'planned' || state === 'ordered';
const refusalOfEnd = (enrolment: Enrolment): Refusal | undefined =>
  isOpen(enrolment)
    ? undefined
    : refusal('enrolment.ended', `It is ${enrolment.state}: enter another one.`, FIELD, { state: enrolment.state });

/** Why an enrolment takes an action now or not. */
export const enrolmentActions = {
  orderEnrolment: (enrolment) =>
    enrolment.state === 'ordered' ? refusal('enrolment.ordered', 'It has been ordered already.', FIELD) : refusalOfEnd(enrolment),
  completeEnrolment: refusalOfEnd,
  cancelEnrolment: (enrolment) =>
    refusalOfEnd(enrolment) ??
    (enrolment.state === 'ordered' && !enrolment.sets
      ? denial('enrolment.ordered_by_others', 'It has been ordered: ask whoever orders courses to cancel it.', FIELD)
      : undefined),
} as const satisfies ActionRules<Asked>;

export const OrderEnrolment = z.strictObject({
  on: z.optional(BusinessDate),
  cost: z.optional(NonNegativeMoney),
  hours: z.optional(CourseHours),
});
export const CompleteEnrolment = z.strictObject({
  result: z.enum(['done', 'failed']),
  on: BusinessDate,
  hours: z.optional(CourseHours),
  /** Of the certificate, where the course gives one. */
  number: z.optional(text(60)),
});

export const EnrolmentView = z.object({
  id: z.string(),
  ...Enrolment.shape,
  cost: z.optional(Money),
  ...stampFields,
});
export const enrolmentView = (enrolment: StoredEnrolment) => stamped(enrolment);

/** What is planned of a course for somebody, with the course's hours and cost. */
export const newEnrolment = (
  course: { readonly id: string; readonly title: string; readonly hours?: string | undefined; readonly cost?: number | undefined },
  whom: { readonly employeeId: string; readonly name: string },
  { on, note }: { readonly on: IsoDate; readonly note?: string | undefined },
): Enrolment => ({
  ...whom,
  ...{ courseId: course.id, course: course.title, on, state: 'planned' },
  ...(note === undefined ? {} : { note }),
  ...(course.hours === undefined ? {} : { hours: course.hours }),
  ...(course.cost === undefined ? {} : { cost: course.cost }),
});

export const COURSE_ORDER_STATES = ['open', 'done', 'refused'] as const;
/** That somebody takes courses, as another module asks on behalf of a person who may order them. */
export const CourseOrder = z.object({
  employeeId: z.string(),
  courseIds: list(z.string()),
  /** The first day. */
  on: z.string(),
  /** Who answers for it, by address: it is carried out as far as they may do it by then. */
  by: z.string(),
  /** The record that it is for, and which part of it. */
  about: z.string(),
  part: z.string(),
  state: z.enum(COURSE_ORDER_STATES),
  /** The code of the refusal. */
  why: z.optional(z.string()),
});
export type CourseOrder = Readonly<z.output<typeof CourseOrder>>;
export const CourseOrders = recordType<CourseOrder>({
  kind: 'course-order',
  prefix: 'cor',
  data: CourseOrder,
  history: 'all',
  open: (order, id) => (order.state === 'open' ? { queue: 'open', sort: id } : undefined),
  lifecycle: { of: (order) => order.state, next: { open: ['done', 'refused'] } },
  screen: { none: 'What came of it stands on the record that it is for, and among the enrolments.' },
  read: 'nobody',
});
