import { time } from '#api/hr/time.ts';
import { Employees, nameOf } from '#domain/hr/people/employee.ts';
import {
  ClockCorrections,
  CORRECTIONS_WAITING,
  correctionActions,
  correctionView,
  type StoredCorrection,
} from '#domain/hr/time/clock-correction.ts';
import { registerOf, registerView, shiftsIn } from '#domain/hr/time/register.ts';
import { standingOf, workDaysOf, workDayView } from '#domain/hr/time/work-day.ts';
import { monthOf } from '#kernel/date.ts';
import { type Caller, mayFor } from '#runtime/caller.ts';
import { listRecords } from '#runtime/lists.ts';
import { openRecords } from '#runtime/open-work.ts';
import { actionsOf, query, serveModule } from '../../platform/service.ts';
import { reachedEmployee, selfOf } from '../people/reach.ts';
import {
  getLeave,
  getLeaveBalance,
  getTeamCalendar,
  listLeaveKinds,
  listLeaves,
  listStaffDeadlines,
  listWorkCalendars,
} from './leave-queries.ts';
import { readRegister } from './register-store.ts';
import { getWorkPlan, getYearHours } from './work-plans.ts';

const { actions } = time;

export const getClock = query(actions.getClock, async ({ records, caller, company, now, today }) => {
  const { timeZone } = company;
  const self = await selfOf(records, caller);
  const employee = self === undefined ? undefined : await records.get(Employees, self);
  if (!employee) return { now: now.toISOString(), timeZone, state: 'off' as const };
  const month = monthOf(today);
  const shifts = shiftsIn(await readRegister(records, employee.id, month), timeZone, now);
  const day = workDaysOf(shifts, month).find(({ date }) => date === today);
  return {
    ...{ now: now.toISOString(), timeZone, employeeId: employee.id, name: nameOf(employee) },
    ...standingOf(shifts),
    ...(day ? { today: workDayView(day) } : {}),
  };
});

export const getRegister = query(actions.getRegister, async ({ path, query: { month }, records, caller, company, now }) => {
  const { timeZone } = company;
  const employee = await reachedEmployee(records, caller, 'time.read', path.employeeId, 'path.employeeId');
  const facts = await readRegister(records, employee.id, month);
  return registerView(registerOf(facts, month, { timeZone, now }), facts, { employeeId: employee.id, name: nameOf(employee), timeZone });
});

/** Queues hold what waits alone: a page is what is asked for of the first of them. */
const MOST_WAITING = 500;

export const listClockCorrections = query(actions.listClockCorrections, async ({ query: input, records, caller }) => {
  const { employeeId, state, ...page } = input;
  const self = await selfOf(records, caller);
  const shown = (correction: StoredCorrection) => ({
    ...correctionView(correction),
    actions: actionsOf(decidingFor(caller, correction), actions, correctionActions, { ...correction, self, asker: caller.email }),
  });
  const isOfState = (each: StoredCorrection) => state === undefined || each.state === state;
  if (employeeId !== undefined) {
    await reachedEmployee(records, caller, 'time.read', employeeId, 'query.employeeId');
    const found = await listRecords(records, ClockCorrections, { ...page, buckets: [employeeId], where: isOfState });
    return { ...found, items: found.items.map(shown) };
  }
  const waiting: StoredCorrection[] = [];
  for await (const each of openRecords(records, ClockCorrections, CORRECTIONS_WAITING)) {
    if (isOfState(each) && mayFor(caller, 'time.read', each, ClockCorrections)) waiting.push(each);
    if (waiting.length === MOST_WAITING) break;
  }
  return { items: (input.order === 'asc' ? waiting : waiting.toReversed()).slice(0, input.limit).map(shown) };
});

/** Of whom one does not decide for, no decision is offered. */
const decidingFor = (caller: Caller, correction: StoredCorrection): Caller =>
  mayFor(caller, 'time.approve', correction, ClockCorrections) ? caller : { ...caller, grants: new Map() };

export const handler = serveModule(time, {
  getClock,
  getRegister,
  listClockCorrections,
  listLeaveKinds,
  listLeaves,
  getLeave,
  getLeaveBalance,
  getTeamCalendar,
  listWorkCalendars,
  listStaffDeadlines,
  getWorkPlan,
  getYearHours,
});
