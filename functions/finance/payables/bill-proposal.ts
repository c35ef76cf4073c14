import { isLatePaperOf, LATE_PAPER_DAYS } from '#domain/finance/banking/bill-paper.ts';
import {
  type BillProposal,
  type EnteredPurchase,
  type LearnedTerms,
  type PaperFacts,
  type PaperFlag,
  proposeBill,
} from '#domain/finance/bill-proposals/bill-proposal.ts';
import { PeriodSequences, sequenceId } from '#domain/finance/ledger/period-sequence.ts';
import { PAPER } from '#domain/finance/open-items/queues.ts';
import { type PurchaseDocument, type StoredBill, SupplierBills, SupplierCredits } from '#domain/finance/payables/supplier-bill.ts';
import {
  BY_IBAN,
  isOfSupplier,
  type StoredSupplier,
  Suppliers,
  SupplierTaxIds,
  supplierTaxId,
} from '#domain/finance/suppliers/supplier.ts';
import { coreName, withoutLegalForm } from '#kernel/company-name.ts';
import { addDays, daysBetween, type IsoDate, monthOf } from '#kernel/date.ts';
import { prefixOf } from '#kernel/id.ts';
import type { Stored } from '#kernel/record.ts';
import { sortText } from '#kernel/text.ts';
import { listRecords } from '#runtime/lists.ts';
import { openRecords } from '#runtime/open-work.ts';
import type { Records } from '#runtime/records.ts';
import { papersKnown } from '../paper-numbers.ts';

export interface ProposedBill {
  readonly supplier: StoredSupplier | undefined;
  readonly bill: BillProposal;
  readonly flags: readonly PaperFlag[];
}

interface ProposalRequest {
  readonly today: IsoDate;
  /** Whose it is; absent: whoever the paper names. */
  readonly supplierId?: string;
  /** What was learned of a supplier's bills; absent: as the supplier's record alone says. */
  readonly learnedOf?: (supplierId: string) => Promise<LearnedTerms>;
}

/** A bill as a paper has it, by the suppliers and bills that are known; and what has to be looked at. */
export async function proposeBillFor(
  records: Records,
  facts: PaperFacts,
  { today, supplierId, learnedOf }: ProposalRequest,
): Promise<ProposedBill> {
  const found: FoundSupplier = supplierId ? { supplier: await records.get(Suppliers, supplierId) } : await supplierOf(records, facts);
  const { supplier } = found;
  const { reference, date, isCreditNote } = facts;
  const kind = isCreditNote ? 'scn' : 'bil';
  const [[known], learned, awaitedBy, yearClosed] = await Promise.all([
    // Under its supplier's number, under the tax id alone (an employee claimed it), and under those that had the tax id before.
    reference && date
      ? papersKnown(records, kind, [{ date, reference, supplierId: supplier?.id, taxId: supplier?.taxId ?? facts.taxIds[0] }])
      : [],
    supplier && learnedOf?.(supplier.id),
    supplier && billOfPaper(records, supplier.id, facts),
    isYearClosed(records, date, today),
  ]);
  return { supplier, ...proposeBill(facts, { ...found, today, learned, awaitedBy, yearClosed, takenBy: known?.takenBy?.id }) };
}

/**
 * Whether the fiscal year of a paper's date is closed, or none of these books. It would be posted on the day it came in, as all papers
 * are; whether that is right for an expense of another year is for a person to say.
 */
async function isYearClosed(records: Records, date: IsoDate | undefined, today: IsoDate): Promise<boolean> {
  if (date === undefined || date > today || monthOf(date) === monthOf(today)) return false;
  const period = await records.get(PeriodSequences, sequenceId(monthOf(date), 0));
  return period === undefined || period.yearEnd !== undefined;
}

/** The bill that a line of a bank has made, and whose paper has come now: of several the one that is nearest. */
async function billOfPaper(records: Records, supplierId: string, facts: PaperFacts): Promise<StoredBill | undefined> {
  const { date } = facts;
  if (date === undefined) return undefined;
  const range = { from: `${supplierId}#${addDays(date, -LATE_PAPER_DAYS)}`, to: `${supplierId}#${addDays(date, LATE_PAPER_DAYS)}~` };
  const found: StoredBill[] = [];
  for await (const bill of openRecords(records, SupplierBills, PAPER, range)) if (isLatePaperOf(facts, bill)) found.push(bill);
  return found.toSorted((a, b) => Math.abs(daysBetween(a.date, date)) - Math.abs(daysBetween(b.date, date)))[0];
}

interface FoundSupplier {
  readonly supplier: StoredSupplier | undefined;
  readonly foundBy?: 'iban' | 'name';
}

/** The supplier whose tax id a paper names first; else the only one who has its account, or its name. */
async function supplierOf(records: Records, facts: PaperFacts): Promise<FoundSupplier> {
  const keys = facts.taxIds.slice(0, 10).flatMap((taxId) => supplierTaxId(taxId) ?? []);
  const holders = await records.getMany(SupplierTaxIds, keys);
  const id = holders.find((holder) => holder?.supplierId)?.supplierId;
  if (id) return { supplier: await records.get(Suppliers, id) };
  const byIban = onlyOne(await suppliersByIban(records, facts), facts);
  if (byIban) return { supplier: byIban, foundBy: 'iban' };
  const byName = onlyOne(await suppliersByName(records, facts), facts);
  return byName ? { supplier: byName, foundBy: 'name' } : { supplier: undefined };
}

/** Whoever has another tax id than those of the paper did not issue it, whatever else is alike. */
function onlyOne(suppliers: readonly StoredSupplier[], { taxIds }: PaperFacts): StoredSupplier | undefined {
  const [only, ...others] = suppliers.filter((supplier) => isOfSupplier(supplier, taxIds));
  return others.length === 0 ? only : undefined;
}

/** As many of one account or of names that begin alike are looked at. */
const LOOKED_AT = 25;

async function suppliersByIban(records: Records, { ibans }: PaperFacts): Promise<StoredSupplier[]> {
  const found: StoredSupplier[] = [];
  for (const iban of ibans.slice(0, 3))
    for await (const supplier of openRecords(records, Suppliers, BY_IBAN, { from: `${iban}#`, to: `${iban}$` })) {
      if (supplier.iban === iban) found.push(supplier);
      if (found.length >= LOOKED_AT) return found;
    }
  return found;
}

async function suppliersByName(records: Records, { name = '' }: PaperFacts): Promise<StoredSupplier[]> {
  // Lists are in the order of names: those that begin as this one stand together.
  const prefix = sortText(withoutLegalForm(name));
  if (prefix.length < 3) return [];
  const { items } = await listRecords(records, Suppliers, { buckets: ['all'], order: 'asc', limit: LOOKED_AT, from: prefix, to: prefix });
  return items.filter((supplier) => coreName(supplier.name) === coreName(name));
}

function enteredPurchase(
  purchase: Stored<PurchaseDocument & { readonly dueDate?: string; readonly instalments?: unknown }>,
): EnteredPurchase {
  const { supplierId, reference, date, dueDate, instalments, lines, history, totals, foreign } = purchase;
  return {
    ...{ supplierId, reference, date, by: history[0]?.by ?? '', gross: foreign?.gross ?? totals.gross },
    ...(dueDate && !instalments ? { dueDate } : {}),
    lines: lines.map(({ account, net, foreign: own, taxCode, dimensions, match }) => ({
      ...{ account, net: own ?? net, taxCode, dimensions, forGoods: match !== undefined },
    })),
  };
}

/** The document that a bill or credit note was entered from, and whether that was taken back. */
export async function purchaseOfDocument(
  records: Records,
  id: string,
): Promise<(EnteredPurchase & { readonly documentId: string; readonly isReversed: boolean }) | undefined> {
  const purchase = await (prefixOf(id) === SupplierBills.prefix ? records.get(SupplierBills, id) : records.get(SupplierCredits, id));
  return purchase?.documentId
    ? { ...enteredPurchase(purchase), documentId: purchase.documentId, isReversed: purchase.reversal !== undefined }
    : undefined;
}
