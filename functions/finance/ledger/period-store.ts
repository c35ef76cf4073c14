import { isClosing, SHARDS } from '#domain/finance/ledger/entry.ts';
import { laneViews } from '#domain/finance/ledger/lanes.ts';
import {
  type PeriodSequence,
  PeriodSequences,
  type PeriodState,
  sequenceId,
  sequenceShelf,
} from '#domain/finance/ledger/period-sequence.ts';
import { type Month, monthsBetween, yearOf } from '#kernel/date.ts';
import type { Stored } from '#kernel/record.ts';
import type { Records } from '#runtime/records.ts';

/** The twelve periods of each fiscal year, ascending. */
export const periodsOf = (fiscalYears: readonly string[]): string[] =>
  fiscalYears.flatMap((year) => monthsBetween(`${year}-01`, `${year}-12`));

/** Ids of all shards of a period in which its documents are posted. */
export const sequencesOf = (period: Month): string[] => Array.from({ length: SHARDS }, (_, shard) => sequenceId(period, shard));

/** All sequences of some calendar years, also of what closed a fiscal year in them: one query a year. */
export const readSequencesOf = async (records: Records, years: readonly string[]): Promise<Stored<PeriodSequence>[]> =>
  (await Promise.all(years.map((year) => records.standing(PeriodSequences, sequenceShelf(year))))).flat();

/** Periods with their lock and the number of entries posted in them. */
export async function readPeriods(
  records: Records,
  periods: readonly string[],
): Promise<{ period: string; state: PeriodState; entries: number; lanes: ReturnType<typeof laneViews> }[]> {
  const sequences = await readSequencesOf(records, [...new Set(periods.map(yearOf))]);
  return periods.flatMap((period) => {
    const mine = sequences.filter((sequence) => sequence.period === period && !isClosing(sequence));
    const state = mine[0]?.state;
    const lanes = laneViews(mine.find(({ shard }) => shard === 0)?.lanes);
    return state ? [{ period, state, entries: mine.reduce((sum, { seq }) => sum + seq, 0), lanes }] : [];
  });
}
