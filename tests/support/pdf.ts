import { getDocumentProxy } from 'unpdf';

export interface ReadPdf {
  /** The text of each page, a line per line printed, spaces plain. */
  readonly pages: readonly string[];
  readonly text: string;
  /** Files within it, by name. */
  readonly files: Readonly<Record<string, Buffer>>;
  /** Its metadata, as XML. */
  readonly xmp: string;
}

/** What another program (PDF.js) reads in a PDF. It takes words of Arabic and Hebrew in the order of their places. */
export async function readPdf(bytes: Buffer): Promise<ReadPdf> {
  const document = await getDocumentProxy(new Uint8Array(bytes));
  const numbers = Array.from({ length: document.numPages }, (_, index) => index + 1);
  const pages = await Promise.all(numbers.map(async (number) => textOf(await (await document.getPage(number)).getTextContent())));
  const names = [...((await document.getAttachments()) ?? new Map<string, unknown>()).keys()] as string[];
  const files = await Promise.all(
    names.map(async (name) => [name, Buffer.from((await document.getAttachmentContent(name)) ?? [])] as const),
  );
  const { metadata } = await document.getMetadata();
  return { pages, text: pages.join('\n'), files: Object.fromEntries(files), xmp: String(metadata?.getRaw() ?? '') };
}

type Page = Awaited<ReturnType<Awaited<ReturnType<typeof getDocumentProxy>>['getPage']>>;

const textOf = ({ items }: Awaited<ReturnType<Page['getTextContent']>>): string =>
  items
    .map((item) => ('str' in item ? `${item.str}${item.hasEOL ? '\n' : ''}` : ''))
    .join('')
    .replaceAll('\u00a0', ' ');
