import { onboarding as table } from '#api/hr/onboarding.ts';
import { isAtEnd, type Onboarding, Onboardings, plannedTasks, withProgress } from '#domain/hr/onboarding/onboarding.ts';
import { needsApproval, type OnboardingTask, OnboardingTasks } from '#domain/hr/onboarding/onboarding-task.ts';
import type { OnboardingFlow } from '#domain/hr/onboarding/statutory-es.ts';
import { OnboardingTemplates, STANDARD, type StoredTemplate, type TemplateTask, templateFor } from '#domain/hr/onboarding/template.ts';
import { assignmentOn, Employees, employeeActions, nameOf, type StoredEmployee } from '#domain/hr/people/employee.ts';
import { WorkCalendars, workCalendarId } from '#domain/hr/time/work-calendar.ts';
import { Members } from '#domain/platform/members/member.ts';
import { addDays, type IsoDate } from '#kernel/date.ts';
import { invalid, refused, throwIf } from '#kernel/errors.ts';
import { type Change, type Changes, create, update } from '#kernel/record.ts';
import { claims } from '#runtime/action.ts';
import type { Caller } from '#runtime/caller.ts';
import { idFrom } from '#runtime/fingerprint.ts';
import { everyRecord } from '#runtime/lists.ts';
import { required } from '#runtime/reads.ts';
import type { Records } from '#runtime/records.ts';
import { command, memberIdOf } from '../../platform/service.ts';
import { mayGive, mayTake } from './onboarding-store.ts';
import { onboardingView } from './onboarding-view.ts';

const { actions } = table;

/** One of each flow at a time is under way of an employee. */
const claimOf = (flow: OnboardingFlow) => ({
  id: ({ tenant, body }: { readonly tenant: string; readonly body: { readonly employeeId: string } }, takers: number) =>
    idFrom('onb', tenant, flow, body.employeeId, String(takers)),
  gaveUp: isAtEnd,
});
const read = ({ body }: { readonly body: { readonly employeeId: string } }) => ({
  employee: required(Employees, body.employeeId, 'body.employeeId'),
});

function requireNone(holder: { readonly id: string } | undefined): void {
  if (holder) throw refused('onboarding.running', 'It has begun already: go on with that one.', 'body.employeeId', { id: holder.id });
}

/** The template that was asked for, or that fits. @throws DomainError `onboarding-template.not_found`, `onboarding_template.flow`. */
async function chosenTemplate(records: Records, templateId: string | undefined, whom: Parameters<typeof templateFor>[1]) {
  if (templateId === undefined) return templateFor<StoredTemplate>(await Array.fromAsync(everyRecord(records, OnboardingTemplates)), whom);
  const template = await records.getOrThrow(OnboardingTemplates, templateId, 'body.templateId');
  if (template.flow !== whom.flow)
    throw invalid('onboarding_template.flow', 'The template is for the other way: choose one of this.', 'body.templateId');
  return template;
}

interface Begun {
  readonly id: string;
  readonly employee: StoredEmployee;
  readonly onboarding: Omit<
    Onboarding,
    'taskIds' | 'done' | 'total' | 'state' | 'holidays' | 'roles' | 'employeeId' | 'employeeName' | 'position'
  >;
  readonly templateId: string | undefined;
  readonly caller: Caller;
  readonly records: Records;
  readonly now: Date;
}

/** Of whom has no address the tasks that need one are left out, and nothing waits for them. */
function withoutAccess(tasks: readonly TemplateTask[]): readonly TemplateTask[] {
  const left = new Set(tasks.filter(({ act }) => act === 'invite' || act === 'welcome' || act === 'close-access').map(({ key }) => key));
  return tasks.filter(({ key }) => !left.has(key)).map((task) => ({ ...task, after: task.after.filter((key) => !left.has(key)) }));
}

/** Whether whoever begins it may let the machine give or take the access that is in it. */
async function letsAccess({ records, caller, employee, onboarding: { flow } }: Begun, roles: readonly string[]): Promise<boolean> {
  if (!employee.email) return false;
  if (flow === 'joining') return mayGive(records, caller, roles);
  const member = await records.get(Members, memberIdOf(records.tenant, employee.email));
  return member === undefined || (member.id !== caller.memberId && (await mayTake(records, caller, member.roles)));
}

/** Days on which a place of work is closed: those its region and town have published, and those its template names. */
async function holidaysOf(records: Records, workplace: string | undefined, template: StoredTemplate | undefined): Promise<IsoDate[]> {
  const calendar = workplace === undefined ? undefined : await records.get(WorkCalendars, workCalendarId(workplace));
  return [...new Set([...(template?.holidays ?? []), ...(calendar?.holidays ?? []).map(({ date }) => date)])].sort();
}

/** An onboarding with its tasks, as a template and the law have them. */
export async function begun(world: Begun): Promise<Changes<Onboarding>> {
  const { id, employee, onboarding, templateId, caller, records, now } = world;
  const { position, workplace, managerId } = assignmentOn(employee, onboarding.date);
  const template = await chosenTemplate(records, templateId, { ...onboarding, position, workplace });
  const roles = template?.roles ?? ['employee'];
  const holidays = await holidaysOf(records, workplace, template);
  const all = template?.tasks ?? STANDARD[onboarding.flow];
  const about = { ...onboarding, employeeId: employee.id, employeeName: nameOf(employee), holidays };
  const tasks = employee.email ? all : withoutAccess(all);
  const approved = (await letsAccess(world, roles)) ? { approved: { by: caller.email, at: now.toISOString() } } : {};
  const planned: readonly OnboardingTask[] = plannedTasks({ onboarding: about, onboardingId: id, tasks, managerId }).map((task) =>
    needsApproval(task) ? { ...task, ...approved } : task,
  );
  const ids = planned.map(({ key }) => idFrom('otk', records.tenant, id, key));
  const record: Onboarding = {
    ...about,
    ...{ position, roles, state: 'running', taskIds: ids, done: 0, total: planned.length },
    ...(workplace ? { workplace } : {}),
    ...(template ? { templateName: template.name } : {}),
  };
  return [
    create(Onboardings, id, withProgress(record, planned)),
    ...planned.map((task, at): Change => create(OnboardingTasks, ids[at] as string, task)),
  ];
}

export const startOnboarding = command(
  actions.startOnboarding,
  claims(Onboardings, claimOf('joining'), read),
  (world, holder) => {
    const { body, employee, newId, caller, records, now } = world;
    requireNone(holder);
    throwIf(employeeActions.patchEmployee(employee));
    const { employeeId: _, templateId, ...told } = body;
    const onboarding = { flow: 'joining' as const, date: employee.startDate, ...defined(told) };
    return begun({ id: newId('onb'), employee, onboarding, templateId, caller, records, now });
  },
  onboardingView,
);

export const startOffboarding = command(
  actions.startOffboarding,
  claims(Onboardings, claimOf('leaving'), read),
  async (world, holder) => {
    const { body, employee, newId, caller, records, now, company } = world;
    requireNone(holder);
    throwIf(employeeActions.patchEmployee(employee));
    const { employeeId: _, templateId, lastDay, accessEndsAt, ...told } = body;
    requireAfterStart(lastDay, employee.startDate, 'body.lastDay');
    const ends = accessEndsAt === undefined ? endOfDay(lastDay, company.timeZone) : new Date(accessEndsAt).toISOString();
    const onboarding = {
      ...{ flow: 'leaving' as const, date: lastDay, since: employee.startDate, accessEndsAt: ends },
      ...(defined(told) as { cause: NonNullable<Onboarding['cause']> }),
    };
    const changes = await begun({ id: newId('onb'), employee, onboarding, templateId, caller, records, now });
    return [...changes, update(Employees, employee, { ...employee, endDate: lastDay }, { endDate: employee.endDate ?? null })];
  },
  onboardingView,
);

const defined = <T extends object>(told: T): { [K in keyof T]: Exclude<T[K], undefined> } =>
  Object.fromEntries(Object.entries(told).filter(([, value]) => value !== undefined)) as never;

function requireAfterStart(day: IsoDate, start: IsoDate, field: string): void {
  if (day < start)
    throw invalid('onboarding.before_start', `The employment begins on ${start}: choose that day or a later one.`, field, { start });
}

/** The first instant after a day, in a time zone. */
function endOfDay(day: IsoDate, timeZone: string): string {
  const midnight = new Date(`${addDays(day, 1)}T00:00:00Z`);
  const there = new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', minute: '2-digit', day: '2-digit', hourCycle: 'h23' });
  const part = (type: string) => Number(there.formatToParts(midnight).find((one) => one.type === type)?.value ?? 0);
  const ahead = part('hour') * 60 + part('minute') - (part('day') === midnight.getUTCDate() ? 0 : 24 * 60);
  return new Date(midnight.getTime() - ahead * 60_000).toISOString();
}
