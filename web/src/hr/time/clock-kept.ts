import type { ClockKind } from '#domain/hr/time/clock-entry.ts';
import type { ClockState } from '#domain/hr/time/work-day.ts';

/** What was told and has not arrived: with its own time, and the key that lets it be sent again without being told twice. */
export interface Told {
  readonly key: string;
  readonly employeeId: string;
  readonly kind: ClockKind;
  readonly at: string;
}
/** How the clock stood when the service was last heard of; `ahead`: milliseconds that this device is behind it. */
export interface Known {
  readonly employeeId?: string | undefined;
  readonly name?: string | undefined;
  readonly state: ClockState;
  readonly since?: string | undefined;
  readonly ahead: number;
}
export const NOBODY: Known = { state: 'off', ahead: 0 };

/** Where the browser keeps them, for each person who signs in on this device; and who did so last on the clock. */
export const KEPT = {
  known: (email: string) => `clock.known.${email}`,
  queue: (email: string) => `clock.queue.${email}`,
  last: 'clock.last',
} as const;

const AFTER: Readonly<Record<ClockKind, ClockState>> = { in: 'working', out: 'off', break: 'break', resume: 'working' };

/** How the clock stands by what is known and what was told since. */
export function standingBy(known: Known, queued: readonly Told[]): { readonly state: ClockState; readonly since?: string | undefined } {
  const last = queued.at(-1);
  return last ? { state: AFTER[last.kind], since: last.at } : { state: known.state, since: known.since };
}

/** What is told now, by the time of the service as this device keeps it. */
export const toldNow = (employeeId: string, kind: ClockKind, { ahead }: Known, now: number): Told => ({
  ...{ key: crypto.randomUUID(), employeeId, kind },
  at: `${new Date(now + ahead).toISOString().slice(0, 19)}Z`,
});
