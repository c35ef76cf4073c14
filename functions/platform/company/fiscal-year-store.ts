import { PeriodSequences, sequencesOfYear } from '#domain/finance/ledger/period-sequence.ts';
import { createNext } from '#kernel/record.ts';
import type { Records } from '#runtime/records.ts';

/** Makes the gates of a fiscal year in one transaction; harmless when they are there already. */
export async function openYear(records: Records, year: string): Promise<void> {
  const gates = sequencesOfYear(year);
  const there = await records.get(PeriodSequences, gates[0]?.id ?? '');
  if (!there) await records.commit(gates.map(({ id, data }) => createNext(PeriodSequences, id, data)));
}
