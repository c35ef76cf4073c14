import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  FEWEST_PEERS,
  feedbackShown,
  type PeerAnswer,
  PeerAnswersOf,
  withAnswer,
} from '../../../../shared/domain/hr/development/peer-feedback.ts';
import {
  type Review,
  type ReviewPart,
  type ReviewViewer,
  reviewActions,
  reviewState,
  shownOf,
} from '../../../../shared/domain/hr/development/review.ts';
import { phaseAfter, REVIEW_PHASES } from '../../../../shared/domain/hr/development/review-cycle.ts';
import { toStored } from '../../../../shared/runtime/record-item.ts';

const EMP = 'emp_01JDG8ZK5T7QWERTY2MNPQRSTV';
const answers = (...all: PeerAnswer[]) => all.reduce(withAnswer, { employeeId: EMP, answers: [] });
const answer = (rating: number, strengths: string): PeerAnswer => ({ rating, strengths });
const part = (name: ReviewPart['part'], handedIn = true): ReviewPart => ({
  ...{ employeeId: EMP, part: name, rating: 4, achievements: `said by ${name}`, handedIn, by: 'x@y.example', on: '2026-12-01' },
});
const review: Review = { cycleId: 'rvc_1', employeeId: EMP, name: 'Clara', self: true, manager: true };
const SELF: ReviewViewer = { isSelf: true, leads: false, sets: false };
const BOSS: ReviewViewer = { isSelf: false, leads: true, sets: false };
const HR: ReviewViewer = { isSelf: false, leads: true, sets: true };
const OTHER: ReviewViewer = { isSelf: false, leads: false, sets: false };

describe('what peers answer', () => {
  it('is shown from three on, and of fewer not even how many there are', () => {
    expect([undefined, answers(), answers(answer(1, 'a')), answers(answer(1, 'a'), answer(2, 'b'))].map(feedbackShown)).toEqual(
      Array(4).fill(undefined),
    );
    // 4 + 5 + 4 = 13 of three: 4.33.
    expect(feedbackShown(answers(answer(4, 'c'), answer(5, 'a'), answer(4, 'b')))).toMatchObject({ rating: '4.3' });
    expect(FEWEST_PEERS).toBe(3);
  });

  it('stands in an order that tells nothing of who came first', () => {
    const one = fc.record({ rating: fc.integer({ min: 1, max: 5 }), strengths: fc.string({ minLength: 1, maxLength: 8 }) });
    fc.assert(
      fc.property(
        fc
          .array(one, { minLength: 3, maxLength: 8 })
          .chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length }))),
        ([all, mixed]) => {
          expect(answers(...all).answers).toEqual(answers(...mixed).answers);
        },
      ),
    );
  });

  it('keeps neither name, hour nor request with what is stored', () => {
    const stamp = {
      by: 'peer@x.example',
      request: 'req-4711',
      action: 'answerPeerRequest',
      at: new Date('2026-12-02T10:11:12.345Z'),
      key: 'k',
    };
    const step = { type: PeerAnswersOf as never, id: 'pan_1', data: answers(answer(4, 'a')) };
    const { item, after } = toStored('lumbre', stamp, step);
    expect(after.history).toEqual([{ rev: 1, at: '2026-12-02T00:00:00.000Z', by: 'workflow', request: '', action: 'answerPeerRequest' }]);
    expect(JSON.stringify(item)).not.toMatch(/peer@x|4711|10:11|"k"/);
  });
});

describe('a review is shown', () => {
  const peers = answers(answer(4, 'a'), answer(5, 'b'), answer(4, 'c'));
  const all = { review, self: part('self'), manager: part('manager'), calibration: part('calibration'), peers };
  const keys = (phase: (typeof REVIEW_PHASES)[number], viewer: ReviewViewer, more: object = {}) =>
    Object.keys(shownOf({ ...all, phase, ...more }, viewer)).sort();

  it('to the employee: what they wrote, and the rest once it is released', () => {
    expect(keys('writing', SELF)).toEqual(['self']);
    expect(keys('calibration', SELF)).toEqual(['self']);
    expect(keys('released', SELF)).toEqual(['calibration', 'manager', 'peers', 'self']);
    expect(keys('released', SELF, { manager: part('manager', false) })).toEqual(['calibration', 'peers', 'self']);
    expect(keys('writing', SELF, { self: part('self', false) })).toEqual(['self']);
  });

  it('to whoever leads them: what was handed in, and peers once nobody can answer any more', () => {
    expect(keys('writing', BOSS)).toEqual(['calibration', 'manager', 'self']);
    expect(keys('writing', BOSS, { self: part('self', false) })).toEqual(['calibration', 'manager']);
    expect(keys('calibration', HR)).toEqual(['calibration', 'manager', 'peers', 'self']);
    expect(keys('calibration', HR, { peers: answers(answer(4, 'a'), answer(5, 'b')) })).toEqual(['calibration', 'manager', 'self']);
  });

  it('to nobody else', () => {
    for (const phase of REVIEW_PHASES) expect(keys(phase, OTHER)).toEqual([]);
  });
});

describe('a review takes', () => {
  const may = (viewer: ReviewViewer, phase: (typeof REVIEW_PHASES)[number], more: Partial<Review> = {}) =>
    Object.entries(reviewActions)
      .filter(([, rule]) => rule({ ...review, ...viewer, ...more, phase }) === undefined)
      .map(([name]) => name);

  it('of each in each phase what is theirs', () => {
    expect(may(SELF, 'writing')).toEqual(['putSelfReview']);
    expect(may(BOSS, 'writing')).toEqual(['putManagerReview', 'askPeers']);
    expect(may(BOSS, 'calibration')).toEqual(['putManagerReview']);
    expect(may(HR, 'calibration')).toEqual(['putManagerReview', 'calibrateReview']);
    expect(may(HR, 'calibration', { manager: false })).toEqual(['putManagerReview']);
    expect(may(SELF, 'released')).toEqual(['signReview']);
    expect(may(SELF, 'released', { signed: { on: '2026-12-01' } })).toEqual([]);
    expect(may(SELF, 'released', { manager: false })).toEqual([]);
    for (const phase of REVIEW_PHASES) expect(may(OTHER, phase)).toEqual([]);
  });

  it('one phase after the other, and none back', () => {
    expect(REVIEW_PHASES.map((phase) => phaseAfter({ phase }))).toEqual(['calibration', 'released', 'closed', undefined]);
  });

  it('a state of each', () => {
    expect(reviewState({ ...review, manager: false }, 'writing')).toBe('writing');
    expect(reviewState(review, 'writing')).toBe('written');
    expect(reviewState(review, 'released')).toBe('to-sign');
    expect(reviewState({ ...review, manager: false }, 'closed')).toBe('unwritten');
    expect(reviewState({ ...review, signed: { on: '2026-12-01' } }, 'closed')).toBe('signed');
  });
});
