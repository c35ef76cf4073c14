import { fieldsOfFacts, fieldsOfPages, pageDifferences } from '#domain/automation/intake/document-facts.ts';
import { purposeOfPages, saysReverseCharge } from '#domain/automation/intake/document-purpose.ts';
import type { DocumentFields, DocumentFlag, DocumentKind, DocumentPurpose } from '#domain/automation/intake/intake-document.ts';
import type { OwnCompany } from '#domain/automation/intake/invoice-parties.ts';
import { type PrintedPage, printedLines } from '#domain/automation/intake/page.ts';
import { readInvoice } from '#domain/automation/intake/read-invoice.ts';
import type { ReceivedSignature } from '#domain/finance/events.ts';
import { coreName } from '#kernel/company-name.ts';
import { minorText } from '#kernel/money.ts';
import { bareTaxId } from '#kernel/tax-id-es.ts';
import { type ReceivedFile, type ReceivedInvoice, receivedInvoices } from '../../finance/service.ts';
import { pdfPages, UnreadablePdf } from './pdf-pages.ts';

/** What a document turned out to be, and what of it has to be looked at whatever the books say. */
export interface DocumentReading {
  readonly kind: DocumentKind;
  readonly purpose?: DocumentPurpose;
  /** Nothing but pictures: its pages have to be recognised. */
  readonly isScan?: true;
  readonly fields?: DocumentFields;
  readonly signature?: ReceivedSignature;
  readonly flags: readonly DocumentFlag[];
}

/** Who reads: never the supplier. */
type Reader = OwnCompany;

/** Less text than this on all pages is a scan's: a stamp, a page number. */
const MIN_CHARS = 40;

/** Reads a PDF: the data that it bears first, compared with its page; else its page. */
export async function readPdfDocument(bytes: Uint8Array, own: Reader): Promise<DocumentReading> {
  const content = await pdfPages(bytes).catch((error: unknown) => {
    if (error instanceof UnreadablePdf) return undefined;
    throw error;
  });
  if (!content) return { kind: 'pdf', flags: [{ code: 'broken' }] };
  const { count, pages, attached } = content;
  const chars = pages.reduce((sum, { texts }) => sum + texts.reduce((most, { text }) => most + text.trim().length, 0), 0);
  const read = chars < MIN_CHARS ? undefined : pageReading(pages, own);
  const page = read?.fields;
  const data = attached && readXmlDocument(attached, own);
  if (data?.fields) return { ...data, flags: [...data.flags, ...(page ? pageDifferences(data.fields, page) : [])] };
  // Its data cannot be read: the page can, and says so.
  const unread = count > pages.length ? [{ code: 'pages_unread', params: { read: pages.length, pages: count } }] : [];
  const flags = [...(data?.flags ?? []), ...(read ? [...unread, ...read.flags] : [])];
  return read ? { ...read, kind: 'pdf', flags } : { kind: 'scan', isScan: true, flags };
}

/** What pages say, what they are for, and whether they are for us. */
function pageReading(pages: readonly PrintedPage[], own: Reader): Omit<DocumentReading, 'kind'> & { readonly fields: DocumentFields } {
  const lines = printedLines(pages);
  const read = readInvoice(pages, own);
  const fields = saysReverseCharge(lines) ? owedByBuyer(fieldsOfPages(read)) : fieldsOfPages(read);
  const purpose = purposeOfPages(lines, fields);
  const { taxIds, namesUs } = read.parties;
  // A paper with somebody else's tax id beside its supplier's, and without ours, is theirs.
  const [, buyer] = taxIds;
  const other: DocumentFlag[] =
    namesUs || !buyer ? [] : [{ code: 'not_for_us', field: 'supplier', params: { buyer: buyer.value, taxId: bareTaxId(own.taxId) } }];
  return { fields, ...(purpose ? { purpose } : {}), flags: other };
}

/** A tax of nothing that the paper leaves to its buyer is theirs to pay. */
const owedByBuyer = (fields: DocumentFields): DocumentFields => ({
  ...fields,
  taxes: fields.taxes.map((tax) => (Number(tax.value.rate) === 0 ? { ...tax, value: { ...tax.value, owedByBuyer: true as const } } : tax)),
});

/** Reads an XML file: an electronic invoice, or nothing that is known. */
export function readXmlDocument(bytes: Uint8Array, own: Reader): DocumentReading {
  const file = receivedInvoices(bytes);
  if (!file) return { kind: 'other', flags: [{ code: 'not_read' }] };
  return 'fault' in file ? { kind: 'other', flags: [faultFlag(file)] } : readingOf(file, own);
}

const faultFlag = ({ fault: { reason, line, message } }: Extract<ReceivedFile, { fault: object }>): DocumentFlag => ({
  code: 'xml_fault',
  params: { reason, line, message },
});

function readingOf({ syntax, invoices, signature }: Extract<ReceivedFile, { syntax: string }>, own: Reader): DocumentReading {
  const [invoice, ...more] = invoices;
  if (!invoice) return { kind: syntax, flags: [{ code: 'not_read' }] };
  const several = more.length > 0 ? [{ code: 'several_invoices', params: { count: invoices.length } }] : [];
  return {
    kind: syntax,
    purpose: invoice.facts.isCreditNote ? 'credit-note' : 'bill',
    fields: fieldsOfFacts(invoice.facts),
    ...(signature ? { signature } : {}),
    flags: [...several, ...signatureFlags(signature), ...addressFlags(invoice, own), ...prepaidFlags(invoice), ...arithmeticFlags(invoice)],
  };
}

/** What of a signature a person has to look at: who vouches for its certificate is not known here, whether the file was changed is. */
function signatureFlags(signature: ReceivedSignature | undefined): DocumentFlag[] {
  if (!signature || signature.state === 'unchecked')
    return signature ? [{ code: 'signature_unchecked', params: { why: signature.why ?? '' } }] : [];
  const { state, signer = '', from = '', to = '', signedOn } = signature;
  if (state === 'altered') return [{ code: 'signature_altered', params: { signer } }];
  const isValid = signedOn === undefined || (from <= signedOn && signedOn <= to);
  return isValid ? [] : [{ code: 'certificate_expired', params: { signer, from, to, signedOn } }];
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
  prepaid === 0 ? [] : [{ code: 'prepaid', field: 'total', params: { amount: minorText(prepaid, currency) } }];

const arithmeticFlags = ({ faults }: ReceivedInvoice): DocumentFlag[] =>
  faults.slice(0, 10).map(({ rule, of = '', expected, stated }) => ({
    code: 'arithmetic',
    field: `${rule} ${of}`.trim(),
    params: { rule, of, expected, stated },
  }));
