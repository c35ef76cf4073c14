import { fieldsOfPages } from '#domain/automation/intake/document-facts.ts';
import { purposeOfPages, saysReverseCharge } from '#domain/automation/intake/document-purpose.ts';
import type { DocumentFields, DocumentFlag, DocumentPurpose } from '#domain/automation/intake/intake-document.ts';
import type { OwnCompany } from '#domain/automation/intake/invoice-parties.ts';
import type { LearnedPlaces } from '#domain/automation/intake/learned-place.ts';
import { type PrintedPage, printedLines } from '#domain/automation/intake/page.ts';
import { notCompared, pageDifferences } from '#domain/automation/intake/page-differences.ts';
import { type PageRange, type PaperParts, paperParts } from '#domain/automation/intake/paper-parts.ts';
import { type ReadInvoice, readInvoice } from '#domain/automation/intake/read-invoice.ts';
import { fieldsFor } from '#domain/automation/intake/receipt-fields.ts';
import { bareTaxId } from '#kernel/tax-id-es.ts';
import { type DocumentReading, readXmlDocument } from './document-content.ts';
import { isTruncated, type PdfContent, pdfPages, UnreadablePdf } from './pdf-pages.ts';

/** Where corrections have taught that the supplier of what was read has its fields. */
export type PlacesOf = (fields: DocumentFields) => Promise<LearnedPlaces | undefined>;

/** Which pages are read; whether a person has said that they are one document. */
interface Reading {
  readonly pages?: PageRange | undefined;
  readonly isOne?: boolean;
  readonly placesOf?: PlacesOf;
}

/** Less text than this on all pages is a scan's: a stamp, a page number. */
const MIN_CHARS = 40;

/** Reads a PDF: the data that it bears first, compared with its page; else its page. */
export async function readPdfDocument(bytes: Uint8Array, own: OwnCompany, reading: Reading = {}): Promise<DocumentReading> {
  const content = await pdfPages(bytes, reading.pages).catch((error: unknown) => {
    if (error instanceof UnreadablePdf) return undefined;
    throw error;
  });
  if (!content) return { kind: 'pdf', flags: [{ code: 'broken' }] };
  const { count: pageCount, pages, attached } = content;
  const damaged: DocumentFlag[] = isTruncated(bytes) ? [{ code: 'damaged' }] : [];
  const data = attached && !reading.pages ? readXmlDocument(attached, own) : undefined;
  const page = hasText(pages) ? await taughtReading(pages, own, data?.fields ? undefined : reading.placesOf) : undefined;
  if (data?.fields) {
    const compared = page ? pageDifferences(data.fields, page.read) : [];
    return { ...data, pageCount, flags: [...damaged, ...data.flags, ...notCompared(data.fields, pages), ...compared] };
  }
  // Its data cannot be read: the page can, and says so.
  const faults = [...damaged, ...(data?.flags ?? [])];
  if (!page) return { kind: 'scan', isScan: true, pageCount, flags: faults };
  const { flags, read: _read, ...told } = page;
  const split = splitReading(content, own, reading);
  return { ...told, ...split, kind: 'pdf', pageCount, flags: [...faults, ...split.flags, ...flags] };
}

const hasText = (pages: readonly PrintedPage[]): boolean =>
  pages.reduce((sum, { texts }) => sum + texts.reduce((most, { text }) => most + text.trim().length, 0), 0) >= MIN_CHARS;

/** Whether all was read, and what documents it seems to be. */
function splitReading(
  { count, pages }: PdfContent,
  own: OwnCompany,
  { pages: range, isOne = false }: Reading,
): Pick<DocumentReading, 'parts' | 'flags'> {
  const asked = range ? range.to - range.from + 1 : count;
  const isWhole = pages.length >= asked;
  const parts = isOne ? undefined : paperParts(pages, own, isWhole);
  const unread = isWhole ? [] : [{ code: 'pages_unread', params: { read: pages.length, pages: asked } }];
  return { ...(parts ? { parts } : {}), flags: [...severalFlags(parts), ...unread] };
}

/** Where a file seems to hold several documents, a person splits it, or enters it as one. */
export const severalFlags = (parts: PaperParts | undefined): DocumentFlag[] =>
  parts ? [{ code: 'several_documents', params: { count: parts.starts.length, pages: parts.starts.join(', ') } }] : [];

interface PageReading {
  readonly read: ReadInvoice;
  readonly fields: DocumentFields;
  readonly purpose?: DocumentPurpose;
  readonly flags: readonly DocumentFlag[];
}

/** What pages say; once more by what was taught of its supplier, where anything was. */
async function taughtReading(pages: readonly PrintedPage[], own: OwnCompany, placesOf?: PlacesOf): Promise<PageReading> {
  const first = pageReading(pages, own);
  const places = await placesOf?.(first.fields);
  return places && Object.keys(places).length > 0 ? pageReading(pages, own, places) : first;
}

/** What pages say, what they are for, and whether they are for us. */
function pageReading(pages: readonly PrintedPage[], own: OwnCompany, places?: LearnedPlaces): PageReading {
  const lines = printedLines(pages);
  const read = readInvoice(pages, own, places);
  const fields = saysReverseCharge(lines) ? owedByBuyer(fieldsOfPages(read)) : fieldsOfPages(read);
  const purpose = purposeOfPages(lines, fields);
  const { taxIds, namesUs } = read.parties;
  // A paper with somebody else's tax id beside its supplier's, and without ours, is theirs.
  const [, buyer] = taxIds;
  const other: DocumentFlag[] =
    namesUs || !buyer ? [] : [{ code: 'not_for_us', field: 'supplier', params: { buyer: buyer.value, taxId: bareTaxId(own.taxId) } }];
  return { read, fields: fieldsFor(purpose, fields, lines), ...(purpose ? { purpose } : {}), flags: other };
}

/** A tax of nothing that the paper leaves to its buyer is theirs to pay. */
const owedByBuyer = (fields: DocumentFields): DocumentFields => ({
  ...fields,
  taxes: fields.taxes.map((tax) => (Number(tax.value.rate) === 0 ? { ...tax, value: { ...tax.value, owedByBuyer: true as const } } : tax)),
});
