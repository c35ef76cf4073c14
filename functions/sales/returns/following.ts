import { Returns } from '#domain/sales/returns/return.ts';
import type { Records } from '#runtime/records.ts';
import type { RecordChange } from '#runtime/stream.ts';
import { readWait } from '#runtime/waits.ts';
import { answer, start } from './execution.ts';

/** A return has just been announced. One that is made when the goods are here already has nothing to wait for. */
const isAnnounced = ({ kind, before, after }: RecordChange): boolean =>
  kind === 'return' && before === undefined && after.state === 'announced';

/** Starts or answers the execution of a return, from what the table's stream tells of the return and its wait. */
export async function followReturn(records: Records, returnId: string, changes: readonly RecordChange[], now: Date): Promise<void> {
  const ret = await records.get(Returns, returnId);
  if (!ret) return;
  if (changes.some(isAnnounced)) await start(records, ret, now);
  const wait = await readWait(records.tenant, returnId);
  if (wait) await answer(ret, wait);
}
