import { type PeerAnswers, PeerAnswersOf } from '#domain/hr/development/peer-feedback.ts';
import {
  noReview,
  peerAnswersId,
  type Review,
  type ReviewKey,
  type ReviewPart,
  type ReviewPartName,
  ReviewParts,
  Reviews,
  type ReviewViewer,
  reviewId,
  reviewPartId,
  reviewState,
  shownOf,
} from '#domain/hr/development/review.ts';
import { isReviewed, ReviewCycles, type StoredReviewCycle } from '#domain/hr/development/review-cycle.ts';
import { assignmentOn, Employees, nameOf, type StoredEmployee } from '#domain/hr/people/employee.ts';
import type { Stored } from '#kernel/record.ts';
import { type Caller, may, mayFor } from '#runtime/caller.ts';
import { notFound, type Records } from '#runtime/records.ts';
import { requireReach, selfOf } from '../people/reach.ts';

/** What is known of a review before what was written of it: its cycle, whose it is, and who looks. */
export interface ReviewStanding {
  readonly cycle: StoredReviewCycle;
  readonly employee: StoredEmployee;
  readonly stored: Stored<Review> | undefined;
  readonly review: Review;
  readonly viewer: ReviewViewer;
}

/** Who looks at somebody's review: their employee, whoever leads them as of now (or HR), and who sets reviews up. Nobody leads themselves. */
export function viewerOf(caller: Caller, self: string | undefined, employee: StoredEmployee): ReviewViewer {
  const isSelf = self === employee.id;
  const leads = !isSelf && mayFor(caller, 'development.write', employee, Employees);
  return { isSelf, leads, sets: leads && may(caller, 'development.setup') };
}

/** @throws DomainError `review-cycle.not_found`, `employee.not_found` (404): of nobody whom the caller may not see, or who is not reviewed. */
export async function readStanding(records: Records, caller: Caller, key: ReviewKey): Promise<ReviewStanding> {
  const [cycle, employee, stored] = (await records.getTogether([
    { type: ReviewCycles, id: key.cycleId },
    { type: Employees, id: key.employeeId },
    { type: Reviews, id: reviewId(key) },
  ] as never)) as [StoredReviewCycle | undefined, StoredEmployee | undefined, Stored<Review> | undefined];
  if (!cycle) throw notFound(ReviewCycles.kind, key.cycleId, 'path.cycleId');
  const reached = requireReach(caller, 'development.read', employee, key.employeeId, 'path.employeeId');
  if (!isReviewed(cycle, reached)) throw notFound(Employees.kind, key.employeeId, 'path.employeeId');
  const viewer = viewerOf(caller, await selfOf(records, caller), reached);
  return { cycle, employee: reached, stored, review: stored ?? noReview(key, nameOf(reached)), viewer };
}

/** What the rules ask of. */
export const askedOf = ({ review, viewer, cycle }: ReviewStanding) => ({ ...review, ...viewer, phase: cycle.phase });

/** The review as its reader may see it by now. */
export async function reviewView(records: Records, standing: ReviewStanding, day: string) {
  const { cycle, employee, review, viewer } = standing;
  const key = { cycleId: cycle.id, employeeId: employee.id };
  const partRef = (part: ReviewPartName) => ({ type: ReviewParts, id: reviewPartId(key, part) });
  const refs = [partRef('self'), partRef('manager'), partRef('calibration'), { type: PeerAnswersOf, id: peerAnswersId(key) }];
  const [self, manager, calibration, peers] = (await records.getTogether(refs as never)) as [...Stored<ReviewPart>[], Stored<PeerAnswers>];
  return {
    ...{ ...key, cycle: cycle.title, phase: cycle.phase, due: cycle.due, name: nameOf(employee) },
    position: assignmentOn(employee, day).position,
    state: reviewState(shownProgress(standing), cycle.phase),
    ...shownOf({ review, phase: cycle.phase, self, manager, calibration, peers } as never, viewer),
    ...(review.signed ? { signed: review.signed } : {}),
  };
}

/** Of their own review nobody sees whether the manager has written, until it is released. */
export const shownProgress = ({ review, viewer, cycle }: Pick<ReviewStanding, 'review' | 'viewer' | 'cycle'>): Review =>
  viewer.leads || cycle.phase === 'released' || cycle.phase === 'closed' ? review : { ...review, manager: false };
