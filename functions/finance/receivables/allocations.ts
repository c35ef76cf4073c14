import { receivables } from '#api/finance/receivables.ts';
import { CreditNotes } from '#domain/finance/receivables/invoice.ts';
import { Receipts } from '#domain/finance/receivables/receipt.ts';
import { creditNoteActions, receiptActions } from '#domain/finance/receivables/receivables-actions.ts';
import { RECEIVABLES } from '#domain/finance/receivables/subledger.ts';
import { creditNoteView, receiptView } from '#domain/finance/receivables/wire.ts';
import { allocationsOf } from '../allocations.ts';
import { settledChanges } from './settled.ts';

const { actions } = receivables;

/** What receipts and credit notes are used on. */
export const INVOICES = allocationsOf(RECEIVABLES, settledChanges);

const RECEIPT = {
  type: Receipts,
  id: 'receiptId',
  rules: { allocate: receiptActions.allocateReceipt, deallocate: receiptActions.deallocateReceipt },
  view: receiptView,
};
export const allocateReceipt = INVOICES.allocate(actions.allocateReceipt, RECEIPT);
export const deallocateReceipt = INVOICES.deallocate(actions.deallocateReceipt, RECEIPT);

const CREDIT_NOTE = {
  type: CreditNotes,
  id: 'creditNoteId',
  rules: { allocate: creditNoteActions.allocateCreditNote, deallocate: creditNoteActions.deallocateCreditNote },
  view: creditNoteView,
};
export const allocateCreditNote = INVOICES.allocate(actions.allocateCreditNote, CREDIT_NOTE);
export const deallocateCreditNote = INVOICES.deallocate(actions.deallocateCreditNote, CREDIT_NOTE);
