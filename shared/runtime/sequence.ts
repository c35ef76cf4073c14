import type { IsoDate } from '#kernel/date.ts';
import { numberOf, type RecordType } from '#kernel/record.ts';
import type { Records } from './records.ts';

/** A document of a series: its number, and its day where the kind has one. */
export interface Predecessor {
  readonly number: string;
  readonly date?: IsoDate | undefined;
}

/** The next number, 1, 2, 3…, and the document that has the number before it: undefined for the first, or one that cannot be read. */
export interface NextNumber {
  readonly count: number;
  readonly before?: Predecessor | undefined;
}

/** Highest number this process knows to be taken, and by what, by series. Only ever a lower bound: the records are the truth. */
const lastNumbers = new Map<string, { readonly count: number; readonly document: Predecessor | undefined }>();

/** Numbers that one call looks at where the next is not near. */
const PROBES = 16;

/**
 * The next number of a gapless series whose records have their number as id. There is no counter to lock or to keep
 * true: number n is free when its record does not exist, and the record is created under the condition that it still
 * does not. Costs one call and 2 consistent reads when this process gave out the last number; otherwise a few calls more.
 * @param idOf the record id of a number, 1, 2, 3…
 */
export async function nextNumber<T>(records: Records, type: RecordType<T>, idOf: (count: number) => string): Promise<NextNumber> {
  const series = `${records.tenant} ${idOf(0)}`;
  const last = lastNumbers.get(series) ?? { count: 0, document: undefined };
  const taken = new Map([[last.count, last.document]]);
  const areTaken = async (counts: readonly number[]) => {
    const damaged = new Set<string>();
    const found = await records.getMany(type, counts.map(idOf), damaged);
    for (const [i, count] of counts.entries()) {
      const record = found[i];
      if (record) taken.set(count, { number: numberOf(type, record.id), date: type.summary?.(record, record.id).date });
      else if (damaged.has(idOf(count))) taken.set(count, undefined);
    }
    return counts.map((count) => taken.has(count));
  };
  const count = await firstFree(areTaken, last.count);
  const before = taken.get(count - 1);
  if (count > last.count) lastNumbers.set(series, { count: count - 1, document: before });
  return { count, before };
}

/**
 * The first number that is not taken, where none below it is free.
 * @param areTaken whether each of some numbers, ascending, is taken: one call.
 * @param taken a number that is taken, or 0.
 */
export async function firstFree(areTaken: (counts: readonly number[]) => Promise<readonly boolean[]>, taken: number): Promise<number> {
  let low = taken;
  let high = Number.POSITIVE_INFINITY;
  // Most often it is the next, or the one after: this process gave out the last.
  let probes = [low + 1, low + 2];
  for (let step = 1; high - low > 1; step *= 2 ** PROBES) {
    const found = await areTaken(probes);
    for (const [i, count] of probes.entries()) {
      if (found[i]) low = Math.max(low, count);
      else high = Math.min(high, count);
    }
    probes = between(low, high, step);
  }
  return high;
}

/** Numbers to look at between one that is taken and one that is free: evenly spread, or in steps that double where none is known to be free. */
function between(low: number, high: number, step: number): number[] {
  if (high === Number.POSITIVE_INFINITY) return Array.from({ length: PROBES }, (_, i) => low + step * 2 ** i);
  const count = Math.min(PROBES, high - low - 1);
  return Array.from({ length: count }, (_, i) => low + Math.floor(((i + 1) * (high - low)) / (count + 1)));
}
