import { closingPeriod, isClosingPeriod } from '#domain/finance/ledger/entry.ts';
import { PeriodSequences, type PeriodState, SHARDS, sequenceId } from '#domain/finance/ledger/period-sequence.ts';
import { monthsBetween } from '#kernel/date.ts';
import type { Records } from '#runtime/records.ts';

/** The twelve periods of each fiscal year, ascending. */
export const periodsOf = (fiscalYears: readonly string[]): string[] =>
  fiscalYears.flatMap((year) => monthsBetween(`${year}-01`, `${year}-12`));

/** Every period in which entries are counted, ascending: after the twelve of each year the one that closes it. */
export const bookPeriodsOf = (fiscalYears: readonly string[]): string[] =>
  fiscalYears.flatMap((year) => [...periodsOf([year]), closingPeriod(year)]);

/** Ids of all shards of a period. */
export const sequencesOf = (period: string): string[] =>
  Array.from({ length: isClosingPeriod(period) ? 1 : SHARDS }, (_, shard) => sequenceId(period, shard));

/** Periods with their lock and the number of entries posted in them. */
export async function readPeriods(
  records: Records,
  periods: readonly string[],
): Promise<{ period: string; state: PeriodState; entries: number }[]> {
  const sequences = await records.getMany(PeriodSequences, periods.flatMap(sequencesOf));
  return periods.flatMap((period) => {
    const mine = sequences.filter((sequence) => sequence?.period === period);
    const state = mine[0]?.state;
    return state ? [{ period, state, entries: mine.reduce((sum, sequence) => sum + (sequence?.seq ?? 0), 0) }] : [];
  });
}
