import { Gates, gateId, LANES, type PeriodState } from '#domain/finance/ledger/gate.ts';
import { monthsBetween } from '#kernel/date.ts';
import type { Records } from '#runtime/records.ts';

/** The twelve periods of each fiscal year, ascending. */
export const periodsOf = (fiscalYears: readonly string[]): string[] =>
  fiscalYears.flatMap((year) => monthsBetween(`${year}-01`, `${year}-12`));

/** Ids of all gates of a period. */
export const gatesOf = (period: string): string[] => Array.from({ length: LANES }, (_, lane) => gateId(period, lane));

/** Periods with their lock and the number of entries posted in them. */
export async function readPeriods(
  records: Records,
  periods: readonly string[],
): Promise<{ period: string; state: PeriodState; entries: number }[]> {
  const gates = await records.getMany(Gates, periods.flatMap(gatesOf));
  return periods.flatMap((period) => {
    const mine = gates.filter((gate) => gate?.period === period);
    const state = mine[0]?.state;
    return state ? [{ period, state, entries: mine.reduce((sum, gate) => sum + (gate?.seq ?? 0), 0) }] : [];
  });
}
