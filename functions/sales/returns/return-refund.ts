import { Customers } from '#domain/crm/customers/customer.ts';
import { CreditNotes } from '#domain/finance/receivables/invoice.ts';
import type { Policies } from '#domain/platform/company/policies.ts';
import { split } from '#domain/sales/returns/refund.ts';
import { creditNotesOf, type Return, Returns, type StoredReturn } from '#domain/sales/returns/return.ts';
import { refusalOfOpenCredit } from '#domain/sales/returns/return-actions.ts';
import type { IsoDate } from '#kernel/date.ts';
import { refused, throwIf } from '#kernel/errors.ts';
import { type Minor, minorText } from '#kernel/money.ts';
import { update } from '#kernel/record.ts';
import type { Caller } from '#runtime/caller.ts';
import type { Records } from '#runtime/records.ts';
import { together } from '#runtime/together.ts';
import { approvePayout, openPosting, refund } from '../../finance/service.ts';

export interface ReturnRefundRequest {
  /** The refund's id for a credit note. */
  idFor(noteId: string): string;
  readonly date: IsoDate;
  /** The business date of who pays. */
  readonly today?: IsoDate;
  readonly amount: Minor | undefined;
  readonly method: 'bank' | 'cash';
  readonly policies: Policies;
  /** Who pays, where it is a person. */
  readonly caller?: Caller;
}

/**
 * Pays back what the return's credit notes have open: no more than was received, credited and not yet used. The return
 * closes when nothing is left.
 * @throws DomainError `return.nothing_to_refund`, `return.refund_too_much`, `refund.same_person`, `refund.over_limit` (422).
 */
export async function refundReturnCredit(records: Records, ret: StoredReturn, ask: ReturnRefundRequest): Promise<StoredReturn> {
  const notes = (await records.getMany(CreditNotes, creditNotesOf(ret))).filter((note) => note !== undefined);
  const open = notes.reduce((sum, note) => sum + note.open, 0);
  const amount = ask.amount ?? open;
  throwIf(refusalOfOpenCredit(open));
  if (amount > open)
    throw refused(
      'return.refund_too_much',
      `Only ${minorText(open)} EUR of this return can be paid back; ${minorText(amount)} is too much. Reduce the amount.`,
      'body.amount',
      { open: minorText(open), requested: minorText(amount) },
    );
  const { date, today, method, policies, caller } = ask;
  const [customer, posting, approval] = await together([
    records.getOrThrow(Customers, ret.customerId),
    openPosting(records, { date, today, document: ret.id, caller }),
    approvePayout(records, { sources: notes, amount, policies }, caller, 'path.returnId'),
  ]);
  const parts = split(notes, amount).map(([source, part]) => ({ id: ask.idFor(source.id), source, amount: part }));
  const after: Return = {
    ...ret,
    state: amount === open && ret.state === 'received' ? 'closed' : ret.state,
    refundIds: [...ret.refundIds, ...parts.map(({ id }) => id)],
  };
  const paid = await refund(records, posting, customer, parts, method, approval);
  return records.save([update(Returns, ret, after as StoredReturn), ...paid, ...posting.changes()]);
}
