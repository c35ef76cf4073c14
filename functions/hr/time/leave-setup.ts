import { time } from '#api/hr/time.ts';
import { LeaveAccounts, leaveAccountId } from '#domain/hr/time/leave-account.ts';
import { holidayPolicyOf } from '#domain/hr/time/leave-balance.ts';
import { balanceView } from '#domain/hr/time/leave-request.ts';
import { requireHolidays, WorkCalendars, workCalendarId, workCalendarView } from '#domain/hr/time/work-calendar.ts';
import { create, update } from '#kernel/record.ts';
import { upserts } from '#runtime/action.ts';
import { command } from '../../platform/service.ts';
import { reachedEmployee } from '../people/reach.ts';
import { balanceOf, readLeave } from './leave-store.ts';

export const putWorkCalendar = command(
  time.actions.putWorkCalendar,
  upserts(WorkCalendars, ({ body }) => workCalendarId(body.workplace)),
  ({ body }, before) => {
    requireHolidays(body);
    const after = { ...body, holidays: body.holidays.toSorted((a, b) => (a.date < b.date ? -1 : 1)) };
    return before
      ? [update(WorkCalendars, before, { ...before, ...after }, { holidays: before.holidays })]
      : [create(WorkCalendars, workCalendarId(body.workplace), after)];
  },
  workCalendarView,
);

export const putLeaveOpening = command(
  time.actions.putLeaveOpening,
  upserts(LeaveAccounts, ({ path }) => leaveAccountId(path.employeeId)),
  async ({ body, path, records, caller }, before) => {
    const employee = await reachedEmployee(records, caller, 'time.read', path.employeeId, 'path.employeeId');
    const opening = { ...body, by: caller.email };
    const account = { employeeId: employee.id, holdings: before?.holdings ?? [], since: body.year, opening };
    return before
      ? [update(LeaveAccounts, before, { ...before, ...account }, { opening: before.opening ?? null })]
      : [create(LeaveAccounts, leaveAccountId(employee.id), account)];
  },
  async (_, { path, body, records, caller, company, today }) => {
    const employee = await reachedEmployee(records, caller, 'time.read', path.employeeId, 'path.employeeId');
    const facts = await readLeave(records, employee, today);
    return balanceView(balanceOf(facts, { employee, company, today })(body.year), holidayPolicyOf(company.policies).count);
  },
);
