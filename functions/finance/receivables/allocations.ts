import { receivables } from '#api/finance/receivables.ts';
import { notBefore } from '#domain/finance/open-items/open-item.ts';
import { CreditNotes, Invoices } from '#domain/finance/receivables/invoice.ts';
import { Receipts } from '#domain/finance/receivables/receipt.ts';
import { creditNoteActions, receiptActions } from '#domain/finance/receivables/receivables-actions.ts';
import { RECEIVABLES } from '#domain/finance/receivables/subledger.ts';
import { creditNoteView, receiptView } from '#domain/finance/receivables/wire.ts';
import { type IsoDate, latest } from '#kernel/date.ts';
import { throwIf } from '#kernel/errors.ts';
import type { Amount } from '#kernel/money.ts';
import { update } from '#kernel/record.ts';
import { on } from '#runtime/action.ts';
import { required, several } from '#runtime/reads.ts';
import { command } from '../../platform/service.ts';
import { settledChanges } from './settled.ts';

type Requested = readonly { readonly invoiceId: string; readonly amount: Amount }[];

export const allotmentsOf = (requested: Requested) =>
  requested.map(({ invoiceId, amount: { minor, currency } }) => ({ id: invoiceId, amount: minor, currency }));

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
  async (world, receipt) => {
    const { body, today, invoices } = world;
    throwIf(receiptActions.allocateReceipt(receipt));
    notBeforeAny(body.date, [receipt, ...invoices]);
    const date = body.date ?? today;
    const { credit, changes, settlements } = RECEIVABLES.allocate(receipt, allotmentsOf(body.allocations), invoices, date);
    return [update(Receipts, receipt, credit), ...changes, ...(await settledChanges(world, receipt, { settlements, date }))];
  },
  receiptView,
);

export const deallocateReceipt = command(
  actions.deallocateReceipt,
  on(Receipts, (path) => path.receiptId, inPath),
  async (world, receipt) => {
    const { body, today, invoice } = world;
    throwIf(receiptActions.deallocateReceipt(receipt));
    notBeforeAny(body.date, [receipt, invoice]);
    const date = body.date ?? today;
    const { credit, change, settlements } = RECEIVABLES.deallocate(receipt, invoice, date);
    return [update(Receipts, receipt, credit), change, ...(await settledChanges(world, receipt, { settlements, date }))];
  },
  receiptView,
);

export const allocateCreditNote = command(
  actions.allocateCreditNote,
  on(CreditNotes, (path) => path.creditNoteId, named),
  async (world, note) => {
    const { body, today, invoices } = world;
    throwIf(creditNoteActions.allocateCreditNote(note));
    notBeforeAny(body.date, [note, ...invoices]);
    const date = body.date ?? today;
    const { credit, changes, settlements } = RECEIVABLES.allocate(note, allotmentsOf(body.allocations), invoices, date);
    return [update(CreditNotes, note, credit), ...changes, ...(await settledChanges(world, note, { settlements, date }))];
  },
  creditNoteView,
);

export const deallocateCreditNote = command(
  actions.deallocateCreditNote,
  on(CreditNotes, (path) => path.creditNoteId, inPath),
  async (world, note) => {
    const { body, today, invoice } = world;
    throwIf(creditNoteActions.deallocateCreditNote(note));
    notBeforeAny(body.date, [note, invoice]);
    const date = body.date ?? today;
    const { credit, change, settlements } = RECEIVABLES.deallocate(note, invoice, date);
    return [update(CreditNotes, note, credit), change, ...(await settledChanges(world, note, { settlements, date }))];
  },
  creditNoteView,
);
