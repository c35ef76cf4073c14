import { followedFrom } from '#domain/finance/einvoice/einvoice-duty.ts';
import {
  type EInvoiceFollowUp,
  EInvoiceFollowUps,
  followUpId,
  isUnsent,
  withFacts,
  withSending,
} from '#domain/finance/einvoice/einvoice-status.ts';
import { bookFactsOf, newFollowUp } from '#domain/finance/einvoice/follow-up-facts.ts';
import { type StoredBill, type StoredCredit, SupplierBills, SupplierCredits } from '#domain/finance/payables/supplier-bill.ts';
import { CreditNotes, Invoices } from '#domain/finance/receivables/invoice.ts';
import { prefixOf } from '#kernel/id.ts';
import { create, update } from '#kernel/record.ts';
import type { Records } from '#runtime/records.ts';
import { companyAndDay } from '../../platform/service.ts';
import { type EInvoiceSender, type EInvoiceToSend, OFF } from './sender.ts';

/** @param sender what takes issued ones out of the house, where something does. */
export async function followDocument(records: Records, id: string, now: Date, sender: EInvoiceSender = OFF): Promise<void> {
  const { company, today } = await companyAndDay(records, now);
  const [document, existing] = await Promise.all([documentOf(records, id), records.get(EInvoiceFollowUps, followUpId(id))]);
  if (!document) return;
  const begun = existing ?? (document.date >= followedFrom(company) ? newFollowUp(document) : undefined);
  if (!begun) return;
  const after = await sentBy(sender, withFacts(begun, bookFactsOf(document), today), { document, company, records });
  if (!existing) await records.commit([create(EInvoiceFollowUps, followUpId(id), after)]);
  else if (after !== existing) await records.commit([update(EInvoiceFollowUps, existing, after)]);
}

/** What nobody has sent is handed to the boundary. */
async function sentBy(
  sender: EInvoiceSender,
  followUp: EInvoiceFollowUp,
  {
    document,
    company,
    records,
  }: Omit<EInvoiceToSend, 'document'> & { readonly document: EInvoiceToSend['document'] | StoredBill | StoredCredit },
): Promise<EInvoiceFollowUp> {
  if ('supplierId' in document || !isUnsent(followUp)) return followUp;
  const sending = await sender.send({ document, company, records });
  return sending.by === 'person' ? followUp : withSending(followUp, sending.on);
}

function documentOf(records: Records, id: string) {
  if (prefixOf(id) === SupplierBills.prefix) return records.get(SupplierBills, id);
  if (prefixOf(id) === SupplierCredits.prefix) return records.get(SupplierCredits, id);
  return prefixOf(id) === Invoices.prefix ? records.get(Invoices, id) : records.get(CreditNotes, id);
}
