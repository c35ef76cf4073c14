import { Customers } from '#domain/crm/customers/customer.ts';
import { refusalOfInRun } from '#domain/finance/open-items/document.ts';
import { refusalOfDisputed } from '#domain/finance/receivables/dispute.ts';
import { type BillingDocument, CreditNotes, Invoices } from '#domain/finance/receivables/invoice.ts';
import { Receipts } from '#domain/finance/receivables/receipt.ts';
import { type DebitDocuments, freeDebit, settleDebit, withDebitRun } from '#domain/finance/treasury/debit-settlement.ts';
import { Mandates, mandateActions, type StoredMandate, withCollection } from '#domain/finance/treasury/mandate.ts';
import type { RunPayment } from '#domain/finance/treasury/payment-run.ts';
import { refusalOfChanged } from '#domain/finance/treasury/run-actions.ts';
import { assertDefined } from '#kernel/assert.ts';
import { throwIf } from '#kernel/errors.ts';
import { type Change, check, type RecordType, type Stored, update } from '#kernel/record.ts';
import type { Records } from '#runtime/records.ts';
import { adjustExposure } from '../service.ts';
import { byId, idsOf, type RunMoney, type RunSide } from './run-side.ts';

const mandateIds = (payments: readonly RunPayment[]) => payments.flatMap(({ mandate }) => mandate?.id ?? []);

/** Invoices, credit notes and mandates of some debits, as they stand. */
async function readDocuments(records: Records, payments: readonly RunPayment[]): Promise<DebitDocuments> {
  const [charges, credits, mandates] = await Promise.all([
    records.getMany(Invoices, idsOf(payments, 'charges')),
    records.getMany(CreditNotes, idsOf(payments, 'credits')),
    records.getMany(Mandates, mandateIds(payments)),
  ]);
  return { charges: byId(charges), credits: byId(credits), mandates: byId(mandates) };
}

/** A mandate stands as it was proposed; one for a single collection becomes the run's. */
function reserveMandate(runId: string, mandate: StoredMandate): Change {
  throwIf(mandateActions.patchMandate(mandate));
  return mandate.type === 'one_off' ? update(Mandates, mandate, withCollection(mandate, runId)) : check(Mandates, mandate);
}

/** The documents of a batch become the run's: of two runs at once, the second is refused and rolled back. */
function reserve(runId: string, payments: readonly RunPayment[], { charges, credits, mandates }: DebitDocuments): Change[] {
  const mine = <D extends BillingDocument>(type: RecordType<D>, found: ReadonlyMap<string, Stored<D>>, items: RunPayment['charges']) =>
    items.map(({ id, amount }) => {
      const document = assertDefined(found.get(id), id);
      throwIf(refusalOfInRun(document, 'body') ?? refusalOfDisputed(document, 'body') ?? refusalOfChanged(document, amount));
      return update(type, document, withDebitRun(document, runId));
    });
  const documents = payments.flatMap((payment) => [
    ...mine(Invoices, charges, payment.charges),
    ...mine(CreditNotes, credits, payment.credits),
  ]);
  const held = payments.flatMap(({ mandate }) =>
    mandate ? [reserveMandate(runId, assertDefined(mandates.get(mandate.id), mandate.id))] : [],
  );
  return [...documents, ...held];
}

/** Money that comes in: what customers owe, by their mandates. */
export const DEBITS: RunSide = {
  money: Receipts as unknown as RecordType<RunMoney>,
  // The receipt's period sequence is the posting's; the mandate, and what the customer has at risk.
  extra: 3,
  reserve: async (records, runId, payments) => reserve(runId, payments, await readDocuments(records, payments)),
  free: async (records, runId, payments) => freeDebit(runId, await readDocuments(records, payments)),
  async settle(records, run, payments, { posting, idOf }) {
    const ids = payments.map(({ partyId }) => partyId);
    const [documents, customers] = await Promise.all([readDocuments(records, payments), records.getMany(Customers, ids)]);
    const settled = payments.flatMap((payment) => settleDebit(posting, run, { payment, receiptId: idOf(payment.no) }, documents));
    const relieved = await Promise.all(
      payments.map((payment, i) =>
        adjustExposure(records, assertDefined(customers[i], payment.partyId), -payment.amount, { ignoringLimit: true }),
      ),
    );
    return [...settled, ...relieved.flat()];
  },
};
