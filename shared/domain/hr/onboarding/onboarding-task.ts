import * as z from 'zod/mini';
import type { IsoDate } from '#kernel/date.ts';
import { type Refusal, refusal } from '#kernel/errors.ts';
import { recordType, type Stored } from '#kernel/record.ts';
import { list } from '#kernel/stored.ts';
import { DueRule } from './due-date.ts';
import { STATUTORY } from './statutory-es.ts';
import { EVIDENCE, TASK_ACTS, type TaskAct } from './template.ts';

/** `checking`: told by one, to be confirmed by another. `ordered`: handed to whoever carries it out. `blocked`: that was refused. */
export const ONBOARDING_TASK_STATES = ['open', 'checking', 'ordered', 'blocked', 'done', 'waived', 'cancelled'] as const;
export type TaskState = (typeof ONBOARDING_TASK_STATES)[number];
/** Nothing waits for them any more. */
const SETTLED: readonly TaskState[] = ['done', 'waived', 'cancelled'];

const Told = z.object({ by: z.string(), at: z.string() });
export const OnboardingTask = z.object({
  onboardingId: z.string(),
  employeeId: z.string(),
  /** Of whom comes or leaves: whoever has a task for them knows it. */
  employeeName: z.string(),
  no: z.int(),
  key: z.string(),
  title: z.string(),
  /** Who has to do it: the id of an employee, `role:hr`, or `machine`. */
  owner: z.string(),
  due: z.string(),
  /** What it is due by, of what is no duty by law. */
  rule: z.exactOptional(DueRule),
  statutory: z.exactOptional(z.enum(STATUTORY)),
  evidence: z.enum(EVIDENCE),
  after: list(z.string()),
  act: z.exactOptional(z.enum(TASK_ACTS)),
  courseIds: z.exactOptional(list(z.string())),
  undo: z.exactOptional(z.string()),
  state: z.enum(ONBOARDING_TASK_STATES),
  /** What was told of it. */
  text: z.exactOptional(z.string()),
  attachmentId: z.exactOptional(z.string()),
  told: z.exactOptional(Told),
  /** Who lets the machine do what gives or takes access. */
  approved: z.exactOptional(Told),
  /** The order that lets somebody in or out, or enrols them in courses. */
  orderId: z.exactOptional(z.string()),
  /** Why it was waived, or refused. */
  reason: z.exactOptional(z.string()),
  /** Days on which its owner was reminded. */
  reminded: z.exactOptional(list(z.string())),
  /** Whom it was told to up the line, because it is late. */
  escalatedTo: z.exactOptional(z.string()),
});
export type OnboardingTask = Readonly<z.output<typeof OnboardingTask>>;
export type StoredTask = Stored<OnboardingTask>;

export const isTaskSettled = ({ state }: Pick<OnboardingTask, 'state'>): boolean => SETTLED.includes(state);
export const isTaskLate = (task: Pick<OnboardingTask, 'state' | 'due'>, today: IsoDate): boolean =>
  !isTaskSettled(task) && task.due < today;

export const OnboardingTasks = recordType<OnboardingTask, TaskState>({
  kind: 'onboarding-task',
  prefix: 'otk',
  data: OnboardingTask,
  history: 'all',
  // In the queue of whoever has to do it.
  open: (t, id) => (isTaskSettled(t) ? undefined : { queue: t.owner, sort: `${t.due}#${id}` }),
  state: (t) => t.state,
  tones: { open: 'warn', checking: 'warn', ordered: 'calm', blocked: 'bad', done: 'good', waived: 'plain', cancelled: 'plain' },
  person: ({ employeeId }) => employeeId,
  parent: ({ onboardingId }) => onboardingId,
  screen: { none: 'It is shown on the page of the onboarding.' },
  icon: 'note',
  read: 'people.read',
});

const FIELD = 'path.taskId';
/** Why a task cannot be told as done, as it stands beside the others of its onboarding. */
export function refusalOfCompletion(task: OnboardingTask, others: readonly OnboardingTask[]): Refusal | undefined {
  if (isTaskSettled(task) || task.state === 'checking')
    return refusal('onboarding_task.state', `The task is ${task.state}.`, FIELD, { state: task.state });
  if (task.owner === 'machine')
    return refusal('onboarding_task.machine', 'Nobody need do this: it is done by itself on its day, or once it is confirmed.', FIELD);
  if (task.act === 'settlement') return refusal('onboarding_task.settlement', 'It is done by accepting the settlement.', FIELD);
  const waits = others.find(({ key, ...one }) => task.after.includes(key) && !isTaskSettled(one));
  return waits
    ? refusal('onboarding_task.waits', `It waits for another task: ${waits.title}.`, FIELD, { task: waits.key, title: waits.title })
    : undefined;
}

const isOfAccess = (act: TaskAct | undefined): boolean => act === 'invite' || act === 'close-access';

/** Why nobody can confirm it: what was told by somebody else, or gives or takes access. */
export const refusalOfConfirmation = ({ state, owner, act, approved }: OnboardingTask): Refusal | undefined => {
  const waits = state === 'checking' || (owner === 'machine' && isOfAccess(act) && !approved && state === 'open') || state === 'blocked';
  return waits ? undefined : refusal('onboarding_task.nothing_to_confirm', 'Nothing of it waits for a second person.', FIELD, { state });
};

/** What changes who may sign in is let happen by whoever may do that themselves. */
export const needsApproval = ({ act }: Pick<OnboardingTask, 'act'>): boolean => isOfAccess(act);

/** What hands equipment over, or takes it back: on leaving also that of templates from before it could be said. */
export const isOfEquipment = ({ act, key }: Pick<OnboardingTask, 'act' | 'key'>): boolean => act === 'equipment' || key === 'things-back';
