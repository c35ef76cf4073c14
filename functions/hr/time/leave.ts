import { time } from '#api/hr/time.ts';
import { Employees, nameOf, type StoredEmployee } from '#domain/hr/people/employee.ts';
import { approved, holding, released, requireFreeDays } from '#domain/hr/time/leave-account.ts';
import { holidayPolicyOf } from '#domain/hr/time/leave-balance.ts';
import { requireSpan } from '#domain/hr/time/leave-days.ts';
import { LEAVE_ES } from '#domain/hr/time/leave-kinds-es.ts';
import {
  countedLeave,
  holdingOf,
  isEntered,
  type LeaveInput,
  type LeaveRequest,
  LeaveRequests,
  type LeaveState,
  leaveActions,
  leaveSpanOf,
  leaveView,
  requireBalance,
  requireWithinLimit,
  type StoredLeave,
} from '#domain/hr/time/leave-request.ts';
import { worksOn } from '#domain/hr/time/work-calendar.ts';
import type { IsoDate } from '#kernel/date.ts';
import { forbidden, invalid, throwIf } from '#kernel/errors.ts';
import { create, update } from '#kernel/record.ts';
import { creates, on } from '#runtime/action.ts';
import { type Caller, mayFor } from '#runtime/caller.ts';
import { notFound, type Records } from '#runtime/records.ts';
import { command } from '../../platform/service.ts';
import { reachedEmployee, selfOf } from '../people/reach.ts';
import { accountChange, balanceOf, readLeave } from './leave-store.ts';

const { actions } = time;

/** @throws DomainError `leave.not_employed` (400) of days on which they do not work here, `leave.entered` (403) of what others enter. */
function requireAskable({ kind, from, to }: LeaveInput, employee: StoredEmployee, caller: Caller): void {
  if (from < employee.startDate || (employee.endDate !== undefined && to > employee.endDate))
    throw invalid('leave.not_employed', `${nameOf(employee)} does not work here on all of these days: choose others.`, 'body.from', {
      name: nameOf(employee),
    });
  if (isEntered(kind) && caller.grants.get('time.write') !== 'all')
    throw forbidden('leave.entered', 'Whoever keeps leave enters this kind: tell them of it.', 'body.kind');
}

const defined = <T extends object>(data: T): T => Object.fromEntries(Object.entries(data).filter(([, value]) => value !== undefined)) as T;

export const requestLeave = command(
  actions.requestLeave,
  creates(LeaveRequests, 'lvr'),
  async ({ body, records, caller, company, today, newId }) => {
    const employee = await reachedEmployee(records, caller, 'time.write', body.employeeId, 'body.employeeId');
    requireSpan(body);
    requireAskable(body, employee, caller);
    const [facts, self] = await Promise.all([readLeave(records, employee, today), selfOf(records, caller)]);
    requireFreeDays(facts.account, leaveSpanOf(body));
    const months = countedLeave(body, { worksOn: worksOn(facts.calendar), holidays: holidayPolicyOf(company.policies).count });
    requireWithinLimit(body, months, facts.account);
    if (body.kind === 'holiday') requireBalance(months, balanceOf(facts, { employee, company, today }));
    // What is entered for somebody by whoever decides for them needs nobody else: a sick note is no request.
    const isDecided = isEntered(body.kind) && self !== employee.id && mayFor(caller, 'time.approve', employee, Employees);
    const { fromNoon, untilNoon, travel, note } = body;
    const leave: LeaveRequest = defined({
      ...{ employeeId: employee.id, name: nameOf(employee), kind: body.kind, from: body.from, to: body.to, months },
      ...{ fromNoon: fromNoon || undefined, untilNoon: untilNoon || undefined, travel: travel || undefined, note },
      ...{ article: LEAVE_ES[body.kind].article, requestedBy: caller.email, requestedOn: today },
      state: isDecided ? 'approved' : 'requested',
      decided: isDecided ? { by: caller.email, on: today } : undefined,
    } as LeaveRequest);
    const id = newId('lvr');
    return [create(LeaveRequests, id, leave), accountChange(facts, holding(facts.account, holdingOf(id, leave)))];
  },
  leaveView,
);

interface Deciding {
  readonly records: Records;
  readonly caller: Caller;
  readonly today: IsoDate;
}

/** The leave with who looks at it. @throws DomainError `leave.not_found` (404) out of reach. */
async function standing({ records, caller, today }: Deciding, leave: StoredLeave, permission: 'time.approve' | 'time.write') {
  if (!mayFor(caller, permission, leave, LeaveRequests)) throw notFound(LeaveRequests.kind, leave.id, 'path.leaveId');
  return { ...leave, self: await selfOf(records, caller), asker: caller.email, today };
}

/** The leave in its next state, and what its employee's account holds of it then. */
async function moved({ records, caller, today }: Deciding, leave: StoredLeave, state: LeaveState, reason?: string) {
  const employee = await records.getOrThrow(Employees, leave.employeeId);
  const facts = await readLeave(records, employee, today);
  const decision = { by: caller.email, on: today, ...(reason === undefined ? {} : { reason }) };
  const after = { ...leave, state, ...(state === 'withdrawn' || state === 'cancelled' ? { ended: decision } : { decided: decision }) };
  const account = (state === 'approved' ? approved : released)(facts.account, leave.id);
  return [update(LeaveRequests, leave, after), accountChange(facts, account)] as const;
}

type Step = keyof typeof leaveActions;

/** A step of a leave: the rule that stands against it, what its caller must be allowed, and the state that it comes to. */
const leaveStep = (spec: (typeof actions)[Step], rule: Step, permission: 'time.approve' | 'time.write', state: LeaveState) =>
  command(
    spec as (typeof actions)['rejectLeave'],
    on(LeaveRequests, ({ leaveId }) => leaveId),
    async (world, leave) => {
      throwIf(leaveActions[rule](await standing(world, leave, permission)));
      return moved(world, leave, state, (world.body as { readonly reason?: string } | undefined)?.reason);
    },
    leaveView,
  );

export const approveLeave = leaveStep(actions.approveLeave, 'approveLeave', 'time.approve', 'approved');
export const rejectLeave = leaveStep(actions.rejectLeave, 'rejectLeave', 'time.approve', 'rejected');
export const withdrawLeave = leaveStep(actions.withdrawLeave, 'withdrawLeave', 'time.write', 'withdrawn');
export const cancelLeave = leaveStep(actions.cancelLeave, 'cancelLeave', 'time.write', 'cancelled');
export const revokeLeave = leaveStep(actions.revokeLeave, 'revokeLeave', 'time.approve', 'cancelled');
