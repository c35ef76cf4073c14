import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { examine } from '../../../functions/automation/intake/examine.ts';
import { PAPER_INVOICE, writtenPdf } from '../../support/written-pdf.ts';

const bytes = (text: string) => Buffer.from(text, 'latin1');
const zip = (files: Record<string, Uint8Array>) => zipSync(files);

describe('a file is told by its bytes, whatever it is called', () => {
  it.each([
    ['a PDF', writtenPdf(PAPER_INVOICE), 'application/pdf'],
    ['a PDF behind a mail program’s line', Buffer.concat([bytes('\r\n\r\n'), writtenPdf(PAPER_INVOICE)]), 'application/pdf'],
    ['an e-invoice', bytes('<?xml version="1.0"?><Invoice xmlns="urn:oasis"/>'), 'application/xml'],
    [
      'one in UTF-16',
      Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from('<?xml version="1.0"?><Invoice/>', 'utf16le')]),
      'application/xml',
    ],
    ['a photo', Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16]), 'image/jpeg'],
    // Behind a printer's own language, as some ERPs send it.
    ['a PDF behind a printer’s words', Buffer.concat([bytes('\x1b%-12345X@PJL\r\n'), writtenPdf(PAPER_INVOICE)]), 'application/pdf'],
    ['a photo that is a PDF as well', Buffer.concat([bytes('\xff\xd8\xff\xe0'), writtenPdf(PAPER_INVOICE)]), 'image/jpeg'],
    ['a bank’s file', bytes('112100041802000513322603012603312000000001250009783TRASTIENDA\r\n'), 'text/plain'],
  ])('%s', (_, file, contentType) => {
    expect(examine(file)).toMatchObject({ contentType });
  });

  it.each([
    ['a program for Windows', bytes('MZ\x90\0'), 'program'],
    ['one for Linux', bytes('\x7fELF\x02\x01'), 'program'],
    ['a script', bytes('#!/bin/sh\nrm -rf /\n'), 'program'],
    ['a page that runs', bytes('<!DOCTYPE html><script>alert(1)</script>'), 'program'],
    ['a drawing that runs', bytes('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'), 'program'],
    ['a RAR archive', bytes('Rar!\x1a\x07\0'), 'archive'],
    ['an encrypted PDF', bytes('%PDF-1.6\ntrailer << /Encrypt 9 0 R /Root 1 0 R >>'), 'encrypted'],
    ['a ZIP that was cut off', Buffer.from(zip({ 'a.pdf': writtenPdf(PAPER_INVOICE) })).subarray(0, 300), 'broken'],
    ['an empty ZIP', zip({}), 'empty'],
    ['a workbook with macros', zip({ '[Content_Types].xml': strToU8('x'), 'xl/vbaProject.bin': strToU8('x') }), 'macros'],
    ['ten megabytes of nothing', zip({ 'a.pdf': new Uint8Array(10_000_000) }), 'bomb'],
    [
      'the virus that scanners are tested with',
      bytes(`${'X5O!P%@AP[4\\PZX54(P^)7CC)7}$'}${'EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'}`),
      'malware',
    ],
    [
      'it in a PDF',
      Buffer.concat([writtenPdf(PAPER_INVOICE), bytes(`${'X5O!P%@AP[4\\PZX54(P^)7CC)7}$'}${'EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'}`)]),
      'malware',
    ],
    ['a page that runs and calls itself a PDF', bytes('<script>alert(1)</script>%PDF-1.4'), 'program'],
    ['a program that calls itself one', bytes('MZ\x90 %PDF-1.4'), 'program'],
    ['XML that unpacks to gigabytes', bytes('<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'), 'entities'],
    [
      'the same in UTF-16',
      Buffer.from('\ufeff<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a/>', 'utf16le'),
      'entities',
    ],
    [
      'a workbook with a password',
      Buffer.concat([bytes('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1'), Buffer.from('EncryptedPackage', 'utf16le')]),
      'encrypted',
    ],
    [
      'an old workbook with macros',
      Buffer.concat([bytes('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1'), Buffer.from('_VBA_PROJECT_CUR', 'utf16le')]),
      'macros',
    ],
    ['five hundred and one files', zip(Object.fromEntries(Array.from({ length: 501 }, (_, i) => [`${i}.txt`, strToU8('x')]))), 'bomb'],
    ['bytes of nothing known', Buffer.from([1, 2, 3, 4]), 'unknown'],
  ])('%s is not opened', (_, file, danger) => {
    expect(examine(file)).toEqual({ danger });
  });

  it('an archive is opened into its documents, without what a computer keeps for itself', () => {
    const opened = examine(
      zip({
        'marzo/a.pdf': writtenPdf(PAPER_INVOICE),
        '__MACOSX/marzo/._a.pdf': strToU8('x'),
        '.DS_Store': strToU8('x'),
        'b.xml': strToU8('<a/>'),
      }),
    );
    expect('parts' in opened && opened.parts?.map(({ name }) => name)).toEqual(['a.pdf', 'b.xml']);
  });

  it('a document of an archive that would be unpacked beside it is a document of that name, and is not dropped', () => {
    const opened = examine(zip({ '../../a.pdf': writtenPdf(PAPER_INVOICE), './b.xml': strToU8('<a/>'), '..hidden.xml': strToU8('<a/>') }));
    expect('parts' in opened && opened.parts?.map(({ name }) => name)).toEqual(['a.pdf', 'b.xml']);
  });
});

it('an archive with a document that is damaged, or that says to be shorter than it is, is broken', () => {
  const text = '<a>594.00</a>';
  const whole = Buffer.from(zipSync({ 'a.xml': strToU8(text) }, { level: 0 }));
  const damaged = Buffer.from(whole);
  damaged.write('595', whole.indexOf('594'));
  // Its size, unpacked, in the directory (APPNOTE 4.3.12): fflate leaves the rest away.
  const packed = Buffer.from(zipSync({ 'a.xml': strToU8(text.repeat(9)) }));
  const short = Buffer.from(packed);
  const directory = packed.indexOf('PK\x01\x02', 0, 'latin1');
  expect(short.readUInt32LE(directory + 24)).toBe(117);
  short.writeUInt32LE(13, directory + 24);
  expect([whole, damaged, packed, short].map((file) => examine(file))).toMatchObject([
    { parts: [{ name: 'a.xml' }] },
    { danger: 'broken' },
    { parts: [{ name: 'a.xml' }] },
    { danger: 'broken' },
  ]);
});

describe('an archive in which names stand twice', () => {
  /** fflate writes each name once: the second is renamed in the bytes, in its header and in the directory. */
  const renamed = (file: Uint8Array, from: string, to: string) => Buffer.from(asText(file).replaceAll(from, to), 'latin1');
  const asText = (file: Uint8Array) => Buffer.from(file).toString('latin1');

  it('has both files, each with its own bytes', () => {
    const file = renamed(zip({ 'a/factura.xml': strToU8('<a/>'), 'b/factura.xml': strToU8('<bb/>') }), 'b/factura', 'a/factura');
    const examined = examine(file);
    expect('parts' in examined && examined.parts?.map(({ name, bytes: own }) => [name, asText(own)])).toEqual([
      ['factura.xml', '<a/>'],
      ['factura.xml', '<bb/>'],
    ]);
  });

  it('loses none that is named as objects of this language are made', () => {
    const file = renamed(zip({ aaaproto_: strToU8('<a/>'), 'b.xml': strToU8('<b/>') }), 'aaaproto_', '__proto__');
    const examined = examine(file);
    expect('parts' in examined && examined.parts?.map(({ name, bytes: own }) => [name, asText(own)])).toEqual([
      ['__proto__', '<a/>'],
      ['b.xml', '<b/>'],
    ]);
  });
});
