import { createHash } from 'node:crypto';
import { strToU8, zipSync } from 'fflate';
import { scanned, scanOf } from '../../infra/tools/bench/worn-page.ts';
import { PAPER_INVOICE, type WrittenText, writtenPages, writtenPdf } from './written-pdf.ts';

const md5 = (...parts: readonly Uint8Array[]): Buffer => createHash('md5').update(Buffer.concat(parts)).digest();

/** RC4, which OpenSSL has no more. */
function rc4(key: Uint8Array, bytes: Uint8Array): Buffer {
  const state = Uint8Array.from({ length: 256 }, (_, i) => i);
  const swap = (a: number, b: number) => ([state[a], state[b]] = [state[b] ?? 0, state[a] ?? 0]);
  for (let i = 0, j = 0; i < 256; i += 1) {
    j = (j + (state[i] ?? 0) + (key[i % key.length] ?? 0)) & 255;
    swap(i, j);
  }
  let [i, j] = [0, 0];
  return Buffer.from(
    bytes.map((byte) => {
      i = (i + 1) & 255;
      j = (j + (state[i] ?? 0)) & 255;
      swap(i, j);
      return byte ^ (state[((state[i] ?? 0) + (state[j] ?? 0)) & 255] ?? 0);
    }),
  );
}

const PAD = Buffer.from('28bf4e5e4e758a4164004e56fffa01082e2e00b6d0683e802f0ca9fe6453697a', 'hex');
const padded = (password: string): Buffer => Buffer.concat([Buffer.from(password, 'latin1'), PAD]).subarray(0, 32);

/** A PDF that opens by a password alone (ISO 32000-1, 7.6.3: revision 2, a key of 40 bits). */
export function lockedPdf(password: string): Buffer {
  const plain = writtenPdf(PAPER_INVOICE).toString('latin1');
  const id = Buffer.from('00112233445566778899aabbccddeeff', 'hex');
  const owner = rc4(md5(padded('dueño')).subarray(0, 5), padded(password));
  const rights = Buffer.from([0xfc, 0xff, 0xff, 0xff]);
  const key = md5(padded(password), owner, rights, id).subarray(0, 5);
  const user = rc4(key, PAD);
  const encryption = `<< /Filter /Standard /V 1 /R 2 /P -4 /O <${owner.toString('hex')}> /U <${user.toString('hex')}> >>`;
  const start = plain.indexOf('xref\n');
  const body = `${plain.slice(0, start)}99 0 obj\n${encryption}\nendobj\n`;
  const table = `99 1\n${String(start).padStart(10, '0')} 00000 n \n`;
  const rest = plain
    .slice(start)
    .replace('trailer\n<< /Size 6', `${table}trailer\n<< /Size 100 /Encrypt 99 0 R /ID [<${id.toString('hex')}> <${id.toString('hex')}>]`)
    .replace(/startxref\n\d+/, `startxref\n${body.length}`);
  return Buffer.from(body + rest, 'latin1');
}

/** An invoice in a PDF of so many bytes: what is left of them is a file in it. */
export function pdfOf(bytes: number): Buffer {
  const empty = writtenPages([PAPER_INVOICE], { name: 'anexo.bin', text: '' }).length;
  // Sizes and places that are told by more digits.
  const room = bytes - empty - 16;
  return writtenPages([PAPER_INVOICE], { name: 'anexo.bin', text: 'x'.repeat(room) });
}

/** A scan of so many pages: the first is an invoice, the others bear a line that is of no use. */
export async function scanOfPages(count: number): Promise<Buffer> {
  const first = await scanned(writtenPdf([...PAPER_INVOICE, [50, 830, 'Expediente']]), 'JPEG', { dpi: 130 });
  const blank = await scanned(writtenPdf([[50, 60, 'Hoja de anotaciones internas del almac\xe9n, sin importes ni fechas']]), 'JPEG', {
    dpi: 100,
  });
  return scanOf([
    { bytes: first, width: 1074, height: 1520 },
    ...Array.from({ length: count - 1 }, () => ({ bytes: blank, width: 826, height: 1169 })),
  ]);
}

/** An archive that unpacks to a thousand times its bytes. */
export const archiveBomb = (): Uint8Array => zipSync({ 'factura.pdf': new Uint8Array(30_000_000) });

/** XML of so many elements, of so many levels. */
export const wideXml = (elements: number): Buffer => Buffer.from(`<?xml version="1.0"?>\n<a>\n${'<b/>'.repeat(elements)}</a>`);
export const deepXml = (levels: number): Buffer => Buffer.from(`<?xml version="1.0"?>\n${'<a>'.repeat(levels)}${'</a>'.repeat(levels)}`);

/** A list whose cells a spreadsheet would run. */
export const formulaCsv = (): Uint8Array =>
  strToU8('Proveedor;Importe\r\n"=cmd|\' /C calc\'!A0";100,00\r\n"+HYPERLINK(""http://malo.example"")";200,00\r\n@SUM(1+1);300,00\r\n');

/** Words of the paper invoice, changed. */
export const paperWith = (change: (text: string) => string): Buffer =>
  writtenPdf(PAPER_INVOICE.map(([x, y, text]): WrittenText => [x, y, change(text)]));
