import { receivables } from '#api/finance/receivables.ts';
import { serveModule } from '../../platform/service.ts';
import { allocateCreditNote, allocateReceipt, deallocateCreditNote, deallocateReceipt } from './allocations.ts';
import { createDraft } from './create-draft.ts';
import { creditInvoice } from './credit-invoice.ts';
import { deleteDraft } from './delete-draft.ts';
import { disputeInvoice, resolveDispute } from './disputes.ts';
import { issueDraft } from './issue-draft.ts';
import { patchDraft } from './patch-draft.ts';
import { recordReceipt } from './record-receipt.ts';
import { recordRefund } from './record-refund.ts';
import { reverseReceipt } from './reverse-receipt.ts';

export const handler = serveModule(receivables, {
  createDraft,
  patchDraft,
  deleteDraft,
  issueDraft,
  creditInvoice,
  disputeInvoice,
  resolveDispute,
  allocateCreditNote,
  deallocateCreditNote,
  recordReceipt,
  allocateReceipt,
  deallocateReceipt,
  reverseReceipt,
  recordRefund,
});
