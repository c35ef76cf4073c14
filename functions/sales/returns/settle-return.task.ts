import * as z from 'zod/mini';
import { CreditNotes } from '#domain/finance/receivables/invoice.ts';
import { COMPANY_ID, Companies } from '#domain/platform/company/company.ts';
import { creditNotesOf, Returns } from '#domain/sales/returns/return.ts';
import { dateIn } from '#kernel/date.ts';
import { update } from '#kernel/record.ts';
import { idFrom } from '#runtime/fingerprint.ts';
import { task } from '#runtime/task.ts';
import { refund } from './refunding.ts';

const Input = z.strictObject({ tenant: z.string(), returnId: z.string(), execution: z.string() });

/**
 * Pays a received return back where the company refunds automatically; otherwise its credit stays for a person to decide
 * on. A return whose credit is used up is closed. A second call finds nothing open.
 */
export const handler = task('settleReturn', Input, async ({ input, records, now }) => {
  const ret = await records.need(Returns, input.returnId);
  const company = await records.need(Companies, COMPANY_ID);
  const notes = await records.getMany(CreditNotes, creditNotesOf(ret));
  const open = notes.reduce((sum, note) => sum + (note?.open ?? 0), 0);
  if (open === 0) {
    if (ret.state === 'received') await records.commit([update(Returns, ret, { ...ret, state: 'closed' })]);
    return { refunded: 0 };
  }
  if (company.policies.refunds !== 'automatic' || ret.keepsCredit) return { refunded: 0 };
  const request = idFrom('rrq', input.tenant, 'settleReturn', ret.id);
  const idFor = (note: string) => idFrom('rfd', input.tenant, 'settleReturn', note);
  await refund(records, ret, { request, idFor, date: dateIn(company.timeZone, now), amount: open, method: 'bank', adjusts: false });
  return { refunded: open };
});
