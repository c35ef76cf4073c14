import forge from 'node-forge';

export interface TestCertificate {
  /** PKCS#12. */
  readonly file: Buffer;
  readonly pem: string;
}

/** Who issues certificates. */
export interface TestAuthority {
  readonly keys: forge.pki.rsa.KeyPair;
  readonly certificate: forge.pki.Certificate;
  readonly pem: string;
}

const utf8 = (fields: readonly object[]) =>
  fields.map((field) => ({ ...field, valueTagClass: forge.asn1.Type.UTF8 })) as unknown as forge.pki.CertificateField[];
const AUTHORITY = utf8([
  { name: 'countryName', value: 'ES' },
  { name: 'organizationName', value: 'Autoridad & Pruebas' },
  { name: 'commonName', value: 'AC Representación' },
]);

/** An issuer of certificates, with a key of its own whatever its name; below another, or by itself. */
export function testAuthority(
  more: { readonly name?: string; readonly above?: TestAuthority; readonly isAuthority?: boolean; readonly until?: Date } = {},
): TestAuthority {
  const { name, above, isAuthority = true, until = new Date('2035-01-01T00:00:00Z') } = more;
  const keys = forge.pki.rsa.generateKeyPair(2048);
  const certificate = forge.pki.createCertificate();
  const subject = name ? utf8([{ name: 'commonName', value: name }]) : AUTHORITY;
  certificate.publicKey = keys.publicKey;
  certificate.serialNumber = '01';
  certificate.validity.notBefore = new Date('2020-01-01T00:00:00Z');
  certificate.validity.notAfter = until;
  certificate.setSubject(subject);
  certificate.setIssuer(above ? above.certificate.subject.attributes : subject);
  certificate.setExtensions([{ name: 'basicConstraints', cA: isAuthority, critical: true }]);
  certificate.sign(above?.keys.privateKey ?? keys.privateKey, forge.md.sha256.create());
  return { keys, certificate, pem: forge.pki.certificateToPem(certificate) };
}

/** A certificate of a company as the FNMT issues them; made anew for each run. @param authority who issues it: its certificate stands beside it. */
export function testCertificate(
  password: string,
  more: {
    readonly from?: Date;
    readonly until?: Date;
    readonly taxId?: string;
    readonly selfSigned?: boolean;
    readonly authority?: TestAuthority;
    readonly beside?: readonly TestAuthority[];
  } = {},
): TestCertificate {
  const {
    from = new Date('2026-01-01T00:00:00Z'),
    until = new Date('2030-01-01T00:00:00Z'),
    taxId = 'B12345674',
    selfSigned = false,
    authority,
    beside = authority ? [authority] : [],
  } = more;
  const keys = forge.pki.rsa.generateKeyPair(2048);
  const certificate = forge.pki.createCertificate();
  certificate.publicKey = keys.publicKey;
  certificate.serialNumber = '0123456789abcdef';
  certificate.validity.notBefore = from;
  certificate.validity.notAfter = until;
  const holder = utf8([
    { name: 'countryName', value: 'ES' },
    { name: 'organizationName', value: 'Prueba, S.L.' },
    { type: '2.5.4.97', value: `VATES-${taxId}` },
    { name: 'commonName', value: '00000000T ANA PRUEBA (R: B12345674)' },
  ]);
  certificate.setSubject(holder);
  certificate.setIssuer(selfSigned ? holder : (authority?.certificate.subject.attributes ?? AUTHORITY));
  certificate.sign(authority?.keys.privateKey ?? keys.privateKey, forge.md.sha256.create());
  const chain = [certificate, ...beside.map((each) => each.certificate)];
  const file = forge.asn1.toDer(forge.pkcs12.toPkcs12Asn1(keys.privateKey, chain, password, { algorithm: '3des' })).getBytes();
  return { file: Buffer.from(file, 'binary'), pem: forge.pki.certificateToPem(certificate) };
}
