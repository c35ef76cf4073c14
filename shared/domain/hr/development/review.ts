import * as z from 'zod/mini';
import { type ActionRules, denial, type Refusal, refusal } from '#kernel/errors.ts';
import { recordType } from '#kernel/record.ts';
import { writtenText as text } from '#kernel/written-text.ts';
import { feedbackShown, PeerAnswer, type PeerAnswers } from './peer-feedback.ts';
import { REVIEW_PHASES, type ReviewPhase } from './review-cycle.ts';

/** 1 falls short, 2 partly meets, 3 meets, 4 exceeds, 5 is outstanding. */
export const ReviewRating = z.int().check(z.minimum(1), z.maximum(5));
export const REVIEW_RATINGS = [1, 2, 3, 4, 5] as const;

/** What somebody writes of a period: of themselves, or of whom they lead. Nobody else reads it until it is handed in. */
export const ReviewPartInput = z.strictObject({
  rating: z.optional(ReviewRating),
  achievements: text(4000),
  improvements: z.optional(text(4000)),
  handedIn: z._default(z.boolean(), false),
});
export type ReviewPartInput = z.output<typeof ReviewPartInput>;
export const Calibration = z.strictObject({ rating: ReviewRating, reason: text(500) });

export const REVIEW_PARTS = ['self', 'manager', 'calibration'] as const;
export type ReviewPartName = (typeof REVIEW_PARTS)[number];
export const ReviewPart = z.object({
  employeeId: z.string(),
  part: z.enum(REVIEW_PARTS),
  rating: z.optional(z.int()),
  achievements: z.optional(z.string()),
  improvements: z.optional(z.string()),
  reason: z.optional(z.string()),
  handedIn: z.boolean(),
  by: z.string(),
  on: z.string(),
});
export type ReviewPart = Readonly<z.output<typeof ReviewPart>>;

/** What was written of somebody is sealed under their key, and shown by the page of the review alone: to each reader what they may see by then. */
export const ReviewParts = recordType<ReviewPart>({
  kind: 'review-part',
  prefix: 'rvp',
  data: ReviewPart,
  history: 'all',
  person: ({ employeeId }) => employeeId,
  sealed: true,
  screen: { none: 'It is a part of the page of a review, for whom it is by then.' },
  read: 'nobody',
});

/** Who has written of somebody in a cycle, and their signature; nothing of what was written. It comes to be as the first of them writes. */
export const Review = z.object({
  cycleId: z.string(),
  employeeId: z.string(),
  name: z.string(),
  /** Handed in. */
  self: z.boolean(),
  manager: z.boolean(),
  signed: z.optional(z.object({ on: z.string(), comment: z.optional(z.string()) })),
});
export type Review = Readonly<z.output<typeof Review>>;
export const Reviews = recordType<Review>({
  kind: 'review',
  prefix: 'rev',
  data: Review,
  history: 'all',
  person: ({ employeeId }) => employeeId,
  related: ({ cycleId, employeeId }) => [cycleId, employeeId],
  screen: { none: 'It is a row of its cycle, with a page below that.' },
  read: 'development.read',
});

export interface ReviewKey {
  readonly cycleId: string;
  readonly employeeId: string;
}
const tail = ({ cycleId, employeeId }: ReviewKey): string => `${cycleId.slice(4)}.${employeeId.slice(4)}`;
export const reviewId = (key: ReviewKey): string => `rev_${tail(key)}`;
export const reviewPartId = (key: ReviewKey, part: ReviewPartName): string => `rvp_${tail(key)}.${part}`;
export const peerAnswersId = (key: ReviewKey): string => `pan_${tail(key)}`;
export const noReview = ({ cycleId, employeeId }: ReviewKey, name: string): Review => ({
  ...{ cycleId, employeeId, name, self: false, manager: false },
});

/** Who looks at a review. Nobody leads or sets their own. */
export interface ReviewViewer {
  readonly isSelf: boolean;
  /** Leads them, as of now, or is HR. */
  readonly leads: boolean;
  /** Sets reviews up: calibrates. */
  readonly sets: boolean;
}

export const REVIEW_STATES = ['writing', 'written', 'calibration', 'unwritten', 'to-sign', 'signed'] as const;
export type ReviewState = (typeof REVIEW_STATES)[number];
/** How a review stands, as its cycle does. */
export function reviewState({ self, manager, signed }: Review, phase: ReviewPhase): ReviewState {
  if (phase === 'writing') return self && manager ? 'written' : 'writing';
  if (phase === 'calibration') return 'calibration';
  if (signed) return 'signed';
  return manager ? 'to-sign' : 'unwritten';
}
const isReleased = (phase: ReviewPhase): boolean => phase === 'released' || phase === 'closed';

export const PartView = z.object({
  rating: z.optional(z.int()),
  achievements: z.optional(z.string()),
  improvements: z.optional(z.string()),
  reason: z.optional(z.string()),
  handedIn: z.boolean(),
  by: z.string(),
  on: z.string(),
});
/** At least three, in no order of coming: see {@link feedbackShown}. */
export const PeersView = z.object({ rating: z.string(), answers: z.array(PeerAnswer) });
type PeersView = z.output<typeof PeersView>;

interface Written {
  readonly review: Review;
  readonly phase: ReviewPhase;
  readonly self?: ReviewPart | undefined;
  readonly manager?: ReviewPart | undefined;
  readonly calibration?: ReviewPart | undefined;
  readonly peers?: PeerAnswers | undefined;
}
type Shown = Partial<Record<ReviewPartName, z.output<typeof PartView>>> & { readonly peers?: PeersView };

const shownPart = ({ employeeId: _, part: __, ...shown }: ReviewPart): z.output<typeof PartView> => {
  const { rating, achievements, improvements, reason, handedIn, by, on } = shown;
  return JSON.parse(JSON.stringify({ rating, achievements, improvements, reason, handedIn, by, on }));
};

/**
 * What of a review somebody sees. Employees: what they wrote, and all else once it is released. Whoever leads them, as of now, and HR:
 * what was handed in, and what managers write; what peers answered once nobody can answer any more.
 */
export function shownOf({ phase, self, manager, calibration, peers }: Written, viewer: ReviewViewer): Shown {
  const released = isReleased(phase);
  const answered = phase === 'writing' ? undefined : feedbackShown(peers);
  const seesAll = viewer.leads || (viewer.isSelf && released);
  const shown = {
    self: self && (viewer.isSelf || (viewer.leads && self.handedIn)) ? shownPart(self) : undefined,
    manager: manager && (viewer.leads || (viewer.isSelf && released && manager.handedIn)) ? shownPart(manager) : undefined,
    calibration: calibration && seesAll ? shownPart(calibration) : undefined,
    peers: answered && seesAll ? answered : undefined,
  };
  return Object.fromEntries(Object.entries(shown).filter(([, part]) => part !== undefined));
}

/** Of whom looks: what they may do is asked of the review, its cycle and them. */
type Asked = Review & ReviewViewer & { readonly phase: ReviewPhase };
const FIELD = 'path.employeeId';
const notYours = (): Refusal => denial('review.not_yours', 'This is for somebody else: see who leads them, or whose review it is.', FIELD);
const wrongPhase = (phase: ReviewPhase): Refusal =>
  refusal('review.phase', `The cycle is in ${phase}: this cannot be done now.`, 'path.cycleId', { phase });

/** Why a review takes an action now or not. */
export const reviewActions = {
  putSelfReview: ({ isSelf, phase }) => (isSelf ? (phase === 'writing' ? undefined : wrongPhase(phase)) : notYours()),
  putManagerReview: ({ leads, phase }) => (leads ? (isReleased(phase) ? wrongPhase(phase) : undefined) : notYours()),
  askPeers: ({ leads, phase }) => (leads ? (phase === 'writing' ? undefined : wrongPhase(phase)) : notYours()),
  calibrateReview: ({ sets, phase, manager }) => {
    if (!sets) return notYours();
    if (phase !== 'calibration') return wrongPhase(phase);
    return manager ? undefined : refusal('review.no_manager', 'Whoever leads them has not handed in theirs: ask for it first.', FIELD);
  },
  signReview: ({ isSelf, phase, manager, signed }) => {
    if (!isSelf) return notYours();
    if (phase !== 'released') return wrongPhase(phase);
    if (signed) return refusal('review.signed', `It was signed on ${signed.on}.`, FIELD, { on: signed.on });
    return manager ? undefined : refusal('review.no_manager', 'Whoever leads you has not handed in theirs: ask them for it.', FIELD);
  },
} as const satisfies ActionRules<Asked>;

export const SignReview = z.strictObject({ comment: z.optional(text(1000)) });

export const ReviewView = z.object({
  cycleId: z.string(),
  cycle: z.string(),
  phase: z.enum(REVIEW_PHASES),
  due: z.string(),
  employeeId: z.string(),
  name: z.string(),
  position: z.string(),
  state: z.enum(REVIEW_STATES),
  self: z.optional(PartView),
  manager: z.optional(PartView),
  calibration: z.optional(PartView),
  peers: z.optional(PeersView),
  signed: z.optional(z.object({ on: z.string(), comment: z.optional(z.string()) })),
});
export const ReviewRow = z.object({
  employeeId: z.string(),
  name: z.string(),
  position: z.string(),
  state: z.enum(REVIEW_STATES),
  self: z.boolean(),
  /** Whether the manager's is handed in; of one's own, only once it is released. */
  manager: z.boolean(),
  /** The manager's and the calibrated rating, for whoever leads them. */
  rating: z.optional(z.int()),
  calibrated: z.optional(z.int()),
});
