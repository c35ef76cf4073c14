import { time } from '#api/hr/time.ts';
import { nameOf } from '#domain/hr/people/employee.ts';
import { closed, deadlineActions, deadlineView, newDeadline, StaffDeadlines } from '#domain/hr/time/staff-deadline.ts';
import { throwIf } from '#kernel/errors.ts';
import { create, update } from '#kernel/record.ts';
import { creates, on } from '#runtime/action.ts';
import { command } from '../../platform/service.ts';
import { reachedEmployee } from '../people/reach.ts';

export const createStaffDeadline = command(
  time.actions.createStaffDeadline,
  creates(StaffDeadlines, 'sdl'),
  async ({ body, records, caller, newId }) => {
    const employee = await reachedEmployee(records, caller, 'time.read', body.employeeId, 'body.employeeId');
    return [create(StaffDeadlines, newId('sdl'), newDeadline(body, nameOf(employee)))];
  },
  deadlineView,
);

export const closeStaffDeadline = command(
  time.actions.closeStaffDeadline,
  on(StaffDeadlines, (path) => path.deadlineId),
  ({ body, caller, today }, deadline) => {
    throwIf(deadlineActions.closeStaffDeadline(deadline));
    return [update(StaffDeadlines, deadline, { ...deadline, ...closed(deadline, caller.email, today, body.note) })];
  },
  deadlineView,
);
