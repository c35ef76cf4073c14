import { documentsOfClaim, ExpenseClaims } from '#domain/finance/expenses/expense-claim.ts';
import type { Records } from '#runtime/records.ts';

/** The documents of an expense claim, and whether it stands. Undefined of one that is not there. */
export async function claimedDocuments(records: Records, claimId: string): Promise<ReturnType<typeof documentsOfClaim> | undefined> {
  const claim = await records.get(ExpenseClaims, claimId);
  return claim && documentsOfClaim(claim);
}
