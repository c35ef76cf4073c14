import type { PaperFacts } from '#domain/finance/bill-proposals/bill-proposal.ts';
import type { EInvoiceSyntax } from '#domain/finance/einvoice/einvoice.ts';
import { type ArithmeticFault, arithmeticFaults } from '#domain/finance/einvoice/einvoice-check.ts';
import { EInvoiceFault } from '#domain/finance/einvoice/einvoice-terms.ts';
import { paperFactsOf, taxIdsOf } from '#domain/finance/einvoice/paper-facts.ts';
import { readEInvoices } from '#domain/finance/einvoice/read-einvoice.ts';
import { XmlFault } from '#kernel/xml.ts';
import { readXml } from '#runtime/xml.ts';
import { decodedXml } from '#runtime/xml-text.ts';
import { checkedSignature, type SignatureCheck } from './signature-check.ts';

/** An electronic invoice that came in. */
export interface ReceivedInvoice {
  readonly facts: PaperFacts;
  /** Of whom it is addressed to. */
  readonly buyerTaxIds: readonly string[];
  /** What of its amounts does not hold. */
  readonly faults: readonly ArithmeticFault[];
}

export type ReceivedFile =
  | {
      readonly syntax: EInvoiceSyntax;
      readonly invoices: readonly ReceivedInvoice[];
      /** Of a Facturae: whether its signature is of this file as it stands, and whose it is. Absent: it is not signed. */
      readonly signature?: SignatureCheck;
    }
  /** It is XML, and no invoice that can be read: why, and in which line. */
  | { readonly fault: { readonly reason: string; readonly line: number; readonly message: string } };

/** The invoices of an XML file; undefined where it is XML of another kind. Whatever is wrong with it is answered, never thrown. */
export function receivedInvoices(bytes: Uint8Array): ReceivedFile | undefined {
  try {
    const read = readEInvoices(readXml(bytes));
    const signature = read?.syntax === 'facturae' ? checkedSignature(decodedXml(bytes)) : undefined;
    return (
      read && {
        ...(signature ? { signature } : {}),
        syntax: read.syntax,
        invoices: read.invoices.map((invoice) => ({
          facts: paperFactsOf(invoice),
          buyerTaxIds: taxIdsOf(invoice.buyer),
          faults: arithmeticFaults(invoice),
        })),
      }
    );
  } catch (error) {
    if (error instanceof XmlFault || error instanceof EInvoiceFault)
      return { fault: { reason: error.reason, line: error.line, message: error.message } };
    throw error;
  }
}
