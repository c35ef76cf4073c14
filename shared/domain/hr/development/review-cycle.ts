import * as z from 'zod/mini';
import { BusinessDate } from '#kernel/date.ts';
import { invalid, type Refusal, refusal, refused } from '#kernel/errors.ts';
import { recordType, type Stored } from '#kernel/record.ts';
import { stamped, stampFields } from '#kernel/stamps.ts';
import { writtenText as text } from '#kernel/written-text.ts';
import { assignmentOn, type Employee } from '../people/employee.ts';

/**
 * `writing`: everybody writes. `calibration`: nobody writes any more but the managers, and ratings are compared. `released`:
 * employees see theirs, and sign. It never goes back: who answers after answers have been seen is known.
 */
export const REVIEW_PHASES = ['writing', 'calibration', 'released', 'closed'] as const;
export type ReviewPhase = (typeof REVIEW_PHASES)[number];

/** @property from the period that is reviewed. @property due the day by which people have written. */
export const ReviewCycleInput = z.strictObject({
  title: text(80),
  from: BusinessDate,
  to: BusinessDate,
  due: BusinessDate,
  /** Whom it is for; absent: everybody. */
  department: z.optional(text(80)),
});
export type ReviewCycleInput = z.output<typeof ReviewCycleInput>;

export const ReviewCycle = z.object({
  title: z.string(),
  from: z.string(),
  to: z.string(),
  due: z.string(),
  department: z.optional(z.string()),
  phase: z.enum(REVIEW_PHASES),
});
export type ReviewCycle = Readonly<z.output<typeof ReviewCycle>>;
export type StoredReviewCycle = Stored<ReviewCycle>;

export const CYCLES_RUNNING = 'running';
export const ReviewCycles = recordType<ReviewCycle, ReviewPhase>({
  kind: 'review-cycle',
  prefix: 'rvc',
  data: ReviewCycle,
  history: 'all',
  list: { buckets: 'own', key: (c, id) => ({ bucket: 'all', sort: `${c.from}#${id}`, label: c.title }) },
  open: (c, id) => (c.phase === 'closed' ? undefined : { queue: CYCLES_RUNNING, sort: `${c.due}#${id}` }),
  lifecycle: { of: ({ phase }) => phase, next: { writing: ['calibration'], calibration: ['released'], released: ['closed'] } },
  state: ({ phase }) => phase,
  tones: { writing: 'calm', calibration: 'warn', released: 'good', closed: 'plain' },
  summary: ({ title, from, to }) => ({ title, subtitle: [from, to], date: from }),
  screen: '/development/reviews',
  icon: 'note',
  read: 'member',
});

/** @throws DomainError `review_cycle.dates` (400) of a period that ends before it begins, or writing that ends before the period begins. */
export function requireCycleDates({ from, to, due }: ReviewCycleInput): void {
  if (to < from) throw invalid('review_cycle.dates', 'The period ends before it begins: correct one of the days.', 'body.to');
  if (due < from) throw invalid('review_cycle.dates', 'Writing ends before the period begins: choose a later day.', 'body.due');
}

/** Whether a cycle is about somebody: they worked here in its period, in its department. */
export const isReviewed = (cycle: Pick<ReviewCycle, 'to' | 'department'>, employee: Employee): boolean =>
  employee.startDate <= cycle.to &&
  (employee.endDate ?? '9999') >= cycle.to &&
  (cycle.department === undefined || assignmentOn(employee, cycle.to).department === cycle.department);

type NextPhase = Exclude<ReviewPhase, 'writing'>;
const PHASE_AFTER: Readonly<Partial<Record<ReviewPhase, NextPhase>>> = {
  writing: 'calibration',
  calibration: 'released',
  released: 'closed',
};
export const phaseAfter = ({ phase }: Pick<ReviewCycle, 'phase'>): NextPhase | undefined => PHASE_AFTER[phase];

/** The cycle in its next phase. @throws DomainError `review_cycle.phase` (422) where another is asked for. */
export function inPhase(cycle: StoredReviewCycle, phase: ReviewPhase): StoredReviewCycle {
  const next = phaseAfter(cycle);
  if (phase !== next)
    throw refused('review_cycle.phase', `It is in ${cycle.phase}: the phase after that is ${next ?? 'none'}.`, 'body.phase', {
      phase: cycle.phase,
    });
  return { ...cycle, phase };
}

export const cycleActions = {
  advanceReviewCycle: (cycle: StoredReviewCycle): Refusal | undefined =>
    phaseAfter(cycle) ? undefined : refusal('review_cycle.closed', 'It is closed: begin another one.', 'path.cycleId'),
};

export const ReviewCycleView = z.object({ id: z.string(), ...ReviewCycle.shape, ...stampFields });
export const reviewCycleView = (cycle: StoredReviewCycle) => stamped(cycle);
