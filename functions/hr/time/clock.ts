import { time } from '#api/hr/time.ts';
import {
  ClockEntries,
  clockEntryId,
  clockEntryView,
  clockShelf,
  newClockEntry,
  requireEmployed,
  type StoredClockEntry,
} from '#domain/hr/time/clock-entry.ts';
import { localTime } from '#domain/hr/time/local-time.ts';
import { monthsAround, shiftsIn } from '#domain/hr/time/register.ts';
import { workingTimeWarnings } from '#domain/hr/time/working-time-es.ts';
import { isClientId } from '#domain/platform/members/api-client.ts';
import { monthOf } from '#kernel/date.ts';
import { create } from '#kernel/record.ts';
import { upserts } from '#runtime/action.ts';
import type { Records } from '#runtime/records.ts';
import { command } from '../../platform/service.ts';
import { reachedEmployee } from '../people/reach.ts';

/** The rest before a beginning, where it was too short. Of the month's entries alone: a correction shows in the register. */
async function restBefore(records: Records, entry: StoredClockEntry, timeZone: string) {
  if (entry.kind !== 'in') return [];
  const { date } = localTime(timeZone, entry.at);
  const [before, month] = monthsAround(entry.at.slice(0, 7));
  const shelves = date.endsWith('-01') ? [before, month] : [month];
  const read = await Promise.all(shelves.map((each) => records.standing(ClockEntries, clockShelf(entry.employeeId, each ?? ''))));
  const entries = [...new Map([...read.flat(), entry].map((each) => [each.id, each])).values()];
  const shifts = shiftsIn({ entries, corrections: [] }, timeZone, new Date(entry.at));
  return workingTimeWarnings(shifts, monthOf(date))
    .filter((each) => each.date === date && each.rule === 'rest-between-days')
    .map((each) => ({ ...each }));
}

export const recordClockEntry = command(
  time.actions.recordClockEntry,
  upserts(ClockEntries, ({ body }) => clockEntryId(body)),
  async ({ body, records, caller, company, now }, before) => {
    const employee = await reachedEmployee(records, caller, 'time.write', body.employeeId, 'body.employeeId');
    // The same that was told before, by whatever way it came.
    if (before) return before;
    const entry = newClockEntry(body, { now, source: isClientId(caller.email) ? 'program' : 'person' });
    requireEmployed(employee, entry.at, company.timeZone);
    return [create(ClockEntries, clockEntryId(body), entry)];
  },
  async (entry, { records, company }) => ({ ...clockEntryView(entry), warnings: await restBefore(records, entry, company.timeZone) }),
);
