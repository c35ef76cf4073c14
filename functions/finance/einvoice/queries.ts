import { einvoice } from '#api/finance/einvoice.ts';
import { EINVOICE_DUTIES_ES } from '#domain/finance/einvoice/duties-es.ts';
import type { EInvoiceSyntax } from '#domain/finance/einvoice/einvoice.ts';
import { einvoiceFile } from '#domain/finance/einvoice/einvoice-file.ts';
import { refusalOfBrought } from '#domain/finance/ledger/opening-record.ts';
import { CreditNotes, Invoices, type StoredCreditNote, type StoredInvoice } from '#domain/finance/receivables/invoice.ts';
import { Companies, type StoredCompany } from '#domain/platform/company/company.ts';
import { Orders } from '#domain/sales/orders/order.ts';
import { throwIf } from '#kernel/errors.ts';
import { numberOf } from '#kernel/record.ts';
import { asAt } from '#kernel/stamps.ts';
import { required } from '#runtime/reads.ts';
import type { Records } from '#runtime/records.ts';
import { query, serveModule } from '../../platform/service.ts';

interface Asked {
  readonly records: Records;
  readonly company: StoredCompany;
  readonly syntax: EInvoiceSyntax;
  readonly field: string;
}

/** The file of a document, of the company as it was when that was issued. */
async function fileOf(bill: StoredInvoice | StoredCreditNote, { records, company, syntax, field }: Asked) {
  throwIf(refusalOfBrought(bill, field));
  const corrects = 'corrects' in bill ? bill.corrects : undefined;
  const [history, corrected] = await Promise.all([
    records.historyOf(Companies, company),
    corrects ? records.get(Invoices, corrects) : undefined,
  ]);
  const issuer = asAt({ ...company, history }, bill.history[0]?.at ?? '');
  const order = bill.orderId && numberOf(Orders, bill.orderId);
  const { fileName, text } = einvoiceFile({ bill, issuer, corrected, order }, syntax, field);
  return { syntax, fileName, contentType: 'application/xml' as const, content: Buffer.from(text).toString('base64') };
}

export const getInvoiceFile = query(
  einvoice.actions.getInvoiceFile,
  ({ path }) => ({ invoice: required(Invoices, path.invoiceId, 'path.invoiceId') }),
  ({ invoice, query: { syntax = 'ubl' }, records, company }) => fileOf(invoice, { records, company, syntax, field: 'path.invoiceId' }),
);

export const getCreditNoteFile = query(
  einvoice.actions.getCreditNoteFile,
  ({ path }) => ({ note: required(CreditNotes, path.creditNoteId, 'path.creditNoteId') }),
  ({ note, query: { syntax = 'ubl' }, records, company }) => fileOf(note, { records, company, syntax, field: 'path.creditNoteId' }),
);

export const listEInvoiceDuties = query(einvoice.actions.listEInvoiceDuties, async ({ today }) => ({
  items: EINVOICE_DUTIES_ES.map((duty) => ({ ...duty, inForce: duty.from <= today })),
}));

export const handler = serveModule(einvoice, { getInvoiceFile, getCreditNoteFile, listEInvoiceDuties });
