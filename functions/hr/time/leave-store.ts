import { assignmentOn, type StoredEmployee } from '#domain/hr/people/employee.ts';
import { type LeaveAccount, LeaveAccounts, leaveAccountId, type StoredLeaveAccount } from '#domain/hr/time/leave-account.ts';
import { holidayPolicyOf, type LeaveBalance, leaveBalance } from '#domain/hr/time/leave-balance.ts';
import { type WorkCalendar, WorkCalendars, workCalendarId } from '#domain/hr/time/work-calendar.ts';
import type { StoredCompany } from '#domain/platform/company/company.ts';
import type { IsoDate } from '#kernel/date.ts';
import { type Change, create, update } from '#kernel/record.ts';
import type { Records } from '#runtime/records.ts';

/** An employee's leave: what they hold, and the calendar of their place of work. */
export interface LeaveFacts {
  readonly stored: StoredLeaveAccount | undefined;
  readonly account: LeaveAccount;
  readonly calendar: WorkCalendar | undefined;
}

/** The leave of an employee. @param year the first year that is kept of somebody who has no account yet. */
export async function readLeave(records: Records, employee: StoredEmployee, today: IsoDate): Promise<LeaveFacts> {
  const { workplace } = assignmentOn(employee, today);
  const [stored, calendar] = await Promise.all([
    records.get(LeaveAccounts, leaveAccountId(employee.id)),
    workplace === undefined ? undefined : records.get(WorkCalendars, workCalendarId(workplace)),
  ]);
  return { stored, calendar, account: stored ?? { employeeId: employee.id, since: Number(today.slice(0, 4)), holdings: [] } };
}

/** The account as it comes to stand: whoever read it before another request changed it decides anew. */
export const accountChange = ({ stored }: LeaveFacts, account: LeaveAccount): Change =>
  stored
    ? update(LeaveAccounts, stored, account as StoredLeaveAccount)
    : create(LeaveAccounts, leaveAccountId(account.employeeId), account);

interface Balancing {
  readonly employee: StoredEmployee;
  readonly company: StoredCompany;
  readonly today: IsoDate;
}

/** How the holiday of a year stands. */
export const balanceOf =
  ({ account }: Pick<LeaveFacts, 'account'>, { employee, company, today }: Balancing) =>
  (year: number): LeaveBalance =>
    leaveBalance(
      {
        ...{ policy: holidayPolicyOf(company.policies), holdings: account.holdings, since: account.since, today },
        employed: { from: employee.startDate, to: employee.endDate },
        ...(account.opening ? { opening: account.opening } : {}),
      },
      year,
    );
