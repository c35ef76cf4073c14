import * as z from 'zod/mini';
import { type Onboarding, Onboardings, type StoredOnboarding, withProgress } from '#domain/hr/onboarding/onboarding.ts';
import { type OnboardingTask, OnboardingTasks, type StoredTask } from '#domain/hr/onboarding/onboarding-task.ts';
import { Employees, type StoredEmployee } from '#domain/hr/people/employee.ts';
import { COMPANY_ID, Companies } from '#domain/platform/company/company.ts';
import { type AccessOrder, AccessOrders } from '#domain/platform/members/access-order.ts';
import { Members } from '#domain/platform/members/member.ts';
import { addDays, dateIn } from '#kernel/date.ts';
import { type Change, create, update } from '#kernel/record.ts';
import { idFrom } from '#runtime/fingerprint.ts';
import type { Records } from '#runtime/records.ts';
import { task } from '#runtime/task.ts';
import { memberIdOf } from '../../platform/service.ts';
import { tasksOf } from './onboarding-store.ts';

const Input = z.strictObject({ tenant: z.string(), onboardingId: z.string(), execution: z.string() });

interface Undoing {
  readonly records: Records;
  readonly onboarding: StoredOnboarding;
  readonly employee: StoredEmployee;
  readonly tasks: readonly StoredTask[];
  readonly due: string;
}

/** What was done and does not undo itself: somebody has to see to it, with what proves it. */
function undoTasks({ onboarding, tasks, due }: Undoing): readonly OnboardingTask[] {
  const { id: onboardingId, employeeId, employeeName } = onboarding;
  const common = { onboardingId, employeeId, employeeName, due, after: [], state: 'open' as const };
  const done = tasks.filter(({ state }) => state === 'done');
  return done.flatMap(({ key, statutory, undo, owner }) => {
    const filed = statutory === 'affiliation' || statutory === 'deregistration' || statutory === 'contract';
    if (!filed && !undo) return [];
    const title = undo ?? `undo-${key}`;
    return [
      {
        ...common,
        key: `undo-${key}`,
        title,
        owner: filed ? 'role:hr' : owner,
        evidence: filed ? ('text' as const) : ('none' as const),
        no: 0,
      },
    ];
  });
}

/** Access that was given is taken, and what was taken is given back: on behalf of who withdrew it. */
async function accessBack({ records, onboarding, employee, tasks, due }: Undoing): Promise<{ task?: OnboardingTask; order?: Change }> {
  const given = tasks.find(({ act, state }) => (act === 'invite' || act === 'close-access') && state === 'done');
  const by = onboarding.withdrawn?.by ?? '';
  if (!given || !employee.email) return {};
  const member = await records.get(Members, memberIdOf(records.tenant, employee.email));
  const what: AccessOrder['what'] = given.act === 'invite' ? 'remove' : 'admit';
  const orderId = idFrom('aor', records.tenant, onboarding.id, 'undo');
  const { employeeId, employeeName, id: onboardingId } = onboarding;
  const order = { what, email: employee.email, name: employeeName, roles: (member?.roles ?? []) as AccessOrder['roles'], by };
  return {
    task: {
      ...{
        onboardingId,
        employeeId,
        employeeName,
        no: 0,
        key: 'undo-access',
        title: 'undo-access',
        owner: 'machine',
        due,
        evidence: 'none',
      },
      ...{ after: [], act: what === 'remove' ? 'close-access' : 'invite', state: 'ordered', orderId },
    },
    order: create<AccessOrder>(AccessOrders, orderId, { ...order, about: onboardingId, part: 'undo-access', state: 'open' }),
  };
}

/** Who never came has left on the day before the first; who stays has no last day. */
function employmentBack({ onboarding, employee }: Undoing): Change[] {
  if (onboarding.flow === 'joining') {
    const left = { ...employee, state: 'left' as const, endDate: addDays(employee.startDate, -1) };
    return employee.state === 'left' ? [] : [update(Employees, employee, left, { state: employee.state })];
  }
  const { endDate, ...rest } = employee;
  return endDate === undefined ? [] : [update(Employees, employee, rest as StoredEmployee, { endDate })];
}

/** Undoes what was done for somebody who does not come, or stays; once, however often it is called. */
export const handler = task('compensateOnboarding', Input, async ({ input, records, now }) => {
  const onboarding = await records.getOrThrow(Onboardings, input.onboardingId);
  if (onboarding.state !== 'withdrawing' || onboarding.compensated) return { state: onboarding.state };
  const [employee, tasks, company] = await Promise.all([
    records.getOrThrow(Employees, onboarding.employeeId),
    tasksOf(records, onboarding),
    records.getOrThrow(Companies, COMPANY_ID),
  ]);
  // An order that is being carried out is undone once it is known what became of it: the machine comes again.
  if (tasks.some(({ state }) => state === 'ordered')) throw new Error('access is being given or taken');
  const undoing: Undoing = { records, onboarding, employee, tasks, due: dateIn(company.timeZone, now) };
  const { task: access, order } = await accessBack(undoing);
  const made = [...undoTasks(undoing), ...(access ? [access] : [])].map((one, i) => ({ ...one, no: tasks.length + i }));
  const ids = made.map(({ key }) => idFrom('otk', records.tenant, onboarding.id, key));
  const more: Onboarding = { ...onboarding, compensated: true, taskIds: [...onboarding.taskIds, ...ids] };
  const after = withProgress(more, [...tasks, ...made]);
  await records.commit([
    update(Onboardings, onboarding, after as StoredOnboarding),
    ...made.map((one, i) => create<OnboardingTask>(OnboardingTasks, ids[i] as string, one)),
    ...(order ? [order] : []),
    ...employmentBack(undoing),
  ]);
  return { state: after.state };
});
