import { type Employee, Employees, type StoredEmployee } from '#domain/hr/people/employee.ts';
import { ClockCorrections } from '#domain/hr/time/clock-correction.ts';
import { ClockEntries, clockShelf } from '#domain/hr/time/clock-entry.ts';
import { monthsAround, type RegisterFacts } from '#domain/hr/time/register.ts';
import { addMonths, type Month, monthsBetween } from '#kernel/date.ts';
import { type Caller, mayFor } from '#runtime/caller.ts';
import { everyRecord, listRecords } from '#runtime/lists.ts';
import type { Records } from '#runtime/records.ts';

/** Corrections of an employee, as many as there are, of the entries of some months. */
async function correctionsOf(records: Records, employeeId: string, first: Month, last: Month) {
  const found = [];
  let cursor: string | undefined;
  do {
    const page = await listRecords(records, ClockCorrections, {
      ...{ buckets: [employeeId], order: 'asc', limit: 100, cursor, from: first, to: last },
    });
    found.push(...page.items);
    cursor = page.nextCursor;
  } while (cursor);
  return found;
}

/** What a month's register is made of: one query a month, and one of corrections. */
export async function readRegister(records: Records, employeeId: string, month: Month): Promise<RegisterFacts> {
  const months = monthsAround(month);
  const [corrections, ...entries] = await Promise.all([
    correctionsOf(records, employeeId, months[0] as Month, months.at(-1) as Month),
    ...months.map((each) => records.standing(ClockEntries, clockShelf(employeeId, each))),
  ]);
  return { entries: entries.flat(), corrections };
}

/** What a year's register is made of, with what began in the month before: a query a month, and one of corrections. */
export async function registerOfYear(records: Records, employeeId: string, year: string): Promise<RegisterFacts> {
  const months = monthsBetween(addMonths(`${year}-01`, -1), `${year}-12`);
  const [corrections, ...entries] = await Promise.all([
    correctionsOf(records, employeeId, months[0] as Month, months.at(-1) as Month),
    ...months.map((each) => records.standing(ClockEntries, clockShelf(employeeId, each))),
  ]);
  return { entries: entries.flat(), corrections };
}

/** Everybody within the caller's reach who worked here in a month, in the order of their names. */
export async function employeesIn(records: Records, caller: Caller, month: Month): Promise<StoredEmployee[]> {
  const found: StoredEmployee[] = [];
  const worked = ({ startDate, endDate }: Employee) =>
    startDate.slice(0, 7) <= month && (endDate === undefined || endDate.slice(0, 7) >= month);
  const where = (employee: StoredEmployee) => worked(employee) && mayFor(caller, 'time.read', employee, Employees);
  for await (const employee of everyRecord(records, Employees, { where })) found.push(employee);
  return found;
}
