import * as z from 'zod/mini';
import { documentFlags, factsOf } from '#domain/automation/intake/document-facts.ts';
import { bringerOf, IntakeDocuments, isElectronic } from '#domain/automation/intake/intake-document.ts';
import { decimal } from '#kernel/decimal.ts';
import { DomainError } from '#kernel/errors.ts';
import { BASE_CURRENCY, toMinor } from '#kernel/money.ts';
import { task } from '#runtime/task.ts';
import { draftBill, proposeBillFor } from '../../finance/service.ts';
import { companyAndDay } from '../../platform/service.ts';
import { originOf } from './document-parts.ts';
import { documentStep } from './document-store.ts';
import { learnedFor } from './learned-rules.ts';

const Input = z.strictObject({ tenant: z.string(), documentId: z.string(), execution: z.string() });

/**
 * Enters an electronic invoice in which nothing has to be looked at as a bill to approve, where the company lets it and up to its
 * limit. The bill and its document change together: a crash leaves both or neither.
 */
export const handler = task('draftBill', Input, async ({ input, records, now }) => {
  const document = await records.getOrThrow(IntakeDocuments, input.documentId);
  const { fields, state } = document;
  if (state !== 'ready' || !fields || !isElectronic(document) || fields.isCreditNote) return { drafted: false };
  const world = await companyAndDay(records, now);
  const facts = factsOf(fields);
  const { bill, flags } = await proposeBillFor(records, facts, { today: world.today, learnedOf: learnedFor(records, facts) });
  // What has come to be known since it was read is looked at, as if it had been known then.
  if (flags.length > 0) {
    await documentStep(records, document, { state: 'review', flags: [...(document.seen ?? []), ...documentFlags(fields, flags)] });
    return { drafted: false };
  }
  const { automaticBillLimit: limit = 0 } = world.company.policies;
  const { total } = bill;
  const isWithin = total?.currency === BASE_CURRENCY && toMinor(decimal(total.amount)) <= limit;
  if (!isWithin) return { drafted: false };
  const origin = await originOf(records, document);
  try {
    const { billId, changes } = await draftBill(records, world, { ...bill, documentId: document.id }, bringerOf(origin));
    await records.commit(changes);
    return { drafted: true, billId };
  } catch (error) {
    // The books do not take it (a closed period, cents that differ): a person enters it, and is told why.
    if (!(error instanceof DomainError)) throw error;
    const { code, message, params = {} } = error;
    const seen = [...(document.seen ?? []), { code: 'not_drafted', params: { ...params, reason: code, message } }];
    await documentStep(records, document, { state: 'review', seen, flags: seen });
    return { drafted: false };
  }
});
