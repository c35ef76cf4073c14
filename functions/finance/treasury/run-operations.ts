import {
  openPayments,
  type PaymentRun,
  PaymentRunBatches,
  PaymentRuns,
  type RunPayment,
  runBatchId,
  runKind,
  type StoredRun,
} from '#domain/finance/treasury/payment-run.ts';
import { executed, paidAlone } from '#domain/finance/treasury/run-settlement.ts';
import { assertDefined } from '#kernel/assert.ts';
import { createNext, remove, update } from '#kernel/record.ts';
import { BATCH_ITEMS, type BatchedOperation, rollBack, runBatches } from '#runtime/batched.ts';
import { idFrom } from '#runtime/fingerprint.ts';
import type { Records } from '#runtime/records.ts';
import { openReversal, type PostingSession } from '../service.ts';
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
  (records: Records, run: StoredRun, { money: { prefix } }: RunSide) =>
  (no: number) => {
    const { again } = run.payments.find((payment) => payment.no === no) ?? {};
    return idFrom(prefix, records.tenant, 'payment-run', run.id, String(no), ...(again === undefined ? [] : [String(again)]));
  };

/**
 * What the bank has carried out of one payment of a run, in a posting that the caller has opened; the first change is the run's.
 * @throws DomainError `payment_run.…`, `period.…` (422).
 */
export async function executeAlone(records: Records, run: StoredRun, payment: RunPayment, posting: PostingSession) {
  const side = sideOf(run);
  const idOf = paymentIdOf(records, run, side);
  const paymentId = idOf(payment.no);
  const settled = await side.settle(records, run, [payment], { posting, idOf });
  const after = paidAlone(run, payment.no, { paymentId, on: posting.date });
  return { paymentId, changes: [update<PaymentRun>(PaymentRuns, run, after), ...settled] };
}

/** The posting of what the bank has carried out, batch by batch. @param run says that it is `executing`, and on which day. */
export function executeRun(records: Records, run: StoredRun): Promise<StoredRun> {
  const side = sideOf(run);
  const batches = batchesOfPayments(openPayments(run), side);
  const idOf = paymentIdOf(records, run, side);
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
