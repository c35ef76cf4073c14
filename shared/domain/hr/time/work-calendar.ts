import * as z from 'zod/mini';
import { BusinessDate, type IsoDate } from '#kernel/date.ts';
import { invalid } from '#kernel/errors.ts';
import { recordType, type Stored } from '#kernel/record.ts';
import { stamped, stampFields } from '#kernel/stamps.ts';
import { list } from '#kernel/stored.ts';
import { normalise } from '#kernel/text.ts';
import { isWorkday } from '#kernel/workday.ts';
import { writtenText as text } from '#kernel/written-text.ts';

const HolidayInput = z.strictObject({ date: BusinessDate, name: text(80), scope: z.enum(['region', 'town']) });

/** Holidays of a place of work, beside those of the whole country: what its region and town have published. */
export const WorkCalendarInput = z.strictObject({
  /** As employees' assignments call it. */
  workplace: text(80),
  region: z.optional(text(60)),
  town: z.optional(text(60)),
  /** Where they were published. */
  source: text(200),
  holidays: z.array(HolidayInput).check(z.maxLength(200)),
});
export type WorkCalendarInput = z.output<typeof WorkCalendarInput>;

export const WorkCalendar = z.object({
  workplace: z.string(),
  region: z.optional(z.string()),
  town: z.optional(z.string()),
  source: z.string(),
  holidays: list(z.object({ date: z.string(), name: z.string(), scope: z.enum(['region', 'town']) })),
});
export type WorkCalendar = Readonly<z.output<typeof WorkCalendar>>;
export type StoredWorkCalendar = Stored<WorkCalendar>;

export const WorkCalendars = recordType<WorkCalendar>({
  kind: 'work-calendar',
  prefix: 'wca',
  data: WorkCalendar,
  history: 'all',
  list: { buckets: 'own', key: ({ workplace }, id) => ({ bucket: 'all', sort: `${normalise(workplace).slice(0, 60)}  ${id}` }) },
  screen: { none: 'It is a table of the page of work calendars.' },
  read: 'time.read',
});

/** Whatever case, accents and signs a place is written with. */
export const workCalendarId = (workplace: string): string =>
  `wca_${
    normalise(workplace)
      .replaceAll(/[^a-z0-9]+/g, '-')
      .replaceAll(/^-|-$/g, '')
      .slice(0, 70) || 'place'
  }`;

/** @throws DomainError `work_calendar.twice` (400) of a day that is named twice. */
export function requireHolidays({ holidays }: WorkCalendarInput): void {
  const twice = holidays.findIndex(({ date }, i) => holidays.findIndex((other) => other.date === date) !== i);
  if (twice >= 0)
    throw invalid('work_calendar.twice', `${holidays[twice]?.date} is named twice: name it once.`, `body.holidays.${twice}.date`, {
      date: holidays[twice]?.date ?? '',
    });
}

/** Whether people work on a day at a place: no Saturday, Sunday, national holiday, or one of its region or town. */
export const worksOn =
  (calendar: Pick<WorkCalendar, 'holidays'> | undefined) =>
  (date: IsoDate): boolean =>
    isWorkday(date) && !calendar?.holidays.some((holiday) => holiday.date === date);

export const WorkCalendarView = z.object({
  id: z.string(),
  workplace: z.string(),
  region: z.optional(z.string()),
  town: z.optional(z.string()),
  source: z.string(),
  holidays: z.array(z.object({ date: z.string(), name: z.string(), scope: z.enum(['region', 'town']) })),
  ...stampFields,
});
export const workCalendarView = (calendar: StoredWorkCalendar) => ({ ...stamped(calendar), holidays: [...calendar.holidays] });
