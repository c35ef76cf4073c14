import {
  type PaymentRun,
  PaymentRunBatches,
  PaymentRuns,
  type RunPayment,
  runBatchId,
  runKind,
  type StoredRun,
  transfersOf,
} from '#domain/finance/treasury/payment-run.ts';
import { executed } from '#domain/finance/treasury/run-settlement.ts';
import { assertDefined } from '#kernel/assert.ts';
import { createNext, remove, update } from '#kernel/record.ts';
import { BATCH_ITEMS, type BatchedOperation, rollBack, runBatches } from '#runtime/batched.ts';
import { idFrom } from '#runtime/fingerprint.ts';
import type { Records } from '#runtime/records.ts';
import { openReversal } from '../service.ts';
import { DEBITS } from './debit-side.ts';
import type { RunMoney, RunSide } from './run-side.ts';
import { TRANSFERS } from './transfer-side.ts';

type Batch = { readonly runId: string };

const SIDES = { transfer: TRANSFERS, debit: DEBITS } as const;
export const sideOf = (run: Pick<PaymentRun, 'kind'>): RunSide => SIDES[runKind(run)];

/** What was withheld of a recipient, as its bills name it; and once more where its credit notes name it otherwise. */
const SUMS_OF_RECIPIENT = 2;

/** Payments in batches that fit into a transaction each: a payment is never divided. */
function batchesOfPayments(payments: readonly RunPayment[], { extra }: RunSide): RunPayment[][] {
  const batches: RunPayment[][] = [];
  let room = 0;
  for (const payment of payments) {
    // Its payment, and what else it changes, beside its documents.
    const items = 1 + extra + payment.charges.length + payment.credits.length + (payment.withholds ? SUMS_OF_RECIPIENT : 0);
    if (items > room) {
      batches.push([]);
      room = BATCH_ITEMS;
    }
    batches.at(-1)?.push(payment);
    room -= items;
  }
  return batches;
}

/** The reserving of a run's documents, batch by batch; and, rolled back, its cancelling. */
function reservationOf(records: Records, run: StoredRun): BatchedOperation<PaymentRun, RunPayment, Batch> {
  const side = sideOf(run);
  const batches = batchesOfPayments(run.payments, side);
  return {
    type: PaymentRuns,
    batches,
    marker: (no) => ({ type: PaymentRunBatches, id: runBatchId(run.id, no), belongs: ({ runId }) => runId === run.id }),
    batch: async (payments, no) => [
      createNext(PaymentRunBatches, runBatchId(run.id, no), { runId: run.id }),
      ...(await side.reserve(records, run.id, payments)),
    ],
    finish: async (begun) => [update(PaymentRuns, begun, { ...begun, state: 'proposed' })],
    rollback: {
      repeatable: true,
      isRollingBack: ({ state }) => state === 'cancelling',
      mark: (begun) => ({ ...begun, state: 'cancelling' }),
      undo: async (no) => {
        const marker = await records.get(PaymentRunBatches, runBatchId(run.id, no));
        if (!marker) return [];
        return [remove(PaymentRunBatches, marker), ...(await side.free(records, run.id, batches[no - 1] ?? []))];
      },
      // A run that never came to be proposed leaves nothing behind.
      end: async (begun) => [begun.cancelled ? update(PaymentRuns, begun, { ...begun, state: 'cancelled' }) : remove(PaymentRuns, begun)],
    },
  };
}

export const reserveRun = (records: Records, run: StoredRun): Promise<StoredRun> => runBatches(records, reservationOf(records, run), run);

/** Frees all that a run holds. @param run says that it is `cancelling`. */
export async function releaseRun(records: Records, run: StoredRun): Promise<StoredRun> {
  await rollBack(records, reservationOf(records, run), run);
  return records.getOrThrow(PaymentRuns, run.id);
}

const paymentIdOf =
  (records: Records, runId: string, { money: { prefix } }: RunSide) =>
  (no: number) =>
    idFrom(prefix, records.tenant, 'payment-run', runId, String(no));

/** The payment (or receipt) that a payment of a run becomes in the books. */
export const runPaymentId = (records: Records, run: StoredRun, no: number): string => paymentIdOf(records, run.id, sideOf(run))(no);

/** The posting of what the bank has carried out, batch by batch. @param run says that it is `executing`, and on which day. */
export function executeRun(records: Records, run: StoredRun): Promise<StoredRun> {
  const side = sideOf(run);
  const batches = batchesOfPayments(transfersOf(run), side);
  const idOf = paymentIdOf(records, run.id, side);
  const date = assertDefined(run.executedOn, 'the day of the bank');
  const operation: BatchedOperation<PaymentRun, RunPayment, RunMoney> = {
    type: PaymentRuns,
    batches,
    marker: (no) => ({
      type: side.money,
      id: idOf(batches[no - 1]?.[0]?.no ?? 0),
      belongs: ({ paymentRunId }) => paymentRunId === run.id,
    }),
    batch: async (payments) => {
      const first = assertDefined(payments[0], 'a payment');
      // The money has moved: where the period was locked since then, it is posted on the first day that is open.
      const posting = await openReversal(records, { date, document: idOf(first.no) });
      return [...(await side.settle(records, run, payments, { posting, idOf })), ...posting.changes()];
    },
    finish: async (begun) => [update(PaymentRuns, begun, executed(begun, idOf) as StoredRun)],
  };
  return runBatches(records, operation, run);
}
