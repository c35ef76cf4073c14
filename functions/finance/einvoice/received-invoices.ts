import type { PaperFacts } from '#domain/finance/bill-proposals/bill-proposal.ts';
import type { EInvoiceSyntax } from '#domain/finance/einvoice/einvoice.ts';
import { type ArithmeticFault, arithmeticFaults } from '#domain/finance/einvoice/einvoice-check.ts';
import { EInvoiceFault } from '#domain/finance/einvoice/einvoice-terms.ts';
import { paperFactsOf, taxIdsOf } from '#domain/finance/einvoice/paper-facts.ts';
import { readEInvoices } from '#domain/finance/einvoice/read-einvoice.ts';
import type { ReceivedSignature } from '#domain/finance/einvoice/received-signature.ts';
import type { IsoDate } from '#kernel/date.ts';
import type { Minor } from '#kernel/money.ts';
import { XmlFault } from '#kernel/xml.ts';
import { readXml } from '#runtime/xml.ts';
import { decodedXml } from '#runtime/xml-text.ts';
import { checkedSignature, type SignatureCheck } from './signature-check.ts';

/** An electronic invoice that came in. */
export interface ReceivedInvoice {
  readonly facts: PaperFacts;
  /** Of whom it is addressed to. */
  readonly buyerTaxIds: readonly string[];
  /** What it says was paid before, in its currency. */
  readonly prepaid: Minor;
  /** What of its amounts does not hold. */
  readonly faults: readonly ArithmeticFault[];
}

export type ReceivedFile =
  | {
      readonly syntax: EInvoiceSyntax;
      readonly invoices: readonly ReceivedInvoice[];
      /** Of what is signed. */
      readonly signature?: ReceivedSignature;
    }
  /** It is XML, and no invoice that can be read: why, and in which line. */
  | { readonly fault: { readonly reason: string; readonly line: number; readonly message: string } };

/** The invoices of an XML file; undefined where it is XML of another kind. Whatever is wrong with it is answered, never thrown. */
export function receivedInvoices(bytes: Uint8Array): ReceivedFile | undefined {
  try {
    const read = readEInvoices(readXml(bytes));
    if (!read) return undefined;
    const signature = receivedSignature(checkedSignature(decodedXml(bytes)));
    const invoices = read.invoices.map((invoice) => ({
      facts: paperFactsOf(invoice),
      buyerTaxIds: taxIdsOf(invoice.buyer),
      prepaid: invoice.sums.prepaid,
      faults: arithmeticFaults(invoice),
    }));
    return { syntax: read.syntax, invoices, ...(signature ? { signature } : {}) };
  } catch (error) {
    if (error instanceof XmlFault || error instanceof EInvoiceFault)
      return { fault: { reason: error.reason, line: error.line, message: error.message } };
    throw error;
  }
}

const dayOf = (instant: string): IsoDate => instant.slice(0, 10);

/** What a check found, as a document keeps it. */
function receivedSignature(check: SignatureCheck | undefined): ReceivedSignature | undefined {
  if (!check) return undefined;
  const { valid, fault = 'unreadable', certificate, signedAt } = check;
  return {
    ...(valid ? { state: 'intact' as const } : fault === 'altered' ? { state: fault } : { state: 'unchecked' as const, why: fault }),
    ...(certificate
      ? { signer: certificate.holder, issuer: certificate.issuer, from: dayOf(certificate.from), to: dayOf(certificate.until) }
      : {}),
    ...(signedAt ? { signedOn: dayOf(signedAt) } : {}),
  };
}
