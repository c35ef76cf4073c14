import { purposeOfPages } from '#domain/automation/intake/document-purpose.ts';
import type { DocumentFlag, StoredDocument } from '#domain/automation/intake/intake-document.ts';
import type { OwnCompany } from '#domain/automation/intake/invoice-parties.ts';
import { printedLines } from '#domain/automation/intake/page.ts';
import { type PageRange, paperParts } from '#domain/automation/intake/paper-parts.ts';
import { fieldsFor } from '#domain/automation/intake/receipt-fields.ts';
import { fieldsOfScan, type ScannedPage } from '#domain/automation/intake/scan-fields.ts';
import { MAX_SCAN_PAGES } from '#domain/automation/intake/scan-month.ts';
import type { DocumentReading } from './document-content.ts';
import { type PageImage, pagesOfPdf, pagesOfPhoto, type ScannedPages, UnreadableImage } from './page-image.ts';
import { type PlacesOf, severalFlags } from './pdf-content.ts';
import type { RecognisedPages } from './recognised-pages.ts';
import { type PageReader, tesseractReader } from './recognition.ts';

/** Opens a scan or a photo. @throws UnreadableImage where it is broken. */
export const openScan = (bytes: Uint8Array, contentType: string): Promise<ScannedPages> =>
  contentType === 'application/pdf' ? pagesOfPdf(bytes) : pagesOfPhoto(bytes, contentType);

/** How many of a scan's pages are read. */
export const pagesToRead = ({ count }: ScannedPages, { from, to }: PageRange = { from: 1, to: count }): number =>
  Math.min(to - from + 1, MAX_SCAN_PAGES);

/** What a scan says and is for; once more by what was taught of its supplier. */
async function taughtFields(
  pages: readonly ScannedPage[],
  own: OwnCompany,
  placesOf?: PlacesOf,
): Promise<Pick<DocumentReading, 'fields' | 'purpose'>> {
  const first = fieldsOfScan(pages, own);
  const places = await placesOf?.(first);
  const fields = places && Object.keys(places).length > 0 ? fieldsOfScan(pages, own, places) : first;
  const lines = printedLines(pages);
  const purpose = purposeOfPages(lines, fields);
  return { fields: fieldsFor(purpose, fields, lines), ...(purpose ? { purpose } : {}) };
}

/** Less than this on all pages is no document: a blank page, a photo of a cat. */
const MIN_CHARS = 40;

/** Which pages are read, whether a person has said that they are one document, and by what. */
interface ScanReading {
  readonly range?: PageRange | undefined;
  readonly isOne?: boolean;
  readonly placesOf?: PlacesOf;
  readonly open?: () => Promise<PageReader>;
  /** Pages that were recognised before, by number; and what keeps those that are now. */
  readonly known?: ReadonlyMap<number, ScannedPage>;
  readonly keep?: RecognisedPages['keep'];
}

/** How pages are read. */
type Recognition = Required<Pick<ScanReading, 'open' | 'known'>> & Pick<ScanReading, 'keep'>;

/** The words of the first pages, one page after the other; their reader is not even opened where all of them are known. */
async function recognised(pages: ScannedPages, range: PageRange, { open, known, keep }: Recognition): Promise<ScannedPage[]> {
  let reader: PageReader | undefined;
  try {
    const read: ScannedPage[] = [];
    for (let no = range.from; no < range.from + pagesToRead(pages, range); no += 1) {
      const before = known.get(no);
      if (before) {
        read.push(before);
        continue;
      }
      reader ??= await open();
      const image = await pages.page(no).catch(unreadable);
      const seen = image && (await reader.read(image));
      const page = seen && { ...seen, ...(image.isDamaged ? { isDamaged: true as const } : {}) };
      if (page) await keep?.(page);
      read.push(page ?? emptyPage(no, image));
    }
    return read;
  } finally {
    await reader?.close();
  }
}

/** One that is damaged, or that its reader gave up on: it may be read the next time, and is not kept. It is no blank one, and whoever looks at the document is told. */
const emptyPage = (
  no: number,
  { width, height, scale }: Omit<PageImage, 'no' | 'pixels'> = { width: 0, height: 0, scale: 1 },
): ScannedPage => ({
  no,
  width: width / scale,
  height: height / scale,
  texts: [],
  isUnread: true,
});

/** A page that is damaged, of a file whose others may be whole. */
function unreadable(error: unknown): undefined {
  if (!(error instanceof UnreadableImage)) throw error;
}

/** Reads the first pages of a scan one by one, and of them the fields of an invoice. */
export async function readScan(
  pages: ScannedPages,
  kind: NonNullable<StoredDocument['kind']>,
  own: OwnCompany,
  { range = { from: 1, to: pages.count }, isOne = false, placesOf, open = tesseractReader, known = new Map(), keep }: ScanReading = {},
): Promise<DocumentReading> {
  const read = await recognised(pages, range, { open, known, ...(keep ? { keep } : {}) });
  const asked = range.to - range.from + 1;
  const unread = read.flatMap(({ no, isUnread }) => (isUnread ? [no] : []));
  const left: DocumentFlag[] = [
    ...(asked > read.length ? [{ code: 'pages_unread', params: { read: read.length, pages: asked } }] : []),
    ...(unread.length > 0 ? [{ code: 'page_unread', params: { pages: unread.join(', ') } }] : []),
    ...(read.some(({ isDamaged }) => isDamaged) ? [{ code: 'damaged' }] : []),
  ];
  // One letter taken for another looks like another number: a scan is only proposed to be split.
  const parts = isOne ? undefined : paperParts(read, own, left.length === 0);
  const chars = read.reduce((sum, { texts }) => sum + texts.reduce((most, { text }) => most + text.length, 0), 0);
  const pageCount = pages.count;
  if (chars < MIN_CHARS) return { kind, pageCount, flags: [...left, { code: 'not_read' }] };
  return {
    kind,
    pageCount,
    ...(await taughtFields(read, own, placesOf)),
    ...(parts ? { parts } : {}),
    flags: [...severalFlags(parts), ...left],
  };
}
