import { createHash, X509Certificate } from 'node:crypto';
import forge from 'node-forge';
import type { Certificate } from '#domain/finance/einvoice/certificate.ts';
import { refused } from '#kernel/errors.ts';
import { spanishTaxIdIn } from '#kernel/tax-id-es.ts';
import { MAX_ROUNDS, TooManyRounds, withinRounds } from './key-derivation.ts';

/** A private key with its certificate and those above it, in PEM: what signs. */
export interface SigningCertificate {
  readonly key: string;
  /** Its own first. */
  readonly certificates: readonly string[];
}

/**
 * What a PKCS#12 file (.p12, .pfx) holds.
 * @throws DomainError `certificate.file`, `certificate.password`, `certificate.key`, `certificate.rounds` (422): it is none, its password is
 * another, the private key is missing or no RSA key, or its protection takes longer to undo than any program makes it.
 */
export function readCertificateFile(bytes: Uint8Array, password: string): SigningCertificate {
  const holder = opened(bytes, password);
  const bags = (type: string) => holder.getBags({ bagType: type })[type] ?? [];
  const keys = [...bags(forge.pki.oids.pkcs8ShroudedKeyBag as string), ...bags(forge.pki.oids.keyBag as string)];
  const key = keys.find(({ key: each }) => each)?.key as forge.pki.rsa.PrivateKey | undefined;
  if (!key?.n) throw refused('certificate.key', 'The file has no RSA private key: export the certificate with its key.', 'body.file');
  const certificates = bags(forge.pki.oids.certBag as string).flatMap(({ cert }) => (cert ? [cert] : []));
  const isOwn = (certificate: forge.pki.Certificate) => (certificate.publicKey as forge.pki.rsa.PublicKey).n?.equals(key.n);
  const own = certificates.find(isOwn);
  if (!own) throw refused('certificate.key', 'The file has no certificate of its private key.', 'body.file');
  return {
    key: forge.pki.privateKeyToPem(key),
    certificates: [own, ...certificates.filter((each) => each !== own)].map((each) => forge.pki.certificateToPem(each)),
  };
}

function opened(bytes: Uint8Array, password: string): forge.pkcs12.Pkcs12Pfx {
  const content = contentOf(bytes);
  try {
    return withinRounds(() => forge.pkcs12.pkcs12FromAsn1(content, false, password));
  } catch (error) {
    if (error instanceof TooManyRounds)
      throw refused(
        'certificate.rounds',
        `The file asks for more than ${MAX_ROUNDS} rounds to derive its keys: export the certificate again from where it is installed.`,
        'body.file',
        { most: MAX_ROUNDS },
      );
    if (/password/i.test(String(error))) throw refused('certificate.password', 'The password of the file is another.', 'body.password');
    throw notOne();
  }
}
function contentOf(bytes: Uint8Array): forge.asn1.Asn1 {
  try {
    return forge.asn1.fromDer(Buffer.from(bytes).toString('binary'));
  } catch {
    throw notOne();
  }
}
const notOne = () => refused('certificate.file', 'The file is no certificate with a key in PKCS#12 (.p12, .pfx).', 'body.file');

/**
 * What a certificate says of itself.
 * @throws DomainError `certificate.file` (422): it cannot be read, or its days are none.
 */
export function certificateFacts(pem: string): Certificate {
  const certificate = parsed(pem);
  const parts = namesOf(certificate.subject);
  // Certificates of representatives name the person first and the organisation in organizationIdentifier (2.5.4.97).
  const ids = [...(parts.get('organizationIdentifier') ?? parts.get('2.5.4.97') ?? []), ...(parts.get('serialNumber') ?? [])];
  const taxId = ids.map((id) => spanishTaxIdIn(id.replace(/^(VAT|IDC|NTR)ES-/, ''))).find((id) => id !== undefined);
  return {
    fingerprint: createHash('sha256').update(certificate.raw).digest('hex'),
    holder: parts.get('O')?.[0] ?? parts.get('CN')?.[0] ?? certificate.subject.replaceAll('\n', ', '),
    issuer: namesOf(certificate.issuer).get('CN')?.[0] ?? certificate.issuer.replaceAll('\n', ', '),
    serial: certificate.serialNumber,
    ...(taxId ? { taxId } : {}),
    from: instantOf(certificate.validFrom),
    until: instantOf(certificate.validTo),
  };
}

function parsed(pem: string): X509Certificate {
  try {
    return new X509Certificate(pem);
  } catch {
    throw notOne();
  }
}
function instantOf(told: string): string {
  const at = new Date(told);
  if (Number.isNaN(at.getTime())) throw notOne();
  return at.toISOString();
}

/** `C=ES\nCN=…` by the names of its parts, without the backslashes before commas and the like. */
function namesOf(lines: string): Map<string, string[]> {
  const names = new Map<string, string[]>();
  for (const line of lines.split('\n')) {
    const at = line.indexOf('=');
    names.set(line.slice(0, at), [...(names.get(line.slice(0, at)) ?? []), line.slice(at + 1).replace(/\\(.)/g, '$1')]);
  }
  return names;
}
