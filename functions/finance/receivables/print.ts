import { receivables } from '#api/finance/receivables.ts';
import { refusalOfBrought } from '#domain/finance/ledger/opening-record.ts';
import { CreditNotes, Invoices } from '#domain/finance/receivables/invoice.ts';
import { throwIf } from '#kernel/errors.ts';
import { required } from '#runtime/reads.ts';
import { query, serveModule } from '../../platform/service.ts';
import { billLink } from './bill-document.ts';
import { creditNotePaper, invoicePaper } from './invoice-paper.ts';

export const getInvoicePdf = query(
  receivables.actions.getInvoicePdf,
  ({ path }) => ({ invoice: required(Invoices, path.invoiceId, 'path.invoiceId') }),
  (world) => {
    throwIf(refusalOfBrought(world.invoice, 'path.invoiceId'));
    return billLink('invoices', world.invoice, (issuer) => invoicePaper(world.invoice, issuer), world);
  },
);

export const getCreditNotePdf = query(
  receivables.actions.getCreditNotePdf,
  ({ path }) => ({ note: required(CreditNotes, path.creditNoteId, 'path.creditNoteId') }),
  async (world) => {
    const { note, records } = world;
    throwIf(refusalOfBrought(note, 'path.creditNoteId'));
    const corrected = note.corrects ? await records.get(Invoices, note.corrects) : undefined;
    return billLink('credit-notes', note, (issuer) => creditNotePaper(note, corrected, issuer), world);
  },
);

export const handler = serveModule(receivables, { getInvoicePdf, getCreditNotePdf });
