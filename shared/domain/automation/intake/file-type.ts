/** What a file is by its bytes, whatever it is called. */
export type FileType =
  | 'pdf'
  | 'xml'
  | 'zip'
  | 'jpeg'
  | 'png'
  | 'tiff'
  | 'heic'
  | 'webp'
  | 'mail'
  | 'text'
  /** Word, Excel and the like: kept beside a record, never read. */
  | 'office'
  /** What a computer or a browser would run. */
  | 'program'
  /** An archive of another kind than ZIP: not opened. */
  | 'archive'
  | 'unknown';

/** Bytes from the beginning of a file that its type is told by. */
export const HEAD_BYTES = 4096;

const ascii = (bytes: Uint8Array, from = 0, to = bytes.length): string => String.fromCharCode(...bytes.subarray(from, to));

/** Signatures at the first byte (gary kessler's table, the makers' own formats). */
const SIGNATURES: readonly (readonly [FileType, string])[] = [
  ['jpeg', '\xff\xd8\xff'],
  ['png', '\x89PNG\r\n\x1a\n'],
  ['tiff', 'II*\0'],
  ['tiff', 'MM\0*'],
  ['zip', 'PK\x03\x04'],
  ['zip', 'PK\x05\x06'],
  ['office', '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1'],
  ['archive', '\x1f\x8b'],
  ['archive', 'Rar!\x1a\x07'],
  ['archive', "7z\xbc\xaf'\x1c"],
  ['archive', 'BZh'],
  ['archive', '\xfd7zXZ'],
  ['program', 'MZ'],
  ['program', '\x7fELF'],
  ['program', '\xca\xfe\xba\xbe'],
  ['program', '\xcf\xfa\xed\xfe'],
  ['program', '\xce\xfa\xed\xfe'],
  ['program', '#!'],
  ['program', '\0asm'],
];

/** The type of a file by its first {@link HEAD_BYTES}. */
export function fileTypeOf(head: Uint8Array): FileType {
  const start = ascii(head, 0, Math.min(head.length, HEAD_BYTES));
  const signature = SIGNATURES.find(([, own]) => start.startsWith(own));
  if (signature) return signature[0];
  if (start.startsWith('RIFF') && start.slice(8, 12) === 'WEBP') return 'webp';
  if (start.slice(4, 8) === 'ftyp') return /^(heic|heix|mif1|msf1|hevc)/.test(start.slice(8, 12)) ? 'heic' : 'unknown';
  // Readers take a PDF whose mark stands within the first kilobyte (ISO 32000-1, annex H).
  if (start.slice(0, 1024).includes('%PDF-')) return 'pdf';
  return textTypeOf(head, start);
}

function textTypeOf(head: Uint8Array, start: string): FileType {
  const isUtf16 = /^(\xff\xfe|\xfe\xff)/.test(start);
  const text = isUtf16 ? start.replaceAll('\0', '').slice(2) : start.replace(/^\xef\xbb\xbf/, '');
  if (!isUtf16 && head.subarray(0, HEAD_BYTES).includes(0)) return 'unknown';
  const shown = text.trimStart().toLowerCase();
  if (/^<(!doctype html|html|script|svg|body|head)\b/.test(shown)) return 'program';
  if (shown.startsWith('<?xml') || /^<[a-z_][\w.-]*(:[\w.-]+)?[\s/>]/.test(shown)) return /^ofxheader|^<ofx>/.test(shown) ? 'text' : 'xml';
  if (
    /^(received|return-path|from|delivered-to|message-id|mime-version|x-[a-z-]+|date|subject|dkim-signature): /m.test(shown) &&
    /^mime-version:|^message-id:/m.test(shown)
  )
    return 'mail';
  // Control characters that no text has: something else without a signature.
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what text does not have.
  return /[\x01-\x08\x0e-\x19\x7f]/.test(text) ? 'unknown' : text === '' ? 'unknown' : 'text';
}

/** Why a file is kept apart and never opened. */
export type Danger = 'program' | 'archive' | 'encrypted' | 'broken' | 'too_large' | 'bomb' | 'empty' | 'macros' | 'unknown';

/** The largest file that is taken, in bytes. */
export const MAX_DOCUMENT_BYTES = 50_000_000;
/** What an archive may unpack to: entries, bytes in all, and how many times its own size. */
export const ARCHIVE_LIMITS = { entries: 500, bytes: 200_000_000, ratio: 100 } as const;

/** An entry of an archive as its directory tells it. */
export interface ArchiveEntry {
  readonly name: string;
  readonly packedBytes: number;
  readonly bytes: number;
  readonly encrypted: boolean;
}

/** Why an archive is not unpacked; undefined where it may be. Sizes are the directory's: whoever unpacks holds it to them. */
export function dangerOfArchive(entries: readonly ArchiveEntry[]): Danger | undefined {
  if (entries.some(({ encrypted }) => encrypted)) return 'encrypted';
  if (entries.some(({ name }) => /(^|\/)vbaProject\.bin$/i.test(name))) return 'macros';
  const bytes = entries.reduce((sum, entry) => sum + entry.bytes, 0);
  const packed = entries.reduce((sum, entry) => sum + entry.packedBytes, 0);
  const { entries: most, bytes: mostBytes, ratio } = ARCHIVE_LIMITS;
  return entries.length > most || bytes > mostBytes || bytes > Math.max(1_000_000, packed * ratio) ? 'bomb' : undefined;
}

/** Whether an archive is a document of an office program (OOXML, ODF) and not a folder of files. */
export const isOfficeArchive = (entries: readonly ArchiveEntry[]): boolean =>
  entries.some(({ name }) => name === '[Content_Types].xml' || name === 'mimetype' || name === 'META-INF/manifest.xml');

/** An entry of a folder that is one of the documents, and no part of an archive's own house-keeping. */
export const isDocumentEntry = ({ name, bytes }: ArchiveEntry): boolean =>
  bytes > 0 && !name.endsWith('/') && !/(^|\/)(__MACOSX|\.[^/]*)(\/|$)|(^|\/)(thumbs\.db|desktop\.ini)$/i.test(name);
