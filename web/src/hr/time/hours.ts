export { hoursText as hours } from '#domain/hr/time/work-day.ts';

const clocks = new Map<string, Intl.DateTimeFormat>();

/** `08:03` of an instant, in a time zone, or in that of the browser. */
export function timeOf(instant: string, timeZone?: string): string {
  const key = timeZone ?? '';
  const format =
    clocks.get(key) ?? new Intl.DateTimeFormat('sv-SE', { hour: '2-digit', minute: '2-digit', ...(timeZone ? { timeZone } : {}) });
  clocks.set(key, format);
  return format.format(new Date(instant));
}

/** A month and those before it, newest first. */
export function monthsUntil(day: string, count: number): string[] {
  const last = 12 * Number(day.slice(0, 4)) + Number(day.slice(5, 7)) - 1;
  return Array.from({ length: count }, (_, i) => `${Math.floor((last - i) / 12)}-${String(((last - i) % 12) + 1).padStart(2, '0')}`);
}
