import * as z from 'zod/mini';
import { LEAVING_CAUSES } from '#domain/hr/payroll/severance-es.ts';
import type { IsoDate } from '#kernel/date.ts';
import { type Refusal, refusal } from '#kernel/errors.ts';
import { type Change, dated, recordType, type Stored, update } from '#kernel/record.ts';
import { list } from '#kernel/stored.ts';
import { dueOn } from './due-date.ts';
import { isTaskSettled, needsApproval, type OnboardingTask, OnboardingTasks, type StoredTask } from './onboarding-task.ts';
import { DUTIES, type Facts, ONBOARDING_FLOWS, STATUTORY } from './statutory-es.ts';
import type { TemplateTask } from './template.ts';

/** `withdrawing`: it will not happen, and something that was done for it has still to be undone. */
export const ONBOARDING_STATES = ['running', 'withdrawing', 'withdrawn', 'done'] as const;
export type OnboardingState = (typeof ONBOARDING_STATES)[number];

/** What is to be done because somebody comes, or leaves. */
export const Onboarding = z.object({
  flow: z.enum(ONBOARDING_FLOWS),
  employeeId: z.string(),
  employeeName: z.string(),
  position: z.string(),
  workplace: z.exactOptional(z.string()),
  /** The first or the last day of work. */
  date: z.string(),
  /** The first day, of whom leaves. */
  since: z.exactOptional(z.string()),
  contract: z.exactOptional(z.enum(['indefinite', 'temporary'])),
  trialMonths: z.exactOptional(z.int()),
  cause: z.exactOptional(z.enum(LEAVING_CAUSES)),
  /** ISO instant from which on whoever leaves signs in no more. */
  accessEndsAt: z.exactOptional(z.string()),
  templateName: z.exactOptional(z.string()),
  holidays: list(z.string()),
  roles: list(z.string()),
  state: z.enum(ONBOARDING_STATES),
  taskIds: list(z.string()),
  done: z.int(),
  total: z.int(),
  /** ISO instant at which the machine has something to do. */
  wake: z.exactOptional(z.string()),
  /** The day of the first duty by law that is not done. */
  dutyDue: z.exactOptional(z.string()),
  /** What was done for it has been undone, or is a task. */
  compensated: z.exactOptional(z.boolean()),
  withdrawn: z.exactOptional(z.object({ by: z.string(), on: z.string(), reason: z.string() })),
});
export type Onboarding = Readonly<z.output<typeof Onboarding>>;
export type StoredOnboarding = Stored<Onboarding>;

/** The queue of those that are not at their end. */
export const RUNNING = 'running';
const NEVER = '9999-12-31';
export const Onboardings = recordType<Onboarding, OnboardingState>({
  kind: 'onboarding',
  prefix: 'onb',
  data: Onboarding,
  history: 'all',
  list: dated({ date: (o) => o.date, party: (o) => o.employeeId, words: (o) => [o.employeeName, o.position] }),
  open: (o, id) => (isAtEnd(o) ? undefined : { queue: RUNNING, sort: `${o.dutyDue ?? NEVER}#${id}` }),
  lifecycle: {
    of: (o) => o.state,
    next: { running: ['done', 'withdrawing', 'withdrawn'], withdrawing: ['withdrawn'], done: [], withdrawn: [] },
  },
  state: (o) => o.state,
  tones: { running: 'calm', withdrawing: 'warn', withdrawn: 'plain', done: 'good' },
  summary: (o) => ({ title: o.employeeName, subtitle: [o.position], date: o.date }),
  related: (o) => [o.employeeId],
  person: ({ employeeId }) => employeeId,
  screen: '/people/onboarding',
  icon: 'users',
  read: 'people.read',
});

export const isAtEnd = ({ state }: Pick<Onboarding, 'state'>): boolean => state === 'done' || state === 'withdrawn';
export const dutyFactsOf = ({ date, holidays, contract, since, trialMonths, cause }: Onboarding): Facts => ({
  ...{ date, holidays, contract, since, trialMonths, cause },
});

interface Plan {
  readonly onboarding: Pick<Onboarding, 'flow' | 'employeeId' | 'employeeName'> & Facts;
  readonly onboardingId: string;
  readonly tasks: readonly TemplateTask[];
  /** Whoever leads them; without, it is HR's. */
  readonly managerId: string | undefined;
}
const HR = 'role:hr';

/** Whose a task of a template is, of somebody. */
const ownerOf = (owner: TemplateTask['owner'], employeeId: string, managerId: string | undefined): string =>
  owner === 'self' ? employeeId : owner === 'manager' ? (managerId ?? HR) : owner;

/** All that is to be done: what the law wants, whatever the template, and the template's, in the order in which they are due. */
export function plannedTasks({ onboarding, onboardingId, tasks, managerId }: Plan): readonly OnboardingTask[] {
  const { flow, employeeId, employeeName } = onboarding;
  const common = { onboardingId, employeeId, employeeName, state: 'open' as const };
  const duties = STATUTORY.flatMap((id) => {
    const { flow: of, due, evidence } = DUTIES[id];
    const day = of === flow ? due(onboarding) : undefined;
    return day === undefined ? [] : [{ ...common, key: id, title: id, owner: HR, due: day, statutory: id, evidence, after: [] }];
  });
  const others = tasks.map(({ key, title, owner, due, evidence, after, act, courseIds, undo }) => ({
    ...common,
    ...{ key, title, owner: ownerOf(owner, employeeId, managerId), due: dueOn(due, onboarding.date, onboarding.holidays), rule: due },
    ...{ evidence, after },
    ...(act ? { act } : {}),
    ...(courseIds ? { courseIds } : {}),
    ...(undo ? { undo } : {}),
  }));
  return [...duties, ...others].toSorted((a, b) => (a.due < b.due ? -1 : a.due > b.due ? 1 : 0)).map((task, no) => ({ ...task, no }));
}

/** The day of a task that is not done, after the date has moved. */
export function movedDue(task: OnboardingTask, onboarding: Onboarding): IsoDate {
  if (task.statutory) return DUTIES[task.statutory].due(dutyFactsOf(onboarding)) ?? task.due;
  return task.rule ? dueOn(task.rule, onboarding.date, onboarding.holidays) : task.due;
}

/** The machine works in the morning, but for access, which ends at its minute. UTC. */
const MORNING = 'T07:00:00.000Z';
const instantOf = ({ act, due }: OnboardingTask, { accessEndsAt }: Onboarding): string =>
  act === 'close-access' && accessEndsAt ? accessEndsAt : `${due}${MORNING}`;

/** Of the machine's tasks those that nothing keeps from being done, with the instants of their turn, the first first. */
export function machineTurns<T extends OnboardingTask>(onboarding: Onboarding, tasks: readonly T[]): readonly { task: T; at: string }[] {
  const waits = (task: T) => tasks.some((one) => task.after.includes(one.key) && !isTaskSettled(one));
  return tasks
    .filter((task) => task.owner === 'machine' && task.state === 'open' && !waits(task) && (!needsApproval(task) || task.approved))
    .map((task) => ({ task, at: instantOf(task, onboarding) }))
    .toSorted((a, b) => (a.at < b.at ? -1 : 1));
}

function endOf({ state, compensated }: Onboarding): OnboardingState | undefined {
  if (state === 'running') return 'done';
  return state === 'withdrawing' && compensated ? 'withdrawn' : undefined;
}

/** An onboarding as its tasks have it: how far it is, when the machine has its next turn, and what is due by law. */
export function withProgress(onboarding: Onboarding, tasks: readonly OnboardingTask[]): Onboarding {
  const { wake: _, dutyDue: __, ...rest } = onboarding;
  const open = tasks.filter((task) => !isTaskSettled(task));
  const dutyDue = open.flatMap(({ statutory, due }) => (statutory ? [due] : [])).toSorted()[0];
  const wake = onboarding.state === 'running' ? machineTurns(onboarding, tasks)[0]?.at : undefined;
  const ends = open.length === 0 ? endOf(onboarding) : undefined;
  return {
    ...rest,
    done: tasks.filter(isTaskSettled).length,
    total: tasks.length,
    ...(wake ? { wake } : {}),
    ...(dutyDue ? { dutyDue } : {}),
    ...(ends ? { state: ends } : {}),
  };
}

/** The changes of tasks, and of their onboarding as it then stands; the tasks' first. @param all as they stood. */
export function taskChanges(
  onboarding: StoredOnboarding,
  all: readonly StoredTask[],
  changed: readonly StoredTask[],
  more: Partial<Onboarding> = {},
): readonly [Change, ...Change[]] {
  const now = new Map(changed.map((task) => [task.id, task]));
  const before = new Map(all.map((task) => [task.id, task]));
  const after = withProgress(
    { ...onboarding, ...more },
    all.map((task) => now.get(task.id) ?? task),
  );
  const updates = changed.map((task) => update(OnboardingTasks, before.get(task.id) as StoredTask, task));
  return [...updates, update(Onboardings, onboarding, after as StoredOnboarding)] as unknown as [Change, ...Change[]];
}

const refusalOfEnd = ({ state }: Onboarding): Refusal | undefined =>
  state === 'running' ? undefined : refusal('onboarding.state', `It is ${state}.`, 'path.onboardingId', { state });
export const onboardingActions = {
  moveOnboarding: refusalOfEnd,
  withdrawOnboarding: refusalOfEnd,
  acceptSettlement: (onboarding: StoredOnboarding) =>
    refusalOfEnd(onboarding) ??
    (onboarding.flow === 'leaving'
      ? undefined
      : refusal('onboarding.not_leaving', 'Nobody leaves: there is nothing to settle.', 'path.onboardingId')),
};
