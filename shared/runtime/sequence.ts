import type { RecordType } from '#kernel/record.ts';
import type { Records } from './records.ts';

/** Highest number this process knows to be taken, by series. Only ever a lower bound: the records are the truth. */
const known = new Map<string, number>();

/**
 * The next number of a gapless series whose records have their number as id. There is no counter to lock or to keep
 * true: number n is free when its record does not exist, and the record is created under the condition that it still
 * does not. Costs 2 consistent reads when this process gave out the last number, about 2·log₂(n) reads otherwise.
 * @param idOf the record id of a number, 1, 2, 3…
 */
export async function nextNumber<T>(records: Records, type: RecordType<T>, idOf: (count: number) => string): Promise<number> {
  const series = `${records.tenant} ${idOf(0)}`;
  const exists = async (count: number) => (await records.get(type, idOf(count))) !== undefined;
  let low = known.get(series) ?? 0;
  // Twice the next number alone: most often this process gave out the last one. Then in steps that double.
  let step = 1;
  for (let found = 0; await exists(low + step); found += 1) {
    low += step;
    if (found > 0) step *= 2;
  }
  // The series has no gaps: below `high` everything up to some number exists, and nothing after it.
  let high = low + step;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (await exists(middle)) low = middle;
    else high = middle;
  }
  known.set(series, Math.max(low, known.get(series) ?? 0));
  return high;
}
