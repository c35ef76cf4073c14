import { asLatin, bearsVirus, type FileType, fileTypeOf } from '#kernel/file-type.ts';
import { own } from '#kernel/optional.ts';
import { cut } from '#kernel/text.ts';

/** Why a file is not let out of quarantine. */
export const ATTACHMENT_FAULTS = ['empty', 'too_large', 'type', 'macros', 'malware'] as const;
export type AttachmentFault = (typeof ATTACHMENT_FAULTS)[number];

const OFFICE = 'application/vnd.openxmlformats-officedocument';
/** What text can be, by the end of its name: bytes do not tell it apart. */
const TEXTS: Readonly<Record<string, string>> = {
  csv: 'text/csv',
  txt: 'text/plain',
  xml: 'application/xml',
  eml: 'message/rfc822',
};
/** What a file is by its bytes, whatever it is called; or why it is refused. */
export function attachmentContent(
  bytes: Uint8Array,
  fileName: string,
  only?: 'papers',
): { readonly contentType: string } | { readonly fault: AttachmentFault } {
  if (bytes.length === 0) return { fault: 'empty' };
  const latin = asLatin(bytes);
  if (bearsVirus(latin)) return { fault: 'malware' };
  const contentType = contentTypeOf(fileTypeOf(bytes), { bytes, latin, fileName });
  if (contentType === 'macros') return { fault: 'macros' };
  return contentType && (!only || PAPERS.has(contentType)) ? { contentType } : { fault: 'type' };
}

interface Content {
  readonly bytes: Uint8Array;
  readonly latin: string;
  readonly fileName: string;
}

/** Beside a record stands what people look at and cannot run. */
function contentTypeOf(type: FileType, content: Content): string | undefined {
  if (type === 'zip') return archive(content.latin);
  if (type === 'text' || type === 'xml' || type === 'mail') return text(content);
  return own(SEEN, type);
}

const SEEN: Readonly<Partial<Record<FileType, string>>> = {
  ...{ pdf: 'application/pdf', png: 'image/png', jpeg: 'image/jpeg', webp: 'image/webp', heic: 'image/heic' },
};

const PAPERS: ReadonlySet<string> = new Set([...Object.values(SEEN), `${OFFICE}.wordprocessingml.document`]);

/** A zip file, by what it says of its entries: a workbook, a document, or any other. Programs inside a document are not taken. */
function archive(latin: string): string {
  if (/(xl|word|ppt)\/vbaProject\.bin/.test(latin)) return 'macros';
  const isOffice = latin.includes('[Content_Types].xml');
  if (isOffice && latin.includes('xl/workbook.xml')) return `${OFFICE}.spreadsheetml.sheet`;
  if (isOffice && latin.includes('word/document.xml')) return `${OFFICE}.wordprocessingml.document`;
  return 'application/zip';
}

/** Text in UTF-8, UTF-16 or an older code of one byte: whatever holds no characters that only programs have. */
function text({ bytes, latin, fileName }: Content): string | undefined {
  const wide = latin.startsWith('ÿþ') || latin.startsWith('þÿ');
  const read = wide ? new TextDecoder(latin.startsWith('ÿþ') ? 'utf-16le' : 'utf-16be').decode(bytes) : latin;
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what text does not have.
  if (/[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]/.test(read)) return undefined;
  return own(TEXTS, fileName.slice(fileName.lastIndexOf('.') + 1).toLowerCase());
}

export const MAX_NAME_CHARS = 200;

/**
 * A name as people wrote it, made harmless: composed characters, no folders before it, nothing invisible or that turns the
 * direction of writing, 200 characters at most, of which the ending is kept. Empty where nothing is left.
 */
export function plainFileName(given: string): string {
  const name = given
    .normalize('NFC')
    .replace(/^.*[/\\]/su, '')
    .replace(/[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Zl}\p{Zp}]/gu, '')
    .replace(/[<>:"|?*]/g, '_')
    .replace(/\s+/g, ' ')
    .replace(/^[. ]+|[. ]+$/g, '');
  const ending = /\.[\p{L}\p{N}]{1,10}$/u.exec(name)?.[0] ?? '';
  return cut(name.slice(0, name.length - ending.length), MAX_NAME_CHARS - ending.length) + ending;
}
