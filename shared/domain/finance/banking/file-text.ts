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

/**
 * The text of a file that says nothing of its encoding: by its mark, as UTF-8 where it is that, else ISO-8859-1 (windows-1252) or
 * code page 850, whichever gives more letters of Spanish texts.
 */
export function fileText(bytes: Uint8Array): string {
  const [first, second] = bytes;
  const [even, odd] = zeros(bytes);
  if ((first === 0xff && second === 0xfe) || (odd > 20 && even === 0)) return decodedAs(bytes, 'utf-16le');
  if ((first === 0xfe && second === 0xff) || (even > 20 && odd === 0)) return decodedAs(bytes, 'utf-16be');
  if (isUtf8(bytes)) return decodedAs(bytes, 'utf-8');
  return letters(bytes, CP850_LETTERS) > letters(bytes, LATIN_LETTERS) ? fromCp850(bytes) : decodedAs(bytes, 'windows-1252');
}

/** The mark of DOS at the end of a file. */
const DOS_END = '\u001a';

/** The lines of a text, whatever ends them. */
export const textLines = (text: string): string[] => text.replaceAll(DOS_END, '').split(/\r\n|\n|\r/);
