import { time } from '#api/hr/time.ts';
import { Employees, type StoredEmployee } from '#domain/hr/people/employee.ts';
import { EmployeeTaxIds, employeeTaxId } from '#domain/hr/people/personal-file.ts';
import { EmployeeLinks, employeeLinkId } from '#domain/hr/people/reporting-line.ts';
import { type BadgeFault, BadgeFiles, type BadgeRow, badgeFileView, MOST_BADGE_DAYS, readBadgeFile } from '#domain/hr/time/badge-file.ts';
import { ClockEntries, type ClockEntry, clockEntryId, newClockEntry, refusalOfDay } from '#domain/hr/time/clock-entry.ts';
import { instantOf } from '#domain/hr/time/local-time.ts';
import { isUnreadable } from '#kernel/errors.ts';
import { create } from '#kernel/record.ts';
import { creates } from '#runtime/action.ts';
import { type Caller, mayFor } from '#runtime/caller.ts';
import { MAX_TRANSACTION_ITEMS, type Records } from '#runtime/records.ts';
import { command, memberIdOf } from '../../platform/service.ts';

/** Whom a file names, as far as the caller clocks for them. */
async function peopleIn(records: Records, caller: Caller, rows: readonly BadgeRow[]): Promise<ReadonlyMap<string, StoredEmployee>> {
  const names = [...new Set(rows.map(({ who }) => who))];
  const refOf = (who: string) =>
    who.includes('@')
      ? { type: EmployeeLinks, id: employeeLinkId(memberIdOf(records.tenant, who)) }
      : { type: EmployeeTaxIds, id: employeeTaxId(who) };
  const claimed = names.filter((who) => !who.startsWith('emp_'));
  const links = await records.getTogether(claimed.map((who) => refOf(who) as never));
  const ids = new Map([
    ...names.filter((who) => who.startsWith('emp_')).map((who) => [who, who] as const),
    ...claimed.flatMap((who, i) => {
      const link = links[i] as { readonly employeeId: string } | undefined;
      return link ? [[who, link.employeeId] as const] : [];
    }),
  ]);
  const employees = await records.getMany(Employees, [...new Set(ids.values())]);
  const reached = new Map(
    employees.flatMap((employee) =>
      employee && mayFor(caller, 'time.write', employee, Employees) ? [[employee.id, employee] as const] : [],
    ),
  );
  return new Map(
    [...ids].flatMap(([who, id]) => {
      const employee = reached.get(id);
      return employee ? [[who, employee] as const] : [];
    }),
  );
}

/** The entry that a row is, or what is wrong with it. */
function entryOfRow(row: BadgeRow, employee: StoredEmployee | undefined, timeZone: string, now: Date): ClockEntry | BadgeFault {
  if (!employee) return 'employee';
  const at = instantOf(timeZone, row);
  if (at === undefined) return 'hour';
  if (refusalOfDay(employee, at, timeZone)) return 'not-employed';
  try {
    return newClockEntry({ employeeId: employee.id, kind: row.kind, at }, { now, source: 'file', days: MOST_BADGE_DAYS });
  } catch (error) {
    if (isUnreadable(error) || !(error instanceof Error) || !('code' in error)) throw error;
    return 'age';
  }
}

/** Writes those that are not there yet, some at a time: what is cut off goes on where it was, since an entry is what its id says. */
async function writeMissing(records: Records, entries: ReadonlyMap<string, ClockEntry>): Promise<number> {
  const ids = [...entries.keys()];
  const found = await records.getMany(ClockEntries, ids);
  const missing = ids.filter((_, i) => found[i] === undefined);
  for (let at = 0; at < missing.length; at += MAX_TRANSACTION_ITEMS - 1) {
    const batch = missing.slice(at, at + MAX_TRANSACTION_ITEMS - 1);
    await records.commit(batch.map((id) => create(ClockEntries, id, entries.get(id) as ClockEntry)));
  }
  return missing.length;
}

export const importBadgeFile = command(
  time.actions.importBadgeFile,
  creates(BadgeFiles, 'bdg'),
  async ({ body, records, caller, company, now, newId }) => {
    const { rows, refused: unread, count } = readBadgeFile(body.text);
    const people = await peopleIn(records, caller, rows);
    const entries = new Map<string, ClockEntry>();
    const refused = [...unread];
    for (const row of rows) {
      const entry = entryOfRow(row, people.get(row.who), company.timeZone, now);
      if (typeof entry === 'string') refused.push({ line: row.line, fault: entry });
      else entries.set(clockEntryId(entry), entry);
    }
    const created = await writeMissing(records, entries);
    return [
      create(BadgeFiles, newId('bdg'), {
        ...{ fileName: body.fileName, rows: count, created, known: count - refused.length - created },
        refused: refused.toSorted((a, b) => a.line - b.line),
      }),
    ];
  },
  badgeFileView,
);
