import { followedFrom } from '#domain/finance/einvoice/einvoice-duty.ts';
import { EInvoiceFollowUps, followUpId, withFacts } from '#domain/finance/einvoice/einvoice-status.ts';
import { bookFactsOf, newFollowUp } from '#domain/finance/einvoice/follow-up-facts.ts';
import { SupplierBills, SupplierCredits } from '#domain/finance/payables/supplier-bill.ts';
import { CreditNotes, Invoices } from '#domain/finance/receivables/invoice.ts';
import { prefixOf } from '#kernel/id.ts';
import { create, update } from '#kernel/record.ts';
import { followChanges } from '#runtime/changes.ts';
import { untilCommitted } from '#runtime/conflicts.ts';
import { WORKER } from '#runtime/record-item.ts';
import { Records } from '#runtime/records.ts';
import { companyAndDay } from '../../platform/service.ts';

/** Notes what became of invoices, as the documents in the books have it by now. */
export const handler = followChanges({
  code: 'follow-e-invoices',
  subject: ({ id, after }) => (after ? id : undefined),
  handle: (tenant, id, changes) => {
    const now = new Date();
    const stamp = { by: WORKER, request: changes.at(-1)?.request ?? id, action: 'followEInvoices', at: now };
    const records = new Records(tenant, stamp);
    return untilCommitted(() => follow(records, id, now));
  },
});

async function follow(records: Records, id: string, now: Date): Promise<void> {
  const { company, today } = await companyAndDay(records, now);
  const [document, existing] = await Promise.all([documentOf(records, id), records.get(EInvoiceFollowUps, followUpId(id))]);
  if (!document) return;
  const begun = existing ?? (document.date >= followedFrom(company) ? newFollowUp(document) : undefined);
  if (!begun) return;
  const after = withFacts(begun, bookFactsOf(document), today);
  if (!existing) await records.commit([create(EInvoiceFollowUps, followUpId(id), after)]);
  else if (after !== existing) await records.commit([update(EInvoiceFollowUps, existing, after)]);
}

function documentOf(records: Records, id: string) {
  if (prefixOf(id) === SupplierBills.prefix) return records.get(SupplierBills, id);
  if (prefixOf(id) === SupplierCredits.prefix) return records.get(SupplierCredits, id);
  return prefixOf(id) === Invoices.prefix ? records.get(Invoices, id) : records.get(CreditNotes, id);
}
