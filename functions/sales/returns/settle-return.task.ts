import * as z from 'zod/mini';
import { Returns } from '#domain/sales/returns/return.ts';
import { latest } from '#kernel/date.ts';
import { update } from '#kernel/record.ts';
import { idFrom } from '#runtime/fingerprint.ts';
import { task } from '#runtime/task.ts';
import { companyAndDay } from '../../platform/service.ts';
import { creditNotesOfReturn, refundsItself } from './execution.ts';
import { refundReturnCredit } from './return-refund.ts';

const Input = z.strictObject({ tenant: z.string(), returnId: z.string(), execution: z.string() });

/**
 * Pays a received return back where the company refunds automatically and two people have had a hand in it; otherwise its
 * credit stays for a person to decide on. A return whose credit is used up is closed. A second call finds nothing open.
 */
export const handler = task('settleReturn', Input, async ({ input, records, now }) => {
  const ret = await records.getOrThrow(Returns, input.returnId);
  const { company, today } = await companyAndDay(records, now);
  const notes = await creditNotesOfReturn(records, ret);
  const open = notes.reduce((sum, note) => sum + note.open, 0);
  if (open === 0) {
    if (ret.state === 'received') await records.commit([update(Returns, ret, { ...ret, state: 'closed' })]);
    return { refunded: 0 };
  }
  if (!(await refundsItself(records, ret, notes, company.policies))) return { refunded: 0 };
  const date = latest(today, ...notes.map((note) => note.date));
  const idFor = (note: string) => idFrom('rfd', input.tenant, 'settleReturn', note);
  await refundReturnCredit(records, ret, { idFor, date, amount: open, method: 'bank', policies: company.policies });
  return { refunded: open };
});
