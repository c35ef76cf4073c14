import { BillNumbers, isOfIssuer, numbersOf, type PaperIssuer, type PaperKind } from '#domain/finance/open-items/paper-number.ts';
import { type PurchaseDocument, SupplierBills, SupplierCredits } from '#domain/finance/payables/supplier-bill.ts';
import { SupplierTaxIds, supplierTaxId } from '#domain/finance/suppliers/supplier.ts';
import type { IsoDate } from '#kernel/date.ts';
import type { RecordType, Stored } from '#kernel/record.ts';
import { idFrom } from '#runtime/fingerprint.ts';
import type { Records } from '#runtime/records.ts';

const TYPES = { bil: SupplierBills, scn: SupplierCredits } as const;

/**
 * The id of the document with a supplier's number: it is the claim of that, so that no two are made of it at once, and there is never
 * one without the other. @param takers how many documents had the number before, and were reversed.
 */
export const paperId = (tenant: string, kind: PaperKind, number: string, takers = 0): string =>
  idFrom(kind, tenant, 'number', number, String(takers));

/** Whether a document's id is the claim of its number; one of before has a claim apart. */
export const isClaim = (tenant: string, kind: PaperKind, number: string, id: string): boolean => paperId(tenant, kind, number) === id;

/** A supplier's number, and what has it. */
export interface PaperNumber {
  readonly number: string;
  /** The document that has it. */
  readonly takenBy?: { readonly id: string } & Partial<Pick<PurchaseDocument, 'brought' | 'supplierId' | 'supplierTaxId'>>;
  /** That of the document, or of the next one. */
  readonly id: string;
}

/** Which documents have numbers, and which ids those take that have none: two reads a number, one more for each document that was reversed. */
export async function readNumbers(records: Records, kind: PaperKind, numbers: readonly string[]): Promise<PaperNumber[]> {
  const type = TYPES[kind] as RecordType<PurchaseDocument>;
  const idOf = (number: string, takers = 0) => paperId(records.tenant, kind, number, takers);
  const [before, papers] = await Promise.all([
    records.getMany(BillNumbers, numbers),
    records.getMany(
      type,
      numbers.map((number) => idOf(number)),
    ),
  ]);
  return Promise.all(
    numbers.map(async (number, i) => {
      const claim = before[i];
      let [id, paper]: [string, Stored<PurchaseDocument> | undefined] = [idOf(number), papers[i]];
      for (let takers = 1; paper?.reversal; takers += 1) {
        id = idOf(number, takers);
        paper = await records.get(type, id);
      }
      return { number, id, ...(paper ? { takenBy: paper } : claim ? { takenBy: { id: claim.documentId } } : {}) };
    }),
  );
}

interface Paper extends Omit<PaperIssuer, 'holder'> {
  readonly reference: string;
  readonly date: IsoDate;
}

/** Papers with who has their tax ids, and the numbers under which they may have been entered already: those of {@link numbersOf}. */
async function issuersOf(records: Records, kind: PaperKind, papers: readonly (Paper | undefined)[]) {
  const keys = papers.map((paper) => supplierTaxId(paper?.taxId));
  const holders = await records.getMany(SupplierTaxIds, [...new Set(keys.flatMap((key) => key ?? []))]);
  return papers.map((paper, i) => {
    const issuer = { ...paper, holder: holders.find((each) => each !== undefined && each.id === keys[i]) };
    return { issuer, numbers: paper ? numbersOf(kind, paper, issuer) : [] };
  });
}

export const numbersKnown = async (...of: Parameters<typeof issuersOf>) => (await issuersOf(...of)).map(({ numbers }) => numbers);

/** By which documents papers were entered already, and which ids their own numbers give. @param from how many of their numbers were looked at before. */
export async function papersKnown(records: Records, kind: PaperKind, papers: readonly (Paper | undefined)[], from = 0) {
  const issuers = await issuersOf(records, kind, papers);
  const known = await readNumbers(
    records,
    kind,
    issuers.flatMap(({ numbers }) => numbers.slice(from)),
  );
  return issuers.map(({ issuer, numbers }) => {
    const found = known.filter(({ takenBy, number }) => takenBy && numbers.includes(number) && isOfIssuer(takenBy, issuer));
    return { id: known.find(({ number }) => number === numbers[0])?.id, takenBy: found[0]?.takenBy };
  });
}
