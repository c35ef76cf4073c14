import { serve } from '#runtime/http.ts';
import { allocateCreditNote } from './allocate-credit-note.ts';
import { allocateReceipt } from './allocate-receipt.ts';
import { createDraft } from './create-draft.ts';
import { creditInvoice } from './credit-invoice.ts';
import { deleteDraft } from './delete-draft.ts';
import { issueDraft } from './issue-draft.ts';
import { receivables } from './module.ts';
import { patchDraft } from './patch-draft.ts';
import { recordReceipt } from './record-receipt.ts';
import { recordRefund } from './record-refund.ts';
import { reverseReceipt } from './reverse-receipt.ts';
import { unallocateCreditNote } from './unallocate-credit-note.ts';
import { unallocateReceipt } from './unallocate-receipt.ts';

export const handler = serve(receivables, {
  createDraft,
  patchDraft,
  deleteDraft,
  issueDraft,
  creditInvoice,
  allocateCreditNote,
  unallocateCreditNote,
  recordReceipt,
  allocateReceipt,
  unallocateReceipt,
  reverseReceipt,
  recordRefund,
});
