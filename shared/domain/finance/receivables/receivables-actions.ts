import { type ActionRules, type Refusal, refusal } from '#kernel/errors.ts';
import type { Stored } from '#kernel/record.ts';
import { refusalOfBrought } from '../ledger/opening-record.ts';
import { refusalOfInRun } from '../open-items/document.ts';
import { refusalOfNothingOpen } from '../open-items/open-item.ts';
import { refusalOfCredited } from './credit.ts';
import { refusalOfDisputed, refusalOfPaid, refusalOfUndisputed } from './dispute.ts';
import { refusalOfIssued, type StoredDraft } from './draft.ts';
import type { StoredCreditNote, StoredInvoice } from './invoice.ts';
import type { Receipt } from './receipt.ts';
import { RECEIVABLES } from './subledger.ts';

/** Why each document takes an action now or not: commands throw these, and its page shows them. */
export const draftActions = {
  patchDraft: refusalOfIssued,
  deleteDraft: refusalOfIssued,
  issueDraft: refusalOfIssued,
} as const satisfies ActionRules<StoredDraft>;

export const invoiceActions = {
  recordReceipt: (invoice) => refusalOfNothingOpen(invoice, 'body.allocations'),
  creditInvoice: (invoice) => refusalOfBrought(invoice, 'path.invoiceId') ?? refusalOfCredited(invoice),
  disputeInvoice: (invoice) =>
    refusalOfDisputed(invoice, 'path.invoiceId') ?? refusalOfPaid(invoice) ?? refusalOfInRun(invoice, 'path.invoiceId'),
  resolveDispute: refusalOfUndisputed,
} as const satisfies ActionRules<StoredInvoice>;

/** A credit as whoever asks sees it. */
export interface CreditStanding {
  /** Why they may not pay it back: the rule of two people. */
  readonly payer?: Refusal | undefined;
}

export function refusalOfRefund({ id, open, payer }: Pick<StoredCreditNote, 'id' | 'open'> & CreditStanding): Refusal | undefined {
  return refusalOfNothingOpen({ id, open }, 'body.amount') ?? payer;
}

export const creditNoteActions = {
  allocateCreditNote: (note) => refusalOfNothingOpen(note, 'body.allocations'),
  deallocateCreditNote: (note) => RECEIVABLES.refusalOfUnused(note),
  recordRefund: refusalOfRefund,
} as const satisfies ActionRules<StoredCreditNote & CreditStanding>;

export const receiptActions = {
  allocateReceipt: (receipt) => refusalOfNothingOpen(receipt, 'body.allocations'),
  deallocateReceipt: (receipt) => RECEIVABLES.refusalOfUnused(receipt),
  recordRefund: refusalOfRefund,
  reverseReceipt: (receipt) => refusalOfReversed(receipt) ?? RECEIVABLES.refusalOfPaidBack(receipt, 'receipt'),
} as const satisfies ActionRules<Stored<Receipt> & CreditStanding>;

const refusalOfReversed = ({ reversal }: Receipt): Refusal | undefined =>
  reversal && refusal('receipt.reversed', 'This receipt has already been reversed.', 'path.receiptId');
