import { describe, expect, it } from 'vitest';
import { readXmlDocument } from '../../../functions/automation/intake/document-content.ts';
import { examine } from '../../../functions/automation/intake/examine.ts';
import { readPdfDocument } from '../../../functions/automation/intake/pdf-content.ts';
import { readCertificateFile } from '../../../functions/finance/einvoice/certificate-file.ts';
import { signedFacturae } from '../../../functions/finance/einvoice/facturae-signature.ts';
import { MAX_DOCUMENT_BYTES } from '../../../shared/domain/automation/intake/file-danger.ts';
import { CreateDocument } from '../../../shared/domain/automation/intake/wire.ts';
import { facturaeFile } from '../../../shared/domain/finance/einvoice/facturae.ts';
import { ublFile } from '../../../shared/domain/finance/einvoice/ubl.ts';
import { testCertificate } from '../../support/certificates.ts';
import { invoiced } from '../../support/einvoices.ts';
import { PAPER_INVOICE, type WrittenText, writtenPages } from '../../support/written-pdf.ts';

const US = { taxId: 'B12345674', name: 'Prueba, S.L.' };
const codes = ({ flags }: { readonly flags: readonly { readonly code: string }[] }) => flags.map(({ code }) => code);

describe('documents that are large', () => {
  it('a PDF of 50 MB is read, and one of a byte more is not even announced', async () => {
    const room = MAX_DOCUMENT_BYTES - writtenPages([PAPER_INVOICE], { name: 'anexo.bin', text: '' }).length - 16;
    const bytes = writtenPages([PAPER_INVOICE], { name: 'anexo.bin', text: 'x'.repeat(room) });
    expect(bytes.length).toBeGreaterThan(MAX_DOCUMENT_BYTES - 40);
    expect(bytes.length).toBeLessThanOrEqual(MAX_DOCUMENT_BYTES);
    expect(examine(bytes)).toEqual({ contentType: 'application/pdf', kind: 'pdf' });
    expect((await readPdfDocument(bytes, US)).fields?.total?.value).toBe(594_00);
    expect(CreateDocument.safeParse({ fileName: 'a.pdf', bytes: MAX_DOCUMENT_BYTES + 1 }).success).toBe(false);
  }, 60_000);

  it('a PDF of five hundred pages of text is read as far as its first sixty, and says so', async () => {
    const list = Array.from({ length: 500 }, (_, i): WrittenText[] => [[50, 60, `Relaci\xf3n de llamadas, hoja suelta ${i + 1}`]]);
    const reading = await readPdfDocument(writtenPages([[...PAPER_INVOICE], ...list.slice(1)]), US);
    expect(reading).toMatchObject({ pageCount: 500, fields: { number: { value: 'A-2026/0117' }, total: { value: 594_00 } } });
    expect(reading.flags).toEqual([{ code: 'pages_unread', params: { read: 60, pages: 500 } }]);
    expect(reading.parts).toBeUndefined();
  });

  it('of three hundred invoices in one PDF, those that were read are split off, and the rest is a document to read in turn', async () => {
    const pages = Array.from({ length: 300 }, (_, i) =>
      PAPER_INVOICE.map(([x, y, text]): WrittenText => [x, y, text === 'A-2026/0117' ? `L-${1000 + i}` : text]),
    );
    const bytes = writtenPages(pages);
    const first = await readPdfDocument(bytes, US);
    expect(first.parts).toEqual({ starts: Array.from({ length: 60 }, (_, i) => i + 1), sure: true });
    const rest = await readPdfDocument(bytes, US, { pages: { from: 60, to: 300 } });
    expect(rest.parts).toMatchObject({ sure: true, starts: expect.arrayContaining([60, 119]) });
  }, 60_000);
});

describe('a PDF that was cut off', () => {
  const whole = writtenPages([PAPER_INVOICE]);

  it('before its end is broken; after an earlier end, as those have that were saved twice, it is read as far as it goes and waits', async () => {
    expect(codes(await readPdfDocument(whole.subarray(0, whole.indexOf('xref')), US))).toEqual(['broken']);
    const twice = await readPdfDocument(Buffer.concat([whole, Buffer.from('\n9 0 obj\n<< /Type')]), US);
    expect(twice.fields?.total?.value).toBe(594_00);
    expect(codes(twice)).toEqual(['damaged']);
  });

  it('is not one with what a mail program put behind it', async () => {
    expect(codes(await readPdfDocument(Buffer.concat([whole, Buffer.from('\r\n\r\n')]), US))).toEqual([]);
  });
});

describe('documents whose bytes are not what they say', () => {
  const text = ublFile(invoiced([{ price: '100', name: 'Señal nº 1' }]));

  it('an electronic invoice in UTF-16 is the same as in UTF-8', () => {
    const utf16 = Buffer.from(`\ufeff${text.replace(/encoding="UTF-8"/i, 'encoding="UTF-16"')}`, 'utf16le');
    expect(examine(utf16)).toMatchObject({ contentType: 'application/xml' });
    const reading = readXmlDocument(utf16, US);
    expect(reading.fields?.total?.value).toBe(121_00);
    expect(reading).toEqual(readXmlDocument(Buffer.from(text), US));
  });

  it('one that says UTF-8 and is Latin is refused with its line, and nothing of it is kept', () => {
    const reading = readXmlDocument(Buffer.from(text, 'latin1'), US);
    expect(reading.fields).toBeUndefined();
    expect(reading.flags).toMatchObject([{ code: 'xml_fault', params: { reason: 'encoding', line: expect.any(Number) } }]);
  });
});

describe('a Facturae that was signed', () => {
  const made = testCertificate('contraseña');
  const signed = signedFacturae(
    facturaeFile(invoiced([{ price: '100' }])),
    readCertificateFile(made.file, 'contraseña'),
    new Date('2026-12-01T10:00:00Z'),
  );

  it('is read with its certificate, and altered after signing it is told so', () => {
    const intact = readXmlDocument(Buffer.from(signed), US);
    expect(intact.signature).toMatchObject({ state: 'intact', signer: 'Prueba, S.L.' });
    expect(codes(intact)).not.toContain('signature_altered');
    const altered = readXmlDocument(Buffer.from(signed.replaceAll('>121.00<', '>120.00<').replaceAll('>21.00<', '>20.00<')), US);
    expect(altered.signature?.state).toBe('altered');
    expect(altered.flags).toContainEqual({ code: 'signature_altered', params: { signer: 'Prueba, S.L.' } });
  });
});
