import type { BillProposal } from '#domain/finance/bill-proposals/bill-proposal.ts';
import { paperNumber } from '#domain/finance/open-items/paper-number.ts';
import { BillInput, type SupplierBill } from '#domain/finance/payables/supplier-bill.ts';
import { Suppliers } from '#domain/finance/suppliers/supplier.ts';
import { assertDefined } from '#kernel/assert.ts';
import type { Change } from '#kernel/record.ts';
import { parseInput } from '#runtime/parse.ts';
import type { Records } from '#runtime/records.ts';
import type { CompanyWorld } from '../../platform/service.ts';
import { readNumbers } from '../paper-numbers.ts';
import { enterBill, requireNew } from './bills.ts';

/**
 * The changes that enter a proposal as a bill that nobody has looked at: it waits for a person, and is not paid before.
 * @param drafted who brought it, who is not the one to approve it.
 * @throws DomainError as `recordSupplierBill`, where the proposal is no whole bill or the books do not take it.
 */
export async function draftBill(
  records: Records,
  { company, today }: CompanyWorld,
  proposal: BillProposal & { readonly documentId: string },
  drafted: Pick<SupplierBill, 'broughtBy'>,
): Promise<{ readonly billId: string; readonly changes: readonly Change[] }> {
  const body = parseInput(BillInput, proposal, 'body');
  const [supplier, [number]] = await Promise.all([
    records.getOrThrow(Suppliers, body.supplierId),
    readNumbers(records, 'bil', [paperNumber('bil', body.supplierId, body)]),
  ]);
  await requireNew('bil', { records, body, supplier, claim: undefined }, number?.takenBy);
  // Its id is the claim of the number: a second attempt meets it there.
  const billId = assertDefined(number, 'the number of a paper').id;
  return { billId, changes: await enterBill({ records, today, company }, billId, { body, supplier, drafted }) };
}
