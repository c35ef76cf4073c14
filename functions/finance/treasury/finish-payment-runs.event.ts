import { PaymentRuns, type StoredRun } from '#domain/finance/treasury/payment-run.ts';
import { UNDER_WAY, update } from '#kernel/record.ts';
import type { Records } from '#runtime/records.ts';
import { sweep } from '#runtime/sweep.ts';
import { executeRun, releaseRun } from './run-operations.ts';

/** A step of a run takes seconds; after this long nobody is at it any more. */
const ABANDONED_MS = 15 * 60_000;

/** Ends steps of payment runs that a crash cut off and whose request nobody sent again: what the bank has paid is posted, all else freed. */
export const handler = sweep('finish-payment-runs', {
  type: PaymentRuns,
  queues: [UNDER_WAY],
  wants: (run, now) => now.getTime() - Date.parse(run.history.at(-1)?.at ?? '') > ABANDONED_MS,
  handle: async (records, run) => void (await (run.state === 'executing' ? executeRun(records, run) : giveUp(records, run))),
});

async function giveUp(records: Records, run: StoredRun): Promise<void> {
  const marked =
    run.state === 'cancelling' ? run : await records.save<StoredRun>([update(PaymentRuns, run, { ...run, state: 'cancelling' }) as never]);
  await releaseRun(records, marked);
}
