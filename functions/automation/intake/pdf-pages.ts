import { getDocumentProxy } from 'unpdf';
import type { PrintedPage, PrintedText } from '#domain/automation/intake/page.ts';
import type { PageRange } from '#domain/automation/intake/paper-parts.ts';

/** The most pages that are read: an invoice with a long list of calls has a few hundred, a scan of an archive more. */
export const MAX_PAGES = 60;

interface TextItem {
  readonly str: string;
  /** The text's matrix: a, b, c, d, and where it begins. */
  readonly transform: readonly number[];
  readonly width: number;
  readonly height: number;
}

export interface PdfContent {
  /** Of the whole file. */
  readonly count: number;
  /** The first of them, or of those asked for. */
  readonly pages: readonly PrintedPage[];
  /** The electronic invoice that it bears (Factur-X, ZUGFeRD). */
  readonly attached?: Uint8Array;
}

type Pdf = Awaited<ReturnType<typeof getDocumentProxy>>;

/** Names of the invoice's data in a PDF: Factur-X 1.0 and ZUGFeRD 2, ZUGFeRD 1, XRechnung. */
const ATTACHED = /^(factur-x|zugferd-invoice|xrechnung)\.xml$/i;

async function attachedXml(pdf: Pdf): Promise<Uint8Array | undefined> {
  const names = [...((await pdf.getAttachments()) ?? new Map<string, unknown>()).keys()] as string[];
  const name = names.find((each) => ATTACHED.test(each));
  return name === undefined ? undefined : ((await pdf.getAttachmentContent(name)) ?? undefined);
}

/** Whether a PDF opens without a password. */
export async function opensFreely(bytes: Uint8Array): Promise<boolean> {
  try {
    await (await getDocumentProxy(new Uint8Array(bytes), { verbosity: 0 })).cleanup();
    return true;
  } catch {
    // It wants one, or cannot be read at all: either way it is not opened.
    return false;
  }
}

/** How a PDF ends (ISO 32000-1, 7.5.5), and what stands before each of its objects. */
const END = '%%EOF';
const OBJECT = /[\r\n]\d+ \d+ obj\b/;

/** Whether a PDF goes on behind its end, or has none: it was cut off, and its reader puts together what is left. */
export function isTruncated(bytes: Uint8Array): boolean {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = file.lastIndexOf(END, undefined, 'latin1');
  return end < 0 || OBJECT.test(file.subarray(end).toString('latin1'));
}

/** A PDF that its reader cannot make anything of. */
export class UnreadablePdf extends Error {
  override readonly name = 'UnreadablePdf';
}

/** The texts of a PDF's pages with their places: of the first of them, or of those asked for. @throws UnreadablePdf where it is no whole PDF. */
export async function pdfPages(bytes: Uint8Array, range?: PageRange): Promise<PdfContent> {
  try {
    return await contentOf(bytes, range);
  } catch (error) {
    // pdf.js throws errors of a dozen names on what is damaged, and plain ones on what its makers did not think of.
    throw new UnreadablePdf(String(error), { cause: error });
  }
}

async function contentOf(bytes: Uint8Array, { from = 1, to = Number.POSITIVE_INFINITY }: Partial<PageRange> = {}): Promise<PdfContent> {
  // It takes the memory for itself: a copy leaves the caller's whole.
  const pdf = await getDocumentProxy(new Uint8Array(bytes), { verbosity: 0 });
  const pages: PrintedPage[] = [];
  for (let no = from; no <= Math.min(pdf.numPages, to, from + MAX_PAGES - 1); no += 1) {
    const page = await pdf.getPage(no);
    const { width, height } = page.getViewport({ scale: 1 });
    const { items } = await page.getTextContent();
    pages.push({ no, width, height, texts: items.flatMap((item) => ('str' in item ? [printed(item as TextItem, height)] : [])) });
    page.cleanup();
  }
  const attached = await attachedXml(pdf);
  await pdf.cleanup();
  return { count: pdf.numPages, pages, ...(attached ? { attached } : {}) };
}

function printed({ str, transform, width, height }: TextItem, pageHeight: number): PrintedText {
  const [, , , size = 10, x = 0, y = 0] = transform;
  return { text: str, x, y: pageHeight - y, width, height: height || Math.abs(size) };
}
