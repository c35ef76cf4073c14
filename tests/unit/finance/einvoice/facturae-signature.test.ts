import { describe, expect, it } from 'vitest';
import { certificateFacts, readCertificateFile } from '../../../../functions/finance/einvoice/certificate-file.ts';
import { signedFacturae } from '../../../../functions/finance/einvoice/facturae-signature.ts';
import { checkedSignature } from '../../../../functions/finance/einvoice/signature-check.ts';
import { facturaeFile } from '../../../../shared/domain/finance/einvoice/facturae.ts';
import { testCertificate } from '../../../support/certificates.ts';
import { invoiced } from '../../../support/einvoices.ts';
import { thrownBy } from '../../../support/thrown.ts';

const AT = new Date('2026-12-01T10:00:00Z');
const made = testCertificate('contraseña');
const certificate = readCertificateFile(made.file, 'contraseña');
const plain = facturaeFile(invoiced([{ price: '100', name: 'Café & té <1 kg>' }]));
const signed = signedFacturae(plain, certificate, AT);

describe('a signed Facturae', () => {
  it('is the same document, and its signature says who signed it and when', () => {
    expect(
      signed
        .replace(/<ds:Signature .*<\/ds:Signature>/s, '')
        .replace(/^<\?xml[^>]*>\s*/, '')
        .trim(),
    ).toBe(plain.replace(/^<\?xml[^>]*>\s*/, '').trim());
    expect(checkedSignature(signed)).toMatchObject({
      ...{ valid: true, signedAt: '2026-12-01T10:00:00.000Z', inForce: true },
      certificate: { holder: 'Prueba, S.L.', issuer: 'AC Representación', taxId: 'B12345674', until: '2030-01-01T00:00:00.000Z' },
    });
    expect(signed).toContain('politica_de_firma_formato_facturae_v3_1.pdf');
  });

  it.each([
    ['an amount', '>121.00<', '>120.00<'],
    ['the day of signing', '2026-12-01T10:00:00Z', '2026-11-01T10:00:00Z'],
    ['a letter', 'Café', 'Cafe'],
  ])('is altered where %s is changed', (_, from, to) => {
    expect(signed).toContain(from);
    expect(checkedSignature(signed.replaceAll(from, to))).toMatchObject({ valid: false, fault: 'altered' });
  });

  it('is altered where another certificate is put in its place', () => {
    const other = testCertificate('x').pem.replace(/-----[^-]+-----|\s/g, '');
    expect(checkedSignature(signed.replace(/(<ds:X509Certificate>)[^<]+/, `$1${other}`))).toMatchObject({ valid: false, fault: 'altered' });
  });

  it('without one there is nothing to check', () => expect(checkedSignature(plain)).toBeUndefined());
});

describe('the file of a certificate', () => {
  it('is read with its password alone', () => {
    expect(thrownBy(() => readCertificateFile(made.file, 'otra'))).toEqual(['certificate.password']);
    expect(thrownBy(() => readCertificateFile(Buffer.from('no es'), 'x'))).toEqual(['certificate.file']);
    expect(certificateFacts(certificate.certificates[0] ?? '')).toMatchObject({ from: '2026-01-01T00:00:00.000Z' });
    expect(JSON.stringify(certificateFacts(made.pem))).not.toContain('PRIVATE');
  });
});
