import { fieldsOfFacts } from '#domain/automation/intake/document-facts.ts';
import type { DocumentFields, DocumentFlag, DocumentKind, DocumentPurpose } from '#domain/automation/intake/intake-document.ts';
import type { OwnCompany } from '#domain/automation/intake/invoice-parties.ts';
import type { PageRange, PaperParts } from '#domain/automation/intake/paper-parts.ts';
import type { ReceivedSignature } from '#domain/finance/events.ts';
import { coreName } from '#kernel/company-name.ts';
import { minorText } from '#kernel/money.ts';
import { defined } from '#kernel/optional.ts';
import { bareTaxId } from '#kernel/tax-id-es.ts';
import { type ReceivedFile, type ReceivedInvoice, receivedInvoice } from '../../finance/service.ts';

/** What a document turned out to be, and what of it has to be looked at whatever the books say. */
export interface DocumentReading {
  readonly kind: DocumentKind;
  readonly purpose?: DocumentPurpose;
  /** Nothing but pictures: its pages have to be recognised. */
  readonly isScan?: true;
  /** Of its file. */
  readonly pageCount?: number;
  /** Documents that it seems to hold. */
  readonly parts?: PaperParts;
  /** Of a batch: the places of its invoices, each of which is a document. */
  readonly invoices?: PageRange;
  readonly fields?: DocumentFields;
  readonly signature?: ReceivedSignature;
  /** The certificates of a signature that holds, in base64. */
  readonly chain?: readonly string[];
  readonly flags: readonly DocumentFlag[];
}

/** Who reads: never the supplier. */
type Reader = OwnCompany;

/** Reads an XML file: an electronic invoice, a batch of them, or nothing that is known. @param place of one in a batch. */
export const readXmlDocument = (bytes: Uint8Array, own: Reader, place?: number): DocumentReading =>
  readingOfFile(receivedInvoice(bytes, place), own);

/** What was received, as a document of ours. */
export function readingOfFile(file: ReceivedFile | undefined, own: Reader): DocumentReading {
  if (!file) return { kind: 'other', flags: [{ code: 'not_read' }] };
  if ('fault' in file) return { kind: 'other', flags: [faultFlag(file)] };
  return 'several' in file ? { kind: file.syntax, invoices: file.several, flags: [] } : readingOf(file, own);
}

const faultFlag = ({ fault }: Extract<ReceivedFile, { fault: object }>): DocumentFlag => ({ code: 'xml_fault', params: { ...fault } });

function readingOf({ syntax, invoice, signature, chain }: Extract<ReceivedFile, { invoice: object }>, own: Reader): DocumentReading {
  return {
    kind: syntax,
    purpose: invoice.facts.isCreditNote ? 'credit-note' : 'bill',
    fields: fieldsOfFacts(invoice.facts),
    ...(signature ? { signature } : {}),
    ...(chain ? { chain } : {}),
    flags: [...signatureFlags(signature, invoice), ...addressFlags(invoice, own), ...prepaidFlags(invoice), ...arithmeticFlags(invoice)],
  };
}

/**
 * What of a signature a person has to look at. Who vouches for its certificate is not known here: the list of qualified issuers (Decision
 * 2009/767/EC) is not kept, so that no signature speaks for a bill without a look, but by what the company trusts.
 */
function signatureFlags(signature: ReceivedSignature | undefined, { facts }: ReceivedInvoice): DocumentFlag[] {
  if (!signature || signature.state === 'unchecked')
    return signature ? [{ code: 'signature_unchecked', params: { why: signature.why ?? '' } }] : [];
  const { state, signer = '', from = '', to = '', signedOn } = signature;
  if (state === 'altered') return [{ code: 'signature_altered', params: { signer } }];
  const { issuer = '', taxId = '', isSelfSigned } = signature;
  const isValid = signedOn === undefined || (from <= signedOn && signedOn <= to);
  const isSuppliers = taxId !== '' && facts.taxIds.includes(bareTaxId(taxId));
  return [
    ...(isValid ? [] : [{ code: 'certificate_expired', params: { signer, from, to, signedOn } }]),
    ...(isSuppliers ? [] : [{ code: 'signer_differs', field: 'supplier', params: { signer, taxId, supplier: facts.taxIds[0] ?? '' } }]),
    isSelfSigned ? { code: 'self_signed', params: { signer } } : { code: 'issuer_unknown', params: { signer, issuer } },
  ];
}

/** Our own invoice is never one that we got; and one for somebody else is no bill of ours. */
function addressFlags({ facts, buyerTaxIds }: ReceivedInvoice, own: Reader): DocumentFlag[] {
  const ours = bareTaxId(own.taxId);
  const isOurs =
    facts.taxIds.includes(ours) ||
    (facts.taxIds.length === 0 && coreName(facts.name ?? '') === coreName(own.name)) ||
    facts.ibans.some((iban) => own.ibans?.includes(iban));
  if (isOurs) return [{ code: 'own_invoice', field: 'supplier', params: { taxId: ours } }];
  return buyerTaxIds.length > 0 && !buyerTaxIds.includes(ours)
    ? [{ code: 'not_for_us', field: 'supplier', params: { buyer: buyerTaxIds[0] ?? '', taxId: ours } }]
    : [];
}

/** Money in advance stands on its own: who enters the bill sets it against it. */
const prepaidFlags = ({ prepaid, facts: { currency } }: ReceivedInvoice): DocumentFlag[] =>
  prepaid === 0 ? [] : [{ code: 'prepaid', field: 'total', params: { amount: minorText(prepaid, currency), ...defined({ currency }) } }];

const arithmeticFlags = ({ faults, facts: { currency } }: ReceivedInvoice): DocumentFlag[] =>
  faults.slice(0, 10).map(({ rule, of = '', expected, stated }) => ({
    code: 'arithmetic',
    field: `${rule} ${of}`.trim(),
    params: { rule, of, expected, stated, ...defined({ currency }) },
  }));
