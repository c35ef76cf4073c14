import type { PaperFacts } from '#domain/finance/bill-proposals/bill-proposal.ts';
import type { EInvoiceSyntax } from '#domain/finance/einvoice/einvoice.ts';
import { type ArithmeticFault, arithmeticFaults } from '#domain/finance/einvoice/einvoice-check.ts';
import { EInvoiceFault, type EInvoiceFaultReason } from '#domain/finance/einvoice/einvoice-terms.ts';
import { paperFactsOf, taxIdsOf } from '#domain/finance/einvoice/paper-facts.ts';
import { einvoiceCount, einvoiceSyntax, readEInvoices } from '#domain/finance/einvoice/read-einvoice.ts';
import type { InvoiceRange } from '#domain/finance/einvoice/read-facturae.ts';
import type { ReceivedSignature } from '#domain/finance/einvoice/received-signature.ts';
import type { IsoDate } from '#kernel/date.ts';
import type { Minor } from '#kernel/money.ts';
import { type XmlElement, XmlFault, type XmlFaultReason } from '#kernel/xml.ts';
import { readXml } from '#runtime/xml.ts';
import { decodedXml } from '#runtime/xml-text.ts';
import { checkedSignature, type SignatureCheck } from './signature-check.ts';
import { hasIssuerBeside } from './trust.ts';

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
      readonly invoice: ReceivedInvoice;
      /** Of what is signed. */
      readonly signature?: ReceivedSignature;
      /** The signer's certificate and those that stand beside it, in base64: of a signature that holds. */
      readonly chain?: readonly string[];
    }
  /** A batch: which invoices it has, none of them read yet. */
  | { readonly syntax: EInvoiceSyntax; readonly several: InvoiceRange }
  /** It is XML, and no invoice that can be read: why, and in which line. */
  | {
      readonly fault: {
        readonly reason: XmlFaultReason | EInvoiceFaultReason;
        readonly line: number;
        /** What is missing or cannot be read, as a path of names. */
        readonly element?: string;
        readonly message: string;
      };
    };

/**
 * The invoice of an XML file, or, of a batch, the one of a place; undefined where it is XML of another kind. Whatever is wrong
 * with it is answered, never thrown; the signature is that of the whole file.
 */
export function receivedInvoice(bytes: Uint8Array, place?: number): ReceivedFile | undefined {
  return orFault(() => {
    const root = readXml(bytes);
    const syntax = einvoiceSyntax(root);
    const count = einvoiceCount(root);
    if (syntax && place === undefined && count > 1) return { syntax, several: { from: 1, to: count } };
    return invoiceAt(root, place ?? 1, () => signedBy(bytes));
  });
}

/** The invoices of a batch, each read or told why not. The file is parsed, and its signature checked, once for all of them. */
export function receivedInvoices(bytes: Uint8Array): readonly (ReceivedFile | undefined)[] {
  const root = readXml(bytes);
  const signature = signedBy(bytes);
  return Array.from({ length: einvoiceCount(root) }, (_, i) => orFault(() => invoiceAt(root, i + 1, () => signature)));
}

function invoiceAt(root: XmlElement, place: number, signed: () => Signed): ReceivedFile | undefined {
  const { syntax, invoices } = readEInvoices(root, { from: place, to: place }) ?? {};
  const [read] = invoices ?? [];
  if (!syntax || !read) return undefined;
  const invoice = {
    facts: paperFactsOf(read),
    buyerTaxIds: taxIdsOf(read.buyer),
    prepaid: read.sums.prepaid,
    faults: arithmeticFaults(read),
  };
  return { syntax, invoice, ...signed() };
}

/** What is told of a signature, and by what it was made. */
type Signed = Pick<Extract<ReceivedFile, { readonly invoice: unknown }>, 'signature' | 'chain'>;

function signedBy(bytes: Uint8Array): Signed {
  const check = checkedSignature(decodedXml(bytes));
  const signature = receivedSignature(check);
  if (!signature) return {};
  return { signature, ...(check?.valid && check.chain ? { chain: check.chain } : {}) };
}

function orFault(read: () => ReceivedFile | undefined): ReceivedFile | undefined {
  try {
    return read();
  } catch (error) {
    if (error instanceof XmlFault) return { fault: { reason: error.reason, line: error.line, message: error.message } };
    if (error instanceof EInvoiceFault)
      return { fault: { reason: error.reason, line: error.line, element: error.element, message: error.message } };
    throw error;
  }
}

const dayOf = (instant: string): IsoDate => instant.slice(0, 10);

/** What a check found, as a document keeps it. */
function receivedSignature(check: SignatureCheck | undefined): ReceivedSignature | undefined {
  if (!check) return undefined;
  const { valid, fault = 'unreadable', certificate, isSelfSigned, signedAt } = check;
  return {
    ...(valid ? { state: 'intact' as const } : fault === 'altered' ? { state: fault } : { state: 'unchecked' as const, why: fault }),
    ...(certificate
      ? { signer: certificate.holder, issuer: certificate.issuer, from: dayOf(certificate.from), to: dayOf(certificate.until) }
      : {}),
    ...(certificate?.taxId ? { taxId: certificate.taxId } : {}),
    ...(isSelfSigned ? { isSelfSigned } : {}),
    ...(valid && check.chain && hasIssuerBeside(check.chain) ? { hasIssuer: true as const } : {}),
    ...(signedAt ? { signedOn: dayOf(signedAt) } : {}),
  };
}
