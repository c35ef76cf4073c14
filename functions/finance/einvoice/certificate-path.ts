import { X509Certificate } from 'node:crypto';

/** Issuers above a signer's: two are usual, the last of them the root. */
const MAX_ISSUERS = 5;

/** A certificate that may issue others (RFC 5280 4.2.1.9) and has issued this one, by its name and by its key. */
export function hasIssued(issuer: X509Certificate, certificate: X509Certificate): boolean {
  try {
    return issuer.ca && certificate.checkIssued(issuer) && certificate.verify(issuer.publicKey);
  } catch {
    // A key of a kind that OpenSSL does not know proves nothing.
    return false;
  }
}

/** Whether a certificate was in force on a day. */
export const isInForceOn = ({ validFrom, validTo }: X509Certificate, day: string): boolean =>
  new Date(validFrom).toISOString().slice(0, 10) <= day && day <= new Date(validTo).toISOString().slice(0, 10);

/** The signer's certificate and those above it, as far as they stand among these: each has issued the one before. */
export function certificatePath([signer, ...others]: readonly X509Certificate[]): X509Certificate[] {
  const path = signer ? [signer] : [];
  for (let last = signer; last && path.length <= MAX_ISSUERS; ) {
    const next = last.subject === last.issuer ? undefined : others.find((each) => hasIssued(each, last as X509Certificate));
    if (next) path.push(next);
    last = next;
  }
  return path;
}

/** The certificate of a file: PEM, or the bytes of one; undefined where it is none. */
export function readCertificate(bytes: Uint8Array): X509Certificate | undefined {
  try {
    return new X509Certificate(bytes);
  } catch {
    return undefined;
  }
}
