/** The upper half of code page 850, in which older programs of banks still write. */
const CP850 =
  'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐└┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀ÓßÔÒõÕµþÞÚÛÙýÝ¯´\u00ad±‗¾¶§÷¸°¨·¹³²■\u00a0';
/** Letters that Spanish texts have, where one encoding has them and the other has nothing that such a text would have. */
const CP850_LETTERS = new Set([0x80, 0x81, 0x82, 0x87, 0x90, 0x9a, 0xa0, 0xa1, 0xa2, 0xa3, 0xa4, 0xa5, 0xa6, 0xa7]);
const LATIN_LETTERS = new Set([
  ...[0xaa, 0xba, 0xc1, 0xc7, 0xc9, 0xcd, 0xd1, 0xd3, 0xda, 0xdc],
  ...[0xe0, 0xe1, 0xe7, 0xe8, 0xe9, 0xed, 0xf1, 0xf2, 0xf3, 0xfa, 0xfc],
]);

const decodedAs = (bytes: Uint8Array, encoding: string): string => new TextDecoder(encoding).decode(bytes);
const letters = (bytes: Uint8Array, of: ReadonlySet<number>): number => bytes.reduce((count, byte) => count + (of.has(byte) ? 1 : 0), 0);

const isUtf8 = (bytes: Uint8Array): boolean => {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
};

const fromCp850 = (bytes: Uint8Array): string =>
  Array.from(bytes, (byte) => (byte < 0x80 ? String.fromCharCode(byte) : (CP850[byte - 0x80] ?? ''))).join('');

/** How many of the first bytes are zero, at even and at odd places: a letter of UTF-16 has one. */
function zeros(bytes: Uint8Array): readonly [even: number, odd: number] {
  const start = [...bytes.subarray(0, 400)];
  const at = (rest: number) => start.filter((byte, place) => byte === 0 && place % 2 === rest).length;
  return [at(0), at(1)];
}

function utf16Of(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  const [first, second] = bytes;
  const [even, odd] = zeros(bytes);
  if ((first === 0xff && second === 0xfe) || (odd > 20 && even === 0)) return 'utf-16le';
  return (first === 0xfe && second === 0xff) || (even > 20 && odd === 0) ? 'utf-16be' : undefined;
}
export const isUtf16 = (bytes: Uint8Array): boolean => utf16Of(bytes) !== undefined;

/**
 * The text of a file that says nothing of its encoding: by its mark, as UTF-8 where it is that, else ISO-8859-1 (windows-1252) or
 * code page 850, whichever gives more letters of Spanish texts.
 */
export function fileText(bytes: Uint8Array): string {
  const wide = utf16Of(bytes);
  if (wide) return decodedAs(bytes, wide);
  if (isUtf8(bytes)) return decodedAs(bytes, 'utf-8');
  return letters(bytes, CP850_LETTERS) > letters(bytes, LATIN_LETTERS) ? fromCp850(bytes) : decodedAs(bytes, 'windows-1252');
}

/** First bytes of characters of UTF-8, from and to, and how many bytes they have. */
const LEADS = [
  [0x00, 0x7f, 1],
  [0xc2, 0xdf, 2],
  [0xe0, 0xef, 3],
  [0xf0, 0xf4, 4],
] as const;

/** Bytes of the character of UTF-8 that begins there; 0 where none does. */
function lengthAt(bytes: Uint8Array, at: number): number {
  const first = bytes[at] ?? 0;
  const [, , length] = LEADS.find(([from, to]) => from <= first && first <= to) ?? [0, 0, 0];
  const rest = bytes.subarray(at + 1, at + length);
  return rest.length === Math.max(length - 1, 0) && rest.every((byte) => (byte & 0xc0) === 0x80) ? length : 0;
}

/**
 * The line of the first byte that is no UTF-8, in a text that is UTF-8 but for few: a program has cut or mixed it, and read as
 * anything else all its accents were wrong. Undefined of every other text.
 */
export function lineOfBrokenUtf8(bytes: Uint8Array): number | undefined {
  if (isUtf8(bytes)) return undefined;
  let [whole, broken, line, found] = [0, 0, 1, 0];
  for (let at = 0; at < bytes.length; ) {
    const length = lengthAt(bytes, at);
    if (bytes[at] === 0x0a) line += 1;
    if (length > 1) whole += 1;
    if (length === 0) {
      broken += 1;
      found ||= line;
    }
    at += Math.max(length, 1);
  }
  return whole > broken ? found : undefined;
}

/** The mark of DOS at the end of a file. */
const DOS_END = '\u001a';

/** The lines of a text, whatever ends them. */
export const textLines = (text: string): string[] => text.replaceAll(DOS_END, '').split(/\r\n|\n|\r/);
