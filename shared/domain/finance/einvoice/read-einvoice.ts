import type { XmlElement } from '#kernel/xml.ts';
import type { EInvoice, EInvoiceSyntax } from './einvoice.ts';
import { readCii } from './read-cii.ts';
import { facturaeCount, type InvoiceRange, readFacturae } from './read-facturae.ts';
import { readUbl } from './read-ubl.ts';

const UBL = /^urn:oasis:names:specification:ubl:schema:xsd:(Invoice|CreditNote)-2$/;

/** The syntax of a document, by its root; undefined of one that is no invoice. */
export function einvoiceSyntax({ name, namespace }: Pick<XmlElement, 'name' | 'namespace'>): EInvoiceSyntax | undefined {
  if (UBL.test(namespace) && namespace.includes(`:${name}-`)) return 'ubl';
  if (name === 'CrossIndustryInvoice' && namespace === 'urn:un:unece:uncefact:data:standard:CrossIndustryInvoice:100') return 'cii';
  return name === 'Facturae' && /^http:\/\/www\.facturae\./i.test(namespace) ? 'facturae' : undefined;
}

/** How many invoices a document in any of the three syntaxes has; 0 of one that is none. */
export function einvoiceCount(root: XmlElement): number {
  const syntax = einvoiceSyntax(root);
  return syntax === 'facturae' ? facturaeCount(root) : syntax ? 1 : 0;
}

/** The invoices of a document in any of the three syntaxes, or some of them; undefined where it is none. @throws EInvoiceFault */
export function readEInvoices(
  root: XmlElement,
  only?: InvoiceRange,
): { readonly syntax: EInvoiceSyntax; readonly invoices: readonly EInvoice[] } | undefined {
  const syntax = einvoiceSyntax(root);
  if (syntax === 'facturae') return { syntax, invoices: readFacturae(root, only) };
  return syntax && { syntax, invoices: [syntax === 'ubl' ? readUbl(root) : readCii(root)] };
}
