import { describe, expect, it } from 'vitest';
import { attachmentContent, plainFileName } from '#domain/platform/notes/file-content.ts';
import { retagged } from '#domain/platform/notes/record-tags.ts';

const OFFICE = 'application/vnd.openxmlformats-officedocument';
const bytes = (text: string): Buffer => Buffer.from(text, 'latin1');
const zip = (...entries: string[]) => bytes(`PK\x03\x04${entries.join('\x00\x00')}`);

describe('what a file is', () => {
  it.each([
    ['a.pdf', bytes('%PDF-1.4\n'), 'application/pdf'],
    // A picture that is called otherwise is what it is.
    ['a.pdf', bytes('\x89PNG\r\n\x1a\n\x00\x00'), 'image/png'],
    ['a.jpg', bytes('\xff\xd8\xff\xe0\x00\x10JFIF'), 'image/jpeg'],
    ['a.webp', bytes('RIFF\x10\x00\x00\x00WEBPVP8 '), 'image/webp'],
    ['a.heic', bytes('\x00\x00\x00\x18ftypheic\x00\x00'), 'image/heic'],
    ['a.xlsx', zip('[Content_Types].xml', 'xl/workbook.xml'), `${OFFICE}.spreadsheetml.sheet`],
    ['a.docx', zip('[Content_Types].xml', 'word/document.xml'), `${OFFICE}.wordprocessingml.document`],
    ['a.zip', zip('carta.txt'), 'application/zip'],
    ['a.CSV', bytes('Fecha;Importe\r\n01/03/2026;12,50\r\n'), 'text/csv'],
    ['a.txt', Buffer.from('Camión, año, €', 'utf8'), 'text/plain'],
    ['a.txt', bytes('Cami\xf3n, a\xf1o'), 'text/plain'],
    ['a.txt', Buffer.from('\ufeffCamión', 'utf16le'), 'text/plain'],
    ['a.xml', bytes('<?xml version="1.0"?><Facturae/>'), 'application/xml'],
    ['a.eml', bytes('From: ana@lumbre.example\r\n\r\nHola'), 'message/rfc822'],
  ])('%s is told by its bytes: %#', (name, content, contentType) => {
    expect(attachmentContent(content, name)).toEqual({ contentType });
  });

  it.each([
    ['a.pdf', bytes('MZ\x90\x00\x03'), 'type'],
    ['a.txt', bytes('\x7fELF\x02\x01'), 'type'],
    ['a.svg', bytes('<svg onload="x()"/>'), 'type'],
    ['a', bytes('texto'), 'type'],
    ['a.docx', zip('[Content_Types].xml', 'word/document.xml', 'word/vbaProject.bin'), 'macros'],
    ['a.txt', bytes(''), 'empty'],
    ['a.pdf', bytes(`%PDF-1.4 ${'X5O!P%@AP[4\\PZX54(P^)7CC)7}$'}${'EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'}`), 'malware'],
  ])('%s is refused: %#', (name, content, fault) => {
    expect(attachmentContent(content, name)).toEqual({ fault });
  });
});

it.each([
  ['factura.pdf', 'factura.pdf'],
  ['C:\\Users\\Ana\\factura.pdf', 'factura.pdf'],
  ['../../etc/passwd', 'passwd'],
  ['albara\u0301n.pdf', 'albar\u00e1n.pdf'],
  ['a\u0000\r\nb\u202efdp.exe', 'abfdp.exe'],
  ['  ..oculto  ', 'oculto'],
  ['<x>"y"|z?.txt', '_x__y__z_.txt'],
  ['请求.docx', '请求.docx'],
  ['..', ''],
  [`${'á'.repeat(300)}.xlsx`, `${'á'.repeat(195)}.xlsx`],
  // Half a character is none.
  [`${'a'.repeat(195)}😀.txt`, `${'a'.repeat(195)}.txt`],
])('calls the file %j %j', (given, name) => {
  expect(plainFileName(given)).toBe(name);
});

it('a tag that differs in case and accents alone is the same', () => {
  expect(retagged(['Urgente'], { add: ['urgénte', 'ámbar', 'Zinc'], remove: [] })).toEqual(['ámbar', 'Urgente', 'Zinc']);
  expect(retagged(['ámbar', 'Urgente'], { add: [], remove: ['AMBAR', 'nada'] })).toEqual(['Urgente']);
  const twenty = Array.from({ length: 20 }, (_, i) => `t${i}`);
  expect(retagged(twenty, { add: ['T3'], remove: [] })).toHaveLength(20);
  expect(() => retagged(twenty, { add: ['x'], remove: [] })).toThrow('20 tags at most');
});

it('knows no text by what every object has', () => {
  for (const end of ['constructor', '__proto__', 'toString'])
    expect(attachmentContent(new TextEncoder().encode('hello'), `a.${end}`)).toEqual({ fault: 'type' });
});
