import type { DirectDebit } from '#domain/finance/einvoice/einvoice.ts';
import type { StoredCreditNote, StoredInvoice } from '#domain/finance/receivables/invoice.ts';
import { debitTermsOf } from '#domain/finance/treasury/debit-terms.ts';
import { Mandates } from '#domain/finance/treasury/mandate.ts';
import type { Company } from '#domain/platform/company/company.ts';
import { listRecords } from '#runtime/lists.ts';
import type { Records } from '#runtime/records.ts';

/** Mandates of one customer that are looked at: nobody has more that are good. */
const MOST = 50;

/** By what a bill is collected, as it was at issue. Debits are in euros; a credit note asks for nothing. */
export async function debitOfBill(
  records: Records,
  bill: StoredInvoice | StoredCreditNote,
  company: Pick<Company, 'taxId' | 'creditorSuffix'>,
): Promise<DirectDebit | undefined> {
  if (!('dueDate' in bill) || bill.foreign) return undefined;
  const { customerId: party, date, dueDate, history } = bill;
  const { items } = await listRecords(records, Mandates, { buckets: ['all'], order: 'desc', limit: MOST, party });
  const mandates = await Promise.all(items.map(async (each) => ({ ...each, history: await records.historyOf(Mandates, each) })));
  return debitTermsOf(mandates, { date, dueDate, issuedAt: history[0]?.at ?? '' }, company);
}
