import { assignmentOn, Employees, type StoredEmployee } from '#domain/hr/people/employee.ts';
import { lineChanges, MOST_LEVELS, ReportingLines, reportingLineId } from '#domain/hr/people/reporting-line.ts';
import type { IsoDate } from '#kernel/date.ts';
import { invalid } from '#kernel/errors.ts';
import { type Change, check } from '#kernel/record.ts';
import type { Records } from '#runtime/records.ts';

/** Those above, from a manager on, nearest first. */
async function lineAbove(records: Records, from: string | undefined, today: IsoDate): Promise<StoredEmployee[]> {
  const line: StoredEmployee[] = [];
  for (let id = from; id !== undefined && line.length < MOST_LEVELS && !line.some((above) => above.id === id); ) {
    const manager = await records.get(Employees, id);
    if (!manager) break;
    line.push(manager);
    id = assignmentOn(manager, today).managerId;
  }
  return line;
}

interface Move {
  readonly employeeId: string;
  readonly from: string | undefined;
  readonly to: string | undefined;
}

/**
 * What changes in the lines above an employee who comes to another manager today. Everybody above is looked at once more as it commits:
 * two who move at once, one below the other, do not miss each other.
 * @throws DomainError `employee.manager` (400) where the new one is not there or has left.
 */
export async function moveChanges(records: Records, { employeeId, from, to }: Move, today: IsoDate): Promise<readonly Change[]> {
  if (from === to) return [];
  const [own, before, after] = await Promise.all([
    records.get(ReportingLines, reportingLineId(employeeId)),
    lineAbove(records, from, today),
    lineAbove(records, to, today),
  ]);
  const [manager] = after;
  if (to !== undefined && (manager?.id !== to || manager.state === 'left'))
    throw invalid('employee.manager', 'There is no such manager, or they left: choose another.', 'body.managerId', { id: to });
  const above = [...new Map([...before, ...after].map((employee) => [employee.id, employee])).values()];
  const lines = await records.getMany(
    ReportingLines,
    above.map(({ id }) => reportingLineId(id)),
  );
  const known = new Map(lines.flatMap((line) => (line ? [[line.id, line] as const] : [])));
  const ids = (line: readonly StoredEmployee[]) => line.map(({ id }) => id);
  return [
    ...lineChanges({ moved: [employeeId, ...(own?.reports ?? [])], from: ids(before), to: ids(after) }, known),
    ...above.filter(({ id }) => id !== employeeId).map((employee) => check(Employees, employee)),
  ];
}
