import { development } from '#api/hr/development.ts';
import {
  type ReviewPart,
  type ReviewPartInput,
  type ReviewPartName,
  ReviewParts,
  Reviews,
  reviewActions,
  reviewId,
  reviewPartId,
} from '#domain/hr/development/review.ts';
import {
  cycleActions,
  inPhase,
  type ReviewCycle,
  ReviewCycles,
  requireCycleDates,
  reviewCycleView,
} from '#domain/hr/development/review-cycle.ts';
import { throwIf } from '#kernel/errors.ts';
import { type Change, create, type Stored, update } from '#kernel/record.ts';
import { creates, on, upserts } from '#runtime/action.ts';
import type { Caller } from '#runtime/caller.ts';
import type { Records } from '#runtime/records.ts';
import { command } from '../../platform/service.ts';
import { askedOf, type ReviewStanding, readStanding, reviewView } from './review-store.ts';

const { actions } = development;

export const createReviewCycle = command(
  actions.createReviewCycle,
  creates(ReviewCycles, 'rvc'),
  ({ body, newId }) => {
    requireCycleDates(body);
    return [create<ReviewCycle>(ReviewCycles, newId('rvc'), { ...body, phase: 'writing' })];
  },
  reviewCycleView,
);

export const advanceReviewCycle = command(
  actions.advanceReviewCycle,
  on(ReviewCycles, (path) => path.cycleId),
  ({ body }, before) => {
    throwIf(cycleActions.advanceReviewCycle(before));
    // Nobody skips a phase by pressing twice: the one that it is in already is no step.
    return body.phase === before.phase ? before : [update(ReviewCycles, before, inPhase(before, body.phase))];
  },
  reviewCycleView,
);

interface World {
  readonly path: { readonly cycleId: string; readonly employeeId: string };
  readonly records: Records;
  readonly caller: Caller;
  readonly today: string;
}

/** The review with what its writers have handed in; its record comes to be with the first of them. */
function progressed({ stored, review }: ReviewStanding, id: string, part: 'self' | 'manager', handedIn: boolean): Change[] {
  if (!stored) return [create(Reviews, id, { ...review, [part]: handedIn })];
  return stored[part] === handedIn ? [] : [update(Reviews, stored, { ...stored, [part]: handedIn })];
}

/** A part as it is put, with how far the review is by it. */
async function partChanges(
  { path, records, caller, today }: World,
  before: Stored<ReviewPart> | undefined,
  part: ReviewPartName,
  said: Partial<ReviewPartInput> & { readonly reason?: string },
) {
  const standing = await readStanding(records, caller, path);
  throwIf(reviewActions[RULES[part]](askedOf(standing)));
  const { handedIn = true, ...text } = said;
  const data: ReviewPart = { employeeId: path.employeeId, part, ...text, handedIn, by: caller.email, on: today };
  const id = reviewPartId(path, part);
  const written = before ? update(ReviewParts, before, data as typeof before) : create(ReviewParts, id, data);
  const more = part === 'calibration' ? [] : progressed(standing, reviewId(path), part, handedIn);
  return [written, ...more] as const;
}
const RULES = { self: 'putSelfReview', manager: 'putManagerReview', calibration: 'calibrateReview' } as const;

const shown = async (_: unknown, { path, records, caller, today }: World) =>
  reviewView(records, await readStanding(records, caller, path), today);

export const putSelfReview = command(
  actions.putSelfReview,
  upserts(ReviewParts, ({ path }) => reviewPartId(path, 'self')),
  (world, before) => partChanges(world, before, 'self', world.body),
  shown,
);

export const putManagerReview = command(
  actions.putManagerReview,
  upserts(ReviewParts, ({ path }) => reviewPartId(path, 'manager')),
  (world, before) => partChanges(world, before, 'manager', world.body),
  shown,
);

export const calibrateReview = command(
  actions.calibrateReview,
  upserts(ReviewParts, ({ path }) => reviewPartId(path, 'calibration')),
  (world, before) => partChanges(world, before, 'calibration', world.body),
  shown,
);

export const signReview = command(
  actions.signReview,
  on(Reviews, (path) => reviewId(path)),
  async (world, before) => {
    const { path, records, caller, today, body } = world;
    throwIf(reviewActions.signReview(askedOf(await readStanding(records, caller, path))));
    return [update(Reviews, before, { ...before, signed: { on: today, ...body } })];
  },
  shown,
);
