import { createHash, X509Certificate } from 'node:crypto';
import type { ReceivedSignature } from '#domain/finance/einvoice/received-signature.ts';
import {
  type StoredTrust,
  type Trusted,
  type TrustedCertificate,
  TrustedCertificates,
  trusted,
  trustId,
} from '#domain/finance/einvoice/trusted-certificate.ts';
import type { IsoDate } from '#kernel/date.ts';
import { refused } from '#kernel/errors.ts';
import { type Change, createNext, update } from '#kernel/record.ts';
import type { Records } from '#runtime/records.ts';
import { certificateFacts } from './certificate-file.ts';
import { certificatePath, hasIssued, isInForceOn } from './certificate-path.ts';

const hexOf = (data: Uint8Array | string): string => createHash('sha256').update(data).digest('hex');
const idOfCertificate = ({ raw }: X509Certificate): string => trustId(hexOf(raw));
/** Whoever has issued a certificate is known by name alone until their own is seen. */
const idOfIssuer = (name: string): string => trustId(hexOf(`issuer ${name}`));
export const issuerTrustId = ({ subject }: X509Certificate): string => idOfIssuer(subject);

/** The certificates of a signature, the signer's first, in base64; and the day that it states, or on which it is looked at. */
export interface SignedBy {
  readonly chain: readonly string[];
  readonly on: IsoDate;
}

const parsed = (chain: readonly string[]): X509Certificate[] => chain.map((each) => new X509Certificate(Buffer.from(each, 'base64')));

/** What a company trusts of who signed: the certificate itself, or an issuer above it whose certificates were in force that day. */
export async function trustIn(records: Records, { chain, on }: SignedBy): Promise<StoredTrust | undefined> {
  const path = certificatePath(parsed(chain));
  const [signer] = path;
  if (!signer) return undefined;
  const [own, ...issuers] = await records.getMany(TrustedCertificates, [
    idOfCertificate(signer),
    ...path.map(({ issuer }) => idOfIssuer(issuer)),
  ]);
  if (own && !own.withdrawn) return own;
  return issuers.find((known, i) => known && path[i] && vouches(known, path.slice(0, i + 1), on));
}

/** Whether a trusted issuer has issued the last of a path; all above the signer have to be in force, and the signer's is looked at elsewhere. */
function vouches(known: TrustedCertificate, path: readonly X509Certificate[], on: IsoDate): boolean {
  const last = path.at(-1);
  if (known.withdrawn || known.of !== 'issuer' || !known.pem || !last) return false;
  const issuer = new X509Certificate(known.pem);
  return hasIssued(issuer, last) && [issuer, ...path.slice(1)].every((each) => isInForceOn(each, on));
}

/** Whether a signature's issuer stands beside it: then it can be trusted from there. */
export const hasIssuerBeside = (chain: readonly string[]): boolean => certificatePath(parsed(chain)).length > 1;

interface Giving {
  readonly of: Trusted;
  readonly chain: readonly string[];
  /** Whose invoice it signed. */
  readonly supplierTaxId?: string | undefined;
  readonly documentId: string;
}

/**
 * The change by which a company trusts who signed a document, or who issued their certificate.
 * @throws DomainError `trust.no_issuer` (422): the issuer's certificate does not stand beside it.
 */
export async function trustChange(records: Records, { of, chain, supplierTaxId, documentId }: Giving): Promise<Change<TrustedCertificate>> {
  const [signer, issuer] = certificatePath(parsed(chain));
  const wanted = of === 'certificate' ? signer : issuer;
  if (!wanted)
    throw refused(
      'trust.no_issuer',
      'The certificate of the issuer does not stand in the document: add it in the settings of electronic invoicing, from its own file.',
      'body.of',
    );
  const id = of === 'certificate' ? idOfCertificate(wanted) : issuerTrustId(wanted);
  const before = await records.get(TrustedCertificates, id);
  const data = trustOf(of, wanted, { supplierTaxId, documentId }, before);
  return before ? update(TrustedCertificates, before, data) : createNext(TrustedCertificates, id, data);
}

/** Trust in a certificate as a record keeps it. */
export const trustOf = (
  of: Trusted,
  certificate: X509Certificate,
  found: { readonly supplierTaxId?: string | undefined; readonly documentId?: string } = {},
  before?: TrustedCertificate,
): TrustedCertificate => {
  const pem = certificate.toString();
  return trusted(of, { certificate: certificateFacts(pem), ...(of === 'issuer' ? { pem } : {}), ...found }, before);
};

/** A signature as a document keeps it, with the trust in it. */
export const withTrust = (signature: ReceivedSignature, trust: StoredTrust): ReceivedSignature => ({
  ...signature,
  trust: { id: trust.id, of: trust.of },
});
