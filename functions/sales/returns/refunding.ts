import { Credits, Customers, creditId, expose, withoutLimit } from '#domain/crm/customers/customer.ts';
import { Gates, gateIdFor } from '#domain/finance/ledger/gate.ts';
import { CreditNotes } from '#domain/finance/receivables/invoice.ts';
import { payBack } from '#domain/finance/receivables/refunding.ts';
import { shareOut } from '#domain/sales/returns/refund.ts';
import { creditNotesOf, type Return, Returns, type StoredReturn } from '#domain/sales/returns/return.ts';
import type { IsoDate } from '#kernel/date.ts';
import { refused } from '#kernel/errors.ts';
import { type Minor, minorText } from '#kernel/money.ts';
import { update } from '#kernel/record.ts';
import type { Records } from '#runtime/records.ts';

export interface RefundAsk {
  /** Of what asks, so that a repeat finds its refunds on the return. */
  readonly request: string;
  /** The refund's id for a credit note. */
  idFor(noteId: string): string;
  readonly date: IsoDate;
  readonly amount: Minor | undefined;
  readonly method: 'bank' | 'cash';
  readonly adjusts: boolean;
}

/**
 * Pays back what the return's credit notes have open: no more than was received, credited and not yet used. The return
 * closes when nothing is left. @throws DomainError `return.nothing_to_refund`, `return.refund_too_much` (422).
 */
export async function refund(records: Records, ret: StoredReturn, ask: RefundAsk): Promise<StoredReturn> {
  const notes = (await records.getMany(CreditNotes, creditNotesOf(ret))).filter((note) => note !== undefined);
  const open = notes.reduce((sum, note) => sum + note.open, 0);
  const amount = ask.amount ?? open;
  if (open === 0) throw refused('return.nothing_to_refund', 'Nothing is open on the credit notes of this return.', 'path.returnId');
  if (amount > open)
    throw refused(
      'return.refund_too_much',
      `Only ${minorText(open)} EUR of this return can be paid back; ${minorText(amount)} is too much. Reduce the amount.`,
      'body.amount',
      {
        open: minorText(open),
        asked: minorText(amount),
      },
    );
  const customer = await records.need(Customers, ret.customerId);
  const paid = shareOut(notes, amount).map(
    ([note, part]) => [note, { id: ask.idFor(note.id), customer, date: ask.date, amount: part, method: ask.method }] as const,
  );
  const gate = await records.get(Gates, gateIdFor(ask.date, ret.id));
  const credit = customer.creditLimit === undefined ? undefined : await records.get(Credits, creditId(customer.id));
  const after: Return = {
    ...ret,
    state: amount === open && ret.state === 'received' ? 'closed' : ret.state,
    refunds: [...ret.refunds, { request: ask.request, ids: paid.map(([, { id }]) => id) }],
  };
  const changes = [
    update(Returns, ret, after as StoredReturn),
    ...payBack(paid, gate, ask.adjusts),
    ...expose(withoutLimit(customer), credit, amount),
  ];
  return (await records.commit<Return>(changes))[0];
}
