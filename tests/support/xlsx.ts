import { inflateRawSync } from 'node:zlib';

const LOCAL = 0x04034b50;
const CENTRAL = 0x02014b50;
const DEFLATED = 8;

/** The files of a zip archive by name, as text. Read by its central directory (APPNOTE.TXT 4.3.12). */
export function unzipped(zip: Buffer): ReadonlyMap<string, string> {
  const files = new Map<string, string>();
  const end = zip.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'));
  let at = zip.readUInt32LE(end + 16);
  while (zip.readUInt32LE(at) === CENTRAL) {
    const [names, extra, comment] = [zip.readUInt16LE(at + 28), zip.readUInt16LE(at + 30), zip.readUInt16LE(at + 32)];
    const local = zip.readUInt32LE(at + 42);
    if (zip.readUInt32LE(local) !== LOCAL) throw new Error(`no file at ${local} of the archive`);
    const start = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
    const packed = zip.subarray(start, start + zip.readUInt32LE(at + 20));
    const whole = zip.readUInt16LE(at + 10) === DEFLATED ? inflateRawSync(packed) : packed;
    files.set(zip.toString('utf8', at + 46, at + 46 + names), whole.toString('utf8'));
    at += 46 + names + extra + comment;
  }
  return files;
}

const plain = (xml: string): string =>
  xml
    .replaceAll(/<[^>]+>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&');

/** The cells of the first sheet of a workbook, row by row: text as text, numbers and dates as the numbers they are kept as. */
export function sheetOf(file: Buffer): string[][] {
  const files = unzipped(file);
  const texts = [...(files.get('xl/sharedStrings.xml') ?? '').matchAll(/<si>(.*?)<\/si>/gs)].map(([, text = '']) => plain(text));
  const sheet = files.get('xl/worksheets/sheet1.xml') ?? '';
  return [...sheet.matchAll(/<row [^>]*>(.*?)<\/row>/gs)].map(([, row = '']) => {
    const cells: string[] = [];
    for (const [, attributes = '', cell = ''] of row.matchAll(/<c ([^>]*?)(?:\/>|>(.*?)<\/c>)/gs))
      cells[columnOf(attributes)] = attributes.includes('t="s"') ? (texts[Number(plain(cell))] ?? '') : plain(cell);
    return Array.from(cells, (cell) => cell ?? '');
  });
}

/** `r="C7"` → 2, `r="AB7"` → 27: an empty cell is not written. */
const columnOf = (attributes: string): number =>
  [...(/\br="([A-Z]+)\d+"/.exec(attributes)?.[1] ?? 'A')].reduce((at, letter) => at * 26 + letter.charCodeAt(0) - 64, 0) - 1;
