import { monthsBetween } from '#kernel/date.ts';
import { type Gate, gateId, LANES } from './gate.ts';

/** The gates of a calendar fiscal year: 12 monthly periods of {@link LANES} lanes each, all open. */
export const gatesOfYear = (year: string): { id: string; data: Gate }[] =>
  monthsBetween(`${year}-01`, `${year}-12`).flatMap((period) =>
    Array.from({ length: LANES }, (_, lane) => ({ id: gateId(period, lane), data: { period, lane, state: 'open' as const, seq: 0 } })),
  );
