import { assignmentOn, Employees } from '#domain/hr/people/employee.ts';
import { lineChanges, MOST_LEVELS, ReportingLines, reportingLineId } from '#domain/hr/people/reporting-line.ts';
import type { IsoDate } from '#kernel/date.ts';
import { invalid } from '#kernel/errors.ts';
import type { Change } from '#kernel/record.ts';
import type { Records } from '#runtime/records.ts';
import { companyAndDay } from '../../platform/service.ts';

/** Those above, from a manager on, nearest first. @throws DomainError `employee.manager` (400) where one is not there or has left. */
async function lineAbove(records: Records, from: string | undefined, today: IsoDate): Promise<string[]> {
  const line: string[] = [];
  for (let id = from; id !== undefined && line.length < MOST_LEVELS && !line.includes(id); ) {
    const manager = await records.get(Employees, id);
    if (!manager || manager.state === 'left')
      throw invalid('employee.manager', 'There is no such manager, or they left: choose another.', 'body.managerId', { id });
    line.push(id);
    id = assignmentOn(manager, today).managerId;
  }
  return line;
}

/** What changes in the lines above an employee who comes to another manager, as of today. */
export async function moveChanges(
  records: Records,
  employeeId: string,
  from: string | undefined,
  to: string | undefined,
): Promise<readonly Change[]> {
  if (from === to) return [];
  const { today } = await companyAndDay(records, new Date());
  const [own, before, after] = await Promise.all([
    records.get(ReportingLines, reportingLineId(employeeId)),
    lineAbove(records, from, today),
    lineAbove(records, to, today),
  ]);
  const lines = await records.getMany(ReportingLines, [...new Set([...before, ...after])].map(reportingLineId));
  const known = new Map(lines.flatMap((line) => (line ? [[line.id, line] as const] : [])));
  return lineChanges({ moved: [employeeId, ...(own?.reports ?? [])], from: before, to: after }, known);
}
