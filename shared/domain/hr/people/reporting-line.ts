import * as z from 'zod/mini';
import { refusal, throwIf } from '#kernel/errors.ts';
import { type Change, create, recordType, type Stored, update } from '#kernel/record.ts';
import { list } from '#kernel/stored.ts';

/** Which employee a person who signs in is: an address has one. */
export const EmployeeLinks = recordType<{ readonly employeeId: string }>({
  kind: 'employee-link',
  prefix: 'eml',
  data: z.object({ employeeId: z.string() }),
  history: 'ends',
  screen: { none: 'It only tells which employee signs in with an address.' },
  read: 'nobody',
});
/** @param memberId the record of the address as a member. */
export const employeeLinkId = (memberId: string): string => `eml_${memberId.slice(4)}`;

/** Whom an employee leads, directly or through others, as of now. */
export const ReportingLine = z.object({ reports: list(z.string()) });
export type ReportingLine = Readonly<z.output<typeof ReportingLine>>;
export const ReportingLines = recordType<ReportingLine>({
  kind: 'reporting-line',
  prefix: 'rpl',
  data: ReportingLine,
  history: 'ends',
  screen: { none: "It is shown on the employee's page." },
  read: 'nobody',
});
export const reportingLineId = (employeeId: string): string => `rpl_${employeeId.slice(4)}`;

/** No line is longer: a chain of that many is a mistake. */
export const MOST_LEVELS = 12;
/** A line holds at most that many: a record has 400 KB. */
export const MOST_REPORTS = 8000;

export type StoredLine = Stored<ReportingLine>;
interface Move {
  /** Who moves, with all below. */
  readonly moved: readonly string[];
  /** Above them before and after, nearest first. */
  readonly from: readonly string[];
  readonly to: readonly string[];
}

/**
 * What changes in the lines above somebody who moves. @param lines those that exist of both, by their id.
 * @throws DomainError `employee.circular` (422) where the new manager is below who moves, `employee.line_full` (422).
 */
export function lineChanges({ moved, from, to }: Move, lines: ReadonlyMap<string, StoredLine>): readonly Change[] {
  throwIf(
    to.some((id) => moved.includes(id))
      ? refusal('employee.circular', 'The manager is led by this employee: choose somebody who is not below.', 'body.managerId')
      : undefined,
  );
  const [left, joined] = [from.filter((id) => !to.includes(id)), to.filter((id) => !from.includes(id))];
  return [
    ...left.flatMap((id) => changed(lines, id, (reports) => reports.filter((one) => !moved.includes(one)))),
    ...joined.flatMap((id) => changed(lines, id, (reports) => [...reports, ...moved.filter((one) => !reports.includes(one))])),
  ];
}

function changed(lines: ReadonlyMap<string, StoredLine>, of: string, next: (reports: readonly string[]) => readonly string[]): Change[] {
  const id = reportingLineId(of);
  const before = lines.get(id);
  const reports = next(before?.reports ?? []);
  throwIf(
    reports.length > MOST_REPORTS
      ? refusal('employee.line_full', `Nobody leads more than ${MOST_REPORTS} people here.`, 'body.managerId', { most: MOST_REPORTS })
      : undefined,
  );
  return [before ? update(ReportingLines, before, { ...before, reports }) : create(ReportingLines, id, { reports })];
}
