import { refusalOfInRun } from '#domain/finance/payables/payables-actions.ts';
import { Suppliers } from '#domain/finance/payables/supplier.ts';
import { SupplierBills, SupplierCredits } from '#domain/finance/payables/supplier-bill.ts';
import { type SupplierPayment, SupplierPayments } from '#domain/finance/payables/supplier-payment.ts';
import {
  type PaymentRun,
  PaymentRunBatches,
  PaymentRuns,
  type RunPayment,
  runBatchId,
  type StoredRun,
  transfersOf,
} from '#domain/finance/treasury/payment-run.ts';
import { refusalOfChanged } from '#domain/finance/treasury/run-actions.ts';
import { executed, freeDocuments, type PaymentDocuments, settlePayment, withRun } from '#domain/finance/treasury/run-settlement.ts';
import { assertDefined } from '#kernel/assert.ts';
import { throwIf } from '#kernel/errors.ts';
import { type Change, createNext, remove, update } from '#kernel/record.ts';
import { BATCH_ITEMS, type BatchedOperation, rollBack, runBatches } from '#runtime/batched.ts';
import { idFrom } from '#runtime/fingerprint.ts';
import type { Records } from '#runtime/records.ts';
import { openReversal } from '../service.ts';

type Batch = { readonly runId: string };

/** Transfers in batches that fit into a transaction each: a transfer is never divided. */
function batchesOfPayments(payments: readonly RunPayment[]): RunPayment[][] {
  const batches: RunPayment[][] = [];
  let room = 0;
  for (const payment of payments) {
    // Its payment, and the period's sequence of that, beside its documents.
    const items = 2 + payment.bills.length + payment.credits.length;
    if (items > room) {
      batches.push([]);
      room = BATCH_ITEMS;
    }
    batches.at(-1)?.push(payment);
    room -= items;
  }
  return batches;
}

/** Bills and credit notes of some transfers, as they stand. */
export async function readDocuments(records: Records, payments: readonly RunPayment[]): Promise<PaymentDocuments> {
  const ids = (of: 'bills' | 'credits') => payments.flatMap((payment) => payment[of].map(({ id }) => id));
  const [bills, credits] = await Promise.all([
    records.getMany(SupplierBills, ids('bills')),
    records.getMany(SupplierCredits, ids('credits')),
  ]);
  return {
    bills: new Map(bills.flatMap((bill) => (bill ? [[bill.id, bill] as const] : []))),
    credits: new Map(credits.flatMap((note) => (note ? [[note.id, note] as const] : []))),
  };
}

/**
 * The documents of a batch become the run's. Each must be as it was proposed: of two runs at once, the second is refused and
 * rolled back.
 */
function reserve(runId: string, payments: readonly RunPayment[], { bills, credits }: PaymentDocuments): Change[] {
  const items = payments.flatMap((payment) => [...payment.bills, ...payment.credits]);
  return items.map(({ id, amount }) => {
    const bill = bills.get(id);
    const document = bill ?? assertDefined(credits.get(id), id);
    throwIf(refusalOfInRun(document, 'body') ?? refusalOfChanged(document, amount));
    return bill ? update(SupplierBills, bill, withRun(bill, runId)) : update(SupplierCredits, document, withRun(document, runId));
  });
}

/** The reserving of a run's documents, batch by batch; and, rolled back, its cancelling. */
function reservationOf(records: Records, run: StoredRun): BatchedOperation<PaymentRun, RunPayment, Batch> {
  const batches = batchesOfPayments(run.payments);
  return {
    type: PaymentRuns,
    batches,
    marker: (no) => ({ type: PaymentRunBatches, id: runBatchId(run.id, no), belongs: ({ runId }) => runId === run.id }),
    batch: async (payments, no) => [
      createNext(PaymentRunBatches, runBatchId(run.id, no), { runId: run.id }),
      ...reserve(run.id, payments, await readDocuments(records, payments)),
    ],
    finish: async (begun) => [update(PaymentRuns, begun, { ...begun, state: 'proposed' })],
    rollback: {
      repeatable: true,
      isRollingBack: ({ state }) => state === 'cancelling',
      mark: (begun) => ({ ...begun, state: 'cancelling' }),
      undo: async (no) => {
        const marker = await records.get(PaymentRunBatches, runBatchId(run.id, no));
        if (!marker) return [];
        return [remove(PaymentRunBatches, marker), ...freeDocuments(run.id, await readDocuments(records, batches[no - 1] ?? []))];
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

const paymentIdOf = (records: Records, runId: string) => (no: number) => idFrom('spa', records.tenant, 'payment-run', runId, String(no));

/** The posting of what the bank has paid, batch by batch. @param run says that it is `executing`, and on which day. */
export function executeRun(records: Records, run: StoredRun): Promise<StoredRun> {
  const batches = batchesOfPayments(transfersOf(run));
  const idOf = paymentIdOf(records, run.id);
  const date = assertDefined(run.executedOn, 'the day of the bank');
  const operation: BatchedOperation<PaymentRun, RunPayment, SupplierPayment> = {
    type: PaymentRuns,
    batches,
    marker: (no) => ({
      type: SupplierPayments,
      id: idOf(batches[no - 1]?.[0]?.no ?? 0),
      belongs: ({ paymentRunId }) => paymentRunId === run.id,
    }),
    batch: async (payments) => {
      const first = assertDefined(payments[0], 'a payment');
      const [posting, documents, suppliers] = await Promise.all([
        // The money has left: where the period was locked since then, it is posted on the first day that is open.
        openReversal(records, { date, document: idOf(first.no) }),
        readDocuments(records, payments),
        records.getMany(
          Suppliers,
          payments.map(({ supplierId }) => supplierId),
        ),
      ]);
      const settled = payments.flatMap((payment, i) => {
        const supplier = assertDefined(suppliers[i], payment.supplierId);
        return settlePayment(posting, run, { payment, paymentId: idOf(payment.no), supplier }, documents);
      });
      return [...settled, ...posting.changes()];
    },
    finish: async (begun) => [update(PaymentRuns, begun, executed(begun, idOf) as StoredRun)],
  };
  return runBatches(records, operation, run);
}
