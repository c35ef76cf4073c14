import { type CourseOrder, CourseOrders } from '#domain/hr/development/enrolment.ts';
import { machineTurns, Onboardings, type StoredOnboarding, taskChanges } from '#domain/hr/onboarding/onboarding.ts';
import type { StoredTask } from '#domain/hr/onboarding/onboarding-task.ts';
import { welcomeText } from '#domain/hr/onboarding/welcome.ts';
import { Employees, type StoredEmployee } from '#domain/hr/people/employee.ts';
import { COMPANY_ID, Companies } from '#domain/platform/company/company.ts';
import { type AccessOrder, AccessOrders } from '#domain/platform/members/access-order.ts';
import { type Change, create, update } from '#kernel/record.ts';
import { idFrom } from '#runtime/fingerprint.ts';
import { sendMail } from '#runtime/mail.ts';
import { WORKER } from '#runtime/record-item.ts';
import type { Records } from '#runtime/records.ts';
import { tasksOf } from './onboarding-store.ts';

interface Turn {
  readonly records: Records;
  readonly onboarding: StoredOnboarding;
  readonly employee: StoredEmployee;
  readonly task: StoredTask;
}

/** What a turn changes beside the task, and what follows once that is committed: a mail goes once at the most. */
interface Done {
  readonly task: StoredTask;
  readonly more?: readonly Change[];
  readonly after?: () => Promise<unknown>;
}

const done = ({ task, records }: Turn): StoredTask => ({
  ...task,
  state: 'done',
  told: { by: WORKER, at: records.stamp.at.toISOString() },
});

/** An order to whoever manages the company's people, of which there is one a revision of the task. */
export function accessOrdered({ records, onboarding, employee, task }: Turn, what: AccessOrder['what'], roles: readonly string[]): Done {
  const orderId = idFrom('aor', records.tenant, task.id, String(task.rev));
  const order = {
    ...{ what, email: employee.email ?? '', name: onboarding.employeeName, roles: roles as AccessOrder['roles'] },
    ...{ by: task.approved?.by ?? '', about: onboarding.id, part: task.key, state: 'open' as const },
  };
  return { task: { ...task, state: 'ordered', orderId }, more: [create<AccessOrder>(AccessOrders, orderId, order)] };
}

/** An order of courses to whoever keeps development, on behalf of who confirmed it, or else of who began the onboarding. */
function coursesOrdered({ records, onboarding, employee, task }: Turn): Done {
  const orderId = idFrom('cor', records.tenant, task.id, String(task.rev));
  const order: CourseOrder = {
    ...{ employeeId: employee.id, courseIds: task.courseIds ?? [], on: task.due, about: onboarding.id, part: task.key },
    ...{ by: task.approved?.by ?? onboarding.history[0]?.by ?? '', state: 'open' },
  };
  return { task: { ...task, state: 'ordered', orderId }, more: [create(CourseOrders, orderId, order)] };
}

async function welcomed(turn: Turn): Promise<Done> {
  const { records, employee, onboarding } = turn;
  const company = await records.getOrThrow(Companies, COMPANY_ID);
  const letter = { to: employee.email ?? '', replyTo: company.email, ...welcomeText(company.name, employee.givenName, onboarding) };
  return { task: done(turn), after: () => sendMail(letter) };
}

const ended = (turn: Turn): Done => {
  const { employee, onboarding } = turn;
  const left = { ...employee, state: 'left' as const, endDate: onboarding.date };
  return { task: done(turn), more: employee.state === 'left' ? [] : [update(Employees, employee, left, { state: employee.state })] };
};

async function carryOut(turn: Turn): Promise<Done> {
  const { act } = turn.task;
  if (act === 'invite') return accessOrdered(turn, 'admit', turn.onboarding.roles);
  if (act === 'close-access') return accessOrdered(turn, 'remove', []);
  if (act === 'course') return coursesOrdered(turn);
  if (act === 'welcome') return welcomed(turn);
  return ended(turn);
}

/** Carries out all turns of the machine that have come, each in a transaction of its own; the onboarding as it then stands. */
export async function runTurns(records: Records, id: string, now: Date): Promise<StoredOnboarding> {
  for (;;) {
    const onboarding = await records.getOrThrow(Onboardings, id);
    const tasks = await tasksOf(records, onboarding);
    const [turn] = onboarding.state === 'running' ? machineTurns(onboarding, tasks) : [];
    if (!turn || turn.at > now.toISOString()) return onboarding;
    const employee = await records.getOrThrow(Employees, onboarding.employeeId);
    const { task, more = [], after } = await carryOut({ records, onboarding, employee, task: turn.task });
    await records.commit([...taskChanges(onboarding, tasks, [task]), ...more]);
    await after?.();
  }
}
