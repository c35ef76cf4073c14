import { IntakeDocuments } from '#domain/automation/intake/intake-document.ts';
import { followChanges } from '#runtime/changes.ts';
import { untilCommitted } from '#runtime/conflicts.ts';
import { WORKER } from '#runtime/record-item.ts';
import { Records } from '#runtime/records.ts';
import { purchaseOfDocument } from '../../finance/service.ts';
import { companyAndDay } from '../../platform/service.ts';
import { lessonsOf } from './learned-rules.ts';

/** Learns of each bill or credit note that was entered from a document what was corrected in it. */
export const handler = followChanges({
  code: 'follow-bills',
  subject: ({ id, rev, after }) => (rev === 1 && (!after || after.documentId) ? id : undefined),
  handle: async (tenant, billId, changes) => {
    const at = new Date();
    const records = new Records(tenant, { by: WORKER, request: changes.at(-1)?.request ?? billId, action: 'followBills', at });
    const bill = await purchaseOfDocument(records, billId);
    if (!bill || bill.isReversed) return;
    await untilCommitted(async () => {
      const document = await records.get(IntakeDocuments, bill.documentId);
      if (document?.state !== 'entered' || document.billId !== billId) return;
      const { today } = await companyAndDay(records, at);
      // What one document has taught is not taught by it again: a change may come twice.
      const lessons = await lessonsOf(records, document, bill, today);
      if (lessons.length > 0) await records.commit(lessons);
    });
  },
});
