import { type PeriodSequence, PeriodSequences, sequenceIdFor } from '#domain/finance/ledger/period-sequence.ts';
import { REGISTER } from '#domain/finance/tax/received-register.ts';
import { type IsoDate, monthOf, monthsBetween } from '#kernel/date.ts';
import type { Stored } from '#kernel/record.ts';
import type { Records } from '#runtime/records.ts';

/**
 * The sequences that bills are counted in as they are entered, of each month from one day to another in which that can still be: a locked
 * month takes none for ever, and one without a sequence is of a year that is not open.
 */
export async function billMonths(records: Records, from: IsoDate, to: IsoDate): Promise<Stored<PeriodSequence>[]> {
  const ids = monthsBetween(monthOf(from), monthOf(to)).map((month) => sequenceIdFor(`${month}-01`, REGISTER));
  const found = await records.getMany(PeriodSequences, ids);
  return found.filter((sequence) => sequence !== undefined).filter(({ state }) => state !== 'locked');
}
