import type { DocumentFlag, StoredDocument } from '#domain/automation/intake/intake-document.ts';
import type { OwnCompany } from '#domain/automation/intake/invoice-parties.ts';
import { fieldsOfScan, type ScannedPage } from '#domain/automation/intake/scan-fields.ts';
import { MAX_SCAN_PAGES } from '#domain/automation/intake/scan-month.ts';
import type { DocumentReading } from './document-content.ts';
import { pagesOfPdf, pagesOfPhoto, type ScannedPages } from './page-image.ts';
import { type PageReader, tesseractReader } from './recognition.ts';

/** Opens a scan or a photo. @throws UnreadableImage where it is broken. */
export const openScan = (bytes: Uint8Array, contentType: string): Promise<ScannedPages> =>
  contentType === 'application/pdf' ? pagesOfPdf(bytes) : pagesOfPhoto(bytes, contentType);

/** How many of a scan's pages are read. */
export const pagesToRead = ({ count, openable = count }: ScannedPages): number => Math.min(count, openable, MAX_SCAN_PAGES);

/** Less than this on all pages is no document: a blank page, a photo of a cat. */
const MIN_CHARS = 40;

/** Reads the first pages of a scan one by one, and of them the fields of an invoice. */
export async function readScan(
  pages: ScannedPages,
  kind: NonNullable<StoredDocument['kind']>,
  own: OwnCompany,
  open: () => Promise<PageReader> = tesseractReader,
): Promise<DocumentReading> {
  const reader = await open();
  try {
    const read: ScannedPage[] = [];
    for (let no = 1; no <= pagesToRead(pages); no += 1) read.push(await reader.read(await pages.page(no)));
    const left: DocumentFlag[] =
      pages.count > read.length ? [{ code: 'pages_unread', params: { read: read.length, pages: pages.count } }] : [];
    const chars = read.reduce((sum, { texts }) => sum + texts.reduce((most, { text }) => most + text.length, 0), 0);
    return chars < MIN_CHARS ? { kind, flags: [...left, { code: 'not_read' }] } : { kind, fields: fieldsOfScan(read, own), flags: left };
  } finally {
    await reader.close();
  }
}
