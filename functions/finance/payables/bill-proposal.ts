import { type BillProposal, type PaperFacts, type PaperFlag, proposeBill } from '#domain/finance/bill-proposals/bill-proposal.ts';
import { paperNumber } from '#domain/finance/payables/paper-number.ts';
import { SupplierBills, SupplierCredits } from '#domain/finance/payables/supplier-bill.ts';
import { type StoredSupplier, Suppliers, SupplierTaxIds, supplierTaxId } from '#domain/finance/suppliers/supplier.ts';
import type { IsoDate } from '#kernel/date.ts';
import { prefixOf } from '#kernel/id.ts';
import type { Records } from '#runtime/records.ts';
import { readNumbers } from './paper-numbers.ts';

/** A bill as a paper has it, by the suppliers and bills that are known; and what has to be looked at. */
export async function proposeBillFor(
  records: Records,
  facts: PaperFacts,
  today: IsoDate,
): Promise<{ readonly bill: BillProposal; readonly flags: readonly PaperFlag[] }> {
  const supplier = await supplierOf(records, facts);
  const { reference, date, isCreditNote } = facts;
  const kind = isCreditNote ? 'scn' : 'bil';
  const [number] =
    supplier && reference && date ? await readNumbers(records, kind, [paperNumber(kind, supplier.id, { date, reference })]) : [];
  return proposeBill(facts, { today, supplier, takenBy: number?.takenBy?.id });
}

/** The supplier whose tax id a paper names first. */
async function supplierOf(records: Records, { taxIds }: PaperFacts): Promise<StoredSupplier | undefined> {
  const keys = taxIds.slice(0, 10).flatMap((taxId) => supplierTaxId(taxId) ?? []);
  const holders = await records.getMany(SupplierTaxIds, keys);
  const id = holders.find((holder) => holder?.supplierId)?.supplierId;
  return id ? records.get(Suppliers, id) : undefined;
}

/** The document that a bill or credit note was entered from, and whether that was taken back. */
export async function purchaseOfDocument(
  records: Records,
  id: string,
): Promise<{ readonly documentId: string; readonly isReversed: boolean } | undefined> {
  const purchase = await (prefixOf(id) === SupplierBills.prefix ? records.get(SupplierBills, id) : records.get(SupplierCredits, id));
  return purchase?.documentId ? { documentId: purchase.documentId, isReversed: purchase.reversal !== undefined } : undefined;
}
