import { followChanges } from '#runtime/changes.ts';
import { untilCommitted } from '#runtime/conflicts.ts';
import { WORKER } from '#runtime/record-item.ts';
import { Records } from '#runtime/records.ts';
import { followDocument } from './follow-document.ts';

/** Notes what became of invoices, as the documents in the books have it by now. */
export const handler = followChanges({
  code: 'follow-e-invoices',
  subject: ({ id, after }) => (after ? id : undefined),
  handle: (tenant, id, changes) => {
    const now = new Date();
    const stamp = { by: WORKER, request: changes.at(-1)?.request ?? id, action: 'followEInvoices', at: now };
    const records = new Records(tenant, stamp);
    return untilCommitted(() => followDocument(records, id, now));
  },
});
