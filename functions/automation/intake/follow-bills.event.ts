import { IntakeDocuments, isToEnter } from '#domain/automation/intake/intake-document.ts';
import { prefixOf } from '#kernel/id.ts';
import { update } from '#kernel/record.ts';
import { followChanges } from '#runtime/changes.ts';
import { untilCommitted } from '#runtime/conflicts.ts';
import { WORKER } from '#runtime/record-item.ts';
import { Records } from '#runtime/records.ts';
import { claimedDocuments, purchaseOfDocument } from '../../finance/service.ts';
import { companyAndDay } from '../../platform/service.ts';
import { documentStep } from './document-store.ts';
import { lessonsOf } from './learned-rules.ts';

/** Tells a document that the bill made of it was entered, or taken back. */
export const handler = followChanges({
  code: 'follow-bills',
  // A change that tells the bill's fields tells whether it was entered from a document.
  subject: ({ id, after }) =>
    prefixOf(id) === 'exc' || (['bil', 'scn'].includes(prefixOf(id)) && (!after || after.documentId)) ? id : undefined,
  handle: async (tenant, billId, changes) => {
    const stamp = { by: WORKER, request: changes.at(-1)?.request ?? billId, action: 'followBills', at: new Date() };
    const records = new Records(tenant, stamp);
    if (prefixOf(billId) === 'exc') return tellClaim(records, billId);
    const bill = await purchaseOfDocument(records, billId);
    if (!bill?.documentId) return;
    const { documentId, isReversed } = bill;
    await untilCommitted(async () => {
      const document = await records.get(IntakeDocuments, documentId);
      if (!document) return;
      // Its reading ends first, and takes no bill with it: the change comes again. What waits for its file may do so for ever.
      if (!isReversed && document.state === 'reading') throw new Error(`${documentId} is being read`);
      if (!isReversed && isToEnter(document)) {
        const { today } = await companyAndDay(records, stamp.at);
        // What was corrected is learned with it, or not at all.
        const lessons = await lessonsOf(records, document, bill, today);
        await records.commit([update(IntakeDocuments, document, { ...document, state: 'entered' as const, billId }), ...lessons]);
      }
      if (isReversed && document.state === 'entered' && document.billId === billId)
        await documentStep(records, document, { state: 'review' });
    });
  },
});

/** Tells the documents of an expense claim that it was submitted; or that it stands no more, and they wait again. */
async function tellClaim(records: Records, claimId: string): Promise<void> {
  const claim = await claimedDocuments(records, claimId);
  for (const documentId of claim?.ids ?? [])
    await untilCommitted(async () => {
      const document = await records.get(IntakeDocuments, documentId);
      if (!document) return;
      if (claim?.stands && document.state === 'reading') throw new Error(`${documentId} is being read`);
      if (claim?.stands && isToEnter(document)) await documentStep(records, document, { state: 'entered', claimId });
      if (!claim?.stands && document.state === 'entered' && document.claimId === claimId)
        await documentStep(records, document, { state: 'review' });
    });
}
