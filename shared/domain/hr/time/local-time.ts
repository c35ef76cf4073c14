import { addDays, type IsoDate } from '#kernel/date.ts';

/** Date and clock time of an instant in a time zone. */
export interface LocalTime {
  readonly date: IsoDate;
  /** `08:03` */
  readonly time: string;
}

const MS_PER_MINUTE = 60_000;
/** By time zone: to make one takes longer than to use it. */
const formats = new Map<string, Intl.DateTimeFormat>();

function formatIn(timeZone: string): Intl.DateTimeFormat {
  const made = formats.get(timeZone) ?? new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' });
  formats.set(timeZone, made);
  return made;
}

export function localTime(timeZone: string, instant: string): LocalTime {
  const text = formatIn(timeZone).format(new Date(instant));
  return { date: text.slice(0, 10), time: text.slice(11, 16) };
}

/** Whole minutes since 1970: what is counted is what is shown, seconds are cut. */
export const minuteOf = (instant: string): number => Math.floor(Date.parse(instant) / MS_PER_MINUTE);

/**
 * The instant of a clock time in a time zone: the earlier one of an hour that comes twice in autumn. Undefined where the clock is put
 * forward over it.
 */
export function instantOf(timeZone: string, { date, time }: LocalTime): string | undefined {
  const asUtc = Date.parse(`${date}T${time}:00Z`);
  const offsets = [-1, 1].map((days) => {
    const near = new Date(`${addDays(date, days)}T12:00:00Z`);
    const local = localTime(timeZone, near.toISOString());
    return Date.parse(`${local.date}T${local.time}:00Z`) - near.getTime();
  });
  const found = offsets
    .map((offset) => new Date(asUtc - offset).toISOString())
    .filter((instant) => {
      const local = localTime(timeZone, instant);
      return local.date === date && local.time === time;
    });
  return found.toSorted()[0]?.replace('.000Z', 'Z');
}
