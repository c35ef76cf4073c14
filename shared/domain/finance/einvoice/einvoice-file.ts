import { throwIf } from '#kernel/errors.ts';
import { ciiFile } from './cii.ts';
import type { EInvoice, EInvoiceSyntax } from './einvoice.ts';
import { type BillToSend, einvoiceOf } from './einvoice-of.ts';
import { refusalOfEInvoice } from './einvoice-rules.ts';
import { facturaeFile } from './facturae.ts';
import { ublFile } from './ubl.ts';

const WRITERS: Readonly<Record<EInvoiceSyntax, (invoice: EInvoice) => string>> = { ubl: ublFile, cii: ciiFile, facturae: facturaeFile };

export interface EInvoiceFile {
  readonly fileName: string;
  readonly text: string;
}

/**
 * The electronic invoice of a document, the same bytes whenever it is asked for: neither the document changes nor who issued it.
 * @throws DomainError `einvoice.simplified`, `einvoice.party`, `einvoice.not_subject`, `einvoice.currency` (422) naming the field.
 */
export function einvoiceFile(of: BillToSend, syntax: EInvoiceSyntax, field: string): EInvoiceFile {
  const invoice = einvoiceOf(of);
  throwIf(refusalOfEInvoice(invoice, syntax, field));
  return { fileName: `${invoice.number}-${syntax}.xml`, text: WRITERS[syntax](invoice) };
}
