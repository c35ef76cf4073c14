import { type StoredOnboarding, taskChanges } from '#domain/hr/onboarding/onboarding.ts';
import type { StoredTask } from '#domain/hr/onboarding/onboarding-task.ts';
import { isReminded, stepsUp, taskReminderText } from '#domain/hr/onboarding/reminder.ts';
import { assignmentOn, Employees } from '#domain/hr/people/employee.ts';
import { Members } from '#domain/platform/members/member.ts';
import type { IsoDate } from '#kernel/date.ts';
import { everyRecord } from '#runtime/lists.ts';
import { sendMail } from '#runtime/mail.ts';
import type { Records } from '#runtime/records.ts';
import { companyAndDay } from '../../platform/service.ts';
import { tasksOf } from './onboarding-store.ts';

/** Nobody who leads leads further up than that. */
const MOST_ROLE_HOLDERS = 20;

/** So many up the line from whose a task is; of a role's, from whoever the onboarding is about. */
async function above(records: Records, { owner, employeeId }: StoredTask, steps: number, today: IsoDate): Promise<string | undefined> {
  let id = owner.startsWith('emp_') ? owner : employeeId;
  let up: string | undefined;
  for (let step = 0; step < steps; step += 1) {
    const employee = await records.get(Employees, id);
    const managerId = employee && assignmentOn(employee, today).managerId;
    if (managerId === undefined) break;
    up = managerId;
    id = managerId;
  }
  return up;
}

/** Addresses of whose a task is: of a role's those who have it. */
async function addressesOf(records: Records, owner: string): Promise<readonly string[]> {
  if (owner.startsWith('emp_')) return [(await records.get(Employees, owner))?.email ?? []].flat();
  const role = owner.slice('role:'.length);
  const found: string[] = [];
  for await (const member of everyRecord(records, Members, {
    where: ({ state, roles }) => state === 'active' && roles.includes(role as never),
  }))
    if (found.push(member.email) === MOST_ROLE_HOLDERS) break;
  return found;
}

/** Notes who is reminded, and then tells them: after a crash between the two they get one mail too few, never two. */
export async function remindOf(records: Records, onboarding: StoredOnboarding): Promise<void> {
  const { company, today } = await companyAndDay(records, records.stamp.at);
  const all = await tasksOf(records, onboarding);
  const late = all.filter((task) => isReminded(task, today, onboarding.holidays));
  if (late.length === 0) return;
  const noted = await Promise.all(
    late.map(async (task): Promise<StoredTask> => {
      const up = await above(records, task, stepsUp(task, today, onboarding.holidays), today);
      return { ...task, reminded: [...(task.reminded ?? []), today], ...(up ? { escalatedTo: up } : {}) };
    }),
  );
  await records.commit(taskChanges(onboarding, all, noted));
  const told = new Map<string, StoredTask[]>();
  for (const task of noted)
    for (const owner of [task.owner, ...(task.escalatedTo ? [task.escalatedTo] : [])])
      for (const address of await addressesOf(records, owner)) told.set(address, [...(told.get(address) ?? []), task]);
  for (const [to, tasks] of told)
    await sendMail({ to, replyTo: company.email, ...taskReminderText(company.name, onboarding.employeeName, tasks) });
}
