import { type ActionRules, type Refusal, refusal } from '#kernel/errors.ts';
import { refusalOfBrought } from '../ledger/opening-record.ts';
import { openParts } from '../open-items/ageing.ts';
import { refusalOfInRun, refusalOfTakenBack } from '../open-items/document.ts';
import { allocatedBy, refusalOfNothingOpen } from '../open-items/open-item.ts';
import { isWaiting, refusalOfUnapproved } from '../open-items/payable.ts';
import { payableOf } from '../open-items/purchase-entry.ts';
import { Subledger } from '../open-items/subledger.ts';
import type { Payer } from '../receivables/payout.ts';
import { refusalOfBillPayer } from '../supplier-payments/payer-rules.ts';
import type { SupplierPayment } from '../supplier-payments/supplier-payment.ts';
import {
  creditLeft,
  type PurchaseDocument,
  type StoredBill,
  type StoredCredit,
  type SupplierBill,
  SupplierBills,
  type SupplierCredit,
} from './supplier-bill.ts';

/** What the company owes its suppliers: bills, paid by payments and credit notes, all of a supplier on one account. */
export const PAYABLES = new Subledger<SupplierBill, SupplierPayment | SupplierCredit>({
  side: 'payable',
  party: 'supplier',
  charges: SupplierBills,
  field: 'billId',
  partyOf: ({ supplierId }) => supplierId,
  partsOf: openParts,
});

/** What came with an employee's claim is taken back with that, whole. */
const refusalOfClaimed = ({ id, claim }: Pick<StoredBill, 'id' | 'claim'>, field: string): Refusal | undefined =>
  claim &&
  refusal('bill.of_claim', `${id} came with the expense claim ${claim.id}: reverse that instead.`, field, {
    document: id,
    claim: claim.id,
  });

/** What may not be taken back: it was already, came with the opening, is being paid, or would leave what stands against it without it. */
function refusalOfUndoing(document: PurchaseDocument & { readonly id: string }, field: string, own?: Refusal): Refusal | undefined {
  const { id } = document;
  const before = refusalOfTakenBack(document, field) ?? refusalOfBrought(document, field) ?? refusalOfInRun(document, field) ?? own;
  if (before || payableOf(document) === document.open) return before;
  const [source = ''] = [...allocatedBy(document)].findLast(([, amount]) => amount > 0) ?? [];
  return refusal('document.settled', `${id} is set against ${source}. Undo that first: then it can be reversed.`, 'path', {
    document: id,
    source,
  });
}

/** What was given back in full has nothing left to credit. */
const refusalOfAllCredited = (bill: StoredBill, field = 'body.corrects'): Refusal | undefined =>
  creditLeft(bill) > 0
    ? undefined
    : refusal('bill.nothing_left', `${bill.id} has been credited in full: nothing of it is left to credit.`, field, { document: bill.id });

/** A bill as whoever asks sees it. */
type BillStanding = StoredBill & { readonly asker?: Payer | undefined };

function refusalOfApproval(bill: BillStanding): Refusal | undefined {
  const gone = refusalOfTakenBack(bill, 'path.billId');
  if (gone) return gone;
  if (!isWaiting(bill)) return refusal('bill.approved', `${bill.id} waits for no approval.`, 'path.billId', { document: bill.id });
  return bill.asker && [bill.history[0]?.by, bill.broughtBy].includes(bill.asker.email)
    ? refusal('bill.own_approval', 'You entered this bill, or brought its document: somebody else must approve it.', 'path.billId')
    : undefined;
}

/** What a bill bought goes on being depreciated: the asset is taken back first. */
const refusalOfAssets = ({ id, assetIds: [asset] = [] }: Pick<StoredBill, 'id' | 'assetIds'>): Refusal | undefined =>
  asset === undefined
    ? undefined
    : refusal(
        'bill.asset',
        `${id} bought the asset ${asset}: reverse what is posted of that, take it back (POST /assets/{assetId}/withdrawal), then reverse the bill.`,
        'path.billId',
        { document: id, asset },
      );

/** What a bill must be for it to be taken back: free, and unpaid. */
export const refusalOfReversal = (bill: StoredBill): Refusal | undefined => refusalOfUndoing(bill, 'path.billId', refusalOfAssets(bill));

/** Why each document takes an action now or not: commands throw these, and its page shows them. */
export const billActions = {
  approveSupplierBill: refusalOfApproval,
  recordSupplierPayment: (bill) =>
    refusalOfTakenBack(bill) ??
    refusalOfNothingOpen(bill, 'body.allocations') ??
    refusalOfInRun(bill, 'body.allocations') ??
    refusalOfUnapproved(bill, 'body.allocations') ??
    (bill.asker && refusalOfBillPayer([bill], bill.asker, 'body.allocations')),
  recordSupplierCreditNote: (bill) =>
    refusalOfTakenBack(bill, 'body.corrects') ?? refusalOfClaimed(bill, 'body.corrects') ?? refusalOfAllCredited(bill),
  reverseSupplierBill: (bill) => refusalOfClaimed(bill, 'path.billId') ?? refusalOfReversal(bill),
} as const satisfies ActionRules<BillStanding>;

export const supplierCreditActions = {
  allocateSupplierCreditNote: (note) =>
    refusalOfTakenBack(note) ?? refusalOfNothingOpen(note, 'body.allocations') ?? refusalOfInRun(note, 'path.supplierCreditNoteId'),
  deallocateSupplierCreditNote: (note) => refusalOfTakenBack(note) ?? PAYABLES.refusalOfUnused(note),
  reverseSupplierCreditNote: (note) => refusalOfUndoing(note, 'path.supplierCreditNoteId'),
} as const satisfies ActionRules<StoredCredit>;
