import * as z from 'zod/mini';
import { Instant } from '#kernel/date.ts';
import { invalid, type Refusal, refusal, throwIf } from '#kernel/errors.ts';
import { idWith } from '#kernel/id.ts';
import { recordType, type Stored } from '#kernel/record.ts';
import { stamped, stampFields } from '#kernel/stamps.ts';
import { writtenText as text } from '#kernel/written-text.ts';
import { type Employee, nameOf } from '../people/employee.ts';
import { localTime } from './local-time.ts';

/** What a clock tells: work begins and ends, a break begins and is over. */
export const CLOCK_KINDS = ['in', 'out', 'break', 'resume'] as const;
export type ClockKind = (typeof CLOCK_KINDS)[number];
/** Whence an entry came: a person by the console, a program, a file of a badge reader. */
export const CLOCK_SOURCES = ['person', 'program', 'file'] as const;
export type ClockSource = (typeof CLOCK_SOURCES)[number];

export const ClockInput = z.strictObject({
  employeeId: idWith('emp'),
  kind: z.enum(CLOCK_KINDS),
  /** The clock's own time, which is kept: what was told offline comes later. */
  at: Instant,
  /** Which clock told it: a reader at a door, a phone. */
  device: z.optional(text(60)),
});
export type ClockInput = z.output<typeof ClockInput>;

/** One thing that a clock told: never changed, only corrected by a record of its own (ET 34.9). */
export const ClockEntry = z.object({
  employeeId: z.string(),
  kind: z.enum(CLOCK_KINDS),
  at: z.string(),
  /** When it arrived here. */
  received: z.string(),
  source: z.enum(CLOCK_SOURCES),
  device: z.exactOptional(z.string()),
});
export type ClockEntry = Readonly<z.output<typeof ClockEntry>>;
export type StoredClockEntry = Stored<ClockEntry>;

/**
 * The register of working time. An entry's id is what it says: whose, when and what. So the same entry that is sent twice, by any way
 * and in any order, is one; and those of a person and month stand together.
 */
export const ClockEntries = recordType<ClockEntry>({
  kind: 'clock-entry',
  prefix: 'clk',
  data: ClockEntry,
  history: 'ends',
  partitioned: true,
  person: ({ employeeId }) => employeeId,
  screen: { none: "It is shown in the month of the employee's register." },
  read: 'time.read',
});

const second = (at: string): string => `${at.slice(0, 19)}Z`;
/** Those of an employee and month (of UTC) stand on one shelf. */
export const clockShelf = (employeeId: string, month: string): string => `clk_${employeeId.slice(4)}.${month}`;
export const clockEntryId = ({ employeeId, at, kind }: Pick<ClockEntry, 'employeeId' | 'at' | 'kind'>): string =>
  `${clockShelf(employeeId, at.slice(0, 7))}/${second(at)}.${kind}`;

/** For so long an entry of a clock that was offline is taken; what is older is corrected by a person, with a reason. */
export const MOST_OFFLINE_DAYS = 7;
/** So far a clock may be ahead of ours. */
const MOST_AHEAD_MS = 5 * 60_000;
const MS_PER_DAY = 86_400_000;

interface Arrival {
  readonly now: Date;
  readonly source: ClockSource;
  /** How many days late it may come. */
  readonly days?: number;
}

/**
 * An entry as it arrives. @throws DomainError `clock.future` (400) of a time to come, `clock.too_old` (400) of one that only a correction enters.
 */
export function newClockEntry(
  { employeeId, kind, at, device }: ClockInput,
  { now, source, days = MOST_OFFLINE_DAYS }: Arrival,
): ClockEntry {
  const ahead = Date.parse(at) - now.getTime();
  if (ahead > MOST_AHEAD_MS)
    throw invalid('clock.future', 'The time has not come yet: set the clock right, and send it again.', 'body.at', { at });
  if (-ahead > days * MS_PER_DAY)
    throw invalid('clock.too_old', `The entry is older than ${days} days: enter it as a correction, with the reason.`, 'body.at', {
      at,
      days,
    });
  const received = second(now.toISOString());
  return { employeeId, kind, at: second(at), received, source, ...(device === undefined ? {} : { device }) };
}

/** Why nobody clocks in for an employee at an instant: they do not work here on that day. */
export function refusalOfDay(employee: Employee, at: string, timeZone: string, field = 'body.at'): Refusal | undefined {
  const { date } = localTime(timeZone, at);
  if (date >= employee.startDate && (employee.endDate === undefined || date <= employee.endDate)) return undefined;
  return refusal('clock.not_employed', `${nameOf(employee)} does not work here on ${date}: choose another day.`, field, {
    name: nameOf(employee),
    date,
  });
}
/** @throws DomainError `clock.not_employed` (422). */
export const requireEmployed = (employee: Employee, at: string, timeZone: string, field?: string): void =>
  throwIf(refusalOfDay(employee, at, timeZone, field));

/** Later than this, an entry was told by a clock that was offline, or by a file. */
const LATE_MS = 2 * 60_000;
export const isLate = ({ at, received }: Pick<ClockEntry, 'at' | 'received'>): boolean => Date.parse(received) - Date.parse(at) > LATE_MS;

export const ClockEntryView = z.object({
  id: z.string(),
  ...ClockEntry.shape,
  device: z.optional(z.string()),
  /** It arrived later than it was told: the clock was offline, or it came by a file. */
  late: z.boolean(),
  ...stampFields,
});
export const clockEntryView = (entry: StoredClockEntry) => ({ ...stamped(entry), late: isLate(entry) });
