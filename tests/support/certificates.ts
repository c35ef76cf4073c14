import forge from 'node-forge';

export interface TestCertificate {
  /** PKCS#12. */
  readonly file: Buffer;
  readonly pem: string;
}

/** A certificate of a company as the FNMT issues them, by itself; made anew for each run. */
export function testCertificate(
  password: string,
  more: { readonly from?: Date; readonly until?: Date; readonly taxId?: string; readonly selfSigned?: boolean } = {},
): TestCertificate {
  const {
    from = new Date('2026-01-01T00:00:00Z'),
    until = new Date('2030-01-01T00:00:00Z'),
    taxId = 'B12345674',
    selfSigned = false,
  } = more;
  const keys = forge.pki.rsa.generateKeyPair(2048);
  const certificate = forge.pki.createCertificate();
  certificate.publicKey = keys.publicKey;
  certificate.serialNumber = '0123456789abcdef';
  certificate.validity.notBefore = from;
  certificate.validity.notAfter = until;
  const utf8 = (fields: readonly object[]) =>
    fields.map((field) => ({ ...field, valueTagClass: forge.asn1.Type.UTF8 })) as unknown as forge.pki.CertificateField[];
  const holder = utf8([
    { name: 'countryName', value: 'ES' },
    { name: 'organizationName', value: 'Prueba, S.L.' },
    { type: '2.5.4.97', value: `VATES-${taxId}` },
    { name: 'commonName', value: '00000000T ANA PRUEBA (R: B12345674)' },
  ]);
  const authority = utf8([
    { name: 'countryName', value: 'ES' },
    { name: 'organizationName', value: 'Autoridad & Pruebas' },
    { name: 'commonName', value: 'AC Representación' },
  ]);
  certificate.setSubject(holder);
  certificate.setIssuer(selfSigned ? holder : authority);
  certificate.sign(keys.privateKey, forge.md.sha256.create());
  const file = forge.asn1.toDer(forge.pkcs12.toPkcs12Asn1(keys.privateKey, [certificate], password, { algorithm: '3des' })).getBytes();
  return { file: Buffer.from(file, 'binary'), pem: forge.pki.certificateToPem(certificate) };
}
