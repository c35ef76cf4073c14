import { getDocumentProxy } from 'unpdf';
import type { PrintedPage, PrintedText } from '#domain/automation/intake/page.ts';

/** The most pages that are read: an invoice with a long list of calls has a few hundred, a scan of an archive more. */
export const MAX_PAGES = 60;

interface TextItem {
  readonly str: string;
  /** The text's matrix: a, b, c, d, and where it begins. */
  readonly transform: readonly number[];
  readonly width: number;
  readonly height: number;
}

/** The texts of a PDF's first pages with their places. @throws Error where it is no whole PDF. */
export async function pdfPages(bytes: Uint8Array): Promise<{ readonly pages: readonly PrintedPage[]; readonly pageCount: number }> {
  // It takes the memory for itself: a copy leaves the caller's whole.
  const pdf = await getDocumentProxy(new Uint8Array(bytes), { verbosity: 0 });
  const pages: PrintedPage[] = [];
  for (let no = 1; no <= Math.min(pdf.numPages, MAX_PAGES); no += 1) {
    const page = await pdf.getPage(no);
    const { width, height } = page.getViewport({ scale: 1 });
    const { items } = await page.getTextContent();
    pages.push({ no, width, height, texts: items.flatMap((item) => ('str' in item ? [printed(item as TextItem, height)] : [])) });
    page.cleanup();
  }
  const { numPages: pageCount } = pdf;
  await pdf.cleanup();
  return { pages, pageCount };
}

function printed({ str, transform, width, height }: TextItem, pageHeight: number): PrintedText {
  const [, , , size = 10, x = 0, y = 0] = transform;
  return { text: str, x, y: pageHeight - y, width, height: height || Math.abs(size) };
}
