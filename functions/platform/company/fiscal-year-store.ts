import { gatesOfYear } from '#domain/finance/ledger/fiscal-year.ts';
import { Gates } from '#domain/finance/ledger/gate.ts';
import { createNext } from '#kernel/record.ts';
import type { Records } from '#runtime/records.ts';

/** Makes the gates of a fiscal year in one transaction; harmless when they are there already. */
export async function openYear(records: Records, year: string): Promise<void> {
  const gates = gatesOfYear(year);
  const there = await records.get(Gates, gates[0]?.id ?? '');
  if (!there) await records.commit(gates.map(({ id, data }) => createNext(Gates, id, data)));
}
