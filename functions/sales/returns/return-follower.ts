import { Returns } from '#domain/sales/returns/return.ts';
import type { Records } from '#runtime/records.ts';
import { readWait } from '#runtime/waits.ts';
import { answerReturnWait, returnWantsExecution, startOrderReturn, withMoneyState } from './execution.ts';

/**
 * Closes or reopens a return as its credit notes now stand, and starts or answers its execution. One that is made when the goods are here already
 * has nothing to wait for but its money, where that goes back by itself.
 */
export async function followReturn(records: Records, returnId: string, now: Date): Promise<void> {
  const found = await records.get(Returns, returnId);
  if (!found) return;
  const ret = await withMoneyState(records, found);
  const wait = await readWait(records.tenant, returnId);
  if (wait) await answerReturnWait(ret, wait);
  else if (await returnWantsExecution(records, ret)) await startOrderReturn(records, ret, now);
}
