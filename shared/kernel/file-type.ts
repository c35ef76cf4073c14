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
  ['zip', 'PK\x07\x08'],
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

/** What every scanner takes for a virus, so that its being at work can be tested without one (eicar.org); in two parts, or this file would be found. */
const EICAR = ['X5O!P%@AP[4\\PZX54(P^)7CC)7}$', 'EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'].join('');

/** One character a byte. */
export const asLatin = (bytes: Uint8Array): string => new TextDecoder('latin1').decode(bytes);

/** Whether it bears the virus that scanners are tested with. */
export const bearsVirus = (latin: string): boolean => latin.includes(EICAR);

/** What a document of an older office program has in it, by the names of its streams, which are in UTF-16. */
export function officeDanger(latin: string): 'encrypted' | 'macros' | undefined {
  const has = (name: string) => latin.includes([...name].join('\0'));
  if (has('EncryptedPackage')) return 'encrypted';
  return has('_VBA_PROJECT') ? 'macros' : undefined;
}

/** The type of a file by its first {@link HEAD_BYTES}. */
export function fileTypeOf(head: Uint8Array): FileType {
  const start = ascii(head, 0, Math.min(head.length, HEAD_BYTES));
  const signature = SIGNATURES.find(([, own]) => start.startsWith(own));
  if (signature) return signature[0];
  if (start.startsWith('RIFF') && start.slice(8, 12) === 'WEBP') return 'webp';
  if (start.slice(4, 8) === 'ftyp') return /^(heic|heix|heim|heis|hevc|hevx|mif1|msf1)/.test(start.slice(8, 12)) ? 'heic' : 'unknown';
  return isPdf(start) ? 'pdf' : textTypeOf(head, start);
}

/**
 * Readers take a PDF whose mark stands within the first kilobyte (ISO 32000-1, annex H): behind the blank lines of a mail program or
 * a printer's own language. Behind markup, a script or an archive's mark it is something else that pretends.
 */
function isPdf(start: string): boolean {
  const at = start.slice(0, 1024).indexOf('%PDF-');
  return at === 0 || (at > 0 && !/[<{]|#!|PK|MZ/.test(start.slice(0, at)));
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
