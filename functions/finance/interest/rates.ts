import { LateRates, lateRateId, type StoredLateRate, semesterOf } from '#domain/finance/interest/late-rate.ts';
import { type IsoDate, yearOf, yearsBetween } from '#kernel/date.ts';
import type { Records } from '#runtime/records.ts';

/** The rates that people have set, of the half-years between two days. */
export async function ownRates(records: Records, from: IsoDate, to: IsoDate): Promise<StoredLateRate[]> {
  const semesters = yearsBetween(yearOf(from), yearOf(to)).flatMap((year) => [`${year}S1`, `${year}S2`]);
  const asked = semesters.filter((semester) => semester >= semesterOf(from) && semester <= semesterOf(to));
  return (await records.getMany(LateRates, asked.map(lateRateId))).flatMap((rate) => rate ?? []);
}
