import * as z from 'zod/mini';
import { CloseGoal, GOAL_STATES, GoalInput, GoalView, goalActions, PatchGoal } from '#domain/hr/development/goal.ts';
import { OneToOneInput, OneToOnePlace, OneToOneView } from '#domain/hr/development/one-to-one.ts';
import { AskPeersInput, PeerAnswer, PeerRequestView } from '#domain/hr/development/peer-feedback.ts';
import { Calibration, ReviewPartInput, ReviewRow, ReviewView, reviewActions, SignReview } from '#domain/hr/development/review.ts';
import { cycleActions, REVIEW_PHASES, ReviewCycleInput, ReviewCycleView } from '#domain/hr/development/review-cycle.ts';
import type { ActionSpec } from '#kernel/action.ts';
import { idWith } from '#kernel/id.ts';
import { pageOf, pageQuery } from '#kernel/page.ts';
import { writtenText } from '#kernel/written-text.ts';
import { withActions } from './flow.ts';

const EMP = 'emp_01JDG8ZK5T7QWERTY2MNPQRSTV';
const EmployeePath = z.strictObject({ employeeId: idWith('emp') });
const GoalPath = z.strictObject({ goalId: idWith('gol') });
const CyclePath = z.strictObject({ cycleId: idWith('rvc') });
const ReviewPath = z.strictObject({ cycleId: idWith('rvc'), employeeId: idWith('emp') });
const TalkPath = z.strictObject({ employeeId: idWith('emp'), place: OneToOnePlace });
const ordered = { ...pageQuery, order: z._default(z.enum(['asc', 'desc']), 'asc') };

/** Goals and plans of development: rows of the table of `hr/development`. */
export const goals = {
  createGoal: {
    route: 'POST /development/goals',
    summary: 'Create a goal, or a step of a plan of development',
    description: 'Of oneself, or of whom one leads.',
    permission: 'development.write',
    body: GoalInput,
    output: GoalView,
    errors: ['employee.not_found', 'employee.left', 'skill.not_found', 'course.not_found'],
    example: { body: { employeeId: EMP, kind: 'result', title: 'Reducir las roturas de stock', due: '2027-06-30' } },
  },
  patchGoal: {
    route: 'PATCH /development/goals/{goalId}',
    summary: 'Change a goal, or say how far it is',
    permission: 'development.write',
    path: GoalPath,
    body: PatchGoal,
    output: GoalView,
    errors: ['goal.not_found', 'goal.closed'],
    example: { body: { progress: 60 } },
  },
  closeGoal: {
    route: 'POST /development/goals/{goalId}/closing',
    summary: 'Say how a goal ended',
    permission: 'development.write',
    path: GoalPath,
    body: CloseGoal,
    output: GoalView,
    status: 200,
    errors: ['goal.not_found', 'goal.closed'],
    example: { body: { result: 'reached' } },
  },
  listGoals: {
    route: 'GET /development/employees/{employeeId}/goals',
    summary: 'List the goals and the plan of development of an employee, by the day on which they are due',
    permission: 'development.read',
    path: EmployeePath,
    query: z.strictObject({ ...ordered, state: z.optional(z.enum(GOAL_STATES)) }),
    output: pageOf(withActions(GoalView, goalActions)),
    errors: ['employee.not_found'],
  },
} as const satisfies Record<string, ActionSpec>;

const REVIEW = ['review-cycle.not_found', 'employee.not_found', 'review.not_yours', 'review.phase'] as const;
const part = { body: { rating: 4, achievements: 'Cerró el inventario sin diferencias.', handedIn: true } };

/** Reviews of people: rows of the table of `hr/development`. */
export const reviews = {
  createReviewCycle: {
    route: 'POST /development/cycles',
    summary: 'Begin a cycle of reviews',
    description:
      'Everybody who works here in its period, or in one department, is reviewed by themselves, whoever leads them and, where asked, peers.',
    permission: 'development.setup',
    body: ReviewCycleInput,
    output: ReviewCycleView,
    errors: ['review_cycle.dates'],
    example: { body: { title: 'Evaluación 2026', from: '2026-01-01', to: '2026-12-31', due: '2027-01-31' } },
  },
  advanceReviewCycle: {
    route: 'POST /development/cycles/{cycleId}/phase',
    summary: 'Bring a cycle into its next phase: calibration, released, closed',
    description: 'It never goes back: peers’ answers are seen from calibration on, and nobody answers after that.',
    permission: 'development.setup',
    path: CyclePath,
    body: z.strictObject({ phase: z.enum(REVIEW_PHASES) }),
    output: ReviewCycleView,
    status: 200,
    errors: ['review-cycle.not_found', 'review_cycle.closed', 'review_cycle.phase'],
    example: { body: { phase: 'calibration' } },
  },
  getReviewCycle: {
    route: 'GET /development/cycles/{cycleId}',
    summary: 'Get a cycle of reviews',
    permission: 'member',
    path: CyclePath,
    output: withActions(ReviewCycleView, cycleActions),
    errors: ['review-cycle.not_found'],
  },
  listReviewCycles: {
    route: 'GET /development/cycles',
    summary: 'List cycles of reviews, the last first',
    permission: 'member',
    query: z.strictObject(pageQuery),
    output: pageOf(ReviewCycleView),
  },
  listReviews: {
    route: 'GET /development/cycles/{cycleId}/reviews',
    summary: 'List the reviews of a cycle by name',
    description: 'Of those whom the caller may see: all, those below, or oneself.',
    permission: 'development.read',
    path: CyclePath,
    query: z.strictObject(ordered),
    output: pageOf(ReviewRow),
    errors: ['review-cycle.not_found'],
  },
  getReview: {
    route: 'GET /development/cycles/{cycleId}/reviews/{employeeId}',
    summary: 'Get a review, as far as the caller may see it by now',
    description:
      'Employees see what they wrote, and the rest once it is released. Peers’ answers are shown without names, from three on, once nobody can answer any more; of fewer, not even how many there are.',
    permission: 'development.read',
    path: ReviewPath,
    output: withActions(ReviewView, reviewActions),
    errors: ['review-cycle.not_found', 'employee.not_found'],
  },
  putSelfReview: {
    route: 'PUT /development/cycles/{cycleId}/reviews/{employeeId}/self',
    summary: 'Write what one thinks of one’s own period; others read it once it is handed in',
    permission: 'development.write',
    path: ReviewPath,
    body: ReviewPartInput,
    output: ReviewView,
    errors: REVIEW,
    example: part,
  },
  putManagerReview: {
    route: 'PUT /development/cycles/{cycleId}/reviews/{employeeId}/manager',
    summary: 'Write what whoever leads an employee thinks of their period',
    description: 'The employee reads it once the cycle is released.',
    permission: 'development.write',
    path: ReviewPath,
    body: ReviewPartInput,
    output: ReviewView,
    errors: REVIEW,
    example: part,
  },
  askPeers: {
    route: 'POST /development/cycles/{cycleId}/reviews/{employeeId}/peers',
    summary: 'Ask colleagues of an employee for their answers: three at least',
    description: 'Who was asked is told to nobody but them, and who has answered to nobody at all.',
    permission: 'development.write',
    path: ReviewPath,
    body: AskPeersInput,
    output: z.object({ asked: z.literal(true) }),
    status: 200,
    errors: [...REVIEW, 'peer_request.peers'],
    example: { body: { peers: [EMP, EMP.replace(/V$/, 'W'), EMP.replace(/V$/, 'X')] } },
  },
  calibrateReview: {
    route: 'PUT /development/cycles/{cycleId}/reviews/{employeeId}/calibration',
    summary: 'Set the rating of an employee beside those of others, with the reason',
    permission: 'development.setup',
    path: ReviewPath,
    body: Calibration,
    output: ReviewView,
    errors: [...REVIEW, 'review.no_manager'],
    example: { body: { rating: 3, reason: 'Mismo criterio que en las demás tiendas' } },
  },
  signReview: {
    route: 'POST /development/cycles/{cycleId}/reviews/{employeeId}/signature',
    summary: 'Sign one’s own review: that one has read it, and what one says to it',
    permission: 'development.write',
    path: ReviewPath,
    body: SignReview,
    output: ReviewView,
    status: 200,
    errors: [...REVIEW, 'review.no_manager', 'review.signed'],
    example: { body: { comment: 'De acuerdo' } },
  },
  listPeerRequests: {
    route: 'GET /development/peer-requests',
    summary: 'List of whom the caller is asked for an answer',
    permission: 'development.write',
    output: z.object({ items: z.array(PeerRequestView) }),
  },
  answerPeerRequest: {
    route: 'POST /development/peer-requests/{peerRequestId}/answer',
    summary: 'Answer about a colleague, without one’s name',
    description: 'Once, and for good: nobody could tell later whose answer to change.',
    permission: 'development.write',
    path: z.strictObject({ peerRequestId: idWith('pfr') }),
    body: PeerAnswer,
    output: z.object({ answered: z.literal(true) }),
    status: 200,
    errors: ['peer-request.not_found', 'peer_request.answered', 'review.phase'],
    example: { body: { rating: 4, strengths: 'Ayuda a quien empieza.' } },
  },
} as const satisfies Record<string, ActionSpec>;

/** Talks of two: rows of the table of `hr/development`. */
export const oneToOnes = {
  createOneToOne: {
    route: 'POST /development/employees/{employeeId}/talks',
    summary: 'Enter a talk of an employee with whoever leads them',
    description: 'By either of the two; only the two ever see it.',
    permission: 'development.write',
    path: EmployeePath,
    body: OneToOneInput,
    output: OneToOneView,
    errors: ['employee.not_found', 'one_to_one.nobody'],
    example: { body: { on: '2026-12-04', topics: 'Plan de formación' } },
  },
  addOneToOneNote: {
    route: 'POST /development/employees/{employeeId}/talks/{place}/notes',
    summary: 'Add a note to a talk that one was in',
    permission: 'development.write',
    path: TalkPath,
    body: z.strictObject({ text: writtenText(2000) }),
    output: OneToOneView,
    status: 200,
    errors: ['one-to-one.not_found', 'one_to_one.full'],
    example: { body: { text: 'Acordamos el curso de carretillas.' } },
  },
  listOneToOnes: {
    route: 'GET /development/talks',
    summary: 'List the talks that the caller was in, the last first',
    description: 'With those whom they lead now, and with whoever led them.',
    permission: 'development.write',
    output: z.object({ items: z.array(OneToOneView) }),
  },
} as const satisfies Record<string, ActionSpec>;
