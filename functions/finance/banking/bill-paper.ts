import { banking } from '#api/finance/banking.ts';
import { believedFacts, IntakeDocuments, type StoredDocument } from '#domain/automation/events.ts';
import { refusalOfPaper } from '#domain/finance/banking/bill-paper.ts';
import { PeriodSequences } from '#domain/finance/ledger/period-sequence.ts';
import { BillNumbers, paperNumber } from '#domain/finance/open-items/paper-number.ts';
import { requireFree } from '#domain/finance/payables/purchase.ts';
import { SupplierBills } from '#domain/finance/payables/supplier-bill.ts';
import { billView } from '#domain/finance/payables/wire.ts';
import { type StoredSupplier, Suppliers, SupplierTaxIds, supplierTaxId } from '#domain/finance/suppliers/supplier.ts';
import { BrokenInvariant } from '#kernel/assert.ts';
import { throwIf } from '#kernel/errors.ts';
import { createNext, update } from '#kernel/record.ts';
import { on } from '#runtime/action.ts';
import { required } from '#runtime/reads.ts';
import type { Records } from '#runtime/records.ts';
import { command } from '../../platform/service.ts';
import { enterDocument } from '../entered-documents.ts';
import { papersKnown } from '../paper-numbers.ts';
import { billMonths } from './bill-months.ts';

/** Whether a document is of another supplier: somebody has chosen whose it is, or the tax id that was read is another's. */
async function isOthers(records: Records, { supplierId, fields }: StoredDocument, supplier: StoredSupplier): Promise<boolean> {
  if (supplierId !== undefined) return supplierId !== supplier.id;
  const key = supplierTaxId(fields?.supplierTaxId?.value);
  const holder = key === undefined ? undefined : await records.get(SupplierTaxIds, key);
  if (!holder?.supplierId) return false;
  return holder.supplierId !== supplier.id && !holder.former?.includes(supplier.id);
}

/**
 * The paper of a bill that a line of the bank has made: the bill has it, and the supplier's own number and date in place of the line's,
 * as the register of received invoices shows them. What was posted stays.
 */
export const attachBillPaper = command(
  banking.actions.attachBillPaper,
  on(
    SupplierBills,
    (path) => path.billId,
    ({ body }) => ({ document: required(IntakeDocuments, body.documentId, 'body.documentId') }),
  ),
  async ({ body, records, caller, document, today }, bill) => {
    // Whoever may not see the paper is told nothing of it.
    const entered = await enterDocument(records, document.id, { caller, holder: bill.id });
    const { fields } = document;
    const { reference = fields?.number?.value, date = fields?.date?.value } = body;
    const supplier = await records.getOrThrow(Suppliers, bill.supplierId);
    const told = {
      ...{ isCreditNote: fields?.isCreditNote, currency: fields?.currency?.value },
      isOthers: await isOthers(records, document, supplier),
    };
    throwIf(refusalOfPaper(bill, { reference, date, ...told, facts: believedFacts(fields) }));
    if (!(reference && date)) throw new BrokenInvariant('a paper without its number');
    // Read before the numbers are: who enters a bill with this one meanwhile counts it in one of them, and either is done again.
    const months = await billMonths(records, date, today);
    const [known] = await papersKnown(records, 'bil', [{ reference, date, supplierId: supplier.id, taxId: supplier.taxId }]);
    requireFree({ reference }, known?.takenBy?.id);
    // The bill's own id is the claim of the line's number: the supplier's has one apart.
    const number = paperNumber('bil', supplier.id, { reference, date });
    return [
      update(SupplierBills, bill, { ...bill, reference, date, documentId: document.id }),
      createNext(BillNumbers, number, { documentId: bill.id }),
      ...months.map((sequence) => update(PeriodSequences, sequence, sequence)),
      ...entered,
    ];
  },
  (bill, { today }) => billView(bill, today),
);
