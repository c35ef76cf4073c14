import { BillNumbers, paperNumber } from '#domain/finance/payables/paper-number.ts';
import { type PurchaseDocument, type PurchaseInput, SupplierBills, SupplierCredits } from '#domain/finance/payables/supplier-bill.ts';
import type { RecordType, Stored } from '#kernel/record.ts';
import { idFrom } from '#runtime/fingerprint.ts';
import { optional } from '#runtime/reads.ts';
import type { Records } from '#runtime/records.ts';

type Kind = 'bil' | 'scn';
const TYPES = { bil: SupplierBills, scn: SupplierCredits } as const;

/**
 * The id of the document with a supplier's number: it is the claim of that, so that no two are made of it at once, and there is never
 * one without the other. @param takers how many documents had the number before, and were reversed.
 */
const paperId = (tenant: string, kind: Kind, number: string, takers: number): string =>
  idFrom(kind, tenant, 'number', number, String(takers));
const gaveUp = ({ reversal }: PurchaseDocument): boolean => reversal !== undefined;

/** Whether a document's id is the claim of its number; one of before has a claim apart. */
export const isClaim = (tenant: string, kind: Kind, number: string, id: string): boolean => paperId(tenant, kind, number, 0) === id;

/** A supplier's number, and what has it. */
export interface PaperNumber {
  readonly number: string;
  /** The document that has it. */
  readonly takenBy?: { readonly id: string; readonly brought?: PurchaseDocument['brought'] };
  /** That of the document, or of the next one. */
  readonly id: string;
}

/** Which documents have numbers, and which ids those take that have none: two reads a number, one more for each document that was reversed. */
export async function readNumbers(records: Records, kind: Kind, numbers: readonly string[]): Promise<PaperNumber[]> {
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
      for (let takers = 1; paper && gaveUp(paper); takers += 1) {
        id = idOf(number, takers);
        paper = await records.get(type, id);
      }
      return { number, id, ...(paper ? { takenBy: paper } : claim ? { takenBy: { id: claim.documentId } } : {}) };
    }),
  );
}

/** The number of a paper under its supplier. */
const numberOf = (kind: Kind, body: PurchaseInput): string => paperNumber(kind, body.supplierId, body);

/** What a command makes that enters a paper: the document with its number, beside whatever else it reads. */
export const claimsNumber = <K extends Kind>(kind: K) => ({
  id: ({ tenant, body }: { readonly tenant: string; readonly body: PurchaseInput }, takers: number) =>
    paperId(tenant, kind, numberOf(kind, body), takers),
  gaveUp,
});

/** A claim of before documents had their numbers as ids. */
export const earlierClaim = (kind: Kind, body: PurchaseInput) => optional(BillNumbers, numberOf(kind, body));
