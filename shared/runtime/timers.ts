import type { IsoDate } from '#kernel/date.ts';

/** Business timers ring in the morning, not at midnight: somebody may have to act on them. UTC. */
const HOUR = 'T08:00:00.000Z';
const MS_PER_DAY = 86_400_000;

/** A timer as an ASL task takes it (whole seconds from now, at least one) and as people read it (ISO instant). */
export interface Timer {
  readonly seconds: number;
  readonly until: string;
}

/** The timer that rings on the morning of a day, no later than `mostDays` from now; at once where that is past. */
export function timerAt(day: IsoDate | undefined, now: Date, mostDays: number): Timer {
  const last = now.getTime() + mostDays * MS_PER_DAY;
  const rings = day === undefined ? last : Math.min(Date.parse(`${day}${HOUR}`), last);
  const seconds = Math.max(1, Math.round((rings - now.getTime()) / 1000));
  return { seconds, until: new Date(now.getTime() + seconds * 1000).toISOString() };
}
