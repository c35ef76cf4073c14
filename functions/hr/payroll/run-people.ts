import { monthDays } from '#domain/hr/payroll/pay-terms.ts';
import type { RunPerson } from '#domain/hr/payroll/payroll-portion.ts';
import { type PayrollRun, PayrollRuns } from '#domain/hr/payroll/payroll-run.ts';
import { Payslips, payslipId } from '#domain/hr/payroll/payslip-record.ts';
import { assignmentOn, Employees, nameOf, type StoredEmployee } from '#domain/hr/people/employee.ts';
import type { Month } from '#kernel/date.ts';
import { invalid, refused } from '#kernel/errors.ts';
import { UNDER_WAY } from '#kernel/record.ts';
import { everyRecord } from '#runtime/lists.ts';
import { openRecords } from '#runtime/open-work.ts';
import { notFound, type Records } from '#runtime/records.ts';

type Asked = Pick<PayrollRun, 'month' | 'kind' | 'employeeIds'>;

export const worksIn = ({ startDate, endDate }: StoredEmployee, month: Month): boolean => {
  const { from, to } = monthDays(month);
  return startDate <= to && (endDate === undefined || endDate >= from);
};

/** Those whom a run names, each of whom must be one whom it may pay. */
async function namedPeople(records: Records, { employeeIds = [], month, kind }: Asked): Promise<StoredEmployee[]> {
  const ids = [...new Set(employeeIds)];
  const found = await records.getMany(Employees, ids);
  return found.map((employee, i) => {
    const field = `body.employeeIds.${i}`;
    if (!employee) throw notFound(Employees.kind, ids[i] ?? '', field);
    if (kind === 'regular' && !worksIn(employee, month))
      throw invalid('payroll_run.not_employed', `${nameOf(employee)} does not work here in ${month}: leave them out.`, field, {
        name: nameOf(employee),
        month,
      });
    return employee;
  });
}

async function everybody(records: Records, month: Month): Promise<StoredEmployee[]> {
  const all: StoredEmployee[] = [];
  for await (const employee of everyRecord(records, Employees)) if (worksIn(employee, month)) all.push(employee);
  return all;
}

/**
 * Whom a run pays: by name. A regular one those of the month who are not paid for it, a correction those who are.
 * @throws DomainError `payroll_run.already_paid`, `payroll_run.not_paid`, `payroll_run.nothing` (422), `employee.not_found` (404).
 */
export async function peopleOf(records: Records, asked: Asked): Promise<RunPerson[]> {
  const { month, kind, employeeIds } = asked;
  const all = employeeIds ? await namedPeople(records, asked) : await everybody(records, month);
  const slips = await records.getMany(
    Payslips,
    all.map(({ id }) => payslipId(id, month)),
  );
  const wanted = all.filter((employee, i) => {
    const isPaid = slips[i] !== undefined;
    if (isPaid === (kind === 'correction')) return true;
    if (employeeIds) throw refusalOfPaid(employee, month, isPaid, slips[i]?.runId);
    return false;
  });
  if (wanted.length === 0)
    throw refused(
      'payroll_run.nothing',
      kind === 'regular' ? `Everybody who works in ${month} is in a pay run of that month.` : `Nobody is paid for ${month} yet.`,
      'body.month',
      { month, why: kind },
    );
  return wanted.map((employee) => personOf(employee, month));
}

const personOf = (employee: StoredEmployee, month: Month): RunPerson => {
  const { department } = assignmentOn(employee, monthDays(month).to);
  return { employeeId: employee.id, name: nameOf(employee), state: 'waiting', ...(department ? { department } : {}) };
};

function refusalOfPaid(employee: StoredEmployee, month: Month, isPaid: boolean, run: string | undefined) {
  const name = nameOf(employee);
  return isPaid
    ? refused(
        'payroll_run.already_paid',
        `${name} is in the pay run ${run} of ${month}: nobody is paid twice. A correction run pays what is missing.`,
        'body.employeeIds',
        { name, month, run: run ?? '' },
      )
    : refused('payroll_run.not_paid', `${name} is not paid for ${month} yet: that is what a regular run is for.`, 'body.employeeIds', {
        name,
        month,
      });
}

/**
 * Months are paid one after the other: what a slip withholds depends on those before it. Of one month there may be several runs at once.
 * @throws DomainError `payroll_run.open` (422).
 */
export async function requireNoOther(records: Records, month: Month, kind: PayrollRun['kind']): Promise<void> {
  for (const queue of [UNDER_WAY, 'approve'])
    for await (const run of openRecords(records, PayrollRuns, queue))
      if (run.month !== month || run.kind !== kind)
        throw refused('payroll_run.open', `The pay run of ${run.month} is not finished: approve or cancel it first.`, 'body.month', {
          run: run.id,
          month: run.month,
        });
}
