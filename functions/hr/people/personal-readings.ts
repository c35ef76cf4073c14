import { people } from '#api/hr/people.ts';
import { Employees } from '#domain/hr/people/employee.ts';
import { PersonalFiles, personalFileId } from '#domain/hr/people/personal-file.ts';
import { type PersonalReading, PersonalReadings, readingId, readingsOf } from '#domain/hr/people/reading-record.ts';
import type { IsoDate } from '#kernel/date.ts';
import { create } from '#kernel/record.ts';
import { stamped } from '#kernel/stamps.ts';
import { type Caller, mayFor } from '#runtime/caller.ts';
import { AlreadyThere } from '#runtime/conflicts.ts';
import { notFound, type Records } from '#runtime/records.ts';
import { memberIdOf, query } from '../../platform/service.ts';

interface Reading {
  readonly employeeId: string;
  readonly what: PersonalReading['what'];
  readonly record?: string;
  readonly today: IsoDate;
  readonly now: Date;
}

/** Writes down that the caller reads what is another's: before they see it, so that nothing is seen that is not written. 1 read unit, 1 write unit a day. */
export async function noteReading(records: Records, caller: Caller, { today, now, ...read }: Reading): Promise<void> {
  if (caller.self === read.employeeId) return;
  const id = readingId(read, today, memberIdOf(records.tenant, caller.email));
  if (await records.get(PersonalReadings, id)) return;
  try {
    await records.save([create(PersonalReadings, id, { ...read, by: caller.email, at: now.toISOString() })]);
  } catch (error) {
    // Read twice at once: once is written.
    if (!(error instanceof AlreadyThere)) throw error;
  }
}

/** Serves reads, and may write: that something was read. */
export const getPersonalFile = query(people.actions.getPersonalFile, async ({ path: { employeeId }, caller, records, today, now }) => {
  const file = await records.get(PersonalFiles, personalFileId(employeeId));
  if (!file || !mayFor(caller, 'people.personal', file, PersonalFiles)) throw notFound(PersonalFiles.kind, employeeId, 'path.employeeId');
  await noteReading(records, caller, { employeeId, what: 'personal-data', today, now });
  return stamped(file);
});

const MOST = 200;

export const listPersonalReadings = query(
  people.actions.listPersonalReadings,
  async ({ path: { employeeId }, query: input, caller, records }) => {
    const employee = await records.get(Employees, employeeId);
    if (!employee || !mayFor(caller, 'people.personal', employee, Employees)) throw notFound(Employees.kind, employeeId, 'path.employeeId');
    const items: PersonalReading[] = [];
    // The day after the last asked for: what is on a day comes before that.
    for await (const reading of records.before(PersonalReadings, `${readingsOf(employeeId)}/${input.until ? `${input.until}~` : '~'}`)) {
      if (items.length === MOST) break;
      items.push(reading);
    }
    return { items: items.map(({ what, record, by, at }) => ({ what, ...(record ? { record } : {}), by, at })) };
  },
);
