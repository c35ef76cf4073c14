import { CERTIFICATES_ENDING, StaffCertificates } from '#domain/hr/development/staff-certificate.ts';
import { CONTRACTS_ENDING, EmploymentTermsOf } from '#domain/hr/payroll/employment-terms.ts';
import { Employees } from '#domain/hr/people/employee.ts';
import { DOCUMENTS_ENDING, EmployeeDocuments } from '#domain/hr/people/employee-document.ts';
import { ClockCorrections, CORRECTIONS_WAITING } from '#domain/hr/time/clock-correction.ts';
import { LEAVE_WAITING, LeaveRequests } from '#domain/hr/time/leave-request.ts';
import { DEADLINES, StaffDeadlines } from '#domain/hr/time/staff-deadline.ts';
import { addDays, type IsoDate } from '#kernel/date.ts';
import type { RecordType } from '#kernel/record.ts';
import { type Caller, may, mayFor } from '#runtime/caller.ts';
import { MOST_COUNTED, openRecords, openRows, openWork } from '#runtime/open-work.ts';
import type { Records } from '#runtime/records.ts';

interface Counted {
  readonly count: number;
  readonly capped: boolean;
  readonly oldest?: string;
}

/** What of a queue somebody decides on: of whom they lead, not of themselves. */
async function toDecide<T>(records: Records, caller: Caller, type: RecordType<T>, queue: string): Promise<Counted> {
  let count = 0;
  let oldest: string | undefined;
  for await (const record of openRecords(records, type, queue)) {
    if (type.person?.(record, record.id) === caller.self || !mayFor(caller, 'time.approve', record, type as never)) continue;
    oldest ??= record.history[0]?.at.slice(0, 10);
    count += 1;
    if (count > MOST_COUNTED) return { count: MOST_COUNTED, capped: true, ...(oldest ? { oldest } : {}) };
  }
  return { count, capped: false, ...(oldest ? { oldest } : {}) };
}

/** What of a queue is due and of who works here still: of who left nobody renews anything. An index row tells whose it is. */
async function ofStaff(records: Records, type: Pick<RecordType<never>, 'kind'>, queue: string, today: IsoDate): Promise<Counted> {
  let count = 0;
  for await (const rows of openRows(records.tenant, type, queue, { to: addDays(today, 1) })) {
    const ids = rows.map(({ id, party }) => party ?? `${Employees.prefix}_${id.slice(id.indexOf('_') + 1)}`);
    const staff = await records.getMany(Employees, [...new Set(ids)]);
    const active = new Set(staff.flatMap((one) => (one?.state === 'active' ? [one.id] : [])));
    count += ids.filter((id) => active.has(id)).length;
    if (count > MOST_COUNTED) return { count: MOST_COUNTED, capped: true };
  }
  return { count, capped: false };
}

/** What of people waits for somebody: leave and corrections to decide on, and what ends soon or has ended. */
export async function peopleWork(records: Records, caller: Caller, today: IsoDate) {
  const [leave, corrections, deadlines, certificates, contracts, documents] = await Promise.all([
    may(caller, 'time.approve') ? toDecide(records, caller, LeaveRequests, LEAVE_WAITING) : undefined,
    may(caller, 'time.approve') ? toDecide(records, caller, ClockCorrections, CORRECTIONS_WAITING) : undefined,
    // Sorted by when it is told: those of today sort after the day alone.
    may(caller, 'time.setup') ? openWork(records.tenant, StaffDeadlines, DEADLINES, { to: addDays(today, 1) }) : undefined,
    may(caller, 'time.setup') ? openWork(records.tenant, StaffCertificates, CERTIFICATES_ENDING, { to: addDays(today, 1) }) : undefined,
    may(caller, 'time.setup') ? ofStaff(records, EmploymentTermsOf, CONTRACTS_ENDING, today) : undefined,
    may(caller, 'time.setup') ? ofStaff(records, EmployeeDocuments, DOCUMENTS_ENDING, today) : undefined,
  ]);
  return {
    ...(leave && { leaveToDecide: { ...leave, list: { operation: 'listLeaves', query: { state: 'requested' } } } }),
    ...(corrections && { correctionsToDecide: { ...corrections, list: { operation: 'listClockCorrections', query: {} } } }),
    ...(deadlines && {
      staffDeadlines: {
        ...counted([deadlines, certificates, contracts, documents]),
        list: { operation: 'listStaffDeadlines', query: { state: 'open' } },
      },
    }),
  };
}

/** Queues that are one to whoever looks. */
function counted(queues: readonly (Counted | undefined)[]) {
  const count = queues.reduce((sum, queue) => sum + (queue?.count ?? 0), 0);
  return { count: Math.min(count, MOST_COUNTED), capped: count > MOST_COUNTED || queues.some((queue) => queue?.capped) };
}
