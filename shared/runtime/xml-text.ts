import { XmlFault } from '#kernel/xml.ts';

/** Encodings that are read, by the names that documents give them, and how each is decoded. */
const DECODERS: Readonly<Partial<Record<string, string>>> = {
  ...{ 'utf-8': 'utf-8', utf8: 'utf-8', 'us-ascii': 'us-ascii', ascii: 'us-ascii' },
  ...{ 'utf-16': 'utf-16', 'utf-16le': 'utf-16le', 'utf-16be': 'utf-16be' },
  ...{ 'iso-8859-1': 'windows-1252', latin1: 'windows-1252', 'iso-8859-15': 'iso-8859-15', 'windows-1252': 'windows-1252' },
};
const DECLARED = /^\s*<\?xml\s[^>]*?\bencoding\s*=\s*["']([^"']*)["']/;
/** How much of a document its declaration is looked for in. */
const DECLARATION_BYTES = 400;

const refuse = (message: string, line = 1): never => {
  throw new XmlFault('encoding', line, message);
};

/** What the first bytes show: a byte order mark, or the `<` of a UTF-16 without one. */
function shown(bytes: Uint8Array): { readonly encoding: string; readonly mark: number } | undefined {
  const [a, b, c, d] = bytes;
  if ((a === 0xff && b === 0xfe && c === 0 && d === 0) || (a === 0 && b === 0 && c === 0xfe && d === 0xff))
    return refuse('The document is in UTF-32, which is not read.');
  if (a === 0xef && b === 0xbb && c === 0xbf) return { encoding: 'utf-8', mark: 3 };
  if (a === 0xff && b === 0xfe) return { encoding: 'utf-16le', mark: 2 };
  if (a === 0xfe && b === 0xff) return { encoding: 'utf-16be', mark: 2 };
  if (a === 0x3c && b === 0) return { encoding: 'utf-16le', mark: 0 };
  if (a === 0 && b === 0x3c) return { encoding: 'utf-16be', mark: 0 };
  return undefined;
}

const isAscii = (bytes: Uint8Array): boolean => bytes.every((byte) => byte < 0x80);

/** The text of the bytes, or undefined where they are not in that encoding. */
function decoded(bytes: Uint8Array, encoding: string): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** Line of the first character that is none in the encoding. */
function lineOfFault(bytes: Uint8Array, encoding: string): number {
  const text = new TextDecoder(encoding, { ignoreBOM: true }).decode(bytes);
  return text.slice(0, Math.max(0, text.indexOf('\ufffd'))).split('\n').length;
}

/** The encoding that a document declares; undefined where it declares none. */
function declared(bytes: Uint8Array, seen: string | undefined): string | undefined {
  const start = bytes.subarray(0, DECLARATION_BYTES);
  const [, name] = DECLARED.exec(new TextDecoder(seen?.startsWith('utf-16') ? seen : 'windows-1252').decode(start)) ?? [];
  if (name === undefined) return undefined;
  return DECODERS[name.toLowerCase()] ?? refuse(`The encoding ${name} is not read. Save the document in UTF-8.`);
}

/** Whether what a document declares can be what its first bytes show. */
const agree = (said: string, seen: string): boolean => said === seen || (said === 'utf-16' && seen.startsWith('utf-16'));

/**
 * The text of a document in the encoding that it declares, or shows by its byte order mark; UTF-8 where it does neither (XML 1.0,
 * appendix F). Bytes that are in another than they declare are refused, and not guessed at. @throws XmlFault `encoding`
 */
export function decodedXml(bytes: Uint8Array): string {
  const seen = shown(bytes);
  const body = seen ? bytes.subarray(seen.mark) : bytes;
  const said = declared(body, seen?.encoding);
  if (seen && said && !agree(said, seen.encoding)) refuse(`The document declares ${said}, and its first bytes are ${seen.encoding}.`);
  if (!seen && said?.startsWith('utf-16')) refuse('The document declares UTF-16, and its bytes are not.');
  const encoding = seen?.encoding ?? said ?? 'utf-8';
  const singleByte = !encoding.startsWith('utf-');
  if (encoding === 'us-ascii' && !isAscii(body)) refuse('The document declares US-ASCII, and has bytes beyond it.');
  // Letters with accents of a single-byte encoding hardly ever make UTF-8 by chance: then it is UTF-8, and would be read as "Ã±".
  if (singleByte && !isAscii(body) && decoded(body, 'utf-8') !== undefined)
    refuse(`The document declares ${encoding}, and its bytes are UTF-8.`);
  const decoder = encoding === 'us-ascii' ? 'utf-8' : encoding;
  return (
    decoded(body, decoder) ??
    refuse(`The document ${said ? 'declares' : 'is taken for'} ${encoding}, and has bytes that are not.`, lineOfFault(body, decoder))
  );
}
