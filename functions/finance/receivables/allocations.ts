import { receivables } from '#api/finance/receivables.ts';
import { notBefore } from '#domain/finance/open-items/open-item.ts';
import { CreditNotes, Invoices } from '#domain/finance/receivables/invoice.ts';
import { Receipts } from '#domain/finance/receivables/receipt.ts';
import { creditNoteActions, receiptActions } from '#domain/finance/receivables/receivables-actions.ts';
import { RECEIVABLES } from '#domain/finance/receivables/subledger.ts';
import { creditNoteView, receiptView } from '#domain/finance/receivables/wire.ts';
import { type IsoDate, latest } from '#kernel/date.ts';
import { throwIf } from '#kernel/errors.ts';
import type { Minor } from '#kernel/money.ts';
import { update } from '#kernel/record.ts';
import { on } from '#runtime/action.ts';
import { required, several } from '#runtime/reads.ts';
import { command } from '../../platform/service.ts';

type Requested = readonly { readonly invoiceId: string; readonly amount: Minor }[];

export const allotmentsOf = (requested: Requested) => requested.map(({ invoiceId, amount }) => ({ id: invoiceId, amount }));

/** The invoices that a request names. */
export const invoicesIn = (requested: Requested = []) =>
  several(
    Invoices,
    requested.map(({ invoiceId }) => invoiceId),
  );

const named = ({ body }: { readonly body: { readonly allocations: Requested } }) => ({ invoices: invoicesIn(body.allocations) });
const inPath = ({ path }: { readonly path: { readonly invoiceId: string } }) => ({
  invoice: required(Invoices, path.invoiceId, 'path.invoiceId'),
});
const { actions } = receivables;

/** A credit is used on no day on which it, or what it pays, was not there yet. @throws DomainError `allocation.too_early` (422). */
function notBeforeAny(date: IsoDate | undefined, documents: readonly ({ readonly date: IsoDate } | undefined)[]): void {
  if (date !== undefined) notBefore(date, latest(date, ...documents.flatMap((document) => document?.date ?? [])), 'allocation');
}

export const allocateReceipt = command(
  actions.allocateReceipt,
  on(Receipts, (path) => path.receiptId, named),
  ({ body, today, invoices }, receipt) => {
    throwIf(receiptActions.allocateReceipt(receipt));
    notBeforeAny(body.date, [receipt, ...invoices]);
    const { credit, changes } = RECEIVABLES.allocate(receipt, allotmentsOf(body.allocations), invoices, body.date ?? today);
    return [update(Receipts, receipt, credit), ...changes];
  },
  receiptView,
);

export const deallocateReceipt = command(
  actions.deallocateReceipt,
  on(Receipts, (path) => path.receiptId, inPath),
  ({ body, today, invoice }, receipt) => {
    throwIf(receiptActions.deallocateReceipt(receipt));
    notBeforeAny(body.date, [receipt, invoice]);
    const { credit, change } = RECEIVABLES.deallocate(receipt, invoice, body.date ?? today);
    return [update(Receipts, receipt, credit), change];
  },
  receiptView,
);

export const allocateCreditNote = command(
  actions.allocateCreditNote,
  on(CreditNotes, (path) => path.creditNoteId, named),
  ({ body, today, invoices }, note) => {
    throwIf(creditNoteActions.allocateCreditNote(note));
    notBeforeAny(body.date, [note, ...invoices]);
    const { credit, changes } = RECEIVABLES.allocate(note, allotmentsOf(body.allocations), invoices, body.date ?? today);
    return [update(CreditNotes, note, credit), ...changes];
  },
  creditNoteView,
);

export const deallocateCreditNote = command(
  actions.deallocateCreditNote,
  on(CreditNotes, (path) => path.creditNoteId, inPath),
  ({ body, today, invoice }, note) => {
    throwIf(creditNoteActions.deallocateCreditNote(note));
    notBeforeAny(body.date, [note, invoice]);
    const { credit, change } = RECEIVABLES.deallocate(note, invoice, body.date ?? today);
    return [update(CreditNotes, note, credit), change];
  },
  creditNoteView,
);
