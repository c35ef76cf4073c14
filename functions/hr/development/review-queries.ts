import { development } from '#api/hr/development.ts';
import {
  noReview,
  type ReviewPart,
  ReviewParts,
  Reviews,
  reviewActions,
  reviewId,
  reviewPartId,
  reviewState,
} from '#domain/hr/development/review.ts';
import { cycleActions, isReviewed, ReviewCycles, reviewCycleView } from '#domain/hr/development/review-cycle.ts';
import { assignmentOn, Employees, nameOf, type StoredEmployee } from '#domain/hr/people/employee.ts';
import { reachOf } from '#runtime/caller.ts';
import { listRecords } from '#runtime/lists.ts';
import { required } from '#runtime/reads.ts';
import { actionsOf, query } from '../../platform/service.ts';
import { selfOf } from '../people/reach.ts';
import { askedOf, readStanding, reviewView, shownProgress, viewerOf } from './review-store.ts';

const { actions } = development;

export const getReviewCycle = query(
  actions.getReviewCycle,
  ({ path }) => ({ cycle: required(ReviewCycles, path.cycleId, 'path.cycleId') }),
  ({ cycle, caller }) => ({ ...reviewCycleView(cycle), actions: actionsOf(caller, actions, cycleActions, cycle) }),
);

export const listReviewCycles = query(actions.listReviewCycles, async ({ query: page, records }) => {
  const found = await listRecords(records, ReviewCycles, { ...page, buckets: ['all'] });
  return { ...found, items: found.items.map(reviewCycleView) };
});

/** Everybody in the caller's reach who is reviewed, whether or not anything has been written of them. Three batch reads a page. */
export const listReviews = query(
  actions.listReviews,
  ({ path }) => ({ cycle: required(ReviewCycles, path.cycleId, 'path.cycleId') }),
  async ({ cycle, query: page, records, caller, today }) => {
    const within = reachOf(caller, 'development.read', Employees);
    const where = (employee: StoredEmployee) => isReviewed(cycle, employee) && (within?.(employee) ?? true);
    const found = await listRecords(records, Employees, { ...page, buckets: ['all'], where });
    const self = await selfOf(records, caller);
    const keys = found.items.map(({ id }) => ({ cycleId: cycle.id, employeeId: id }));
    const [reviews, managers, calibrated] = await Promise.all([
      records.getMany(Reviews, keys.map(reviewId)),
      ...(['manager', 'calibration'] as const).map((part) =>
        records.getMany<ReviewPart>(
          ReviewParts,
          keys.map((key) => reviewPartId(key, part)),
        ),
      ),
    ]);
    const items = found.items.map((employee, i) => {
      const viewer = viewerOf(caller, self, employee);
      const key = { cycleId: cycle.id, employeeId: employee.id };
      const review = shownProgress({ cycle, viewer, review: reviews[i] ?? noReview(key, nameOf(employee)) });
      const [rating, set] = viewer.leads ? [managers?.[i]?.rating, calibrated?.[i]?.rating] : [];
      return {
        ...{ employeeId: employee.id, name: nameOf(employee), position: assignmentOn(employee, today).position },
        ...{ state: reviewState(review, cycle.phase), self: review.self, manager: review.manager },
        ...(rating === undefined ? {} : { rating }),
        ...(set === undefined ? {} : { calibrated: set }),
      };
    });
    return { items, ...(found.nextCursor ? { nextCursor: found.nextCursor } : {}) };
  },
);

export const getReview = query(actions.getReview, async ({ path, records, caller, today }) => {
  const standing = await readStanding(records, caller, path);
  return {
    ...(await reviewView(records, standing, today)),
    actions: actionsOf(caller, actions, reviewActions, askedOf(standing)),
  };
});
