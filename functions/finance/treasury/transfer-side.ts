import { refusalOfInRun } from '#domain/finance/open-items/document.ts';
import { SupplierBills, SupplierCredits } from '#domain/finance/payables/supplier-bill.ts';
import { SupplierPayments } from '#domain/finance/supplier-payments/supplier-payment.ts';
import { Suppliers } from '#domain/finance/suppliers/supplier.ts';
import type { RunPayment } from '#domain/finance/treasury/payment-run.ts';
import { refusalOfChanged } from '#domain/finance/treasury/run-actions.ts';
import { freeDocuments, type PaymentDocuments, settlePayment, withRun } from '#domain/finance/treasury/run-settlement.ts';
import { assertDefined } from '#kernel/assert.ts';
import { throwIf } from '#kernel/errors.ts';
import { type Change, type RecordType, update } from '#kernel/record.ts';
import type { Records } from '#runtime/records.ts';
import { byId, idsOf, type RunMoney, type RunSide } from './run-side.ts';

/** Bills and credit notes of some transfers, as they stand. */
async function readDocuments(records: Records, payments: readonly RunPayment[]): Promise<PaymentDocuments> {
  const [bills, credits] = await Promise.all([
    records.getMany(SupplierBills, idsOf(payments, 'charges')),
    records.getMany(SupplierCredits, idsOf(payments, 'credits')),
  ]);
  return { bills: byId(bills), credits: byId(credits) };
}

/**
 * The documents of a batch become the run's. Each must be as it was proposed: of two runs at once, the second is refused and
 * rolled back.
 */
function reserve(runId: string, payments: readonly RunPayment[], { bills, credits }: PaymentDocuments): Change[] {
  const items = payments.flatMap((payment) => [...payment.charges, ...payment.credits]);
  return items.map(({ id, amount }) => {
    const bill = bills.get(id);
    const document = bill ?? assertDefined(credits.get(id), id);
    throwIf(refusalOfInRun(document, 'body') ?? refusalOfChanged(document, amount));
    return bill ? update(SupplierBills, bill, withRun(bill, runId)) : update(SupplierCredits, document, withRun(document, runId));
  });
}

/** Money that leaves: what suppliers are owed. */
export const TRANSFERS: RunSide = {
  money: SupplierPayments as unknown as RecordType<RunMoney>,
  extra: 1,
  reserve: async (records, runId, payments) => reserve(runId, payments, await readDocuments(records, payments)),
  free: async (records, runId, payments) => freeDocuments(runId, await readDocuments(records, payments)),
  async settle(records, run, payments, { posting, idOf }) {
    const ids = payments.map(({ partyId }) => partyId);
    const [documents, suppliers] = await Promise.all([readDocuments(records, payments), records.getMany(Suppliers, ids)]);
    return payments.flatMap((payment, i) => {
      const supplier = assertDefined(suppliers[i], payment.partyId);
      return settlePayment(posting, run, { payment, paymentId: idOf(payment.no), supplier }, documents);
    });
  },
};
