import { onboarding as table } from '#api/hr/onboarding.ts';
import { type Onboarding, Onboardings, type StoredOnboarding, taskChanges } from '#domain/hr/onboarding/onboarding.ts';
import {
  isTaskSettled,
  needsApproval,
  OnboardingTasks,
  refusalOfCompletion,
  refusalOfConfirmation,
  type StoredTask,
} from '#domain/hr/onboarding/onboarding-task.ts';
import { BankProposals, bankProposalId } from '#domain/hr/onboarding/settlement-record.ts';
import { REGISTERED_AHEAD_DAYS } from '#domain/hr/onboarding/statutory-es.ts';
import { taskView } from '#domain/hr/onboarding/wire.ts';
import { Employees, employeeActions } from '#domain/hr/people/employee.ts';
import { PersonalFiles, personalFileId } from '#domain/hr/people/personal-file.ts';
import { Members } from '#domain/platform/members/member.ts';
import { Attachments } from '#domain/platform/notes/attachment.ts';
import { addDays, type IsoDate } from '#kernel/date.ts';
import { forbidden, invalid, refusal, refused, throwIf } from '#kernel/errors.ts';
import { type Change, type Changes, create, remove, update } from '#kernel/record.ts';
import { on } from '#runtime/action.ts';
import { type Caller, may, mayFor } from '#runtime/caller.ts';
import { notFound, type Records } from '#runtime/records.ts';
import { command, memberIdOf } from '../../platform/service.ts';
import { employeeOf, mayGive, mayTake, ownersOf, tasksOf } from './onboarding-store.ts';
import { equipmentChanges } from './task-equipment.ts';

const { actions } = table;

interface Beside {
  readonly onboarding: StoredOnboarding;
  readonly all: readonly StoredTask[];
}

/** What a task stands beside, for whom it is any business. @throws DomainError `onboarding-task.not_found`, `.not_yours`. */
async function besideTask(records: Records, caller: Caller, task: StoredTask): Promise<Beside> {
  const [onboarding, owners] = await Promise.all([records.getOrThrow(Onboardings, task.onboardingId), ownersOf(records, caller)]);
  const mine = owners.includes(task.owner);
  if (!mine && !mayFor(caller, 'people.read', onboarding, Onboardings)) throw notFound(OnboardingTasks.kind, task.id, 'path.taskId');
  if (!mine && !may(caller, 'people.write'))
    throw forbidden('onboarding_task.not_yours', 'Somebody else has this task: ask HR to give it to you.', 'path.taskId');
  return { onboarding, all: await tasksOf(records, onboarding) };
}

/** The task's change first, then those of its onboarding, and more. */
const changesOf = (
  { onboarding, all }: Beside,
  task: StoredTask,
  more: readonly Change[] = [],
  of: Partial<Onboarding> = {},
): Changes<StoredTask> => [...taskChanges(onboarding, all, [task], of), ...more] as unknown as Changes<StoredTask>;

interface Told {
  readonly text?: string | undefined;
  readonly attachmentId?: string | undefined;
  readonly iban?: string | undefined;
}

/** @throws DomainError `onboarding-task.evidence` (400) where what proves it is missing, or is no clean file of this onboarding. */
async function requireEvidence(records: Records, task: StoredTask, { text, attachmentId, iban }: Told): Promise<void> {
  const lacks = (field: string, what: string) =>
    invalid('onboarding_task.evidence', `${what} proves that it is done.`, `body.${field}`, { evidence: task.evidence });
  if (task.act === 'bank-account' && iban === undefined) throw lacks('iban', 'The account: it');
  if (task.evidence === 'text' && text === undefined) throw lacks('text', 'A text, such as the number of the acknowledgement,');
  if (task.evidence === 'document' && attachmentId === undefined) throw lacks('attachmentId', 'A document');
  if (attachmentId === undefined) return;
  const file = await records.get(Attachments, attachmentId);
  if (file?.record !== task.onboardingId || file.state !== 'clean')
    throw lacks('attachmentId', 'A file of this onboarding, which was found clean,');
}

/** Nobody is registered more than sixty days before the first (RD 84/1996 art. 32). */
function requireInTime({ statutory }: StoredTask, { date }: Onboarding, today: IsoDate): void {
  const from = addDays(date, -REGISTERED_AHEAD_DAYS);
  throwIf(
    statutory === 'affiliation' && today < from
      ? refusal('onboarding_task.too_early', `A worker is registered from ${from} on.`, 'path.taskId', { from })
      : undefined,
  );
}

/** The account that was told: kept apart until a second person has looked at it. */
async function proposalChanges(records: Records, task: StoredTask, iban: string, by: string): Promise<Change[]> {
  await records.getOrThrow(PersonalFiles, personalFileId(task.employeeId), 'path.taskId');
  const before = await records.get(BankProposals, bankProposalId(task.id));
  const proposal = { employeeId: task.employeeId, iban, by };
  return [before ? update(BankProposals, before, { ...before, ...proposal }) : create(BankProposals, bankProposalId(task.id), proposal)];
}

/** A second person has looked at the account: it is the one that is paid to. */
async function accountChanges(records: Records, task: StoredTask): Promise<Change[]> {
  const [file, proposal] = await Promise.all([
    records.getOrThrow(PersonalFiles, personalFileId(task.employeeId), 'path.taskId'),
    records.getOrThrow(BankProposals, bankProposalId(task.id), 'path.taskId'),
  ]);
  return [update(PersonalFiles, file, { ...file, iban: proposal.iban }, { iban: file.iban ?? null }), remove(BankProposals, proposal)];
}

/** @throws DomainError `permission.not_held` (403) of whom the access is more than their own. */
async function requireAccess(records: Records, caller: Caller, task: StoredTask, { roles, employeeId }: Onboarding): Promise<void> {
  const employee = await records.getOrThrow(Employees, employeeId);
  const member = employee.email ? await records.get(Members, memberIdOf(records.tenant, employee.email)) : undefined;
  const lets = task.act === 'invite' ? await mayGive(records, caller, roles) : !member || (await mayTake(records, caller, member.roles));
  if (!lets) throw forbidden('permission.not_held', 'The access is more than your own: ask somebody who may give as much.', 'path.taskId');
}

const requireOpen = (task: StoredTask): void =>
  throwIf(
    isTaskSettled(task) || task.state === 'ordered'
      ? refusal('onboarding_task.state', `The task is ${task.state}.`, 'path.taskId', { state: task.state })
      : undefined,
  );

export const completeTask = command(
  actions.completeTask,
  on(OnboardingTasks, (path) => path.taskId),
  async ({ body, records, caller, now, today, newId }, task) => {
    const beside = await besideTask(records, caller, task);
    throwIf(refusalOfCompletion(task, beside.all));
    requireInTime(task, beside.onboarding, today);
    await requireEvidence(records, task, body);
    const { iban, text, attachmentId } = body;
    const told = {
      ...(text ? { text } : {}),
      ...(attachmentId ? { attachmentId } : {}),
      told: { by: caller.email, at: now.toISOString() },
    };
    const state = task.act === 'bank-account' ? ('checking' as const) : ('done' as const);
    const proposed = task.act === 'bank-account' && iban ? await proposalChanges(records, task, iban, caller.email) : [];
    const things = await equipmentChanges(records, task, beside.onboarding, { ...body, today, newId });
    return changesOf(beside, { ...task, ...told, state }, [...proposed, ...things]);
  },
  (task, { today }) => taskView(task, today),
);

export const confirmTask = command(
  actions.confirmTask,
  on(OnboardingTasks, (path) => path.taskId),
  async ({ records, caller, now }, task) => {
    const beside = await besideTask(records, caller, task);
    throwIf(refusalOfConfirmation(task));
    const isOwn = task.told?.by === caller.email || (await employeeOf(records, caller)) === task.employeeId;
    if (isOwn)
      throw forbidden('onboarding_task.same_person', 'Somebody else confirms it: neither who told it nor whom it is about.', 'path.taskId');
    if (!needsApproval(task)) return changesOf(beside, { ...task, state: 'done' }, await accountChanges(records, task));
    await requireAccess(records, caller, task, beside.onboarding);
    const { reason: _, ...rest } = task;
    return changesOf(beside, { ...rest, state: 'open', approved: { by: caller.email, at: now.toISOString() } });
  },
  (task, { today }) => taskView(task, today),
);

export const waiveTask = command(
  actions.waiveTask,
  on(OnboardingTasks, (path) => path.taskId),
  async ({ body: { reason }, records, caller, now }, task) => {
    const beside = await besideTask(records, caller, task);
    requireOpen(task);
    return changesOf(beside, { ...task, state: 'waived', reason, told: { by: caller.email, at: now.toISOString() } });
  },
  (task, { today }) => taskView(task, today),
);

export const assignTask = command(
  actions.assignTask,
  on(OnboardingTasks, (path) => path.taskId),
  async ({ body: { employeeId }, records, caller }, task) => {
    const beside = await besideTask(records, caller, task);
    requireOpen(task);
    if (task.owner === 'machine')
      throw refused(
        'onboarding_task.machine',
        'Nobody need do this: it is done by itself on its day, or once it is confirmed.',
        'path.taskId',
      );
    throwIf(employeeActions.patchEmployee(await records.getOrThrow(Employees, employeeId, 'body.employeeId')));
    return changesOf(beside, { ...task, owner: employeeId });
  },
  (task, { today }) => taskView(task, today),
);
