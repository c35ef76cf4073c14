import { time } from '#api/hr/time.ts';
import { assignmentOn, Employees, nameOf, type StoredEmployee } from '#domain/hr/people/employee.ts';
import { LeaveAccounts, leaveAccountId, type leaveOfMonth } from '#domain/hr/time/leave-account.ts';
import { holidayPolicyOf } from '#domain/hr/time/leave-balance.ts';
import { LEAVE_ES } from '#domain/hr/time/leave-kinds-es.ts';
import { balanceView, LeaveRequests, leaveActions, leaveView, type StoredLeave } from '#domain/hr/time/leave-request.ts';
import { deadlineActions, deadlineView, StaffDeadlines, type StoredDeadline } from '#domain/hr/time/staff-deadline.ts';
import { WorkCalendars, workCalendarId, workCalendarView } from '#domain/hr/time/work-calendar.ts';
import { type IsoDate, yearsBetween } from '#kernel/date.ts';
import { type Caller, mayFor, reachOf } from '#runtime/caller.ts';
import { listDated } from '#runtime/dated-list.ts';
import { listRecords } from '#runtime/lists.ts';
import { required } from '#runtime/reads.ts';
import { notFound } from '#runtime/records.ts';
import { actionsOf, query } from '../../platform/service.ts';
import { reachedEmployee, selfOf } from '../people/reach.ts';
import { openDeadlines } from './deadline-sources.ts';
import { balanceOf, readLeave } from './leave-store.ts';

const { actions } = time;

/** Years of which leave is listed, around today: it is asked for ahead, and kept for four years. */
const yearsAround = (today: IsoDate): string[] => {
  const year = Number(today.slice(0, 4));
  return yearsBetween(String(year - 5), String(year + 2));
};

export const listLeaves = query(actions.listLeaves, async ({ query: input, records, caller, today }) => {
  const { employeeId, state, kind, ...page } = input;
  const within = reachOf(caller, 'time.read', LeaveRequests);
  const where = (leave: StoredLeave) =>
    (within?.(leave) ?? true) && (state === undefined || state.includes(leave.state)) && (kind === undefined || kind.includes(leave.kind));
  const found = await listDated(records, LeaveRequests, yearsAround(today), page, { where, ...(employeeId ? { party: employeeId } : {}) });
  return { ...found, items: found.items.map(leaveView) };
});

/** Whoever decides for nobody is offered no decision. */
const deciding = (caller: Caller, decides: boolean): Caller =>
  decides ? caller : { ...caller, grants: new Map([...caller.grants].filter(([permission]) => permission !== 'time.approve')) };

export const getLeave = query(
  actions.getLeave,
  ({ path }) => ({ leave: required(LeaveRequests, path.leaveId, 'path.leaveId') }),
  async ({ leave, caller, records, today }) => {
    if (!mayFor(caller, 'time.read', leave, LeaveRequests)) throw notFound(LeaveRequests.kind, leave.id, 'path.leaveId');
    const decides = mayFor(caller, 'time.approve', leave, LeaveRequests);
    const standing = { ...leave, self: await selfOf(records, caller), asker: caller.email, today };
    return { ...leaveView(leave), actions: actionsOf(deciding(caller, decides), actions, leaveActions, standing) };
  },
);

export const getLeaveBalance = query(actions.getLeaveBalance, async ({ path, query: { year }, records, caller, company, today }) => {
  const employee = await reachedEmployee(records, caller, 'time.read', path.employeeId, 'path.employeeId');
  const facts = await readLeave(records, employee, today);
  return balanceView(
    balanceOf(facts, { employee, company, today })(Number(year ?? today.slice(0, 4))),
    holidayPolicyOf(company.policies).count,
  );
});

export const listLeaveKinds = query(actions.listLeaveKinds, ({ company }) => ({
  items: Object.values(LEAVE_ES).map(({ entered, ...rule }) => ({
    ...rule,
    ...(rule.kind === 'holiday' ? { count: holidayPolicyOf(company.policies).count, days: holidayPolicyOf(company.policies).days } : {}),
    entered: entered === true,
  })),
}));

export const getTeamCalendar = query(actions.getTeamCalendar, async ({ query: input, records, caller, today }) => {
  const { month, limit, cursor } = input;
  const within = reachOf(caller, 'time.read', Employees);
  const where = (employee: StoredEmployee) =>
    employee.startDate.slice(0, 7) <= month && (employee.endDate ?? '9999').slice(0, 7) >= month && (within?.(employee) ?? true);
  const page = await listRecords(records, Employees, { buckets: ['all'], order: 'asc', limit, cursor, where });
  const places = page.items.map((employee) => assignmentOn(employee, today).workplace);
  const calendarIds = [...new Set(places.flatMap((place) => (place === undefined ? [] : [workCalendarId(place)])))];
  const [accounts, calendars] = await Promise.all([
    records.getMany(
      LeaveAccounts,
      page.items.map(({ id }) => leaveAccountId(id)),
    ),
    records.getMany(WorkCalendars, calendarIds),
  ]);
  const byId = new Map(calendars.flatMap((calendar) => (calendar ? [[calendar.id, calendar] as const] : [])));
  return {
    ...(page.nextCursor ? { nextCursor: page.nextCursor } : {}),
    items: page.items.map((employee, i) => ({
      ...{ employeeId: employee.id, name: nameOf(employee) },
      ...(places[i] === undefined ? {} : { workplace: places[i] }),
      holidays: [...(byId.get(workCalendarId(places[i] ?? ''))?.holidays ?? [])].filter(({ date }) => date.startsWith(month)),
      leave: heldIn(accounts[i]?.holdings ?? [], month),
    })),
  };
});

const heldIn = (holdings: Parameters<typeof leaveOfMonth>[0]['holdings'], month: string) =>
  holdings
    .filter(({ from, to }) => from <= `${month}-31` && to >= `${month}-01`)
    .map(({ id, kind, state, from, to }) => ({ id, kind, state, from, to }));

export const listWorkCalendars = query(actions.listWorkCalendars, async ({ query: page, records }) => {
  const found = await listRecords(records, WorkCalendars, { ...page, buckets: ['all'] });
  return { ...found, items: found.items.map(workCalendarView) };
});

export const listStaffDeadlines = query(actions.listStaffDeadlines, async ({ query: input, records, caller, today }) => {
  const { employeeId, state, ...page } = input;
  const where = (deadline: StoredDeadline) => deadline.state === state;
  // What is open are few, of several kinds: they are put together by their days, all at once.
  if (state === 'open') return { items: await openDeadlines(records, caller, employeeId, today) };
  const found = await listRecords(records, StaffDeadlines, {
    ...{ ...page, buckets: ['all'] },
    ...(employeeId ? { party: employeeId } : {}),
    ...(state ? { where } : {}),
  });
  return {
    ...found,
    items: found.items.map((deadline) => ({ ...deadlineView(deadline), actions: actionsOf(caller, actions, deadlineActions, deadline) })),
  };
});
