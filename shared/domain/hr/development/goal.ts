import * as z from 'zod/mini';
import { BusinessDate, type IsoDate } from '#kernel/date.ts';
import { type ActionRules, refusal } from '#kernel/errors.ts';
import { idWith } from '#kernel/id.ts';
import { recordType, type Stored } from '#kernel/record.ts';
import { stamped, stampFields } from '#kernel/stamps.ts';
import { writtenText as text } from '#kernel/written-text.ts';
import { SkillLevel } from './skill.ts';

/** `result`: what somebody is to achieve. `development`: what they are to learn. */
export const GOAL_KINDS = ['result', 'development'] as const;
export const GOAL_RESULTS = ['reached', 'missed', 'dropped'] as const;
export const GOAL_STATES = ['open', ...GOAL_RESULTS] as const;
export type GoalState = (typeof GOAL_STATES)[number];
const progress = z.int().check(z.minimum(0), z.maximum(100));

export const GoalInput = z.strictObject({
  employeeId: idWith('emp'),
  kind: z.enum(GOAL_KINDS),
  title: text(160),
  detail: z.optional(text(1000)),
  due: BusinessDate,
  /** What it leads to, of a plan of development. */
  skillId: z.optional(idWith('skl')),
  level: z.optional(SkillLevel),
  courseId: z.optional(idWith('crs')),
});
export type GoalInput = z.output<typeof GoalInput>;

/** A goal of a review, or a step of somebody's plan of development. */
export const Goal = z.object({
  employeeId: z.string(),
  name: z.string(),
  kind: z.enum(GOAL_KINDS),
  title: z.string(),
  detail: z.optional(z.string()),
  due: z.string(),
  skillId: z.optional(z.string()),
  level: z.optional(z.int()),
  courseId: z.optional(z.string()),
  /** In percent. */
  progress: z.int(),
  state: z.enum(GOAL_STATES),
  closed: z.optional(z.object({ by: z.string(), on: z.string(), note: z.optional(z.string()) })),
});
export type Goal = Readonly<z.output<typeof Goal>>;
export type StoredGoal = Stored<Goal>;
export const Goals = recordType<Goal, GoalState>({
  kind: 'goal',
  prefix: 'gol',
  data: Goal,
  history: 'all',
  list: { buckets: 'own', key: (g, id) => ({ bucket: g.employeeId, sort: `${g.due}#${id}`, label: g.title }) },
  state: ({ state }) => state,
  tones: { open: 'calm', reached: 'good', missed: 'bad', dropped: 'plain' },
  person: ({ employeeId }) => employeeId,
  screen: { none: "It is shown with the others of its employee's plan." },
  read: 'development.read',
});

/** Null clears what may be absent. */
export const PatchGoal = z.strictObject({
  title: z.optional(text(160)),
  detail: z.optional(z.nullable(text(1000))),
  due: z.optional(BusinessDate),
  progress: z.optional(progress),
});
export const CloseGoal = z.strictObject({ result: z.enum(GOAL_RESULTS), note: z.optional(text(300)) });

const refusalOfClosed = ({ state }: StoredGoal) =>
  state === 'open' ? undefined : refusal('goal.closed', `It is ${state}: enter another one.`, 'path.goalId', { state });
export const goalActions = { patchGoal: refusalOfClosed, closeGoal: refusalOfClosed } as const satisfies ActionRules<StoredGoal>;

/** What a goal shows of its end. */
export const closedGoal = (goal: StoredGoal, { result, note }: z.output<typeof CloseGoal>, by: string, on: IsoDate): StoredGoal => ({
  ...goal,
  state: result,
  ...(result === 'reached' ? { progress: 100 } : {}),
  closed: { by, on, ...(note === undefined ? {} : { note }) },
});

export const GoalView = z.object({ id: z.string(), ...Goal.shape, ...stampFields });
export const goalView = (goal: StoredGoal) => stamped(goal);
