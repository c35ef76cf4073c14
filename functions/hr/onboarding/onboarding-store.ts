import { type Onboarding, Onboardings, type StoredOnboarding } from '#domain/hr/onboarding/onboarding.ts';
import { OnboardingTasks, type StoredTask } from '#domain/hr/onboarding/onboarding-task.ts';
import { EmployeeLinks, employeeLinkId } from '#domain/hr/people/reporting-line.ts';
import { isForHired } from '#domain/platform/members/access-order.ts';
import { CompanyRoles, grantsOfRoles, isBuiltIn } from '#domain/platform/members/role.ts';
import { beyond } from '#kernel/permission.ts';
import { bareTaxId } from '#kernel/tax-id-es.ts';
import { type Caller, may, mayFor } from '#runtime/caller.ts';
import { idFrom } from '#runtime/fingerprint.ts';
import { notFound, type Records } from '#runtime/records.ts';

/** Whose severance it is: a tax id is not to be read in an id. */
export const severanceIdOf = (tenant: string, taxId: string): string => idFrom('sev', tenant, bareTaxId(taxId));

/** All tasks of an onboarding, in their order. */
export async function tasksOf(records: Records, { taskIds }: Pick<Onboarding, 'taskIds'>): Promise<StoredTask[]> {
  const tasks = await records.getMany(OnboardingTasks, taskIds);
  return tasks.filter((task) => task !== undefined).toSorted((a, b) => (a.due === b.due ? a.no - b.no : a.due < b.due ? -1 : 1));
}

/** The onboarding with its tasks, where the caller may see it. @throws DomainError `onboarding.not_found` (404). */
export async function seenOnboarding(records: Records, caller: Caller, id: string): Promise<StoredOnboarding> {
  const found = await records.get(Onboardings, id);
  if (!found || !mayFor(caller, 'people.read', found, Onboardings)) throw notFound(Onboardings.kind, id, 'path.onboardingId');
  return found;
}

/** The employee that the caller is, whatever their roles. */
export async function employeeOf(records: Records, { self, memberId }: Caller): Promise<string | undefined> {
  if (self !== undefined || memberId === undefined) return self;
  return (await records.get(EmployeeLinks, employeeLinkId(memberId)))?.employeeId;
}

/** Whose tasks the caller has: their own, and those of their roles. */
export async function ownersOf(records: Records, caller: Caller): Promise<readonly string[]> {
  const self = await employeeOf(records, caller);
  return [...(self ? [self] : []), ...caller.roles.map((role) => `role:${role}`)];
}

/** Whether the caller could let somebody in with these roles, or take them away, themselves. */
export async function mayGive(records: Records, caller: Caller, roles: readonly string[]): Promise<boolean> {
  if (!may(caller, 'members.write') && (!may(caller, 'people.write') || !isForHired(roles))) return false;
  return beyond(caller.grants, await grantsWith(records, roles)).length === 0;
}

/** Whether whoever has these roles may do no more than the caller. */
export async function mayTake(records: Records, caller: Caller, roles: readonly string[]): Promise<boolean> {
  return beyond(caller.grants, await grantsWith(records, roles)).length === 0;
}

async function grantsWith(records: Records, roles: readonly string[]) {
  const own = await records.getMany(
    CompanyRoles,
    roles.filter((name) => !isBuiltIn(name)),
  );
  return grantsOfRoles(roles, own);
}
