import { type CourseOrder, CourseOrders } from '#domain/hr/development/enrolment.ts';
import { Onboardings, type StoredOnboarding, taskChanges } from '#domain/hr/onboarding/onboarding.ts';
import type { StoredTask } from '#domain/hr/onboarding/onboarding-task.ts';
import { type AccessOrder, AccessOrders } from '#domain/platform/members/access-order.ts';
import type { Records } from '#runtime/records.ts';
import { fail, firstName, nextName, startOnce, succeed } from '#runtime/task-tokens.ts';
import type { Timer } from '#runtime/timers.ts';
import { readWait, type Wait } from '#runtime/waits.ts';
import { tasksOf } from './onboarding-store.ts';

const MACHINES = { joining: 'employee-onboarding', leaving: 'employee-offboarding' } as const;
export const machineOf = ({ flow }: Pick<StoredOnboarding, 'flow'>): (typeof MACHINES)[keyof typeof MACHINES] => MACHINES[flow];

/** Longest that an execution waits in one go: a Standard execution lasts a year at most, and one whose work takes longer follows it. */
const MOST_WAIT_MS = 300 * 86_400_000;

/** The timer that rings when the machine has its next turn. */
export function timerOf({ wake }: Pick<StoredOnboarding, 'wake'>, now: Date): Timer {
  const most = now.getTime() + MOST_WAIT_MS;
  const rings = wake === undefined ? most : Math.min(Date.parse(wake), most);
  return { seconds: Math.max(1, Math.ceil((rings - now.getTime()) / 1000)), until: new Date(Math.max(rings, now.getTime())).toISOString() };
}

/** Starts the execution: the first or, after one of that name, the next. False when it had been started. */
export const startOnboardingRun = (records: Records, onboarding: StoredOnboarding, now: Date, after?: string): Promise<boolean> =>
  startOnce(machineOf(onboarding), after === undefined ? firstName(records.tenant, onboarding.id) : nextName(after), {
    tenant: records.tenant,
    onboardingId: onboarding.id,
    timer: timerOf(onboarding, now),
  });

/** Answers the execution that waits, where the onboarding has come to an end or the machine's turn comes earlier; whether it did. */
export async function answerOnboarding(onboarding: StoredOnboarding, { token, tenant, until }: Wait): Promise<boolean> {
  const { state, withdrawn, wake } = onboarding;
  if (state === 'withdrawing' || state === 'withdrawn') return fail(token, 'OnboardingWithdrawn', withdrawn?.reason ?? '');
  const isDue = state === 'done' || (wake !== undefined && wake < until);
  return isDue && succeed(token, { tenant, onboardingId: onboarding.id });
}

/** Whether it must have an execution that runs. */
export const wantsOnboardingRun = ({ state, compensated }: StoredOnboarding): boolean =>
  state === 'running' || (state === 'withdrawing' && !compensated);

/** What became of access and courses that were ordered: their tasks are done, or wait for somebody who may give it. */
async function settleOrdered(records: Records, onboarding: StoredOnboarding): Promise<StoredOnboarding> {
  const tasks = await tasksOf(records, onboarding);
  const ordered = tasks.filter(({ state }) => state === 'ordered');
  const refs = ordered.map(({ act, orderId = '' }) => ({ type: act === 'course' ? CourseOrders : AccessOrders, id: orderId }));
  const orders = (await records.getTogether(refs as never)) as (AccessOrder | CourseOrder | undefined)[];
  const at = records.stamp.at.toISOString();
  const changed = ordered.flatMap((task, i): StoredTask[] => {
    const order = orders[i];
    if (order?.state === 'done') return [{ ...task, state: 'done', told: { by: order.by, at } }];
    if (order?.state !== 'refused') return [];
    const { approved: _, ...rest } = task;
    return [{ ...rest, state: 'blocked', reason: order.why ?? '' }];
  });
  if (changed.length === 0) return onboarding;
  await records.commit(taskChanges(onboarding, tasks, changed));
  return records.getOrThrow(Onboardings, onboarding.id);
}

/** Starts or answers the execution of an onboarding, as it stands. */
export async function followOnboarding(records: Records, id: string, now: Date): Promise<void> {
  const found = await records.get(Onboardings, id);
  if (!found) return;
  const onboarding = await settleOrdered(records, found);
  const wait = await readWait(records.tenant, id);
  if (wait) await answerOnboarding(onboarding, wait);
  else if (wantsOnboardingRun(onboarding)) await startOnboardingRun(records, onboarding, now);
}
